import type { Shown } from '../frame/visit.js';

/** A text to read: its heading, what it says first, and parts of paragraphs and lists. */
export interface Article {
  readonly title: string;
  readonly intro: string;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly title: string;
  readonly text?: readonly string[];
  readonly list?: readonly string[];
}

/** The page of a text; `after` comes below it. */
export function articlePage({ title, intro, parts }: Article, after?: Shown['content']): Shown {
  const content = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      {parts.map((part) => (
        <section>
          <h2 class="govuk-heading-m">{part.title}</h2>
          {part.text?.map((paragraph) => (
            <p class="govuk-body">{paragraph}</p>
          ))}
          {part.list && (
            <ul class="govuk-list govuk-list--bullet">
              {part.list.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {after}
    </>
  );
  return { title, content };
}

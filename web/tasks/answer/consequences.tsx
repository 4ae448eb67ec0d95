import type { Language } from '../../../api/language.js';
import { categoryWords } from '../../../api/views/category-words.js';
import type { Foreseen } from '../../../api/views/foreseen.js';
import { WORDS } from './words.js';

/** What sending would do, as sentences, the weightiest first. */
export function sentencesOf(foreseen: Foreseen, language: Language): string[] {
  const words = WORDS[language];
  const { waitsFor, opens, withdraws, stops, shares, ends, continues } = foreseen;
  const titles = (list: readonly { title: string }[]) =>
    list.map(({ title }) => words.quote(title)).join(', ');
  const sentences = [
    ...(waitsFor.length > 0 ? [words.waits(waitsFor.map(({ title }) => title).join(', '))] : []),
    ...(ends ? [words.ends(ends.title)] : []),
    ...(continues === undefined ? [] : [words.continues]),
    ...opens.map(({ title, institution, mine, due }) => {
      const deadline = due.moment === undefined ? due.words : `${due.words}: ${due.moment}`;
      return mine ? words.opensMine(title, deadline) : words.opens(title, institution, deadline);
    }),
    ...shares.map(({ to, categories, purpose }) =>
      words.shares(to, categoryWords(categories, language), purpose),
    ),
    ...(withdraws.length > 0 ? [words.withdraws(titles(withdraws))] : []),
    ...(stops.length > 0 ? [words.stops(titles(stops))] : []),
  ];
  return sentences;
}

/** Institutions that would be told of a step that opens for them. */
export function toldBy({ opens }: Foreseen): string[] {
  return [...new Set(opens.filter(({ mine }) => !mine).map(({ institution }) => institution))];
}

/** What comes of an act, above the button that does it; `otherwise` where nothing is told. */
export function Consequences(props: {
  readonly foreseen: Foreseen;
  readonly language: Language;
  readonly otherwise?: string;
}) {
  const { foreseen, language, otherwise } = props;
  const words = WORDS[language];
  const sentences = sentencesOf(foreseen, language);
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-m">{words.what}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {(sentences.length > 0 ? sentences : [otherwise ?? words.toLead]).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p class="govuk-body">{words.final}</p>
    </div>
  );
}

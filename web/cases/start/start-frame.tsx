import type { ComponentChildren } from 'preact';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { BackLink } from '../../components/back-link.js';
import { ErrorSummary, type Fault } from '../../components/error-summary.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { carried, type Wish } from './wish.js';
import { START } from './words.js';

const ADDRESSES = ['', '/datos', '/instituciones', '/plazos', '/revisar'] as const;

export type StartPart = 1 | 2 | 3 | 4 | 5;

/** Address of one of the five pages, with what was said so far. */
export function startPath(part: StartPart, wish?: Wish): string {
  const path = `/casos/nuevo${ADDRESSES[part - 1]}`;
  return wish ? `${path}?${new URLSearchParams(carried(wish))}` : path;
}

/** One of the five pages: what is around its questions. Nothing is stored until the last. */
export function startPage(props: {
  readonly visit: Visit;
  readonly part: StartPart;
  readonly heading: string;
  /** The page is one question, whose label is the heading. */
  readonly asksIt?: true;
  readonly wish?: Wish;
  readonly faults?: readonly Fault[];
  readonly children: ComponentChildren;
}): Shown {
  const { visit, part, heading, asksIt, wish, faults = [], children } = props;
  const words = START[visit.language];
  const back = part === 1 ? '/casos' : startPath((part - 1) as StartPart, wish);
  return {
    title: `${heading} – ${words.title}`,
    faulty: faults.length > 0,
    content: (
      <>
        <BackLink href={back} />
        <ErrorSummary faults={faults} />
        <span class="govuk-caption-l">{`${words.title} · ${words.page(part)}`}</span>
        {!asksIt && <h1 class="govuk-heading-l">{heading}</h1>}
        {wish?.relative !== undefined && (
          <p class="govuk-inset-text">{words.relative(caseKeyOf(wish.relative))}</p>
        )}
        {children}
      </>
    ),
  };
}

/** What a form carries on from the pages before; `except` are the names it asks itself. */
export function Carried({ wish, except }: { wish: Wish; except: (name: string) => boolean }) {
  return (
    <>
      {carried(wish)
        .filter(([name]) => !except(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}

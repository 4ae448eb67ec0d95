import type { Language } from '../../../api/language.js';
import type { StepInRunView } from '../../../api/schemas/runs.js';
import { momentOf } from '../../../api/views/due-view.js';
import { stepPath } from '../addresses.js';
import { holdersOf, openSteps } from './standing.js';
import { listed, quoted } from './words.js';

/** What the sentence is made of; the same for the board, the list and the case itself. */
export interface Whereabouts {
  readonly run: string;
  readonly steps: readonly StepInRunView[];
  readonly endedAt?: number;
  readonly ending?: string;
}

const WORDS = {
  es: {
    held: (who: string, since: string) => `: lo tiene ${who} desde el ${since}; `,
    due: (moment: string, words: string) => `vence el ${moment} (${lower(words)}).`,
    paused: 'el plazo está detenido.',
    none: 'no tiene plazo.',
    suspended: (why: string) => `está suspendido. ${why}.`,
    suspendedOnly: 'está suspendido.',
    more: (n: number) => (n === 1 ? ' Hay otro paso abierto.' : ` Hay otros ${n} pasos abiertos.`),
    stopped: (titles: string) => ` Suspendido: ${titles}.`,
    ended: (at: string, how: string) => `Terminó el ${at}${how === '' ? '' : `: ${how}`}.`,
    stillOpen: (titles: string) => ` Todavía espera respuesta: ${titles}.`,
    nothing: 'Nada espera respuesta ahora.',
    opens: (title: string, at: string) =>
      `Nada espera respuesta ahora. «${title}» se abre el ${at}.`,
  },
  en: {
    held: (who: string, since: string) => `: with ${who} since ${since}; `,
    due: (moment: string, words: string) => `due ${moment} (${lower(words)}).`,
    paused: 'its clock is stopped.',
    none: 'it has no deadline.',
    suspended: (why: string) => `it is suspended. ${why}.`,
    suspendedOnly: 'it is suspended.',
    more: (n: number) => (n === 1 ? ' One more step is open.' : ` ${n} more steps are open.`),
    stopped: (titles: string) => ` Suspended: ${titles}.`,
    ended: (at: string, how: string) => `Ended ${at}${how === '' ? '' : `: ${how}`}.`,
    stillOpen: (titles: string) => ` Still waits for an answer: ${titles}.`,
    nothing: 'Nothing waits for an answer now.',
    opens: (title: string, at: string) =>
      `Nothing waits for an answer now. “${title}” opens ${at}.`,
  },
} as const;

/** Where a case is, who holds it, since when and until when, in one sentence with a link to the step that blocks it. */
export function WhereNow(props: {
  readonly of: Whereabouts;
  readonly timeZone: string;
  readonly language: Language;
}) {
  const { of, timeZone, language } = props;
  const words = WORDS[language];
  const [first, ...others] = openSteps(of.steps);
  if (of.endedAt !== undefined) {
    // Data is recalled also after the end.
    const open = openSteps(of.steps).map(titleIn(language));
    return (
      <>
        {words.ended(momentOf(of.endedAt, timeZone, language), of.ending ?? '')}
        {open.length > 0 && words.stillOpen(listed(open, language))}
      </>
    );
  }
  if (!first) return <>{nothingOpen(of, timeZone, language)}</>;
  const running = others.filter(({ status }) => status !== 'suspended');
  const stopped = others.filter(({ status }) => status === 'suspended');
  const since = momentOf(Date.parse(first.openedAt!), timeZone, language);
  return (
    <>
      <a class="govuk-link" href={stepPath(of.run, first.step)}>
        {first.title}
      </a>
      {words.held(listed(holdersOf(first), language), since)}
      {untilWhen(first, language)}
      {running.length > 0 && words.more(running.length)}
      {stopped.length > 0 && words.stopped(listed(stopped.map(titleIn(language)), language))}
    </>
  );
}

const titleIn =
  (language: Language) =>
  ({ title }: StepInRunView): string =>
    quoted(title, language);

function untilWhen({ status, due, why }: StepInRunView, language: Language): string {
  const words = WORDS[language];
  if (status === 'suspended') {
    return why?.length
      ? words.suspended(why.map(({ text }) => text).join('. '))
      : words.suspendedOnly;
  }
  if (!due?.at || due.moment === undefined) return words.none;
  return due.state === 'none' ? words.paused : words.due(due.moment, due.words);
}

function nothingOpen({ steps }: Whereabouts, timeZone: string, language: Language): string {
  const next = steps
    .filter(({ opensAt }) => opensAt !== undefined)
    .sort((a, b) => (a.opensAt! < b.opensAt! ? -1 : 1))[0];
  const words = WORDS[language];
  if (!next) return words.nothing;
  return words.opens(next.title, momentOf(Date.parse(next.opensAt!), timeZone, language));
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

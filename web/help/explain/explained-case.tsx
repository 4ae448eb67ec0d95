import type { OpenRun } from '../../../api/runs/open-run.js';
import type { RunView, StepInRunView } from '../../../api/schemas/runs.js';
import { Details } from '../../components/details.js';
import { ExplainedStep } from './explained-step.js';
import { HelpLinks } from './help-links.js';
import { EXPLAIN } from './words.js';

/** The most urgent step is explained at once; the others are folded, so that the list of steps stays near. */
const MOST_SHOWN = 1;

/** Where a case stands in plain words, as far as whoever looks may see it. `steps` in the order of urgency. */
export function ExplainedCase(props: {
  readonly opened: OpenRun;
  readonly view: RunView;
  readonly steps: readonly StepInRunView[];
  /** The page lists what may be reported itself. */
  readonly withoutEvents?: true;
}) {
  const { opened, view, steps, withoutEvents } = props;
  const { language } = opened;
  const words = EXPLAIN[language];
  const shown = steps.slice(0, MOST_SHOWN);
  const folded = steps.slice(MOST_SHOWN);
  return (
    <section aria-labelledby="explicacion">
      <h2 class="govuk-heading-m" id="explicacion">
        {words.title}
      </h2>
      {steps.length === 0 && <p class="govuk-body">{quietWords(opened, view)}</p>}
      {shown.map((one) => (
        <ExplainedStep opened={opened} shown={one} />
      ))}
      {folded.length > 0 && (
        <Details summary={words.others(folded.length)}>
          {folded.map((one) => (
            <ExplainedStep opened={opened} shown={one} />
          ))}
        </Details>
      )}
      {!withoutEvents && !view.endedAt && view.events.length > 0 && (
        <p class="govuk-body">{words.anyTime(titlesOf(view.events, language))}</p>
      )}
      <HelpLinks of={opened} />
    </section>
  );
}

function quietWords({ language, level }: OpenRun, { endedAt, steps }: RunView): string {
  const words = EXPLAIN[language];
  if (endedAt !== undefined) return level === 'full' ? words.ended : words.endedHere;
  if (level !== 'full') return words.unseen;
  return steps.some(({ opensAt }) => opensAt !== undefined) ? words.quiet : words.stuck;
}

function titlesOf(all: readonly { readonly title: string }[], language: 'es' | 'en'): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(
    all.map(({ title }) => (language === 'es' ? `«${title}»` : `“${title}”`)),
  );
}

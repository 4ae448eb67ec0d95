import type { Language } from '../../../api/language.js';
import { momentOf } from '../../../api/views/due-view.js';
import { Due } from '../../components/due.js';
import { Tag } from '../../components/tag.js';
import { stepPath } from '../addresses.js';
import { holdersOf, type StageItem, type StepItem } from './standing.js';
import { CASE, listed, STANDINGS } from './words.js';

const COLOURS = {
  done: 'green',
  current: undefined,
  suspended: 'orange',
  waiting: 'yellow',
  future: 'grey',
  skipped: 'grey',
  withdrawn: 'purple',
} as const;

/** So many reasons are told in the list; all of them on the page of the step. */
const MOST_REASONS = 2;
/** Paper cannot be opened, and a wall of reasons is not read either. */
const MOST_ON_PAPER = 6;

interface ListProps {
  readonly run: string;
  readonly stages: readonly StageItem[];
  readonly timeZone: string;
  readonly language: Language;
  /** For paper: more reasons. */
  readonly whole?: boolean;
}

/** Every step in the order of the protocol, numbered through all stages. */
export function StepList(props: ListProps) {
  let count = 0;
  return (
    <>
      {props.stages.map((stage) => {
        const start = count + 1;
        count += stage.items.length;
        return (
          <section class="rt-steps">
            <h3 class="govuk-heading-s" id={`etapa-${stage.id}`}>
              {stage.title}
            </h3>
            <ol class="rt-steps__list" start={start}>
              {stage.items.map((item) => (
                <Entry item={item} {...props} />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

function Entry({ item, run, timeZone, language, whole }: ListProps & { item: StepItem }) {
  const { step, standing } = item;
  const words = CASE[language];
  const isOpen = standing === 'current' || standing === 'suspended';
  return (
    <li class={`rt-steps__step rt-steps__step--${standing}`} data-step={step.step}>
      <a class="govuk-link rt-steps__title" href={stepPath(run, step.step)}>
        {step.title}
      </a>{' '}
      <StandingTag standing={standing} language={language} />
      {step.outcome && <p class="rt-steps__fact">{`${words.outcome}: ${step.outcome.title}`}</p>}
      {isOpen && <p class="rt-steps__fact">{listed(holdersOf(step), language)}</p>}
      {isOpen && step.due && <Due due={step.due} />}
      {step.opensAt !== undefined && (
        <p class="rt-steps__fact">
          {`${words.opensOn} ${momentOf(Date.parse(step.opensAt), timeZone, language)}`}
        </p>
      )}
      <Reasons item={item} language={language} most={whole ? MOST_ON_PAPER : MOST_REASONS} />
    </li>
  );
}

/** The state of a step in a word. */
export function StandingTag(props: {
  readonly standing: StepItem['standing'];
  readonly language: Language;
}) {
  const { standing, language } = props;
  return <Tag colour={COLOURS[standing]}>{STANDINGS[language][standing]}</Tag>;
}

/** Why a step is suspended, waits or was not called for. */
export function Reasons(props: {
  readonly item: StepItem;
  readonly language: Language;
  readonly most: number;
}) {
  const { item, language, most } = props;
  const { step, standing } = item;
  const words = CASE[language];
  if (standing === 'done' || standing === 'current') return null;
  const missing = (step.why ?? []).map(({ text }) => text);
  const { of = 'all', parts: awaited = [] } = step.awaits ?? {};
  const waits = awaited.length > 1 ? words.waitsForMany[of] : words.waitsFor;
  const told = (all: readonly string[]) =>
    all.length > most
      ? `${all.slice(0, most).join('; ')}; ${words.more(all.length - most)}`
      : all.join('; ');
  return (
    <>
      {missing.length > 0 && <p class="rt-steps__fact">{`${words.missing}: ${told(missing)}`}</p>}
      {awaited.length > 0 && <p class="rt-steps__fact">{`${waits}: ${told(awaited)}`}</p>}
    </>
  );
}

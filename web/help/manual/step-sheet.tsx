import { type Language, say } from '../../../api/language.js';
import { silenceWords } from '../../../api/views/silence-words.js';
import { sourceWords } from '../../../api/views/source-words.js';
import { namedIn } from '../../../api/views/words.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { type Outcome, type Step, signers } from '../../../protocols/language/step.js';
import { type Row, SummaryList } from '../../components/summary-list.js';
import { Conditions } from './conditions.js';
import { deadlineWords, lengthWords } from './deadline-words.js';
import { MANUAL } from './words.js';

/** One step of a protocol: who, when, until when with its source, what silence means, what may come of it. */
export function StepSheet(props: {
  readonly definition: Definition;
  readonly step: Step;
  readonly number: number;
  readonly language: Language;
}) {
  const { definition, step, number, language } = props;
  return (
    <section class="rt-sheet" id={`paso-${step.id}`}>
      <h3 class="govuk-heading-s">{`${number}. ${say(step.title, language)}`}</h3>
      {step.instructions && <p class="govuk-body">{say(step.instructions, language)}</p>}
      <SummaryList
        rows={[
          { key: MANUAL[language].who, value: whoOf(definition, step, language) },
          ...opening(definition, step, language),
          ...deadline(definition, step, language),
          outcomes(definition, step, language),
          basis(step, language),
        ]}
      />
    </section>
  );
}

function whoOf({ roles }: Definition, step: Step, language: Language): string {
  const titles = signers(step).map((role) => namedIn(roles, role, language).title);
  const listed = new Intl.ListFormat(language).format(titles);
  return titles.length > 1 ? MANUAL[language].all(listed) : listed;
}

function opening(definition: Definition, step: Step, language: Language): Row[] {
  const words = MANUAL[language];
  const { notBefore, ahead, requires = [], series, limit } = step;
  const needs = requires.map((fact) => namedIn(definition.facts, fact, language).title);
  return [
    {
      key: words.opens,
      value: (
        <>
          <Conditions definition={definition} condition={step.when} language={language} />
          {notBefore && (
            <p>
              {words.notBefore(
                lengthWords(notBefore, language),
                namedIn(definition.dates, notBefore.before, language).title,
              )}
            </p>
          )}
          {ahead && (
            <p>
              {words.ahead(ahead.hours, namedIn(definition.dates, ahead.before, language).title)}
            </p>
          )}
          {series && (
            <p>
              {words.series(
                new Intl.ListFormat(language).format(
                  series.at.map((at) => lengthWords(at, language)),
                ),
              )}
            </p>
          )}
          {limit !== undefined && <p>{words.limit(limit)}</p>}
        </>
      ),
    },
    {
      key: words.needs,
      value: needs.length > 0 && (
        <>
          <List all={needs} />
          <p class="rt-quiet">{words.needsHint}</p>
        </>
      ),
    },
  ];
}

function deadline(definition: Definition, step: Step, language: Language): Row[] {
  const words = MANUAL[language];
  const of = step.deadline;
  if (!of) return [{ key: words.deadline, value: words.noDeadline }];
  const paused = (of.pausedWhile ?? []).map(
    (fact) => namedIn(definition.facts, fact, language).title,
  );
  return [
    { key: words.deadline, value: deadlineWords(definition, of, language) },
    { key: words.deadlineSource, value: sourceWords(of.source, language) },
    { key: words.pausedWhile, value: paused.length > 0 && <List all={paused} /> },
    {
      key: words.silence,
      value: (
        <>
          {`${silenceWords(step, language)}.`}
          {of.lapseIf && (
            <p>
              {`${words.onlyIf} `}
              <Conditions definition={definition} condition={of.lapseIf} language={language} />
            </p>
          )}
          {step.safeguard && <p>{words.byPerson}</p>}
        </>
      ),
    },
  ];
}

function outcomes(definition: Definition, step: Step, language: Language): Row {
  return {
    key: MANUAL[language].outcomes,
    value: <List all={step.outcomes.map((one) => outcomeWords(definition, one, language))} />,
  };
}

function outcomeWords(definition: Definition, outcome: Outcome, language: Language): string {
  const words = MANUAL[language];
  const { bySilence, keepsOpen, ends, continues } = outcome;
  const notes = [
    bySilence && words.bySilence,
    keepsOpen && words.keepsOpen,
    ends !== undefined && words.ends(namedIn(definition.endings, ends, language).title),
    continues && words.continues(continues.protocol),
  ].filter((note) => typeof note === 'string');
  const title = say(outcome.title, language);
  return notes.length > 0 ? `${title}: ${notes.join('; ')}` : title;
}

function basis({ basis = [] }: Step, language: Language): Row {
  const all = basis.map((source) => sourceWords(source, language));
  return { key: MANUAL[language].basis, value: all.length > 0 && <List all={all} /> };
}

/** One thing as a sentence, several as a list. */
export function List({ all }: { all: readonly string[] }) {
  const [only] = all;
  if (all.length < 2) return <>{only}</>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}

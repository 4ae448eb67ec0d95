import { refused } from '../../../api/errors.js';
import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { getStep } from '../../../api/runs/pick-role.js';
import { reasonsOf } from '../../../api/runs/reasons.js';
import type { StepInRunView } from '../../../api/schemas/runs.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { runView } from '../../../api/views/run-view.js';
import { silenceWords } from '../../../api/views/silence-words.js';
import { sourceWords } from '../../../api/views/source-words.js';
import { listEntries } from '../../../db/queries/list-entries.js';
import type { Step } from '../../../protocols/language/step.js';
import { refusal } from '../../../protocols/refusals.js';
import { BackLink } from '../../components/back-link.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Due } from '../../components/due.js';
import { type Row, SummaryList } from '../../components/summary-list.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { ExplainedStep } from '../../help/explain/explained-step.js';
import { EXPLAIN } from '../../help/explain/words.js';
import { casePath, withQuery } from '../addresses.js';
import { timelineOf } from '../timeline/timeline.js';
import { TimelineList } from '../timeline/timeline-list.js';
import { stagesIn } from './case-page.js';
import { JustDone, readJustDone } from './just-done.js';
import { mayIn, openCase } from './open-case.js';
import type { StageItem, StepItem } from './standing.js';
import { StandingTag } from './step-list.js';
import { STEP } from './step-words.js';
import { listed, quoted } from './words.js';

/** One step of a case for whoever follows it: who holds it, why it stands where it stands, what may come of it. */
export async function stepPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit);
  const { run, language, access, context } = opened;
  const view = runView(opened);
  const stages = stagesIn(opened, view);
  const { item, stage, number } = getItem(stages, visit.params.step ?? '');
  const { step: shown } = item;
  const words = STEP[language];
  const entries = timelineOf(
    opened,
    await listEntries(context.door.db, run.id),
    await reasonsOf(opened),
  ).filter(({ step }) => step === shown.step);
  return {
    title: `${shown.title} – ${caseKeyOf(run.id)}`,
    content: (
      <>
        <BackLink href={casePath(run.id)} text={`${words.back} ${caseKeyOf(run.id)}`} />
        <JustDone opened={opened} done={await readJustDone(visit, opened)} />
        <span class="govuk-caption-l">{words.place(number, view.steps.length, stage.title)}</span>
        <h1 class="govuk-heading-l">{shown.title}</h1>
        <p class="govuk-body">
          <StandingTag standing={item.standing} language={language} />
        </p>
        {shown.due && <Due due={shown.due} />}
        {isActive(shown) && (
          <>
            <h2 class="govuk-heading-m">{EXPLAIN[language].title}</h2>
            <ExplainedStep opened={opened} shown={shown} />
          </>
        )}
        <h2 class="govuk-heading-m">{words.facts}</h2>
        <Facts opened={opened} item={item} />
        <Choices opened={opened} shown={shown} />
        <Prospects shown={shown} language={language} />
        <h2 class="govuk-heading-m">{words.history}</h2>
        <TimelineList
          entries={entries}
          titleOf={() => shown.title}
          empty={words.noHistory}
          timeZone={access.timeZone}
          language={language}
        />
      </>
    ),
  };
}

function getItem(
  stages: readonly StageItem[],
  id: string,
): { item: StepItem; stage: StageItem; number: number } {
  let number = 0;
  for (const stage of stages) {
    for (const item of stage.items) {
      number += 1;
      if (item.step.step === id) return { item, stage, number };
    }
  }
  throw refused(refusal('step-unknown', { step: id }));
}

function Facts({ opened, item: { step: shown } }: { opened: OpenRun; item: StepItem }) {
  const { definition, language, access } = opened;
  const words = STEP[language];
  const step = getStep(definition, shown.step);
  const at = (iso: string) => momentOf(Date.parse(iso), access.timeZone, language);
  const rows: (Row | undefined | false)[] = [
    { key: words.who, value: <Signers shown={shown} language={language} /> },
    { key: words.since, value: shown.openedAt && at(shown.openedAt) },
    { key: words.outcome, value: shown.outcome?.title },
    { key: words.missing, value: sentences((shown.why ?? []).map(({ text }) => text)) },
    { key: words.waitsFor, value: shown.awaits && <Awaited {...{ shown, language }} /> },
    { key: words.opensOn, value: shown.opensAt && at(shown.opensAt) },
    { key: words.opening, value: shown.opening > 1 && String(shown.opening) },
    {
      key: words.silence,
      value: silenceWords(step, language),
    },
    { key: words.basis, value: <Basis step={step} language={language} /> },
  ];
  return (
    <>
      {step.instructions && <p class="govuk-body">{say(step.instructions, language)}</p>}
      <SummaryList rows={rows} />
    </>
  );
}

/** What a step waits for, and whether all or any of it is needed. */
function Awaited({ shown, language }: { shown: StepInRunView; language: 'es' | 'en' }) {
  const { of = 'all', parts = [] } = shown.awaits ?? {};
  return (
    <>
      {parts.length > 1 && STEP[language].needed[of]}
      {sentences(parts)}
    </>
  );
}

function sentences(texts: readonly string[]) {
  const [only] = texts;
  if (texts.length < 2) return only;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

function Signers({ shown, language }: { shown: StepInRunView; language: 'es' | 'en' }) {
  const words = STEP[language];
  return (
    <>
      <ul class="govuk-list">
        {shown.signers.map(({ role, institution, signed }) => (
          <li>
            {`${institution.title} (${role.title})`}
            {signed !== undefined &&
              shown.signers.length > 1 &&
              `: ${signed ? words.signed : words.unsigned}`}
          </li>
        ))}
      </ul>
      {shown.disagree && <p class="govuk-body">{words.disagree}</p>}
    </>
  );
}

function Basis({ step, language }: { step: Step; language: 'es' | 'en' }) {
  const all = [...(step.basis ?? []), ...(step.deadline ? [step.deadline.source] : [])];
  const sources = [...new Map(all.map((source) => [source.ref, source])).values()];
  return (
    <ul class="govuk-list">
      {sources.map((source) => (
        <li>{sourceWords(source, language)}</li>
      ))}
    </ul>
  );
}

function isActive({ status }: StepInRunView): boolean {
  return status === 'open' || status === 'suspended';
}

/** What the reader may do about this step. */
function Choices({ opened, shown }: { opened: OpenRun; shown: StepInRunView }) {
  const { run, language } = opened;
  const words = STEP[language];
  if (!isActive(shown)) return null;
  return (
    <ButtonGroup>
      {shown.mine && (
        <Button href={`/tareas/${run.id}/${encodeURIComponent(shown.step)}`}>{words.answer}</Button>
      )}
      {shown.status === 'open' && mayIn(opened, 'step.nudge') && (
        <Button
          kind="secondary"
          href={withQuery(casePath(run.id, '/acciones/recordar'), { paso: shown.step })}
        >
          {words.nudge}
        </Button>
      )}
      {mayIn(opened, 'role.reassign') && (
        <Button
          kind="secondary"
          href={withQuery(casePath(run.id, '/acciones/reasignar'), {
            funcion: shown.signers.find(({ signed }) => !signed)?.role.id,
          })}
        >
          {words.reassign}
        </Button>
      )}
    </ButtonGroup>
  );
}

function Prospects({ shown, language }: { shown: StepInRunView; language: 'es' | 'en' }) {
  const words = STEP[language];
  if (!shown.prospects) return null;
  const titles = (all: readonly { readonly title: string }[]) =>
    listed(
      all.map(({ title }) => quoted(title, language)),
      language,
    );
  return (
    <>
      <h2 class="govuk-heading-m">{words.prospects}</h2>
      <SummaryList
        rows={shown.prospects.map(({ outcome, opens, withdraws, ends, continues }) => {
          const parts = [
            opens.length > 0 && words.opens(titles(opens)),
            withdraws.length > 0 && words.withdraws(titles(withdraws)),
            ends && words.ends(ends.title),
            continues && words.continues(continues),
          ].filter((part) => typeof part === 'string');
          return { key: outcome.title, value: parts.join('; ') || words.nothing };
        })}
      />
    </>
  );
}

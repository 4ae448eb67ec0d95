import { ProblemError } from '../../../api/errors.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { type ReadRequest, requestsOf } from '../../../api/runs/step-requests.js';
import type { RunView } from '../../../api/schemas/runs.js';
import { linkedRunView } from '../../../api/views/act-answer.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { namedIn } from '../../../api/views/words.js';
import { Live } from '../../components/live.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { ExplainedCase } from '../../help/explain/explained-case.js';
import { RequestsPart } from '../../tasks/requests/requests-part.js';
import { casePath } from '../addresses.js';
import { versionOf } from '../live/version.js';
import { CaseFrame } from './case-frame.js';
import { Family } from './family.js';
import { Identity } from './identity.js';
import { JustDone, readJustDone } from './just-done.js';
import { mayIn, openCase } from './open-case.js';
import { operationOf } from './operation.js';
import { OperationPart } from './operation-part.js';
import { StageStrip } from './stage-strip.js';
import { openSteps, type StageItem, stagesOf } from './standing.js';
import { StepList } from './step-list.js';
import { type Whereabouts, WhereNow } from './where-now.js';
import { CASE } from './words.js';

/** Where a case stands: one sentence, the stages, every step in order. */
export async function casePage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit);
  const view = await linkedRunView(opened);
  const operation = await operationOf(opened);
  const { language, access } = opened;
  const words = CASE[language];
  const stages = stagesIn(opened, view);
  const requests = mayIn(opened, 'case.disclosures') ? await readRequests(opened) : [];
  const waits = requests.some(({ reply }) => reply === undefined);
  // Nothing with a field in it is renewed under somebody who types.
  const asked = <RequestsPart visit={visit} opened={opened} requests={requests} />;
  return {
    title: words.title(caseKeyOf(view.run)),
    content: (
      <CaseFrame opened={opened} part="steps">
        <JustDone opened={opened} done={await readJustDone(visit, opened)} />
        {waits && asked}
        <Live from={casePath(view.run, '/novedades')} version={versionOf([view])}>
          <Identity opened={opened} view={view} />
          <h2 class="govuk-heading-m">{words.now}</h2>
          <p class="govuk-body rt-now">
            <WhereNow of={whereaboutsOf(view)} timeZone={access.timeZone} language={language} />
          </p>
          <StageStrip stages={stages} language={language} />
          <ExplainedCase opened={opened} view={view} steps={openSteps(view.steps)} />
          <h2 class="govuk-heading-m">{words.steps}</h2>
          <StepList run={view.run} stages={stages} timeZone={access.timeZone} language={language} />
          {view.family && <Family family={view.family} language={language} />}
          {operation && <OperationPart operation={operation} language={language} />}
          <p class="govuk-body rt-no-print">
            <a class="govuk-link" href={casePath(view.run, '/imprimir')}>
              {words.print}
            </a>
          </p>
        </Live>
        {!waits && asked}
      </CaseFrame>
    ),
  };
}

/** What institutions asked; nothing where the person's data was erased. */
async function readRequests(opened: OpenRun): Promise<ReadRequest[]> {
  return requestsOf(opened).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'data-erased') return [];
    throw error;
  });
}

/** The visible steps of a case by stage, in the reader's language. */
export function stagesIn({ definition, language }: OpenRun, view: RunView): StageItem[] {
  const named = definition.stages.map(({ id }) => namedIn(definition.stages, id, language));
  return stagesOf(named, view.steps, view.endedAt !== undefined);
}

export function whereaboutsOf({ run, steps, endedAt, ending }: RunView): Whereabouts {
  return {
    run,
    steps,
    ...(endedAt === undefined ? {} : { endedAt: Date.parse(endedAt) }),
    ...(ending ? { ending: ending.title } : {}),
  };
}

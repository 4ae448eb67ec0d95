import { mayShow } from '../../../api/auth/fields.js';
import { may } from '../../../api/auth/policy.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { getStep } from '../../../api/runs/pick-role.js';
import { receivedShares } from '../../../api/runs/received.js';
import { isOpen } from '../../../api/runs/step-record.js';
import { requestsOf } from '../../../api/runs/step-requests.js';
import type { RunView } from '../../../api/schemas/runs.js';
import type { ShareView } from '../../../api/schemas/shares.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { runView } from '../../../api/views/run-view.js';
import { stepDetail } from '../../../api/views/step-detail.js';
import { institutionIn, namedIn } from '../../../api/views/words.js';
import { listStepsOfRun, type StepRecord } from '../../../db/queries/find-step.js';
import { mayStop } from '../../../protocols/core/origin-stop.js';
import { ORIGIN } from '../../cases/actions/origin-words.js';
import { casePath } from '../../cases/addresses.js';
import { BackLink } from '../../components/back-link.js';
import { Due } from '../../components/due.js';
import { SummaryList } from '../../components/summary-list.js';
import { Table } from '../../components/table.js';
import { Warning } from '../../components/warning.js';
import { ConsentTable } from '../../consents/consent-table.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { ExplainedCase } from '../../help/explain/explained-case.js';
import { RequestsPart } from '../requests/requests-part.js';
import { openCase, taskAt } from '../task.js';
import { WORDS } from './words.js';

/** One case as an institution takes part in it: its tasks, what it was sent, what it may report. */
export async function casePage(visit: Visit): Promise<Shown> {
  const { language, context, access, session } = visit;
  const words = WORDS[language];
  const opened = await openCase(visit, 'run.work');
  const { run, definition } = opened;
  const view = runView(opened);
  const of = { run: run.id, institution: access.institution };
  const records = await listStepsOfRun(context.door.db, of);
  const lead = run.state.bindings[definition.lead]?.institution;
  const moment = (at: string) => momentOf(Date.parse(at), session.timeZone, language);
  const title = words.title(caseKeyOf(run.id));
  const content = (
    <>
      <BackLink href="/tareas" text={words.back} />
      <h1 class="govuk-heading-l">{title}</h1>
      {view.rehearsal && <Warning>{words.rehearsal}</Warning>}
      <SummaryList
        rows={[
          { key: words.protocol, value: view.protocol.title },
          {
            key: words.lead,
            value:
              lead === undefined || !mayShow(opened, 'run.lead')
                ? undefined
                : institutionIn(context.door.directory, lead, language).title,
          },
          { key: words.roles, value: view.myRoles.map((role) => role.title).join(', ') },
          { key: words.since, value: moment(view.startedAt) },
          { key: words.ended, value: view.endedAt && moment(view.endedAt) },
          { key: words.endedWith, value: view.ending?.title },
        ]}
      />
      {records.length === 0 ? (
        <p class="govuk-body">{words.noTasks}</p>
      ) : (
        <OwnTasks visit={visit} opened={opened} records={records} />
      )}
      <ExplainedCase opened={opened} view={view} steps={ownOpen(view)} withoutEvents />
      <Shares visit={visit} shares={await receivedShares(opened)} />
      <ConsentTable opened={opened} sheets />
      <Events visit={visit} run={run.id} events={view.events} />
      {opened.roles.some(({ id }) => mayStop(definition, id)) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/casos/${run.id}/acciones/origen`}>
            {ORIGIN[language].link}
          </a>
        </p>
      )}
      <RequestsPart visit={visit} opened={opened} requests={await requestsOf(opened)} />
      {may(access.role, 'data.list', opened.relations) && (
        <p class="govuk-body">
          <a class="govuk-link" href={casePath(run.id, '/datos')}>
            {words.measures}
          </a>
        </p>
      )}
    </>
  );
  return { title, content };
}

/** The open steps the institution must answer; those of others are not its business here. */
function ownOpen({ steps }: RunView) {
  return steps.filter(({ mine, status }) => mine && (status === 'open' || status === 'suspended'));
}

function OwnTasks(props: {
  readonly visit: Visit;
  readonly opened: OpenRun;
  readonly records: readonly StepRecord[];
}) {
  const { visit, opened, records } = props;
  const { language, session } = visit;
  const words = WORDS[language];
  const titles = [words.task, words.state, words.due];
  return (
    <Table
      caption={words.mine}
      captionSize="m"
      columns={titles.map((title) => ({ title }))}
      rows={records.map((record) => {
        const { runId: run, step, opening, role, status, closedAt } = record;
        const { title } = namedIn(opened.definition.steps, step, language);
        const closed = closedAt && momentOf(closedAt.getTime(), session.timeZone, language);
        return [
          <a class="govuk-link" href={taskAt({ run, step, opening, role })}>
            {opening > 1 ? `${title} (${words.opening(opening)})` : title}
          </a>,
          words.states[status],
          isOpen(record) ? (
            <Due due={stepDetail(opened, getStep(opened.definition, step), record).due} />
          ) : (
            closed && words.closedAt(closed)
          ),
        ];
      })}
    />
  );
}

function Shares({ visit, shares }: { visit: Visit; shares: readonly ShareView[] }) {
  const words = WORDS[visit.language];
  return (
    <section aria-labelledby="recibidos">
      <h2 class="govuk-heading-m" id="recibidos">
        {words.shares}
      </h2>
      {shares.length === 0 && <p class="govuk-body">{words.noShares}</p>}
      <ul class="govuk-list">
        {shares.map(({ run, share, step, state }) => (
          <li>
            <a class="govuk-link" href={`/compartidos/${run}/${share}`}>
              {step.title}
            </a>
            {`. ${state === 'acknowledged' ? words.acknowledged : words.toAcknowledge}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Events(props: {
  readonly visit: Visit;
  readonly run: string;
  readonly events: RunView['events'];
}) {
  const { visit, run, events } = props;
  const words = WORDS[visit.language];
  return (
    <section aria-labelledby="sucesos">
      <h2 class="govuk-heading-m" id="sucesos">
        {words.events}
      </h2>
      <p class="govuk-body">{events.length === 0 ? words.noEvents : words.eventsHint}</p>
      <ul class="govuk-list">
        {events.map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={`/tareas/${run}/sucesos/${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

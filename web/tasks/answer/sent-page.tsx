import { ProblemError } from '../../../api/errors.js';
import { evidenceAt } from '../../../api/runs/evidence.js';
import {
  type OwnCompletion,
  openOwnAnswers,
  ownCompletions,
} from '../../../api/runs/own-answers.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { limitsAt } from '../../../api/views/due-state.js';
import { momentOf } from '../../../api/views/due-view.js';
import { formView } from '../../../api/views/form-view.js';
import { runView } from '../../../api/views/run-view.js';
import { namedIn } from '../../../api/views/words.js';
import { findInbox } from '../../../db/queries/find-inbox.js';
import { ConfirmPanel } from '../../components/confirm-panel.js';
import { SummaryList } from '../../components/summary-list.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { FileList } from '../evidence/file-list.js';
import { correctionAt } from '../requests/ask-part.js';
import { openTask, type Task, taskAt } from '../task.js';
import { AnswerList } from './answer-list.js';
import { WORDS } from './words.js';

/** The receipt of an answer: folio, moment and zone, what was stored, what comes next, and the next task in line. */
export async function sentPage(visit: Visit): Promise<Shown> {
  const { language, session, query } = visit;
  const words = WORDS[language];
  const task = await openTask(visit, 'step.read');
  const { opened, step, place } = task;
  const completion = await getCompletion(visit, task);
  const { title } = namedIn(opened.definition.steps, step.id, language);
  const files = (await evidenceAt(opened, place)).filter(({ seq }) => seq === completion.seq);
  const wanted = query.get('respuestas') === 'ver';
  const values = wanted ? await openOwnAnswers(opened, completion) : undefined;
  const content = (
    <>
      <ConfirmPanel title={words.sent}>
        {`${words.folio}: `}
        <strong>{completion.folio}</strong>
      </ConfirmPanel>
      <SummaryList
        rows={[
          { key: words.of, value: title },
          { key: words.case, value: <span class="rt-key">{caseKeyOf(place.run)}</span> },
          {
            key: words.moment,
            value: momentOf(completion.at.getTime(), session.timeZone, language),
          },
          {
            key: words.outcome,
            value: namedIn(step.outcomes, completion.act.outcome, language).title,
          },
        ]}
      />
      <h2 class="govuk-heading-m">{words.stored}</h2>
      {values ? (
        <>
          <p class="govuk-body-s rt-quiet">{words.shownNow}</p>
          <AnswerList
            visit={visit}
            outcomes={step.outcomes}
            fields={formView(step.form ?? [], language)}
            outcome={completion.act.outcome}
            answers={values}
          />
        </>
      ) : (
        <Stored visit={visit} task={task} completion={completion} />
      )}
      <FileList visit={visit} place={place} files={files} />
      <h2 class="govuk-heading-m">{words.next}</h2>
      <WhatNext visit={visit} task={task} />
      <p class="govuk-body">{words.print}</p>
      <p class="govuk-body rt-no-print">
        <a class="govuk-link" href={correctionAt(task)}>
          {words.error}
        </a>
      </p>
      <NextTask visit={visit} to={await nextTask(visit)} />
    </>
  );
  return { title: `${words.sent} – ${title} – ${caseKeyOf(place.run)}`, content };
}

/** The answer with this folio, else the latest of this opening and role. Throws `opening-unknown` where there is none. */
async function getCompletion({ query }: Visit, task: Task): Promise<OwnCompletion> {
  const own = (await ownCompletions(task.opened, task.step.id)).filter(
    ({ act }) => act.opening === task.place.opening && act.role === task.place.role,
  );
  const found = own.find(({ folio }) => folio === query.get('folio')) ?? own.at(-1);
  if (found) return found;
  throw new ProblemError('opening-unknown');
}

function Stored({
  visit,
  task,
  completion,
}: {
  visit: Visit;
  task: Task;
  completion: OwnCompletion;
}) {
  const words = WORDS[visit.language];
  if (!task.step.form?.length) return <p class="govuk-body">{words.storedNothing}</p>;
  const more = { folio: completion.folio, respuestas: 'ver' };
  return (
    <p class="govuk-body">
      {`${words.storedForm} `}
      <a class="govuk-link" href={taskAt(task.place, '/enviada', more)}>
        {words.showStored}
      </a>
      {` (${words.showHint})`}
    </p>
  );
}

/** Open steps of the case this institution may see. */
function WhatNext({ visit, task }: { visit: Visit; task: Task }) {
  const words = WORDS[visit.language];
  const open = runView(task.opened).steps.filter(
    ({ status }) => status === 'open' || status === 'suspended',
  );
  if (open.length === 0) return <p class="govuk-body">{words.nextNone}</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {open.map(({ title, signers, due }) => {
        const who = signers.map(({ institution }) => institution.title).join(', ');
        const deadline = due?.moment === undefined ? due?.words : `${due.words}: ${due.moment}`;
        return <li>{words.nextLine(title, who, deadline ?? '')}</li>;
      })}
    </ul>
  );
}

/** The most urgent task of this person, else the most urgent of the institution that nobody holds. */
async function nextTask({ context, access, session }: Visit): Promise<string | undefined> {
  const limits = limitsAt(context.door.clock.now(), access);
  const asked = { institution: access.institution, limits, rehearsals: false, limit: 1 };
  for (const holding of ['mine', 'unassigned'] as const) {
    const question = { ...asked, holding, users: [session.user.id] };
    const [item] = (await findInbox(context.door.db, question)).items;
    if (item) return taskAt(item);
  }
  return undefined;
}

function NextTask({ visit, to }: { visit: Visit; to: string | undefined }) {
  const words = WORDS[visit.language];
  return (
    <p class="govuk-body rt-no-print">
      {to === undefined ? (
        `${words.noNextTask} `
      ) : (
        <>
          <a class="govuk-link" href={to}>
            {words.nextTask}
          </a>
          {' · '}
        </>
      )}
      <a class="govuk-link" href="/tareas">
        {words.toTasks}
      </a>
    </p>
  );
}

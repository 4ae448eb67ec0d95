import { ownCompletions } from '../../../api/runs/own-answers.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { momentOf } from '../../../api/views/due-view.js';
import { formView } from '../../../api/views/form-view.js';
import { namedIn } from '../../../api/views/words.js';
import type { Shown, Visit } from '../../frame/visit.js';
import type { Filled } from '../step/filled.js';
import { nameOf } from '../step/filled.js';
import { type Task, taskAt } from '../task.js';
import { AnswerList } from './answer-list.js';
import { WORDS } from './words.js';

/** Somebody was faster: who and when, as far as it may be told, and everything that was typed. Nothing was sent. */
export async function fasterPage(visit: Visit, task: Task, filled: Filled): Promise<Shown> {
  const { language, session } = visit;
  const words = WORDS[language];
  const { opened, step, place } = task;
  const own = (await ownCompletions(opened, step.id)).findLast(
    ({ act }) => act.opening === place.opening && act.role === place.role,
  );
  const openAgain = (opened.run.state.steps[step.id]?.open?.opening ?? 0) > place.opening;
  const moment = own && momentOf(own.at.getTime(), session.timeZone, language);
  const isMe = own?.actor.account === session.user.id;
  const content = (
    <>
      <span class="govuk-caption-l">
        {`${namedIn(opened.definition.steps, step.id, language).title} – ${caseKeyOf(place.run)}`}
      </span>
      <h1 class="govuk-heading-l">{words.fasterTitle}</h1>
      <p class="govuk-body-l">
        {own && moment
          ? isMe
            ? words.fasterYou(moment)
            : words.fasterOwn(await nameOf(visit, own.actor.account), moment)
          : words.fasterOther}
      </p>
      {openAgain && <p class="govuk-body">{words.fasterAgain}</p>}
      <p class="govuk-body">{words.fasterNothing}</p>
      <ul class="govuk-list">
        {own && (
          <li>
            <a class="govuk-link" href={taskAt(place, '/enviada', { folio: own.folio })}>
              {words.seeReceipt}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`/tareas/${place.run}/${place.step}`}>
            {words.openAgain}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/tareas">
            {words.toTasks}
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{words.typed}</h2>
      <AnswerList
        visit={visit}
        outcomes={step.outcomes}
        fields={formView(step.form ?? [], language)}
        outcome={filled.outcome}
        answers={filled.answers}
      />
    </>
  );
  return { title: words.fasterTitle, content, status: 409 };
}

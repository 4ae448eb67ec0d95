import { ProblemError } from '../../../api/errors.js';
import { ownCompletions } from '../../../api/runs/own-answers.js';
import { isOpen } from '../../../api/runs/step-record.js';
import { askLead, LONGEST_REASON } from '../../../api/runs/step-requests.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { namedIn } from '../../../api/views/words.js';
import type { RequestKind } from '../../../db/schema/step-requests.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../../components/error-summary.js';
import { TextArea } from '../../components/text-area.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey, getKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { openTask, type Task, taskAt } from '../task.js';
import { KINDS } from './ask-part.js';
import { reasonFault } from './reason-fault.js';
import { WORDS } from './words.js';

/** Asks for the reason of a request to whoever leads the case. */
export async function askPage(visit: Visit): Promise<Shown> {
  const task = await openTask(visit, 'step.ask');
  return showAsk(visit, task, getKind(visit), '', freshKey(), []);
}

/** Sends a request; nothing of the run changes. */
export async function ask(visit: Visit): Promise<Answer> {
  const { form, language } = visit;
  const task = await openTask(visit, 'step.ask');
  const kind = getKind(visit);
  const key = getKey(form);
  const reason = (form.get('motivo') ?? '').replace(/\r\n?/g, '\n');
  const fault = reasonFault(reason, language, WORDS[language].noReason);
  if (fault) return showAsk(visit, task, kind, reason, key, [{ text: fault, field: 'motivo' }]);
  if (!(await mayAsk(task, kind))) {
    return showAsk(visit, task, kind, reason, key, [
      { text: kind === 'correction' ? WORDS[language].nothingSent : WORDS[language].closed },
    ]);
  }
  const { step, opening, role } = task.place;
  await askLead(task.opened, key, { step, opening, role, kind, reason });
  return { to: `${taskAt(task.place)}#pedidos` };
}

/** A correction is of something sent; everything else is for a task that waits. */
async function mayAsk({ opened, step, record }: Task, kind: RequestKind): Promise<boolean> {
  if (kind !== 'correction') return isOpen(record);
  return (await ownCompletions(opened, step.id)).length > 0;
}

function getKind({ params }: Visit): RequestKind {
  const kind = Object.hasOwn(KINDS, params.kind ?? '') ? KINDS[params.kind ?? ''] : undefined;
  if (kind) return kind;
  throw new ProblemError('route-unknown');
}

function showAsk(
  visit: Visit,
  task: Task,
  kind: RequestKind,
  reason: string,
  key: string,
  faults: readonly Fault[],
): Shown {
  const { language, params } = visit;
  const words = WORDS[language];
  const { run, step, opening, role } = task.place;
  const title = namedIn(task.opened.definition.steps, task.step.id, language).title;
  const content = (
    <>
      <BackLink href={taskAt(task.place)} text={words.back} />
      <ErrorSummary faults={faults} />
      <span class="govuk-caption-l">{`${title} – ${caseKeyOf(run)}`}</span>
      <h1 class="govuk-heading-l">{words.title[kind]}</h1>
      <p class="govuk-body">{kind === 'correction' ? words.stays : words.noStop}</p>
      <form
        method="post"
        autocomplete="off"
        action={`/tareas/${run}/${step}/pedir/${params.kind}`}
        noValidate
      >
        <FormKey visit={visit} />
        <input type="hidden" name={CONTROLS.key} value={key} />
        <input type="hidden" name={CONTROLS.opening} value={String(opening)} />
        <input type="hidden" name={CONTROLS.role} value={role} />
        <TextArea
          id="motivo"
          label={words.reason[kind]}
          hint={words.reasonHint}
          value={reason}
          error={faultOf(faults, 'motivo')}
          limit={LONGEST_REASON}
        />
        <Button>{words.send}</Button>
      </form>
    </>
  );
  return { title: words.title[kind], content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

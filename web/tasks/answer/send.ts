import { refuseUnstorable } from '../../../api/edge/storable.js';
import { detailOf, ProblemError } from '../../../api/errors.js';
import { answerStep } from '../../../api/runs/answer-step.js';
import { folioOf } from '../../../api/views/folio.js';
import { formView } from '../../../api/views/form-view.js';
import { formFaults } from '../../forms/faults.js';
import { CONTROLS } from '../../forms/names.js';
import { getKey } from '../../forms/one-time-key.js';
import { readShown } from '../../forms/shown-answers.js';
import type { Answer, Visit } from '../../frame/visit.js';
import type { Filled } from '../step/filled.js';
import { showTask } from '../step/step-page.js';
import { openTask, type Task, taskAt } from '../task.js';
import { fasterPage } from './faster-page.js';

/** Refusals that mean somebody or time was faster. */
const FASTER: ReadonlySet<string> = new Set([
  'step-not-open',
  'opening-superseded',
  'already-signed',
  'deadline-passed',
  'run-ended',
  'act-conflict',
  'not-responsible',
]);

/** Enters the answer that was shown on the check page, once per key, and leads to its receipt. */
export async function send(visit: Visit): Promise<Answer> {
  const task = await openTask(visit, 'step.complete');
  const { opened, step, place } = task;
  const key = getKey(visit.form);
  const { answers, outcome, files, confirms } = readShown(visit.form);
  const filled: Filled = { answers, outcome, known: 0 };
  const { opening, role } = place;
  try {
    refuseUnstorable({ answers });
    const given = { opening, outcome, role, answers, files, confirms };
    const { seq } = await answerStep(opened, step.id, key, given);
    return { to: taskAt(place, '/enviada', { folio: folioOf(place.run, seq) }) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // What stands now is read anew: the answer that waits may be another one.
    const now = confirms === undefined ? task : await openTask(visit, 'step.complete');
    return sendBack(visit, now, filled, error);
  }
}

/** Nobody loses what they typed, whatever kept it from being entered. */
async function sendBack(
  visit: Visit,
  task: Task,
  filled: Filled,
  problem: ProblemError,
): Promise<Answer> {
  if (FASTER.has(problem.code)) return fasterPage(visit, task, filled);
  const { language } = visit;
  const faults =
    problem.code === 'form-invalid' || problem.code === 'body-invalid'
      ? formFaults(problem, formView(task.step.form ?? [], language), filled.answers, language)
      : [{ text: detailOf(problem, language), field: CONTROLS.outcome }];
  return showTask(visit, task, { filled, faults });
}

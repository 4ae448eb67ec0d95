import { refuseUnstorable } from '../../../api/edge/storable.js';
import { ProblemError } from '../../../api/errors.js';
import { checkAnswers } from '../../../api/forms/check-answers.js';
import { checkStep } from '../../../api/forms/check-step.js';
import { writeDraft } from '../../../api/runs/drafts.js';
import { isOpen } from '../../../api/runs/step-record.js';
import { momentOf } from '../../../api/views/due-view.js';
import { formView } from '../../../api/views/form-view.js';
import type { Fault } from '../../components/error-summary.js';
import { formFaults } from '../../forms/faults.js';
import { CONTROLS } from '../../forms/names.js';
import type { Json } from '../../frame/data.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { fasterPage } from '../answer/faster-page.js';
import { openTask, type Task, taskAt } from '../task.js';
import { type Filled, filledBy } from './filled.js';
import { showTask } from './step-page.js';
import { WORDS } from './words.js';

/**
 * What the form of a step does: it saves what was typed and goes on to the check page, to the files, to the data of the person,
 * back to the page or to the list. Whatever is wrong, the text comes back with the page.
 */
export async function save(visit: Visit): Promise<Answer> {
  const task = await openTask(visit, 'step.draft');
  const filled = filledBy(visit, task);
  if (!isOpen(task.record)) return fasterPage(visit, task, filled);
  const action = visit.form.get(CONTROLS.action) ?? 'revisar';
  const saved = await saveDraftOf(visit, task, filled);
  if ('faults' in saved) return showTask(visit, task, { filled, faults: saved.faults });
  if (saved.conflict) return showTask(visit, task, { filled, faults: [], conflict: true });
  if (saved.closed) return fasterPage(visit, task, filled);
  if (action === 'revisar') {
    const faults = answerFaults(visit, task, filled);
    if (faults.length === 0) return { to: taskAt(task.place, '/revisar') };
    return showTask(visit, task, { filled: { ...filled, known: saved.at }, faults });
  }
  return { to: nextOf(task, action) };
}

/** As `save`, for a script that saves while somebody types. */
export async function saveQuietly(visit: Visit): Promise<Json> {
  const { session, language } = visit;
  const words = WORDS[language];
  const task = await openTask(visit, 'step.draft');
  const filled = filledBy(visit, task);
  const saved = isOpen(task.record)
    ? await saveDraftOf(visit, task, filled)
    : ({ closed: true } as const);
  if ('faults' in saved) {
    return { status: 422, json: { texto: saved.faults.map(({ text }) => text).join('. ') } };
  }
  if (saved.closed || saved.conflict) {
    return { status: 409, json: { texto: saved.closed ? words.closed : words.otherSaved } };
  }
  return {
    json: {
      guardadoEn: new Date(saved.at).toISOString(),
      borrador: saved.at,
      texto: words.savedAt(momentOf(saved.at, session.timeZone, language)),
    },
  };
}

type Saved =
  | { readonly at: number; readonly closed?: false; readonly conflict?: false }
  | { readonly closed: true; readonly conflict?: false }
  | { readonly conflict: true; readonly closed?: false }
  | { readonly faults: Fault[] };

async function saveDraftOf({ language }: Visit, task: Task, filled: Filled): Promise<Saved> {
  const { opened, step, place } = task;
  const { answers, outcome, known } = filled;
  try {
    refuseUnstorable({ answers });
    const at = await writeDraft(opened, step.id, {
      opening: place.opening,
      role: place.role,
      answers,
      ...(outcome === undefined ? {} : { outcome }),
      known,
    });
    return at === undefined ? { conflict: true } : { at: Math.floor(at) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'step-not-open' || error.code === 'not-responsible') return { closed: true };
    if (error.code !== 'form-invalid' && error.code !== 'body-invalid') throw error;
    return { faults: formFaults(error, formView(step.form ?? [], language), answers, language) };
  }
}

/** Everything that keeps an answer from being sent. */
export function answerFaults({ language }: Visit, { opened, step }: Task, filled: Filled): Fault[] {
  const { answers, outcome } = filled;
  const { definition, run } = opened;
  const faults: Fault[] = [];
  try {
    if (outcome === undefined) checkAnswers(step.form ?? [], answers, outcome);
    else checkStep({ definition, state: run.state }, step, outcome, answers);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    faults.push(...formFaults(error, formView(step.form ?? [], language), answers, language));
  }
  if (outcome === undefined) {
    faults.push({ text: WORDS[language].chooseOutcome, field: CONTROLS.outcome });
  }
  return faults;
}

function nextOf({ place }: Task, action: string): string {
  if (action === 'salir') return '/tareas';
  if (action === 'evidencia') return taskAt(place, '/evidencia');
  const share = /^datos:([A-Za-z0-9_.-]{1,200})$/.exec(action)?.[1];
  if (share !== undefined) return `${taskAt(place, '', { datos: share })}#datos`;
  return taskAt(place);
}

import type { Action } from '../../api/auth/policy.js';
import { refused } from '../../api/errors.js';
import { type OpenRun, openRun } from '../../api/runs/open-run.js';
import { getStep } from '../../api/runs/pick-role.js';
import { getStepRecord } from '../../api/runs/step-record.js';
import { runId } from '../../api/schemas/common.js';
import type { StepRecord } from '../../db/queries/find-step.js';
import type { Place } from '../../db/queries/holders.js';
import type { Step } from '../../protocols/language/step.js';
import { refusal } from '../../protocols/refusals.js';
import { CONTROLS } from '../forms/names.js';
import type { Visit } from '../frame/visit.js';

/** A step as one of its institution's people has it before them. */
export interface Task {
  readonly opened: OpenRun;
  readonly step: Step;
  readonly record: StepRecord;
  readonly place: Place;
}

/** The run an address names, for an action. Throws as `openRun` does; an id that cannot be one is unknown. */
export async function openCase(visit: Visit, action: Action): Promise<OpenRun> {
  const { context, params } = visit;
  const id = params.run ?? '';
  if (!runId.safeParse(id).success) throw refused(refusal('run-unknown'));
  return openRun(context, visit, id, action);
}

/** The step an address or a form names: the opening and role given, else the latest. */
export async function openTask(visit: Visit, action: Action): Promise<Task> {
  const opened = await openCase(visit, action);
  const step = getStep(opened.definition, visit.params.step ?? '');
  const given = (name: string) => visit.form.get(name) ?? visit.query.get(name) ?? undefined;
  const opening = numberOf(given(CONTROLS.opening));
  const role = given(CONTROLS.role);
  const record = await getStepRecord(opened, step, { opening, role: role || undefined });
  const place = { run: opened.run.id, step: step.id, opening: record.opening, role: record.role };
  return { opened, step, record, place };
}

function numberOf(given: string | undefined): number | undefined {
  return given !== undefined && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : undefined;
}

/** Address of a page of a task. `more` is added to its query. */
export function taskAt(
  { run, step, opening, role }: Place,
  page: '' | `/${string}` = '',
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    [CONTROLS.opening]: String(opening),
    [CONTROLS.role]: role,
    ...more,
  });
  return `/tareas/${run}/${step}${page}?${query.toString()}`;
}

/** The present of a run: a rehearsal carries its own. */
export function nowOf({ run, context }: OpenRun): number {
  return run.rehearsal ? run.state.lastAt : context.door.clock.now();
}

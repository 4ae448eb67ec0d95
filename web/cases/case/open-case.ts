import { type Action, may } from '../../../api/auth/policy.js';
import { refused } from '../../../api/errors.js';
import { type OpenRun, openRun } from '../../../api/runs/open-run.js';
import { runId } from '../../../api/schemas/common.js';
import { refusal } from '../../../protocols/refusals.js';
import type { Visit } from '../../frame/visit.js';

/** The case an address names, for an action of the policy. Throws `run-unknown` for an address that names no run. */
export async function openCase(visit: Visit, action: Action = 'case.read'): Promise<OpenRun> {
  const { run = '' } = visit.params;
  if (!runId.safeParse(run).success) throw refused(refusal('run-unknown'));
  return openRun(visit.context, visit, run, action);
}

/** Whether the person may do this in the case as it is open. */
export function mayIn({ access, relations }: OpenRun, action: Action): boolean {
  return may(access.role, action, relations);
}

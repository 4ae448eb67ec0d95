import { randomUUID } from 'node:crypto';
import type { Committed, Refused } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { groupOperation } from '../../protocols/group-operation.js';
import type { Definition } from '../../protocols/language/definition.js';
import { accepted, officerOf, startTestRun } from '../support/door.js';

export const HOUR = 3_600_000;
export const operation: Definition = groupOperation;

/** Whole seconds, a week from now. */
export const nextWeek = (): number => Math.ceil(Date.now() / 1000) * 1000 + 7 * 24 * HOUR;

/** An operation that takes people. */
export interface PlannedOperation {
  readonly id: string;
  readonly departure: number;
}

/** Answers a step in its present opening as the invented institution of a role. */
export async function answer(
  door: Door,
  runId: string,
  role: string,
  step: string,
  outcome: string,
  brought: object = {},
  opening = 1,
): Promise<Committed | Refused> {
  return commitAct(door, {
    runId,
    actId: randomUUID(),
    actor: officerOf(role),
    act: { type: 'step-completed', step, opening, outcome, role, ...brought },
  });
}

/** Reports an event as the invented institution of a role. */
export function report(
  door: Door,
  runId: string,
  role: string,
  event: string,
  brought: object = {},
): Promise<Committed | Refused> {
  return commitAct(door, {
    runId,
    actId: randomUUID(),
    actor: officerOf(role),
    act: { type: 'event-reported', event, role, ...brought },
  });
}

/** Drafts an operation for invented institutions and opens its list. */
export async function plan(
  door: Door,
  more: { capacity?: number; purpose?: string; departure?: number } = {},
  definition: Definition = operation,
): Promise<PlannedOperation> {
  const departure = more.departure ?? nextWeek();
  const dates = { departure, 'latest-departure': departure + 2 * HOUR };
  const { runId: id } = await startTestRun(door, definition, {
    assigns: { purpose: more.purpose ?? 'removal' },
  });
  accepted(
    await answer(door, id, 'MIG-S', 'operation-draft', 'planned', {
      assigns: { capacity: more.capacity ?? 10, route: 'land' },
      dates,
      refers: { point: 'punto-inventado' },
    }),
  );
  return { id, departure };
}

/** A person's run that asks for a seat on an operation; the door's word on it. */
export async function ask(
  door: Door,
  definition: Definition,
  { id, departure }: PlannedOperation,
  more: { runId?: string; opening?: number } = {},
): Promise<{ runId: string; result: Committed | Refused }> {
  const runId = more.runId ?? (await startTestRun(door, definition)).runId;
  const brought = { dates: { departure }, refers: { operation: id } };
  const result = await answer(door, runId, 'MIG-S', 'list', 'sent', brought, more.opening);
  return { runId, result };
}

/** A person with a seat. */
export async function seat(
  door: Door,
  definition: Definition,
  planned: PlannedOperation,
): Promise<string> {
  const { runId, result } = await ask(door, definition, planned);
  accepted(result);
  return runId;
}

/** Where each line of an operation stands, by run. */
export async function linesOf(door: Door, operationId: string): Promise<Record<string, string>> {
  const rows = await door.db.sql<{ run: string; status: string }[]>`
    select run_id as run, status from manifest_entries where operation_id = ${operationId}`;
  return Object.fromEntries(rows.map(({ run, status }) => [run, status]));
}

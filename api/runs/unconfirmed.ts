import { findLastAnswer } from '../../db/queries/find-entry.js';
import { findUnseconded } from '../../protocols/core/signing.js';
import type { Step } from '../../protocols/language/step.js';
import { folioOf } from '../views/folio.js';
import type { OpenRun } from './open-run.js';

/** An answer that waits for a second person. `at` in epoch milliseconds. */
export interface Unconfirmed {
  readonly outcome: string;
  readonly at: number;
  /** What the second person names, so that they confirm this answer and no other. */
  readonly folio: string;
}

/** The answer of a role to the step's present opening that waits for a second person. */
export function findWaiting(
  { run }: OpenRun,
  step: Step,
  role: string,
): { readonly outcome: string; readonly at: number } | undefined {
  const open = run.state.steps[step.id]?.open;
  return open && findUnseconded(step, open, role);
}

/** The same in this opening, with the folio that confirms it; undefined where none waits. */
export async function findUnconfirmed(
  opened: OpenRun,
  step: Step,
  { opening, role }: { readonly opening: number; readonly role: string },
): Promise<Unconfirmed | undefined> {
  const { context, run } = opened;
  const waiting = findWaiting(opened, step, role);
  if (!waiting || run.state.steps[step.id]?.open?.opening !== opening) return undefined;
  const { outcome, at } = waiting;
  const of = { runId: run.id, step: step.id, opening, outcome, role };
  const given = await findLastAnswer(context.door.db.sql, of);
  return given && { outcome, at, folio: folioOf(run.id, given.seq) };
}

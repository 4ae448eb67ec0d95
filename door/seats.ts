import { findRun } from '../db/queries/find-run.js';
import { listLines } from '../db/queries/manifest.js';
import type { Act } from '../protocols/core/acts.js';
import type { Effect } from '../protocols/core/effects.js';
import { operationOf, refuseSeatOn } from '../protocols/core/operation.js';
import { freezesList } from '../protocols/core/seats.js';
import type { RunState } from '../protocols/core/state.js';
import type { Definition } from '../protocols/language/definition.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { ActRequest } from './acts.js';
import type { Door, KnownRun } from './door.js';
import { getDefinition } from './known-runs.js';

/**
 * The act with the lines of the list it sends, as they stand now. A line that falls away before the act is written is in
 * the version and shows as changed at once.
 */
export async function withLines(
  door: Door,
  definition: Definition,
  run: KnownRun,
  act: Act,
): Promise<Act> {
  if (act.type !== 'step-completed') return act;
  // Nobody brings lines: what a caller gave under this name is left out.
  const { manifest: _, ...bare } = act;
  if (!definition.operation || !freezesList(definition, act.step, act.outcome)) return bare;
  return { ...bare, manifest: await listLines(door.db.sql, run.id) };
}

/**
 * Why a person cannot be seated on the operation their act names, as that operation stands. The same is checked once more
 * where the line is written, under the lock of the operation.
 */
export async function refuseBoarding(
  door: Door,
  definition: Definition,
  run: KnownRun,
  { actor }: Pick<ActRequest, 'actor'>,
  applied: { state: RunState; effects: readonly Effect[] },
): Promise<Refusal | undefined> {
  for (const effect of applied.effects) {
    if (effect.type !== 'seat-changed' || !effect.taken) continue;
    const found = await findRun(door.db.sql, effect.operation);
    const declared = found && (await getDefinition(door, found));
    const operation = found && declared && operationOf(declared, found.state);
    const isParty =
      found &&
      Object.values(found.state.bindings).some((one) => one.institution === actor.institution);
    if (!operation || !isParty || found.rehearsal !== run.rehearsal) {
      return refusal('operation-unknown');
    }
    const { departsAt } = effect;
    const refused = refuseSeatOn(operation, { definition, state: applied.state, departsAt });
    if (refused) return refused;
  }
  return undefined;
}

const CODES: Readonly<Record<string, () => Refusal>> = {
  RT001: () => refusal('operation-full'),
  RT002: () => refusal('operation-closed'),
  RT003: () => refusal('operation-unknown'),
};

/** The refusal behind an error of the database, when its guards refused a seat: somebody else was first. */
export function seatRefusal(error: unknown): Refusal | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES[code]?.();
}

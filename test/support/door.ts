import { randomBytes } from 'node:crypto';
import { saveInstitutions } from '../../db/queries/institutions.js';
import type { Actor } from '../../db/schema/history.js';
import type { Committed, Refused } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import { type Door, openDoor } from '../../door/door.js';
import type { SeriesLimits } from '../../door/series/limits.js';
import { startRun } from '../../door/start-run.js';
import { createVault, type Vault } from '../../platform/vault/vault.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { TestDatabase } from './database.js';

/**
 * One invented institution for each role of the definition, the receiving ones in Costa Rica, all in Mexico City time, so
 * that a test need not say whose days it counts.
 */
export function inventedInstitutions(definition: Definition) {
  return definition.roles.map((role) => ({
    id: institutionOf(role.id),
    kind: role.kind,
    nameEs: `Institución inventada ${role.id}`,
    nameEn: `Invented institution ${role.id}`,
    country: role.side === 'receiving' ? 'CR' : 'MX',
    timeZone: 'America/Mexico_City',
  }));
}

export function institutionOf(role: string): string {
  return `invented-${role.toLowerCase()}`;
}

export function bindingsOf(definition: Definition): Record<string, string> {
  return Object.fromEntries(definition.roles.map((role) => [role.id, institutionOf(role.id)]));
}

export function officerOf(role: string): Actor {
  return { institution: institutionOf(role), access: 'officer', account: 'invented-account' };
}

/** The master key of test doors of this process. */
export const TEST_KEY = { id: 'test-key', key: randomBytes(32) };

/** For tests whose few accounts decide in seconds what people decide in weeks: counted all the same, and never held. */
export const TEST_PACE: SeriesLimits = {
  short: { most: 999_999, minutes: 10 },
  long: { most: 999_999, minutes: 60 },
  alike: 999_999,
};

/** The same for processes of their own. */
export const TEST_PACE_SETTING = 'short=999999/10,long=999999/60,alike=999999';

/** A door on the test's database, as another process would open it: all doors share the master key. */
export async function openTestDoor(
  database: Pick<TestDatabase, 'db'>,
  definitions: readonly Definition[],
  vault: Vault = createVault([TEST_KEY]),
  series: SeriesLimits = TEST_PACE,
): Promise<Door> {
  for (const definition of definitions) {
    await saveInstitutions(database.db, inventedInstitutions(definition));
  }
  const door = await openDoor(database.db, vault, { series });
  await door.definitions.publishShipped(definitions);
  // Nothing is handed over without a relay: every start would wait for an engine that is far behind for ever.
  return { ...door, pressure: { admit: async () => {} } };
}

let starts = 0;

/** Starts a run with every role bound; throws when it is refused. */
export async function startTestRun(
  door: Door,
  definition: Definition,
  more: Partial<Parameters<typeof startRun>[1]> = {},
): Promise<Committed> {
  starts += 1;
  return accepted(
    await startRun(door, {
      actId: `start/${process.pid}/${starts}`,
      actor: officerOf(definition.lead),
      protocol: definition.id,
      bindings: bindingsOf(definition),
      ...more,
    }),
  );
}

/** Answers an open step as the institution of the role. */
export function answer(
  door: Door,
  runId: string,
  role: string,
  step: string,
  outcome: string,
  more: Partial<Parameters<typeof commitAct>[1]> & { opening?: number } = {},
): Promise<Committed | Refused> {
  const { opening = 1, ...rest } = more;
  return commitAct(door, {
    runId,
    actId: `${step}#${opening}/${role}`,
    actor: officerOf(role),
    act: { type: 'step-completed', step, opening, outcome, role },
    ...rest,
  });
}

export function accepted(result: Committed | Refused): Committed {
  if (result.ok) return result;
  throw new Error(`Refused: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`);
}

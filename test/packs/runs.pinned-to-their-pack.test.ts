import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { choosePack } from '../../door/choose-pack.js';
import { commitAct } from '../../door/commit-act.js';
import type { Door } from '../../door/door.js';
import { getDefinition } from '../../door/known-runs.js';
import { rebuild } from '../../door/rebuild.js';
import { startRun } from '../../door/start-run.js';
import type { Act } from '../../protocols/core/acts.js';
import { findPack } from '../../protocols/language/pack.js';
import { checkVariant } from '../../protocols/packs/check/check-variant.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { mexico } from '../../protocols/packs/mexico.js';
import { bindingsOf, institutionsOf, type States } from '../protocols/two-states.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, openTestDoor } from '../support/door.js';
import { adult, HONDURAS, ISLAND, MEXICO, MEXICO_HONDURAS, minor } from './corridor.js';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [adult, minor]);
  await door.packs.publishShipped(SHIPPED_PACKS);
});
afterAll(() => database.drop());

/** Fills the directory for a corridor and names who fills which role. */
async function bindingsIn(states: States): Promise<Record<string, string>> {
  await saveInstitutions(database.db, institutionsOf(adult, states));
  await door.directory.reload();
  return Object.fromEntries(
    Object.entries(bindingsOf(adult, states)).map(([role, { institution }]) => [role, institution]),
  );
}

async function start(pack: string | undefined, states = MEXICO_HONDURAS, actId = randomUUID()) {
  return startRun(door, {
    actId,
    actor: { institution: 'inventada-rector', access: 'case-lead', account: 'invented' },
    protocol: adult.id,
    bindings: await bindingsIn(states),
    ...(pack === undefined ? {} : { pack }),
  });
}

async function stored(runId: string) {
  const [row] = await database.db.sql<{ pack: string | null; act: Act }[]>`
    SELECT r.pack, h.act FROM runs r JOIN history h ON h.run_id = r.id AND h.seq = 1 WHERE r.id = ${runId}`;
  return row!;
}

describe('a run under a pack', () => {
  it('is pinned to the version of its pack, in the row and in the history', async () => {
    const { runId } = accepted(await start('mexico'));
    const { pack, act } = await stored(runId);
    expect(pack).toBe('mexico@1');
    expect(act).toMatchObject({ type: 'run-started', pack: { id: 'mexico', version: 1 } });
  });

  it('follows the protocol as it held when the run was started, whatever is published later', async () => {
    const { runId } = accepted(await start('mexico'));
    const later = {
      ...mexico,
      version: 2,
      norms: mexico.norms.map((norm) =>
        norm.id === 'T16'
          ? { ...norm, figure: { length: 3, unit: 'calendar-days' as const } }
          : norm,
      ),
    };
    await door.packs.publishShipped([later]);
    const next = accepted(await start('mexico'));
    const lengthOf = async (run: string) => {
      const { pack } = await stored(run);
      const definition = await getDefinition(door, {
        protocol: adult.id,
        version: adult.version,
        pack,
      });
      return definition.steps.find(({ id }) => id === 'appeal-pending')?.deadline?.length;
    };
    expect(await lengthOf(runId)).toBe(5);
    expect(await lengthOf(next.runId)).toBe(3);
  });

  it('is refused under a pack that is unknown or for other countries', async () => {
    expect(await start('atlantis')).toMatchObject({ refusal: { code: 'pack-unfit' } });
    expect(await start('dominican-republic-haiti')).toMatchObject({
      refusal: { code: 'pack-unfit' },
    });
    expect((await start('dominican-republic-haiti', ISLAND)).ok).toBe(true);
  });

  it('is refused under a pack that would take a safeguard away', async () => {
    const weak = {
      ...mexico,
      id: 'weak',
      variants: [
        {
          protocol: adult.id,
          deadlines: [
            {
              step: 'stay-limit',
              length: 60,
              unit: 'working-days' as const,
              silence: 'L2' as const,
              source: { mark: 'proposal' as const, ref: 'Invented' },
            },
          ],
        },
      ],
    };
    await door.packs.publishShipped([weak]);
    expect(await start('weak')).toMatchObject({ refusal: { code: 'pack-weakens' } });
  });

  it('is refused under a pack with which another kind of institution would decide a safeguard', async () => {
    const source = { mark: 'proposal' as const, ref: 'Invented' };
    const strange = {
      ...mexico,
      id: 'strange',
      variants: [{ protocol: adult.id, roles: [{ role: 'HEA-S', kind: 'PRIV', source }] }],
    };
    expect(checkVariant(adult, strange)).toEqual([]);
    await door.packs.publishShipped([strange]);
    expect(await door.packs.vary(adult, strange)).toBeUndefined();
    expect(await start('strange')).toMatchObject({ refusal: { code: 'pack-weakens' } });
  });

  it('comes once of the same wish', async () => {
    const actId = randomUUID();
    const first = accepted(await start('mexico', MEXICO_HONDURAS, actId));
    const again = accepted(await start('mexico', MEXICO_HONDURAS, actId));
    expect(again).toMatchObject({ runId: first.runId, replayed: true });
    expect(await start(undefined, MEXICO_HONDURAS, actId)).toMatchObject({
      refusal: { code: 'act-conflict' },
    });
  });

  it('goes on under the same pack when it is continued under another protocol', async () => {
    const { runId } = accepted(await start('mexico'));
    const { pack } = await stored(runId);
    const act = (what: Parameters<typeof commitAct>[1]['act']) =>
      commitAct(door, {
        runId,
        actId: randomUUID(),
        actor: { institution: 'inventada-mig-s', access: 'officer', account: 'invented' },
        act: what,
      });
    const answered = { type: 'step-completed', opening: 1, role: 'MIG-S' } as const;
    accepted(await act({ ...answered, step: 'apprehension-record', outcome: 'ordered' }));
    accepted(await act({ type: 'event-reported', event: 'minority-claim', role: 'MIG-S' }));
    const by = adult.steps.find(({ id }) => id === 'minority-referral')!.by as string;
    const { state } = accepted(
      await commitAct(door, {
        runId,
        actId: randomUUID(),
        actor: {
          institution: `inventada-${by.toLowerCase()}`,
          access: 'officer',
          account: 'invented',
        },
        act: { ...answered, step: 'minority-referral', outcome: 'received', role: by },
      }),
    );
    const next = state.ending?.continues?.run ?? '';
    expect((await stored(next)).pack).toBe(pack);
    const of = { protocol: minor.id, version: minor.version, pack };
    expect(findPack(await getDefinition(door, of))?.id).toBe('mexico');
  });

  it('has projections that the history makes again', async () => {
    const report = await rebuild(door, { write: false });
    expect(report.runs).toBeGreaterThan(4);
    expect(report.differences).toEqual([]);
  });
});

describe('the choice of a pack', () => {
  const choose = async (states: States) => choosePack(door, adult, await bindingsIn(states));

  it('is the one for both countries before the one for a side', async () => {
    expect(await choose(MEXICO_HONDURAS)).toEqual({ pack: 'mexico-central-america' });
    expect(await choose(ISLAND)).toEqual({ pack: 'dominican-republic-haiti' });
    const [canada] = [{ country: 'CA', timeZone: 'America/Toronto' }];
    expect(await choose([canada!, MEXICO])).toEqual({ pack: 'canada' });
  });

  it('is none where no pack is for these countries', async () => {
    expect(await choose([HONDURAS, { country: 'GT', timeZone: 'America/Guatemala' }])).toEqual({});
  });

  it('is left to people where several fit equally well', async () => {
    const panama = { country: 'PA', timeZone: 'America/Panama' };
    const canada = { country: 'CA', timeZone: 'America/Toronto' };
    expect(await choose([canada, panama])).toMatchObject({
      code: 'pack-needed',
      params: { packs: 'canada, panama' },
    });
  });
});

describe('what is kept of packs', () => {
  it.each([
    ['packs', `UPDATE packs SET body = '{}'`],
    ['packs', 'DELETE FROM packs'],
    ['variants', `UPDATE variants SET body = '{}'`],
    ['variants', 'DELETE FROM variants'],
    ['variants', 'TRUNCATE variants'],
    ['register', 'TRUNCATE register'],
  ])('is never changed in %s: %s', async (_table, statement) => {
    await expect(database.db.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is the same for everybody who starts at once', async () => {
    const bindings = await bindingsIn(MEXICO_HONDURAS);
    const started = await Promise.all(
      Array.from({ length: 8 }, () =>
        startRun(door, {
          actId: randomUUID(),
          actor: { institution: 'inventada-rector', access: 'case-lead', account: 'invented' },
          protocol: adult.id,
          bindings,
          pack: 'mexico-central-america',
        }),
      ),
    );
    expect(started.every(({ ok }) => ok)).toBe(true);
    const rows = await database.db.sql`SELECT pack FROM variants WHERE pack LIKE 'mexico-central%'`;
    expect(rows).toHaveLength(1);
    const definition = await getDefinition(door, {
      protocol: adult.id,
      version: adult.version,
      pack: 'mexico-central-america@1',
    });
    expect(findPack(definition)?.points.map(({ id }) => id)).toContain('corinto');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { commitAct } from '../../door/commit-act.js';
import { type Door, openDoor } from '../../door/door.js';
import { startRun } from '../../door/start-run.js';
import { createVault } from '../../platform/vault/vault.js';
import type { Definition } from '../../protocols/language/definition.js';
import { fact, tiny } from '../fixtures/tiny.js';
import { tinyPack } from '../fixtures/tiny-pack.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted } from '../support/door.js';

const label = { es: 'Inventado', en: 'Invented' };

/** One question about the point, and a departure. */
const journey: Definition = tiny(
  [
    {
      id: 'plan',
      form: [
        { id: 'departure', type: 'instant', category: 'D10', label, plans: 'departure' },
        { id: 'point', type: 'text', category: 'D10', label, places: 'departure' },
      ],
      outcomes: [{ id: 'planned', sets: ['windowValid'] }],
    },
    {
      id: 'leave',
      requires: ['windowValid'],
      when: 'windowValid',
      effects: ['departs'],
      outcomes: [
        { id: 'left', ends: 'over' },
        { id: 'not-left', despiteMissing: true },
      ],
    },
  ],
  {
    id: 'tiny-journey',
    regime: 'removal',
    facts: [fact('windowValid')],
    dates: [{ id: 'departure', title: label }],
  },
);

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  const key = Buffer.alloc(32, 7);
  const vault = createVault([{ id: 'test-key', key }]);
  const place = { nameEs: 'Inventada', nameEn: 'Invented' };
  await saveInstitutions(database.db, [
    { id: 'office-hn', kind: 'OFF', country: 'HN', timeZone: 'America/Tegucigalpa', ...place },
    { id: 'other-pa', kind: 'OTH', country: 'PA', timeZone: 'America/Panama', ...place },
  ]);
  door = await openDoor(database.db, vault, { departuresNeedPack: true });
  await door.definitions.publishShipped([journey]);
  await door.packs.publishShipped([tinyPack()]);
});
afterAll(() => database.drop());

const actor = { institution: 'office-hn', access: 'officer', account: 'invented' };

async function start(more: { pack?: string; rehearsalAt?: number } = {}): Promise<string> {
  const started = await startRun(door, {
    actId: randomUUID(),
    actor,
    protocol: journey.id,
    bindings: { office: 'office-hn', other: 'other-pa' },
    ...more,
  });
  const { runId } = accepted(started);
  return runId;
}

const answer = (runId: string, step: string, outcome: string, more = {}) =>
  commitAct(door, {
    runId,
    actId: randomUUID(),
    actor,
    act: { type: 'step-completed', step, opening: 1, outcome, role: 'office', ...more },
  });

describe('a departure in an installation that needs packs', () => {
  it('is refused in a real run under none, and can be called off', async () => {
    const runId = await start();
    accepted(await answer(runId, 'plan', 'planned'));
    expect(await answer(runId, 'leave', 'left')).toMatchObject({
      refusal: { code: 'pack-missing', params: { step: 'leave' } },
    });
    expect((await answer(runId, 'leave', 'not-left')).ok).toBe(true);
  });

  it('is possible in a rehearsal under none', async () => {
    const runId = await start({ rehearsalAt: Date.now() });
    accepted(await answer(runId, 'plan', 'planned'));
    expect((await answer(runId, 'leave', 'left')).ok).toBe(true);
  });

  it('is judged by point, hour and agreement in a run under a pack', async () => {
    const runId = await start({ pack: 'tiny-corridor' });
    const at = (hour: number) => {
      // A Tuesday ahead, by the clock of Tegucigalpa (UTC-6 all year).
      const now = door.clock.now();
      const days = (2 - new Date(now).getUTCDay() + 7) % 7 || 7;
      const midnight = Math.floor(now / 86_400_000 + days) * 86_400_000;
      return midnight + (hour + 6) * 3_600_000;
    };
    const plan = (hour: number, point: string) => ({
      dates: { departure: at(hour) },
      assigns: { departurePoint: point },
    });
    expect(await answer(runId, 'plan', 'planned', plan(20, 'tiny-bridge'))).toMatchObject({
      refusal: { code: expect.stringMatching(/point-closed|agreement-not-in-force/) },
    });
    expect(await answer(runId, 'plan', 'planned', { dates: { departure: at(10) } })).toMatchObject({
      refusal: { code: 'point-unknown' },
    });
  });
});

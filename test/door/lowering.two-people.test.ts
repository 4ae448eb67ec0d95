import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { listMonitoredRuns } from '../../db/queries/list-monitored-runs.js';
import type { Door } from '../../door/door.js';
import { rebuild } from '../../door/rebuild.js';
import { unaccompaniedMinor } from '../../protocols/unaccompanied-minor.js';
import { tiny } from '../fixtures/tiny.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { accepted, answer, institutionOf, openTestDoor, startTestRun } from '../support/door.js';

const HOUR = 3_600_000;

/** Two roles of one kind, which one institution may fill. */
const twoOffices = tiny(
  [{ id: 'age', by: ['office', 'other'], outcomes: [{ id: 'adult', lowers: true }, 'child'] }],
  {
    id: 'two-offices',
    roles: ['office', 'other'].map((id) => ({
      id,
      kind: 'OFF',
      side: 'sending',
      title: { es: 'Inventada', en: 'Invented' },
    })),
  },
);

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [unaccompaniedMinor, twoOffices]);
});
afterAll(() => database.drop());

/** A child whose age is in question; `departure` is planned, in epoch milliseconds. */
async function inQuestion(more: object = {}): Promise<string> {
  const { runId } = await startTestRun(door, unaccompaniedMinor, {
    assigns: { entry: 'presume-minority' },
    ...more,
  });
  return runId;
}

let acts = 0;
const finding = (runId: string, account: string, outcome = 'adult') => {
  acts += 1;
  const actor = { institution: institutionOf('CPA-S'), access: 'officer', account };
  const actId = `age-${acts}`;
  return answer(door, runId, 'CPA-S', 'presume-minority', outcome, { actId, actor });
};

const noticesOf = async (runId: string) => [
  ...(await database.db.sql`
    select kind, level, institution_id as institution from notices
    where run_id = ${runId} and kind like 'lowered%' order by level, institution_id`),
];
const watchers = (kind: string) => [
  { kind, level: 'institution', institution: institutionOf('CPA-S') },
  { kind, level: 'institution', institution: institutionOf('LEGAL') },
  { kind, level: 'lead-technical', institution: institutionOf('RECTOR') },
  { kind, level: 'monitor', institution: institutionOf('MON') },
];
const alarms = async () => {
  const question = { now: Date.now(), institution: institutionOf('MON'), offset: 0, limit: 25 };
  const { items } = await listMonitoredRuns(database.db, { ...question, lowered: 'soon' });
  return items.map(({ id }) => id);
};

describe('a child found to be an adult', () => {
  it('stays a child until a second person of the institution finds so too', async () => {
    const runId = await inQuestion();
    const first = accepted(await finding(runId, 'first-invented'));
    expect(first.state.facts.childTreatment).toBeDefined();
    expect(await noticesOf(runId)).toEqual([]);
    const again = await finding(runId, 'first-invented');
    expect(again).toMatchObject({ ok: false, refusal: { code: 'second-by-another' } });
    const second = accepted(await finding(runId, 'second-invented'));
    expect(second.state.facts.childTreatment).toBeUndefined();
    expect(await noticesOf(runId)).toEqual(watchers('lowered'));
    expect(await alarms()).not.toContain(runId);
  });

  it('keeps in the history who said so, and what held before', async () => {
    const runId = await inQuestion();
    accepted(await finding(runId, 'first-invented'));
    accepted(await finding(runId, 'second-invented'));
    const said = await database.db.sql<{ account: string; outcome: string }[]>`
      select actor->>'account' as account, act->>'outcome' as outcome from history
      where run_id = ${runId} and act->>'step' = 'presume-minority' order by seq`;
    expect([...said]).toEqual([
      { account: 'first-invented', outcome: 'adult' },
      { account: 'second-invented', outcome: 'adult' },
    ]);
    expect((await rebuild(door, { write: false })).differences).toEqual([]);
  });

  it('within 72 hours of a planned departure is an alarm, and stands on the monitor’s list', async () => {
    const runId = await inQuestion({ dates: { departure: Date.now() + 48 * HOUR } });
    accepted(await finding(runId, 'first-invented'));
    expect(await alarms()).not.toContain(runId);
    accepted(await finding(runId, 'second-invented'));
    expect(await noticesOf(runId)).toEqual(watchers('lowered-soon'));
    expect(await alarms()).toContain(runId);
  });
});

describe('where two institutions sign', () => {
  it('nobody signs for both, though one institution may stand in for the other', async () => {
    const bindings = { office: institutionOf('office'), other: institutionOf('office') };
    const { runId } = await startTestRun(door, twoOffices, { bindings });
    const sign = (role: string, outcome: string, account: string) => {
      acts += 1;
      const actor = { institution: institutionOf('office'), access: 'officer', account };
      return answer(door, runId, role, 'age', outcome, { actId: `both-${acts}`, actor });
    };
    accepted(await sign('office', 'adult', 'first-invented'));
    expect(await sign('other', 'adult', 'first-invented')).toMatchObject({
      ok: false,
      refusal: { code: 'second-by-another' },
    });
    expect(accepted(await sign('other', 'child', 'first-invented')).ok).toBe(true);
    const { state } = accepted(await sign('other', 'adult', 'second-invented'));
    expect(state.lowered).toMatchObject({ step: 'age', outcome: 'adult' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunView } from '../../api/schemas/runs.js';
import { adultJourney, childJourney } from '../fixtures/families.js';
import { hiddenPath } from '../fixtures/two-protocols.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

const LEAD = 'invented-office/case-lead';
const ABROAD = 'invented-other/officer';
const STRANGER = 'invented-keeper/case-lead';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [adultJourney, childJourney, hiddenPath] });
});
afterAll(() => api.close());

function start(protocol: string, more: object = {}, as = LEAD) {
  return api.call<{ code: string; run: RunView }>('POST', '/v1/runs', {
    as,
    key: freshKey(),
    body: { protocol, bindings: bindingsOf(adultJourney), ...more },
  });
}

async function pair(): Promise<[string, string]> {
  const mother = (await start('adult-journey')).body.run.run;
  const child = await start('child-journey', { relativeOf: mother });
  expect(child.status).toBe(201);
  return [mother, child.body.run.run];
}

const read = (run: string, as = LEAD) =>
  api.call<RunView>('GET', `/v1/runs/${run}`, { as, language: 'en' });

const report = (run: string, event: string, as = LEAD) =>
  api.call<{ code: string }>('POST', `/v1/runs/${run}/events/${event}`, {
    as,
    key: freshKey(),
    body: {},
  });

describe('a family by the API', () => {
  it('is begun one request per person, and each run shows how the others stand', async () => {
    const [mother, child] = await pair();
    const seen = (await read(mother)).body.family!;
    expect(seen.members).toHaveLength(2);
    expect(seen.members.find(({ mine }) => mine)?.run).toBeUndefined();
    expect(seen.members.find(({ mine }) => !mine)).toMatchObject({
      run: child,
      standing: { id: 'along', title: 'Goes along with the family' },
    });
    expect(seen.joins).toEqual([
      { id: 'decision', title: 'Invented', complete: false },
      { id: 'handover', title: 'Invented', complete: false },
    ]);
    expect((await read(child)).body.family!.unit).toBe(seen.unit);
  });

  it('tells who diverged, in a coarse word, and not why', async () => {
    const [mother, child] = await pair();
    expect((await report(child, 'stop')).status).toBe(200);
    const { body } = await read(mother);
    expect(body.family!.members.find(({ mine }) => !mine)?.standing).toEqual({
      id: 'held',
      title: 'Stopped for now',
    });
    expect(JSON.stringify(body.family)).not.toContain('stop"');
  });

  it('shows the receiving side nothing of it, and nobody a run they may not see', async () => {
    const [mother, child] = await pair();
    // Something must reach the receiving side for it to see the run at all.
    for (const run of [mother, child]) {
      await answer(run, 'decide', 'go');
    }
    for (const run of [mother, child]) await answer(run, 'unity', 'together');
    for (const run of [mother, child]) await answer(run, 'depart', 'left');
    const abroad = await read(mother, ABROAD);
    expect(abroad.body.view).toBe('reserved');
    expect(abroad.body).not.toHaveProperty('family');
    await api.database.db.sql`delete from run_parties where run_id = ${child}`;
    await api.database.db.sql`update runs set started_by = 'nobody' where id = ${child}`;
    const { body } = await read(mother);
    expect(JSON.stringify(body)).not.toContain(child);
    expect(body.family!.members).toHaveLength(2);
  });

  it('links runs that had begun, once under one key', async () => {
    const [one, two] = [
      (await start('adult-journey')).body.run.run,
      (await start('child-journey')).body.run.run,
    ];
    const key = freshKey();
    const link = () =>
      api.call<{ receipt: { replayed: boolean }; run: RunView }>('POST', `/v1/runs/${two}/family`, {
        as: LEAD,
        key,
        body: { relativeOf: one },
      });
    const [first, again] = [await link(), await link()];
    expect([first.body.receipt.replayed, again.body.receipt.replayed]).toEqual([false, true]);
    expect(first.body.run.family!.members).toHaveLength(2);
  });

  it('is not linked by who does not lead both runs, nor with a run under protected handling', async () => {
    const mother = (await start('adult-journey')).body.run.run;
    const hidden = await api.call<{ run: RunView }>('POST', '/v1/runs', {
      as: STRANGER,
      key: freshKey(),
      body: { protocol: 'hidden-path', bindings: bindingsOf(hiddenPath) },
    });
    const statuses = [
      (await start('child-journey', { relativeOf: mother }, ABROAD.replace('officer', 'case-lead')))
        .status,
      (await start('child-journey', { relativeOf: hidden.body.run.run })).status,
      (await start('child-journey', { relativeOf: '0'.repeat(26) })).status,
    ];
    expect(statuses).toEqual([404, 404, 404]);
    const own = await api.call<{ code: string }>('POST', `/v1/runs/${mother}/family`, {
      as: LEAD,
      key: freshKey(),
      body: { relativeOf: mother },
    });
    expect(own.body.code).toBe('relative-unknown');
    const officer = await api.call('POST', `/v1/runs/${mother}/family`, {
      as: 'invented-office/officer',
      key: freshKey(),
      body: { relativeOf: mother },
    });
    expect(officer.status).toBe(403);
  });

  it('lets nobody report what only the system tells', async () => {
    const [mother] = await pair();
    const { status, body } = await report(mother, 'all-decided');
    expect([status, body.code]).toEqual([403, 'event-not-allowed']);
    expect((await read(mother)).body.events.map(({ id }) => id)).toEqual(['stop']);
  });
});

async function answer(run: string, step: string, outcome: string): Promise<void> {
  const { body } = await read(run);
  const { opening } = body.steps.find((one) => one.step === step)!;
  const answered = await api.call('POST', `/v1/runs/${run}/steps/${step}/complete`, {
    as: LEAD,
    key: freshKey(),
    body: { opening, outcome },
  });
  expect(answered.status, JSON.stringify(answered.body)).toBe(200);
}

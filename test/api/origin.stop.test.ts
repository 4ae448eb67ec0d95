import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseData } from '../../activities/release-data.js';
import type { UndatedAct } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import { rebuild } from '../../door/rebuild.js';
import { consular } from '../fixtures/consular.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';
import { kolmogorovSmirnov, median } from '../support/two-samples.js';
import { isLikeUnknown } from './matrix.js';

const CONSULATE = 'invented-consulate/officer';
const HOME = 'invented-home/officer';
const SHELTER = 'invented-shelter/officer';
const SUPERVISOR = 'invented-shelter/supervisor';
const BORDER = 'invented-border/officer';
const BORDER_LEAD = 'invented-border/case-lead';
const WHY = 'Lo pidió la Persona Inventada';
const SHARES = ['tell.1.identity', 'tell.1.care'] as const;

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi({ definitions: [consular] });
});
afterAll(() => api.close());

async function start(more: object = {}): Promise<string> {
  const { status, body } = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: 'invented-office/case-lead',
    key: freshKey(),
    body: { protocol: 'consular', bindings: bindingsOf(consular), ...more },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  await done(body.run.run, SHELTER, 'intake', 'done', {
    answers: {
      name: 'Persona Inventada',
      born: '2001-02-03',
      nationality: 'Inventada',
      number: 'INV-0001',
      language: 'canario-idioma',
      'about-d6': 'canario-relato',
      'about-d2': 'canario-lugar',
      'about-d4': 'canario-familia',
      'about-d10': 'canario-ruta',
    },
  });
  return body.run.run;
}

const complete = (run: string, as: string, step: string, outcome: string, more: object = {}) =>
  api.call<{ code?: string }>('POST', `/v1/runs/${run}/steps/${step}/complete`, {
    as,
    key: freshKey(),
    body: { opening: 1, outcome, ...more },
  });

async function done(...answer: Parameters<typeof complete>): Promise<void> {
  const { status, body } = await complete(...answer);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/** The second person confirms the answer that waits, which the step names. */
async function second(run: string, as: string, more: object = {}) {
  const { body } = await api.call<{ unconfirmed: { folio: string } }>(
    ...(['GET', `/v1/runs/${run}/steps/tell`, { as }] as const),
  );
  return complete(run, as, 'tell', 'told', { confirms: body.unconfirmed.folio, ...more });
}

/** Told by two people, and handed over as the worker would. */
async function told(more: object = {}): Promise<string> {
  const run = await start(more);
  await done(run, SHELTER, 'tell', 'told');
  const { status, body } = await second(run, SUPERVISOR);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return run;
}

async function release(run: string, id: string): Promise<string> {
  const share = id.replace(/^(.*)\.(\d+)\.(.*)$/, '$1#$2:$3');
  await createReleaseData({ door: api.door }, async () => {})({ runId: run, share });
  const [row] = await api.database.db.sql<{ state: string }[]>`
    select state from releases where run_id = ${run} and share = ${share}`;
  return row!.state;
}

const stop = (run: string, as = SHELTER) =>
  api.call<{ code?: string }>('POST', `/v1/runs/${run}/origin-stop`, {
    as,
    key: freshKey(),
    body: { reason: 'asked', why: WHY },
  });

const lift = (run: string, as: string) =>
  api.call('POST', `/v1/runs/${run}/origin-stop/lift`, { as, key: freshKey(), body: { why: WHY } });

const decide = (run: string, as: string, lifts = true) =>
  api.call<{ code?: string }>('POST', `/v1/runs/${run}/origin-stop/lift/decision`, {
    as,
    key: freshKey(),
    body: { lifts, why: WHY },
  });

describe('what reaches a consulate', () => {
  it('leaves by two people: whoever answered cannot be the second, the supervisor can', async () => {
    const run = await start();
    expect((await complete(run, SHELTER, 'tell', 'told')).status).toBe(200);
    const alone = await second(run, SHELTER);
    expect([alone.status, alone.body.code]).toEqual([403, 'second-by-another']);
    const rows = await api.database.db.sql`select 1 from releases where run_id = ${run}`;
    expect(rows).toHaveLength(0);
    expect((await api.call('GET', `/v1/runs/${run}`, { as: CONSULATE })).status).toBe(404);
    const changed = await second(run, SUPERVISOR, { answers: { x: 'y' } });
    expect([changed.status, changed.body.code]).toEqual([422, 'second-only-confirms']);
    expect((await second(run, SUPERVISOR)).status).toBe(200);
    expect((await api.call('GET', `/v1/runs/${run}`, { as: CONSULATE })).status).toBe(200);
  });

  it('is identity and nothing else, whatever the share names', async () => {
    const run = await told();
    expect(await release(run, SHARES[0])).toBe('released');
    const { body } = await api.call('GET', `/v1/runs/${run}/shares/${SHARES[0]}`, {
      as: CONSULATE,
    });
    const said = JSON.stringify(body);
    for (const value of ['Persona Inventada', '2001-02-03', 'INV-0001']) {
      expect(said).toContain(value);
    }
    expect(said).not.toContain('canario');
    const route = await api.database.db.sql`
      select state from releases where run_id = ${run} and share = 'tell#1:route'`;
    expect(route).toMatchObject([{ state: 'suppressed' }]);
    // The same release to child protection, which cares for people, carries what the share names.
    expect(await release(run, SHARES[1])).toBe('released');
    const care = await api.call('GET', `/v1/runs/${run}/shares/${SHARES[1]}`, { as: HOME });
    expect(JSON.stringify(care.body)).toContain('canario-familia');
  });
});

describe('no contact with authorities of origin', () => {
  it('makes the run unknown to them: every address answers as for one that does not exist', async () => {
    const run = await told();
    await release(run, SHARES[0]);
    const [notice] = await api.database.db.sql<{ reference: string }[]>`
      select reference from notices where run_id = ${run} and institution_id = 'invented-consulate' limit 1`;
    const before = await api.call('GET', `/v1/notices/${notice!.reference}`, { as: CONSULATE });
    expect(before.status).toBe(200);
    expect((await stop(run)).status).toBe(200);
    const paths = ['', '/history', '/steps/verify', `/shares/${SHARES[0]}`];
    for (const path of paths) {
      const url = (id: string) => `/v1/runs/${id}${path}`;
      for (const as of [CONSULATE, 'invented-consulate/case-lead']) {
        expect(await isLikeUnknown(api, 'GET', url, run, { as }), `${as} ${path}`).toBe(true);
      }
    }
    const url = (id: string) => `/v1/runs/${id}/steps/verify/complete`;
    const answer = { as: CONSULATE, key: freshKey(), body: { opening: 1, outcome: 'done' } };
    expect(await isLikeUnknown(api, 'POST', url, run, answer)).toBe(true);
    const after = await api.call('GET', `/v1/notices/${notice!.reference}`, { as: CONSULATE });
    expect(after.status).toBe(404);
    for (const list of ['/v1/runs', '/v1/inbox', '/v1/shares']) {
      const { body } = await api.call('GET', list, { as: CONSULATE });
      expect(JSON.stringify(body), list).not.toContain(run);
    }
  });

  it('tells them nothing: no notice is entered for them by the stop', async () => {
    const run = await told();
    await stop(run);
    const rows = await api.database.db.sql<{ institution: string; kind: string }[]>`
      select n.institution_id as institution, n.kind from notices n join history h using (run_id, seq)
      where n.run_id = ${run} and h.act->>'type' = 'origin-stopped'`;
    expect(rows.map(({ institution }) => institution)).toEqual(['invented-border']);
  });

  it('holds back at the moment of release what was decided before it', async () => {
    const run = await told();
    await stop(run);
    expect(await release(run, SHARES[0])).toBe('withheld');
    expect(await release(run, SHARES[1])).toBe('withheld');
  });

  it('holds for the whole family, and for a relative who comes later', async () => {
    const run = await told();
    const relative = await told({ relativeOf: run });
    await stop(run);
    expect((await api.call('GET', `/v1/runs/${relative}`, { as: CONSULATE })).status).toBe(404);
    const later = await told({ relativeOf: relative });
    const { body } = await api.call('GET', `/v1/runs/${later}/history`, { as: SUPERVISOR });
    expect(JSON.stringify(body)).not.toContain('canario');
    const releases = await api.database.db.sql<{ state: string }[]>`
      select state from releases where run_id = ${later}`;
    expect(new Set(releases.map(({ state }) => state))).toEqual(new Set(['suppressed']));
  });

  it('is not lifted by one person who works at both institutions', async () => {
    const run = await told();
    await stop(run);
    const { db } = api.database;
    const account = 'works-at-both-invented';
    const as = (institution: string) => ({ institution, access: 'case-lead', account });
    const enter = (institution: string, act: UndatedAct) =>
      commitAct(api.door, { runId: run, actId: freshKey(), actor: as(institution), act });
    const asked = await enter('invented-border', { type: 'origin-lift-asked', role: 'border' });
    expect(asked.ok).toBe(true);
    const decided = { type: 'origin-lift-decided', role: 'shelter', lifts: true } as const;
    expect(await enter('invented-shelter', decided)).toMatchObject({
      ok: false,
      refusal: { code: 'lift-by-another' },
    });
    const [row] = await db.sql<{ state: { originStop?: object } }[]>`
      select state from runs where id = ${run}`;
    expect(row!.state.originStop).toBeDefined();
    // Saying no is nobody's second word: whoever asked may take it back.
    expect((await enter('invented-shelter', { ...decided, lifts: false })).ok).toBe(true);
  });

  it('is lifted by two institutions, then they are asked anew; nothing was lost on the way', async () => {
    const run = await told();
    await stop(run);
    expect((await stop(run, 'invented-consulate/officer')).status).toBe(404);
    expect((await decide(run, SUPERVISOR)).body.code).toBe('lift-not-asked');
    expect((await lift(run, BORDER)).status).toBe(200);
    expect((await decide(run, BORDER_LEAD)).body.code).toBe('stop-not-allowed');
    expect((await decide(run, SHELTER)).status).toBe(403);
    expect((await decide(run, SUPERVISOR)).status).toBe(200);
    const { body } = await api.call<{ items: { run: string; opening: number }[] }>(
      'GET',
      '/v1/inbox',
      { as: CONSULATE },
    );
    expect(body.items.filter((item) => item.run === run)).toMatchObject([{ opening: 2 }]);
  });

  it('leaves projections that the history makes again', async () => {
    const { differences, runs } = await rebuild(api.door, { write: false });
    expect(runs).toBeGreaterThan(5);
    expect(differences).toEqual([]);
  });

  it('takes no other time to answer than an unknown run', async () => {
    const run = await told();
    await stop(run);
    const times = { known: [] as number[], unknown: [] as number[] };
    const ask = async (id: string) => {
      const began = performance.now();
      await api.call('GET', `/v1/runs/${id}`, { as: CONSULATE });
      return performance.now() - began;
    };
    for (let n = 0; n < 20; n += 1) await ask(run);
    for (let n = 0; n < 300; n += 1) {
      const first = n % 2 === 0;
      if (first) times.known.push(await ask(run));
      times.unknown.push(await ask('0'.repeat(26)));
      if (!first) times.known.push(await ask(run));
    }
    const { d, p } = kolmogorovSmirnov(times.known, times.unknown);
    const gap = median(times.known) - median(times.unknown);
    console.info(
      `stopped against unknown, 2 x 300: medians ${median(times.known).toFixed(2)} and ${median(times.unknown).toFixed(2)} ms, D ${d.toFixed(3)}, p ${p.toFixed(3)}`,
    );
    expect(Math.abs(gap)).toBeLessThan(2);
    expect(p).toBeGreaterThan(0.001);
  });
});

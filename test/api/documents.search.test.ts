import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../db/queries/access-tokens.js';
import { destroyKeys } from '../../db/queries/destroy-keys.js';
import { rotateKeys } from '../../door/rotate-keys.js';
import { createVault } from '../../platform/vault/vault.js';
import { consular } from '../fixtures/consular.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf, TEST_KEY } from '../support/door.js';
import { kolmogorovSmirnov, median } from '../support/two-samples.js';

const LEAD = 'invented-office/case-lead';
const STRANGER = 'invented-foreign-library/case-lead';
const CONSULATE = 'invented-consulate/case-lead';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [consular] });
  // The stranger is of the country of the lead: those of another are told nothing.
  await api.database.db.sql`update institutions set country = 'MX'
    where id = 'invented-foreign-library'`;
  await api.door.directory.reload();
});
afterAll(() => api.close());

async function start(number: string): Promise<string> {
  const { body } = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: 'consular', bindings: bindingsOf(consular) },
  });
  const { run } = body.run;
  const { status } = await api.call('POST', `/v1/runs/${run}/steps/intake/complete`, {
    as: 'invented-shelter/officer',
    key: freshKey(),
    body: { opening: 1, outcome: 'done', answers: { number } },
  });
  expect(status).toBe(200);
  return run;
}

const search = (as: string, number: string, purpose = 'before-start') =>
  api.call<{ cases?: object[]; code?: string }>('POST', '/v1/documents/search', {
    as,
    body: { number, purpose },
  });

describe('the search by document number', () => {
  it('finds by the exact number however it is written, and by no part of it', async () => {
    const run = await start('INV-0801 1990');
    expect((await search(LEAD, 'inv 08011990')).body.cases).toEqual([{ run }]);
    for (const other of ['INV0801199', 'INV08011991', 'INV', '%']) {
      expect((await search(LEAD, other)).body.cases, other).toEqual([]);
    }
  });

  it('tells who does not take part only whom to ask, and a consulate or stopped case nothing', async () => {
    const run = await start('INV-2222-22');
    const asked = await search(STRANGER, 'INV222222');
    expect(asked.body.cases).toEqual([{ institution: 'invented-office' }]);
    const unknown = await search(CONSULATE, 'INV-NOBODY');
    expect((await search(CONSULATE, 'INV222222')).body).toEqual(unknown.body);
    await api.call('POST', `/v1/runs/${run}/origin-stop`, {
      as: 'invented-shelter/officer',
      key: freshKey(),
      body: { reason: 'risk', why: 'Peligro inventado' },
    });
    expect((await search(STRANGER, 'INV222222')).body).toEqual(unknown.body);
  });

  it('is for case leads and a purpose of the list, and is a reading of the case', async () => {
    const run = await start('INV-3333-33');
    expect((await search('invented-shelter/officer', 'INV333333')).status).toBe(403);
    expect((await search(LEAD, 'INV333333', 'curiosity')).status).toBe(422);
    await search(STRANGER, 'INV333333', 'protection');
    const rows = await api.database.db.sql`
      select institution_id, what, which from case_openings where run_id = ${run}`;
    expect(rows).toEqual([
      { institution_id: 'invented-foreign-library', what: 'document-search', which: 'protection' },
    ]);
  });

  it('keeps keyed hashes only, under a key that a rotation seals anew and that stays the same', async () => {
    const run = await start('INV-4444-44');
    const { sql } = api.database.db;
    const [{ sealed }] = (await sql`select sealed from search_keys`) as unknown as [
      { sealed: string },
    ];
    const next = { id: 'next-key', key: Buffer.alloc(32, 7) };
    const vault = createVault([next, TEST_KEY]);
    await rotateKeys({ db: api.database.db, vault });
    const [now] = await sql<{ sealed: string }[]>`select sealed from search_keys`;
    expect(now!.sealed).not.toBe(sealed);
    expect(vault.reveal(now!.sealed, 'search/documents')).toBe(
      api.door.vault.reveal(sealed, 'search/documents'),
    );
    expect((await search(LEAD, 'INV444444')).body.cases).toEqual([{ run }]);
    const whole = await sql`select encode(hash, 'escape') as text from document_keys`;
    expect(JSON.stringify(whole)).not.toContain('INV444444');
  });

  it('finds nobody whose identity key was destroyed', async () => {
    const run = await start('INV-5555-55');
    const { sql } = api.database.db;
    const [person] = await sql<
      { id: string }[]
    >`select person_id as id from runs where id = ${run}`;
    const count = () => sql`select from document_keys where person_id = ${person!.id}`;
    expect(await count()).toHaveLength(1);
    await destroyKeys(sql, [{ personId: person!.id, compartment: 'identity' }], null);
    expect(await count()).toHaveLength(0);
  });

  it('stops after ten searches of an account in an hour, whatever they found', async () => {
    const answers = [];
    for (let n = 0; n < 11; n += 1) {
      answers.push(await search('invented-home/case-lead', `INV-PROBE-${n}`));
    }
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
    expect(answers[10]!.body.code).toBe('rate-limited');
  });

  it('takes no other time for a case of which nothing may be told than for none', async () => {
    const run = await start('INV-4444-44');
    await api.call('POST', `/v1/runs/${run}/origin-stop`, {
      as: 'invented-shelter/officer',
      key: freshKey(),
      body: { reason: 'risk', why: 'Peligro inventado' },
    });
    const times = { secret: [] as number[], none: [] as number[] };
    for (let account = 0; account < 5; account += 1) {
      const of = { institution: 'invented-consulate', role: 'case-lead', label: 'x' } as const;
      const { token } = await createToken(api.database.db, of);
      for (let n = 0; n < 10; n += 1) {
        const number = (n + account) % 2 === 0 ? 'INV444444' : `INV-NOBODY-${account}-${n}`;
        const began = performance.now();
        const { statusCode, body } = await api.app.inject({
          method: 'POST',
          url: '/v1/documents/search',
          headers: { authorization: `Bearer ${token}` },
          payload: { number, purpose: 'before-start' },
        });
        expect([statusCode, JSON.parse(body).cases]).toEqual([200, []]);
        times[number === 'INV444444' ? 'secret' : 'none'].push(performance.now() - began);
      }
    }
    const { d, p } = kolmogorovSmirnov(times.secret, times.none);
    const medians = [median(times.secret), median(times.none)] as const;
    console.info(
      `secret against none, 2 x 25: medians ${medians.map((ms) => ms.toFixed(2)).join(' and ')} ms, D ${d.toFixed(3)}, p ${p.toFixed(5)}`,
    );
    expect(p).toBeGreaterThan(0.001);
  });
});

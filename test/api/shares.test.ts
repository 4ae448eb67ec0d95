import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRun } from '../../db/queries/find-run.js';
import { getPersonKeys, packetKey } from '../../door/sealed-answers.js';
import { seal } from '../../platform/vault/seal.js';
import type { Category } from '../../protocols/language/form.js';
import { type Packet, packetPlace } from '../../protocols/packet.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { isLikeUnknown, matrixOf } from './matrix.js';

const EXPERT = 'invented-expert/officer';
const KEY = 'tell-expert#1:route-sheet';
const ID = 'tell-expert.1.route-sheet';

let api: TestApi;
let run: string;

/** A loan in which a route sheet was shared with the expert, released as the activity does. */
async function shared(): Promise<string> {
  const id = await api.startLoan();
  await api.answer(id, 'home-library', 'request', 'accepted');
  await api.answer(id, 'home-library', 'condition-check', 'good');
  await api.answer(id, 'far-library', 'permit', 'given');
  await api.answer(id, 'far-library', 'far-ready', 'ready');
  const departure = new Date(Date.now() + 3_600_000).toISOString();
  await api.answer(id, 'courier', 'itinerary', 'fixed', { answers: { departure } });
  await api.answer(id, 'home-library', 'send-off', 'sent');
  await api.answer(id, 'courier', 'send-off', 'sent');
  await api.answer(id, 'home-library', 'tell-expert', 'told');
  return id;
}

async function release(id: string): Promise<void> {
  const { door } = api;
  const stored = await findRun(door.db.sql, id);
  const keys = await getPersonKeys(door, stored!.personId);
  const packet: Packet = {
    fields: { departure: '2027-01-01T00:00:00Z', name: 'Persona Inventada' },
    purpose: { es: 'Seguir el viaje', en: 'Follow the journey' },
    ground: { mark: 'proposal', ref: 'Invented' },
    from: 'invented-home-library',
    to: 'invented-expert',
    at: Date.now(),
  };
  const [row] = await door.db.sql<
    { categories: Category[] }[]
  >`select categories from releases where run_id = ${id} and share = ${KEY}`;
  const sealed = seal(
    packetKey(keys, row!.categories),
    Buffer.from(JSON.stringify(packet)),
    packetPlace(id, KEY),
  );
  await door.db.sql`update releases set state = 'released', released_at = now(), packet = ${sealed}
    where run_id = ${id} and share = ${KEY}`;
}

beforeAll(async () => {
  api = await startTestApi();
  run = await shared();
});
afterAll(() => api.close());

interface List {
  items: { run: string; share: string; state: string; purpose: string }[];
  next?: string;
}

describe('shared data', () => {
  it('is not there before it was released', async () => {
    const list = await api.call<List>('GET', '/v1/shares', { as: EXPERT });
    expect(list.body.items).toEqual([]);
    const { status } = await api.call('GET', `/v1/runs/${run}/shares/${ID}`, { as: EXPERT });
    expect(status).toBe(404);
  });

  it('is opened by its recipient, each opening recorded for good', async () => {
    await release(run);
    const list = await api.call<List>('GET', '/v1/shares', { as: EXPERT });
    expect(list.body.items).toMatchObject([
      { run, share: ID, state: 'released', purpose: 'Seguir el viaje' },
    ]);
    for (let i = 0; i < 2; i += 1) {
      const { status, body } = await api.call('GET', `/v1/runs/${run}/shares/${ID}`, {
        as: EXPERT,
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        from: { id: 'invented-home-library' },
        fields: [
          { id: 'departure', label: 'Salida', value: '2027-01-01T00:00:00Z' },
          { id: 'name', label: 'name', value: 'Persona Inventada' },
        ],
      });
    }
    const { sql } = api.database.db;
    const openings = await sql<{ institution: string }[]>`
      select institution_id as institution from share_openings where run_id = ${run}`;
    expect(openings.map((row) => row.institution)).toEqual(['invented-expert', 'invented-expert']);
    await expect(sql`delete from share_openings`).rejects.toThrow(/append-only/);
    await expect(sql`update share_openings set account = 'x'`).rejects.toThrow(/append-only/);
  });

  it('is opened by nobody else', async () => {
    const url = `/v1/runs/${run}/shares/${ID}`;
    const staff = '404 404 404 404';
    expect(await matrixOf(api, 'GET', url)).toEqual({
      officer: staff,
      supervisor: staff,
      'case-lead': staff,
      monitor: '403 403 403 403',
      admin: '403 403 403 403',
    });
    const call = { key: freshKey(), body: {} };
    expect(await matrixOf(api, 'POST', `${url}/acknowledgement`, call)).toEqual({
      officer: staff,
      supervisor: staff,
      'case-lead': staff,
      monitor: '403 403 403 403',
      admin: '403 403 403 403',
    });
    const stranger = { as: `${FOREIGN}/officer` };
    const address = (id: string) => `/v1/runs/${id}/shares/${ID}`;
    expect(await isLikeUnknown(api, 'GET', address, run, stranger)).toBe(true);
  });

  it('is acknowledged once', async () => {
    const url = `/v1/runs/${run}/shares/${ID}/acknowledgement`;
    const key = freshKey();
    const first = await api.call('POST', url, { as: EXPERT, key, body: {} });
    const again = await api.call('POST', url, { as: EXPERT, key, body: {} });
    const other = await api.call('POST', url, { as: EXPERT, key: freshKey(), body: {} });
    expect([first.status, again.status, other.status]).toEqual([200, 200, 404]);
    const list = await api.call<List>('GET', '/v1/shares?state=acknowledged', { as: EXPERT });
    expect(list.body.items).toMatchObject([{ share: ID, state: 'acknowledged' }]);
    expect(
      (await api.call<List>('GET', '/v1/shares?state=released', { as: EXPERT })).body.items,
    ).toEqual([]);
  });

  it('comes in pages', async () => {
    for (let i = 0; i < 2; i += 1) await release(await shared());
    const first = await api.call<List>('GET', '/v1/shares?limit=2', { as: EXPERT });
    const second = await api.call<List>('GET', `/v1/shares?limit=2&cursor=${first.body.next}`, {
      as: EXPERT,
    });
    const runs = [...first.body.items, ...second.body.items].map((item) => item.run);
    expect(new Set(runs).size).toBe(3);
    expect(second.body.next).toBeUndefined();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../support/api.js';
import { matrixOf } from './matrix.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const ADMIN = 'invented-home-library/admin';
const LEAD = 'invented-home-library/case-lead';
const url = '/v1/institutions/invented-home-library/names';
const name = (since: string, nameEs: string) => ({
  since,
  nameEs,
  nameEn: `${nameEs} (en)`,
  source: 'Invented decree',
});

interface Directory {
  readonly items: readonly { id: string; name: string; names: readonly { since: string }[] }[];
}

const home = async () => {
  const { body } = await api.call<Directory>('GET', '/v1/institutions', { as: LEAD });
  return body.items.find(({ id }) => id === 'invented-home-library');
};

describe('a renamed institution', () => {
  it('is renamed by administrators only', async () => {
    const body = { ...name('2020-02-30', 'Nadie'), surprise: true };
    expect(await matrixOf(api, 'POST', url, { body })).toEqual({
      officer: '403 403 403 403',
      supervisor: '403 403 403 403',
      'case-lead': '403 403 403 403',
      monitor: '403 403 403 403',
      admin: '422 422 422 422',
    });
  });

  it('keeps its id, shows today the name of today, and knows the others', async () => {
    for (const body of [name('2020-01-01', 'Biblioteca Primera'), name('2099-01-01', 'Futura')]) {
      expect((await api.call('POST', url, { as: ADMIN, body })).status).toBe(201);
    }
    expect(await home()).toMatchObject({
      name: 'Biblioteca Primera',
      names: [{ since: '2020-01-01' }, { since: '2099-01-01' }],
    });
    const again = { as: ADMIN, body: name('2020-01-01', 'Otra') };
    expect(await api.call('POST', url, again)).toMatchObject({
      status: 409,
      body: { code: 'name-taken' },
    });
  });

  it('is told in the history by the name it had on that day', async () => {
    const run = await api.startLoan();
    const today = new Date(api.door.clock.now()).toISOString().slice(0, 10);
    const history = async () => {
      const { body } = await api.call<{ items: { institution?: { title: string } }[] }>(
        'GET',
        `/v1/runs/${run}/history`,
        { as: LEAD },
      );
      return body.items[0]?.institution?.title;
    };
    expect(await history()).toBe('Biblioteca Primera');
    await api.call('POST', url, { as: ADMIN, body: name(today, 'Biblioteca de Hoy') });
    expect(await history()).toBe('Biblioteca de Hoy');
    expect(api.door.directory.findName('invented-home-library', '2021-06-01')?.nameEs).toBe(
      'Biblioteca Primera',
    );
  });
});

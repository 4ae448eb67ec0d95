import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setInstitutionState } from '../../db/queries/institutions.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { consular } from '../fixtures/consular.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { matrixOf } from './matrix.js';

const ADMIN = 'invented-office/admin';
const CONSULATE = 'invented-consulate';
const url = `/v1/institutions/${CONSULATE}/state`;
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [consular, bookLoan] });
});
afterAll(() => api.close());
beforeEach(() => setInstitutionState(api.database.db, CONSULATE, null));

interface Listed {
  readonly items: readonly { readonly id: string; readonly ofState: string | null }[];
}

const listed = async (id: string) => {
  const { body } = await api.call<Listed>('GET', '/v1/institutions', { as: ADMIN });
  return body.items.find((one) => one.id === id)?.ofState;
};
const put = (body: object, at = url) => api.call<{ code: string }>('PUT', at, { as: ADMIN, body });
const logged = async () => {
  const [row] = await api.database.db.sql<{ actor: string; state: string | null }[]>`
    select actor::text, content->'row'->>'of_state' as state from log_changes
    where what = 'institutions' order by id desc limit 1`;
  return row!;
};

/** Runs the built command against the database of the test; what it says. Throws when it fails. */
function institution(...args: string[]): string {
  const key = randomBytes(32).toString('base64');
  const own = { DATABASE_URL: api.database.url, RETORNO_MASTER_KEY: key, RETORNO_PAYLOAD_KEY: key };
  return execFileSync(process.execPath, [main, 'institution', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, ...own, RETORNO_PUBLIC_URL: 'https://retorno.example' },
  });
}

describe('of which State a consulate is', () => {
  it('is entered by administrators only', async () => {
    expect(await matrixOf(api, 'PUT', url, { body: { ofState: 'honduras' } })).toEqual({
      officer: '403 403 403 403',
      supervisor: '403 403 403 403',
      'case-lead': '403 403 403 403',
      monitor: '403 403 403 403',
      admin: '422 422 422 422',
    });
  });

  it('is entered, corrected and taken back, and the log keeps each State and who entered it', async () => {
    expect(await listed(CONSULATE)).toBeNull();
    for (const ofState of ['CR', 'HN', null]) {
      expect(await put({ ofState })).toMatchObject({
        status: 200,
        body: { institution: CONSULATE, ofState },
      });
      expect(await listed(CONSULATE)).toBe(ofState);
      expect(api.door.directory.find(CONSULATE)?.ofState).toBe(ofState);
      const { actor, state } = await logged();
      expect(state).toBe(ofState);
      expect(JSON.parse(actor)).toMatchObject({ institution: 'invented-office' });
    }
  });

  it('is of every other body the place where it sits, and nothing else', async () => {
    expect(await listed('invented-shelter')).toBe('MX');
    expect(await put({ ofState: 'HN' }, '/v1/institutions/invented-shelter/state')).toMatchObject({
      status: 422,
      body: { code: 'state-by-place' },
    });
    await expect(setInstitutionState(api.database.db, 'invented-shelter', 'HN')).rejects.toThrow();
    expect(await listed('invented-shelter')).toBe('MX');
  });

  it.each([[{ ofState: 'QQ' }], [{ ofState: 'hn' }], [{}], [{ ofState: 'HN', more: 1 }]])(
    'is refused as %j',
    async (body) => {
      expect(await put(body)).toMatchObject({ status: 422, body: { code: 'body-invalid' } });
      expect(await listed(CONSULATE)).toBeNull();
    },
  );

  it('is refused of an institution that is not there', async () => {
    expect(await put({ ofState: 'HN' }, '/v1/institutions/nobody/state')).toMatchObject({
      body: { code: 'institution-unknown' },
    });
  });

  it('is listed and entered on the command line', async () => {
    expect(institution('list', '--kind', 'CON')).toMatch(/^invented-consulate\tCON\tCR\t\?\t/m);
    institution('state', CONSULATE, 'hn');
    expect(await listed(CONSULATE)).toBe('HN');
    expect(institution('list')).toMatch(/^invented-consulate\tCON\tCR\tHN\t/m);
    expect((await logged()).state).toBe('HN');
    institution('state', CONSULATE, 'none');
    expect(await listed(CONSULATE)).toBeNull();
    expect(() => institution('state', CONSULATE, 'honduras')).toThrow(/ISO 3166-1/);
    expect(() => institution('state', 'invented-shelter', 'HN')).toThrow(/consulados/);
    expect(() => institution('state', 'nobody', 'HN')).toThrow(/institución nobody/);
  });
});

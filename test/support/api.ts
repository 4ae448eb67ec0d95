import { inject } from 'vitest';
import { type AppDeps, createApp } from '../../api/app.js';
import type { Api } from '../../api/context.js';
import type { ApiSettings } from '../../api/settings.js';
import { type AccessRole, createToken } from '../../db/queries/access-tokens.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import type { Door } from '../../door/door.js';
import type { SeriesLimits } from '../../door/series/limits.js';
import type { Definition } from '../../protocols/language/definition.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { bindingsOf, inventedInstitutions, openTestDoor } from './door.js';

/** An institution of the directory that fills no role in any run, of a third State so that it can fill one of either side. */
export const FOREIGN = 'invented-foreign-library';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** One request; `as` is `institution/role`, absent for a request without a token. */
export interface Call {
  readonly as?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly language?: string;
  readonly headers?: Record<string, string>;
}

// The body is whatever the API sent: a test names the fields it expects.
export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Record<string, unknown>;
}

export interface TestApi {
  readonly app: Api;
  readonly door: Door;
  readonly database: TestDatabase;
  /** A bearer token of the institution in the role. */
  tokenOf(as: string): Promise<string>;
  call<T = Record<string, never>>(method: Method, url: string, call?: Call): Promise<Answer<T>>;
  /** Starts a loan led by the home library with every role bound; its id. */
  startLoan(more?: object): Promise<string>;
  /** Answers a step for the institution of a role; throws when refused. */
  answer(run: string, role: string, step: string, outcome: string, more?: object): Promise<void>;
  close(): Promise<void>;
}

let keys = 0;

/** A key no other request of this process has used. */
export function freshKey(): string {
  keys += 1;
  return `test-key-${process.pid}-${keys}`;
}

/** The API on a database of its own, with the fictional protocol and one institution per role. */
export async function startTestApi(
  options: {
    settings?: Partial<ApiSettings>;
    definitions?: readonly Definition[];
    temporal?: () => Promise<boolean>;
    pages?: AppDeps['pages'];
    /** How fast one account may decide; as fast as it likes unless given. */
    series?: SeriesLimits;
  } = {},
): Promise<TestApi> {
  const definitions = options.definitions ?? [bookLoan];
  const database = await createTestDatabase(inject('postgresUrl'));
  const [home] = inventedInstitutions(bookLoan);
  await saveInstitutions(database.db, [{ ...home!, id: FOREIGN, country: 'PA' }]);
  const door = await openTestDoor({ db: database.serving }, definitions, undefined, options.series);
  const app = await createApp({
    door,
    settings: {
      rehearsals: true,
      requestsPerWindow: 1_000_000,
      failuresPerWindow: 1_000_000,
      ...options.settings,
    },
    ...(options.temporal ? { temporal: options.temporal } : {}),
    ...(options.pages ? { pages: options.pages } : {}),
  });
  await app.ready();

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (as: string): Promise<string> => {
    const known = tokens.get(as);
    if (known) return known;
    const [institution = '', role = ''] = as.split('/');
    const made = createToken(database.db, {
      institution,
      role: role as AccessRole,
      label: 'test',
    }).then(({ token }) => token);
    tokens.set(as, made);
    return made;
  };
  const api: TestApi = {
    app,
    door,
    database,
    tokenOf,
    async call<T>(method: Method, url: string, call: Call = {}) {
      const response = await app.inject({
        method,
        url,
        headers: {
          ...(call.as ? { authorization: `Bearer ${await tokenOf(call.as)}` } : {}),
          ...(call.key ? { 'idempotency-key': call.key } : {}),
          ...(call.language ? { 'accept-language': call.language } : {}),
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { payload: JSON.stringify(call.body) }),
      });
      const text = response.body;
      const body = (text === '' ? {} : JSON.parse(text)) as T;
      return { status: response.statusCode, body, headers: response.headers };
    },
    async startLoan(more = {}) {
      const { status, body } = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
        as: 'invented-home-library/case-lead',
        key: freshKey(),
        body: {
          protocol: 'book-loan',
          bindings: bindingsOf(bookLoan),
          attributes: { isRare: false },
          ...more,
        },
      });
      if (status !== 201) throw new Error(`Not started: ${status} ${JSON.stringify(body)}`);
      return body.run.run;
    },
    async answer(run, role, step, outcome, more = {}) {
      const { status, body } = await api.call('POST', `/v1/runs/${run}/steps/${step}/complete`, {
        as: `invented-${role}/officer`,
        key: freshKey(),
        body: { opening: 1, outcome, ...more },
      });
      if (status !== 200) throw new Error(`${step}: ${status} ${JSON.stringify(body)}`);
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
  return api;
}

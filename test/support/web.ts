import type { AccessRole } from '../../db/queries/access-tokens.js';
import { openSession } from '../../db/queries/sessions.js';
import { addUser } from '../../db/queries/users.js';
import { DEFAULT_WEB, type WebSettings } from '../../web/context.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { FORM_KEY, formKeyOf } from '../../web/frame/form-key.js';
import { webPages } from '../../web/register-web.js';
import { startTestApi, type TestApi } from './api.js';

/** What a page answered. */
export interface PageAnswer {
  readonly status: number;
  readonly html: string;
  readonly headers: Record<string, unknown>;
  /** Where it leads, if it does. */
  readonly location: string;
}

/** The API with its pages, and people signed in without a password: `as` is `institution/role`. */
export interface TestWeb extends TestApi {
  /** Secret of the session cookie of an invented person with this role, made at first use. */
  sessionOf(as: string): Promise<string>;
  open(url: string, as?: string, headers?: Record<string, string>): Promise<PageAnswer>;
  send(
    url: string,
    as: string,
    fields: Record<string, string | readonly string[]>,
    headers?: Record<string, string>,
  ): Promise<PageAnswer>;
}

/** Starts the API with its pages on a database of its own. */
export async function startTestWeb(
  options: Parameters<typeof startTestApi>[0] & { web?: Partial<WebSettings> } = {},
): Promise<TestWeb> {
  const { web, ...rest } = options;
  const api = await startTestApi({ pages: webPages(web), ...rest });
  const secrets = new Map<string, Promise<string>>();
  const sessionOf = (as: string): Promise<string> => {
    const known = secrets.get(as);
    if (known) return known;
    const made = signIn(api, as);
    secrets.set(as, made);
    return made;
  };
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    as: string | undefined,
    headers: Record<string, string>,
    fields?: Record<string, string | readonly string[]>,
  ): Promise<PageAnswer> => {
    const secret = as === undefined ? undefined : await sessionOf(as);
    const form = new URLSearchParams();
    if (fields && secret) form.append(FORM_KEY, formKeyOf(secret));
    for (const [name, value] of Object.entries(fields ?? {})) {
      for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
    }
    const response = await api.app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        ...(secret ? { cookie: `${SESSION_COOKIE}=${secret}` } : {}),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(fields ? { payload: form.toString() } : {}),
    });
    return {
      status: response.statusCode,
      html: response.body,
      headers: response.headers,
      location: String(response.headers.location ?? ''),
    };
  };
  return {
    ...api,
    sessionOf,
    open: (url, as, headers = {}) => ask('GET', url, as, headers),
    send: (url, as, fields, headers = {}) => ask('POST', url, as, headers, fields),
  };
}

async function signIn({ database }: TestApi, as: string): Promise<string> {
  const [institution = '', role = ''] = as.split('/') as [string, AccessRole];
  const userId = await addUser(database.db, {
    displayName: `Persona Inventada (${as})`,
    email: `${as.replace('/', '.')}@demo.example`,
    memberships: [{ institution, role: role as AccessRole }],
  });
  return openSession(database.db, {
    userId,
    institution,
    role: role as AccessRole,
    factors: ['password'],
    life: DEFAULT_WEB.sessionLife,
  });
}

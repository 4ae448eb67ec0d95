import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { FORM_KEY, formKeyOf } from '../../web/frame/form-key.js';
import { NUMBER } from './seeds.js';

/** An answer of the service to somebody: head and body as one text. */
export interface Told {
  readonly to: string;
  readonly status: number;
  readonly text: string;
}

/** Somebody with a token and, in a browser, a session. */
export interface Caller {
  api(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<Told>;
  open(path: string): Promise<Told>;
  /** Sends a form as a browser without script does. */
  form(path: string, fields: Record<string, string | Blob>): Promise<Told>;
}

export function callerAt(address: string, token: string, cookie: string): Caller {
  const ask = async (method: string, path: string, request: RequestInit): Promise<Told> => {
    const response = await fetch(`${address}${path}`, { method, redirect: 'manual', ...request });
    const text = `${JSON.stringify([...response.headers])}\n${await response.text()}`;
    return { to: `${method} ${path}`, status: response.status, text };
  };
  const browser = {
    accept: 'text/html',
    cookie: `${SESSION_COOKIE}=${cookie}`,
    'user-agent': `Mozilla/5.0 (${NUMBER})`,
  };
  return {
    api: (method, path, body, headers) =>
      ask(method, path, {
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      }),
    open: (path) => ask('GET', path, { headers: browser }),
    form(path, fields) {
      const all = { ...fields, [FORM_KEY]: formKeyOf(cookie) };
      const isPlain = Object.values(all).every((value) => typeof value === 'string');
      const body = isPlain ? new URLSearchParams(all as Record<string, string>) : new FormData();
      if (body instanceof FormData) {
        for (const [name, value] of Object.entries(all)) body.append(name, value);
      }
      return ask('POST', path, { headers: browser, body });
    },
  };
}

import type { TestWeb } from './web.js';

/** What a visitor was answered. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  readonly location: string;
  readonly headers: Record<string, unknown>;
}

/** A browser without script: keeps cookies, sends the hidden fields of the form it was shown. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(url: string, headers?: Record<string, string>): Promise<Seen>;
  /** Opens the page, fills its form and sends it to `to` (the page itself unless given). */
  submit(page: string, fields: Record<string, string>, to?: string): Promise<Seen>;
  /** Sends a form as it is, without opening a page first. */
  post(
    url: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Seen>;
}

/** A fresh browser at the pages of a test, in Spanish unless told. */
export function visitorOf({ app }: Pick<TestWeb, 'app'>, language = 'es'): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: string,
    headers: Record<string, string> = {},
  ): Promise<Seen> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        'accept-language': language,
        ...(cookie === '' ? {} : { cookie }),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge, expires } of response.cookies) {
      if (maxAge === 0 || (expires && expires.getTime() <= 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: response.statusCode,
      html: response.body,
      location: String(response.headers.location ?? ''),
      headers: response.headers,
    };
  };
  const post: Visitor['post'] = (url, fields, headers) =>
    ask('POST', url, new URLSearchParams(fields).toString(), headers);
  return {
    cookies,
    get: (url, headers) => ask('GET', url, undefined, headers),
    post,
    async submit(page, fields, to = page) {
      const { html } = await ask('GET', page);
      return post(to, { ...hiddenIn(html), ...fields });
    },
  };
}

/** Hidden fields of a page, by name; of several forms the last wins. */
export function hiddenIn(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name!, value!]));
}

import { OperatorError } from '../platform/text.js';

/** Talks to the API as one institution. Address and token come from RETORNO_URL and RETORNO_TOKEN. */
export interface ApiClient {
  get<T>(path: string): Promise<T>;
  /** `key` makes the request safe to repeat. */
  post<T>(path: string, body: unknown, key?: string): Promise<T>;
  /** A request of any kind, with a body sent as it is. */
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, request: RawRequest): Promise<T>;
}

/** A body that is not made here, such as a file, and further headers. */
export interface RawRequest {
  readonly type?: string;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem document of the API (RFC 9457) as an error the command line can show. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

interface Problem {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { pointer?: string; message?: string }[];
}

export function createApiClient(options: {
  url: string;
  token: string;
  language?: 'es' | 'en';
}): ApiClient {
  const send = async <T>(method: string, path: string, request: RawRequest): Promise<T> => {
    const { type, body, headers } = request;
    let response: Response;
    try {
      response = await fetch(new URL(path, options.url), {
        method,
        headers: {
          authorization: `Bearer ${options.token}`,
          'accept-language': options.language ?? 'es',
          ...(type === undefined ? {} : { 'content-type': type }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      });
    } catch {
      throw new OperatorError({
        es: `No se pudo hablar con Retorno en ${options.url}. Inícielo con «npm start» o diga su dirección en RETORNO_URL.`,
        en: `Retorno could not be reached at ${options.url}. Start it with "npm start" or give its address in RETORNO_URL.`,
      });
    }
    if (response.ok) return (await response.json()) as T;
    throw problemOf(response.status, (await response.json().catch(() => ({}))) as Problem);
  };
  return {
    get: (path) => send('GET', path, {}),
    post: (path, body, key) =>
      send('POST', path, {
        type: 'application/json',
        body: Buffer.from(JSON.stringify(body)),
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
      }),
    send,
  };
}

function problemOf(status: number, problem: Problem): ApiProblem {
  const faults = (problem.errors ?? []).map(
    (fault) => `  ${fault.pointer ?? ''} ${fault.message ?? ''}`,
  );
  const text = [problem.detail ?? problem.title ?? `HTTP ${status}`, ...faults].join('\n');
  return new ApiProblem(status, problem.code ?? 'http', text);
}

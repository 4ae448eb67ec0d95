import { OperatorError } from '../platform/text.js';

/** Talks to the API as one institution. Address and token come from RETORNO_URL and RETORNO_TOKEN. */
export interface ApiClient {
  get<T>(path: string): Promise<T>;
  /** `key` makes the request safe to repeat. */
  post<T>(path: string, body: unknown, key?: string): Promise<T>;
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
  const call = async <T>(
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ): Promise<T> => {
    let response: Response;
    try {
      response = await fetch(new URL(path, options.url), {
        method,
        headers: {
          authorization: `Bearer ${options.token}`,
          'accept-language': options.language ?? 'es',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
    get: (path) => call('GET', path),
    post: (path, body, key) => call('POST', path, body, key),
  };
}

function problemOf(status: number, problem: Problem): ApiProblem {
  const faults = (problem.errors ?? []).map(
    (fault) => `  ${fault.pointer ?? ''} ${fault.message ?? ''}`,
  );
  const text = [problem.detail ?? problem.title ?? `HTTP ${status}`, ...faults].join('\n');
  return new ApiProblem(status, problem.code ?? 'http', text);
}

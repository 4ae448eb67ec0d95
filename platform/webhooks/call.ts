import { lookup as systemLookup } from 'node:dns/promises';
import { type ClientRequest, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';
import { readTarget } from './target.js';

/** Why a call brought no answer. `refused-address`: the host leads to a machine that must not be called. */
export type CallFailure =
  | 'refused-address'
  | 'unknown-host'
  | 'no-connection'
  | 'no-encryption'
  | 'too-slow'
  | 'no-answer';

/** What became of a call: the status of the answer, or why there was none. */
export type CallResult = { readonly status: number } | { readonly failure: CallFailure };

/** Every address a name stands for. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

export interface WebhookCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface CallOptions {
  /** Milliseconds for all of it: name, connection, encryption, answer. */
  readonly forMs: number;
  readonly allowLoopback: boolean;
  /** The system's name service unless given. */
  readonly resolve?: Resolve;
  /** Ends the call early. */
  readonly signal?: AbortSignal;
  /** Certificates trusted besides; for tests. */
  readonly ca?: string;
}

const LARGEST_HEAD = 16 * 1024;

/**
 * Posts once and follows nothing. Never throws for what the other side does; the answer's body is not read, and the
 * connection is closed as soon as the status is known or the time is up.
 */
export async function callWebhook(call: WebhookCall, options: CallOptions): Promise<CallResult> {
  const target = readTarget(call.url, options);
  if ('fault' in target) return { failure: 'refused-address' };
  const timeUp = AbortSignal.timeout(options.forMs);
  const signal = options.signal ? AbortSignal.any([timeUp, options.signal]) : timeUp;
  const place = await placeOf(target.url, options, signal);
  return 'failure' in place ? place : post(target.url, place, call, options, signal);
}

interface Place {
  readonly address: string;
  readonly family: number;
}

/** The one address the call goes to. A single answer of the name service that must not be called refuses them all. */
async function placeOf(
  url: URL,
  { resolve = resolveBySystem, allowLoopback }: CallOptions,
  signal: AbortSignal,
): Promise<Place | { failure: CallFailure }> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const known = isIP(name) === 0 ? undefined : [{ address: name, family: isIP(name) }];
  const found = known ?? (await orTooSlow(resolve(name), signal));
  if (found === 'too-slow') return { failure: 'too-slow' };
  const [first] = found ?? [];
  if (!found || !first) return { failure: 'unknown-host' };
  const mayCall = ({ address }: Place) =>
    isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));
  return found.every(mayCall) ? first : { failure: 'refused-address' };
}

const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** A name service cannot be told to stop; whoever waits for it can. */
async function orTooSlow(
  asked: ReturnType<Resolve>,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<Resolve>> | 'too-slow' | undefined> {
  const late = new Promise<'too-slow'>((resolve) => {
    if (signal.aborted) resolve('too-slow');
    signal.addEventListener('abort', () => resolve('too-slow'), { once: true });
  });
  return Promise.race([asked.catch(() => undefined), late]);
}

function post(
  url: URL,
  place: Place,
  { headers, body }: WebhookCall,
  { ca }: CallOptions,
  signal: AbortSignal,
): Promise<CallResult> {
  const toPlace: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [place]) : done(null, place.address, place.family);
  const secure = url.protocol === 'https:';
  return new Promise((resolve) => {
    const request: ClientRequest = (secure ? secureRequest : plainRequest)(url, {
      method: 'POST',
      // A connection of its own: a pooled one would belong to an address that was judged for another call.
      agent: false,
      lookup: toPlace,
      maxHeaderSize: LARGEST_HEAD,
      signal,
      ...(secure && ca !== undefined ? { ca } : {}),
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Retorno-Webhooks/1',
        connection: 'close',
      },
    });
    request.on('response', (response) => {
      // Errors of a body nobody wants are nobody's.
      response.on('error', () => {});
      resolve({ status: response.statusCode ?? 0 });
      request.destroy();
    });
    // Any later error is of a call whose answer is known.
    request.on('error', (error) => resolve({ failure: failureOf(error, signal) }));
    request.end(body);
  });
}

function failureOf(error: NodeJS.ErrnoException, signal: AbortSignal): CallFailure {
  if (signal.aborted) return 'too-slow';
  const code = error.code ?? '';
  if (/^(ERR_TLS|ERR_SSL|EPROTO|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code)) {
    return 'no-encryption';
  }
  return /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL)$/.test(code)
    ? 'no-connection'
    : 'no-answer';
}

import { Readable } from 'node:stream';
import { type Locker, Server } from '@tus/server';
import { ProblemError } from '../../../../api/errors.js';
import { isOpen } from '../../../../api/runs/step-record.js';
import type { Pages, WebContext } from '../../../context.js';
import { exchange } from '../../../frame/exchange.js';
import type { Visit } from '../../../frame/visit.js';
import { openTask, taskAt } from '../../task.js';
import { createOneAtATime } from './one-at-a-time.js';
import { type Said, SealedStore } from './sealed-store.js';

/** How pieces of a file come (tus 1.0). */
const PIECES = 'application/offset+octet-stream';
/** Headers the protocol is made of; nothing else of a request reaches its server. */
const HEADERS = /^(tus-|upload-|content-(type|length)$)/;
/** Time, in milliseconds, a request that is over may take to store what came last. */
const LAST_WORDS = 250;

/** Addresses at which scripts send files that may be interrupted (https://tus.io/protocols/resumable-upload). */
export function registerResume(pages: Pages, context: WebContext, address: string): void {
  const locker = createOneAtATime();
  const action = 'step.draft';
  const handler = (visit: Visit) => speakTus(visit, locker);
  void pages.register(async (files) => {
    // As it comes: a line that breaks off must not take with it what had arrived.
    files.addContentTypeParser(PIECES, (_request, payload, done) => done(null, payload));
    const url = `${address}/carga`;
    exchange(files, context, { method: ['POST'], url, action }, handler);
    const one = `${url}/:upload`;
    exchange(files, context, { method: ['HEAD', 'PATCH', 'DELETE'], url: one, action }, handler);
  });
}

async function speakTus(visit: Visit, locker: Locker): Promise<Response> {
  const task = await openTask(visit, 'step.draft');
  if (!isOpen(task.record)) throw new ProblemError('route-unknown');
  let trouble: unknown;
  const server = new Server({
    path: visit.url,
    datastore: new SealedStore(task),
    locker,
    lockDrainTimeout: LAST_WORDS,
    getFileIdFromRequest: () => visit.params.upload,
    generateUrl: (_request, { id }) => taskAt(task.place, `/evidencia/carga/${id}`),
    // Words for people pass; those of the protocol stay out, as does what an error of ours would tell.
    onResponseError: (_request, error) => {
      if (!('status_code' in error)) trouble = error;
      if ((error as Partial<Said>).said) return undefined;
      return { status_code: 'status_code' in error ? error.status_code : 500, body: '' };
    },
  });
  const response = await server.handleWeb(asked(visit));
  if (trouble !== undefined) throw trouble;
  return response;
}

/** The request as the protocol's server takes it. */
function asked({ request, url }: Visit): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (HEADERS.test(name)) headers.set(name, String(value));
  }
  const { body, method } = request;
  const init: RequestInit & { duplex?: 'half' } = { method, headers };
  if (body instanceof Readable) {
    init.body = Readable.toWeb(Readable.from(untilCut(body))) as ReadableStream;
    init.duplex = 'half';
  }
  return new Request(`http://localhost${url}`, init);
}

/** What comes until the line is cut, as if it had been meant to end there. */
async function* untilCut(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of body) yield bytes as Buffer;
  } catch {
    // The sender asks what has arrived, and goes on from there.
  }
}

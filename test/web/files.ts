import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { FORM_KEY, formKeyOf } from '../../web/frame/form-key.js';
import type { TestWeb } from '../support/web.js';

/** A file to be added to a step. */
export interface Added {
  readonly run: string;
  readonly step: string;
  readonly as: string;
  readonly file: Buffer;
  /** What the file shows, as the officer writes it. */
  readonly shows?: string;
  /** Name it has on the officer's machine. */
  readonly name?: string;
  /** The file came before, piece by piece, as this upload; with SHA-256 of what was sent. */
  readonly upload?: string;
  readonly digest?: string;
}

/** Sends the form of a file as a browser without script does. */
export async function addFile(
  web: TestWeb,
  added: Added,
): Promise<{ status: number; html: string }> {
  const { run, step, as, file, shows = 'Acta inventada' } = added;
  const { name = '../../Persona Inventada.pdf', upload, digest } = added;
  const secret = await web.sessionOf(as);
  const form = new FormData();
  form.append(FORM_KEY, formKeyOf(secret));
  form.append('vez', '1');
  form.append('muestra', shows);
  if (upload) form.append('carga', upload);
  if (digest) form.append('huella', digest);
  if (!upload) form.append('archivo', new Blob([new Uint8Array(file)]), name);
  const body = new Response(form);
  const response = await web.app.inject({
    method: 'POST',
    url: `/tareas/${run}/${step}/evidencia`,
    headers: {
      accept: 'text/html',
      cookie: `${SESSION_COOKIE}=${secret}`,
      'content-type': body.headers.get('content-type')!,
    },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: response.statusCode, html: response.body };
}

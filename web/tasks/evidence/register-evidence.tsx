import type { FastifyRequest } from 'fastify';
import { findSession } from '../../../db/queries/sessions.js';
import { LARGEST_FILE } from '../../../platform/files/clean-file.js';
import type { Pages, WebContext } from '../../context.js';
import { SESSION_COOKIE } from '../../frame/cookies.js';
import { readFormWithFiles } from '../../frame/form-with-files.js';
import { act, show } from '../../frame/routes.js';
import { addFile, downloadFile, evidencePage, removeFile } from './evidence-page.js';
import { registerResume } from './resume/register-resume.js';

/** A form around a file of the largest size. One larger still is read so that the page can say so. */
const LARGEST_FORM = LARGEST_FILE + 2 * 1024 * 1024;

/** Pages of files. Only the one that takes a file takes large bodies, and only of people who are signed in. */
export function registerEvidence(pages: Pages, context: WebContext): void {
  const address = '/tareas/:run/:step/evidencia';
  show(pages, context, address, 'step.read', evidencePage);
  show(pages, context, `${address}/:file`, 'step.read', downloadFile);
  act(pages, context, `${address}/:file/quitar`, 'step.draft', removeFile);
  registerResume(pages, context, address);
  void pages.register(async (large) => {
    large.addHook('onRequest', async (request, reply) => {
      const secret = request.cookies[SESSION_COOKIE] ?? '';
      const session = await findSession(context.door.db, secret, context.web.sessionLife);
      if (!session) return reply.redirect('/entrar', 303);
    });
    large.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: LARGEST_FORM },
      (request: FastifyRequest, body: Buffer) =>
        readFormWithFiles(body, request.headers['content-type'] ?? ''),
    );
    act(large, context, address, 'step.draft', addFile);
  });
}

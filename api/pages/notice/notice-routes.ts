import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findAccessToken } from '../../../db/queries/access-tokens.js';
import type { CountFailure } from '../../auth/sign-in.js';
import type { ApiContext } from '../../context.js';
import { ProblemError } from '../../errors.js';
import { type OpenNotice, openNotice } from '../../runs/open-notice.js';
import type { Asking } from '../../runs/open-run.js';
import { reference } from '../../schemas/notices.js';
import { noticeView } from '../../views/notice-view.js';
import { pageLanguage, sendPage } from '../send-page.js';
import { noticePage } from './notice-page.js';
import { signInPage } from './sign-in-page.js';

type NoticeRequest = FastifyRequest<{ Params: { reference: string } }>;

/**
 * `GET /avisos/:reference` asks for the access and is the same for every reference, whether or not there is such a
 * notice. `POST` with an access of the right institution shows the notice. Neither changes anything or keeps the access.
 */
export function noticeRoutes(
  pages: FastifyInstance,
  context: ApiContext,
  countFailure: CountFailure,
): void {
  const options = { config: { action: 'public' as const }, schema: { hide: true } };
  pages.get('/avisos/:reference', options, (request: NoticeRequest, reply: FastifyReply) => {
    const language = pageLanguage(request);
    return sendPage(reply, 200, signInPage(language), language);
  });
  pages.post('/avisos/:reference', options, async (request: NoticeRequest, reply: FastifyReply) => {
    const language = pageLanguage(request);
    const token = accessIn(request.body);
    if (token === '') return sendPage(reply, 422, signInPage(language, 'empty'), language);
    const access = await findAccessToken(context.door.db, token);
    const opened =
      access && (await openAs(context, { access, language }, request.params.reference));
    if (opened) {
      const view = noticeView(opened, context.door.directory, language);
      return sendPage(reply, 200, noticePage(language, opened, view, access.timeZone), language);
    }
    const seconds = await countFailure(request);
    if (seconds !== undefined) throw new ProblemError('rate-limited', { params: { seconds } });
    return sendPage(reply, 403, signInPage(language, 'none'), language);
  });
}

/** The notice, or undefined when it went to another institution, does not exist, or the role reads none. */
async function openAs(
  context: ApiContext,
  asking: Asking,
  given: string,
): Promise<OpenNotice | undefined> {
  if (!reference.safeParse(given).success) return undefined;
  try {
    const opened = await openNotice(context, asking, given);
    const { directory } = context.door;
    if (!directory.find(asking.access.institution)) await directory.reload();
    return opened;
  } catch (error) {
    if (error instanceof ProblemError && isNeutral(error)) return undefined;
    throw error;
  }
}

function isNeutral({ code }: ProblemError): boolean {
  return code === 'notice-unknown' || code === 'not-allowed';
}

function accessIn(body: unknown): string {
  return body instanceof URLSearchParams ? (body.get('access') ?? '').trim() : '';
}

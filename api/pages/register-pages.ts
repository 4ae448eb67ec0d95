import type { FastifyInstance } from 'fastify';
import type { CountFailure } from '../auth/sign-in.js';
import type { ApiContext } from '../context.js';
import { detailOf, type ProblemError, statusOf } from '../errors.js';
import type { Language } from '../language.js';
import { problemFrom } from '../plugins/errors.js';
import { homePage } from './home-page.js';
import { noticeRoutes } from './notice/notice-routes.js';
import { problemPage } from './problem-page.js';
import { pageLanguage, sendPage } from './send-page.js';

export interface PageOptions {
  /** Shared with the API, so that trying here and there counts together. */
  readonly countFailure: CountFailure;
  /** Caught mail can be read at `/correo`. */
  readonly testMail: boolean;
}

/** Adds the pages people open: HTML without script. Every page only shows; what acts is the API. */
export async function registerPages(
  app: FastifyInstance,
  context: ApiContext,
  { countFailure, testMail }: PageOptions,
): Promise<void> {
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 2048 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    pages.setErrorHandler((error: unknown, request, reply) => {
      const language = pageLanguage(request);
      const problem = problemFrom(error, request);
      const status = statusOf(problem.code);
      if (status === 429)
        reply.header('retry-after', String(problem.options.params?.seconds ?? 60));
      if (status === 503) reply.header('retry-after', '5');
      return sendPage(
        reply,
        status,
        problemPage(language, sentenceOf(problem, language)),
        language,
      );
    });
    pages.get('/', { config: { action: 'public' }, schema: { hide: true } }, (request, reply) => {
      const language = pageLanguage(request);
      return sendPage(reply, 200, homePage(language, testMail), language);
    });
    noticeRoutes(pages, context, countFailure);
  });
}

/** What the reader can do something about is told as the API tells it; the rest speaks of JSON and headers. */
function sentenceOf(problem: ProblemError, language: Language): string | undefined {
  return [429, 500, 503].includes(statusOf(problem.code)) ? detailOf(problem, language) : undefined;
}

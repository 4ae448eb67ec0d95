import cookie from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { CountFailure } from '../api/auth/sign-in.js';
import type { Api, ApiContext } from '../api/context.js';
import { ProblemError } from '../api/errors.js';
import { isApi } from '../api/plugins/edge.js';
import { sendProblem } from '../api/plugins/errors.js';
import { findSession } from '../db/queries/sessions.js';
import { registerAccount } from './account/register-account.js';
import { registerCases } from './cases/register-cases.js';
import { DEFAULT_WEB, type WebContext, type WebSettings, type WebTools } from './context.js';
import { registerDirectory } from './directory/register-directory.js';
import { registerAssets } from './frame/assets.js';
import { giveLanguage, SESSION_COOKIE } from './frame/cookies.js';
import { homeOf } from './frame/navigation.js';
import { ownAddress } from './frame/own-address.js';
import { answerProblem } from './frame/problem-page.js';
import { registerHelp } from './help/register-help.js';
import { registerMonitoring } from './monitoring/register-monitoring.js';
import { registerNotices } from './notices/register-notices.js';
import { registerPeople } from './people/register-people.js';
import { registerRecord } from './record/register-record.js';
import { registerSeries } from './series/register-series.js';
import { registerShares } from './shares/register-shares.js';
import { registerSignIn } from './sign-in/register-sign-in.js';
import { registerTasks } from './tasks/register-tasks.js';
import { registerWebhooks } from './webhooks/register-webhooks.js';

/** How `createApp` gets the pages: `pages: webPages({ testMail: true })`. */
export function webPages(settings: Partial<WebSettings> = {}) {
  return async (app: Api, api: ApiContext, countFailure: CountFailure): Promise<void> => {
    const context: WebContext = { ...api, web: { ...DEFAULT_WEB, ...settings } };
    await app.register(async (pages) => {
      await pages.register(cookie);
      pages.removeAllContentTypeParsers();
      pages.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string', bodyLimit: api.settings.bodyLimit },
        (_request, body, done) => done(null, new URLSearchParams(String(body))),
      );
      pages.setErrorHandler((error: unknown, request, reply) =>
        answerProblem(context, error, request, reply),
      );
      pages.setNotFoundHandler((request, reply) => {
        const problem = new ProblemError('route-unknown');
        return isApi(request.url) || !asksForHtml(request)
          ? sendProblem(request, reply, problem)
          : answerProblem(context, problem, request, reply);
      });
      const tools: WebTools = { context, countFailure };
      registerAssets(pages);
      registerSignIn(pages, tools);
      registerCases(pages, context);
      registerMonitoring(pages, context);
      registerRecord(pages, context);
      registerAccount(pages, context);
      registerPeople(pages, context);
      registerTasks(pages, context);
      registerShares(pages, context);
      registerNotices(pages, context);
      registerWebhooks(pages, context);
      registerSeries(pages, context);
      registerDirectory(pages, context);
      registerHelp(pages, context);
      const open = {
        config: { action: 'public' as const, page: true as const },
        schema: { hide: true },
      };
      pages.get('/', open, async (request, reply) => {
        const secret = request.cookies[SESSION_COOKIE] ?? '';
        const session = await findSession(context.door.db, secret, context.web.sessionLife);
        return reply.redirect(session ? homeOf(session.role) : '/entrar', 303);
      });
      pages.get<{ Params: { language: string }; Querystring: { a?: string } }>(
        '/idioma/:language',
        open,
        (request, reply) => {
          giveLanguage(reply, request.params.language === 'en' ? 'en' : 'es');
          return reply.redirect(ownAddress(request.query.a), 303);
        },
      );
    });
  };
}

/** Browsers say so; whatever else follows an address that does not exist gets the API's answer. */
function asksForHtml(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

import { randomUUID } from 'node:crypto';
import { type FastifyBaseLogger, type FastifyError, fastify, LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Door } from '../door/door.js';
import type { CountFailure } from './auth/sign-in.js';
import type { Api, ApiContext } from './context.js';
import { ProblemError } from './errors.js';
import { registerAuth } from './plugins/auth.js';
import { registerBodyParser } from './plugins/body.js';
import { answerClientError } from './plugins/client-errors.js';
import { protect, registerEdge } from './plugins/edge.js';
import { answerUnknown, registerErrors, sendProblem } from './plugins/errors.js';
import { registerEvenAnswers } from './plugins/even-answers.js';
import { registerMethods } from './plugins/methods.js';
import { registerOpenApi } from './plugins/openapi.js';
import { registerRateLimit } from './plugins/rate-limit.js';
import { registerStrictQuery } from './plugins/strict-query.js';
import { registerRoutes } from './routes/index.js';
import { type ApiSettings, DEFAULT_SETTINGS } from './settings.js';

/** What the API is built on. */
export interface AppDeps {
  readonly door: Door;
  /** Differences from `DEFAULT_SETTINGS`. */
  readonly settings?: Partial<ApiSettings>;
  /** Whether the workflow engine answers; told by `/ready`. */
  readonly temporal?: () => Promise<boolean>;
  /** The engine's own record of a run, for monitoring bodies. */
  readonly engineHistory?: ApiContext['engineHistory'];
  /** Adds the pages of people who sign in; without it the API stands alone. */
  readonly pages?: (app: Api, context: ApiContext, countFailure: CountFailure) => Promise<void>;
  readonly logger?: FastifyBaseLogger;
}

/** The API, ready to listen or to be asked with `inject`. Every plugin and route is named here or in `routes`. */
export async function createApp(deps: AppDeps): Promise<Api> {
  const settings = { ...DEFAULT_SETTINGS, ...deps.settings };
  const context: ApiContext = {
    door: deps.door,
    settings,
    ...(deps.temporal ? { temporal: deps.temporal } : {}),
    ...(deps.engineHistory ? { engineHistory: deps.engineHistory } : {}),
  };
  const app: Api = fastify({
    ...(deps.logger ? { loggerInstance: deps.logger } : {}),
    genReqId: () => randomUUID(),
    bodyLimit: settings.bodyLimit,
    requestTimeout: settings.requestFor,
    handlerTimeout: settings.answerFor,
    connectionTimeout: settings.requestFor * 2,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 400 },
    http: { maxHeaderSize: 16 * 1024, headersTimeout: settings.requestFor },
    // The log line of a request names its route and status; addresses may carry more than that.
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: answerClientError,
    frameworkErrors: (error: FastifyError, request, reply) => {
      const code = error.code === 'FST_ERR_BAD_URL' ? 'url-malformed' : 'request-malformed';
      protect(request, reply, settings.strictTransport);
      void sendProblem(request, reply, new ProblemError(code));
    },
  }).withTypeProvider<ZodTypeProvider>();

  registerErrors(app);
  registerBodyParser(app);
  registerEdge(app, settings);
  registerEvenAnswers(app, settings.unknownEvery);
  await registerRateLimit(app, context);
  await registerOpenApi(app);
  const countFailure = registerAuth(app, context);
  registerStrictQuery(app);
  const refuseOtherMethods = registerMethods(app);
  registerRoutes(app, context);
  if (deps.pages) await deps.pages(app, context, countFailure);
  else answerUnknown(app);
  refuseOtherMethods();
  logAnswers(app);
  return app;
}

function logAnswers(app: Api): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        institution: request.access?.institution,
        took: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KeyDestroyedError } from '../../platform/vault/vault.js';
import { isDatabaseDown } from '../edge/database-errors.js';
import { schemaProblem } from '../edge/input-faults.js';
import { API_ERRORS, type ApiErrorCode, ProblemError, statusOf } from '../errors.js';
import { preferredLanguage } from '../language.js';
import { problemOf } from '../problem.js';

/**
 * The one place where errors become answers of the API; pages say the same problems in their own handler. An address that
 * does not exist is answered by the pages where there are any, see `answerUnknown`.
 */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request, reply) =>
    sendProblem(request, reply, problemFrom(error, request)),
  );
}

/** Answers every address that does not exist the way the API does. */
export function answerUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new ProblemError('route-unknown')),
  );
}

/** The problem an error stands for; one that is not expected is logged and becomes `internal`. */
export function problemFrom(error: unknown, request: FastifyRequest): ProblemError {
  const problem = expected(error, request);
  if (!problem) request.log.error({ err: error }, 'request failed');
  return problem ?? new ProblemError('internal');
}

/** Answers with a problem document and the headers its status asks for. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: ProblemError,
): FastifyReply {
  const status = statusOf(error.code);
  const language = request.language ?? preferredLanguage(request.headers['accept-language']);
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="retorno"');
  if (status === 503) reply.header('retry-after', '5');
  if (status === 429) reply.header('retry-after', String(error.options.params?.seconds ?? 60));
  const body = JSON.stringify(problemOf(error, language, request.id));
  return reply.code(status).type('application/problem+json').send(body);
}

/** Fastify's own errors, by code. */
const FASTIFY: Readonly<Record<string, ApiErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'json-malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'json-malformed',
  FST_ERR_BAD_URL: 'url-malformed',
  FST_ERR_ASYNC_CONSTRAINT: 'request-malformed',
  FST_ERR_HANDLER_TIMEOUT: 'unavailable',
};

function expected(error: unknown, request: FastifyRequest): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof KeyDestroyedError) return new ProblemError('data-erased');
  const ofSchema = schemaProblem(error, request.params);
  if (ofSchema) return ofSchema;
  if (isDatabaseDown(error)) {
    request.log.warn({ err: error }, 'database not available');
    return new ProblemError('unavailable');
  }
  if (!(error instanceof Error)) return undefined;
  // A planned date the calendars do not reach comes from the caller.
  if (error.name === 'CalendarRangeError') return new ProblemError('date-out-of-range');
  const code = 'code' in error ? FASTIFY[String(error.code)] : undefined;
  if (code) return new ProblemError(code);
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? new ProblemError(codeOfStatus(status)) : undefined;
}

function codeOfStatus(status: number): ApiErrorCode {
  if (status === 400) return 'request-malformed';
  const codes = Object.keys(API_ERRORS) as ApiErrorCode[];
  return codes.find((code) => API_ERRORS[code].status === status) ?? 'request-malformed';
}

import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';
import type { Settings } from './settings.js';

export type { Logger } from 'pino';

/**
 * Names under which payloads and secrets usually travel. They are removed wherever they appear at
 * the top or one level down; the first line of defence is that nobody hands them to the logger.
 */
const neverLogged = [
  'payload',
  'payloads',
  'body',
  'form',
  'values',
  'person',
  'password',
  'token',
  'key',
  'secret',
  'secrets',
  'cookie',
  'cookies',
  'authorization',
  'email',
  'to',
  'databaseUrl',
  'smtpUrl',
  'apiKey',
  'temporalApiKey',
  'payloadKeys',
  'masterKeys',
  'logKeys',
];

/**
 * The application's log: JSON lines, level from the settings, on standard output unless a
 * destination is given. Log ids, codes, outcomes, times; never forms or payloads.
 */
export function createLogger(
  settings: Pick<Settings, 'log'>,
  name: string,
  destination?: DestinationStream,
): Logger {
  const options = {
    name,
    level: settings.log.level,
    redact: {
      paths: neverLogged.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[removed]',
    },
    serializers: { err: errorWithoutValues, error: errorWithoutValues },
    hooks: { logMethod: namedError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A bare error as only argument would copy its message past the serializer. */
function namedError(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, second] = args as unknown[];
  if (first instanceof Error && second === undefined) method.call(this, { err: first }, first.name);
  else method.apply(this, args);
}

/**
 * Errors of the database and its driver quote the values of the failing statement in message,
 * detail and parameters, those of parsers what they were given, and Temporal's failures carry what the other side
 * said, so only their codes and places are kept.
 */
function errorWithoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const quotesValues =
    'severity' in error ||
    'params' in error ||
    // Of JSON that cannot be read the engine quotes the beginning; a schema may quote what it was given.
    /^(SyntaxError|ZodError|\$ZodError)$|Failure$|FailedError$/.test(error.name);
  const { code, constraint_name, type } = error as Error & Record<string, unknown>;
  const places = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: quotesValues ? 'text withheld' : error.message,
    stack: places?.join('\n'),
    ...(code === undefined ? {} : { code }),
    ...(constraint_name === undefined ? {} : { constraint: constraint_name }),
    ...(type === undefined ? {} : { failureType: type }),
    ...(error.cause instanceof Error ? { cause: errorWithoutValues(error.cause) } : {}),
  };
}

import { type LogLevel, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Logger } from '../logger.js';

const levels = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

/**
 * Sends what the Temporal SDK says, its native part included, to our log, without the
 * texts of errors of runs: the SDK's own logger prints them whole, although the codec encrypts them. Once
 * per process, before the first connection or worker.
 */
export function installRuntimeLog(logger: Logger): void {
  const log = (level: LogLevel, message: string, meta?: object): void => {
    logger[levels[level]](withoutTexts(meta), message);
  };
  Runtime.install({
    logger: {
      log,
      trace: (message, meta) => log('TRACE', message, meta),
      debug: (message, meta) => log('DEBUG', message, meta),
      info: (message, meta) => log('INFO', message, meta),
      warn: (message, meta) => log('WARN', message, meta),
      error: (message, meta) => log('ERROR', message, meta),
    },
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
  });
}

/**
 * Errors of a run lose their text: on their way out of the sandbox they become plain errors, so the
 * log could not know them as failures. Rule numbers of Temporal's own errors are kept. The SDK's
 * clock is a bigint, which JSON cannot hold, and our log dates its lines itself.
 */
function withoutTexts(meta: object = {}): object {
  const ofRun = 'workflowId' in meta || 'activityId' in meta;
  const kept = Object.entries(meta).filter(([, value]) => typeof value !== 'bigint');
  return Object.fromEntries(
    kept.map(([name, value]) =>
      ofRun && value instanceof Error ? [`${name}Place`, placeOf(value)] : [name, value],
    ),
  );
}

function placeOf(error: Error): Record<string, unknown> {
  const type = 'type' in error ? error.type : undefined;
  return {
    type: error.name,
    failureType: typeof type === 'string' ? type : undefined,
    rule: /\[TMPRL\d+\]/.exec(error.message)?.[0],
    places: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
  };
}

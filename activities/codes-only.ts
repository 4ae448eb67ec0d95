import { log } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';

const CODE = /^[A-Za-z0-9_-]{1,60}$/;

/**
 * The same activity with failures that carry a code and nothing else: errors of the database quote the values of the
 * statement, and what fails here is kept by the engine. The error itself goes to the log, which withholds such texts.
 */
export function codesOnly<A extends unknown[], R>(
  activity: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await activity(...args);
    } catch (error) {
      if (error instanceof ApplicationFailure || error instanceof CancelledFailure) throw error;
      log.error('An activity failed', { err: error });
      const code = codeOf(error);
      // No cause and no stack of the original: both are stored with the failure.
      throw ApplicationFailure.retryable(code, code);
    }
  };
}

function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  const found = [code, name].find((word) => typeof word === 'string' && CODE.test(word));
  return (found as string | undefined) ?? 'Error';
}

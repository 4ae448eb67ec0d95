import { OperatorError } from '../platform/text.js';
import { ApiProblem } from './api-client.js';

/** What is known to be told to people is told as it is; anything else with its stack, for whoever mends it. */
export function explain(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  if (error instanceof ApiProblem) return `${error.message} [${error.code}]`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

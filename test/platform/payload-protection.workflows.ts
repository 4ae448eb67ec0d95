import { ApplicationFailure } from '@temporalio/workflow';

/** Fails with the text it was given. */
export async function failsWith(text: string): Promise<void> {
  throw ApplicationFailure.nonRetryable(text, 'invented-failure', text);
}

/** Returns the text it was given. */
export async function returns(text: string): Promise<string> {
  return text;
}

import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Puts message and stack trace of every failure into a payload, so that the codec encrypts them.
 * Loaded by path on the main thread and in the workflow sandbox: it imports nothing of Node.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });

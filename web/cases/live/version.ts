import { createHash } from 'node:crypto';
import type { StepInRunView } from '../../../api/schemas/runs.js';

/** What of a case a page shows as its reader may see it; words of deadlines change by themselves. */
export interface Seen {
  readonly steps: readonly StepInRunView[];
  readonly ending?: unknown;
}

/** Changes when what is seen of these cases changes, and tells nothing else. */
export function versionOf(cases: readonly Seen[], more: unknown = ''): string {
  const seen = cases.map(({ steps, ending }) => [
    ending ?? '',
    steps.map(({ due, ...step }) => [step, due?.at ?? '', due?.state === 'none']),
  ]);
  const text = JSON.stringify([seen, more]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

import type { Step } from '../language/step.js';
import { signers } from '../language/step.js';
import type { OpenStep } from './state.js';

type Signed = Pick<OpenStep, 'signatures'>;

/** The role whose institution gives an answer twice, by two people; undefined for an answer that takes one. */
export function secondSigner(step: Step, outcome: string, role: string): string | undefined {
  if (!step.secondPerson?.includes(outcome)) return undefined;
  const alone = step.outcomes.find(({ id }) => id === outcome)?.alone;
  return alone ? role : signers(step)[0];
}

/** The answer of a role that waits for a second person of its institution. */
export function findUnseconded(
  step: Step,
  open: Signed,
  role: string,
): { readonly outcome: string; readonly at: number } | undefined {
  const signed = open.signatures?.[role];
  if (!signed || signed.seconded) return undefined;
  return secondSigner(step, signed.outcome, role) === role ? signed : undefined;
}

/**
 * Whether nobody of a role has anything left to sign in an open step. Where another role signed otherwise something is left:
 * the step stays open until one of them comes round.
 */
export function hasSigned(step: Step, open: Signed, role: string): boolean {
  const own = open.signatures?.[role];
  return own !== undefined && !findUnseconded(step, open, role) && !doDisagree(step, open);
}

/** Whether roles that signed an open step gave different answers. */
export function doDisagree(step: Step, { signatures }: Signed): boolean {
  const given = signers(step).flatMap((role) => signatures?.[role]?.outcome ?? []);
  return new Set(given).size > 1;
}

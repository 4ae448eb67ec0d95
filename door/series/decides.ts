import type { Definition } from '../../protocols/language/definition.js';
import type { Step } from '../../protocols/language/step.js';

/**
 * Whether an answer to the step decides about a person: assessments, approvals and everything whose positive result must be a
 * human decision (`safeguard`). Not what is done with many at once (a departure, a handover: each has its own decisions
 * before it), nor a run that coordinates a group and is about nobody.
 */
export function decidesAboutPerson({ operation }: Definition, step: Step): boolean {
  if (operation) return false;
  if (step.effects?.some((effect) => effect === 'departs' || effect === 'hands-over')) return false;
  return step.kind === 'assessment' || step.kind === 'approval' || step.safeguard === true;
}

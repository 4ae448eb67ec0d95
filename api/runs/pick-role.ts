import { rolesOfInstitution } from '../../door/commit-act.js';
import { refuseStandIn } from '../../protocols/core/competence.js';
import {
  type Definition,
  mayReport,
  type ProtocolEvent,
} from '../../protocols/language/definition.js';
import type { Step } from '../../protocols/language/step.js';
import { type Refusal, refusal } from '../../protocols/refusals.js';
import { ProblemError, refused } from '../errors.js';
import type { OpenRun } from './open-run.js';

/** The step of a definition. Throws `step-unknown`. */
export function getStep(definition: Definition, id: string): Step {
  const step = definition.steps.find((candidate) => candidate.id === id);
  if (step) return step;
  throw refused(refusal('step-unknown', { step: id }));
}

/** The event of a definition. Throws `event-unknown`. */
export function getEvent(definition: Definition, id: string): ProtocolEvent {
  const event = definition.events.find((candidate) => candidate.id === id);
  if (event) return event;
  throw refused(refusal('event-unknown', { event: id }));
}

/** The roles a step needs that the caller's institution fills. */
export function signerRoles({ access, definition, run }: OpenRun, step: Step): string[] {
  return rolesOfInstitution(definition, run.state, step.id, access.institution);
}

/** Of the roles in which the caller's institution would answer a step, those it may not answer for: nobody fills them. */
export function vacantRoles(opened: OpenRun, step: Step): Refusal[] {
  const { definition, run } = opened;
  return signerRoles(opened, step).flatMap(
    (role) =>
      refuseStandIn(definition, run.state, { type: 'step-completed', role, step: step.id }) ?? [],
  );
}

/** The role in which the caller answers a step: the one given, or the only one it fills there. */
export function signerRole(opened: OpenRun, step: Step, given: string | undefined): string {
  const fits = signerRoles(opened, step);
  if (given !== undefined) {
    if (fits.includes(given)) return given;
    throw refused(refusal('not-responsible', { step: step.id }));
  }
  if (fits.length > 1)
    throw new ProblemError('role-needed', { params: { roles: fits.join(', ') } });
  if (fits[0]) return fits[0];
  throw refused(refusal('not-responsible', { step: step.id }));
}

/** The role in which the caller reports an event: the one given, or the first it fills that may. */
export function reporterRole(
  { roles }: OpenRun,
  event: ProtocolEvent,
  given: string | undefined,
): string {
  const fits = roles.map((role) => role.id).filter((id) => mayReport(event, id));
  const role = given === undefined ? fits[0] : fits.find((id) => id === given);
  if (role) return role;
  throw refused(refusal('event-not-allowed', { event: event.id }));
}

import { ACCESS_ROLES, type AccessRole } from '../../db/queries/access-tokens.js';
import { FOREIGN } from '../support/api.js';

export const HOME = 'invented-home-library';
export const COURIER = 'invented-courier';
export const FAR = 'invented-far-library';
export const EXPERT = 'invented-expert';
export const AUDIT = 'invented-audit-office';
/** Takes over from the courier in one loan. */
export const OTHER_COURIER = 'invented-other-courier';
export { FOREIGN };

export interface Reader {
  readonly as: string;
  readonly institution: string;
  readonly role: AccessRole;
}

/** Every role at an institution that leads, takes part, receives, is sent data, only monitors, and is a stranger. */
export const READERS: readonly Reader[] = [HOME, COURIER, FAR, EXPERT, AUDIT, FOREIGN].flatMap(
  (institution) =>
    ACCESS_ROLES.map((role) => ({ as: `${institution}/${role}`, institution, role })),
);

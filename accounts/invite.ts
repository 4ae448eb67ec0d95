import type { Database } from '../db/client.js';
import type { AccessRole } from '../db/queries/access-tokens.js';
import { hasIdentity } from '../db/queries/identity-providers.js';
import { makeLink } from '../db/queries/one-time-links.js';
import { findPasswordOf } from '../db/queries/passwords.js';
import { giveRole } from '../db/queries/people.js';
import { addUser, findUserByEmail } from '../db/queries/users.js';

/** Roles an institution gives its own people; the others come from an administrator. */
export const OWN_ROLES: readonly AccessRole[] = ['officer', 'supervisor', 'case-lead'];

/** Roles that somebody in this role may give. */
export function rolesToGive(role: AccessRole): readonly AccessRole[] {
  if (role === 'admin') return [...OWN_ROLES, 'monitor', 'admin'];
  return role === 'supervisor' ? OWN_ROLES : [];
}

/**
 * Gives a role to the person with this address, who is added when not known. `secret` is of the link by which somebody
 * without a way in chooses a password; absent for those who can sign in already.
 */
export async function invite(
  db: Database,
  of: {
    displayName: string;
    email: string;
    language: 'es' | 'en';
    institution: string;
    role: AccessRole;
    /** Absent at the command line. */
    by?: string;
  },
): Promise<{ userId: string; secret?: string }> {
  const { displayName, email, language, institution, role, by } = of;
  const known = await findUserByEmail(db, email);
  const userId =
    known?.id ?? (await addUser(db, { displayName, email, language, memberships: [] }));
  await giveRole(db, userId, { institution, role });
  if ((await findPasswordOf(db, userId)) || (await hasIdentity(db, userId))) return { userId };
  const madeBy = by === undefined ? {} : { madeBy: by };
  return { userId, secret: await makeLink(db, { userId, kind: 'invitation', ...madeBy }) };
}

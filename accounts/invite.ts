import type { Database } from '../db/client.js';
import type { AccessRole } from '../db/queries/access-tokens.js';
import { hasIdentity } from '../db/queries/identity-providers.js';
import { addMail } from '../db/queries/mails.js';
import { makeLink } from '../db/queries/one-time-links.js';
import { findPasswordOf } from '../db/queries/passwords.js';
import { giveRole } from '../db/queries/people.js';
import { addUser, findUserByEmail } from '../db/queries/users.js';
import type { Vault } from '../platform/vault/vault.js';
import { linkMail, roleMail } from './account-mails.js';

/** Roles an institution gives its own people; the others come from an administrator. */
export const OWN_ROLES: readonly AccessRole[] = ['officer', 'supervisor', 'case-lead'];

/** Roles that somebody in this role may give. */
export function rolesToGive(role: AccessRole): readonly AccessRole[] {
  if (role === 'admin') return [...OWN_ROLES, 'monitor', 'admin'];
  return role === 'supervisor' ? OWN_ROLES : [];
}

/**
 * Gives a role to the person with this address, who is added when not known, and has a mail tell them. `secret` is of the link by which somebody
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
    /** Seals the link for the mail that brings it. Absent where somebody hands the link over. */
    vault?: Pick<Vault, 'protect'>;
  },
): Promise<{ userId: string; secret?: string }> {
  const { displayName, email, language, institution, role, by, vault } = of;
  const known = await findUserByEmail(db, email);
  const userId =
    known?.id ?? (await addUser(db, { displayName, email, language, memberships: [] }));
  await giveRole(db, userId, { institution, role });
  const about = { userId, institution };
  if ((await findPasswordOf(db, userId)) || (await hasIdentity(db, userId))) {
    if (vault) await addMail(db, roleMail(about));
    return { userId };
  }
  const secret = await makeLink(db, {
    userId,
    kind: 'invitation',
    ...(by === undefined ? {} : { madeBy: by }),
    ...(vault ? { mail: linkMail(vault, 'invitation', about) } : {}),
  });
  return { userId, secret };
}

import type { Database } from '../../db/client.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { findAccessToken } from '../../db/queries/access-tokens.js';
import type { ActRequest } from '../../door/acts.js';

/** Who asks: one institution in one role, by one token or one person's account. */
export interface Access {
  /** Opaque id of the token or the person; the history keeps it. */
  readonly account: string;
  readonly institution: string;
  readonly role: AccessRole;
  readonly country: string;
  readonly timeZone: string;
}

/** The access a bearer header grants; undefined for none, an unknown, revoked or inactive one. */
export async function findAccess(
  db: Database,
  header: string | undefined,
): Promise<Access | undefined> {
  const match = /^bearer +(\S{1,200})$/i.exec(header ?? '');
  return match ? findAccessToken(db, match[1]!) : undefined;
}

/** The actor recorded in the history: the account is the token's opaque id. */
export function actorOf(access: Access): ActRequest['actor'] {
  return { institution: access.institution, access: access.role, account: access.account };
}

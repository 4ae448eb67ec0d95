import { type NewMail, newMailId } from '../db/queries/mails.js';
import type { Vault } from '../platform/vault/vault.js';

/** Whose account a mail is about, and which institution it speaks of. */
export interface AccountMail {
  readonly userId: string;
  readonly institution: string;
}

/**
 * A mail that brings somebody a one-time link, to be entered together with the link. Until it is sent the secret is in its
 * row, sealed for that row.
 */
export function linkMail(
  vault: Pick<Vault, 'protect'>,
  kind: 'invitation' | 'recovery',
  { userId, institution }: AccountMail,
): (secret: string) => NewMail {
  return (secret) => {
    const id = newMailId();
    const sealed = vault.protect(secret, `mail/${id}`);
    return { id, kind, about: id, institutionId: institution, userId, sealed };
  };
}

/** A mail that tells somebody of a role; it brings no link but that of the sign-in. */
export function roleMail({ userId, institution }: AccountMail): NewMail {
  const id = newMailId();
  return { id, kind: 'role', about: id, institutionId: institution, userId };
}

import type { ClaimedNotice } from '../../db/queries/claim-notice.js';
import { findMailPreferences, type MailPreferences } from '../../db/queries/mail-preferences.js';
import { findStandIn } from '../../db/queries/reach.js';
import { findUser } from '../../db/queries/users.js';
import type { Door } from '../../door/door.js';
import { localDate } from '../../protocols/rules/zone.js';
import type { NoticeLanguage } from './notice-mail.js';

/** A mailbox a notice may go to, and what its owner wants. */
export interface Mailbox {
  readonly to: string;
  readonly language: NoticeLanguage;
  /** Whose it is; null for one of the institution. */
  readonly user: string | null;
  readonly preferences: MailPreferences;
}

/**
 * Where a notice goes: to whoever works on the task, or who stands in while they are away; then, and for everything
 * nobody in particular works on, to the institution's own mailbox. The next is tried when one refuses the mail.
 */
export async function mailboxesOf(door: Door, notice: ClaimedNotice): Promise<Mailbox[]> {
  const { level, email, supervisorEmail, calendar, reminders, together } = notice;
  const supervised = level === 'supervisor' ? supervisorEmail : null;
  const address = supervised ?? email;
  const found: Mailbox[] = [];
  const person = level === 'institution' ? await personFor(door, notice) : undefined;
  if (person) found.push(person);
  if (address) {
    found.push({
      to: address,
      language: notice.language ?? 'es',
      user: null,
      preferences: { calendar, reminders, together, own: true },
    });
  }
  return found;
}

async function personFor(
  { db, clock }: Door,
  { holder, institution, timeZone }: ClaimedNotice,
): Promise<Mailbox | undefined> {
  if (holder === null) return undefined;
  const on = localDate(clock.now(), timeZone ?? 'UTC');
  const user = await findStandIn(db, { userId: holder, institution, on });
  if (user === undefined) return undefined;
  const preferences = await findMailPreferences(db, { institution, user });
  const known = preferences.own ? await findUser(db, user) : undefined;
  return known && { to: known.email, language: known.language, user, preferences };
}

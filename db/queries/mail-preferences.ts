import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { mailPreferences } from '../schema/mail-preferences.js';

/** What an institution or a person wants of mail; see the table for what each means. */
export interface MailPreferences {
  readonly calendar: boolean;
  readonly reminders: 'each' | 'daily';
  /** Of an institution. */
  readonly together: boolean;
  /** Of a person. */
  readonly own: boolean;
}

export const DEFAULT_PREFERENCES: MailPreferences = {
  calendar: true,
  reminders: 'each',
  together: true,
  own: true,
};

/** Of an institution, or of one of its people; the defaults where nothing was chosen. */
export async function findMailPreferences(
  db: Database,
  of: { institution: string; user?: string },
): Promise<MailPreferences> {
  const { calendar, reminders, together, own } = mailPreferences;
  const [row] = await db.orm
    .select({ calendar, reminders, together, own })
    .from(mailPreferences)
    .where(
      and(
        eq(mailPreferences.institutionId, of.institution),
        of.user === undefined
          ? isNull(mailPreferences.userId)
          : eq(mailPreferences.userId, of.user),
      ),
    );
  return row ?? DEFAULT_PREFERENCES;
}

/** Keeps what was chosen; what is not given stays as it was. */
export async function saveMailPreferences(
  db: Database,
  of: { institution: string; user?: string },
  chosen: Partial<MailPreferences>,
): Promise<void> {
  await db.orm
    .insert(mailPreferences)
    .values({ institutionId: of.institution, userId: of.user ?? null, ...chosen })
    .onConflictDoUpdate({
      target: [mailPreferences.institutionId, mailPreferences.userId],
      set: { ...chosen, changedAt: sql`now()` },
    });
}

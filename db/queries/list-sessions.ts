import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import type { AccessRole } from '../schema/access-tokens.js';
import { sessions } from '../schema/sessions.js';
import type { SessionLife } from './sessions.js';

/** One of a person's own sessions. */
export interface ListedSession {
  readonly id: string;
  readonly institution: string;
  readonly role: AccessRole;
  readonly device: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

/** A person's sessions that could still be used, the latest used first. */
export async function listSessions(
  db: Database,
  userId: string,
  life: SessionLife,
): Promise<ListedSession[]> {
  return db.orm
    .select({
      id: sessions.id,
      institution: sessions.institutionId,
      role: sessions.role,
      device: sessions.device,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.seenAt, sql`now() - ${life.idle} * interval '1 millisecond'`),
      ),
    )
    .orderBy(desc(sessions.seenAt), sessions.id);
}

/** The role in which a person worked last, so that the next sign-in begins there. */
export async function findLastRole(
  db: Database,
  userId: string,
): Promise<{ institution: string; role: AccessRole } | undefined> {
  const [row] = await db.orm
    .select({ institution: sessions.institutionId, role: sessions.role })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.seenAt), desc(sessions.createdAt))
    .limit(1);
  return row;
}

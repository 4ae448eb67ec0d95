import { and, eq, gte, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { absences } from '../schema/absences.js';
import { memberships } from '../schema/memberships.js';
import { shifts } from '../schema/shifts.js';
import { users } from '../schema/users.js';
import { isCurrent } from './current-role.js';
import { randomCode } from './random-code.js';

/** A person at one institution. */
export interface At {
  readonly userId: string;
  readonly institution: string;
}

/** When somebody is away; local dates (`2026-12-24`), both included. */
export interface Absence {
  readonly id: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly deputyName: string | null;
}

/** Absences of a person that are not over on a local date, the nearest first. */
export async function listAbsences(db: Database, at: At, on: string): Promise<Absence[]> {
  return db.orm
    .select({
      id: absences.id,
      fromOn: absences.fromOn,
      untilOn: absences.untilOn,
      deputyName: users.displayName,
    })
    .from(absences)
    .leftJoin(users, eq(users.id, absences.deputyId))
    .where(
      and(
        eq(absences.userId, at.userId),
        eq(absences.institutionId, at.institution),
        gte(absences.untilOn, on),
      ),
    )
    .orderBy(absences.fromOn, absences.id);
}

export async function addAbsence(
  db: Database,
  at: At,
  of: { fromOn: string; untilOn: string; deputyId?: string },
): Promise<void> {
  await db.orm.insert(absences).values({
    id: randomCode(16),
    userId: at.userId,
    institutionId: at.institution,
    fromOn: of.fromOn,
    untilOn: of.untilOn,
    deputyId: of.deputyId ?? null,
  });
}

/** Removes one of a person's own absences. */
export async function removeAbsence(db: Database, at: At, id: string): Promise<void> {
  await db.orm
    .delete(absences)
    .where(
      and(
        eq(absences.id, id),
        eq(absences.userId, at.userId),
        eq(absences.institutionId, at.institution),
      ),
    );
}

/** Colleagues who could stand in for a person: active at the institution, by name. */
export async function listColleagues(
  db: Database,
  at: At,
): Promise<{ id: string; displayName: string }[]> {
  return db.orm
    .selectDistinct({ id: users.id, displayName: users.displayName })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(
      and(
        eq(memberships.institutionId, at.institution),
        isCurrent,
        eq(users.active, true),
        sql`${users.id} <> ${at.userId}`,
      ),
    )
    .orderBy(users.displayName, users.id);
}

/** Weekly hours on one day; minutes since midnight, 1 is Monday. */
export interface Shift {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export async function listShifts(db: Database, at: At): Promise<Shift[]> {
  const { weekday, fromMinute, untilMinute } = shifts;
  return db.orm
    .select({ weekday, fromMinute, untilMinute })
    .from(shifts)
    .where(and(eq(shifts.userId, at.userId), eq(shifts.institutionId, at.institution)))
    .orderBy(weekday);
}

/** Replaces a person's weekly hours; none at all means reachable at all hours. */
export async function saveShifts(db: Database, at: At, week: readonly Shift[]): Promise<void> {
  await db.orm.transaction(async (tx) => {
    await tx
      .delete(shifts)
      .where(and(eq(shifts.userId, at.userId), eq(shifts.institutionId, at.institution)));
    const own = { userId: at.userId, institutionId: at.institution };
    if (week.length > 0) await tx.insert(shifts).values(week.map((day) => ({ ...own, ...day })));
  });
}

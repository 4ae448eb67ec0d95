import { and, asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../client.js';
import { steps } from '../schema/steps.js';

export type StepRecord = typeof steps.$inferSelect;

/** Every opening of a step that reached an institution, in order. */
export async function listStepRecords(
  db: Database,
  of: { run: string; step: string; institution: string },
): Promise<StepRecord[]> {
  return db.orm
    .select()
    .from(steps)
    .where(
      and(
        eq(steps.runId, of.run),
        eq(steps.step, of.step),
        eq(steps.institutionId, of.institution),
      ),
    )
    .orderBy(asc(steps.opening), asc(steps.role));
}

/** Every step of a run that reached an institution, each opening and role, newest first. */
export async function listStepsOfRun(
  db: Database,
  of: { run: string; institution: string },
): Promise<StepRecord[]> {
  return db.orm
    .select()
    .from(steps)
    .where(and(eq(steps.runId, of.run), eq(steps.institutionId, of.institution)))
    .orderBy(desc(steps.openedAt), asc(steps.step), desc(steps.opening), asc(steps.role));
}

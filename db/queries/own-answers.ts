import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { answerOpenings } from '../schema/answer-openings.js';
import { answers } from '../schema/answers.js';
import { history } from '../schema/history.js';
import type { HistoryEntry } from './list-entries.js';

/** What an institution answered to one step of a run, oldest first. */
export async function listOwnCompletions(
  db: Database,
  of: { run: string; step: string; institution: string },
): Promise<HistoryEntry[]> {
  return db.orm
    .select({
      seq: history.seq,
      actId: history.actId,
      act: history.act,
      actor: history.actor,
      at: history.at,
      recordedAt: history.recordedAt,
    })
    .from(history)
    .where(
      and(
        eq(history.runId, of.run),
        sql`${history.act}->>'type' = 'step-completed'`,
        sql`${history.act}->>'step' = ${of.step}`,
        sql`${history.actor}->>'institution' = ${of.institution}`,
      ),
    )
    .orderBy(asc(history.seq));
}

/** The answers given with one act, sealed. */
export async function listSealedAnswers(
  db: Database,
  of: { run: string; seq: number },
): Promise<
  { compartment: 'identity' | 'contact' | 'protection'; form: string; ciphertext: Buffer }[]
> {
  return db.orm
    .select({
      compartment: answers.compartment,
      form: answers.form,
      ciphertext: answers.ciphertext,
    })
    .from(answers)
    .where(and(eq(answers.runId, of.run), eq(answers.seq, of.seq)));
}

/** Records that somebody read stored answers. */
export async function addAnswerOpening(
  db: Database,
  row: { runId: string; seq: number; institutionId: string; account: string; access: string },
): Promise<void> {
  await db.orm.insert(answerOpenings).values(row);
}

import type { HistoryEntry } from '../../db/queries/list-entries.js';
import {
  addAnswerOpening,
  listOwnCompletions,
  listSealedAnswers,
} from '../../db/queries/own-answers.js';
import { answersPlace } from '../../door/sealed-answers.js';
import { unseal } from '../../platform/vault/seal.js';
import type { Act } from '../../protocols/core/acts.js';
import { folioOf } from '../views/folio.js';
import type { OpenRun } from './open-run.js';
import { openPersonKeys } from './person-keys.js';

/** An answer the asking institution gave to a step, without what was written in its form. */
export interface OwnCompletion extends HistoryEntry {
  readonly act: Extract<Act, { type: 'step-completed' }>;
  readonly folio: string;
}

/** What the asking institution answered to a step, oldest first. */
export async function ownCompletions(opened: OpenRun, step: string): Promise<OwnCompletion[]> {
  const { context, run, access } = opened;
  const of = { run: run.id, step, institution: access.institution };
  const entries = await listOwnCompletions(context.door.db, of);
  return entries.map((entry) => ({
    ...entry,
    act: entry.act as OwnCompletion['act'],
    folio: folioOf(run.id, entry.seq),
  }));
}

/**
 * What the asking institution wrote into the form of an answer of its own. The opening is recorded before anything is
 * read. Throws `data-erased`.
 */
export async function openOwnAnswers(
  { context, run, access }: OpenRun,
  { seq }: OwnCompletion,
): Promise<Record<string, unknown>> {
  const { db } = context.door;
  const keys = await openPersonKeys(context.door, run.personId);
  const { institution: institutionId, account, role } = access;
  await addAnswerOpening(db, { runId: run.id, seq, institutionId, account, access: role });
  const values: Record<string, unknown> = {};
  for (const { compartment, ciphertext } of await listSealedAnswers(db, { run: run.id, seq })) {
    // What was erased is left out; the rest is still theirs to read.
    if (!Object.keys(keys).includes(compartment)) continue;
    const bound = answersPlace(run.id, seq, compartment);
    const plain = unseal(keys[compartment], ciphertext, bound);
    Object.assign(values, JSON.parse(plain.toString('utf8')));
  }
  return values;
}

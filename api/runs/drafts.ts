import { type DraftPlace, findDraft, saveDraft } from '../../db/queries/drafts.js';
import type { Step } from '../../protocols/language/step.js';
import { refusal } from '../../protocols/refusals.js';
import { refused } from '../errors.js';
import { checkDraft } from '../forms/check-draft.js';
import { type DraftContent, sealDraft, unsealDraft } from '../forms/seal-draft.js';
import { noteReading } from './note-reading.js';
import type { OpenRun } from './open-run.js';
import { openPersonKeys } from './person-keys.js';
import { getStep, signerRole } from './pick-role.js';

/** What an institution saved for one opening of a step, and who of it when. */
export interface Draft extends DraftContent {
  readonly savedAt: Date;
  readonly savedBy: string | null;
}

/** The draft of an opening and role, if there is one. Throws `data-erased`. */
export async function findDraftOf(
  opened: OpenRun,
  step: Step,
  { opening, role }: { opening: number; role: string },
): Promise<Draft | undefined> {
  const { context, run } = opened;
  const place: DraftPlace = { run: run.id, step: step.id, opening, role };
  const stored = await findDraft(context.door.db, place);
  if (!stored) return undefined;
  const keys = await openPersonKeys(context.door, run.personId);
  const { ciphertext, savedAt, savedBy } = stored;
  await noteReading(opened, 'draft', `${step.id}#${opening}`, [savedBy]);
  return { ...unsealDraft(keys, place, ciphertext), savedAt, savedBy };
}

/**
 * Saves what was typed so far and returns when, in epoch milliseconds. Checks only size and field names. With `known` a
 * draft that somebody else saved later is kept, and undefined comes back. Throws `step-not-open`, `form-invalid`.
 */
export async function writeDraft(
  opened: OpenRun,
  stepId: string,
  wish: DraftContent & {
    readonly opening: number;
    readonly role?: string | undefined;
    readonly known?: number;
  },
): Promise<number | undefined> {
  const { context, run, access } = opened;
  const { opening, answers, outcome, known } = wish;
  const step = getStep(opened.definition, stepId);
  const role = signerRole(opened, step, wish.role);
  const form = step.form ?? [];
  checkDraft(form, answers);
  const place = { run: run.id, step: step.id, opening, role };
  const keys = await openPersonKeys(context.door, run.personId);
  const content = { answers, ...(outcome === undefined ? {} : { outcome }) };
  const saved = await saveDraft(context.door.db, {
    ...place,
    institution: access.institution,
    account: access.account,
    ciphertext: sealDraft(keys, place, form, content),
    ...(known === undefined ? {} : { known }),
  });
  if (saved) return saved.savedAt;
  if (known !== undefined && (await findDraft(context.door.db, place))) return undefined;
  throw refused(refusal('step-not-open', { step: step.id }));
}

import { markSent } from '../../db/queries/evidence.js';
import { type Entry, findEntry, findLastAnswer } from '../../db/queries/find-entry.js';
import type { Committed, UndatedAct } from '../../door/acts.js';
import type { Act } from '../../protocols/core/acts.js';
import { secondSigner } from '../../protocols/core/signing.js';
import type { Step } from '../../protocols/language/step.js';
import { refusal } from '../../protocols/refusals.js';
import { refused } from '../errors.js';
import { checkStep } from '../forms/check-step.js';
import { folioOf } from '../views/folio.js';
import { actIdOf, commit } from './commit.js';
import { digestsOf } from './evidence.js';
import { answersTo, type OpenRun } from './open-run.js';
import { getStep, signerRole } from './pick-role.js';
import { findWaiting } from './unconfirmed.js';

/** An answer to a step as somebody gives it. */
export interface StepAnswer {
  readonly opening: number;
  readonly outcome: string;
  /** Needed only where the institution fills several roles in the step. */
  readonly role?: string | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Ids of files that go with it. */
  readonly files?: readonly string[];
  /** The folio of a colleague's answer that was read and is confirmed. */
  readonly confirms?: string | undefined;
}

/** Checks an answer and enters it, once per key. Throws `form-invalid` with every fault, or the door's refusal. */
export async function answerStep(
  opened: OpenRun,
  stepId: string,
  key: string,
  { opening, outcome, role: given, answers: typed, files = [], confirms }: StepAnswer,
): Promise<Committed> {
  const step = getStep(opened.definition, stepId);
  const role = signerRole(opened, step, given);
  const wish = { opening, outcome, role, typed, files, confirms };
  const takesTwo = secondSigner(step, outcome, role) === role;
  const sent = takesTwo ? await repeat(opened, key) : undefined;
  if (confirms !== undefined) return confirm(opened, step, key, { ...wish, confirms }, sent);
  if (takesTwo) {
    if (!sent && findWaiting(opened, step, role)?.outcome === outcome) {
      throw refused(refusal('second-only-confirms', { step: step.id }));
    }
    if (sent?.answersDigest === null && isBare(wish)) {
      return commit(opened, key, actOf(step, wish, sent.act));
    }
  }
  const { definition, run } = opened;
  const { values, brought } = checkStep({ definition, state: run.state }, step, outcome, typed);
  const act = {
    type: 'step-completed',
    step: step.id,
    opening,
    outcome,
    role,
    ...brought,
  } as const;
  const place = { run: opened.run.id, step: step.id, opening, role };
  const evidence = await digestsOf(opened, place, files);
  const checked = await answersTo(opened, step, values, evidence);
  const committed = await commit(opened, key, act, checked, 'first');
  await markSent(opened.context.door.db, place, files, committed.seq);
  return committed;
}

/**
 * What this account sent under this key before, once more; undefined where nothing was. The run has moved on by it: the first
 * of two people would be taken for the second, and a confirmation for an answer without its form. Throws `act-conflict`
 * where the key is a colleague's, whose answer must not be taken for this one.
 */
async function repeat({ context, run, access }: OpenRun, key: string): Promise<Entry | undefined> {
  const entry = await findEntry(context.door.db.sql, run.id, actIdOf(access, key));
  if (!entry) return undefined;
  if (entry.act.type !== 'step-completed' || entry.actor.account !== access.account) {
    throw refused(refusal('act-conflict'));
  }
  return entry;
}

interface Confirmation {
  readonly opening: number;
  readonly outcome: string;
  readonly role: string;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
}

function isBare({ typed, files }: Pick<Confirmation, 'typed' | 'files'>): boolean {
  return Object.keys(typed).length === 0 && files.length === 0;
}

/** The act a confirmation is: the codes, dates and references of the answer are part of what is confirmed. */
function actOf(step: Step, { opening, outcome, role }: Confirmation, answered: Act): UndatedAct {
  const completion = answered as Extract<Act, { type: 'step-completed' }>;
  // What the door adds by itself it adds anew.
  const { at: _, continuation: __, manifest: ___, ...brought } = completion;
  return { ...brought, step: step.id, opening, outcome, role };
}

/**
 * A second person confirms the answer they name and changes nothing of it. The door throws
 * `answer-changed` where another one waits or none, judged on the very state that is written to.
 */
async function confirm(
  opened: OpenRun,
  step: Step,
  key: string,
  given: Confirmation & { readonly confirms: string },
  sent: Entry | undefined,
): Promise<Committed> {
  if (!isBare(given)) throw refused(refusal('second-only-confirms', { step: step.id }));
  const { run, context } = opened;
  const { opening, outcome, role } = given;
  const before = sent ? { before: sent.seq } : {};
  const of = { runId: run.id, step: step.id, opening, outcome, role, ...before };
  const first = await findLastAnswer(context.door.db.sql, of);
  const isNamed = first !== undefined && folioOf(run.id, first.seq) === given.confirms;
  if (sent && !isNamed) throw refused(refusal('act-conflict'));
  // What is not named is confirmed by nobody: the door says what stands against it.
  const bare = { type: 'step-completed', step: step.id, opening, outcome, role } as const;
  const act = isNamed ? actOf(step, given, first.act) : bare;
  return commit(opened, key, act, undefined, { confirms: isNamed ? first.seq : NONE });
}

/** No act of a history has this number. */
const NONE = 0;

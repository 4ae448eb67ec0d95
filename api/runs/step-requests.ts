import { createHash } from 'node:crypto';
import { newMailId } from '../../db/queries/mails.js';
import {
  addStepRequest,
  listStepRequests,
  replyToStepRequest,
  type StepRequest,
} from '../../db/queries/step-requests.js';
import type { RequestKind } from '../../db/schema/step-requests.js';
import { seal, unseal } from '../../platform/vault/seal.js';
import { isUnstorable } from '../edge/storable.js';
import { ProblemError } from '../errors.js';
import { actIdOf } from './commit.js';
import { noteReading } from './note-reading.js';
import type { OpenRun } from './open-run.js';
import { openPersonKeys } from './person-keys.js';

/** Longest reason or reply, in characters. */
export const LONGEST_REASON = 2000;

/** A request with its texts. */
export interface ReadRequest extends Omit<StepRequest, 'reason' | 'reply'> {
  readonly reason: string;
  readonly reply?: string;
}

/** Whether a reason or reply can be kept. */
export function isReason(text: string): boolean {
  return text.trim() !== '' && [...text].length <= LONGEST_REASON && !isUnstorable(text);
}

/**
 * Asks whoever leads the run for something, and has the leading institution told by mail; once per key. Throws
 * `data-erased`.
 */
export async function askLead(
  { context, run, access, definition }: OpenRun,
  key: string,
  of: { step: string; opening: number; role: string; kind: RequestKind; reason: string },
): Promise<void> {
  const { reason, ...rest } = of;
  if (!isReason(reason)) throw new ProblemError('body-invalid');
  const keys = await openPersonKeys(context.door, run.personId);
  const id = createHash('sha256')
    .update(`${run.id}\0${actIdOf(access, key)}`)
    .digest('base64url');
  const row = {
    id,
    runId: run.id,
    ...rest,
    institutionId: access.institution,
    account: access.account,
    reason: seal(keys.protection, Buffer.from(reason), placeOf(run.id, id, 'reason')),
  };
  const institutionId = run.state.bindings[definition.lead]?.institution ?? run.startedBy;
  const mail = { id: newMailId(), kind: 'request', about: id, institutionId } as const;
  await addStepRequest(context.door.db, row, run.rehearsal ? undefined : mail);
}

/**
 * What was asked in a run, with its texts: to whoever leads it what all asked, to others what their own institution did.
 * `step` narrows it to one. Throws `data-erased` where there is something to read and the keys are gone.
 */
export async function requestsOf(opened: OpenRun, step?: string): Promise<ReadRequest[]> {
  const { context, run, access } = opened;
  const of = { run: run.id, ...(readsAll(opened) ? {} : { institution: access.institution }) };
  const all = await listStepRequests(context.door.db, of);
  const rows = all.filter((row) => step === undefined || row.step === step);
  if (rows.length === 0) return [];
  const keys = await openPersonKeys(context.door, run.personId);
  const authors = rows.flatMap(({ account, repliedBy }) => [
    account,
    ...(repliedBy ? [repliedBy] : []),
  ]);
  await noteReading(opened, 'request', step ?? '*', authors);
  return rows.map(({ reason, reply, ...row }) => {
    const text = (sealed: Buffer, part: 'reason' | 'reply') =>
      unseal(keys.protection, sealed, placeOf(run.id, row.id, part)).toString('utf8');
    return {
      ...row,
      reason: text(reason, 'reason'),
      ...(reply ? { reply: text(reply, 'reply') } : {}),
    };
  });
}

/**
 * Replies to a request, once, and has the institution that asked told by mail; false when somebody did before, or it is none of this run.
 */
export async function replyToRequest(
  { context, run, access }: OpenRun,
  id: string,
  reply: string,
): Promise<boolean> {
  if (!isReason(reply)) throw new ProblemError('body-invalid');
  const keys = await openPersonKeys(context.door, run.personId);
  const of = {
    id,
    run: run.id,
    account: access.account,
    institution: access.institution,
    reply: seal(keys.protection, Buffer.from(reply), placeOf(run.id, id, 'reply')),
  };
  return replyToStepRequest(context.door.db, of, run.rehearsal ? undefined : newMailId());
}

/** Whether whoever asks leads the run, and so reads what all wrote about how it is led. */
export function readsAll({ access, relations }: OpenRun): boolean {
  return access.role === 'case-lead' && (relations.has('lead') || relations.has('starter'));
}

function placeOf(run: string, id: string, part: 'reason' | 'reply'): string {
  return `step-requests/${run}/${id}/${part}`;
}

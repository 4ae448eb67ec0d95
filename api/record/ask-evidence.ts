import { createHash } from 'node:crypto';
import {
  addEvidenceRequest,
  type EvidenceRate,
  takesPartAs,
} from '../../db/queries/evidence-requests.js';
import { findLogState } from '../../db/queries/log/log-state.js';
import { findByPseudonym } from '../../door/pseudonyms.js';
import { refusal } from '../../protocols/refusals.js';
import type { Access } from '../auth/access.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { ProblemError, refused } from '../errors.js';
import { type Asking, openRun } from '../runs/open-run.js';
import { scopeOf } from '../runs/scope.js';
import { ownSizeOf, periodOf } from './wish.js';

export const EVIDENCE_RATE: EvidenceRate = { account: 10, institution: 60 };
const HOUR_IN_SECONDS = 3600;

/** What evidence is asked for: one of a case by its id or by the asking body's own name of it, or of a period. */
export interface EvidenceWish {
  readonly run?: string | undefined;
  readonly case?: string | undefined;
  /** Days in UTC, `2026-11-01`, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A signed checkpoint the reader holds: the file then proves that the log still begins with it. */
  readonly checkpoint?: string | undefined;
}

/** Institution and role that ask, as far as they may ask at all. Throws `not-allowed`. */
export function askerOf({ institution: institutionId, account, role }: Access) {
  if (role !== 'monitor' && role !== 'case-lead') throw new ProblemError('not-allowed');
  return { institutionId, account, access: role } as const;
}

/**
 * Enters a request for evidence; the same key again asks for nothing more. Its id. Throws `run-unknown` for a case the asker may
 * not know of, `evidence-what`, `evidence-period`, `evidence-checkpoint`, `evidence-period-party`, `rate-limited`.
 */
export async function askForEvidence(
  context: ApiContext,
  asking: Asking,
  key: string,
  wish: EvidenceWish,
): Promise<string> {
  const asker = askerOf(asking.access);
  const { db } = within(context, asking.access).door;
  const of = await whatIsAsked(context, asking, wish);
  const id = createHash('sha256')
    .update(`evidence/${asker.institutionId}/${asker.access}/${asker.account}/${key}`)
    .digest('hex')
    .slice(0, 32);
  const ownSize = await ownSizeIn(context, wish.checkpoint);
  if (await addEvidenceRequest(db, { id, ...asker, ...of, ownSize }, EVIDENCE_RATE)) return id;
  throw new ProblemError('rate-limited', { params: { seconds: HOUR_IN_SECONDS } });
}

async function whatIsAsked(context: ApiContext, asking: Asking, wish: EvidenceWish) {
  const { run, case: name, from, to } = wish;
  const isCase = run !== undefined || name !== undefined;
  const isPeriod = from !== undefined || to !== undefined;
  if (isCase === isPeriod || (run !== undefined && name !== undefined)) {
    throw new ProblemError('evidence-what');
  }
  if (isCase) {
    const { run: found } = await openRun(
      context,
      asking,
      run ?? (await named(context, asking, name!)),
      'evidence.ask',
    );
    return { runId: found.id, fromAt: null, toAt: null };
  }
  if (asking.access.role !== 'monitor') throw new ProblemError('not-allowed');
  const period = periodOf({ from: from ?? '', to: to ?? '' }, context.door.clock.now());
  if (!(await mayHavePeriods(context, asking.access))) {
    throw new ProblemError('evidence-period-party');
  }
  return { runId: null, fromAt: new Date(period.from), toAt: new Date(period.to) };
}

/** The run a monitoring body's own name means. Throws `run-unknown`. */
async function named({ door }: ApiContext, { access }: Asking, name: string): Promise<string> {
  const found =
    access.role === 'monitor' ? await findByPseudonym(door, access.institution, name) : undefined;
  if (found === undefined) throw refused(refusal('run-unknown'));
  return found;
}

/**
 * Whether an institution may be given periods, which tell of every case. One that takes part for the State of origin in any may
 * be cut off from some, and is given cases one by one, whether or not it is cut off from one: so nobody learns that from it.
 */
export async function mayHavePeriods(context: ApiContext, access: Access): Promise<boolean> {
  const { reservedRoles } = await scopeOf(context.door, access);
  return !(await takesPartAs(context.door.db, access.institution, reservedRoles));
}

async function ownSizeIn({ door }: ApiContext, given: string | undefined): Promise<number | null> {
  if (given === undefined || given.trim() === '') return null;
  return ownSizeOf(given, (await findLogState(door.db.sql))?.origin);
}

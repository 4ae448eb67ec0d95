import {
  type EvidenceRequest,
  findEvidenceRequest,
  listEvidenceRequests,
  takeEvidencePieces,
} from '../../db/queries/evidence-requests.js';
import { pseudonymOf } from '../../door/pseudonyms.js';
import { unsealEvidence } from '../../door/sealed-evidence.js';
import { may } from '../auth/policy.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';
import { type Asking, findOpenRun } from '../runs/open-run.js';
import { askerOf, mayHavePeriods } from './ask-evidence.js';

/** A request as whoever asked may see it. */
export interface GivenEvidence {
  readonly request: EvidenceRequest;
  /** A monitoring body's own name of the case; absent for others and for periods. */
  readonly name?: string;
}

/** What the asker's institution asked for in the same role, newest first: of one run, or of all it may still know of. */
export async function listEvidence(
  context: ApiContext,
  asking: Asking,
  run?: string,
): Promise<GivenEvidence[]> {
  const { door } = within(context, asking.access);
  const known = new Map<string | null, boolean>();
  const given: GivenEvidence[] = [];
  for (const request of await listEvidenceRequests(door.db, run)) {
    if (!known.has(request.runId))
      known.set(request.runId, await mayKnow(context, asking, request));
    if (known.get(request.runId)) given.push(await withName(context, request));
  }
  return given;
}

/** One request. Throws `evidence-unknown`, alike for what is not there and what may not be seen. */
export async function getEvidence(
  context: ApiContext,
  asking: Asking,
  id: string,
): Promise<GivenEvidence> {
  const { door } = within(context, asking.access);
  const request = await findEvidenceRequest(door.db, id);
  if (!request || !(await mayKnow(context, asking, request))) {
    throw new ProblemError('evidence-unknown');
  }
  return withName(context, request);
}

/**
 * The file, once it is in the log that it is given. Throws `evidence-unknown`, `evidence-not-ready`, `evidence-expired`.
 */
export async function openEvidenceFile(
  context: ApiContext,
  asking: Asking,
  id: string,
): Promise<{ readonly name: string; readonly file: Buffer }> {
  const { request } = await getEvidence(context, asking, id);
  const { door } = within(context, asking.access);
  const { state, sealedKey } = request;
  if (state === 'pending' || state === 'failed') throw new ProblemError('evidence-not-ready');
  const by = askerOf(asking.access);
  const pieces = sealedKey === null ? undefined : await takeEvidencePieces(door.db, request, by);
  if (sealedKey === null || !pieces) throw new ProblemError('evidence-expired');
  const file = unsealEvidence(door.vault, id, { sealedKey, pieces });
  return { name: `retorno-${id.slice(0, 8)}.jsonl`, file };
}

/** The policy once more, for each request: the role may be gone, the case led by others, the institution cut off from it. */
async function mayKnow(
  context: ApiContext,
  asking: Asking,
  { institutionId, access, runId }: EvidenceRequest,
): Promise<boolean> {
  const asker = askerOf(asking.access);
  if (asker.institutionId !== institutionId || asker.access !== access) return false;
  if (runId === null) return mayHavePeriods(context, asking.access);
  const opened = await findOpenRun(context, asking, runId);
  return opened !== undefined && may(access, 'evidence.read', opened.relations);
}

async function withName({ door }: ApiContext, request: EvidenceRequest): Promise<GivenEvidence> {
  const { access, runId, institutionId } = request;
  if (access !== 'monitor' || runId === null) return { request };
  return { request, name: await pseudonymOf(door, institutionId, runId) };
}

import { addCaseOpening } from '../../db/queries/case-openings.js';
import { enterSearch, type SearchLimits } from '../../db/queries/document-keys.js';
import { findVisibleRun } from '../../db/queries/visible-runs.js';
import { getDefinition } from '../../door/commit-act.js';
import { findByDocument } from '../../door/document-search.js';
import type { Door, KnownRun } from '../../door/door.js';
import { pause } from '../../platform/pause.js';
import type { Access } from '../auth/access.js';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';
import type { Asking } from './open-run.js';
import { scopeOf } from './scope.js';

export const SEARCH_PURPOSES = ['before-start', 'hand-over', 'protection'] as const;
/** Whether a case exists before one is begun; who leads it, to hand somebody over; to protect somebody met. */
export type SearchPurpose = (typeof SEARCH_PURPOSES)[number];

const LIMITS: SearchLimits = { account: 10, institution: 60 };
/**
 * When a search is answered, in milliseconds from its beginning: long after the slowest is done, because one that finds a case
 * of which nothing may be told does more than one that finds none.
 */
const ANSWERED_AFTER = 250;

/** A case that exists: its id for who may read it, for others the institution to ask, and nothing else. */
export type FoundCase = { readonly run: string } | { readonly institution: string };

/**
 * Searches for open cases by the exact number of a document. Every search is entered before it is made, and in each case
 * found it is a reading that the person can be told of. What may not be known is answered as what does not exist, and no later. Throws
 * `rate-limited`.
 */
export async function searchDocument(
  context: ApiContext,
  { access }: Asking,
  { number, purpose }: { readonly number: string; readonly purpose: SearchPurpose },
): Promise<FoundCase[]> {
  const { door } = context;
  const { institution, account } = access;
  if (!(await enterSearch(door.db.sql, { institution, account, purpose }, LIMITS))) {
    throw new ProblemError('rate-limited', { params: { seconds: 3600 } });
  }
  const [found] = await Promise.all([
    findTold(door, access, number, purpose),
    pause(ANSWERED_AFTER),
  ]);
  return found;
}

async function findTold(
  door: Door,
  access: Access,
  number: string,
  purpose: SearchPurpose,
): Promise<FoundCase[]> {
  const { institution, account, role } = access;
  const found: FoundCase[] = [];
  for (const run of await findByDocument(door, number)) {
    const told = await toldOf(door, access, run);
    const reading = { runId: run.id, what: 'document-search', which: purpose };
    await addCaseOpening(door.db, {
      ...reading,
      institutionId: institution,
      account,
      access: role,
    });
    if (told) found.push(told);
  }
  return found;
}

/**
 * Who may read the run is told which it is. Others of the same country, neither monitors nor of the State of origin, whom to
 * ask; of a trafficked person's case, and of one whose State of origin is cut off, nobody who does not take part.
 */
async function toldOf(door: Door, access: Access, run: KnownRun): Promise<FoundCase | undefined> {
  const visible = await findVisibleRun(door.db, run.id, await scopeOf(door, access));
  if (visible) return { run: run.id };
  const definition = await getDefinition(door, run);
  const lead = run.state.bindings[definition.lead];
  const kind = door.directory.find(access.institution)?.kind ?? '';
  const isSecret = definition.regime === 'victim' || run.state.originStop !== undefined;
  if (!lead || isSecret || lead.country !== access.country || NEVER_TOLD.includes(kind)) {
    return undefined;
  }
  return { institution: lead.institution };
}

/** Representations of other States, and whoever could turn the answer against the person. */
const NEVER_TOLD: readonly string[] = ['CON', 'MFA', 'PROS'];

import {
  addDefinitionAct,
  type DefinitionAct,
  type DefinitionActKind,
  listAllDefinitionActs,
  listDefinitionActs,
  type NewDefinition,
} from '../../db/queries/definition-acts.js';
import type { Actor } from '../../db/schema/history.js';
import type { CheckFinding } from '../../protocols/checker/check.js';
import type { Difference } from '../../protocols/compare/difference.js';
import type { Refusal } from '../../protocols/refusals.js';
import type { Door } from '../door.js';
import { type Standing, standingOf } from './standing.js';

/** What an act did: where the protocol stands now, and what was found in its draft. */
export interface Entered {
  readonly ok: true;
  readonly standing: Standing;
  /** False when the same had been done before and nothing was added. */
  readonly added: boolean;
}

/** Why an act was refused; with what is wrong in the definition where that is the reason. */
export interface NotEntered {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly findings?: readonly CheckFinding[];
  readonly weakenings?: readonly Difference[];
}

/** The act that follows from where a protocol stands; `done` when it was done before. */
export type Decision =
  | {
      readonly kind: DefinitionActKind;
      readonly version: number;
      readonly digest: string;
      readonly body?: string;
      readonly reasons?: string;
      readonly findings?: readonly CheckFinding[];
      readonly published?: NewDefinition;
    }
  | 'done'
  | NotEntered;

const ATTEMPTS = 5;

/**
 * Adds the act that is decided on the acts before it. When somebody else acts at the same moment the decision is made
 * again on what then holds. Throws when that happens five times in a row.
 */
export async function enterDefinitionAct(
  door: Door,
  protocol: string,
  actor: Actor,
  decide: (standing: Standing) => Promise<Decision> | Decision,
): Promise<Entered | NotEntered> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const standing = await readStanding(door, protocol);
    const decision = await decide(standing);
    if (decision === 'done') return { ok: true, standing, added: false };
    if ('ok' in decision) return decision;
    const { published, ...act } = decision;
    const { institution, account } = actor;
    const n = standing.acts.length + 1;
    if (await addDefinitionAct(door.db, { protocol, n, institution, account, ...act }, published)) {
      return { ok: true, standing: await readStanding(door, protocol), added: true };
    }
  }
  throw new Error(`Protocol ${protocol} is being changed by others all the time`);
}

/** Where a protocol stands as a definition; one nobody has begun has no acts. */
export async function readStanding(door: Door, protocol: string): Promise<Standing> {
  return standingOf(protocol, await listDefinitionActs(door.db, protocol));
}

export function notEntered(
  refusal: Refusal,
  more: Omit<NotEntered, 'ok' | 'refusal'> = {},
): NotEntered {
  return { ok: false, refusal, ...more };
}

/** Where every protocol stands that is in force, was, or has a draft, by id. */
export async function listStandings(door: Door): Promise<Standing[]> {
  const byProtocol = new Map<string, DefinitionAct[]>();
  for (const act of await listAllDefinitionActs(door.db)) {
    byProtocol.set(act.protocol, [...(byProtocol.get(act.protocol) ?? []), act]);
  }
  return [...byProtocol].map(([protocol, acts]) => standingOf(protocol, acts));
}

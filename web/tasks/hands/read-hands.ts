import { may } from '../../../api/auth/policy.js';
import {
  type Colleague,
  findHolder,
  type HoldingEntry,
  listHoldings,
} from '../../../db/queries/holders.js';
import { listStoodInFor } from '../../../db/queries/reach.js';
import { localDate } from '../../../protocols/rules/zone.js';
import type { Visit } from '../../frame/visit.js';
import type { Task } from '../task.js';

/** How long a change can be undone, in milliseconds. */
const UNDO_FOR = 10 * 60_000;

/** Who works on a task, and what whoever looks may change about it. */
export interface Hands {
  readonly holder?: Colleague & { since: number };
  readonly mine: boolean;
  /** Whoever holds it is away today, and the reader answers for them. */
  readonly standIn: boolean;
  readonly maySupervise: boolean;
  readonly log: readonly HoldingEntry[];
  /** The latest change, where it was one's own, is recent and still stands. */
  readonly undoable?: HoldingEntry;
}

/** Work management of an open task. */
export async function readHands(visit: Visit, { place }: Task): Promise<Hands> {
  const { context, access, session } = visit;
  const { db, clock } = context.door;
  const of = { ...place, institution: access.institution };
  const { holder } = await findHolder(db, of);
  const on = localDate(clock.now(), access.timeZone);
  const at = { userId: session.user.id, institution: access.institution, on };
  const standIn = holder !== undefined && (await listStoodInFor(db, at)).includes(holder.id);
  const log = await listHoldings(db, of);
  const [last] = log;
  const me = session.user.id;
  const stands = last && (last.to?.id ?? null) === (holder?.id ?? null);
  const recent = last && clock.now() - last.at < UNDO_FOR;
  const undoable = last && stands && recent && last.kind !== 'undone' && last.by.id === me;
  return {
    ...(holder ? { holder } : {}),
    mine: holder?.id === me,
    standIn,
    maySupervise: may(session.role, 'step.free', new Set(['responsible'])),
    log,
    ...(undoable ? { undoable: last } : {}),
  };
}

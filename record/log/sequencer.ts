import { addLeafRows, findLastLeaves, type LeafRow } from '../../db/queries/log/leaves.js';
import {
  findLogState,
  type LogState,
  moveLogState,
  readTransactions,
} from '../../db/queries/log/log-state.js';
import type { Queryable } from '../../db/queries/log/queryable.js';
import { listUnlogged } from '../../db/queries/log/source-rows.js';
import { listLastTiles, saveTiles } from '../../db/queries/log/tiles.js';
import type { Door } from '../../door/door.js';
import { canonicalJson } from '../../protocols/language/fingerprint.js';
import { leafText, saltOf } from '../leaf/leaf.js';
import { type SourceRow, valuesOf } from '../leaf/values.js';
import { leafHash } from '../tree/hashes.js';
import { addLeaves, TILE_WIDTH } from '../tree/tiles.js';
import { readPassages } from './passages.js';
import { sourceRow } from './rows.js';

/** Most rows put into the log by one transaction. */
export const BATCH = 500;

/** What one round did; `more`: rows were left for the next. */
export interface Sequenced {
  readonly added: number;
  readonly size: number;
  readonly more: boolean;
  /** A departure, handover, disclosure or document is among them: outsiders should hold it at once. */
  readonly urgent: boolean;
}

/**
 * Puts committed rows into the log, all or none. Only transactions below every one under way are looked at: what they added is
 * all visible, so a row that is committed late is not passed over. Two at once: the later one fails and changes nothing
 * (serialization error).
 */
export async function sequence(door: Door, salts: Buffer, limit = BATCH): Promise<Sequenced> {
  return door.db.sql.begin('ISOLATION LEVEL REPEATABLE READ', (tx) =>
    sequenceIn(tx, door, salts, limit),
  );
}

/** The same within a transaction that sees one moment. */
export async function sequenceIn(
  tx: Queryable,
  door: Door,
  salts: Buffer,
  limit = BATCH,
): Promise<Sequenced> {
  const now = await readTransactions(tx);
  const state = await getState(tx);
  const restored = now.cluster !== state.cluster;
  const rows = await listUnlogged(tx, {
    // In another cluster transactions are counted anew: whatever has no leaf is looked for.
    from: restored ? '0' : state.horizon,
    below: restored ? ENDLESS : now.oldest,
    limit,
  });
  if (rows.length === 0 && !restored) {
    return { added: 0, size: state.size, more: false, urgent: false };
  }
  const more = rows.length === limit;
  await findLogState(tx, true);
  const { size, urgent } = await append(door, tx, state, salts, inOwnOrder(rows.map(sourceRow)));
  const horizon = more ? (restored ? '0' : state.horizon) : now.oldest;
  const cluster = more ? state.cluster : now.cluster;
  await moveLogState(tx, { size, horizon, cluster });
  return { added: rows.length, size, more, urgent };
}

const ENDLESS = '9223372036854775807';

async function getState(tx: Queryable): Promise<LogState> {
  const state = await findLogState(tx);
  if (state) return state;
  throw new Error('The log has not begun');
}

async function append(
  door: Door,
  tx: Queryable,
  { size }: LogState,
  salts: Buffer,
  rows: readonly SourceRow[],
): Promise<{ size: number; urgent: boolean }> {
  const runs = [...new Set(rows.flatMap((row) => ('run' in row ? [row.run] : [])))];
  const last = new Map(
    [...(await findLastLeaves(tx, runs))].map(([run, leaf]) => [run, leafHash(leaf)]),
  );
  const moreOf = await readPassages(door, tx, runs);
  const leaves: LeafRow[] = [];
  const hashes: Buffer[] = [];
  let urgent = false;
  for (const row of rows) {
    const runId = 'run' in row ? row.run : null;
    const prev = (runId !== null && last.get(runId)?.toString('base64')) || '';
    const added = row.kind === 'act' ? await moreOf(row) : {};
    const values = { ...valuesOf(row), ...added };
    urgent ||= values.gate?.includes('"passed":["') ?? false;
    const { source, ref } = row;
    const leaf = leafText(row.kind, prev, values, (name) => saltOf(salts, { source, ref, name }));
    const hash = leafHash(leaf);
    if (runId !== null) last.set(runId, hash);
    const more = Object.keys(added).length > 0 ? canonicalJson(added) : null;
    leaves.push({ position: size + leaves.length, source, ref, runId, leaf, more });
    hashes.push(hash);
  }
  const open = new Map((await listLastTiles(tx)).map(({ level, hashes }) => [level, hashes]));
  await addLeafRows(tx, leaves);
  await saveTiles(
    tx,
    addLeaves(size, hashes, (level) => partial(open.get(level))),
  );
  return { size: size + leaves.length, urgent };
}

function partial(hashes: Buffer | undefined): Buffer | undefined {
  return hashes && hashes.length < TILE_WIDTH * 32 ? hashes : undefined;
}

/** Acts of a run in the order of the run, in the places its acts have among the rows. */
function inOwnOrder(rows: readonly SourceRow[]): SourceRow[] {
  const acts = new Map<string, Extract<SourceRow, { kind: 'act' }>[]>();
  for (const row of rows) {
    if (row.kind === 'act') acts.set(row.run, [...(acts.get(row.run) ?? []), row]);
  }
  for (const own of acts.values()) own.sort((a, b) => a.seq - b.seq);
  return rows.map((row) => (row.kind === 'act' ? acts.get(row.run)!.shift()! : row));
}

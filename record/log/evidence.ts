import {
  type CheckpointRow,
  findCheckpointBy,
  findLatestCheckpoint,
  listCheckpoints,
} from '../../db/queries/log/checkpoints.js';
import { type LeafRow, listLeaves, listLeavesOfRun } from '../../db/queries/log/leaves.js';
import { findLogState } from '../../db/queries/log/log-state.js';
import type { Queryable } from '../../db/queries/log/queryable.js';
import { listUnlogged } from '../../db/queries/log/source-rows.js';
import { OperatorError } from '../../platform/text.js';
import type { Signer } from '../note/keys.js';
import { coverOf } from '../pack/cover.js';
import { sealPack } from '../pack/file.js';
import type { HeadLine, PackLine } from '../pack/lines.js';
import { definitionLines, digestsIn } from './evidence-definitions.js';
import { leafLines, type Shown } from './evidence-leaves.js';
import { ledgerLines } from './evidence-ledger.js';
import type { Log } from './open-log.js';
import { readNodes } from './tree-reader.js';

/** What a pack is asked to hold. Instants are epoch milliseconds. */
export interface EvidenceWish {
  /** Every leaf about these runs; absent for a period. */
  readonly runs?: readonly string[];
  /** Of a period: from the last checkpoint before, up to the first one at or after. */
  readonly from?: number;
  readonly to?: number;
  /** Absent: exact, with ids. */
  readonly for?: {
    readonly institution: string;
    readonly nameOf: (run: string) => Promise<string>;
  };
  /** Sizes of checkpoints the reader holds. */
  readonly since?: readonly number[];
  /** Most entries the file may hold. */
  readonly most?: number;
}

/** The file would hold more entries than it may. */
export class TooManyEntries extends Error {
  constructor(entries: number) {
    super(`The file would hold ${entries} entries or more`);
    this.name = 'TooManyEntries';
  }
}

/**
 * Makes a signed evidence pack of what the database holds now: it reports what it finds, also where that is not what was logged.
 * Throws `OperatorError` when nothing was signed yet or nothing is known of a run, `TooManyEntries`.
 */
export async function makeEvidence(log: Log, signer: Signer, wish: EvidenceWish): Promise<string> {
  return log.door.db.sql.begin('ISOLATION LEVEL REPEATABLE READ READ ONLY', (tx) =>
    makeEvidenceIn(tx, log, signer, wish),
  );
}

/** The same within a transaction that sees one moment. */
export async function makeEvidenceIn(
  tx: Queryable,
  log: Log,
  signer: Signer,
  wish: EvidenceWish,
): Promise<string> {
  const range = await chooseRange(tx, wish);
  const most = wish.most ?? Number.POSITIVE_INFINITY;
  if (!wish.runs && range.to - range.from > most) throw new TooManyEntries(range.to - range.from);
  const rows = wish.runs
    ? await leavesOfRuns(tx, wish.runs, range.size)
    : await leavesOfPeriod(tx, range);
  if (rows.length > most) throw new TooManyEntries(rows.length);
  const { head, shown } = headOf(log, signer, wish, range);
  const leaves = await leafLines(log, tx, rows, shown);
  const sizes = [
    ...range.checkpoints.map(({ size }) => size),
    ...(wish.since ?? []).filter((size) => size <= range.size),
  ];
  const nodes = coverOf(
    leaves.map(({ p }) => p),
    sizes,
  );
  const read = await readNodes(tx, nodes);
  const lines: PackLine[] = [
    head,
    ...range.checkpoints.map(({ note }) => ({ t: 'checkpoint', note }) as const),
    ...(await definitionLines(tx, digestsIn(rows))),
    ...leaves,
    ...nodes.flatMap(({ level, index }) => {
      const hash = read(level, index);
      return hash ? [{ t: 'node', l: level, i: index, h: hash.toString('base64') } as const] : [];
    }),
    ...(await unloggedLines(tx, wish, shown)),
    ...(shown.precision === 'exact' ? await ledgerLines(tx, rows) : []),
  ];
  return sealPack(lines, log.origin, signer);
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly checkpoints: readonly CheckpointRow[];
}

async function chooseRange(tx: Queryable, wish: EvidenceWish): Promise<Range> {
  const latest = await findLatestCheckpoint(tx);
  if (!latest) {
    throw new OperatorError({
      es: 'El registro todavía no tiene ningún punto de control firmado. Inicie el proceso «worker» con RETORNO_LOG_KEY y espere un minuto.',
      en: 'The log has no signed checkpoint yet. Start the worker process with RETORNO_LOG_KEY and wait a minute.',
    });
  }
  if (wish.runs) return { from: 0, to: latest.size, size: latest.size, checkpoints: [latest] };
  const before =
    wish.from === undefined ? undefined : await findCheckpointBy(tx, 'before', wish.from);
  const after = wish.to === undefined ? undefined : await findCheckpointBy(tx, 'after', wish.to);
  const from = before?.size ?? 0;
  const { size } = after ?? latest;
  return { from, to: size, size, checkpoints: await listCheckpoints(tx, from, size) };
}

async function leavesOfRuns(
  tx: Queryable,
  runs: readonly string[],
  below: number,
): Promise<LeafRow[]> {
  const found: LeafRow[] = [];
  for (const run of runs) {
    const rows = await listLeavesOfRun(tx, run, below);
    if (rows.length === 0) {
      throw new OperatorError({
        es: `Del proceso ${run} no hay nada en el registro firmado. «retorno runs» muestra los identificadores; un proceso recién iniciado tarda hasta un minuto.`,
        en: `The signed log holds nothing of run ${run}. "retorno runs" lists the ids; a run that has just begun takes up to a minute.`,
      });
    }
    found.push(...rows);
  }
  return found.sort((a, b) => a.position - b.position);
}

/** Every leaf of the period, and before them the first leaf of each run that began earlier: it says which protocol is followed. */
async function leavesOfPeriod(tx: Queryable, { from, to }: Range): Promise<LeafRow[]> {
  const rows = await listLeaves(tx, from, to);
  if (from === 0) return rows;
  const first: LeafRow[] = [];
  for (const run of new Set(rows.flatMap(({ runId }) => runId ?? []))) {
    const [row] = await listLeavesOfRun(tx, run, from);
    if (row) first.push(row);
  }
  return [...first.sort((a, b) => a.position - b.position), ...rows];
}

function headOf(
  { origin }: Log,
  signer: Signer,
  wish: EvidenceWish,
  { from, to, size }: Range,
): { head: HeadLine; shown: Shown } {
  const precision = wish.for ? 'coarse' : 'exact';
  const kind = wish.runs ? 'run' : 'period';
  const forWhom = wish.for?.institution ?? null;
  const head = { t: 'head', v: 1, kind, origin, key: signer.text, size, from, to } as const;
  const shown: Shown = {
    precision,
    nameOf: wish.for?.nameOf ?? (async (run) => run),
    ...(kind === 'period' ? { every: { from, to } } : {}),
  };
  return { head: { ...head, for: forWhom, precision }, shown };
}

/** Rows the log should have by now and has not. */
async function unloggedLines(tx: Queryable, wish: EvidenceWish, shown: Shown): Promise<PackLine[]> {
  const state = await findLogState(tx);
  const rows = await listUnlogged(tx, { from: '0', below: state?.horizon ?? '0', limit: 1000 });
  const concerned = rows.filter(({ runId }) => !wish.runs || wish.runs.includes(runId ?? ''));
  return Promise.all(
    concerned.map(async ({ runId, source }) => ({
      t: 'unlogged' as const,
      run: runId === null ? null : await shown.nameOf(runId),
      source,
    })),
  );
}

import { listFollowed } from '../../db/queries/log/followed.js';
import type { LeafRow } from '../../db/queries/log/leaves.js';
import type { Queryable } from '../../db/queries/log/queryable.js';
import { findRegimes } from '../../db/queries/log/regimes.js';
import { readLoggedRows } from '../../db/queries/log/source-rows.js';
import { type Opening, parseLeaf, saltOf, type Values } from '../leaf/leaf.js';
import { valuesOf } from '../leaf/values.js';
import type { LeafLine, Precision } from '../pack/lines.js';
import type { Log } from './open-log.js';
import { sourceRow } from './rows.js';
import { readNodes } from './tree-reader.js';

/** What of leaves is shown, and by which name a run is called. */
export interface Shown {
  readonly precision: Precision;
  readonly nameOf: (run: string) => Promise<string>;
  /** Every position of this stretch has its line, also where the leaf is gone. */
  readonly every?: { readonly from: number; readonly to: number };
}

/** Protocols whose people are adults that nothing more is known of; the days of all others are told by month. */
const DAY_REGIMES = ['removal', 'no-return'];

const EXACT = ['exact', 'by', 'account', 'gate', 'definition'];
const COARSE = ['codes', 'by', 'gate', 'definition'];

/** The lines of these leaves, with the hashes stored apart from them and what their rows say now. */
export async function leafLines(
  log: Log,
  tx: Queryable,
  rows: readonly LeafRow[],
  shown: Shown,
): Promise<LeafLine[]> {
  const sources = new Map(
    (await readLoggedRows(tx, rows)).map((row) => [`${row.source} ${row.ref}`, sourceRow(row)]),
  );
  const namesOf = await namesShown(tx, rows, shown);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  const positions = positionsOf(rows, shown);
  const read = await readNodes(
    tx,
    positions.map((index) => ({ level: 0, index })),
  );
  const lines: LeafLine[] = [];
  for (const p of positions) {
    const row = byPosition.get(p);
    const h = read(0, p)?.toString('base64') ?? null;
    if (!row) {
      lines.push({ t: 'leaf', p, h, d: null, run: null, open: null });
      continue;
    }
    const source = sources.get(`${row.source} ${row.ref}`);
    const values = source && { ...valuesOf(source), ...moreOf(row) };
    const run = row.runId === null ? null : await shown.nameOf(row.runId);
    const open = values ? openingsOf(log.salts, row, values, namesOf(row)) : null;
    lines.push({ t: 'leaf', p, h, d: row.leaf, run, open });
  }
  return lines;
}

function positionsOf(rows: readonly LeafRow[], { every }: Shown): number[] {
  const known = rows.map(({ position }) => position);
  if (!every) return known;
  const all = Array.from({ length: every.to - every.from }, (_, i) => every.from + i);
  return [...known.filter((position) => position < every.from), ...all];
}

function openingsOf(
  salts: Buffer,
  { source, ref, leaf }: LeafRow,
  values: Values,
  names: readonly string[],
): Record<string, Opening> {
  const committed = parseLeaf(leaf)?.c ?? {};
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = values[name];
      if (text === undefined || committed[name] === undefined) return [];
      const salt = saltOf(salts, { source, ref, name }).toString('base64');
      return [[name, [salt, text] as const]];
    }),
  );
}

function moreOf({ more }: LeafRow): Values {
  try {
    return more === null ? {} : (JSON.parse(more) as Values);
  } catch {
    return {};
  }
}

async function namesShown(
  tx: Queryable,
  rows: readonly LeafRow[],
  { precision }: Shown,
): Promise<(row: LeafRow) => readonly string[]> {
  if (precision === 'exact') return () => EXACT;
  const followed = await listFollowed(tx, [...new Set(rows.flatMap(({ runId }) => runId ?? []))]);
  const regimes = await findRegimes(tx);
  const byDay = new Set(
    followed
      .filter(({ protocol, version }) =>
        DAY_REGIMES.includes(regimes.get(`${protocol}@${version}`) ?? ''),
      )
      .map(({ run }) => run),
  );
  return ({ runId }) => [...COARSE, runId === null || byDay.has(runId) ? 'day' : 'month'];
}

import type { Queryable } from '../../db/queries/log/queryable.js';
import { issueCheckpoint } from '../../record/log/checkpoints.js';
import { sequenceIn } from '../../record/log/sequencer.js';
import type { Recorded } from './recorded.js';

/** Where a change lies in the log; `until` is after it when it may be found anywhere in a stretch. */
export interface Place {
  readonly position: number;
  readonly until: number;
}

/** Chance of one change: whole numbers below the given one. */
export type Pick = (below: number) => number;

interface Scene {
  readonly tx: Queryable;
  readonly pick: Pick;
  readonly recorded: Recorded;
  /** Every leaf, in order. */
  readonly leaves: readonly { position: number; source: string; ref: string; run: string | null }[];
}

/** One way to tamper; undefined when the chance did not hit anything that differs. */
export type Tamper = (scene: Scene) => Promise<Place | undefined>;

const at = (position: number): Place => ({ position, until: position + 1 });

function oneOf<T>(pick: Pick, of: readonly T[]): T {
  return of[pick(of.length)]!;
}

const actsOf = ({ leaves }: Scene) => leaves.filter(({ source }) => source === 'history');

/** `run/seq` of a leaf about an act, as conditions of SQL. */
const actOf = (ref: string) => {
  const cut = ref.lastIndexOf('/');
  return `run_id = '${ref.slice(0, cut)}' AND seq = ${ref.slice(cut + 1)}`;
};

const changing =
  (sets: readonly string[]): Tamper =>
  async (scene) => {
    const { position, ref } = oneOf(scene.pick, actsOf(scene));
    const set = oneOf(scene.pick, sets);
    const { count } = await scene.tx.unsafe(`UPDATE history SET ${set} WHERE ${actOf(ref)}`);
    return count === 1 ? at(position) : undefined;
  };

/** A character of a text at a place chosen by chance, replaced by another one. */
const flipped = (column: string, n: number) =>
  `overlay(${column} PLACING chr(CASE WHEN ascii(substr(${column}, ${n}, 1)) = 65 THEN 66 ELSE 65 END) FROM ${n} FOR 1)`;

const editAct = changing([
  `act = jsonb_set(act::jsonb, '{at}', to_jsonb((act->>'at')::numeric + 1))::json`,
  `act = jsonb_set(act::jsonb, '{outcome}', '"invented"')::json`,
  `act = (act::jsonb || '{"step":"invented"}')::json`,
  `act = jsonb_set(act::jsonb, '{role}', '"INV"')::json`,
  `actor = jsonb_set(actor::jsonb, '{institution}', '"otra"')::json`,
  `actor = jsonb_set(actor::jsonb, '{account}', '"otra"')::json`,
  `actor = jsonb_set(actor::jsonb, '{access}', '"admin"')::json`,
  `answers_digest = encode(sha256(convert_to(coalesce(answers_digest, ''), 'UTF8')), 'hex')`,
  `at = at + interval '1 microsecond'`,
  `at = at - interval '1 day'`,
  `recorded_at = recorded_at - interval '1 second'`,
  `act_id = act_id || 'x'`,
]);

const editLeaf: Tamper = async ({ tx, pick, leaves }) => {
  const { position } = oneOf(pick, leaves);
  const column = oneOf(pick, ['leaf', 'leaf', 'source', 'ref'] as const);
  const [row] = await tx.unsafe<{ n: number }[]>(
    `SELECT length(${column}) AS n FROM log_leaves WHERE position = ${position}`,
  );
  await tx.unsafe(
    `UPDATE log_leaves SET ${column} = ${flipped(column, 1 + pick(row!.n))} WHERE position = ${position}`,
  );
  return at(position);
};

const editMore: Tamper = async ({ tx, pick }) => {
  const rows = await tx.unsafe<{ position: number; n: number }[]>(
    'SELECT position::float8 AS position, length(more) AS n FROM log_leaves WHERE more IS NOT NULL',
  );
  const { position, n } = oneOf(pick, rows);
  await tx.unsafe(
    `UPDATE log_leaves SET more = ${flipped('more', 1 + pick(n))} WHERE position = ${position}`,
  );
  return at(position);
};

const editTile: Tamper = async ({ tx, pick, leaves }) => {
  const { position } = oneOf(pick, leaves);
  const byte = (position % 256) * 32 + pick(32);
  await tx.unsafe(
    `UPDATE log_tiles SET hashes = set_byte(hashes, ${byte}, get_byte(hashes, ${byte}) # ${1 + pick(255)})
     WHERE level = 0 AND index = ${Math.floor(position / 256)}`,
  );
  return at(position);
};

const editOther: Tamper = async ({ tx, pick, leaves }) => {
  const others = leaves.filter(({ source }) =>
    ['log_changes', 'definition_acts', 'share_openings', 'answer_openings'].includes(source),
  );
  const { position, source, ref } = oneOf(pick, others);
  const sets = {
    log_changes: [
      `content = '{}'`,
      `actor = '{}'`,
      'actor = NULL',
      `how = 'x'`,
      `at = at + interval '1 microsecond'`,
    ],
    definition_acts: [`digest = 'x'`, `account = 'x'`, `institution = 'x'`, `reasons = 'x'`],
    share_openings: [`institution_id = 'x'`, `access = 'x'`, `account = 'x'`, `share = 'x'`],
    answer_openings: [`institution_id = 'x'`, `access = 'x'`, `account = 'x'`, 'seq = seq + 1'],
  }[source]!;
  const where = source === 'definition_acts' ? `protocol || '/' || n = '${ref}'` : `id = ${ref}`;
  const { count } = await tx.unsafe(`UPDATE ${source} SET ${oneOf(pick, sets)} WHERE ${where}`);
  return count === 1 ? at(position) : undefined;
};

const dropAct: Tamper = async (scene) => {
  const { position, ref } = oneOf(scene.pick, actsOf(scene));
  await scene.tx.unsafe(`DELETE FROM history WHERE ${actOf(ref)}`);
  if (scene.pick(2) === 0) {
    await scene.tx.unsafe(`DELETE FROM log_leaves WHERE position = ${position}`);
  }
  return at(position);
};

const dropLeaf: Tamper = async ({ tx, pick, leaves }) => {
  const { position } = oneOf(pick, leaves);
  await tx.unsafe(`DELETE FROM log_leaves WHERE position = ${position}`);
  if (pick(2) === 0) {
    await tx.unsafe(
      `UPDATE log_leaves SET position = -position WHERE position > ${position};
       UPDATE log_leaves SET position = -position - 1 WHERE position < 0`,
    );
  }
  return at(position);
};

/** Two leaves change places. */
const reorderLeaves: Tamper = async ({ tx, pick, leaves }) => {
  const [a, b] = [oneOf(pick, leaves).position, oneOf(pick, leaves).position].sort((x, y) => x - y);
  if (a === b) return undefined;
  await tx.unsafe(
    `UPDATE log_leaves SET position = -1 WHERE position = ${a};
     UPDATE log_leaves SET position = ${a} WHERE position = ${b};
     UPDATE log_leaves SET position = ${b} WHERE position = -1`,
  );
  return at(a!);
};

/** The contents of two acts change places: within a run an order, between runs whose it was. */
const swapActs =
  (between: boolean): Tamper =>
  async (scene) => {
    const a = oneOf(scene.pick, actsOf(scene));
    const b = oneOf(scene.pick, actsOf(scene));
    if (a.position === b.position || (a.run === b.run) === between) return undefined;
    const { count } = await scene.tx.unsafe(
      `UPDATE history h SET act = o.act, actor = o.actor, at = o.at, recorded_at = o.recorded_at
       FROM history o WHERE (h.${actOf(a.ref).replace('AND ', 'AND h.')} AND o.${actOf(b.ref).replace('AND ', 'AND o.')})
         OR (h.${actOf(b.ref).replace('AND ', 'AND h.')} AND o.${actOf(a.ref).replace('AND ', 'AND o.')})`,
    );
    return count === 2 ? at(Math.min(a.position, b.position)) : undefined;
  };

/** A leaf is given to another run, with or without its act. */
const moveLeaf: Tamper = async ({ tx, pick, leaves, recorded }) => {
  const about = leaves.filter(({ run }) => run !== null);
  const { position, run } = oneOf(pick, about);
  const other = oneOf(pick, recorded.runs);
  if (other === run) return undefined;
  await tx.unsafe(`UPDATE log_leaves SET run_id = '${other}' WHERE position = ${position}`);
  return at(position);
};

/** The newest acts are taken away, with their leaves or without. */
const truncate: Tamper = async (scene) => {
  const acts = actsOf(scene);
  const first = acts[acts.length - 1 - scene.pick(Math.min(20, acts.length))]!;
  for (const { position, ref } of acts) {
    if (position >= first.position)
      await scene.tx.unsafe(`DELETE FROM history WHERE ${actOf(ref)}`);
  }
  if (scene.pick(2) === 0) {
    await scene.tx.unsafe(`DELETE FROM log_leaves WHERE position >= ${first.position}`);
  }
  return at(first.position);
};

/** The log is set back to an earlier checkpoint, tiles and all: nothing that is left is wrong, it only ends too early. */
const rollBack: Tamper = async ({ tx, pick, leaves }) => {
  const rows = await tx.unsafe<{ size: number }[]>(
    'SELECT size::float8 AS size FROM log_checkpoints ORDER BY log_checkpoints.size',
  );
  const to = rows[pick(rows.length - 1)]!.size;
  await tx.unsafe(
    `DELETE FROM log_checkpoints WHERE size > ${to};
     DELETE FROM history h USING log_leaves l WHERE l.position >= ${to} AND l.source = 'history' AND l.ref = h.run_id || '/' || h.seq;
     DELETE FROM log_leaves WHERE position >= ${to};
     UPDATE log_tiles SET hashes = substr(hashes, 1, ${to % 256} * 32) WHERE level = 0 AND index = ${Math.floor(to / 256)};
     DELETE FROM log_tiles WHERE level = 0 AND index > ${Math.floor(to / 256)};
     UPDATE log_state SET size = ${to}`,
  );
  return { position: to, until: leaves.length };
};

const editCheckpoint: Tamper = async ({ tx, pick, leaves }) => {
  const rows = await tx.unsafe<{ size: number; n: number }[]>(
    'SELECT size::float8 AS size, length(note) AS n FROM log_checkpoints ORDER BY log_checkpoints.size',
  );
  const { size, n } = oneOf(pick, rows);
  // The last base64 digit of 32 bytes and the line break after it carry bits nobody reads.
  await tx.unsafe(
    `UPDATE log_checkpoints SET note = ${flipped('note', 1 + pick(n - 3))} WHERE size = ${size}`,
  );
  return { position: 0, until: leaves.length };
};

const editDefinition: Tamper = async ({ tx, pick, leaves }) => {
  const table = 'definitions';
  await tx.unsafe(
    `UPDATE ${table} SET body = ${oneOf(pick, [
      `replace(body, '"hours"', '"calendar-days"')`,
      `replace(body, '"requires"', '"asks"')`,
      `replace(body, '"working-days"', '"hours"')`,
      `'{}'`,
    ])}`,
  );
  return { position: 0, until: leaves.length };
};

/** An act nobody logged appears. */
const insertAct: Tamper = async (scene) => {
  const { ref } = oneOf(scene.pick, actsOf(scene));
  const { count } = await scene.tx.unsafe(
    `INSERT INTO history (run_id, seq, act_id, act, actor, answers_digest, at, recorded_at, added_by)
     SELECT run_id, seq + 1000, act_id || 'x', act, actor, answers_digest, at, recorded_at, added_by
     FROM history WHERE ${actOf(ref)}`,
  );
  return count === 1
    ? { position: scene.leaves.length, until: scene.leaves.length + 1 }
    : undefined;
};

/** An act is changed and the whole log made again and signed with the stolen key: only somebody's own checkpoint shows it. */
const replaceAll: Tamper = async (scene) => {
  const { tx, recorded } = scene;
  const place = await editAct(scene);
  if (!place) return undefined;
  const sizes = await tx.unsafe<{ size: number }[]>(
    'SELECT size::float8 AS size FROM log_checkpoints ORDER BY log_checkpoints.size',
  );
  await tx.unsafe(
    `DELETE FROM log_leaves; DELETE FROM log_tiles; DELETE FROM log_checkpoints;
     UPDATE log_state SET size = 0, horizon = '0'`,
  );
  let done = 0;
  for (const { size } of sizes) {
    done += (await sequenceIn(tx, recorded.door, recorded.log.salts, size - done)).added;
    await issueCheckpoint(recorded.log, recorded.signer, false, tx);
  }
  return { position: 0, until: scene.leaves.length };
};

/** Every way, with how often it is chosen. */
export const TAMPERS: readonly {
  readonly name: string;
  readonly weight: number;
  readonly tamper: Tamper;
}[] = [
  { name: 'edit an act', weight: 24, tamper: editAct },
  { name: 'edit a leaf', weight: 14, tamper: editLeaf },
  { name: 'edit what a leaf says besides', weight: 4, tamper: editMore },
  { name: 'edit a stored hash', weight: 6, tamper: editTile },
  { name: 'edit a change or a reading', weight: 6, tamper: editOther },
  { name: 'drop an act', weight: 8, tamper: dropAct },
  { name: 'drop a leaf', weight: 6, tamper: dropLeaf },
  { name: 'reorder leaves', weight: 6, tamper: reorderLeaves },
  { name: 'reorder acts', weight: 5, tamper: swapActs(false) },
  { name: 'swap acts between runs', weight: 5, tamper: swapActs(true) },
  { name: 'give a leaf to another run', weight: 4, tamper: moveLeaf },
  { name: 'truncate', weight: 4, tamper: truncate },
  { name: 'set the log back', weight: 2, tamper: rollBack },
  { name: 'edit a checkpoint', weight: 2, tamper: editCheckpoint },
  { name: 'edit a definition', weight: 1, tamper: editDefinition },
  { name: 'insert an act', weight: 2, tamper: insertAct },
  { name: 'replace the whole log with the stolen key', weight: 1, tamper: replaceAll },
];

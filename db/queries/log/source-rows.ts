import type { Queryable } from './queryable.js';

/** A committed row that is not in the log yet; `data` as `SourceData` of its source. Instants are microseconds, as text. */
export interface UnloggedRow {
  readonly source: SourceTable;
  readonly ref: string;
  readonly runId: string | null;
  readonly data: string;
}

export type SourceTable = keyof typeof SOURCES;

const us = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint::text`;

const reading = (what: string, which: string) =>
  `json_build_object('what', ${what}, 'which', ${which}, 'institution', x.institution_id, 'account', x.account, 'access', x.access,
    'at', ${us('x.opened_at')})`;

/** A name that is none, because somebody changed it, finds nothing. */
const BY_ID = `x.id = CASE WHEN r.ref ~ '^[0-9]{1,18}$' THEN r.ref::bigint END`;

/** Every table whose rows become leaves: how a row is named, which run it is about and what the leaf commits to. */
const SOURCES = {
  history: {
    ref: `x.run_id || '/' || x.seq`,
    is: `x.run_id = substring(r.ref FROM '^(.*)/[0-9]{1,9}$') AND x.seq = substring(r.ref FROM '/([0-9]{1,9})$')::int`,
    run: 'x.run_id',
    data: `json_build_object('seq', x.seq, 'actId', x.act_id, 'act', x.act, 'actor', x.actor, 'answersDigest', x.answers_digest,
      'at', ${us('x.at')}, 'recordedAt', ${us('x.recorded_at')})`,
  },
  answer_openings: {
    ref: 'x.id::text',
    is: BY_ID,
    run: 'x.run_id',
    data: reading(`'answers'`, 'x.seq::text'),
  },
  share_openings: {
    ref: 'x.id::text',
    is: BY_ID,
    run: 'x.run_id',
    data: reading(`'share'`, 'x.share'),
  },
  case_openings: {
    ref: 'x.id::text',
    is: BY_ID,
    run: 'x.run_id',
    data: reading('x.what', 'x.which'),
  },
  definition_acts: {
    ref: `x.protocol || '/' || x.n`,
    is: `x.protocol || '/' || x.n = r.ref`,
    run: 'null',
    data: `json_build_object('what', 'definition_acts', 'how', x.kind, 'at', ${us('x.at')},
      'actor', json_build_object('institution', x.institution, 'account', x.account), 'content', json_build_object(
      'protocol', x.protocol, 'n', x.n, 'version', x.version, 'digest', x.digest, 'institution', x.institution, 'account', x.account,
      'reasons', encode(sha256(convert_to(coalesce(x.reasons, ''), 'UTF8')), 'hex'),
      'findings', encode(sha256(convert_to(coalesce(x.findings::text, ''), 'UTF8')), 'hex')))`,
  },
  register: {
    ref: 'x.id::text',
    is: BY_ID,
    run: 'null',
    data: `json_build_object('what', 'register', 'how', 'insert', 'at', ${us('x.entered_at')}, 'actor', x.actor, 'content', json_build_object(
      'id', x.id, 'change', x.change, 'source', x.source, 'note', x.note, 'actor', x.actor))`,
  },
  institution_names: {
    ref: `x.institution_id || '/' || x.since`,
    is: `x.institution_id || '/' || x.since = r.ref`,
    run: 'null',
    data: `json_build_object('what', 'institution_names', 'how', 'insert', 'at', ${us('x.entered_at')}, 'actor', x.actor, 'content', json_build_object(
      'institution', x.institution_id, 'since', x.since, 'es', x.name_es, 'en', x.name_en, 'source', x.source))`,
  },
  log_changes: {
    ref: 'x.id::text',
    is: BY_ID,
    run: 'null',
    data: `json_build_object('what', x.what, 'how', x.how, 'at', ${us('x.at')}, 'actor', x.actor, 'content', x.content)`,
  },
} as const;

const EACH = Object.entries(SOURCES) as [
  SourceTable,
  { ref: string; is: string; run: string; data: string },
][];

const unlogged = EACH.map(
  ([source, { ref, run, data }]) => `(
    SELECT '${source}' AS source, ${ref} AS ref, ${run} AS run_id, x.added_by, ${data}::text AS data FROM ${source} x
    WHERE x.added_by >= $1::xid8 AND x.added_by < $2::xid8
      AND NOT EXISTS (SELECT FROM log_leaves l WHERE l.source = '${source}' AND l.ref = ${ref})
    ORDER BY x.added_by LIMIT $3)`,
).join(' UNION ALL ');

/**
 * Rows of transactions in `[from, below)` that have no leaf, in the order of their transactions; acts of one run in their
 * own order, because a transaction that waited for another may have begun before it.
 */
export async function listUnlogged(
  tx: Queryable,
  range: { readonly from: string; readonly below: string; readonly limit: number },
): Promise<UnloggedRow[]> {
  const rows = await tx.unsafe<UnloggedRow[]>(
    `SELECT source, ref, run_id AS "runId", data FROM (${unlogged}) AS rows
     ORDER BY added_by, source, (CASE WHEN source = 'history' THEN (data::json->>'seq')::int ELSE 0 END), ref LIMIT $3`,
    [range.from, range.below, range.limit],
    { prepare: true },
  );
  return rows.map((row) => ({ ...row }));
}

/** The rows leaves are about, as they are now; a row that is not there any more is left out. */
export async function readLoggedRows(
  tx: Queryable,
  leaves: readonly { readonly source: string; readonly ref: string }[],
): Promise<UnloggedRow[]> {
  const found: UnloggedRow[] = [];
  for (const [source, { ref, is, run, data }] of EACH) {
    const refs = leaves.flatMap((leaf) => (leaf.source === source ? [leaf.ref] : []));
    if (refs.length === 0) continue;
    const rows = await tx.unsafe<UnloggedRow[]>(
      `SELECT '${source}' AS source, ${ref} AS ref, ${run} AS "runId", ${data}::text AS data
       FROM unnest($1::text[]) AS r(ref) JOIN ${source} x ON ${is}`,
      [refs],
    );
    found.push(...rows.map((row) => ({ ...row })));
  }
  return found;
}

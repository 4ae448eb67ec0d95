import type { SeatChangeRow } from '../rows.js';

/**
 * The part of the write that only acts about group operations need: lines of persons ($11), what operations declare
 * ($12), versions of their lists ($13). Its triggers count free seats; RT001 to RT003 are their refusals.
 */
export const WRITE_SEATS = `
seat AS (
  SELECT s.* FROM won JOIN json_to_recordset($11::text::json) AS s(run text, operation text, "takenSeq" int, seq int, list text,
    status text, "departsAt" float8, corrections int) ON s.run = won.id
),
seated AS (
  INSERT INTO manifest_entries (operation_id, run_id, seq, list, status, status_seq, departs_at)
  SELECT operation, run, "takenSeq", list, status, seq, to_timestamp("departsAt" / 1000) FROM seat WHERE "takenSeq" IS NOT NULL
  ON CONFLICT (operation_id, run_id) DO UPDATE SET seq = excluded.seq, list = excluded.list, status = excluded.status,
    status_seq = excluded.status_seq, departs_at = excluded.departs_at
),
reseated AS (
  UPDATE manifest_entries e SET status = s.status, status_seq = s.seq, corrections = e.corrections + s.corrections
  FROM seat s WHERE s."takenSeq" IS NULL AND e.operation_id = s.operation AND e.run_id = s.run
),
declared AS (
  INSERT INTO operations (run_id, purpose, capacity, departs_at, latest_at, point, seating, live, boarded)
  SELECT o.run, o.purpose, o.capacity, to_timestamp(o."departsAt" / 1000), to_timestamp(o."latestAt" / 1000), o.point, o.seating,
    o.live, o.boarded
  FROM won JOIN json_to_recordset($12::text::json) AS o(run text, purpose text, capacity int, "departsAt" float8,
    "latestAt" float8, point text, seating bool, live bool, boarded bool) ON o.run = won.id
  ON CONFLICT (run_id) DO UPDATE SET purpose = excluded.purpose, capacity = excluded.capacity, departs_at = excluded.departs_at,
    latest_at = excluded.latest_at, point = excluded.point, seating = excluded.seating, live = excluded.live,
    boarded = excluded.boarded
),
frozen AS (
  INSERT INTO manifest_versions (operation_id, version, seq, frozen_at, lines)
  SELECT m.run, m.version, m.seq, to_timestamp(m."frozenAt" / 1000), m.lines
  FROM won JOIN json_to_recordset($13::text::json) AS m(run text, version int, seq int, "frozenAt" float8, lines json) ON m.run = won.id
),`;

interface SeatParameter {
  readonly run: string;
  readonly operation: string;
  readonly takenSeq?: number;
  readonly seq: number;
  readonly list: string;
  readonly status: string;
  readonly departsAt: number;
  readonly corrections: number;
}

/** Several acts of one run may change the same line; it is written once, as the last of them left it. */
export function addSeat(
  seats: Map<string, SeatParameter>,
  run: string,
  seq: number,
  row: SeatChangeRow,
): void {
  const { operation, list, status, departsAt, taken, corrected } = row;
  const key = `${run}/${operation}`;
  const before = seats.get(key);
  const takenSeq = taken ? seq : before?.takenSeq;
  seats.set(key, {
    run,
    operation,
    seq,
    list,
    status,
    departsAt,
    corrections: (before?.corrections ?? 0) + (corrected ? 1 : 0),
    ...(takenSeq === undefined ? {} : { takenSeq }),
  });
}

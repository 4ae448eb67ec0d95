import type postgres from 'postgres';
import { findRuns, type StoredRun } from './find-run.js';

/** A run of a family and whose it is. */
export interface FamilyRun extends StoredRun {
  readonly member: string;
}

/** The run each member of a family is in now: of a person who went on under another protocol, the latest that is linked. */
export async function findFamily(sql: postgres.Sql, unit: string): Promise<FamilyRun[]> {
  const links = await sql.unsafe<{ id: string; member: string }[]>(
    'SELECT run_id AS id, member FROM family_members WHERE unit_id = $1 ORDER BY member, run_id',
    [unit],
    { prepare: true },
  );
  const members = new Map(links.map(({ id, member }) => [id, member]));
  const runs = await findRuns(sql, [...members.keys()]);
  return runs
    .filter(({ state }) => !members.has(state.ending?.continues?.run ?? ''))
    .map((run) => ({ ...run, member: members.get(run.id)! }))
    .sort((a, b) => (a.member < b.member ? -1 : 1));
}

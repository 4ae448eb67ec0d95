import type { UnloggedRow } from '../../db/queries/log/source-rows.js';
import type { SourceRow } from '../leaf/values.js';

const KINDS = {
  history: 'act',
  answer_openings: 'read',
  share_openings: 'read',
  case_openings: 'read',
  definition_acts: 'change',
  register: 'change',
  institution_names: 'change',
  log_changes: 'change',
} as const;

/** A committed row as the log takes it. */
export function sourceRow({ source, ref, runId, data }: UnloggedRow): SourceRow {
  const kind = KINDS[source];
  return { source, ref, kind, ...(runId === null ? {} : { run: runId }), ...JSON.parse(data) };
}

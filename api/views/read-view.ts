import type { ReadEntry } from '../../db/queries/log/reads.js';
import type { OpenRun } from '../runs/open-run.js';
import type { ReadEntryView } from '../schemas/runs.js';
import { institutionIn } from './words.js';

/** One reading in words. Which institution read is told to whoever may know all of the run, and of the own one. */
export function readView(
  { level, access, context, language }: OpenRun,
  { what, institution, at, position }: ReadEntry,
): ReadEntryView {
  const when = new Date(at).toISOString();
  const isTold = level === 'full' || institution === access.institution;
  return {
    at: when,
    what: what as ReadEntryView['what'],
    ...(isTold
      ? {
          institution: institutionIn(
            context.door.directory,
            institution,
            language,
            when.slice(0, 10),
          ),
        }
      : {}),
    ...(position === null ? {} : { position }),
  };
}

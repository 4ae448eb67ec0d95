import type { RowChanges, StepChange, StepRow } from '../rows.js';

/** Rows of the inbox as one statement writes them: each row once, as the last act left it. */
export interface StepWrites {
  readonly opened: readonly (StepRow & { run: string })[];
  readonly changed: readonly (StepChange & { run: string })[];
}

/**
 * Brings together what several acts of a statement do to the same row. The statement sees neither a row it adds itself
 * nor a second change of one row.
 */
export function mergeSteps(
  acts: Iterable<{ readonly run: string; readonly rows: RowChanges }>,
): StepWrites {
  const opened = new Map<string, StepRow & { run: string }>();
  const changed = new Map<string, StepChange & { run: string }>();
  for (const { run, rows } of acts) {
    const keyOf = ({ step, opening, role }: StepChange) => `${run}/${step}#${opening}/${role}`;
    for (const row of rows.opened) opened.set(keyOf(row), { ...row, run });
    for (const row of rows.changed) {
      const key = keyOf(row);
      const fresh = opened.get(key);
      if (fresh) opened.set(key, { ...fresh, ...row });
      else changed.set(key, { ...changed.get(key), ...row, run });
    }
  }
  return { opened: [...opened.values()], changed: [...changed.values()] };
}

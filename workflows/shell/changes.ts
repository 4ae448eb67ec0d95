import { patched } from '@temporalio/workflow';

/** One change of workflow code that runs already under way must not see. */
export interface Change {
  /** Day it was made, YYYY-MM-DD. */
  readonly on: string;
  readonly why: string;
  /** When no run that began before it can be alive any more, YYYY-MM-DD. */
  readonly removableOn: string;
}

/** Every change that needs a marker. Each has a history in `test/replay/histories` from before and one from after. */
export const CHANGES: Readonly<Record<string, Change>> = {};

/** Whether this run began after a change. Only registered ids are asked for, once, at the start of the workflow. */
export function hasChange(id: string): boolean {
  if (!Object.hasOwn(CHANGES, id)) throw new Error(`Change ${id} is not in the register`);
  return patched(id);
}

import type { Definition } from '../protocols/language/definition.js';
import type { Door, KnownRun } from './door.js';
import { getDefinition, rememberRun } from './known-runs.js';

/** A run of a case file and the act up to which it belongs to it. */
export interface CaseRun {
  readonly run: KnownRun;
  readonly definition: Definition;
  readonly upTo: number;
}

/**
 * The run and those it carries on, oldest first: one person's file across re-routes. What was written under protected
 * handling stays there: the runs of a victims' protocol are left out of the file of a run under any other, because a
 * packet made of them could tell what happened to the person.
 */
export async function listCaseFile(door: Door, run: KnownRun, upTo: number): Promise<CaseRun[]> {
  const file: CaseRun[] = [];
  const own = await getDefinition(door, run);
  let next: { run: KnownRun; upTo: number } | undefined = { run, upTo };
  while (next) {
    const definition = await getDefinition(door, next.run);
    if (definition.regime === own.regime || definition.regime !== 'victim') {
      file.unshift({ ...next, definition });
    }
    const origin: KnownRun['state']['origin'] = next.run.state.origin;
    const before: KnownRun | undefined = origin && (await rememberRun(door, origin.run));
    next = before && origin ? { run: before, upTo: origin.seq } : undefined;
  }
  return file;
}

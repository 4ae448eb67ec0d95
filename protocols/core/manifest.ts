import type { ManifestLine } from './acts.js';

/** What one version of a list says that another did not, by the runs of the persons. */
export interface ListDifference {
  /** Somebody is on the list who was not. */
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  /** The line was corrected, taken anew, or is on another list. */
  readonly changed: readonly string[];
}

/** The difference between two versions of a list; each list of runs in the order of the version that has them. */
export function differenceBetween(
  before: readonly ManifestLine[],
  after: readonly ManifestLine[],
): ListDifference {
  const was = new Map(before.map((line) => [line.run, line]));
  const is = new Map(after.map((line) => [line.run, line]));
  const differs = (line: ManifestLine) => {
    const old = was.get(line.run);
    return (
      old !== undefined &&
      (old.seq !== line.seq || old.corrections !== line.corrections || old.list !== line.list)
    );
  };
  return {
    added: after.filter(({ run }) => !was.has(run)).map(({ run }) => run),
    dropped: before.filter(({ run }) => !is.has(run)).map(({ run }) => run),
    changed: after.filter(differs).map(({ run }) => run),
  };
}

import type { Definition } from '../../language/definition.js';
import { canonicalJson } from '../../language/fingerprint.js';

/**
 * What tells two definitions apart, in names: the ids of the steps, events, facts and roles that differ, and whatever is
 * named in one version of them and not as often in the other.
 */
export function changedNames(before: Definition, after: Definition): string[] {
  const found = new Set<string>();
  for (const list of ['steps', 'events', 'facts', 'roles'] as const) {
    const known = new Map<string, object>(before[list].map((entry) => [entry.id, entry]));
    for (const entry of after[list]) {
      const old = known.get(entry.id);
      known.delete(entry.id);
      if (old === entry) continue;
      for (const name of differing(old, entry)) found.add(name);
      if (!old || canonicalJson(old) !== canonicalJson(entry)) found.add(entry.id);
    }
    for (const id of known.keys()) found.add(id);
  }
  return [...found];
}

function differing(before: object | undefined, after: object): string[] {
  if (!before) return [];
  const counts = new Map<string, number>();
  const count = (entry: object, by: number) => {
    for (const [, name = ''] of canonicalJson(entry).matchAll(/"([A-Za-z][\w:-]*)"(?!:)/g)) {
      counts.set(name, (counts.get(name) ?? 0) + by);
    }
  };
  count(before, 1);
  count(after, -1);
  return [...counts].flatMap(([name, left]) => (left === 0 ? [] : [name]));
}

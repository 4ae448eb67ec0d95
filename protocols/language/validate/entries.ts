import { ENTRY } from '../attribute.js';
import type { Definition } from '../definition.js';
import { onwardOf } from '../step.js';
import { consequencesOf, type Scope } from './scope.js';

/** The entries of this protocol, and where its re-routes lead, as far as the other protocols are known. */
export function checkEntries(scope: Scope, others: readonly Definition[] | undefined): void {
  const { definition } = scope;
  const entry = definition.attributes.find(({ id }) => id === ENTRY);
  if (entry) {
    const isStep = entry.options?.every(({ id }) => scope.ids.step.has(id)) ?? false;
    if (entry.type !== 'code' || !entry.atStart || entry.initially === undefined || !isStep) {
      scope.report('entry-form', `attributes/${ENTRY}`);
    }
  }
  if (!others) return;
  for (const { where, does } of consequencesOf(definition)) {
    for (const { protocol, entry: wanted } of onwardOf(does)) {
      const target = protocol === definition.id ? definition : newest(others, protocol);
      const path = `${where}/continues`;
      if (!target) scope.report('continues-unknown', path, { protocol });
      else if (!hasEntry(target, wanted)) {
        scope.report('entry-unknown', path, { protocol, entry: wanted });
      }
    }
  }
}

function hasEntry(target: Definition, entry: string): boolean {
  const declared = target.attributes.find(({ id }) => id === ENTRY);
  return declared?.options?.some(({ id }) => id === entry) ?? false;
}

function newest(others: readonly Definition[], id: string): Definition | undefined {
  const versions = others.filter((other) => other.id === id);
  return versions.sort((a, b) => b.version - a.version)[0];
}

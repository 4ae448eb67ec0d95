import { canonicalJson } from '../fingerprint.js';
import type { Length } from '../deadline.js';
import type { Consequences, Outcome, Setting } from '../step.js';
import { isWithin } from './lengths.js';
import { type Weakening, weakening } from './weakening-words.js';

/** What decides what follows an answer; none of it is a country's to change. */
const DECIDES = [
  'assigns',
  'withdraws',
  'ends',
  'continues',
  'bySilence',
  'keepsOpen',
  'alone',
  'despiteMissing',
  'keepsTimeLeft',
  'endsSeries',
] as const;

/** How an outcome or event does less to protect, or more towards a departure, than before. */
export function weakerConsequences(
  before: Consequences & Partial<Outcome>,
  after: Consequences & Partial<Outcome>,
  where: string,
  known?: ReadonlySet<string>,
): Weakening[] {
  const found: Weakening[] = [];
  for (const fact of before.clears ?? []) {
    if (after.clears?.includes(fact)) continue;
    found.push(weakening('clearing-removed', where, { fact }));
  }
  for (const part of DECIDES) {
    if (canonicalJson(before[part] ?? null) === canonicalJson(after[part] ?? null)) continue;
    found.push(weakening('outcome-changed', where, { part }));
  }
  const given = settings(before.sets);
  for (const [fact, validFor] of settings(after.sets)) {
    if (!given.has(fact)) {
      if (known === undefined || known.has(fact)) {
        found.push(weakening('fact-given', where, { fact }));
      }
    } else if (isLonger(given.get(fact), validFor)) {
      found.push(weakening('validity-longer', where, { fact }));
    }
  }
  const still = settings(after.sets);
  for (const fact of given.keys()) {
    if (!still.has(fact)) found.push(weakening('fact-withheld', where, { fact }));
  }
  return found;
}

function settings(sets: readonly Setting[] = []): Map<string, Length | undefined> {
  return new Map(
    sets.map((setting) =>
      typeof setting === 'string' ? [setting, undefined] : [setting.fact, setting.validFor],
    ),
  );
}

/** Whether a validity may end later than before, in any calendar. */
function isLonger(before: Length | undefined, after: Length | undefined): boolean {
  if (before === undefined) return false;
  if (after === undefined) return true;
  return !isWithin(after, before);
}

import type { Setting, Share } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import type { Change } from '../changes.js';
import { type Difference, differ, type Versions } from '../difference.js';
import { sayList, saySetting } from '../words.js';

/** A new way to a fact that steps required before is a way around whoever gave it until now. */
export function newWays(
  change: Pick<Change, 'path'>,
  { before, required }: Versions,
  place: Text,
  given: readonly Setting[],
): Difference[] {
  return given.map((setting) => {
    const fact = factOf(setting);
    const isOld = before.facts.some(({ id }) => id === fact);
    return differ(
      change,
      'safeguard',
      isOld && required.has(fact),
      { es: '{place} da ahora «{fact}».', en: '{place} now gives "{fact}".' },
      { place, fact: saySetting(setting) },
    );
  });
}

/** Data that goes to somebody it did not go to. */
export function newShare(change: Pick<Change, 'path'>, step: Text, share: Share): Difference {
  return differ(
    change,
    'share',
    true,
    {
      es: '{step} envía además {categories} a {to}.',
      en: '{step} also sends {categories} to {to}.',
    },
    { step, categories: sayList(share.categories), to: share.to },
  );
}

export function factOf(setting: Setting): string {
  return typeof setting === 'string' ? setting : setting.fact;
}

import type { AttributeValue } from './attribute.js';
import type { Field, Reference } from './form.js';

/** After every date that is written `YYYY-MM-DD`. */
const LATER = '~';

/**
 * What checked answers bring into the run: the attributes, planned dates (epoch milliseconds), last days of facts (local
 * dates, the earliest of each) and codes of things outside the run their fields name. Nothing else of an answer leaves the sealed form.
 */
export function broughtBy(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): {
  assigns?: Record<string, AttributeValue>;
  dates?: Record<string, number>;
  ends?: Record<string, string>;
  refers?: Partial<Record<Reference, string>>;
} {
  const assigns: Record<string, AttributeValue> = {};
  const dates: Record<string, number> = {};
  const ends: Record<string, string> = {};
  const references: Partial<Record<Reference, string>> = {};
  for (const { id, assigns: attribute, plans: date, ends: fact, refers } of fields) {
    const value = values[id];
    if (value === undefined) continue;
    if (attribute) assigns[attribute] = value as AttributeValue;
    if (date) dates[date] = Date.parse(String(value));
    const on = String(value);
    if (fact && on < (ends[fact] ?? LATER)) ends[fact] = on;
    if (refers) references[refers] = String(value);
  }
  return {
    ...(Object.keys(assigns).length > 0 ? { assigns } : {}),
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
    ...(Object.keys(ends).length > 0 ? { ends } : {}),
    ...(Object.keys(references).length > 0 ? { refers: references } : {}),
  };
}

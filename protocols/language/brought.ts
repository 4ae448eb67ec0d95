import type { AttributeValue } from './attribute.js';
import type { Field, Reference } from './form.js';

/**
 * What checked answers bring into the run: the attributes, planned dates (epoch milliseconds) and codes of things
 * outside the run their fields name. Nothing else of an answer leaves the sealed form.
 */
export function broughtBy(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): {
  assigns?: Record<string, AttributeValue>;
  dates?: Record<string, number>;
  refers?: Partial<Record<Reference, string>>;
} {
  const assigns: Record<string, AttributeValue> = {};
  const dates: Record<string, number> = {};
  const references: Partial<Record<Reference, string>> = {};
  for (const { id, assigns: attribute, plans: date, refers } of fields) {
    const value = values[id];
    if (value === undefined) continue;
    if (attribute) assigns[attribute] = value as AttributeValue;
    if (date) dates[date] = Date.parse(String(value));
    if (refers) references[refers] = String(value);
  }
  return {
    ...(Object.keys(assigns).length > 0 ? { assigns } : {}),
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
    ...(Object.keys(references).length > 0 ? { refers: references } : {}),
  };
}

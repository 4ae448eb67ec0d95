import type { AttributeValue } from './attribute.js';
import type { Field } from './form.js';

/**
 * What checked answers bring into the run: the attributes and planned dates (epoch milliseconds) their fields name.
 * Nothing else of an answer leaves the sealed form.
 */
export function broughtBy(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): { assigns?: Record<string, AttributeValue>; dates?: Record<string, number> } {
  const assigns: Record<string, AttributeValue> = {};
  const dates: Record<string, number> = {};
  for (const { id, assigns: attribute, plans: date } of fields) {
    const value = values[id];
    if (value === undefined) continue;
    if (attribute) assigns[attribute] = value as AttributeValue;
    if (date) dates[date] = Date.parse(String(value));
  }
  return {
    ...(Object.keys(assigns).length > 0 ? { assigns } : {}),
    ...(Object.keys(dates).length > 0 ? { dates } : {}),
  };
}

import type { Brought } from '../../core/acts.js';
import type { OpenStep } from '../../core/state.js';
import type { AttributeValue } from '../../language/attribute.js';
import type { Field } from '../../language/form.js';
import type { Outcome } from '../../language/step.js';
import type { Profile } from '../profile/profile.js';
import { pickWeighted, type Random, sampleSpread } from '../random.js';

const DAY = 86_400_000;
/** An interim result is given so often before the institution settles on an answer. */
const MOST_INTERIM = 2;
/** How often a question that may be left open is answered. */
const ANSWERED = 0.5;

/** One of the values an attribute may have. */
export function chooseValue(
  random: Random,
  values: Profile['attributes'][string],
): AttributeValue | undefined {
  return values[
    pickWeighted(
      random,
      values.map(({ weight }) => weight),
    )
  ]?.value;
}

/**
 * What a signer answers: as the others did, otherwise by the weights. `interim` counts the interim results of this
 * opening. Undefined while the answer must wait for a missing requirement; `insists` then takes one that need not.
 */
export function chooseOutcome(
  random: Random,
  outcomes: readonly Outcome[],
  weights: readonly number[],
  open: OpenStep,
  interim: number,
  insists: boolean,
): Outcome | undefined {
  for (const role in open.signatures) {
    const agreed = outcomes.find(({ id }) => id === open.signatures![role]!.outcome);
    if (agreed) return open.missing && !agreed.despiteMissing ? undefined : agreed;
  }
  const mayChoose = (outcome: Outcome): boolean =>
    !(outcome.keepsOpen && interim >= MOST_INTERIM) &&
    !(insists && open.missing && !outcome.despiteMissing);
  const index = pickWeighted(
    random,
    outcomes.map((outcome, position) => (mayChoose(outcome) ? weights[position]! : 0)),
  );
  const chosen = outcomes[index];
  return chosen && open.missing && !chosen.despiteMissing ? undefined : chosen;
}

/** The codes and dates that the answers to a form bring: what must be answered, and half of what may be. */
export function chooseBrought(
  random: Random,
  fields: readonly Field[] | undefined,
  outcome: string,
  at: number,
  profile: Profile,
  leastAhead: (date: string) => number,
): Brought {
  let assigns: Record<string, AttributeValue> | undefined;
  let dates: Record<string, number> | undefined;
  for (const { assigns: attribute, plans: date, required } of fields ?? []) {
    if (!attribute && !date) continue;
    const asked = Array.isArray(required) ? required.includes(outcome) : required === true;
    if (!asked && (Array.isArray(required) || random.next() >= ANSWERED)) continue;
    if (attribute) {
      const value = chooseValue(random, profile.attributes[attribute] ?? []);
      if (value !== undefined) assigns = { ...assigns, [attribute]: value };
    }
    if (date) {
      const ahead = sampleSpread(random, profile.dates[date]!) * DAY;
      dates = {
        ...dates,
        [date]: Math.round(at + Math.min(Math.max(ahead, leastAhead(date)), MOST_AHEAD)),
      };
    }
  }
  return { ...(assigns ? { assigns } : {}), ...(dates ? { dates } : {}) };
}

/** Nobody plans further ahead than the core accepts. */
const MOST_AHEAD = 4 * 365 * DAY;

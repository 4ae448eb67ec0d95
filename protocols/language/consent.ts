import type { Condition } from './condition.js';
import type { Length } from './deadline.js';
import type { Names } from './names.js';
import type { Source, Text } from './text.js';

export const CONSENT_KINDS = ['return', 'sharing', 'contact', 'support', 'record'] as const;
/**
 * What somebody agrees to: `return` going home itself, `sharing` that named bodies learn something, `contact` being
 * contacted later, `support` assistance and its follow-up, `record` photos and recordings.
 */
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** What says in the run that a consent holds: a fact, or a yes/no attribute a question of a form gives. */
export type ConsentMark<N extends Names = Names> =
  | { readonly fact: N['fact'] }
  | { readonly attribute: N['attribute'] };

/** One thing a person is asked to agree to, apart from everything else. */
export interface Consent<N extends Names = Names> {
  readonly id: N['purpose'];
  readonly kind: ConsentKind;
  readonly title: Text;
  /** What is agreed to in plain words, as it is read aloud and printed. */
  readonly text: Text;
  readonly ground: Source;
  /** Holds exactly while the consent does. */
  readonly holds: ConsentMark<N>;
  /** Time to think: it is not asked earlier than this after that answer, in which it was explained. */
  readonly coolingOff?: Length & { readonly after: `${N['step']}:${string}` };
  /** How long it is good for without being asked again. */
  readonly expires?: Length;
  /** It is asked again within this time before a planned date; the fact holds while that answer does. */
  readonly reconfirm?: Length & { readonly before: N['date']; readonly fact: N['fact'] };
}

/** What a step does with one consent, by its outcomes. */
export interface ConsentAsked<N extends Names = Names> {
  readonly purpose: N['purpose'];
  /** The person agrees; with a mark that is an attribute, what the form says decides. */
  readonly gives?: readonly string[];
  /** The person, who had agreed, says so again. */
  readonly reconfirms?: readonly string[];
  /** The person does not agree, or no longer. */
  readonly refuses?: readonly string[];
}

/** That the consent holds, as a condition. */
export function holding<N extends Names>({ holds }: Pick<Consent<N>, 'holds'>): Condition<N> {
  return 'fact' in holds ? holds.fact : { attribute: holds.attribute, is: true };
}

/** The declaration of a purpose, undefined where the definition has none of the name. */
export function findConsent<C extends { readonly id: string }>(
  { consents }: { readonly consents?: readonly C[] },
  purpose: string,
): C | undefined {
  return consents?.find(({ id }) => id === purpose);
}

/**
 * While this holds the share is withheld: its own `unless`, or the consent it rests on not standing. A share that rests
 * on a purpose nobody declared is withheld always. Undefined for a share nothing withholds.
 */
export function withheldWhile(
  definition: { readonly consents?: readonly Consent[] },
  { unless, restsOn }: { readonly unless?: Condition; readonly restsOn?: string },
): Condition | undefined {
  if (restsOn === undefined) return unless;
  const consent = findConsent(definition, restsOn);
  const lacking: Condition = consent ? { not: holding(consent) } : 'start';
  return unless ? { any: [unless, lacking] } : lacking;
}

/** The outcomes by which a step gives or reconfirms some consent: those the record is asked with. */
export function consentingOutcomes(asked: readonly ConsentAsked[] | undefined): string[] {
  return [
    ...new Set(
      (asked ?? []).flatMap(({ gives, reconfirms }) => [...(gives ?? []), ...(reconfirms ?? [])]),
    ),
  ];
}

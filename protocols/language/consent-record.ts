import { type ConsentAsked, consentingOutcomes } from './consent.js';
import type { Field, FieldType } from './form.js';
import type { Step } from './step.js';

/** The questions of the record of a consent, the same wherever one is given: their ids and the sort of answer. */
export const RECORD = {
  'consent-whose': 'code',
  'consent-language': 'text',
  'consent-interpreter': 'code',
  'consent-reading': 'code',
  'consent-read-aloud': 'boolean',
  'consent-private': 'boolean',
  'consent-revocable': 'boolean',
  'consent-how': 'code',
  'consent-text': 'text',
} as const satisfies Readonly<Record<string, FieldType>>;
export type RecordQuestion = keyof typeof RECORD;

/** Asked besides where the person may be under 18: whether the child agrees too. */
export const ASSENT = 'consent-assent';

/** Who may decide: the adult person, whoever the law lets decide in their place. Never another adult. */
export const DECIDERS = ['person', 'guardian', 'parents', 'representative'] as const;
export type Decider = (typeof DECIDERS)[number];

/** The codes an answer of the record may have, where one decides whether the consent counts. */
export const RECORD_CODES = {
  'consent-whose': DECIDERS,
  'consent-reading': ['reads', 'with-companion', 'no-companion-wanted'],
  'consent-how': ['signature', 'thumb', 'recorded', 'none'],
} as const satisfies Partial<Record<RecordQuestion, readonly string[]>>;

/**
 * The questions of the record a step lacks: not there, of another sort, with codes nobody knows, not asked with an
 * outcome that gives, or answered by people where the system must.
 */
export function lackingRecord({ form, consent }: Pick<Step, 'form' | 'consent'>): RecordQuestion[] {
  const outcomes = consentingOutcomes(consent);
  if (outcomes.length === 0) return [];
  return (Object.keys(RECORD) as RecordQuestion[]).filter((id) => {
    const field = form?.find((one) => one.id === id);
    return !field || !fits(field, id, outcomes);
  });
}

function fits(field: Field, id: RecordQuestion, outcomes: readonly string[]): boolean {
  if (field.type !== RECORD[id]) return false;
  if (id === 'consent-text') return field.fills === 'consent-text';
  const codes: readonly string[] | undefined = RECORD_CODES[id as keyof typeof RECORD_CODES];
  if (codes && (field.options ?? []).some((option) => !codes.includes(option.id))) return false;
  const { required } = field;
  return (
    required === true ||
    (Array.isArray(required) && outcomes.every((one) => required.includes(one)))
  );
}

/** The consents an answer asks about, with what the outcome does to each. */
export function askedWith(
  asked: readonly ConsentAsked[] | undefined,
  outcome: string,
): readonly ConsentAsked[] {
  return (asked ?? []).filter(
    ({ gives, reconfirms }) => gives?.includes(outcome) || reconfirms?.includes(outcome),
  );
}

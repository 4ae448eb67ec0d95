import type { Names } from './names.js';
import type { Text } from './text.js';

/**
 * Categories of data: D1 basic identity, D2 contact and place, D3 biometrics (match results only), D4 family,
 * D5a fitness and needs in transit, D5b clinical record, D6 protection account, D7 special-need codes, D8 legal
 * situation, D9 criminal records and alerts, D10 travel and logistics, D11 socio-economic profile,
 * D12 reintegration, D13 anonymous statistics.
 */
export const CATEGORIES = [
  'D1',
  'D2',
  'D3',
  'D4',
  'D5a',
  'D5b',
  'D6',
  'D7',
  'D8',
  'D9',
  'D10',
  'D11',
  'D12',
  'D13',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const FIELD_TYPES = [
  'text',
  'long-text',
  'date',
  'instant',
  'number',
  'boolean',
  'code',
  'codes',
] as const;
/** `date` is a day, `instant` a moment with zone, `code` one of the options, `codes` any number of them. */
export type FieldType = (typeof FIELD_TYPES)[number];

export const FILLINGS = ['consent-text'] as const;
/** What the system answers by itself: which text of the consents of the step the person was shown. */
export type Filling = (typeof FILLINGS)[number];

export const REFERENCES = ['operation', 'point'] as const;
/** What outside the run an answer may name by its code: a group operation, a handover point. */
export type Reference = (typeof REFERENCES)[number];

export const IDENTITY_PARTS = [
  'name',
  'birth-date',
  'nationality',
  'document-number',
  'photo',
] as const;
/** What of a person an authority of origin may be told so that it can say whose national the person is; nothing else. */
export type IdentityPart = (typeof IDENTITY_PARTS)[number];

/**
 * One question of a step's form. The answer is stored encrypted; only what it `assigns`, `plans`, `ends` or `refers` to
 * enters the run.
 */
export interface Field<N extends Names = Names> {
  readonly id: string;
  readonly type: FieldType;
  readonly category: Category;
  readonly label: Text;
  readonly hint?: Text;
  /** Must be answered; or must be answered when one of these outcomes is chosen. */
  readonly required?: boolean | readonly string[];
  /**
   * With these outcomes the answer must be yes, because they say that it is so: a no belongs to another outcome, or
   * leaves the step open. Only for `boolean`, and needed with each of them.
   */
  readonly yesFor?: readonly string[];
  readonly options?: readonly { readonly id: string; readonly title: Text }[];
  /** The answer is this part of the person's identity; only for category D1. */
  readonly identity?: IdentityPart;
  /** Longest text, in characters; 200 for `text`, 4,000 for `long-text` unless given. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** The answer becomes this attribute of the run; only for `boolean`, `number`, `code`. */
  readonly assigns?: N['attribute'];
  /** The answer becomes this planned date of the run; only for `instant`. */
  readonly plans?: N['date'];
  /**
   * The answer is the last day on which this fact, which the answer sets, still holds, in the lead's zone; its `validFor`
   * stays the longest. Only for `date`, and needed with each outcome that sets it.
   */
  readonly ends?: N['fact'];
  /**
   * The answer is the handover point at which this planned date takes place; only for `text`. A pack with points turns
   * the question into a choice among them, and date and point are then judged together.
   */
  readonly places?: N['date'];
  /** The answer is the code of something outside the run and becomes part of the act; only for `text`. */
  readonly refers?: Reference;
  /** Nobody is asked: the system writes the answer, and refuses one that is given; only for `text`. */
  readonly fills?: Filling;
}

import type { Condition } from '../language/condition.js';
import type { Deadline, Length, Silence, Unit } from '../language/deadline.js';
import type { Category, Field, FieldType } from '../language/form.js';
import type { Outcome, Share, Step } from '../language/step.js';
import type { Source, Text } from '../language/text.js';
import type { MinorNames } from './names.js';

export type MinorStep = Step<MinorNames>;
type MinorOutcome = Outcome<MinorNames>;
export type MinorCondition = Condition<MinorNames>;
type MinorField = Field<MinorNames>;
type MinorShare = Share<MinorNames>;
type MinorDeadline = Deadline<MinorNames>;

/** A text in both languages, Spanish first. */
export const t = (es: string, en: string): Text => ({ es, en });

/** A rule whose text was read. */
export const law = (ref: string): Source => ({ mark: 'source', ref });
/** A known rule whose paragraph was not read again. */
export const known = (ref: string): Source => ({ mark: 'memory', ref });
/** A real rule of another corridor that only sizes the value. */
export const comparator = (ref: string): Source => ({ mark: 'comparator', ref });
/** A product choice an administrator may change. */
export const choice = (ref: string): Source => ({ mark: 'proposal', ref });

/** A length of time. */
export const span = (length: number, unit: Unit): Length => ({ length, unit });

/** A deadline; counted from the opening unless `more` says otherwise. */
export const due = (
  length: number,
  unit: Unit,
  silence: Silence,
  source: Source,
  more: Omit<MinorDeadline, 'length' | 'unit' | 'silence' | 'source'> = {},
): MinorDeadline => ({ length, unit, silence, source, ...more });

/** One question of a form. */
export const ask = (
  id: string,
  type: FieldType,
  category: Category,
  label: Text,
  more: Omit<MinorField, 'id' | 'type' | 'category' | 'label'> = {},
): MinorField => ({ id, type, category, label, ...more });

/** A question that must be answered. */
export const must = (
  id: string,
  type: FieldType,
  category: Category,
  label: Text,
  more: Omit<MinorField, 'id' | 'type' | 'category' | 'label' | 'required'> = {},
): MinorField => ({ id, type, category, label, required: true, ...more });

/** One possible answer. */
export const outcome = (
  id: string,
  title: Text,
  more: Omit<MinorOutcome, 'id' | 'title'> = {},
): MinorOutcome => ({ id, title, ...more });

/** Data for one recipient. */
export const share = (
  id: string,
  to: MinorNames['role'],
  categories: readonly Category[],
  purpose: Text,
  ground: Source,
  more: Omit<MinorShare, 'id' | 'to' | 'categories' | 'purpose' | 'ground'> = {},
): MinorShare => ({ id, to, categories, purpose, ground, ...more });

/** One option of a `code` or `codes` question. */
export const option = (id: string, es: string, en: string) => ({ id, title: t(es, en) });

/** The free text in which whoever decides gives reasons; a protection account, so it leaves the closed list never. */
export const REASONS = must('reasons', 'long-text', 'D6', t('Motivos', 'Reasons'));

import type { Definition, ProtocolEvent } from '../language/definition.js';
import type { Step } from '../language/step.js';
import type { Text } from '../language/text.js';
import type { Change } from './changes.js';
import { both } from './words.js';

export const SUBJECTS = [
  'safeguard',
  'deadline',
  'share',
  'text',
  'step',
  'outcome',
  'event',
  'form',
  'role',
  'source',
  'other',
] as const;
/** What a difference is about; `safeguard` for requirements, decisions and what clears or gives a fact. */
export type Subject = (typeof SUBJECTS)[number];

/** One thing a later version does differently. */
export interface Difference {
  readonly subject: Subject;
  /** Path of ids, e.g. `steps/departure/requires`. */
  readonly where: string;
  /** What is different, in words. */
  readonly text: Text;
  /** Protects less, or cannot be shown to protect as much. */
  readonly weakens: boolean;
}

/** What a rule may look at besides the change itself. */
export interface Versions {
  readonly before: Definition;
  readonly after: Definition;
  /** Facts some step requires, in either version. */
  readonly required: ReadonlySet<string>;
}

/** Says one change in words. */
export type DifferenceRule = (change: Change, versions: Versions) => readonly Difference[];

/** A difference at the place of a change. Texts may hold `{name}`: what fills it is given as text or plain. */
export function differ(
  { path }: Pick<Change, 'path'>,
  subject: Subject,
  weakens: boolean,
  text: Text,
  params: Readonly<Record<string, string | number | Text>> = {},
): Difference {
  const fill = (language: 'es' | 'en') =>
    text[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      return typeof value === 'object' ? value[language] : String(value ?? '');
    });
  return { subject, where: path.join('/'), text: both(fill), weakens };
}

/** The step a change is in, as it was, else as it is. */
export function stepOf({ path }: Change, { before, after }: Versions): Step | undefined {
  const [, id] = path;
  return find(before.steps, id) ?? find(after.steps, id);
}

/** A step by title and id. */
export function sayStep(step: Step | ProtocolEvent | undefined, id = ''): Text {
  if (!step) return { es: `«${id}»`, en: `"${id}"` };
  return { es: `«${step.title.es}» (${step.id})`, en: `"${step.title.en}" (${step.id})` };
}

/** The event a change is in, as it was, else as it is. */
export function eventOf({ path }: Change, { before, after }: Versions): ProtocolEvent | undefined {
  const [, id] = path;
  return find(before.events, id) ?? find(after.events, id);
}

export function find<T extends { readonly id: string }>(
  list: readonly T[],
  id: string | undefined,
): T | undefined {
  return list.find((entry) => entry.id === id);
}

/** What is in the first list and not in the second. */
export function lacking(from: unknown, then: unknown): string[] {
  const left = listOf(then);
  return listOf(from).filter((entry) => !left.includes(entry));
}

/** A list of codes, one code, or nothing, as a list. */
export function listOf(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

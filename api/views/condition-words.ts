import type { Condition } from '../../protocols/language/condition.js';
import type { Definition } from '../../protocols/language/definition.js';
import { type Language, say } from '../language.js';
import { atomWords } from './atom-words.js';

/** A condition as people read it: one sentence, or several of which all or any must be so. */
export type ConditionWords =
  | string
  | { readonly of: 'all' | 'any'; readonly parts: readonly ConditionWords[] };

/** A condition in words, by the titles of the definition. “Not” is said of the single sentences, never of a group. */
export function conditionWords(
  definition: Definition,
  condition: Condition,
  language: Language,
): ConditionWords {
  return wordsOf(definition, condition, language, true);
}

function wordsOf(
  definition: Definition,
  condition: Condition,
  language: Language,
  holds: boolean,
): ConditionWords {
  if (typeof condition === 'string') {
    return say(atomWords(definition, condition, holds ? 'holds' : 'absent'), language);
  }
  if ('not' in condition) return wordsOf(definition, condition.not, language, !holds);
  if ('attribute' in condition) return attributeWords(definition, condition, language, holds);
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) =>
    wordsOf(definition, part, language, holds),
  );
  return together(isAll === holds ? 'all' : 'any', parts);
}

/** One part needs no list, and a list within a list of the same kind is one list. */
function together(of: 'all' | 'any', parts: readonly ConditionWords[]): ConditionWords {
  const flat = parts.flatMap((part) =>
    typeof part !== 'string' && part.of === of ? part.parts : [part],
  );
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { of, parts: flat };
}

const WORDS = {
  es: {
    yes: 'sí',
    no: 'no',
    is: (title: string, values: string) => `${title}: ${values}`,
    isNot: (title: string, values: string) => `${title}: no es «${values}»`,
  },
  en: {
    yes: 'yes',
    no: 'no',
    is: (title: string, values: string) => `${title}: ${values}`,
    isNot: (title: string, values: string) => `${title}: is not “${values}”`,
  },
} as const;

function attributeWords(
  { attributes }: Definition,
  { attribute, is }: Extract<Condition, { readonly attribute: string }>,
  language: Language,
  holds: boolean,
): string {
  const words = WORDS[language];
  const known = attributes.find(({ id }) => id === attribute);
  const title = known ? say(known.title, language) : attribute;
  const values = [is].flat();
  if (values.length === 1 && typeof values[0] === 'boolean') {
    return words.is(title, values[0] === holds ? words.yes : words.no);
  }
  const named = values.map((value) => {
    const option = known?.options?.find(({ id }) => id === value);
    return option ? say(option.title, language) : String(value);
  });
  const list = new Intl.ListFormat(language, { type: 'disjunction' }).format(named);
  return holds ? words.is(title, list) : words.isNot(title, list);
}

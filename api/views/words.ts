import type { Directory } from '../../door/directory.js';
import type { Unmet } from '../../protocols/core/explain.js';
import type { RunState } from '../../protocols/core/state.js';
import type { ConditionView } from '../../protocols/language/condition.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Text } from '../../protocols/language/text.js';
import { type Language, say } from '../language.js';
import type { NamedView, ReasonView } from '../schemas/common.js';
import { atomWords } from './atom-words.js';

/** An id with its title; the id itself where the definition has none, e.g. the ending `transferred`. */
export function namedIn(
  list: readonly { readonly id: string; readonly title: Text }[],
  id: string,
  language: Language,
): NamedView {
  const found = list.find((candidate) => candidate.id === id);
  return { id, title: found ? say(found.title, language) : (OTHER_TITLES[id]?.[language] ?? id) };
}

const OTHER_TITLES: Readonly<Record<string, Text>> = {
  transferred: { es: 'Continúa en otro protocolo', en: 'Goes on under another protocol' },
};

/** An institution by its name in the directory, today or as it was on a date. */
export function institutionIn(
  directory: Directory,
  id: string,
  language: Language,
  on?: string,
): NamedView {
  const known = directory.findName(id, on);
  return { id, title: (language === 'es' ? known?.nameEs : known?.nameEn) ?? id };
}

/** A State by its name. */
export function stateIn(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** The sentence of a fact that does not hold. */
export function missingFact(definition: Definition, id: string, language: Language): ReasonView {
  const fact = definition.facts.find((candidate) => candidate.id === id);
  return { code: id, text: fact ? say(fact.missing, language) : id };
}

/** Why a step is not called for yet: one part of its guard in words. */
export function waitsFor(
  definition: Definition,
  state: RunState,
  view: ConditionView,
  atom: string,
  language: Language,
): ReasonView {
  const fact = definition.facts.find((candidate) => candidate.id === atom);
  // A fact that holds can only be in the way of a guard that asks for its absence.
  if (fact)
    return { code: atom, text: say(state.facts[atom] ? fact.title : fact.missing, language) };
  const attribute = definition.attributes.find((candidate) => candidate.id === atom);
  if (attribute) return { code: atom, text: say(attribute.title, language) };
  const { es, en } = atomWords(definition, atom, view.holds(atom) ? 'holds' : 'awaited');
  return { code: atom, text: language === 'es' ? es : en };
}

const GROUPS = {
  es: {
    all: (parts: string) => `Todo esto (${parts})`,
    any: (parts: string) => `Al menos una de estas cosas (${parts})`,
  },
  en: {
    all: (parts: string) => `All of this (${parts})`,
    any: (parts: string) => `At least one of these (${parts})`,
  },
} as const;

/** What a step waits for: sentences of which all or any are needed; a group within is one of them. */
export function awaitedWords(
  unmet: Unmet,
  textOf: (atom: string) => string,
  language: Language,
): { readonly of: 'all' | 'any'; readonly parts: string[] } {
  const say = (part: Unmet): string =>
    typeof part === 'string'
      ? textOf(part)
      : GROUPS[language][part.of](part.parts.map(say).join('; '));
  if (typeof unmet === 'string') return { of: 'all', parts: [textOf(unmet)] };
  return { of: unmet.of, parts: unmet.parts.map(say) };
}

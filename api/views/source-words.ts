import type { Source } from '../../protocols/language/text.js';
import type { Language } from '../language.js';
import type { StepDetailView } from '../schemas/steps.js';

type Mark = StepDetailView['basis'][number]['mark'];

/** How sure the origin of a rule is; nothing where the text was read. */
const MARK_WORDS: Readonly<Record<Language, Readonly<Record<Mark, string>>>> = {
  es: {
    source: '',
    memory: 'por confirmar en el texto',
    comparator: 'tomado de otro corredor',
    proposal: 'propuesta, sin fuente',
  },
  en: {
    source: '',
    memory: 'to be confirmed in the text',
    comparator: 'taken from another corridor',
    proposal: 'proposed, without a source',
  },
};

/** Where a rule comes from, with how sure that is: “MX LM art. 111”, “… (propuesta, sin fuente)”. */
export function sourceWords({ ref, mark }: Source, language: Language): string {
  const words = MARK_WORDS[language][mark];
  return words === '' ? ref : `${ref} (${words})`;
}

import type { Language } from '../language.js';
import type { StepDetailView } from '../schemas/steps.js';

type Mark = StepDetailView['basis'][number]['mark'];

/** How sure the origin of a rule is; nothing where the text was read. */
export const MARK_WORDS: Readonly<Record<Language, Readonly<Record<Mark, string>>>> = {
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

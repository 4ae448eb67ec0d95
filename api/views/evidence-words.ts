import type { EvidenceFailure } from '../../db/queries/evidence-requests.js';
import type { Text } from '../../protocols/language/text.js';

/** Why nothing came of a request, and what to do. */
export const EVIDENCE_FAILURE_WORDS: Readonly<Record<EvidenceFailure, Text>> = {
  'not-logged': {
    es: 'El registro firmado todavía no contiene lo que pidió. Pídalo otra vez en unos minutos; si vuelve a ocurrir, avise a quien opera el sistema.',
    en: 'The signed log does not hold what you asked for yet. Ask again in some minutes; if it happens again, tell whoever runs the system.',
  },
  'too-large': {
    es: 'Hay más anotaciones de las que caben en un archivo. Pida un periodo más corto.',
    en: 'There are more entries than one file may hold. Ask for a shorter period.',
  },
  'not-made': {
    es: 'El archivo no pudo hacerse después de varios intentos. Pídalo otra vez; si vuelve a ocurrir, dé esta referencia a quien opera el sistema.',
    en: 'The file could not be made after several attempts. Ask again; if it happens again, give this reference to whoever runs the system.',
  },
};

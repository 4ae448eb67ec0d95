import type { Definition } from '../../protocols/language/definition.js';
import type { Category } from '../../protocols/language/form.js';
import type { Share } from '../../protocols/language/step.js';
import type { Text } from '../../protocols/language/text.js';
import type { Language } from '../language.js';
import { labelOf } from './packet-view.js';

const WORDS: Readonly<Record<Category, Text>> = {
  D1: { es: 'identidad', en: 'identity' },
  D2: { es: 'contacto y lugar', en: 'contact and place' },
  D3: { es: 'resultado de cotejos biométricos', en: 'results of biometric matches' },
  D4: { es: 'familia', en: 'family' },
  D5a: { es: 'aptitud y necesidades para el viaje', en: 'fitness and needs for travel' },
  D5b: { es: 'expediente clínico', en: 'clinical record' },
  D6: { es: 'relato de protección', en: 'protection account' },
  D7: { es: 'necesidades especiales', en: 'special needs' },
  D8: { es: 'situación jurídica', en: 'legal situation' },
  D9: { es: 'antecedentes y alertas', en: 'criminal records and alerts' },
  D10: { es: 'viaje y logística', en: 'travel and logistics' },
  D11: { es: 'perfil socioeconómico', en: 'socio-economic profile' },
  D12: { es: 'reintegración', en: 'reintegration' },
  D13: { es: 'estadística anónima', en: 'anonymous statistics' },
};

/** Categories of data as people say them, e.g. “identidad, viaje y logística”. */
export function categoryWords(categories: readonly Category[], language: Language): string {
  return categories.map((category) => WORDS[category][language]).join(', ');
}

/** What a share carries: its categories, and the fields where it is kept to some, e.g. “identidad (solo: Seudónimo)”. */
export function sharedWords(
  definition: Definition,
  { categories, only }: Pick<Share, 'categories' | 'only'>,
  language: Language,
): string {
  const words = categoryWords(categories, language);
  if (!only) return words;
  const labels = only.map((id) => labelOf(definition, id, language)).join(', ');
  return language === 'es' ? `${words} (solo: ${labels})` : `${words} (only: ${labels})`;
}

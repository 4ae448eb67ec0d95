import { must, outcome, share } from './pieces.js';
import { known, option, t } from './texts.js';

const PURPOSE = t('Protección especializada', 'Specialised protection');
const GUIDELINES = known('CRM guidelines 2013');
const WHEN_FOUND = { on: ['protected-handling'] } as const;

/** The specialised unit of the sending country hears of a person in whom a screening found signs. */
export const TO_UNIT_SENDING = share(
  'protection',
  'ATU-S',
  ['D1', 'D6'],
  PURPOSE,
  GUIDELINES,
  WHEN_FOUND,
);
/** The same in the country of origin. */
export const TO_UNIT_RECEIVING = share(
  'protection',
  'ATU-R',
  ['D1', 'D6'],
  PURPOSE,
  GUIDELINES,
  WHEN_FOUND,
);

/** What was said, and why each criterion was answered as it was. */
export const ACCOUNT = must(
  'account',
  'long-text',
  'D6',
  t('Relato y razones por criterio', 'Account and rationale per criterion'),
);

/** The closed list of what may be said of a need to whoever handles the journey: codes, no explanation. */
export const SPECIAL_NEEDS = {
  title: t('Necesidades especiales', 'Special needs'),
  hint: t('Solo códigos, sin explicación', 'Codes only, no explanation'),
  options: [
    option('pregnant', 'Embarazo', 'Pregnancy'),
    option('older', 'Persona mayor', 'Older person'),
    option('disability', 'Discapacidad', 'Disability'),
    option('medical', 'Atención médica', 'Medical attention'),
    option('family-together', 'Viajar con su familia', 'Travel with family'),
    option('protected-handling', 'Manejo protegido', 'Protected handling'),
  ],
} as const;

/** On to the protocol for protected handling, at the entry for who is found at reception. */
export const PROTECTED_AT_RECEPTION = outcome(
  'protected-handling',
  t('Requiere manejo protegido', 'Needs protected handling'),
  { continues: { protocol: 'trafficking-victim', entry: 'r-protected-reception' } },
);

import type { Consent } from '../language/consent.js';
import { CONTACT_CONSENT, MUNICIPALITY_CONSENT, SUPPORT_CONSENT } from '../shared/consents.js';
import { t } from '../shared/texts.js';
import type { AdultDeporteeNames } from './names.js';

/** What a deported person is asked to agree to once home; nothing before rests on consent. */
export const consents: readonly Consent<AdultDeporteeNames>[] = [
  {
    id: 'contact',
    ...CONTACT_CONSENT,
    text: t(
      'Con su acuerdo, la institución que puede apoyarle aquí sabrá sus datos de identidad, como su nombre, y cómo encontrarle, y le buscará para ofrecerle apoyo. No sabrá lo que nos contó de peligros. Si no quiere, no le daremos sus datos, y puede pedir el apoyo usted durante doce meses.',
      'If you agree, the body that can support you here learns your identity data, such as your name, and how to find you, and gets in touch to offer you support. It does not learn what you told us of dangers. If you do not want this we do not give it your data, and you can ask for the support yourself for twelve months.',
    ),
  },
  { id: 'municipality', ...MUNICIPALITY_CONSENT },
  { id: 'support', ...SUPPORT_CONSENT },
];

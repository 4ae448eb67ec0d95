import type { Norm } from '../../language/pack.js';
import { ADULT, beside, known, law, lengthOf, MINOR, norm, span, t } from '../pieces.js';

/** Law and policy of the United States as the State that returns a child. */
export const unitedStatesSending: readonly Norm[] = [
  norm(
    'T19',
    t('Detección de una niña o un niño de país contiguo', 'Screening of a child of a neighbour'),
    span(48, 'hours'),
    t('48 horas, siempre antes del retorno.', '48 hours, always before return.'),
    law('US TVPRA 2008 s. 235(a)(4)'),
    {
      silence: t(
        'Sin determinación, pasa a la autoridad de protección (HHS).',
        'Without a determination the child goes to the protection authority (HHS).',
      ),
      steps: lengthOf(
        MINOR,
        'initial-assessment',
        'trafficking-screening',
        'international-protection-screening',
        'immediate-risk-of-return',
      ),
    },
  ),
  norm(
    'T20',
    t('Aviso a HHS de una niña, un niño o duda de edad', 'HHS told of a child or age claim'),
    span(48, 'hours'),
    t('48 horas.', '48 hours.'),
    law('US TVPRA 2008 s. 235(b)(2)'),
    { steps: lengthOf(MINOR, 'notify-child-protection') },
  ),
  norm(
    'T21',
    t('Traslado a HHS', 'Transfer to HHS'),
    span(72, 'hours'),
    t(
      '72 horas; el extracto leído termina antes de la cifra.',
      '72 hours; the excerpt that was read ends before the figure.',
    ),
    known('US TVPRA 2008 s. 235(b)(3)'),
    { steps: lengthOf(MINOR, 'place-in-care') },
  ),
  norm(
    'T22',
    t('Menores de 14 años', 'Children under 14'),
    undefined,
    t(
      'Se presume que no pueden decidir por sí mismos sobre su retorno.',
      'Presumed unable to decide on their return alone.',
    ),
    law('US GAO-15-521 on CBP policy'),
    {
      steps: [
        ...beside(MINOR, 'child-view', 'bid-decision'),
        ...beside(ADULT, 'individual-screening'),
      ],
    },
  ),
];

import type { Norm } from '../../language/pack.js';
import { ADULT, beside, law, MINOR, norm, span, t } from '../pieces.js';

/** The protocol with Haiti and practice of the Dominican Republic as the State that returns somebody. */
export const dominicanRepublicSending: readonly Norm[] = [
  norm(
    'T23',
    t('Prohibición de repatriar de noche', 'No repatriation at night'),
    undefined,
    t(
      'No entre las 18:00 y las 08:00; domingos y feriados solo de 08:00 a 12:00.',
      'Not between 18:00 and 08:00; Sundays and holidays only from 08:00 to 12:00.',
    ),
    law('DR-Haiti protocol of 2 December 1999, (a)'),
    {
      steps: [
        ...beside(ADULT, 'manifest-proposal', 'departure'),
        ...beside(MINOR, 'itinerary-and-window', 'departure'),
      ],
    },
  ),
  norm(
    'T24',
    t('Actuación de protección de la niñez', 'Action of child protection'),
    span(0, 'hours'),
    t(
      'De inmediato, al aviso de la autoridad migratoria.',
      'At once on notice from the migration authority.',
    ),
    law('DO CONANI and UNICEF statement, El Caribe 2022'),
    { steps: beside(MINOR, 'notify-child-protection') },
  ),
];

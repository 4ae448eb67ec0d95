import type { Pack } from '../language/pack.js';
import { comparators, international } from './norms/international.js';
import { mexicoSending } from './norms/mexico.js';
import { scheduledTravel, t } from './pieces.js';

/** Mexico as the State that decides; corridors with their own pack go before it. */
export const mexico: Pack = {
  language: 1,
  id: 'mexico',
  version: 1,
  title: t('México', 'Mexico'),
  about: t(
    'Plazos de la ley mexicana para quien decide sobre estancia y retorno. Sin puntos de entrega: para trasladar a alguien contra su voluntad hace falta el paquete de un corredor.',
    'Deadlines of Mexican law for whoever decides on stay and return. Without handover points: to move somebody against their will the pack of a corridor is needed.',
  ),
  corridors: [{ sending: ['MX'] }],
  norms: [...mexicoSending, ...international, ...comparators],
  agreements: [],
  points: [scheduledTravel('America/Mexico_City')],
  competence: [],
  relations: [],
  days: {},
  variants: [],
};

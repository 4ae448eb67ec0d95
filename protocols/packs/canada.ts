import type { Pack } from '../language/pack.js';
import { canadaSending, comparators, international } from './norms/international.js';
import { scheduledTravel, t } from './pieces.js';

/** Canada as the State that decides. */
export const canada: Pack = {
  language: 1,
  id: 'canada',
  version: 1,
  title: t('Canadá', 'Canada'),
  about: t(
    'El permiso temporal de 180 días para víctimas de trata. Los demás plazos del protocolo vienen de otros países y aquí solo orientan. Sin puntos de entrega.',
    'The temporary permit of 180 days for trafficked people. The other deadlines come from other countries and only orient here. Without handover points.',
  ),
  corridors: [{ sending: ['CA'] }],
  norms: [...canadaSending, ...international, ...comparators],
  agreements: [],
  points: [scheduledTravel('America/Toronto')],
  competence: [],
  relations: [],
  days: {},
  variants: [],
};

import type { Pack } from '../language/pack.js';
import { comparators, international } from './norms/international.js';
import { unitedStatesSending } from './norms/united-states.js';
import { scheduledTravel, t } from './pieces.js';

/** The United States as the State that decides; corridors with their own pack go before it. */
export const unitedStates: Pack = {
  language: 1,
  id: 'united-states',
  version: 1,
  title: t('Estados Unidos', 'United States'),
  about: t(
    'Plazos de Estados Unidos para niñas y niños no acompañados. Los demás valores del protocolo vienen de otros países y aquí solo orientan. Sin puntos de entrega.',
    'Deadlines of the United States for unaccompanied children. The other values of the protocol come from other countries and only orient here. Without handover points.',
  ),
  corridors: [{ sending: ['US'] }],
  norms: [...unitedStatesSending, ...international, ...comparators],
  agreements: [],
  points: [scheduledTravel('America/New_York')],
  competence: [],
  relations: [],
  days: {},
  variants: [],
};

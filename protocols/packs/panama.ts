import type { Competence, Pack } from '../language/pack.js';
import { comparators, international } from './norms/international.js';
import { law, scheduledTravel, t } from './pieces.js';

const PRACTICE = law(
  'PA practice in Darien, TVN-2 2023: juvenile court in working hours 08:00 to 17:00, child protection outside them',
);

/** In working hours the juvenile court protects a child, outside them the child-protection authority. */
const court = (id: string, role: string, steps: readonly string[]): Competence => ({
  id,
  role,
  kind: 'COURT',
  title: t('Juzgado de niñez y adolescencia, en horario hábil', 'Juvenile court, in working hours'),
  steps,
  hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '17:00', source: PRACTICE }],
  timeZone: 'America/Panama',
  holidaysOf: ['PA'],
  source: PRACTICE,
});

/** Panama on either side: who is competent for a child depends on the hour. */
export const panama: Pack = {
  language: 1,
  id: 'panama',
  version: 1,
  title: t('Panamá', 'Panama'),
  about: t(
    'De lunes a viernes hábiles, de 08:00 a 17:00, la protección de una niña o un niño corresponde al juzgado; fuera de esas horas, a la autoridad de protección.',
    'On working days from 08:00 to 17:00 the juvenile court is competent for a child; outside these hours the child-protection authority.',
  ),
  corridors: [{ sending: ['PA'] }, { receiving: ['PA'] }],
  norms: [...international, ...comparators],
  agreements: [],
  points: [scheduledTravel('America/Panama')],
  competence: [
    court('juvenile-court', 'CPA-S', ['place-in-care', 'appoint-guardian']),
    court('juvenile-court-origin', 'CPA-R', ['protection-in-origin', 'care-placement']),
  ],
  relations: [],
  days: {},
  variants: [],
};

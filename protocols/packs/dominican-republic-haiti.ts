import type { HandoverPoint, Pack } from '../language/pack.js';
import { dominicanRepublicSending } from './norms/dominican-republic.js';
import { comparators, international } from './norms/international.js';
import { known, law, scheduledTravel, t } from './pieces.js';

const BAN = law(
  'DR-Haiti protocol of 2 December 1999, (a): not between 18:00 and 08:00; Sundays and holidays only 08:00 to 12:00',
);
const PROTOCOL = 'protocol-1999';

const point = (id: string, place: string): HandoverPoint => ({
  id,
  title: t(place, place),
  kind: 'handover',
  timeZone: 'America/Santo_Domingo',
  holidaysOf: ['DO'],
  hours: [
    { days: [1, 2, 3, 4, 5, 6], from: '08:00', until: '18:00', source: BAN },
    { days: [7, 'holiday'], from: '08:00', until: '12:00', source: BAN },
  ],
  agreement: PROTOCOL,
  contacts: [
    { for: 'reception', kind: 'MIG' },
    { for: 'child-protection', kind: 'CPA' },
  ],
  source: known('Official crossing; names of the points were not read in the protocol'),
});

/** The Dominican Republic to Haiti: the protocol of 1999 with its ban at night, on Sundays and holidays. */
export const dominicanRepublicHaiti: Pack = {
  language: 1,
  id: 'dominican-republic-haiti',
  version: 1,
  title: t('República Dominicana – Haití', 'Dominican Republic – Haiti'),
  about: t(
    'El protocolo de 1999: nadie es repatriado entre las 18:00 y las 08:00, ni domingos y feriados fuera de 08:00 a 12:00. Los demás plazos del protocolo vienen de otros países y aquí solo orientan.',
    'The protocol of 1999: nobody is repatriated between 18:00 and 08:00, nor on Sundays and holidays outside 08:00 to 12:00. The other deadlines come from other countries and only orient here.',
  ),
  corridors: [{ sending: ['DO'], receiving: ['HT'] }],
  norms: [...dominicanRepublicSending, ...international, ...comparators],
  agreements: [
    {
      id: PROTOCOL,
      title: t(
        'Protocolo sobre los mecanismos de repatriación',
        'Protocol on repatriation mechanisms',
      ),
      type: 'treaty',
      parties: ['DO', 'HT'],
      from: '1999-12-02',
      silence: 'none',
      source: law('DR-Haiti protocol of 2 December 1999; points a to c read, no end read'),
    },
  ],
  points: [
    point('dajabon-ouanaminthe', 'Dajabón – Ouanaminthe'),
    point('jimani-malpasse', 'Jimaní – Malpasse'),
    point('elias-pina-belladere', 'Elías Piña – Belladère'),
    point('pedernales-anse-a-pitres', 'Pedernales – Anse-à-Pitres'),
    scheduledTravel('America/Santo_Domingo'),
  ],
  competence: [],
  relations: [],
  days: {},
  variants: [],
};

import type { HandoverPoint, Pack } from '../language/pack.js';
import { comparators, international } from './norms/international.js';
import { mexicoReceiving } from './norms/mexico.js';
import { unitedStatesSending } from './norms/united-states.js';
import { choice, daily, known, law, scheduledTravel, t } from './pieces.js';

const RELEASE = 'Mexican embassy release of 23 February 2016';
const ARRANGEMENTS = 'local-arrangements-2016';
const ANNEXES = law('US-MX local arrangements, annexes: separate contact points by function');
const DAYLIGHT = daily(
  '08:00',
  '18:00',
  choice(`${RELEASE}: fixed, mostly daylight hours; the hours of each point were not read`),
);

const point = (id: string, place: string, timeZone: string): HandoverPoint => ({
  id,
  title: t(place, place),
  kind: 'handover',
  timeZone,
  holidaysOf: [],
  hours: [DAYLIGHT],
  agreement: ARRANGEMENTS,
  contacts: [
    { for: 'consular-notification', kind: 'CON' },
    { for: 'reception', kind: 'MIG' },
    { for: 'delivery', kind: 'MIG' },
    { for: 'criminal-interest', kind: 'PROS' },
  ],
  source: known(`${RELEASE}: 11 points at the border and Mexico City; their names were not read`),
});

/** The United States to Mexico: memorandum of 2004, local arrangements of 2016, twelve points. */
export const unitedStatesMexico: Pack = {
  language: 1,
  id: 'united-states-mexico',
  version: 1,
  title: t('Estados Unidos – México', 'United States – Mexico'),
  about: t(
    'Plazos de Estados Unidos al devolver y de México al recibir; doce puntos de entrega con horario diurno por confirmar; contactos distintos para recepción y entrega.',
    'Deadlines of the United States in returning and of Mexico in receiving; twelve handover points with daylight hours to be confirmed; separate contacts for reception and delivery.',
  ),
  corridors: [{ sending: ['US'], receiving: ['MX'] }],
  norms: [...unitedStatesSending, ...mexicoReceiving, ...international, ...comparators],
  agreements: [
    {
      id: 'memorandum-2004',
      title: t('Memorándum de repatriación de 2004', 'Memorandum on repatriation of 2004'),
      type: 'memorandum',
      parties: ['US', 'MX'],
      from: '2004-02-20',
      silence: 'none',
      source: known('2004 memorandum: opening read; day of signature known, no end read'),
    },
    {
      id: ARRANGEMENTS,
      title: t('Arreglos locales de 2016', 'Local arrangements of 2016'),
      type: 'local-arrangement',
      parties: ['US', 'MX'],
      from: '2016-02-23',
      silence: 'none',
      source: law(`US-MX local arrangements, ${RELEASE}; no end read`),
    },
  ],
  points: [
    point('san-diego-tijuana', 'San Diego – Tijuana', 'America/Tijuana'),
    point('calexico-mexicali', 'Calexico – Mexicali', 'America/Tijuana'),
    point('san-luis', 'San Luis – San Luis Río Colorado', 'America/Phoenix'),
    point('nogales', 'Nogales – Nogales', 'America/Phoenix'),
    point('el-paso-juarez', 'El Paso – Ciudad Juárez', 'America/Ciudad_Juarez'),
    point('presidio-ojinaga', 'Presidio – Ojinaga', 'America/Ojinaga'),
    point('del-rio-acuna', 'Del Rio – Ciudad Acuña', 'America/Matamoros'),
    point('eagle-pass-piedras-negras', 'Eagle Pass – Piedras Negras', 'America/Matamoros'),
    point('laredo-nuevo-laredo', 'Laredo – Nuevo Laredo', 'America/Matamoros'),
    point('hidalgo-reynosa', 'Hidalgo – Reynosa', 'America/Matamoros'),
    point('brownsville-matamoros', 'Brownsville – Matamoros', 'America/Matamoros'),
    point('mexico-city', 'Ciudad de México / Mexico City', 'America/Mexico_City'),
    scheduledTravel('America/Mexico_City'),
  ],
  competence: [
    {
      id: 'reception',
      role: 'MIG-R',
      kind: 'MIG',
      title: t('Contacto de recepción de listas', 'Contact for the reception of lists'),
      steps: ['manifest-acceptance'],
      timeZone: 'America/Mexico_City',
      holidaysOf: [],
      source: ANNEXES,
    },
    {
      id: 'delivery',
      role: 'MIG-R',
      kind: 'MIG',
      title: t('Contacto de entrega en el punto', 'Contact for the delivery at the point'),
      steps: ['handover-reception-act', 'nationality-doubt', 'nationality-doubt-extension'],
      timeZone: 'America/Mexico_City',
      holidaysOf: [],
      source: ANNEXES,
    },
  ],
  relations: [],
  days: {},
  variants: [],
};

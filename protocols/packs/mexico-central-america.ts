import type { Agreement, HandoverPoint, Pack } from '../language/pack.js';
import { comparators, international } from './norms/international.js';
import { mexicoSending } from './norms/mexico.js';
import { choice, comparator, daily, known, law, scheduledTravel, t } from './pieces.js';

const DAYLIGHT = daily(
  '08:00',
  '18:00',
  comparator(
    'DR-Haiti protocol 1999 (a): not between 18:00 and 08:00; hours of the memorandum not read',
  ),
);
const PRACTICE = choice(
  'A border crossing used for returns by land; points and hours of the memorandum were not obtained',
);

/** Nobody may take for granted that it goes on: what was read of renewals ends in 2012 and 2013. */
const memorandum = (
  id: string,
  parties: readonly string[],
  until: string,
  read: string,
): Agreement => ({
  id,
  title: t(
    'Memorándum de repatriación terrestre de 2006',
    'Memorandum on land repatriation of 2006',
  ),
  type: 'memorandum',
  parties: ['MX', ...parties],
  from: '2006-05-05',
  until: '2009-05-31',
  renewals: [{ until, source: law(read) }],
  silence: 'none',
  source: known('2006 memorandum: opening read; day of signature known, first end not read'),
});

const point = (id: string, es: string, timeZone: string, agreement: string): HandoverPoint => ({
  id,
  title: t(es, es),
  kind: 'handover',
  timeZone,
  holidaysOf: [],
  hours: [DAYLIGHT],
  agreement,
  contacts: [
    { for: 'reception', kind: 'MIG' },
    { for: 'consular-notification', kind: 'CON' },
    { for: 'child-protection', kind: 'CPA' },
  ],
  source: PRACTICE,
});

const REGION = 'memorandum-2006';
const GUATEMALA = 'memorandum-2006-guatemala';

/**
 * Mexico to Guatemala, Honduras, El Salvador and Nicaragua. Nobody is handed over until an administrator has recorded
 * that the agreement is in force: the last renewals that were read have run out.
 */
export const mexicoCentralAmerica: Pack = {
  language: 1,
  id: 'mexico-central-america',
  version: 1,
  title: t('México – Centroamérica', 'Mexico – Central America'),
  about: t(
    'Plazos de la ley mexicana y puntos de entrega por tierra. La vigencia del memorándum de 2006 que consta leída terminó: registre su renovación antes de trasladar a nadie.',
    'Deadlines of Mexican law and handover points by land. The validity of the 2006 memorandum that was read has ended: record its renewal before anybody is moved.',
  ),
  corridors: [{ sending: ['MX'], receiving: ['GT', 'HN', 'SV', 'NI'] }],
  norms: [...mexicoSending, ...international, ...comparators],
  agreements: [
    memorandum(
      REGION,
      ['SV', 'HN', 'NI'],
      '2012-05-31',
      'El Comercio/AFP 2009: renewed to May 2012',
    ),
    memorandum(GUATEMALA, ['GT'], '2013-05-31', 'El Comercio/AFP 2009: for Guatemala to May 2013'),
  ],
  points: [
    point('talisman-el-carmen', 'Talismán – El Carmen', 'America/Guatemala', GUATEMALA),
    point(
      'ciudad-hidalgo-tecun-uman',
      'Ciudad Hidalgo – Tecún Umán',
      'America/Guatemala',
      GUATEMALA,
    ),
    point('corinto', 'Corinto', 'America/Tegucigalpa', REGION),
    point('la-hachadura', 'La Hachadura', 'America/El_Salvador', REGION),
    point('el-guasaule', 'El Guasaule', 'America/Managua', REGION),
    scheduledTravel('America/Mexico_City'),
  ],
  competence: [],
  relations: [],
  days: {},
  variants: [],
};

import type { Role } from '../language/definition.js';
import type { AdultDeporteeNames } from './names.js';
import { t } from './pieces.js';

type Id = AdultDeporteeNames['role'];
type Side = Role['side'];

const role = (
  id: Id,
  kind: string,
  side: Side,
  es: string,
  en: string,
): Role<AdultDeporteeNames> => ({
  id,
  kind,
  side,
  title: t(es, en),
});

const optional = (of: Role<AdultDeporteeNames>): Role<AdultDeporteeNames> => ({
  ...of,
  optional: true,
});

export const roles: readonly Role<AdultDeporteeNames>[] = [
  role('RECTOR', 'RECTOR', 'either', 'Institución rectora', 'Lead institution'),
  role('MIG-S', 'MIG', 'sending', 'Autoridad migratoria remitente', 'Sending migration authority'),
  role(
    'MIG-R',
    'MIG',
    'receiving',
    'Autoridad migratoria receptora',
    'Receiving migration authority',
  ),
  role(
    'CON',
    'CON',
    'receiving',
    'Consulado del país de origen',
    'Consulate of the country of origin',
  ),
  optional(
    role('MFA', 'MFA', 'receiving', 'Cancillería del país de origen', 'Foreign ministry of origin'),
  ),
  role(
    'LEGAL',
    'LEGAL',
    'either',
    'Defensa o asesoría legal de la persona',
    "The person's counsel",
  ),
  role(
    'COURT',
    'COURT',
    'sending',
    'Tribunal o autoridad que resuelve el recurso',
    'Court or body ruling on the remedy',
  ),
  role('ASY', 'ASY', 'sending', 'Autoridad de refugio', 'Asylum authority'),
  role('HEA-S', 'HEA', 'sending', 'Salud, país remitente', 'Health, sending country'),
  role('HEA-R', 'HEA', 'receiving', 'Salud, país receptor', 'Health, receiving country'),
  role(
    'CPA-S',
    'CPA',
    'sending',
    'Protección de la niñez, país remitente',
    'Child protection, sending country',
  ),
  role(
    'CPA-R',
    'CPA',
    'receiving',
    'Protección de la niñez, país receptor',
    'Child protection, receiving country',
  ),
  role(
    'ATU-S',
    'ATU',
    'sending',
    'Unidad de protección especializada, país remitente',
    'Specialised protection unit, sending country',
  ),
  role(
    'ATU-R',
    'ATU',
    'receiving',
    'Unidad de protección especializada, país receptor',
    'Specialised protection unit, receiving country',
  ),
  role(
    'POL-R',
    'PROS',
    'receiving',
    'Enlace policial, país receptor',
    'Police liaison, receiving country',
  ),
  role('REC', 'REC', 'receiving', 'Centro de recepción', 'Reception centre'),
  role('CIV-R', 'CIV', 'receiving', 'Registro civil', 'Civil registry'),
  role(
    'IOM',
    'IOM',
    'either',
    'Organización Internacional para las Migraciones',
    'International Organization for Migration',
  ),
  role(
    'OPB',
    'OPB',
    'receiving',
    'Ente operativo de la reintegración',
    'Operative body of reintegration',
  ),
  role('MUN', 'MUN', 'receiving', 'Municipalidad de destino', 'Municipality of destination'),
  role('LAB', 'LAB', 'receiving', 'Trabajo y empleo', 'Labour and employment'),
  role('EDU', 'EDU', 'receiving', 'Educación', 'Education'),
  role('SOC', 'SOC', 'receiving', 'Desarrollo social', 'Social development'),
  role('MON', 'MON', 'either', 'Órgano de monitoreo', 'Monitoring body'),
];

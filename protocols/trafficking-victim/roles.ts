import type { Role } from '../language/definition.js';
import type { TraffickingVictimNames } from './names.js';
import { t } from './pieces.js';

const role = (
  id: TraffickingVictimNames['role'],
  kind: string,
  side: Role['side'],
  es: string,
  en: string,
): Role<TraffickingVictimNames> => ({ id, kind, side, title: t(es, en) });

const optional = (of: Role<TraffickingVictimNames>): Role<TraffickingVictimNames> => ({
  ...of,
  optional: true,
});

// Every authority of the country of origin is on the receiving side: the system tells it of a run only when a step or
// a share reaches it.
export const roles: readonly Role<TraffickingVictimNames>[] = [
  role('RECTOR', 'RECTOR', 'either', 'Institución rectora', 'Lead institution'),
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
    'LEGAL',
    'LEGAL',
    'either',
    'Defensa o asesoría legal de la persona',
    "The person's counsel",
  ),
  role('PROS', 'PROS', 'sending', 'Fiscalía', 'Prosecutor'),
  role(
    'COURT',
    'COURT',
    'sending',
    'Tribunal o autoridad que resuelve el recurso',
    'Court or body ruling on the remedy',
  ),
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
  role('MIG-S', 'MIG', 'sending', 'Autoridad migratoria remitente', 'Sending migration authority'),
  role(
    'MIG-R',
    'MIG',
    'receiving',
    'Autoridad migratoria receptora',
    'Receiving migration authority',
  ),
  role('REC', 'REC', 'receiving', 'Centro de recepción', 'Reception centre'),
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
  role('ASY', 'ASY', 'sending', 'Autoridad de refugio', 'Asylum authority'),
  role('HEA-S', 'HEA', 'sending', 'Salud, país remitente', 'Health, sending country'),
  role('HEA-R', 'HEA', 'receiving', 'Salud, país receptor', 'Health, receiving country'),
  optional(
    role(
      'CSO-S',
      'CSO',
      'sending',
      'Organización que aloja, país remitente',
      'Housing organisation, sending country',
    ),
  ),
  optional(
    role(
      'CSO-R',
      'CSO',
      'receiving',
      'Organización que aloja, país receptor',
      'Housing organisation, receiving country',
    ),
  ),
  role(
    'IOM',
    'IOM',
    'either',
    'Organización Internacional para las Migraciones',
    'International Organization for Migration',
  ),
  optional(role('LAB', 'LAB', 'receiving', 'Trabajo y empleo', 'Labour and employment')),
  optional(role('EDU', 'EDU', 'receiving', 'Educación', 'Education')),
  optional(role('SOC', 'SOC', 'receiving', 'Desarrollo social', 'Social development')),
  optional(role('WOM', 'WOM', 'receiving', 'Mecanismo de las mujeres', "Women's institute")),
  role('MON', 'MON', 'either', 'Órgano de monitoreo', 'Monitoring body'),
];

import type { Role } from '../language/definition.js';
import type { MinorNames } from './names.js';
import { t } from './pieces.js';

const role = (
  id: MinorNames['role'],
  kind: string,
  side: Role['side'],
  es: string,
  en: string,
): Role<MinorNames> => ({ id, kind, side, title: t(es, en) });

const optional = (of: Role<MinorNames>): Role<MinorNames> => ({ ...of, optional: true });

/** Child protection leads on both sides; migration authorities never decide on the child's interests. */
export const roles: readonly Role<MinorNames>[] = [
  role('RECTOR', 'RECTOR', 'either', 'Institución rectora', 'Lead institution'),
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
  optional(
    role(
      'CIV-R',
      'CIV',
      'receiving',
      'Registro civil del país de origen',
      'Civil registry of origin',
    ),
  ),
  role(
    'ATU-S',
    'ATU',
    'sending',
    'Unidad contra la trata, país remitente',
    'Anti-trafficking unit, sending country',
  ),
  role(
    'ATU-R',
    'ATU',
    'receiving',
    'Unidad contra la trata, país receptor',
    'Anti-trafficking unit, receiving country',
  ),
  role('PROS', 'PROS', 'sending', 'Fiscalía o procuraduría de protección', 'Prosecutor'),
  role(
    'COURT',
    'COURT',
    'sending',
    'Tribunal que resuelve el recurso',
    'Court ruling on the remedy',
  ),
  role('LEGAL', 'LEGAL', 'either', 'Defensa de la niña o el niño', "The child's counsel"),
  role('ASY', 'ASY', 'sending', 'Autoridad de refugio', 'Asylum authority'),
  role('HEA-S', 'HEA', 'sending', 'Salud, país remitente', 'Health, sending country'),
  role('HEA-R', 'HEA', 'receiving', 'Salud, país receptor', 'Health, receiving country'),
  optional(role('RC', 'RC', 'either', 'Cruz Roja', 'Red Cross')),
  role('IOM', 'IOM', 'either', 'OIM o institución que acompaña', 'IOM or escorting institution'),
  role('REC', 'REC', 'receiving', 'Centro de recepción', 'Reception centre'),
  optional(role('EDU', 'EDU', 'receiving', 'Educación', 'Education')),
  optional(role('SOC', 'SOC', 'receiving', 'Desarrollo social', 'Social development')),
  optional(role('MUN', 'MUN', 'receiving', 'Municipalidad', 'Municipality')),
  role(
    'MON',
    'MON',
    'either',
    'Defensoría u órgano de monitoreo',
    'Ombudsperson or monitoring body',
  ),
];

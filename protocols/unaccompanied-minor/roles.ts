import type { Role } from '../language/definition.js';
import { optional, role } from '../shared/roles.js';
import { t } from '../shared/texts.js';
import type { MinorNames } from './names.js';

/** Child protection leads on both sides; migration authorities never decide on the child's interests. */
export const roles: readonly Role<MinorNames>[] = [
  role('RECTOR'),
  role('CPA-S'),
  role('CPA-R'),
  role('MIG-S'),
  role('MIG-R'),
  role('CON'),
  optional('MFA'),
  optional('CIV-R', t('Registro civil del país de origen', 'Civil registry of origin')),
  role(
    'ATU-S',
    t('Unidad contra la trata, país remitente', 'Anti-trafficking unit, sending country'),
  ),
  role(
    'ATU-R',
    t('Unidad contra la trata, país receptor', 'Anti-trafficking unit, receiving country'),
  ),
  role('PROS', t('Fiscalía o procuraduría de protección', 'Prosecutor')),
  role('COURT', t('Tribunal que resuelve el recurso', 'Court ruling on the remedy')),
  role('LEGAL', t('Defensa de la niña o el niño', "The child's counsel")),
  role('ASY'),
  role('HEA-S'),
  role('HEA-R'),
  optional('RC'),
  role('IOM', t('OIM o institución que acompaña', 'IOM or escorting institution')),
  role('REC'),
  optional('EDU'),
  optional('SOC'),
  optional('MUN', t('Municipalidad', 'Municipality')),
  role('MON', t('Defensoría u órgano de monitoreo', 'Ombudsperson or monitoring body')),
];

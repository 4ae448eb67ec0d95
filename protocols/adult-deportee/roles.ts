import type { Role } from '../language/definition.js';
import { optional, role } from '../shared/roles.js';
import type { AdultDeporteeNames } from './names.js';

export const roles: readonly Role<AdultDeporteeNames>[] = [
  role('RECTOR'),
  role('MIG-S'),
  role('MIG-R'),
  role('CON'),
  optional('MFA'),
  role('LEGAL'),
  role('COURT'),
  role('ASY'),
  role('HEA-S'),
  role('HEA-R'),
  role('CPA-S'),
  role('CPA-R'),
  role('ATU-S'),
  role('ATU-R'),
  role('POL-R'),
  role('REC'),
  role('CIV-R'),
  role('IOM'),
  role('OPB'),
  role('MUN'),
  role('LAB'),
  role('EDU'),
  role('SOC'),
  role('MON'),
];

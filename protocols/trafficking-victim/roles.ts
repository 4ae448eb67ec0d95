import type { Role } from '../language/definition.js';
import { optional, role } from '../shared/roles.js';
import type { TraffickingVictimNames } from './names.js';

// Every authority of the country of origin is on the receiving side: the system tells it of a run only when a step or
// a share reaches it.
export const roles: readonly Role<TraffickingVictimNames>[] = [
  role('RECTOR'),
  role('ATU-S'),
  role('ATU-R'),
  role('LEGAL'),
  role('PROS'),
  role('COURT'),
  role('CPA-S'),
  role('CPA-R'),
  role('MIG-S'),
  role('MIG-R'),
  role('REC'),
  role('CON'),
  optional('MFA'),
  role('ASY'),
  role('HEA-S'),
  role('HEA-R'),
  optional('CSO-S'),
  optional('CSO-R'),
  role('IOM'),
  optional('LAB'),
  optional('EDU'),
  optional('SOC'),
  optional('WOM'),
  role('MON'),
];

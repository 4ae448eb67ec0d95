import type { Role } from '../language/definition.js';
import { optional, role } from '../shared/roles.js';
import { t } from '../shared/texts.js';
import type { VoluntaryNames } from './names.js';

export const roles: readonly Role<VoluntaryNames>[] = [
  role(
    'RECTOR',
    t('Institución rectora del retorno voluntario', 'Lead institution for voluntary return'),
  ),
  role(
    'IOM',
    t(
      'Organismo que presta el retorno voluntario asistido',
      'Provider of assisted voluntary return',
    ),
  ),
  role('MIG-S'),
  role('CON', t('Consulado del país de origen', 'Consulate of origin')),
  optional('MFA'),
  role(
    'LEGAL',
    t('Asesoría legal independiente de la persona', "The person's independent counsel"),
  ),
  role('COURT', t('Tribunal', 'Court')),
  role('PROS-S'),
  role('ASY'),
  role('UNHCR'),
  role('HEA-S'),
  role('HEA-R'),
  role('CPA-S'),
  role('CPA-R'),
  role('ATU-S'),
  role('ATU-R'),
  role('REC'),
  role('OPB'),
  role('MUN'),
  role('LAB'),
  role('EDU'),
  role('SOC'),
  role('MON'),
];

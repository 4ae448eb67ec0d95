import type { Role } from '../language/definition.js';
import type { VoluntaryNames } from './names.js';
import { t } from './pieces.js';

type Id = VoluntaryNames['role'];
type Side = Role['side'];

const role = (id: Id, kind: string, side: Side, es: string, en: string): Role<VoluntaryNames> => ({
  id,
  kind,
  side,
  title: t(es, en),
});

const optional = (of: Role<VoluntaryNames>): Role<VoluntaryNames> => ({ ...of, optional: true });

export const roles: readonly Role<VoluntaryNames>[] = [
  role(
    'RECTOR',
    'RECTOR',
    'either',
    'Institución rectora del retorno voluntario',
    'Lead institution for voluntary return',
  ),
  role(
    'IOM',
    'IOM',
    'either',
    'Organismo que presta el retorno voluntario asistido',
    'Provider of assisted voluntary return',
  ),
  role('MIG-S', 'MIG', 'sending', 'Autoridad migratoria remitente', 'Sending migration authority'),
  role('CON', 'CON', 'receiving', 'Consulado del país de origen', 'Consulate of origin'),
  optional(
    role('MFA', 'MFA', 'receiving', 'Cancillería del país de origen', 'Foreign ministry of origin'),
  ),
  role(
    'LEGAL',
    'LEGAL',
    'either',
    'Asesoría legal independiente de la persona',
    "The person's independent counsel",
  ),
  role('COURT', 'COURT', 'sending', 'Tribunal', 'Court'),
  role('PROS-S', 'PROS', 'sending', 'Fiscalía, país remitente', 'Prosecutor, sending country'),
  role('ASY', 'ASY', 'sending', 'Autoridad de refugio', 'Asylum authority'),
  role('UNHCR', 'UNHCR', 'either', 'Agencia de la ONU para los refugiados', 'UN refugee agency'),
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
  role('REC', 'REC', 'receiving', 'Centro de recepción', 'Reception centre'),
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

import type { Role } from '../language/definition.js';
import type { Text } from '../language/text.js';
import { t } from './texts.js';

interface Usual {
  readonly kind: string;
  readonly side: Role['side'];
  readonly title: Text;
}

const of = (kind: string, side: Role['side'], es: string, en: string): Usual => ({
  kind,
  side,
  title: t(es, en),
});
/** Several institutions of one kind, told apart by their State. */
const sent = (kind: string, es: string, en: string) =>
  of(kind, 'sending', `${es}, país remitente`, `${en}, sending country`);
const got = (kind: string, es: string, en: string) =>
  of(kind, 'receiving', `${es}, país receptor`, `${en}, receiving country`);

const USUAL = {
  RECTOR: of('RECTOR', 'either', 'Institución rectora', 'Lead institution'),
  'MIG-S': of('MIG', 'sending', 'Autoridad migratoria remitente', 'Sending migration authority'),
  'MIG-R': of(
    'MIG',
    'receiving',
    'Autoridad migratoria receptora',
    'Receiving migration authority',
  ),
  CON: of('CON', 'receiving', 'Consulado del país de origen', 'Consulate of the country of origin'),
  MFA: of('MFA', 'receiving', 'Cancillería del país de origen', 'Foreign ministry of origin'),
  LEGAL: of('LEGAL', 'either', 'Defensa o asesoría legal de la persona', "The person's counsel"),
  COURT: of(
    'COURT',
    'sending',
    'Tribunal o autoridad que resuelve el recurso',
    'Court or body ruling on the remedy',
  ),
  PROS: of('PROS', 'sending', 'Fiscalía', 'Prosecutor'),
  'PROS-S': sent('PROS', 'Fiscalía', 'Prosecutor'),
  'POL-R': got('PROS', 'Enlace policial', 'Police liaison'),
  ASY: of('ASY', 'sending', 'Autoridad de refugio', 'Asylum authority'),
  UNHCR: of('UNHCR', 'either', 'Agencia de la ONU para los refugiados', 'UN refugee agency'),
  'HEA-S': sent('HEA', 'Salud', 'Health'),
  'HEA-R': got('HEA', 'Salud', 'Health'),
  'CPA-S': sent('CPA', 'Protección de la niñez', 'Child protection'),
  'CPA-R': got('CPA', 'Protección de la niñez', 'Child protection'),
  'ATU-S': sent('ATU', 'Unidad de protección especializada', 'Specialised protection unit'),
  'ATU-R': got('ATU', 'Unidad de protección especializada', 'Specialised protection unit'),
  'CSO-S': sent('CSO', 'Organización que aloja', 'Housing organisation'),
  'CSO-R': got('CSO', 'Organización que aloja', 'Housing organisation'),
  REC: of('REC', 'receiving', 'Centro de recepción', 'Reception centre'),
  'CIV-R': of('CIV', 'receiving', 'Registro civil', 'Civil registry'),
  RC: of('RC', 'either', 'Cruz Roja', 'Red Cross'),
  IOM: of(
    'IOM',
    'either',
    'Organización Internacional para las Migraciones',
    'International Organization for Migration',
  ),
  OPB: of(
    'OPB',
    'receiving',
    'Ente operativo de la reintegración',
    'Operative body of reintegration',
  ),
  MUN: of('MUN', 'receiving', 'Municipalidad de destino', 'Municipality of destination'),
  LAB: of('LAB', 'receiving', 'Trabajo y empleo', 'Labour and employment'),
  EDU: of('EDU', 'receiving', 'Educación', 'Education'),
  SOC: of('SOC', 'receiving', 'Desarrollo social', 'Social development'),
  WOM: of('WOM', 'receiving', 'Mecanismo de las mujeres', "Women's institute"),
  MON: of('MON', 'either', 'Órgano de monitoreo', 'Monitoring body'),
} as const;

type Known = keyof typeof USUAL;

/** An institution a protocol needs, under its usual name unless another is given. */
export const role = <Id extends Known>(id: Id, title: Text = USUAL[id].title) => ({
  id,
  kind: USUAL[id].kind,
  side: USUAL[id].side,
  title,
});

/** One a run can go without; its steps and shares then fall to the lead institution. */
export const optional = <Id extends Known>(id: Id, title: Text = USUAL[id].title) => ({
  ...role(id, title),
  optional: true as const,
});

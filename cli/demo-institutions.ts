import type { institutions } from '../db/schema/institutions.js';
import { SHIPPED } from '../protocols/registry.js';

type Row = typeof institutions.$inferInsert;

const mexico = { country: 'MX', timeZone: 'America/Mexico_City' } as const;

const honduras = { country: 'HN', timeZone: 'America/Tegucigalpa' } as const;

function institution(
  id: string,
  kind: string,
  place: { country: string; timeZone: string },
  nameEs: string,
  nameEn: string,
  ofState?: string,
): Row {
  const email = `${id}@demo.example`;
  const mail = { email, supervisorEmail: `supervision.${email}` };
  return { id, kind, ...place, nameEs, nameEn, ...mail, ...(ofState ? { ofState } : {}) };
}

/** Made-up institutions of the demo, one for each role of the corridor Mexico to Honduras. */
export const DEMO_INSTITUTIONS: readonly Row[] = [
  institution(
    'demo-rectora',
    'RECTOR',
    mexico,
    'Rectoría Inventada del Retorno',
    'Invented Return Lead',
  ),
  institution(
    'demo-migracion-mx',
    'MIG',
    mexico,
    'Migración Inventada de México',
    'Invented Migration Mexico',
  ),
  institution(
    'demo-migracion-hn',
    'MIG',
    honduras,
    'Migración Inventada de Honduras',
    'Invented Migration Honduras',
  ),
  institution(
    'demo-consulado-hn',
    'CON',
    mexico,
    'Consulado Inventado de Honduras',
    'Invented Consulate of Honduras',
    'HN',
  ),
  institution(
    'demo-cancilleria-hn',
    'MFA',
    honduras,
    'Cancillería Inventada de Honduras',
    'Invented Foreign Ministry of Honduras',
    'HN',
  ),
  institution(
    'demo-defensoria-legal',
    'LEGAL',
    mexico,
    'Defensa Legal Inventada',
    'Invented Legal Aid',
  ),
  institution('demo-tribunal', 'COURT', mexico, 'Tribunal Inventado', 'Invented Court'),
  institution('demo-fiscalia-mx', 'PROS', mexico, 'Fiscalía Inventada', 'Invented Prosecutor'),
  institution(
    'demo-refugio-mx',
    'ASY',
    mexico,
    'Autoridad de Refugio Inventada',
    'Invented Asylum Authority',
  ),
  institution(
    'demo-refugiados',
    'UNHCR',
    mexico,
    'Agencia Inventada para Refugiados',
    'Invented Refugee Agency',
  ),
  institution(
    'demo-salud-mx',
    'HEA',
    mexico,
    'Salud Inventada de México',
    'Invented Health Mexico',
  ),
  institution(
    'demo-salud-hn',
    'HEA',
    honduras,
    'Salud Inventada de Honduras',
    'Invented Health Honduras',
  ),
  institution(
    'demo-ninez-mx',
    'CPA',
    mexico,
    'Protección de Niñez Inventada de México',
    'Invented Child Protection Mexico',
  ),
  institution(
    'demo-ninez-hn',
    'CPA',
    honduras,
    'Protección de Niñez Inventada de Honduras',
    'Invented Child Protection Honduras',
  ),
  institution(
    'demo-unidad-mx',
    'ATU',
    mexico,
    'Unidad Especializada Inventada de México',
    'Invented Specialised Unit Mexico',
  ),
  institution(
    'demo-unidad-hn',
    'ATU',
    honduras,
    'Unidad Especializada Inventada de Honduras',
    'Invented Specialised Unit Honduras',
  ),
  institution('demo-cruz-roja', 'RC', mexico, 'Cruz Roja Inventada', 'Invented Red Cross'),
  institution('demo-albergue-mx', 'CSO', mexico, 'Albergue Inventado', 'Invented Shelter'),
  institution(
    'demo-enlace-policial-hn',
    'PROS',
    honduras,
    'Enlace Policial Inventado',
    'Invented Police Liaison',
  ),
  institution(
    'demo-recepcion-hn',
    'REC',
    honduras,
    'Centro de Recepción Inventado',
    'Invented Reception Centre',
  ),
  institution(
    'demo-registro-hn',
    'CIV',
    honduras,
    'Registro Civil Inventado',
    'Invented Civil Registry',
  ),
  institution(
    'demo-oim',
    'IOM',
    honduras,
    'Organismo Internacional Inventado',
    'Invented International Body',
  ),
  institution(
    'demo-reintegracion-hn',
    'OPB',
    honduras,
    'Reintegración Inventada',
    'Invented Reintegration Body',
  ),
  institution(
    'demo-municipalidad',
    'MUN',
    honduras,
    'Municipalidad Inventada',
    'Invented Municipality',
  ),
  institution(
    'demo-sociedad-civil',
    'CSO',
    honduras,
    'Asociación Civil Inventada',
    'Invented Civil Association',
  ),
  institution('demo-trabajo-hn', 'LAB', honduras, 'Trabajo Inventado', 'Invented Labour Office'),
  institution(
    'demo-educacion-hn',
    'EDU',
    honduras,
    'Educación Inventada',
    'Invented Education Office',
  ),
  institution(
    'demo-social-hn',
    'SOC',
    honduras,
    'Desarrollo Social Inventado',
    'Invented Social Development',
  ),
  institution(
    'demo-mujeres-hn',
    'WOM',
    honduras,
    'Instituto Inventado de las Mujeres',
    "Invented Women's Institute",
  ),
  institution('demo-empresa', 'PRIV', honduras, 'Empresa Inventada', 'Invented Company'),
  institution(
    'demo-monitoreo',
    'MON',
    mexico,
    'Órgano de Monitoreo Inventado',
    'Invented Monitoring Body',
  ),
];

/** Who fills which role in the demo. Sending roles are Mexican, receiving ones Honduran. */
const BINDINGS: Readonly<Record<string, string>> = {
  RECTOR: 'demo-rectora',
  'MIG-S': 'demo-migracion-mx',
  'MIG-R': 'demo-migracion-hn',
  CON: 'demo-consulado-hn',
  MFA: 'demo-cancilleria-hn',
  LEGAL: 'demo-defensoria-legal',
  COURT: 'demo-tribunal',
  PROS: 'demo-fiscalia-mx',
  'PROS-S': 'demo-fiscalia-mx',
  ASY: 'demo-refugio-mx',
  UNHCR: 'demo-refugiados',
  RC: 'demo-cruz-roja',
  'HEA-S': 'demo-salud-mx',
  'HEA-R': 'demo-salud-hn',
  'CPA-S': 'demo-ninez-mx',
  'CPA-R': 'demo-ninez-hn',
  'ATU-S': 'demo-unidad-mx',
  'ATU-R': 'demo-unidad-hn',
  'CSO-S': 'demo-albergue-mx',
  'CSO-R': 'demo-sociedad-civil',
  'POL-R': 'demo-enlace-policial-hn',
  REC: 'demo-recepcion-hn',
  'CIV-R': 'demo-registro-hn',
  IOM: 'demo-oim',
  OPB: 'demo-reintegracion-hn',
  MUN: 'demo-municipalidad',
  LAB: 'demo-trabajo-hn',
  EDU: 'demo-educacion-hn',
  SOC: 'demo-social-hn',
  WOM: 'demo-mujeres-hn',
  MON: 'demo-monitoreo',
};

/** Institutions and codes with which the demo starts a shipped protocol. Of any other it knows no roles to bind. */
export function demoStart(protocol: string): {
  bindings: Record<string, string>;
  attributes: Record<string, string>;
} {
  const shipped = SHIPPED.find(({ id }) => id === protocol);
  return {
    bindings: Object.fromEntries(
      (shipped?.roles ?? []).map(({ id }) => [id, BINDINGS[id] ?? BINDINGS.RECTOR!]),
    ),
    attributes: shipped?.attributes.some(({ id }) => id === 'ageBand') ? { ageBand: 'adult' } : {},
  };
}

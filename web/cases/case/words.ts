import type { Standing } from './standing.js';

/** Words of the case page and of what hangs on it. */
export const CASE = {
  es: {
    title: (key: string) => `Caso ${key}`,
    cases: 'Casos',
    protocol: 'Protocolo',
    version: (n: number) => `versión ${n}`,
    pack: 'Marco del país o corredor',
    stage: 'Etapa',
    lead: 'Conduce',
    started: 'Inicio',
    ended: 'Fin',
    myRoles: 'Su institución es',
    vacant: 'Funciones sin institución',
    rehearsal: 'Ensayo con personas inventadas',
    now: 'Dónde está ahora',
    stages: 'Etapas',
    steps: 'Pasos',
    sections: 'Partes del caso',
    flow: 'Flujo',
    timeline: 'Línea de tiempo',
    disclosures: 'Quién sabe qué',
    actions: 'Acciones',
    print: 'Versión para imprimir',
    missing: 'Falta',
    waitsFor: 'Espera',
    more: (n: number) => `y ${n} más`,
    outcome: 'Respuesta',
    opensOn: 'Se abre el',
    family: 'Familia',
    thisPerson: 'La persona de este caso',
    relative: (n: number) => `Familiar ${n}`,
    otherCase: 'Ver su caso',
    joins: 'Lo que la familia pasa junta',
    complete: 'Todas las personas que van llegaron aquí',
    incomplete: 'Falta alguien',
    continues: 'Continúa el caso',
    continuedBy: 'Sigue en el caso',
    operation: 'Operativo de grupo',
    line: 'Renglón en la lista',
    operationCase: 'Ver el operativo',
    seats: (taken: number, capacity: number) => `${taken} de ${capacity} lugares ocupados`,
    lines: 'Renglones',
    list: 'Lista',
    status: 'Estado',
    personCase: 'Caso',
    notVisible: 'No lo ve su institución',
  },
  en: {
    title: (key: string) => `Case ${key}`,
    cases: 'Cases',
    protocol: 'Protocol',
    version: (n: number) => `version ${n}`,
    pack: 'Country or corridor frame',
    stage: 'Stage',
    lead: 'Led by',
    started: 'Started',
    ended: 'Ended',
    myRoles: 'Your institution is',
    vacant: 'Roles without an institution',
    rehearsal: 'Rehearsal with invented people',
    now: 'Where it is now',
    stages: 'Stages',
    steps: 'Steps',
    sections: 'Parts of the case',
    flow: 'Flow',
    timeline: 'Timeline',
    disclosures: 'Who knows what',
    actions: 'Actions',
    print: 'Print version',
    missing: 'Missing',
    waitsFor: 'Waits for',
    more: (n: number) => `and ${n} more`,
    outcome: 'Answer',
    opensOn: 'Opens on',
    family: 'Family',
    thisPerson: 'The person of this case',
    relative: (n: number) => `Relative ${n}`,
    otherCase: 'See their case',
    joins: 'What the family passes together',
    complete: 'Everybody who goes along has come here',
    incomplete: 'Somebody is missing',
    continues: 'Carries on case',
    continuedBy: 'Goes on in case',
    operation: 'Group operation',
    line: 'Line on the list',
    operationCase: 'See the operation',
    seats: (taken: number, capacity: number) => `${taken} of ${capacity} seats taken`,
    lines: 'Lines',
    list: 'List',
    status: 'State',
    personCase: 'Case',
    notVisible: 'Not visible to your institution',
  },
} as const;

/** How a step stands, said the same way in the list, in the picture and in print. */
export const STANDINGS: Readonly<Record<'es' | 'en', Readonly<Record<Standing, string>>>> = {
  es: {
    done: 'Respondido',
    current: 'Abierto',
    suspended: 'Suspendido',
    waiting: 'Espera su momento',
    future: 'Todavía no se abre',
    skipped: 'No ha hecho falta',
    withdrawn: 'Se retiró',
  },
  en: {
    done: 'Answered',
    current: 'Open',
    suspended: 'Suspended',
    waiting: 'Waits for its time',
    future: 'Not open yet',
    skipped: 'Not needed so far',
    withdrawn: 'Taken back',
  },
};

export const STAGE_STANDINGS = {
  es: { done: 'hecha', current: 'en curso', future: 'por venir', skipped: 'no hizo falta' },
  en: { done: 'done', current: 'under way', future: 'to come', skipped: 'not needed' },
} as const;

/** A title as the language quotes it. */
export function quoted(title: string, language: 'es' | 'en'): string {
  return language === 'es' ? `«${title}»` : `“${title}”`;
}

/** How a list of names is read. */
export function listed(names: readonly string[], language: 'es' | 'en'): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

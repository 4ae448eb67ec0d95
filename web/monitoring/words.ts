import type { EngineEvent } from '../../api/gateway/engine-history.js';
import type { GateStanding } from '../../api/runs/gates.js';

export const MONITORING = {
  es: {
    title: 'Monitoreo de casos',
    about:
      'Los casos aparecen con un seudónimo propio de su institución. Ninguna página de monitoreo muestra datos de personas.',
    evidence: 'Pruebas firmadas de un periodo',
    evidenceOf: 'Pedir las pruebas firmadas de este caso',
    filter: 'Filtrar',
    clear: 'Quitar filtros',
    protocol: 'Protocolo',
    stage: 'Etapa con un paso abierto',
    breach: 'Plazos',
    state: 'Estado',
    all: 'Todos',
    breaches: { now: 'Con un paso vencido ahora', ever: 'Con algún plazo incumplido' },
    states: { open: 'Abiertos', ended: 'Terminados' },
    protection: 'Protección',
    lowerings: { soon: 'Reducida poco antes de una salida', any: 'Reducida alguna vez' },
    lowered: { soon: 'Protección reducida poco antes de una salida', any: 'Protección reducida' },
    alarm: (n: number) =>
      n === 1
        ? 'En 1 caso abierto se redujo la protección poco antes de una salida'
        : `En ${n} casos abiertos se redujo la protección poco antes de una salida`,
    alarmed: 'Ver cuáles',
    loweredBy: (step: string, outcome: string, at: string) => `${step}: «${outcome}», ${at}`,
    loweredBefore: (at: string) => `En el caso del que viene, ${at}`,
    loweredAbout:
      'Dos personas lo respondieron; ambas firmas y lo que valía antes están en el registro del caso.',
    found: (n: number) => (n === 1 ? '1 caso' : `${n} casos`),
    none: 'Ningún caso cumple lo que pidió. Quite filtros para ver más.',
    pseudonym: 'Seudónimo',
    version: (n: number) => `versión ${n}`,
    where: 'Dónde está',
    overdue: 'Vencidos ahora',
    lapsed: 'Plazos incumplidos',
    gates: 'Requisitos de salida y entrega',
    gateStep: 'Para',
    gate: 'Requisito',
    standing: 'Situación',
    back: 'Monitoreo de casos',
    case: (name: string) => `Caso ${name}`,
    openSteps: 'Pasos abiertos',
    step: 'Paso',
    holder: 'Institución',
    due: 'Plazo',
    nothing: 'Ningún paso está abierto.',
    history: 'Registro y motor',
    historyAbout:
      'Primero, cada acto del registro; después, lo que anotó por su cuenta el motor que mueve el caso: solo códigos y horas.',
    moment: 'Momento',
    act: 'Acto',
    by: 'Quién',
    system: 'El sistema, por el tiempo',
    folio: 'Folio',
    engine: 'Motor',
    engineEvent: 'Qué anotó',
    noEngine:
      'El motor no responde ahora, así que su registro no se puede mostrar. El registro de actos está completo.',
    stage1: 'Etapa',
    noStage: 'Sin paso abierto',
    endedAs: (how: string) => `Terminó: ${how}`,
    notDelivered: 'Avisos que el buzón de la institución rechazó',
    unused: 'Terminó sin salida',
    noGates: 'Este protocolo no tiene salida ni entrega.',
  },
  en: {
    title: 'Monitoring of cases',
    about:
      'Cases appear under a pseudonym of your institution. No page of monitoring shows data of persons.',
    evidence: 'Signed evidence of a period',
    evidenceOf: 'Ask for signed evidence of this case',
    filter: 'Filter',
    clear: 'Remove filters',
    protocol: 'Protocol',
    stage: 'Stage with an open step',
    breach: 'Deadlines',
    state: 'State',
    all: 'All',
    breaches: { now: 'With a step overdue now', ever: 'With any missed deadline' },
    states: { open: 'Open', ended: 'Ended' },
    protection: 'Protection',
    lowerings: { soon: 'Lowered shortly before a departure', any: 'Lowered at any time' },
    lowered: { soon: 'Protection lowered shortly before a departure', any: 'Protection lowered' },
    alarm: (n: number) =>
      n === 1
        ? 'In 1 open case protection was lowered shortly before a departure'
        : `In ${n} open cases protection was lowered shortly before a departure`,
    alarmed: 'See which',
    loweredBy: (step: string, outcome: string, at: string) => `${step}: “${outcome}”, ${at}`,
    loweredBefore: (at: string) => `In the case it carries on, ${at}`,
    loweredAbout:
      'Two people answered it; both signatures and what held before are in the ledger of the case.',
    found: (n: number) => (n === 1 ? '1 case' : `${n} cases`),
    none: 'No case fits what you asked for. Remove filters to see more.',
    pseudonym: 'Pseudonym',
    version: (n: number) => `version ${n}`,
    where: 'Where it is',
    overdue: 'Overdue now',
    lapsed: 'Missed deadlines',
    gates: 'Requirements of departure and handover',
    gateStep: 'For',
    gate: 'Requirement',
    standing: 'Standing',
    back: 'Monitoring of cases',
    case: (name: string) => `Case ${name}`,
    openSteps: 'Open steps',
    step: 'Step',
    holder: 'Institution',
    due: 'Deadline',
    nothing: 'No step is open.',
    history: 'Ledger and engine',
    historyAbout:
      'First every act of the ledger; then what the engine that moves the case noted by itself: codes and times only.',
    moment: 'Moment',
    act: 'Act',
    by: 'Who',
    system: 'The system, by time',
    folio: 'Folio',
    engine: 'Engine',
    engineEvent: 'What it noted',
    noEngine:
      'The engine does not answer now, so its record cannot be shown. The ledger of acts is complete.',
    stage1: 'Stage',
    noStage: 'No open step',
    endedAs: (how: string) => `Ended: ${how}`,
    notDelivered: 'Notices the institution’s mailbox refused',
    unused: 'Ended without departure',
    noGates: 'This protocol has no departure and no handover.',
  },
} as const;

export const GATE_NAMES: Readonly<
  Record<'es' | 'en', Readonly<Record<GateStanding['standing'], string>>>
> = {
  es: {
    passed: 'Se cumplía al salir',
    holds: 'Se cumple',
    missing: 'Falta',
    unused: 'El caso terminó sin llegar a este paso',
  },
  en: {
    passed: 'Held at departure',
    holds: 'Holds',
    missing: 'Missing',
    unused: 'The case ended before this step',
  },
};

export const ENGINE_EVENTS: Readonly<
  Record<'es' | 'en', Readonly<Record<EngineEvent['kind'], string>>>
> = {
  es: {
    started: 'Empezó a seguir el caso',
    told: 'Supo de un acto',
    activity: 'Encargó una tarea',
    timer: 'Puso un reloj',
    fired: 'Sonó un reloj',
    failed: 'Una tarea falló y se repite',
    renewed: 'Siguió en un registro nuevo',
    ended: 'Terminó de seguir el caso',
  },
  en: {
    started: 'Began to follow the case',
    told: 'Heard of an act',
    activity: 'Ordered a task',
    timer: 'Set a clock',
    fired: 'A clock rang',
    failed: 'A task failed and is tried again',
    renewed: 'Went on in a new record',
    ended: 'Finished following the case',
  },
};

import type { Text } from '../../language/text.js';
import type { LapseReason } from '../play/lapse-reason.js';
import type { Phase } from '../play/task.js';

export type Language = 'es' | 'en';

/** Headings and words of the text and the picture. */
export const WORDS = {
  simulation: { es: 'Simulación de', en: 'Simulation of' },
  runs: { es: 'procesos', en: 'runs' },
  seed: { es: 'semilla', en: 'seed' },
  perDay: { es: 'llegadas por día', en: 'arrivals a day' },
  from: { es: 'desde', en: 'from' },
  findings: { es: 'Lo que hay que mirar', en: 'What to look at' },
  nothing: {
    es: 'Nada: los plazos pueden cumplirse y ninguna institución está sobrecargada.',
    en: 'Nothing: the deadlines can be met and no institution is overloaded.',
  },
  endings: { es: 'Cómo terminan y en cuántos días', en: 'How they end and after how many days' },
  all: { es: 'Todos los que terminaron', en: 'All that ended' },
  stages: { es: 'Días por etapa', en: 'Days by stage' },
  institutions: { es: 'Instituciones', en: 'Institutions' },
  load: { es: 'carga', en: 'load' },
  officers: { es: 'personal', en: 'staff' },
  needed: { es: 'hace falta', en: 'needed' },
  growth: { es: 'cola/día', en: 'queue/day' },
  wait: { es: 'espera h', en: 'wait h' },
  steps: {
    es: 'Pasos: en qué se va el tiempo (horas de media por apertura)',
    en: 'Steps: where the time goes (mean hours an opening)',
  },
  openings: { es: 'aperturas', en: 'openings' },
  untilOpen: { es: 'por abrir', en: 'to open' },
  open: { es: 'abierto', en: 'open' },
  still: { es: 'detenido', en: 'still' },
  deadlines: { es: 'Plazos que vencen', en: 'Deadlines that lapse' },
  lapsed: { es: 'vencidos', en: 'lapsed' },
  of: { es: 'de', en: 'of' },
  escalated: { es: 'escalados', en: 'escalated' },
  noDeadlines: { es: 'Ninguno venció.', en: 'None lapsed.' },
  receipts: { es: 'Acuses de recibo tardíos', en: 'Late receipts' },
  never: { es: 'Nunca visto en estos procesos', en: 'Never seen in these runs' },
  neverSteps: { es: 'pasos', en: 'steps' },
  neverOutcomes: { es: 'respuestas', en: 'answers' },
  neverEvents: { es: 'sucesos', en: 'events' },
  none: { es: 'ninguno', en: 'none' },
  paths: { es: 'Caminos más frecuentes', en: 'Most frequent ways' },
  days: { es: 'días', en: 'days' },
  assumed: {
    es: 'Los tiempos, pesos y personal son supuestos, no mediciones: cámbielos con un perfil.',
    en: 'Times, weights and staff are assumptions, not measurements: change them with a profile.',
  },
  overloaded: { es: 'sobrecargada', en: 'overloaded' },
  tight: { es: 'al límite', en: 'tight' },
} satisfies Record<string, Text>;

export const PHASE_WORDS: Readonly<Record<Phase, Text>> = {
  response: { es: 'sin tomar', en: 'not taken up' },
  closed: { es: 'cerrado', en: 'closed' },
  capacity: { es: 'en cola', en: 'queued' },
  working: { es: 'trabajo', en: 'work' },
  held: { es: 'retenido', en: 'held' },
};

/** Why a deadline lapsed, as the end of a sentence. */
export const REASON_WORDS: Readonly<Record<LapseReason, Text>> = {
  'not-before': {
    es: 'el paso no puede abrirse (notBefore) con tiempo suficiente antes del fin de su plazo',
    en: 'the step may not open (notBefore) early enough before its deadline ends',
  },
  'date-too-near': {
    es: 'la fecha prevista se fija demasiado cerca',
    en: 'the planned date is set too near',
  },
  prerequisites: {
    es: 'lo que debe ocurrir antes consume el plazo',
    en: 'what has to happen before uses up the time',
  },
  'work-too-long': {
    es: 'el trabajo por sí solo dura más que el plazo',
    en: 'the work alone takes longer than the deadline',
  },
  closed: {
    es: 'la institución está cerrada la mayor parte del plazo',
    en: 'the institution is closed for most of the time',
  },
  capacity: { es: 'no hay nadie libre para atenderlo', en: 'nobody is free to work on it' },
  silence: { es: 'nadie reacciona', en: 'nobody reacts' },
  suspended: {
    es: 'está listo, pero falta un requisito',
    en: 'it is ready, but a requirement is missing',
  },
  slow: { es: 'se toma demasiado tarde', en: 'it is taken up too late' },
};

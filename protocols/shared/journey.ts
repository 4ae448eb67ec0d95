import type { Step } from '../language/step.js';
import type { Source } from '../language/text.js';
import { ask, due, must, outcome, share } from './pieces.js';
import { choice, law, option, span, t } from './texts.js';

const BEFORE_DEPARTURE = { from: { before: 'departure' } } as const;

/** Not earlier than this many hours before the planned departure. */
export const lastHours = (hours: number) =>
  ({ ...span(hours, 'hours'), before: 'departure' }) as const;

/** A fact that is good for so many hours. */
export const forHours = <const F extends string>(fact: F, hours: number) => ({
  fact,
  validFor: span(hours, 'hours'),
});

/** Due so many hours before the planned departure; silence keeps the departure blocked. */
export const hoursBefore = (hours: number, why: string) =>
  due(hours, 'hours', 'L2', choice(why), BEFORE_DEPARTURE);

/** Whoever receives says so by name, or asks for another date. `sets` is what a confirmation establishes. */
export const receptionAnswers = <const S extends string, const O extends object>(
  sets: S,
  off: O,
) => [
  { id: 'confirmed', title: t('Confirmada', 'Confirmed'), sets: [sets] as const },
  { id: 'not-ready', title: t('Todavía no: otra fecha', 'Not ready: another date'), ...off },
];

/** A specialised person for the whole way. A child never travels without one. */
export const ESCORT_ASSIGNMENT = {
  id: 'escort-assignment',
  kind: 'task',
  stage: 'transfer',
  by: 'CPA-S',
  safeguard: true,
  deadline: hoursBefore(72, '72 hours before'),
  outcomes: [outcome('assigned', t('Asignado', 'Assigned'), { sets: ['escortAssigned'] })],
  basis: [law('MX LM art. 112 III'), law('GCM objective 21(g)')],
} as const satisfies Partial<Step>;

export const ESCORT_TRAINING = must('escort-training', 'text', 'D10', t('Formación', 'Training'));
export const ESCORT_TO_COUNTERPART = share(
  'counterpart',
  'CPA-R',
  ['D10'],
  t('Saber quién acompaña', 'Know who escorts'),
  law('GCM objective 21(g)'),
);

/** In the last day the child is heard once more, in private; who is opposed does not travel. */
export const CHILD_FINAL_CHECK = {
  kind: 'approval',
  stage: 'transfer',
  instructions: t(
    'En las 24 horas previas escuche de nuevo a la niña o el niño, a solas. Si se opone, no viaja y se determina de nuevo.',
    'Within the 24 hours before listen to the child again, in private. If the child is opposed, nobody travels and it is determined anew.',
  ),
  by: 'CPA-S',
  notBefore: lastHours(24),
  safeguard: true,
  deadline: hoursBefore(2, 'Before leaving'),
} as const satisfies Partial<Step>;

export const VIEW_AGAIN = ask(
  'view-again',
  'long-text',
  'D6',
  t('Lo que dijo esta vez', 'What the child said this time'),
  { required: ['cleared', 'opposed'] },
);

/** What whoever checks ticks off for every child. */
export const CHILD_CHECKLIST = [
  option('determination', 'Determinación vigente', 'Determination valid'),
  option('remedy', 'Sin recurso', 'No remedy'),
  option('escort', 'Acompañante', 'Escort'),
  option('reception', 'Recepción', 'Reception'),
] as const;

export const checklist = (id: string, on: string, options: readonly ReturnType<typeof option>[]) =>
  ask(id, 'codes', 'D6', t('Lista de verificación', 'Checklist'), { required: [on], options });

export const monitoringCode = (id: string) =>
  must(id, 'text', 'D13', t('Código para monitoreo', 'Code for monitoring'));

/** The monitor hears of the journey in code, and may come. */
export const noticeToMonitor = (on: string) =>
  share(
    'monitor',
    'MON',
    ['D13'],
    t('Aviso codificado', 'Coded notice'),
    law('GCM objective 21(f)'),
    { on: [on] },
  );

/** What the check of a child may find. `off` stops this journey, `anew` also voids what was decided. */
export const childCheckFindings = <const Off extends object, const Anew extends object>(
  off: Off,
  anew: Anew,
) => [
  outcome('cleared', t('Todo en orden', 'All in order'), {
    sets: [forHours('finalCheckPassed', 24)],
  }),
  { id: 'not-cleared', title: t('Algo falla', 'Something fails'), ...off },
  { id: 'opposed', title: t('Ahora se opone', 'Now opposed'), ...anew },
];

/** The moment at which somebody leaves a country. */
export const DEPARTURE = {
  kind: 'task',
  stage: 'transfer',
  effects: ['departs'],
  notBefore: lastHours(6),
} as const satisfies Partial<Step>;

export const leftAt = (id: string) =>
  ask(id, 'instant', 'D10', t('Hora de salida', 'Time of departure'), { required: ['left'] });

export const LEFT = outcome('left', t('Salió', 'Left'), {
  clears: ['inSendingState'],
  sets: ['inTransit'],
});

/** Somebody who left must arrive. */
export const ARRIVAL = {
  id: 'arrival',
  kind: 'wait',
  stage: 'handover',
  deadline: due(
    24,
    'hours',
    'L1',
    choice('No regional journey takes longer; a missing person must be noticed'),
  ),
  form: [must('arrived-at', 'instant', 'D10', t('Hora de llegada', 'Time of arrival'))],
  outcomes: [outcome('arrived', t('Llegó', 'Arrived'))],
} as const satisfies Partial<Step>;

/** Something stands in the way of a handover: the person is brought back and handed to nobody meanwhile. */
export const BRING_BACK = {
  id: 'bring-back',
  kind: 'task',
  title: t('Detener el viaje y traer de vuelta', 'Stop the journey and bring back'),
  safeguard: true,
  deadline: due(24, 'hours', 'L2', choice('The return leg of the journey')),
} as const satisfies Partial<Step>;

export const placeNow = (category: 'D6' | 'D10') =>
  must('place-now', 'text', category, t('Lugar donde está', 'Present place'));

export const STOPPED_SAFELY = outcome('stopped', t('En un lugar seguro', 'At a safe place'), {
  keepsOpen: true,
});

/** Custody changes hands between States: both sign, and nobody is handed over by silence. */
export const HANDOVER_ACT = {
  kind: 'approval',
  effects: ['hands-over'],
  safeguard: true,
  // Without it nobody can say in whose hands the person is.
  deadline: due(1, 'hours', 'L2', choice('On arrival'), { tellsMonitor: true }),
} as const satisfies Partial<Step>;

/** A receipt of the handover for the authority that sent the person. */
export const HANDOVER_RECEIPT = share(
  'receipt',
  'ATU-S',
  ['D10'],
  t('Constancia de entrega', 'Receipt'),
  law('MX LM art. 124'),
  { on: ['signed'] },
);

/** Who waits at the other end learns that the person left. */
export const awaitArrival = <const Id extends string, const To extends string>(
  id: Id,
  to: To,
  ground: Source,
) => share(id, to, ['D10'], t('Esperar la llegada', 'Await the arrival'), ground, { on: ['left'] });

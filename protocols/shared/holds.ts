import type { Consequences, Step } from '../language/step.js';
import { ask, due, must, outcome, REASONS, share } from './pieces.js';
import { choice, law, t } from './texts.js';

/** A claim reaches the asylum authority at once; nobody else is told. */
export const ASYLUM_REFERRAL = {
  id: 'asylum-referral',
  kind: 'share',
  stage: 'holds',
  title: t('Remisión a la autoridad de refugio', 'Referral to the asylum authority'),
  instructions: t(
    'Remita la solicitud de inmediato. No se informa al consulado.',
    'Refer the claim at once. The consulate is not told.',
  ),
  deadline: due(24, 'hours', 'L1', choice('24 h as ceiling; MX LRPCAP art. 21 says immediate')),
  form: [
    must('claim-account', 'long-text', 'D6', t('Lo que dijo la persona', 'What the person said')),
  ],
  shares: [
    share(
      'asylum',
      'ASY',
      ['D1', 'D6', 'D8'],
      t('Solicitud de asilo', 'Asylum claim'),
      law('MX LRPCAP art. 21'),
    ),
  ],
  outcomes: [outcome('referred', t('Remitida', 'Referred'))],
  basis: [law('MX LRPCAP art. 21')],
} as const satisfies Partial<Step>;

/** Nothing moves until the asylum authority rules; silence refuses nothing. */
export const ASYLUM_HOLD = {
  id: 'asylum-hold',
  kind: 'wait',
  stage: 'holds',
  title: t('En procedimiento de refugio', 'Asylum procedure'),
  by: 'ASY',
  secondPerson: ['refused', 'withdrawn'],
  safeguard: true,
  deadline: due(45, 'working-days', 'L2', law('MX LRPCAP art. 24: 45 working days, up to 45 more')),
  form: [
    ask('asylum-ruling', 'text', 'D8', t('Resolución', 'Ruling'), {
      required: ['recognised', 'refused'],
    }),
  ],
  basis: [law('MX LRPCAP arts. 7, 21, 24')],
} as const satisfies Partial<Step>;

/** How an asylum procedure ends: with protection, or in one of two ways without it, which do the same to the run. */
export const asylumRulings = <const R extends Consequences, const O extends Consequences>(
  recognised: R,
  over: O,
) => ({
  recognised: {
    id: 'recognised',
    title: t('Protección reconocida', 'Protection recognised'),
    ...recognised,
  },
  refused: {
    id: 'refused',
    title: t('Negada en definitiva', 'Finally refused'),
    ...over,
    lowers: true as const,
  },
  withdrawn: {
    id: 'withdrawn',
    title: t('La persona desistió ante su defensa', 'Withdrawn before counsel'),
    ...over,
    lowers: true as const,
  },
  extended: outcome('extended', t('Plazo ampliado', 'Time extended'), { keepsOpen: true }),
});

/** A person who is not fit does not travel, and is looked at again every ten days. */
export const MEDICAL_HOLD = {
  id: 'medical-hold',
  kind: 'assessment',
  stage: 'holds',
  title: t('Suspensión por salud', 'Medical hold'),
  by: 'HEA-S',
  limit: 12,
  safeguard: true,
  deadline: due(10, 'calendar-days', 'L2', choice('Review every 10 days')),
  form: [must('medical-review', 'long-text', 'D5b', t('Revisión', 'Review'))],
  basis: [law('MX LM art. 111 IV')],
} as const satisfies Partial<Step>;

export const NOT_FIT_YET = t(
  'Revise a la persona cada 10 días. Mientras no esté apta no viaja.',
  'Review the person every 10 days. While not fit, they do not travel.',
);

/** What a review may find. `recovered` is what recovery does besides ending the hold. */
export const medicalFindings = <const P extends Consequences, const R extends Consequences>(
  permanent: P,
  recovered: R,
) => [
  {
    id: 'recovered',
    title: t('Puede continuar', 'May go on'),
    sets: ['noMedicalHold'] as const,
    ...recovered,
  },
  { id: 'still-unfit', title: t('Sigue sin poder viajar', 'Still unfit') },
  { id: 'permanent', title: t('No podrá viajar', 'Permanently unfit'), ...permanent },
];

/** A transfer stands still for a cause nobody answers for, until somebody says that it has ended. */
export const FORCE_MAJEURE_HOLD = {
  id: 'force-majeure-hold',
  kind: 'wait',
  stage: 'holds',
  title: t('Caso fortuito o fuerza mayor', 'Force majeure'),
  deadline: due(10, 'calendar-days', 'L1', choice('Review as for health')),
  outcomes: [
    outcome('ended', t('Terminó la causa', 'The cause has ended'), { sets: ['noForceMajeure'] }),
  ],
  basis: [law('MX LM art. 125')],
} as const satisfies Partial<Step>;

export const CAUSE_ENDED = t(
  'Cuando termine la causa, dígalo; se fija nueva fecha.',
  'Say when the cause has ended; a new date is then set.',
);
export const FORCE_MAJEURE_REVIEW = (ref: string) => due(10, 'calendar-days', 'L1', choice(ref));

/** Somebody is absent. That is no offence, and after a month at the latest a person says how it goes on. */
export const ABSENCE_REVIEW = {
  id: 'absence-review',
  kind: 'task',
  stage: 'holds',
  title: t('Ausencia', 'Absence'),
  by: 'RECTOR',
  deadline: due(30, 'calendar-days', 'L1', choice('A month to come back')),
} as const satisfies Partial<Step>;

export const CAME_BACK = outcome('resumed', t('Volvió', 'Came back'), { sets: ['personPresent'] });
export const CLOSED_AS_ABSENT = outcome('closed', t('Se cierra por ausencia', 'Closed as absent'), {
  ends: 'absconded',
});

/** Only for children: an alert, and a search that goes on until the child is found. */
export const CHILD_SEARCH = {
  id: 'child-search',
  kind: 'task',
  stage: 'holds',
  title: t('Búsqueda de la niña o el niño', 'Search for the child'),
  by: 'CPA-S',
  deadline: due(2, 'hours', 'L1', choice('The first hours decide')),
  form: [must('search-steps', 'long-text', 'D6', t('Qué se hizo', 'What was done'))],
  outcomes: [
    {
      id: 'found',
      title: t('Hallada o hallado', 'Found'),
      sets: ['personPresent'],
      withdraws: ['absence-review'],
    },
    outcome('searching', t('Se sigue buscando', 'Still searching'), { keepsOpen: true }),
  ],
} as const satisfies Partial<Step>;

/** A child that came back by itself: nobody searches any longer. */
export const CHILD_CAME_BACK = { ...CAME_BACK, withdraws: ['child-search'] as const };

/** A search in the country of origin, after the return. It ends only with the child or with a decision. */
export const SEARCH_IN_ORIGIN = {
  kind: 'task',
  stage: 'holds',
  title: t('Búsqueda en origen', 'Search in the country of origin'),
  form: [must('origin-search', 'long-text', 'D6', t('Qué se hizo', 'What was done'))],
} as const satisfies Partial<Step>;

export const STILL_SEARCHING = outcome('searching', t('Se sigue buscando', 'Still searching'), {
  keepsOpen: true,
});

/** A person, not a system, tells the family. */
export const DEATH_NOTICE = {
  id: 'death-notice',
  kind: 'notice',
  stage: 'holds',
  title: t('Aviso a la familia', 'Notice to the family'),
  by: 'RECTOR',
  when: 'event:deceased',
  deadline: due(24, 'hours', 'L1', choice('The family is told first, and soon')),
  form: [must('family-told', 'text', 'D4', t('Quién fue avisado', 'Who was told'))],
  outcomes: [outcome('notified', t('Familia avisada', 'Family told'), { ends: 'deceased' })],
} as const satisfies Partial<Step>;

export const FAMILY_THEN_CONSULATE = t(
  'Una persona avisa a la familia y, si está permitido, al consulado. Después se cierra.',
  'A person tells the family and, where allowed, the consulate. Then the run closes.',
);

/** Every attempt of a loop is used up: a person answers for what becomes of the case. */
export const LEAD_DECISION = {
  id: 'lead-decision',
  kind: 'approval',
  stage: 'holds',
  title: t('Decisión de la institución rectora', 'Decision of the lead institution'),
  by: 'RECTOR',
  form: [REASONS],
} as const satisfies Partial<Step>;

/** The run came to a stop and the person is on the way: whoever leads it has them brought back. */
export const STANDSTILL_ON_THE_WAY = {
  id: 'standstill-on-the-way',
  kind: 'approval',
  stage: 'holds',
  title: t('El traslado quedó sin quien actúe', 'The journey has come to a stop'),
  instructions: t(
    'Ningún paso está abierto y la persona está en camino. Haga que vuelva y diga por qué.',
    'No step is open and the person is on the way. Have them brought back and say why.',
  ),
  by: 'RECTOR',
  when: { all: ['inTransit', 'idle'] },
  requires: ['inTransit'],
  deadline: due(2, 'hours', 'L1', choice('Somebody on the way cannot wait')),
  form: [REASONS],
} as const satisfies Partial<Step>;

/** The run came to a stop after the return: whoever leads it says how it goes on. */
export const STANDSTILL_AFTER_RETURN = {
  id: 'standstill-after-return',
  kind: 'approval',
  stage: 'holds',
  title: t('El acompañamiento quedó sin quien actúe', 'The follow-up has come to a stop'),
  instructions: t(
    'Ningún paso está abierto. Decida si se revisa de nuevo la situación de la persona o si corresponde cerrar.',
    "No step is open. Decide whether the person's situation is looked at again or the run is to be closed.",
  ),
  by: 'RECTOR',
  when: { all: ['received', 'idle'] },
  deadline: due(5, 'working-days', 'L1', choice('A week; nobody else is asked')),
  form: [REASONS],
} as const satisfies Partial<Step>;

export const LOOK_AGAIN = outcome('look-again', t('Se revisa de nuevo', 'To be looked at again'));
export const TO_BE_CLOSED = outcome('to-be-closed', t('Corresponde cerrar', 'To be closed'));

/** Nobody is moved while a remedy is pending. */
export const REMEDY_PENDING = {
  kind: 'wait',
  title: t('Recurso en trámite', 'Remedy pending'),
  by: 'COURT',
  form: [must('ruling', 'text', 'D8', t('Resolución u orden', 'Ruling or order'))],
} as const satisfies Partial<Step>;

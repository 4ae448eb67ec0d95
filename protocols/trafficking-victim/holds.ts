import * as hold from '../shared/holds.js';
import { SUSPENSION_DEEMED } from '../shared/remedies.js';
import { choice, law, t } from '../shared/texts.js';
import {
  BEFORE_HANDOVER,
  CHILD,
  EVERYTHING,
  JOURNEY,
  PREPARED,
  RETURN_DECISION,
  WAY_OUT,
} from './needs.js';
import { due, outcome, type ProtectedStep } from './pieces.js';

const rulings = hold.asylumRulings(
  { ends: 'closed-stay' },
  { clears: EVERYTHING, sets: ['noAsylumPending'], withdraws: PREPARED },
);

/** Holding states and the last human exit. */
export const holds: readonly ProtectedStep[] = [
  {
    ...hold.REMEDY_PENDING,
    id: 'appeal-pending',
    stage: 'holds',
    instructions: t(
      'Mientras se resuelve nadie viaja. Sin resolución en 5 días, la suspensión se tiene por concedida.',
      'Until the ruling nobody travels. Without a ruling in 5 days the suspension counts as granted.',
    ),
    when: {
      all: [
        BEFORE_HANDOVER,
        { any: ['event:appeal-filed', 'event:court-order', 'bid-remedy-window:filed'] },
      ],
    },
    // Whoever is on the way is brought back first, so that the ruling finds the person where it can be carried out.
    requires: ['inSendingState'],
    clearsAtOpening: ['noRemedyPending'],
    safeguard: true,
    deadline: due(5, 'calendar-days', 'L3', law('MX LFPA art. 87'), { lapse: 'suspension-deemed' }),
    outcomes: [
      SUSPENSION_DEEMED,
      outcome('dismissed', t('Desestimado en definitiva', 'Finally dismissed'), {
        sets: ['noRemedyPending'],
      }),
      outcome(
        'overturned',
        t('Decisión revocada: se decide de nuevo', 'Decision overturned: decided anew'),
        {
          clears: EVERYTHING,
          sets: ['noRemedyPending'],
          withdraws: [...PREPARED, ...WAY_OUT],
        },
      ),
      outcome('stay-ordered', t('Se ordena que permanezca', 'Stay ordered'), {
        ends: 'closed-stay',
      }),
    ],
    basis: [law('MX LA arts. 126, 160')],
  },
  {
    ...hold.ASYLUM_REFERRAL,
    instructions: t(
      'Remita de inmediato. Al consulado no se le dice nada.',
      'Refer at once. The consulate is told nothing.',
    ),
    by: 'ATU-S',
    when: { all: [BEFORE_HANDOVER, 'event:asylum-claim'] },
  },
  {
    ...hold.ASYLUM_HOLD,
    requires: ['inSendingState'],
    instructions: t(
      'Todo trámite de retorno queda detenido. El silencio no niega nada.',
      'Every step towards return stands still. Silence refuses nothing.',
    ),
    when: { all: [BEFORE_HANDOVER, 'event:asylum-claim'] },
    clearsAtOpening: ['noAsylumPending', 'disclosureAuthorised', 'nonRefoulementClear'],
    outcomes: [rulings.recognised, rulings.refused, rulings.withdrawn, rulings.extended],
  },
  {
    ...hold.MEDICAL_HOLD,
    instructions: t(
      'Revise cada 10 días. Mientras no esté apta no viaja.',
      'Review every 10 days. While not fit, nobody travels.',
    ),
    when: {
      all: [
        BEFORE_HANDOVER,
        { any: ['event:medical-hold', 'escort-and-fitness:unfit', 'medical-hold:still-unfit'] },
      ],
    },
    clearsAtOpening: ['noMedicalHold', 'fitToTravel'],
    outcomes: hold.medicalFindings(
      { clears: ['returnOpen', ...JOURNEY], sets: ['noMedicalHold'] },
      {},
    ),
  },
  {
    ...hold.FORCE_MAJEURE_HOLD,
    instructions: t(
      'Cuando termine la causa, dígalo; se acuerda otra fecha.',
      'Say when the cause has ended; another date is then agreed.',
    ),
    by: 'IOM',
    when: { all: [BEFORE_HANDOVER, 'event:force-majeure'] },
    clearsAtOpening: ['noForceMajeure'],
  },
  {
    ...hold.ABSENCE_REVIEW,
    instructions: t(
      'Anote si volvió o si se cierra. La ausencia no se sanciona ni se anota como falta.',
      'Record whether the person came back or the run closes. Absence is neither sanctioned nor recorded as a fault.',
    ),
    when: { all: [BEFORE_HANDOVER, 'event:absconded'] },
    clearsAtOpening: ['personPresent'],
    outcomes: [hold.CHILD_CAME_BACK, hold.CLOSED_AS_ABSENT],
  },
  {
    ...hold.CHILD_SEARCH,
    instructions: t(
      'Active la alerta de búsqueda. Solo para niñas y niños.',
      'Raise the search alert. For children only.',
    ),
    when: { all: [BEFORE_HANDOVER, CHILD, 'event:absconded', { not: 'personPresent' }] },
  },
  {
    ...hold.SEARCH_IN_ORIGIN,
    id: 'r-child-search',
    instructions: t(
      'Busque con discreción. Solo se cierra si cumplió 18 años o lo decidió la autoridad judicial.',
      'Search discreetly. It closes only if the child turned 18 or a court decided so.',
    ),
    by: 'CPA-R',
    when: { all: ['received', CHILD, 'r-lost-contact:not-found'] },
    deadline: due(24, 'hours', 'L1', choice('A day; then the supervisor')),
    outcomes: [
      outcome('found', t('Hallada o hallado', 'Found'), { sets: ['safeContact'] }),
      hold.STILL_SEARCHING,
      outcome(
        'other-decision',
        t('Cumplió 18 años o hay decisión judicial', 'Turned 18, or a court decided'),
      ),
    ],
  },
  {
    ...hold.DEATH_NOTICE,
    instructions: t(
      'Una persona avisa a la familia si es seguro y, si fue autorizado, al consulado, sin decir el motivo del proceso.',
      'A person tells the family if it is safe and, if authorised, the consulate, without the reason of the run.',
    ),
    outcomes: [outcome('notified', t('Avisada', 'Told'), { ends: 'deceased' })],
  },
  {
    ...hold.LEAD_DECISION,
    instructions: t(
      'El proceso agotó sus intentos. Decida que la persona permanezca o que se busquen alternativas; nunca un traslado.',
      'The run has used up its attempts. Decide that the person stays or that alternatives are sought; never a transfer.',
    ),
    when: {
      all: [
        { not: 'inTransit' },
        { not: 'received' },
        {
          any: [
            'idle',
            'exhausted:preliminary-identification',
            'exhausted:formal-identification',
            'exhausted:risk-information',
            'exhausted:decision-review',
            'exhausted:bid-complement',
            'exhausted:nationality-alternatives',
            'exhausted:medical-hold',
          ],
        },
      ],
    },
    clearsAtOpening: [...RETURN_DECISION, ...JOURNEY],
    deadline: due(5, 'working-days', 'L1', choice('A week; the person waits')),
    outcomes: [
      outcome('stay', t('Permanece con permiso', 'Stays with a permit'), { ends: 'closed-stay' }),
      outcome('alternatives', t('Buscar alternativas', 'Seek alternatives'), {
        clears: ['returnOpen'],
      }),
    ],
  },
  { ...hold.STANDSTILL_AFTER_RETURN, outcomes: [hold.LOOK_AGAIN, hold.TO_BE_CLOSED] },
];

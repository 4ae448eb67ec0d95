import * as hold from '../shared/holds.js';
import { choice, t } from '../shared/texts.js';
import { BEFORE_HANDOVER, BID, CONSULAR, EVERYTHING, JOURNEY, PREPARED } from './needs.js';
import { ask, due, type MinorStep, outcome, share } from './pieces.js';

const DECIDED_ANEW = {
  clears: EVERYTHING,
  sets: ['noAsylumPending'],
  withdraws: PREPARED,
} as const;
const rulings = hold.asylumRulings(
  { ...DECIDED_ANEW, clears: ['returnOpen', ...EVERYTHING] },
  DECIDED_ANEW,
);

/** Holding states and the last human exit. */
export const holds: readonly MinorStep[] = [
  {
    ...hold.ASYLUM_HOLD,
    instructions: t(
      'Todo trámite de retorno queda detenido; salud y cuidado siguen. Al consulado no se le dice nada.',
      'Every step towards return stands still; health and care go on. The consulate is told nothing.',
    ),
    when: { all: [BEFORE_HANDOVER, { not: 'noAsylumPending' }] },
    form: [
      ask('asylum-ruling', 'text', 'D8', t('Resolución', 'Ruling'), {
        required: ['recognised', 'refused'],
      }),
      ask('asylum-notice', 'text', 'D8', t('Acuse del aviso', 'Receipt of the notice')),
    ],
    outcomes: [rulings.recognised, rulings.refused, rulings.withdrawn, rulings.extended],
  },
  {
    ...hold.MEDICAL_HOLD,
    when: {
      all: [
        BEFORE_HANDOVER,
        { not: 'noMedicalHold' },
        { any: ['start', 'medical-hold:still-unfit'] },
      ],
    },
    outcomes: hold.medicalFindings(
      { clears: ['returnOpen', ...BID, ...JOURNEY], sets: ['noMedicalHold'], withdraws: PREPARED },
      { clears: ['fitToTravel'] },
    ),
  },
  {
    ...hold.FORCE_MAJEURE_HOLD,
    by: 'CPA-S',
    when: { all: [BEFORE_HANDOVER, { not: 'noForceMajeure' }] },
  },
  {
    ...hold.ABSENCE_REVIEW,
    instructions: t(
      'Anote si volvió. La ausencia no se sanciona ni se anota como falta.',
      'Record whether the child came back. Absence is neither sanctioned nor recorded as a fault.',
    ),
    when: { all: [BEFORE_HANDOVER, { not: 'personPresent' }] },
    outcomes: [hold.CHILD_CAME_BACK, hold.CLOSED_AS_ABSENT],
  },
  {
    ...hold.CHILD_SEARCH,
    when: { all: [BEFORE_HANDOVER, { not: 'personPresent' }] },
  },
  {
    ...hold.SEARCH_IN_ORIGIN,
    id: 'search-in-origin',
    by: 'CPA-R',
    when: { all: ['living', 'received', { not: 'personPresent' }] },
    deadline: due(2, 'hours', 'L1', choice('The first hours decide')),
    outcomes: [
      outcome('found', t('Hallada o hallado', 'Found'), { sets: ['personPresent'] }),
      hold.STILL_SEARCHING,
      outcome('other-decision', t('Lo decidió un tribunal', 'A court decided')),
    ],
  },
  {
    ...hold.DEATH_NOTICE,
    instructions: t(
      'Una persona avisa a la familia y, si nada lo impide, al consulado.',
      'A person tells the family and, unless something forbids it, the consulate.',
    ),
    outcomes: [outcome('notified', t('Avisada', 'Told'), { ends: 'deceased' })],
  },
  {
    ...hold.LEAD_DECISION,
    instructions: t(
      'El proceso agotó sus intentos. Decida que se busquen alternativas o que se determine de nuevo; nunca un retorno.',
      'The run has used up its attempts. Decide that alternatives are sought or that it is determined anew; never a return.',
    ),
    when: {
      all: [
        { not: 'inTransit' },
        { not: 'received' },
        {
          any: [
            'idle',
            'exhausted:bid-complement',
            'exhausted:nationality-alternatives',
            'exhausted:notice-correction',
            'exhausted:medical-hold',
          ],
        },
      ],
    },
    clearsAtOpening: ['finalCheckPassed'],
    deadline: due(5, 'working-days', 'L1', choice('A week; the child waits')),
    shares: [
      share(
        'protection',
        'CPA-S',
        ['D6'],
        t('Cumplir la decisión', 'Carry out the decision'),
        choice('Who decides must tell who acts'),
      ),
    ],
    outcomes: [
      outcome('alternatives', t('Buscar alternativas', 'Seek alternatives'), {
        clears: ['returnOpen', 'stayGranted', ...BID, ...JOURNEY],
        sets: ['noMedicalHold'],
        withdraws: PREPARED,
      }),
      outcome('anew', t('Se determina de nuevo', 'Determined anew'), {
        clears: ['stayGranted', 'childViewRecorded', ...CONSULAR, ...BID, ...JOURNEY],
        sets: ['noMedicalHold'],
        withdraws: PREPARED,
      }),
      outcome('stay', t('Permanece con solución duradera', 'Stays with a durable solution'), {
        ends: 'closed-stay',
      }),
    ],
  },
  // The file of a child is not closed here: what follows is another look, and the visits go on.
  {
    ...hold.STANDSTILL_AFTER_RETURN,
    outcomes: [{ ...hold.LOOK_AGAIN, clears: ['receptionSafe'] }],
  },
];

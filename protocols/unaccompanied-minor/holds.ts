import { BEFORE_HANDOVER, BID, CONSULAR, EVERYTHING, JOURNEY, PREPARED } from './needs.js';
import {
  ask,
  choice,
  due,
  law,
  type MinorStep,
  must,
  outcome,
  REASONS,
  share,
  t,
} from './pieces.js';

/** Holding states and the last human exit. */
export const holds: readonly MinorStep[] = [
  {
    id: 'asylum-hold',
    kind: 'wait',
    stage: 'holds',
    title: t('En procedimiento de refugio', 'Asylum procedure'),
    instructions: t(
      'Todo trámite de retorno queda detenido; salud y cuidado siguen. Al consulado no se le dice nada.',
      'Every step towards return stands still; health and care go on. The consulate is told nothing.',
    ),
    by: 'ASY',
    when: { all: [BEFORE_HANDOVER, { not: 'noAsylumPending' }] },
    safeguard: true,
    deadline: due(
      45,
      'working-days',
      'L2',
      law('MX LRPCAP art. 24: 45 working days, up to 45 more'),
    ),
    form: [
      ask('asylum-ruling', 'text', 'D8', t('Resolución', 'Ruling'), {
        required: ['recognised', 'refused'],
      }),
      ask('asylum-notice', 'text', 'D8', t('Acuse del aviso', 'Receipt of the notice')),
    ],
    outcomes: [
      outcome('recognised', t('Protección reconocida', 'Protection recognised'), {
        clears: ['returnOpen', ...EVERYTHING],
        sets: ['noAsylumPending'],
        withdraws: PREPARED,
      }),
      outcome('refused', t('Negada en definitiva', 'Finally refused'), {
        clears: EVERYTHING,
        sets: ['noAsylumPending'],
        withdraws: PREPARED,
      }),
      outcome('withdrawn', t('Desistió ante su defensa', 'Withdrawn before counsel'), {
        clears: EVERYTHING,
        sets: ['noAsylumPending'],
        withdraws: PREPARED,
      }),
      outcome('extended', t('Plazo ampliado', 'Time extended'), { keepsOpen: true }),
    ],
    basis: [law('MX LRPCAP arts. 7, 21, 24')],
  },
  {
    id: 'medical-hold',
    kind: 'assessment',
    stage: 'holds',
    title: t('Suspensión por salud', 'Medical hold'),
    by: 'HEA-S',
    when: {
      all: [
        BEFORE_HANDOVER,
        { not: 'noMedicalHold' },
        { any: ['start', 'medical-hold:still-unfit'] },
      ],
    },
    limit: 12,
    safeguard: true,
    deadline: due(10, 'calendar-days', 'L2', choice('Review every 10 days')),
    form: [must('medical-review', 'long-text', 'D5b', t('Revisión', 'Review'))],
    outcomes: [
      outcome('recovered', t('Puede continuar', 'May go on'), {
        clears: ['fitToTravel'],
        sets: ['noMedicalHold'],
      }),
      outcome('still-unfit', t('Sigue sin poder viajar', 'Still unfit')),
      outcome('permanent', t('No podrá viajar', 'Permanently unfit'), {
        clears: ['returnOpen', ...BID, ...JOURNEY],
        sets: ['noMedicalHold'],
        withdraws: PREPARED,
      }),
    ],
    basis: [law('MX LM art. 111 IV')],
  },
  {
    id: 'force-majeure-hold',
    kind: 'wait',
    stage: 'holds',
    title: t('Caso fortuito o fuerza mayor', 'Force majeure'),
    by: 'CPA-S',
    when: { all: [BEFORE_HANDOVER, { not: 'noForceMajeure' }] },
    deadline: due(10, 'calendar-days', 'L1', choice('Review as for health')),
    outcomes: [
      outcome('ended', t('Terminó la causa', 'The cause has ended'), { sets: ['noForceMajeure'] }),
    ],
    basis: [law('MX LM art. 125')],
  },
  {
    id: 'absence-review',
    kind: 'task',
    stage: 'holds',
    title: t('Ausencia', 'Absence'),
    instructions: t(
      'Anote si volvió. La ausencia no se sanciona ni se anota como falta.',
      'Record whether the child came back. Absence is neither sanctioned nor recorded as a fault.',
    ),
    by: 'RECTOR',
    when: { all: [BEFORE_HANDOVER, { not: 'personPresent' }] },
    deadline: due(30, 'calendar-days', 'L1', choice('A month to come back')),
    outcomes: [
      outcome('resumed', t('Volvió', 'Came back'), {
        sets: ['personPresent'],
        withdraws: ['child-search'],
      }),
      outcome('closed', t('Se cierra por ausencia', 'Closed as absent'), { ends: 'absconded' }),
    ],
  },
  {
    id: 'child-search',
    kind: 'task',
    stage: 'holds',
    title: t('Búsqueda de la niña o el niño', 'Search for the child'),
    by: 'CPA-S',
    when: { all: [BEFORE_HANDOVER, { not: 'personPresent' }] },
    deadline: due(2, 'hours', 'L1', choice('The first hours decide')),
    form: [must('search-steps', 'long-text', 'D6', t('Qué se hizo', 'What was done'))],
    outcomes: [
      outcome('found', t('Hallada o hallado', 'Found'), {
        sets: ['personPresent'],
        withdraws: ['absence-review'],
      }),
      outcome('searching', t('Se sigue buscando', 'Still searching'), { keepsOpen: true }),
    ],
  },
  {
    id: 'search-in-origin',
    kind: 'task',
    stage: 'holds',
    title: t('Búsqueda en origen', 'Search in the country of origin'),
    by: 'CPA-R',
    when: { all: ['living', 'received', { not: 'personPresent' }] },
    deadline: due(2, 'hours', 'L1', choice('The first hours decide')),
    form: [must('origin-search', 'long-text', 'D6', t('Qué se hizo', 'What was done'))],
    outcomes: [
      outcome('found', t('Hallada o hallado', 'Found'), { sets: ['personPresent'] }),
      outcome('searching', t('Se sigue buscando', 'Still searching'), { keepsOpen: true }),
      outcome('other-decision', t('Lo decidió un tribunal', 'A court decided')),
    ],
  },
  {
    id: 'death-notice',
    kind: 'notice',
    stage: 'holds',
    title: t('Aviso a la familia', 'Notice to the family'),
    instructions: t(
      'Una persona avisa a la familia y, si nada lo impide, al consulado.',
      'A person tells the family and, unless something forbids it, the consulate.',
    ),
    by: 'RECTOR',
    when: 'event:deceased',
    deadline: due(24, 'hours', 'L1', choice('The family is told first, and soon')),
    form: [must('family-told', 'text', 'D4', t('Quién fue avisado', 'Who was told'))],
    outcomes: [outcome('notified', t('Avisada', 'Told'), { ends: 'deceased' })],
  },
  {
    id: 'lead-decision',
    kind: 'approval',
    stage: 'holds',
    title: t('Decisión de la institución rectora', 'Decision of the lead institution'),
    instructions: t(
      'El proceso agotó sus intentos. Decida que se busquen alternativas o que se determine de nuevo; nunca un retorno.',
      'The run has used up its attempts. Decide that alternatives are sought or that it is determined anew; never a return.',
    ),
    by: 'RECTOR',
    when: {
      all: [
        'living',
        { not: 'received' },
        {
          any: [
            'exhausted:bid-complement',
            'exhausted:nationality-alternatives',
            'exhausted:notice-correction',
            'exhausted:medical-hold',
          ],
        },
      ],
    },
    requires: ['inSendingState'],
    clearsAtOpening: ['finalCheckPassed'],
    deadline: due(5, 'working-days', 'L1', choice('A week; the child waits')),
    form: [REASONS],
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
];

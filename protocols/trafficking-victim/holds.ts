import {
  BEFORE_HANDOVER,
  CHILD,
  EVERYTHING,
  JOURNEY,
  PREPARED,
  RETURN_DECISION,
  WAY_OUT,
} from './needs.js';
import {
  ask,
  choice,
  due,
  law,
  must,
  outcome,
  type ProtectedStep,
  REASONS,
  share,
  t,
} from './pieces.js';

/** Holding states and the last human exit. */
export const holds: readonly ProtectedStep[] = [
  {
    id: 'appeal-pending',
    kind: 'wait',
    stage: 'holds',
    title: t('Recurso en trámite', 'Remedy pending'),
    instructions: t(
      'Mientras se resuelve nadie viaja. Sin resolución en 5 días, la suspensión se tiene por concedida.',
      'Until the ruling nobody travels. Without a ruling in 5 days the suspension counts as granted.',
    ),
    by: 'COURT',
    when: {
      all: [
        BEFORE_HANDOVER,
        { any: ['event:appeal-filed', 'event:court-order', 'bid-remedy-window:filed'] },
      ],
    },
    clearsAtOpening: ['noRemedyPending'],
    safeguard: true,
    deadline: due(5, 'calendar-days', 'L3', law('MX LFPA art. 87'), { lapse: 'suspension-deemed' }),
    form: [must('ruling', 'text', 'D8', t('Resolución u orden', 'Ruling or order'))],
    outcomes: [
      outcome(
        'suspension-deemed',
        t('Suspensión concedida por silencio', 'Suspension granted by silence'),
        { bySilence: true, keepsOpen: true },
      ),
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
    id: 'asylum-referral',
    kind: 'share',
    stage: 'holds',
    title: t('Remisión a la autoridad de refugio', 'Referral to the asylum authority'),
    instructions: t(
      'Remita de inmediato. Al consulado no se le dice nada.',
      'Refer at once. The consulate is told nothing.',
    ),
    by: 'ATU-S',
    when: { all: [BEFORE_HANDOVER, 'event:asylum-claim'] },
    deadline: due(24, 'hours', 'L1', law('MX LRPCAP art. 21: immediate')),
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
  },
  {
    id: 'asylum-hold',
    kind: 'wait',
    stage: 'holds',
    title: t('En procedimiento de refugio', 'Asylum procedure'),
    instructions: t(
      'Todo trámite de retorno queda detenido. El silencio no niega nada.',
      'Every step towards return stands still. Silence refuses nothing.',
    ),
    by: 'ASY',
    when: { all: [BEFORE_HANDOVER, 'event:asylum-claim'] },
    clearsAtOpening: ['noAsylumPending', 'disclosureAuthorised', 'nonRefoulementClear'],
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
    ],
    outcomes: [
      outcome('recognised', t('Protección reconocida', 'Protection recognised'), {
        ends: 'closed-stay',
      }),
      outcome('refused', t('Negada en definitiva', 'Finally refused'), {
        clears: EVERYTHING,
        sets: ['noAsylumPending'],
        withdraws: PREPARED,
      }),
      outcome('withdrawn', t('La persona desistió ante su defensa', 'Withdrawn before counsel'), {
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
    instructions: t(
      'Revise cada 10 días. Mientras no esté apta no viaja.',
      'Review every 10 days. While not fit, nobody travels.',
    ),
    by: 'HEA-S',
    when: {
      all: [
        BEFORE_HANDOVER,
        { any: ['event:medical-hold', 'escort-and-fitness:unfit', 'medical-hold:still-unfit'] },
      ],
    },
    clearsAtOpening: ['noMedicalHold', 'fitToTravel'],
    limit: 12,
    safeguard: true,
    deadline: due(10, 'calendar-days', 'L2', choice('Review every 10 days')),
    form: [must('medical-review', 'long-text', 'D5b', t('Revisión', 'Review'))],
    outcomes: [
      outcome('recovered', t('Puede continuar', 'May go on'), { sets: ['noMedicalHold'] }),
      outcome('still-unfit', t('Sigue sin poder viajar', 'Still unfit')),
      outcome('permanent', t('No podrá viajar', 'Permanently unfit'), {
        clears: ['returnOpen', ...JOURNEY],
        sets: ['noMedicalHold'],
      }),
    ],
    basis: [law('MX LM art. 111 IV')],
  },
  {
    id: 'force-majeure-hold',
    kind: 'wait',
    stage: 'holds',
    title: t('Caso fortuito o fuerza mayor', 'Force majeure'),
    instructions: t(
      'Cuando termine la causa, dígalo; se acuerda otra fecha.',
      'Say when the cause has ended; another date is then agreed.',
    ),
    by: 'IOM',
    when: { all: [BEFORE_HANDOVER, 'event:force-majeure'] },
    clearsAtOpening: ['noForceMajeure'],
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
      'Anote si volvió o si se cierra. La ausencia no se sanciona ni se anota como falta.',
      'Record whether the person came back or the run closes. Absence is neither sanctioned nor recorded as a fault.',
    ),
    by: 'RECTOR',
    when: { all: [BEFORE_HANDOVER, 'event:absconded'] },
    clearsAtOpening: ['personPresent'],
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
    instructions: t(
      'Active la alerta de búsqueda. Solo para niñas y niños.',
      'Raise the search alert. For children only.',
    ),
    by: 'CPA-S',
    when: { all: [BEFORE_HANDOVER, CHILD, 'event:absconded', { not: 'personPresent' }] },
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
    id: 'r-child-search',
    kind: 'task',
    stage: 'holds',
    title: t('Búsqueda en origen', 'Search in the country of origin'),
    instructions: t(
      'Busque con discreción. Solo se cierra si cumplió 18 años o lo decidió la autoridad judicial.',
      'Search discreetly. It closes only if the child turned 18 or a court decided so.',
    ),
    by: 'CPA-R',
    when: { all: ['received', CHILD, 'r-lost-contact:not-found'] },
    deadline: due(24, 'hours', 'L1', choice('A day; then the supervisor')),
    form: [must('origin-search', 'long-text', 'D6', t('Qué se hizo', 'What was done'))],
    outcomes: [
      outcome('found', t('Hallada o hallado', 'Found'), { sets: ['safeContact'] }),
      outcome('searching', t('Se sigue buscando', 'Still searching'), { keepsOpen: true }),
      outcome(
        'other-decision',
        t('Cumplió 18 años o hay decisión judicial', 'Turned 18, or a court decided'),
      ),
    ],
  },
  {
    id: 'death-notice',
    kind: 'notice',
    stage: 'holds',
    title: t('Aviso a la familia', 'Notice to the family'),
    instructions: t(
      'Una persona avisa a la familia si es seguro y, si fue autorizado, al consulado, sin decir el motivo del proceso.',
      'A person tells the family if it is safe and, if authorised, the consulate, without the reason of the run.',
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
      'El proceso agotó sus intentos. Decida que la persona permanezca o que se busquen alternativas; nunca un traslado.',
      'The run has used up its attempts. Decide that the person stays or that alternatives are sought; never a transfer.',
    ),
    by: 'RECTOR',
    when: {
      all: [
        'inSendingState',
        {
          any: [
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
    form: [REASONS],
    outcomes: [
      outcome('stay', t('Permanece con permiso', 'Stays with a permit'), { ends: 'closed-stay' }),
      outcome('alternatives', t('Buscar alternativas', 'Seek alternatives'), {
        clears: ['returnOpen'],
      }),
    ],
  },
];

import {
  type AdultStep,
  ask,
  choice,
  due,
  EVERYTHING,
  law,
  outcome,
  READINESS,
  REASONS,
  share,
  t,
} from './pieces.js';

const receivedBy = (protocol: string, entry: string) =>
  outcome('received', t('Caso recibido', 'Case received'), {
    clears: EVERYTHING,
    continues: { protocol, entry },
  });

const REFERRAL_TEXT = t(
  'Reciba a la persona. Si en 24 horas nadie responde, el caso pasa por sí mismo a protección; la salida queda detenida.',
  'Receive the person. If nobody answers in 24 hours, the case moves to protection by itself; departure stays stopped.',
);

const PROTECTS = choice('A protective branch may not wait for an answer');

/** Holding states, protective re-routes and the last human exit. */
export const holds: readonly AdultStep[] = [
  {
    id: 'asylum-referral',
    kind: 'share',
    stage: 'holds',
    title: t('Remisión a la autoridad de refugio', 'Referral to the asylum authority'),
    instructions: t(
      'Remita la solicitud de inmediato. No se informa al consulado.',
      'Refer the claim at once. The consulate is not told.',
    ),
    by: 'MIG-S',
    when: 'event:asylum-claim',
    deadline: due(24, 'hours', 'L1', law('MX LRPCAP art. 21: immediate')),
    form: [
      ask('claim-account', 'long-text', 'D6', t('Lo que dijo la persona', 'What the person said'), {
        required: true,
      }),
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
      'El procedimiento migratorio y todo trámite consular quedan detenidos hasta la resolución. El silencio no niega nada.',
      'The migration procedure and every consular step stand still until the ruling. Silence refuses nothing.',
    ),
    by: 'ASY',
    when: {
      all: [{ not: 'received' }, { any: ['event:asylum-claim', 'individual-screening:asylum'] }],
    },
    clearsAtOpening: ['noAsylumPending', 'consularContactAllowed', 'nonRefoulementClear'],
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
      ask(
        'consulate-consent',
        'boolean',
        'D6',
        t(
          'La persona consiente por escrito el contacto consular',
          'The person agrees in writing to consular contact',
        ),
        {
          required: ['consulate-agreed'],
        },
      ),
    ],
    outcomes: [
      outcome('recognised', t('Protección reconocida', 'Protection recognised'), {
        ends: 'closed-stay',
      }),
      outcome('refused', t('Negada en definitiva', 'Finally refused'), {
        clears: EVERYTHING,
        sets: ['noAsylumPending', 'consularContactAllowed', 'renewedProcedure'],
        withdraws: [
          'removal-decision',
          'renewed-removal-decision',
          'notify-decision',
          'appeal-window',
        ],
      }),
      outcome('withdrawn', t('La persona desistió ante su defensa', 'Withdrawn before counsel'), {
        clears: EVERYTHING,
        sets: ['noAsylumPending', 'consularContactAllowed', 'renewedProcedure'],
        withdraws: [
          'removal-decision',
          'renewed-removal-decision',
          'notify-decision',
          'appeal-window',
        ],
      }),
      outcome('extended', t('Plazo ampliado', 'Time extended'), { keepsOpen: true }),
      outcome(
        'consulate-agreed',
        t('Consiente el contacto consular', 'Agrees to consular contact'),
        {
          keepsOpen: true,
          sets: ['consularContactAllowed'],
        },
      ),
    ],
    basis: [law('MX LRPCAP arts. 7, 21, 24')],
  },
  {
    id: 'medical-hold',
    kind: 'assessment',
    stage: 'holds',
    title: t('Suspensión por salud', 'Medical hold'),
    instructions: t(
      'Revise a la persona cada 10 días. Mientras no esté apta no viaja.',
      'Review the person every 10 days. While not fit, they do not travel.',
    ),
    by: 'HEA-S',
    when: {
      all: [
        { not: 'received' },
        {
          any: [
            'event:medical-hold',
            'fit-to-travel:unfit',
            'individual-screening:illness',
            'medical-hold:still-unfit',
          ],
        },
      ],
    },
    clearsAtOpening: ['noMedicalHold', 'fitToTravel'],
    limit: 12,
    safeguard: true,
    deadline: due(10, 'calendar-days', 'L2', choice('Review every 10 days')),
    form: [ask('medical-review', 'long-text', 'D5b', t('Revisión', 'Review'), { required: true })],
    outcomes: [
      outcome('recovered', t('Puede continuar', 'May go on'), { sets: ['noMedicalHold'] }),
      outcome('still-unfit', t('Sigue sin poder viajar', 'Still unfit')),
      outcome('permanent', t('No podrá viajar', 'Permanently unfit')),
    ],
    basis: [law('MX LM art. 111 IV')],
  },
  {
    id: 'force-majeure-hold',
    kind: 'wait',
    stage: 'holds',
    title: t('Caso fortuito o fuerza mayor', 'Force majeure'),
    instructions: t(
      'Cuando termine la causa, dígalo; se fija nueva fecha.',
      'Say when the cause has ended; a new date is then set.',
    ),
    by: 'MIG-S',
    when: { all: [{ not: 'received' }, 'event:force-majeure'] },
    clearsAtOpening: ['noForceMajeure', 'windowValid'],
    deadline: due(
      10,
      'calendar-days',
      'L1',
      choice('Review as for health; LM art. 125 gives no term'),
    ),
    outcomes: [
      outcome('ended', t('Terminó la causa', 'The cause has ended'), { sets: ['noForceMajeure'] }),
    ],
    basis: [law('MX LM art. 125')],
  },
  {
    id: 'protected-referral',
    kind: 'task',
    stage: 'holds',
    title: t('Derivación con manejo protegido', 'Referral with protected handling'),
    instructions: REFERRAL_TEXT,
    by: 'ATU-S',
    when: {
      all: ['inSendingState', { not: 'received' }, 'event:trafficking-indicator'],
    },
    deadline: due(24, 'hours', 'L3', PROTECTS, { lapse: 'received' }),
    outcomes: [receivedBy('trafficking-victim', 'indicator-detected')],
    basis: [law('CRM guidelines 2013')],
  },
  {
    id: 'minority-referral',
    kind: 'task',
    stage: 'holds',
    title: t('Derivación a protección de la niñez', 'Referral to child protection'),
    instructions: REFERRAL_TEXT,
    by: 'CPA-S',
    when: { all: ['inSendingState', { not: 'received' }, 'event:minority-claim'] },
    deadline: due(24, 'hours', 'L3', PROTECTS, { lapse: 'received' }),
    outcomes: [receivedBy('unaccompanied-minor', 'presume-minority')],
    basis: [law('MX LM art. 112; doubt on age counts as minority')],
  },
  {
    id: 'protected-referral-reception',
    kind: 'task',
    stage: 'holds',
    title: t('Derivación con manejo protegido', 'Referral with protected handling'),
    instructions: REFERRAL_TEXT,
    by: 'ATU-R',
    when: { all: ['received', 'event:trafficking-indicator'] },
    deadline: due(24, 'hours', 'L3', PROTECTS, { lapse: 'received' }),
    outcomes: [receivedBy('trafficking-victim', 'r-protected-reception')],
    basis: [law('CRM guidelines 2013')],
  },
  {
    id: 'minority-referral-reception',
    kind: 'task',
    stage: 'holds',
    title: t('Derivación a protección de la niñez', 'Referral to child protection'),
    instructions: REFERRAL_TEXT,
    by: 'CPA-R',
    when: { all: ['received', 'event:minority-claim'] },
    deadline: due(24, 'hours', 'L3', PROTECTS, { lapse: 'received' }),
    outcomes: [receivedBy('unaccompanied-minor', 'reception-screening')],
    basis: [law('MX LM art. 112; doubt on age counts as minority')],
  },
  {
    id: 'absence-review',
    kind: 'task',
    stage: 'holds',
    title: t('Ausencia', 'Absence'),
    instructions: t(
      'Anote si la persona volvió o si el proceso se cierra. La ausencia no se sanciona aquí.',
      'Record whether the person came back or the run is closed. Absence carries no sanction here.',
    ),
    by: 'RECTOR',
    when: { all: [{ not: 'received' }, 'event:absconded'] },
    clearsAtOpening: ['personPresent'],
    deadline: due(30, 'calendar-days', 'L1', choice('A month to come back')),
    outcomes: [
      outcome('resumed', t('Volvió', 'Came back'), { sets: ['personPresent'] }),
      outcome('closed', t('Se cierra por ausencia', 'Closed as absent'), { ends: 'absconded' }),
    ],
  },
  {
    id: 'death-notice',
    kind: 'notice',
    stage: 'holds',
    title: t('Aviso a la familia', 'Notice to the family'),
    instructions: t(
      'Una persona avisa a la familia y, si está permitido, al consulado. Después se cierra.',
      'A person tells the family and, where allowed, the consulate. Then the run closes.',
    ),
    by: 'RECTOR',
    when: 'event:deceased',
    deadline: due(24, 'hours', 'L1', choice('The family is told first, and soon')),
    form: [
      ask('family-told', 'text', 'D4', t('Quién fue avisado', 'Who was told'), { required: true }),
    ],
    outcomes: [outcome('notified', t('Familia avisada', 'Family told'), { ends: 'deceased' })],
  },
  {
    id: 'lead-decision',
    kind: 'approval',
    stage: 'holds',
    title: t('Decisión de la institución rectora', 'Decision of the lead institution'),
    instructions: t(
      'El proceso agotó sus intentos. Decida si la persona permanece o queda en libertad; ya no puede ser trasladada.',
      'The run has used up its attempts. Decide whether the person stays or is released; they can no longer be transferred.',
    ),
    by: 'RECTOR',
    when: {
      all: [
        'inSendingState',
        {
          any: [
            'exhausted:individual-assessment',
            'exhausted:protection-or-regularisation',
            'exhausted:removal-decision',
            'exhausted:renewed-removal-decision',
            'exhausted:family-unity-check',
            'exhausted:readmission-application',
            'exhausted:nationality-alternatives',
            'exhausted:statelessness-branch',
            'exhausted:individual-clearance',
            'exhausted:manifest-proposal',
            'exhausted:manifest-acceptance',
            'exhausted:fit-to-travel',
            'exhausted:pre-departure-check',
            'exhausted:medical-hold',
            'exhausted:departure',
          ],
        },
      ],
    },
    clearsAtOpening: READINESS,
    deadline: due(5, 'working-days', 'L1', choice('Within the 60 working days of the stay')),
    form: [REASONS],
    outcomes: [
      outcome('stay', t('Permanece con permiso', 'Stays with a permit'), { ends: 'closed-stay' }),
      outcome('release', t('En libertad', 'Released'), { ends: 'released' }),
    ],
  },
];

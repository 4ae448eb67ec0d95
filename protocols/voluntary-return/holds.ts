import {
  AT_HOME,
  ask,
  choice,
  due,
  EVERYTHING,
  law,
  NOT_HOME,
  outcome,
  REASONS,
  SELF_RETURN,
  STOPPED,
  share,
  TRIP,
  t,
  type VoluntaryStep,
} from './pieces.js';

const AWAY = { all: ['inSendingState', NOT_HOME] } as const;
const PROTECTS = choice('A protective branch may not wait for an answer');

const referral = (
  id: VoluntaryStep['id'],
  by: VoluntaryStep['by'],
  when: VoluntaryStep['when'],
  title: VoluntaryStep['title'],
  target: { readonly protocol: string; readonly entry: string },
  basis: NonNullable<VoluntaryStep['basis']>,
): VoluntaryStep => ({
  id,
  kind: 'task',
  stage: 'holds',
  title,
  instructions: t(
    'Reciba a la persona. Si en 24 horas nadie responde, el caso pasa por sí mismo a protección; la salida queda detenida.',
    'Receive the person. If nobody answers in 24 hours, the case moves to protection by itself; departure stays stopped.',
  ),
  by,
  when,
  deadline: due(24, 'hours', 'L3', PROTECTS, { lapse: 'received' }),
  outcomes: [
    outcome('received', t('Caso recibido', 'Case received'), {
      clears: EVERYTHING,
      continues: target,
    }),
  ],
  basis,
});

const PROTECTED = t('Derivación con manejo protegido', 'Referral with protected handling');
const CHILDREN = t('Derivación a protección de la niñez', 'Referral to child protection');
const GUIDELINES = [law('CRM guidelines 2013')];
const MINORITY = [law('MX LM art. 112; doubt on age counts as minority')];

/** Re-routes to protection: they need no answer to take effect. */
export const referrals: readonly VoluntaryStep[] = [
  referral(
    'protected-referral',
    'ATU-S',
    { all: [AWAY, 'event:trafficking-indicator'] },
    PROTECTED,
    { protocol: 'trafficking-victim', entry: 'indicator-detected' },
    GUIDELINES,
  ),
  referral(
    'minority-referral',
    'CPA-S',
    { all: [AWAY, 'event:minority-claim'] },
    CHILDREN,
    { protocol: 'unaccompanied-minor', entry: 'presume-minority' },
    MINORITY,
  ),
  referral(
    'protected-referral-reception',
    'ATU-R',
    { all: [AT_HOME, 'event:trafficking-indicator'] },
    PROTECTED,
    { protocol: 'trafficking-victim', entry: 'r-protected-reception' },
    GUIDELINES,
  ),
  referral(
    'minority-referral-reception',
    'CPA-R',
    { all: [AT_HOME, 'event:minority-claim'] },
    CHILDREN,
    { protocol: 'unaccompanied-minor', entry: 'reception-screening' },
    MINORITY,
  ),
];

/** Holding states, the way back and the last human exit. */
export const holds: readonly VoluntaryStep[] = [
  {
    id: 'bring-back',
    kind: 'task',
    stage: 'holds',
    title: t('Detener el viaje y volver', 'Stop the journey and go back'),
    instructions: t(
      'Algo impide seguir, o la persona ya no quiere: detenga el viaje en lugar seguro y acompañe el regreso. Si la causa termina antes, el viaje puede seguir.',
      'Something stands in the way, or the person no longer wants to go: stop at a safe place and accompany the way back. If the cause ends before, the journey may go on.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inTransit',
        'personPresent',
        {
          any: [
            { not: 'noRemedyPending' },
            { not: 'noAsylumPending' },
            { not: 'noReferralPending' },
            { not: 'nonRefoulementClear' },
            { not: 'returnWanted' },
            { not: 'childAccompanied' },
            { not: 'escortSettled' },
            'transit-help:cannot-continue',
            'handover-act:refused',
            'arrival-reception:entry-refused',
          ],
        },
      ],
    },
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('The return leg of the journey')),
    form: [
      ask('place-now', 'text', 'D10', t('Lugar donde está', 'Present place'), { required: true }),
    ],
    outcomes: [
      outcome('brought-back', t('De vuelta', 'Back'), {
        seat: 'brought-back',
        clears: ['inTransit', 'handedOver', ...TRIP],
        sets: ['inSendingState'],
        withdraws: ['travel'],
      }),
      outcome('stopped', t('Detenido en lugar seguro', 'Stopped at a safe place'), {
        keepsOpen: true,
      }),
    ],
    basis: [law('GCM objective 21(b), (e)'), law('MX LA arts. 126, 160')],
  },
  {
    id: 'remedy-pending',
    kind: 'wait',
    stage: 'holds',
    title: t('Recurso en trámite', 'Remedy pending'),
    instructions: t(
      'Mientras se resuelve, nadie sale del país. El silencio mantiene la suspensión.',
      'Until the ruling nobody leaves. Silence keeps the suspension.',
    ),
    by: 'COURT',
    when: { all: [NOT_HOME, { any: ['event:appeal-filed', 'event:court-order'] }] },
    clearsAtOpening: ['noRemedyPending'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('A status check; no cap, MX LM art. 111 V')),
    form: [
      ask('ruling', 'text', 'D8', t('Resolución u orden', 'Ruling or order'), { required: true }),
    ],
    outcomes: [
      outcome('dismissed', t('Desestimado en definitiva', 'Finally dismissed'), {
        sets: ['noRemedyPending'],
      }),
      outcome('given-up', t('La persona desistió ante su defensa', 'Given up before counsel'), {
        sets: ['noRemedyPending'],
      }),
      outcome('upheld', t('Se concedió: la persona decide de nuevo', 'Upheld: decides anew'), {
        ...STOPPED,
        sets: ['noRemedyPending'],
      }),
    ],
    basis: [law('MX LA arts. 126, 160'), law('MX LFPA art. 87')],
  },
  {
    id: 'asylum-referral',
    kind: 'share',
    stage: 'holds',
    title: t('Remisión a la autoridad de refugio', 'Referral to the asylum authority'),
    instructions: t(
      'Remita la solicitud de inmediato. No se informa al consulado.',
      'Refer the claim at once. The consulate is not told.',
    ),
    by: 'IOM',
    when: { all: [NOT_HOME, 'event:asylum-claim'] },
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
      'El retorno y todo trámite consular quedan detenidos hasta la resolución. El silencio no niega nada.',
      'Return and every consular step stand still until the ruling. Silence refuses nothing.',
    ),
    by: 'ASY',
    when: { all: [NOT_HOME, 'event:asylum-claim'] },
    clearsAtOpening: ['noAsylumPending', 'consularContactAgreed', 'nonRefoulementClear'],
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
      outcome('refused', t('Negada en definitiva', 'Finally refused'), {
        sets: ['noAsylumPending'],
        withdraws: ['consent'],
      }),
      outcome('withdrawn', t('La persona desistió ante su defensa', 'Withdrawn before counsel'), {
        sets: ['noAsylumPending'],
        withdraws: ['consent'],
      }),
      outcome('recognised', t('Protección reconocida', 'Protection recognised'), {
        ...STOPPED,
        sets: ['noAsylumPending'],
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
      'Revise a la persona cada 10 días. Mientras no esté apta no viaja.',
      'Review the person every 10 days. While not fit, they do not travel.',
    ),
    by: 'HEA-S',
    when: {
      all: [
        NOT_HOME,
        { not: 'noMedicalHold' },
        {
          any: [
            'event:medical-hold',
            'health-assessment:unfit',
            'medical-hold:still-unfit',
            'stay-pathway:asks-to-return',
            'withdrawal:not-withdrawn',
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
      outcome('permanent', t('No podrá viajar', 'Permanently unfit'), STOPPED),
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
    by: 'IOM',
    when: { all: [NOT_HOME, 'event:force-majeure'] },
    clearsAtOpening: ['noForceMajeure'],
    deadline: due(10, 'calendar-days', 'L1', choice('As for health; LM art. 125 gives no term')),
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
      'Anote si la persona volvió a comunicarse o si el proceso se cierra. Ausentarse no es una falta.',
      'Record whether the person is back in contact or the run is closed. Absence is no fault.',
    ),
    by: 'RECTOR',
    when: { all: [NOT_HOME, 'event:absconded'] },
    clearsAtOpening: ['personPresent'],
    deadline: due(30, 'calendar-days', 'L1', choice('A month to come back')),
    outcomes: [
      outcome('resumed', t('Está de nuevo en contacto', 'Back in contact'), {
        sets: ['personPresent'],
      }),
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
      'El proceso agotó sus intentos. Decida con la persona si permanece o si se cierra; puede pedir el retorno de nuevo.',
      'The run has used up its attempts. Decide with the person whether they stay or the run closes; they may ask again.',
    ),
    by: 'RECTOR',
    when: {
      all: [
        'inSendingState',
        { not: SELF_RETURN },
        {
          any: [
            'exhausted:information-counselling',
            'exhausted:who-travels',
            'exhausted:protection-vulnerability-screening',
            'exhausted:asylum-effects-counselling',
            'exhausted:capacity-assessment',
            'exhausted:representative-review',
            'exhausted:child-in-family-bia',
            'exhausted:best-interests-determination',
            'exhausted:consent',
            'exhausted:host-clearance',
            'exhausted:prepare',
            'exhausted:stay-pathway',
            'exhausted:document-check',
            'exhausted:document-alternatives',
            'exhausted:statelessness-branch',
            'exhausted:health-assessment',
            'exhausted:escort-assignment',
            'exhausted:pre-return-assessment',
            'exhausted:draft-reintegration-plan',
            'exhausted:itinerary',
            'exhausted:advance-notice',
            'exhausted:consent-reconfirmation',
            'exhausted:departure',
            'exhausted:medical-hold',
          ],
        },
      ],
    },
    clearsAtOpening: ['windowValid', 'noticeSettled', 'consentValid'],
    deadline: due(5, 'working-days', 'L1', choice('Nobody should be left without an answer')),
    form: [REASONS],
    outcomes: [
      outcome('stay', t('Permanece', 'Stays'), { ends: 'closed-stay' }),
      outcome('closed', t('Se cierra; puede pedirlo de nuevo', 'Closed; may ask again'), {
        ends: 'closed-not-possible',
      }),
    ],
  },
];

import * as best from '../shared/best-interests.js';
import * as remedy from '../shared/remedies.js';
import { choice, known, law, t } from '../shared/texts.js';
import { CHILD, NOT_A_CHILD, PROSPECT_NEEDS } from './needs.js';
import { due, must, outcome, type ProtectedStep, share } from './pieces.js';

const PANEL_NEEDS = [
  'guardianActive',
  'personPresent',
  'inSendingState',
  'noRemedyPending',
  'noAsylumPending',
  'reflectionDone',
] as const;

const decided = [
  { fact: 'bidReturn', validFor: best.NINETY_DAYS },
  { fact: 'returnDecided', validFor: best.NINETY_DAYS },
  'noObjection',
] as const;

const ended = best.notReturning({ clears: ['returnOpen'] });

const panelShares: ProtectedStep['shares'] = [
  best.PANEL_TO_COUNSEL,
  share(
    'result',
    'MIG-S',
    ['D8'],
    t('Código de la determinación', 'Code of the determination'),
    choice('Code only'),
  ),
];

/** The best interests determination: it takes the place of step 14 for a child. */
export const bestInterests: readonly ProtectedStep[] = [
  {
    id: 'child-file',
    kind: 'share',
    stage: 'best-interests',
    title: t('Expediente para la determinación', 'File for the determination'),
    instructions: t(
      'Remita a protección de la niñez lo que el panel necesita. Nadie decide lo mejor para quien no conoce.',
      'Send child protection what the panel needs. Nobody decides what is best for a child they do not know.',
    ),
    by: 'ATU-S',
    when: { all: ['inSendingState', CHILD, 'guardianActive', 'reflectionDone'] },
    requires: ['guardianActive', 'inSendingState'],
    deadline: due(3, 'working-days', 'L1', choice('Before the child is heard')),
    form: [
      must(
        'child-summary',
        'long-text',
        'D6',
        t('Resumen para el interés superior', 'Summary for the best interests'),
      ),
    ],
    shares: [
      share(
        'protection',
        'CPA-S',
        ['D1', 'D4', 'D5b', 'D6', 'D7', 'D8'],
        t('Determinar el interés superior', 'Determine best interests'),
        law('MX LGDNNA art. 97'),
        { unless: NOT_A_CHILD },
      ),
    ],
    outcomes: [outcome('sent', t('Enviado', 'Sent'))],
    basis: [law('MX LGDNNA art. 97'), known('UNHCR best interests guidelines 2021')],
  },
  {
    ...best.CHILD_VIEW,
    when: {
      all: [
        'inSendingState',
        CHILD,
        'guardianActive',
        'reflectionDone',
        { not: 'childViewRecorded' },
      ],
    },
    requires: ['guardianActive', ...PROSPECT_NEEDS],
    form: [
      must(
        'child-words',
        'long-text',
        'D6',
        t('Palabras de la niña o el niño', "The child's words"),
      ),
      must('child-method', 'text', 'D6', t('Método', 'Method')),
    ],
    basis: [law('MX LGDNNA art. 92 IV')],
  },
  {
    ...best.BID_REPORT,
    title: t('Informe de interés superior', 'Best interests report'),
    when: {
      all: [
        'inSendingState',
        CHILD,
        'careSettled',
        'originRiskAssessed',
        'childViewRecorded',
        { not: 'bidReported' },
      ],
    },
    requires: [...PANEL_NEEDS, 'careSettled', 'originRiskAssessed', 'childViewRecorded'],
  },
  {
    ...best.BID_COMPLEMENT,
    requires: PANEL_NEEDS,
    outcomes: best.missingInputs(['bidReported'], {}),
  },
  {
    ...best.BID_DECISION,
    when: {
      all: [
        'inSendingState',
        CHILD,
        'bidReported',
        'carerOrCareSecured',
        'originConditionsOk',
        { not: 'bidReturn' },
      ],
    },
    requires: [
      ...PANEL_NEEDS,
      'returnOpen',
      'rightsInformed',
      'bidReported',
      'childViewRecorded',
      'riskCleared',
      'nonRefoulementClear',
    ],
    clearsAtOpening: ['decisionNotified', 'remedyWindowClosed'],
    shares: panelShares,
    outcomes: [...best.returning(decided), ...ended],
    basis: [known('CRC GC14 paras. 85-99'), law('MX LGDNNA art. 97'), law('GCM objective 21(g)')],
  },
  {
    ...best.BID_DECISION_WITHOUT_RETURN,
    instructions: t(
      'No hay cuidado asegurado o hay peligro en origen: decida entre permanecer y un tercer país.',
      'Care is not secured or there is danger in origin: decide between staying and a third country.',
    ),
    when: {
      all: [
        'inSendingState',
        CHILD,
        'bidReported',
        { not: 'bidReturn' },
        { any: [{ not: 'carerOrCareSecured' }, { not: 'originConditionsOk' }] },
      ],
    },
    requires: [...PANEL_NEEDS, 'returnOpen', 'bidReported'],
    shares: panelShares,
    outcomes: ended,
  },
  {
    ...best.DECISION_NOTICE,
    id: 'bid-notice',
    stage: 'best-interests',
    title: t('Notificación de la determinación', 'Determination notified'),
    instructions: t(
      'En su idioma, con motivos y recursos explicados.',
      'In their language, with reasons and remedies explained.',
    ),
    when: {
      all: [
        'bidReturn',
        { any: ['bid-decision:return-family', 'bid-decision:return-alternative-care'] },
      ],
    },
    clearsAtOpening: ['decisionNotified', 'remedyWindowClosed'],
    form: [
      must(
        'notice-language',
        'text',
        'D8',
        t('Idioma de la notificación', 'Language of the notice'),
      ),
      best.NOTICE_RECEIPT,
    ],
    outcomes: [
      outcome('notified', t('Notificada', 'Notified'), {
        sets: ['decisionNotified'],
        withdraws: ['bid-remedy-window'],
      }),
    ],
    basis: [law('MX LGDNNA art. 92 I, X')],
  },
  {
    ...remedy.REMEDY_WINDOW,
    id: 'bid-remedy-window',
    stage: 'best-interests',
    instructions: t(
      'Quince días hábiles; amparo en todo momento. Solo el vencimiento o la renuncia ante su defensa lo cierra.',
      'Fifteen working days; amparo at any time. Only the end of the window or a waiver before counsel closes it.',
    ),
    when: { all: ['bidReturn', 'bid-notice:notified'] },
    requires: ['decisionNotified'],
    clearsAtOpening: ['remedyWindowClosed'],
    deadline: remedy.remedyWindow('window-closed'),
    form: [remedy.WAIVER],
    outcomes: [remedy.WINDOW_OVER, remedy.WAIVED, remedy.FILED],
    basis: [law('MX LFPA art. 85')],
  },
];

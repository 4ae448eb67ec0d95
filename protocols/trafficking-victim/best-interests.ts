import { CHILD, NINETY_DAYS, PROSPECT_NEEDS } from './needs.js';
import {
  ask,
  choice,
  due,
  known,
  law,
  must,
  outcome,
  type ProtectedStep,
  REASONS,
  share,
  t,
} from './pieces.js';

const PANEL_NEEDS = [
  'guardianActive',
  'personPresent',
  'inSendingState',
  'noRemedyPending',
  'noAsylumPending',
  'reflectionDone',
] as const;

const decided = [
  { fact: 'bidReturn', validFor: NINETY_DAYS },
  { fact: 'returnDecided', validFor: NINETY_DAYS },
  'noObjection',
] as const;

const stay = outcome('stay', t('Permanece', 'Stays'), { clears: ['returnOpen'] });
const thirdCountry = outcome(
  'third-country-family',
  t('Familia en un tercer país', 'Family in a third country'),
  {
    clears: ['returnOpen'],
  },
);
const defer = outcome('defer', t('Faltan elementos', 'Deferred'));

const panelForm: ProtectedStep['form'] = [
  REASONS,
  must('options-weighed', 'long-text', 'D6', t('Opciones ponderadas', 'Options weighed')),
  must('panel-members', 'text', 'D6', t('Integrantes y disensos', 'Members and dissent')),
  must(
    'determination-code',
    'text',
    'D8',
    t('Código de la determinación', 'Code of the determination'),
  ),
];

const panelShares: ProtectedStep['shares'] = [
  share(
    'counsel',
    'LEGAL',
    ['D6', 'D8'],
    t('Copia para la niña o el niño y su defensa', 'Copy for the child and counsel'),
    law('MX LGDNNA art. 92'),
  ),
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
    id: 'child-view',
    kind: 'task',
    stage: 'best-interests',
    title: t('Opinión de la niña o el niño', "The child's view"),
    instructions: t(
      'Escuche a solas, con un método para su edad, y diga cómo se tomó en cuenta. Su acuerdo nunca sustituye la determinación.',
      'Listen in private, with a method fit for the age, and say how it was weighed. Agreement never replaces the determination.',
    ),
    by: 'CPA-S',
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
    safeguard: true,
    deadline: due(
      10,
      'working-days',
      'L2',
      choice('Before the report; asked again at the last check'),
    ),
    form: [
      must(
        'child-words',
        'long-text',
        'D6',
        t('Palabras de la niña o el niño', "The child's words"),
      ),
      must('child-method', 'text', 'D6', t('Método', 'Method')),
    ],
    outcomes: [
      outcome('recorded', t('Recogida', 'Recorded'), {
        sets: [{ fact: 'childViewRecorded', validFor: NINETY_DAYS }],
      }),
    ],
    basis: [law('MX LGDNNA art. 92 IV')],
  },
  {
    id: 'bid-report',
    kind: 'task',
    stage: 'best-interests',
    title: t('Informe de interés superior', 'Best interests report'),
    instructions: t(
      'Compare todas las opciones, no solo el retorno.',
      'Compare all options, not only return.',
    ),
    by: 'CPA-S',
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
    deadline: due(5, 'working-days', 'L1', choice('A week after the last input')),
    form: [
      must('options-compared', 'long-text', 'D6', t('Opciones comparadas', 'Options compared')),
    ],
    outcomes: [
      outcome('complete', t('Completo', 'Complete'), {
        sets: [{ fact: 'bidReported', validFor: NINETY_DAYS }],
      }),
      outcome('gaps', t('Faltan elementos', 'There are gaps')),
    ],
    basis: [known('UNHCR best interests guidelines 2021')],
  },
  {
    id: 'bid-complement',
    kind: 'task',
    stage: 'best-interests',
    title: t('Completar elementos', 'Complete the inputs'),
    instructions: t(
      'Diga qué falta. Tras tres rondas decide la institución rectora.',
      'Say what is missing. After three rounds the lead institution decides.',
    ),
    by: 'CPA-S',
    when: { any: ['bid-report:gaps', 'bid-decision:defer', 'bid-decision-without-return:defer'] },
    requires: PANEL_NEEDS,
    limit: 3,
    deadline: due(5, 'working-days', 'L1', choice('A week to say what is missing')),
    form: [must('missing-input', 'long-text', 'D6', t('Qué falta', 'What is missing'))],
    outcomes: [
      outcome('family', t('Familia y cuidado', 'Family and care'), {
        clears: ['careSettled', 'carerOrCareSecured', 'bidReported'],
      }),
      outcome('origin', t('Condiciones en origen', 'Conditions in origin'), {
        clears: ['originRiskAssessed', 'originConditionsOk', 'bidReported'],
      }),
      outcome('view', t('Opinión de la niña o el niño', "The child's view"), {
        clears: ['childViewRecorded', 'bidReported'],
      }),
    ],
  },
  {
    id: 'bid-decision',
    kind: 'approval',
    stage: 'best-interests',
    title: t('Determinación del interés superior', 'Best interests determination'),
    instructions: t(
      'Panel independiente de migración, motivado, con todas las opciones. Vale 90 días. El silencio no decide nada.',
      'A panel independent of migration, reasoned, with all options. Valid 90 days. Silence decides nothing.',
    ),
    by: 'CPA-S',
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
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks from the report')),
    form: panelForm,
    shares: panelShares,
    outcomes: [
      outcome('return-family', t('Retorno con la familia', 'Return to the family'), {
        sets: decided,
      }),
      outcome(
        'return-alternative-care',
        t('Retorno con cuidado alternativo', 'Return to alternative care'),
        { sets: decided },
      ),
      stay,
      thirdCountry,
      defer,
    ],
    basis: [known('CRC GC14 paras. 85-99'), law('MX LGDNNA art. 97'), law('GCM objective 21(g)')],
  },
  {
    id: 'bid-decision-without-return',
    kind: 'approval',
    stage: 'best-interests',
    title: t('Determinación sin opción de retorno', 'Determination without the option of return'),
    instructions: t(
      'No hay cuidado asegurado o hay peligro en origen: decida entre permanecer y un tercer país.',
      'Care is not secured or there is danger in origin: decide between staying and a third country.',
    ),
    by: 'CPA-S',
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
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks from the report')),
    form: panelForm,
    shares: panelShares,
    outcomes: [stay, thirdCountry, defer],
    basis: [known('CRC GC14 paras. 85-99')],
  },
  {
    id: 'bid-notice',
    kind: 'notice',
    stage: 'best-interests',
    title: t('Notificación de la determinación', 'Determination notified'),
    instructions: t(
      'En su idioma, con motivos y recursos explicados.',
      'In their language, with reasons and remedies explained.',
    ),
    by: 'CPA-S',
    when: {
      all: [
        'bidReturn',
        { any: ['bid-decision:return-family', 'bid-decision:return-alternative-care'] },
      ],
    },
    requires: ['bidReturn', 'guardianActive', 'personPresent', 'inSendingState'],
    clearsAtOpening: ['decisionNotified', 'remedyWindowClosed'],
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('The remedy window starts with it')),
    form: [
      must(
        'notice-language',
        'text',
        'D8',
        t('Idioma de la notificación', 'Language of the notice'),
      ),
      must('notice-receipt', 'text', 'D8', t('Constancia de entrega', 'Receipt')),
    ],
    shares: [
      share(
        'counsel',
        'LEGAL',
        ['D8'],
        t('Constancia para la defensa', 'Receipt for counsel'),
        law('MX LGDNNA art. 92 I, X'),
      ),
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
    id: 'bid-remedy-window',
    kind: 'wait',
    stage: 'best-interests',
    title: t('Plazo de recurso', 'Remedy window'),
    instructions: t(
      'Quince días hábiles; amparo en todo momento. Solo el vencimiento o la renuncia ante su defensa lo cierra.',
      'Fifteen working days; amparo at any time. Only the end of the window or a waiver before counsel closes it.',
    ),
    by: 'LEGAL',
    when: { all: ['bidReturn', 'bid-notice:notified'] },
    requires: ['decisionNotified'],
    clearsAtOpening: ['remedyWindowClosed'],
    deadline: due(
      15,
      'working-days',
      'L4',
      law('MX LFPA art. 85; amparo at any time, LA art. 17 IV'),
      { lapse: 'window-closed' },
    ),
    form: [
      ask(
        'waiver-counsel',
        'text',
        'D8',
        t('Defensa presente en la renuncia', 'Counsel present at the waiver'),
        { required: ['waived'] },
      ),
    ],
    outcomes: [
      outcome('window-closed', t('Plazo vencido', 'Window over'), {
        bySilence: true,
        sets: ['remedyWindowClosed'],
      }),
      outcome('waived', t('Renuncia ante su defensa', 'Waived before counsel'), {
        sets: ['remedyWindowClosed'],
      }),
      outcome('filed', t('Recurso presentado', 'Remedy filed'), {
        keepsOpen: true,
        clears: ['noRemedyPending'],
      }),
    ],
    basis: [law('MX LFPA art. 85')],
  },
];

import { BID, CASE_NEEDS, HERE, JOURNEY, NINETY_DAYS, ORIGIN_NEEDS, PREPARED } from './needs.js';
import {
  choice,
  due,
  known,
  law,
  type MinorStep,
  must,
  outcome,
  REASONS,
  share,
  t,
} from './pieces.js';

const INPUTS = ['careSettled', 'originRiskAssessed', 'childViewRecorded'] as const;
/** Only with all of these may the panel choose a return. */
const RETURN_POSSIBLE = [
  'consulateNotified',
  'identityConfirmed',
  'carerOrCareSecured',
  'originConditionsOk',
  'nonRefoulementClear',
] as const;

const closesReturn = { clears: ['returnOpen', ...BID, ...JOURNEY], withdraws: PREPARED } as const;
const stay = outcome('stay', t('Permanece', 'Stays'), closesReturn);
const thirdCountry = outcome(
  'third-country-family',
  t('Familia en un tercer país', 'Family in a third country'),
  closesReturn,
);
const defer = outcome('defer', t('Faltan elementos', 'Deferred'));

const panelForm: MinorStep['form'] = [
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

const panelShares: MinorStep['shares'] = [
  share(
    'counsel',
    'LEGAL',
    ['D6', 'D8'],
    t('Copia para la niña o el niño y su defensa', 'Copy for the child and counsel'),
    law('MX LGDNNA art. 92'),
  ),
  share(
    'migration',
    'MIG-S',
    ['D8'],
    t('Solo el resultado', 'The result only'),
    choice('The result only'),
  ),
];

/** Steps 19 to 21: the child's view, the report and the determination. */
export const bestInterests: readonly MinorStep[] = [
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
      all: [HERE, 'returnOpen', 'guardianActive', 'interviewed', { not: 'childViewRecorded' }],
    },
    requires: CASE_NEEDS,
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
      must('child-method', 'text', 'D6', t('Método y herramienta', 'Method and tool')),
    ],
    outcomes: [
      outcome('recorded', t('Recogida', 'Recorded'), {
        sets: [{ fact: 'childViewRecorded', validFor: NINETY_DAYS }],
      }),
    ],
    basis: [law('MX LGDNNA art. 92 IV'), known('CRC GC14')],
  },
  {
    id: 'bid-report',
    kind: 'task',
    stage: 'best-interests',
    title: t('Informe para la DIS', 'BID report'),
    instructions: t(
      'Compare todas las opciones, no solo el retorno.',
      'Compare all options, not only return.',
    ),
    by: 'CPA-S',
    when: { all: [HERE, 'returnOpen', ...INPUTS, { not: 'bidReported' }] },
    requires: [...CASE_NEEDS, ...INPUTS],
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
    // A report with gaps leaves no determination standing: with one, nothing would ask the panel again.
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
    requires: CASE_NEEDS,
    limit: 3,
    deadline: due(5, 'working-days', 'L1', choice('A week to say what is missing')),
    form: [must('missing-input', 'long-text', 'D6', t('Qué falta', 'What is missing'))],
    outcomes: [
      outcome('family', t('Familia y cuidado', 'Family and care'), {
        clears: ['careSettled', 'carerOrCareSecured', ...BID, ...JOURNEY],
        withdraws: PREPARED,
      }),
      outcome('origin', t('Condiciones en origen', 'Conditions in origin'), {
        clears: ['originRiskAssessed', 'originConditionsOk', ...BID, ...JOURNEY],
        withdraws: PREPARED,
      }),
      outcome('view', t('Opinión de la niña o el niño', "The child's view"), {
        clears: ['childViewRecorded', ...BID, ...JOURNEY],
        withdraws: PREPARED,
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
    when: { all: [HERE, 'returnOpen', 'bidReported', ...RETURN_POSSIBLE, { not: 'bidReturn' }] },
    requires: [
      ...ORIGIN_NEEDS,
      'bidReported',
      ...INPUTS,
      ...RETURN_POSSIBLE.filter((fact) => !ORIGIN_NEEDS.includes(fact)),
    ],
    clearsAtOpening: ['decisionNotified', 'remedyWindowClosed', 'finalCheckPassed'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks from the report')),
    form: panelForm,
    shares: panelShares,
    outcomes: [
      outcome('return-family', t('Retorno con la familia', 'Return to the family'), {
        sets: [{ fact: 'bidReturn', validFor: NINETY_DAYS }],
      }),
      outcome(
        'return-alternative-care',
        t('Retorno con cuidado alternativo', 'Return to alternative care'),
        { sets: [{ fact: 'bidReturn', validFor: NINETY_DAYS }] },
      ),
      stay,
      thirdCountry,
      defer,
    ],
    basis: [
      known('CRC GC14 paras. 85-99'),
      law('MX LGDNNA art. 97'),
      law('MX LM art. 112 III'),
      law('GCM objective 21(g)'),
    ],
  },
  {
    id: 'bid-decision-without-return',
    kind: 'approval',
    stage: 'best-interests',
    title: t('Determinación sin opción de retorno', 'Determination without the option of return'),
    instructions: t(
      'Falta algo sin lo cual no hay retorno: decida entre permanecer y un tercer país.',
      'Something is missing without which there is no return: decide between staying and a third country.',
    ),
    by: 'CPA-S',
    when: {
      all: [
        HERE,
        'returnOpen',
        'bidReported',
        { not: 'bidReturn' },
        { any: RETURN_POSSIBLE.map((fact) => ({ not: fact })) },
      ],
    },
    requires: [...CASE_NEEDS, 'bidReported'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks from the report')),
    form: panelForm,
    shares: panelShares,
    outcomes: [stay, thirdCountry, defer],
    basis: [known('CRC GC14 paras. 85-99')],
  },
];

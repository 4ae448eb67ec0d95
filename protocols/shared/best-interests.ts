import type { Step } from '../language/step.js';
import { due, must, outcome, REASONS, share } from './pieces.js';
import { choice, known, law, span, t } from './texts.js';

/** How long a determination, an authorisation or a view is good for. */
export const NINETY_DAYS = span(90, 'calendar-days');

const BY_CHILD_PROTECTION = { stage: 'best-interests', by: 'CPA-S' } as const;

/** A child is heard alone, in a way fit for the age. Agreement never replaces the determination. */
export const CHILD_VIEW = {
  id: 'child-view',
  kind: 'task',
  title: t('Opinión de la niña o el niño', "The child's view"),
  instructions: t(
    'Escuche a solas, con un método para su edad, y diga cómo se tomó en cuenta. Su acuerdo nunca sustituye la determinación.',
    'Listen in private, with a method fit for the age, and say how it was weighed. Agreement never replaces the determination.',
  ),
  ...BY_CHILD_PROTECTION,
  safeguard: true,
  deadline: due(
    10,
    'working-days',
    'L2',
    choice('Before the report; asked again at the last check'),
  ),
  form: [
    must('child-words', 'long-text', 'D6', t('Palabras de la niña o el niño', "The child's words")),
    must('child-method', 'text', 'D6', t('Método y herramienta', 'Method and tool')),
  ],
  outcomes: [
    outcome('recorded', t('Recogida', 'Recorded'), {
      sets: [{ fact: 'childViewRecorded', validFor: NINETY_DAYS }],
    }),
  ],
} as const satisfies Partial<Step>;

/** Before anybody decides, all options are compared. */
export const BID_REPORT = {
  id: 'bid-report',
  kind: 'task',
  instructions: t(
    'Compare todas las opciones, no solo el retorno.',
    'Compare all options, not only return.',
  ),
  ...BY_CHILD_PROTECTION,
  deadline: due(5, 'working-days', 'L1', choice('A week after the last input')),
  form: [must('options-compared', 'long-text', 'D6', t('Opciones comparadas', 'Options compared'))],
  outcomes: [
    outcome('complete', t('Completo', 'Complete'), {
      sets: [{ fact: 'bidReported', validFor: NINETY_DAYS }],
    }),
    outcome('gaps', t('Faltan elementos', 'There are gaps')),
  ],
  basis: [known('UNHCR best interests guidelines 2021')],
} as const satisfies Partial<Step>;

/** Three rounds in which what is missing is named; then the lead institution decides. */
export const BID_COMPLEMENT = {
  id: 'bid-complement',
  kind: 'task',
  title: t('Completar elementos', 'Complete the inputs'),
  instructions: t(
    'Diga qué falta. Tras tres rondas decide la institución rectora.',
    'Say what is missing. After three rounds the lead institution decides.',
  ),
  ...BY_CHILD_PROTECTION,
  when: { any: ['bid-report:gaps', 'bid-decision:defer', 'bid-decision-without-return:defer'] },
  limit: 3,
  deadline: due(5, 'working-days', 'L1', choice('A week to say what is missing')),
  form: [must('missing-input', 'long-text', 'D6', t('Qué falta', 'What is missing'))],
} as const satisfies Partial<Step>;

/**
 * What is asked for anew. `voids` is what falls with it, `more` what else the answer does. Whatever changes, the child is
 * heard on it before anybody decides again.
 */
export const missingInputs = <const V extends readonly string[], const M extends object>(
  voids: V,
  more: M,
) => [
  {
    id: 'family',
    title: t('Familia y cuidado', 'Family and care'),
    clears: ['careSettled', 'carerOrCareSecured', 'childViewRecorded', ...voids] as const,
    ...more,
  },
  {
    id: 'origin',
    title: t('Condiciones en origen', 'Conditions in origin'),
    clears: ['originRiskAssessed', 'originConditionsOk', 'childViewRecorded', ...voids] as const,
    ...more,
  },
  {
    id: 'view',
    title: t('Opinión de la niña o el niño', "The child's view"),
    clears: ['childViewRecorded', ...voids] as const,
    ...more,
  },
];

const PANEL = {
  kind: 'approval',
  ...BY_CHILD_PROTECTION,
  safeguard: true,
  deadline: due(10, 'working-days', 'L2', choice('Two weeks from the report')),
  form: [
    REASONS,
    must('options-weighed', 'long-text', 'D6', t('Opciones ponderadas', 'Options weighed')),
    must('panel-members', 'text', 'D6', t('Integrantes y disensos', 'Members and dissent')),
    must(
      'determination-code',
      'text',
      'D8',
      t('Código de la determinación', 'Code of the determination'),
    ),
  ],
} as const satisfies Partial<Step>;

/** The determination, with return among the options. */
export const BID_DECISION = {
  id: 'bid-decision',
  title: t('Determinación del interés superior', 'Best interests determination'),
  instructions: t(
    'Panel independiente de migración, motivado, con todas las opciones. Vale 90 días. El silencio no decide nada.',
    'A panel independent of migration, reasoned, with all options. Valid 90 days. Silence decides nothing.',
  ),
  ...PANEL,
} as const satisfies Partial<Step>;

/** The determination where something is missing without which there is no return. */
export const BID_DECISION_WITHOUT_RETURN = {
  id: 'bid-decision-without-return',
  title: t('Determinación sin opción de retorno', 'Determination without the option of return'),
  ...PANEL,
  basis: [known('CRC GC14 paras. 85-99')],
} as const satisfies Partial<Step>;

/** The child and counsel get what was decided and why. */
export const PANEL_TO_COUNSEL = share(
  'counsel',
  'LEGAL',
  ['D6', 'D8'],
  t('Copia para la niña o el niño y su defensa', 'Copy for the child and counsel'),
  law('MX LGDNNA art. 92'),
);

/** The answers that lead home. `decided` is what they establish. */
export const returning = <const S>(decided: S) => [
  {
    id: 'return-family',
    title: t('Retorno con la familia', 'Return to the family'),
    sets: decided,
  },
  {
    id: 'return-alternative-care',
    title: t('Retorno con cuidado alternativo', 'Return to alternative care'),
    sets: decided,
  },
];

/** The answers that do not. `closes` is what they do to the way of return; a panel may also ask for more. */
export const notReturning = <const C extends object>(closes: C) => [
  { id: 'stay', title: t('Permanece', 'Stays'), ...closes },
  {
    id: 'third-country-family',
    title: t('Familia en un tercer país', 'Family in a third country'),
    ...closes,
  },
  outcome('defer', t('Faltan elementos', 'Deferred')),
];

/** Whoever decided tells the child and counsel, in their language, with the remedies. */
export const DECISION_NOTICE = {
  kind: 'notice',
  by: 'CPA-S',
  requires: ['bidReturn', 'guardianActive', 'personPresent', 'inSendingState'],
  safeguard: true,
  deadline: due(24, 'hours', 'L2', choice('The remedy window starts with it')),
  shares: [
    share(
      'counsel',
      'LEGAL',
      ['D8'],
      t('Constancia para la defensa', 'Receipt for counsel'),
      law('MX LGDNNA art. 92 I, X'),
    ),
  ],
} as const satisfies Partial<Step>;

export const NOTICE_RECEIPT = must(
  'notice-receipt',
  'text',
  'D8',
  t('Constancia de entrega', 'Receipt'),
);

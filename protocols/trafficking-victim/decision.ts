import { NINETY_DAYS } from '../shared/best-interests.js';
import { choice, known, law, option, span, t } from '../shared/texts.js';
import { ADULT, CHILD, EVERYTHING, PROSPECT_NEEDS } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, record, share } from './pieces.js';

const OWN_NEEDS = [
  ...PROSPECT_NEEDS,
  'identificationReviewed',
  'majorityEstablished',
  'riskCleared',
  'proceedingsFree',
] as const;

/** Steps 14 and 15: the person's own decision, never under pressure, and the alternatives to return. */
export const decision: readonly ProtectedStep[] = [
  {
    id: 'options-counselling',
    kind: 'task',
    stage: 'decision',
    title: t('Consejería de opciones', 'Options counselling'),
    instructions: t(
      'Explique cada opción con intérprete, sin acompañantes bajo sospecha. La decisión se pregunta a las 72 horas, no antes.',
      'Explain each option with an interpreter, without companions under suspicion. The decision is asked for after 72 hours, not before.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inSendingState',
        'reflectionDone',
        ADULT,
        { not: 'returnDecided' },
        { any: ['start', 'alternatives-to-return:wishes-return'] },
      ],
    },
    requires: OWN_NEEDS,
    deadline: due(
      10,
      'working-days',
      'L1',
      choice('Two weeks after risk and proceedings are clear'),
    ),
    form: [
      must('counselling-interpreter', 'text', 'D6', t('Intérprete', 'Interpreter')),
      must(
        'alone',
        'boolean',
        'D6',
        t('Sin acompañantes bajo sospecha', 'No companion under suspicion'),
        { yesFor: ['counselled'] },
      ),
    ],
    outcomes: [outcome('counselled', t('Consejería dada', 'Counselled'))],
    basis: [law('GCM objective 21(b)')],
  },
  {
    id: 'options-and-decision',
    kind: 'approval',
    stage: 'decision',
    title: t('Decisión de la persona', "The person's decision"),
    instructions: t(
      'La persona decide por escrito, libre e informada, y puede retirarse siempre. Su defensa firma también. Sin prisa.',
      'The person decides in writing, free and informed, and may withdraw at any time. Counsel signs too. No hurry.',
    ),
    by: ['ATU-S', 'LEGAL'],
    when: {
      all: [
        ADULT,
        { not: 'returnDecided' },
        { any: ['options-counselling:counselled', 'decision-review:asked-again'] },
      ],
    },
    requires: OWN_NEEDS,
    series: { after: 'options-counselling:counselled', at: [span(72, 'hours')] },
    safeguard: true,
    deadline: due(30, 'calendar-days', 'L0', choice('No pressure; looked at every 30 days')),
    form: [
      ask('written-decision', 'long-text', 'D6', t('Decisión escrita', 'Written decision'), {
        required: ['return', 'stay', 'third-country'],
      }),
      must('decision-code', 'text', 'D8', t('Código de la decisión', 'Code of the decision')),
      ...record('return'),
    ],
    consent: [
      { purpose: 'return', gives: ['return'], refuses: ['stay', 'third-country', 'undecided'] },
    ],
    shares: [
      share(
        'outcome',
        'MIG-S',
        ['D8'],
        t('Código de la decisión', 'Code of the decision'),
        choice('Code only'),
        { on: ['return', 'stay', 'third-country'] },
      ),
    ],
    outcomes: [
      outcome('return', t('Quiere retornar', 'Wants to return'), {
        sets: [{ fact: 'returnDecided', validFor: NINETY_DAYS }, 'noObjection'],
      }),
      outcome('stay', t('Quiere quedarse', 'Wants to stay'), {
        despiteMissing: true,
        clears: ['returnOpen'],
      }),
      outcome('third-country', t('Quiere ir a un tercer país', 'Wants to go to a third country'), {
        despiteMissing: true,
        clears: ['returnOpen'],
      }),
      outcome('undecided', t('No ha decidido', 'Undecided'), { despiteMissing: true }),
    ],
    basis: [
      law('Palermo Protocol art. 8(2)'),
      law('MX LGPSEDMTP art. 76'),
      law('GCM objective 21(b)'),
    ],
  },
  {
    id: 'decision-review',
    kind: 'follow-up',
    stage: 'decision',
    title: t('Revisión mensual de opciones', 'Monthly look at options'),
    instructions: t(
      'Un mes después pregunte si la persona quiere hablar de nuevo. Tras doce veces decide la institución rectora cómo seguir acompañando.',
      'After a month ask whether the person wants to talk again. After twelve times the lead institution decides how to go on.',
    ),
    by: 'ATU-S',
    when: { all: [ADULT, 'options-and-decision:undecided'] },
    requires: ['personPresent', 'inSendingState', 'majorityEstablished', 'returnOpen'],
    series: { after: 'options-and-decision:undecided', at: [span(30, 'calendar-days')] },
    limit: 12,
    deadline: due(10, 'working-days', 'L1', choice('Every 30 days')),
    outcomes: [outcome('asked-again', t('Se pregunta de nuevo', 'Asked again'))],
  },
  {
    id: 'alternatives-to-return',
    kind: 'task',
    stage: 'decision',
    title: t('Alternativas al retorno', 'Alternatives to return'),
    instructions: t(
      'Busque residencia, asilo, reubicación o tercer país. Si más tarde la persona quiere retornar, se evalúa de nuevo.',
      'Seek residence, asylum, relocation or a third country. If the person later wants to return, everything is assessed again.',
    ),
    by: 'ATU-S',
    when: { all: ['inSendingState', { not: 'returnOpen' }] },
    requires: ['personPresent', 'inSendingState'],
    secondPerson: ['wishes-return'],
    deadline: due(20, 'working-days', 'L1', law('MX LM art. 128')),
    form: [
      ask('alternative', 'code', 'D8', t('Alternativa', 'Alternative'), {
        required: ['residence', 'asylum', 'relocation', 'third-country'],
        options: [
          option('residence', 'Residencia', 'Residence'),
          option('asylum', 'Asilo', 'Asylum'),
          option('relocation', 'Reubicación', 'Relocation'),
          option('third-country', 'Tercer país', 'Third country'),
        ],
      }),
      ask(
        'stay-permit',
        'text',
        'D8',
        t('Permiso que se otorgó y quién lo otorgó', 'Permit that was granted, and by whom'),
        { required: ['residence'] },
      ),
      ask('stay-plan', 'long-text', 'D12', t('Plan', 'Plan')),
    ],
    shares: [
      share(
        'permit',
        'MIG-S',
        ['D1', 'D7', 'D8'],
        t('Permiso', 'Permit'),
        law('MX LM art. 133 III'),
        { on: ['residence', 'relocation', 'third-country'] },
      ),
      share('asylum', 'ASY', ['D1', 'D6', 'D8'], t('Asilo', 'Asylum'), law('MX LRPCAP art. 21'), {
        on: ['asylum'],
      }),
    ],
    outcomes: [
      outcome('residence', t('Residencia', 'Residence'), { ends: 'closed-stay' }),
      outcome('asylum', t('Asilo', 'Asylum'), { ends: 'closed-stay' }),
      outcome('relocation', t('Reubicación', 'Relocation'), { ends: 'closed-stay' }),
      outcome('third-country', t('Tercer país', 'Third country'), { ends: 'closed-stay' }),
      outcome('none-yet', t('Todavía ninguna', 'None yet'), { keepsOpen: true }),
      outcome('wishes-return', t('La persona quiere retornar', 'The person wishes to return'), {
        clears: EVERYTHING,
        sets: ['returnOpen', 'noObjection'],
        withdraws: [
          'preparation',
          'transfer',
          'disclosure-authorisation',
          'non-refoulement-assessment',
        ],
        lowers: true,
      }),
    ],
    basis: [law('MX LM art. 133 III'), law('MX LGPSEDMTP art. 78'), known('OHCHR Principles')],
  },
  {
    id: 'non-refoulement-assessment',
    kind: 'assessment',
    stage: 'decision',
    title: t('Evaluación de no devolución', 'Non-refoulement assessment'),
    instructions: t(
      'Valoren a la persona y a su familia. Para descartar el riesgo firman las dos; para afirmarlo basta una.',
      'Weigh the person and the family. Both sign to rule risk out; one is enough to find it.',
    ),
    by: ['ATU-S', 'ASY'],
    when: {
      all: [
        'inSendingState',
        { not: 'nonRefoulementClear' },
        { any: ['returnDecided', { all: [CHILD, 'guardianActive', 'reflectionDone'] }] },
        { any: ['start', 'alternatives-to-return:wishes-return'] },
      ],
    },
    requires: ['individualAssessed', 'riskCleared', ...PROSPECT_NEEDS],
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('A week, both together')),
    form: [
      must('personal-risk', 'long-text', 'D6', t('Riesgo de la persona', 'Risk of the person')),
      must('family-risk', 'long-text', 'D6', t('Riesgo de la familia', 'Risk of the family')),
    ],
    shares: [
      share(
        'result',
        'LEGAL',
        ['D6'],
        t('Resultado para la persona', 'Result for the person'),
        law('MX LRPCAP art. 6'),
      ),
    ],
    outcomes: [
      outcome('clear', t('Riesgo descartado', 'Risk ruled out'), { sets: ['nonRefoulementClear'] }),
      outcome('risk', t('Hay riesgo', 'There is a risk'), {
        alone: true,
        despiteMissing: true,
        clears: ['nonRefoulementClear', 'returnOpen'],
      }),
    ],
    basis: [law('MX LRPCAP art. 6'), law('MX trafficking law art. 3 VI')],
  },
];

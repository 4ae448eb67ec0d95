import {
  ask,
  choice,
  due,
  known,
  law,
  outcome,
  REASONS,
  share,
  span,
  t,
  type VoluntaryStep,
} from './pieces.js';

const AGREED = ['reintegrationConsent'] as const;
const HANDBOOK = 'IOM Reintegration Handbook';
const IN_TIME = due(10, 'working-days', 'L1', choice('Within two weeks of the planned month'));

const visitForm: VoluntaryStep['form'] = [
  ask('needs-met', 'long-text', 'D12', t('Necesidades atendidas', 'Needs met'), { required: true }),
  ask(
    'belonging',
    'long-text',
    'D12',
    t('Pertenencia y desplazamiento', 'Belonging, displacement'),
  ),
];

const visitOutcomes: VoluntaryStep['outcomes'] = [
  outcome('fine', t('Bien', 'Fine')),
  outcome('next-tranche', t('Bien; corresponde otra entrega', 'Fine; another tranche is due')),
  outcome('risk', t('Hay riesgo', 'There is a risk')),
  outcome('plan-change', t('Cambiar el plan', 'Change the plan')),
  outcome('moved', t('Se mudó', 'Moved')),
  outcome('left', t('Salió del programa o del país', 'Left the programme or the country'), {
    endsSeries: true,
  }),
];

const scoreForm: VoluntaryStep['form'] = (
  [
    ['economic', t('Puntaje económico', 'Economic score')],
    ['social', t('Puntaje social', 'Social score')],
    ['psychosocial', t('Puntaje psicosocial', 'Psychosocial score')],
    ['composite', t('Puntaje compuesto', 'Composite score')],
  ] as const
).map(([part, label]) =>
  ask(`score-${part}`, 'number', 'D12', label, { min: 0, max: 1, required: true }),
);

/** Steps 26 to 28: a year of visits, the safety of children, the survey and the closure. */
export const followUp: readonly VoluntaryStep[] = [
  {
    id: 'follow-up-visit',
    kind: 'follow-up',
    stage: 'reintegration',
    title: t('Seguimiento', 'Follow-up visit'),
    instructions: t(
      'Visita a los 3, 6, 9 y 12 meses del retorno, donde la persona prefiera.',
      'Visit 3, 6, 9 and 12 months after return, where the person prefers.',
    ),
    by: 'IOM',
    when: 'planAgreed',
    requires: AGREED,
    series: {
      after: 'arrival-reception:received',
      at: [span(3, 'months'), span(6, 'months'), span(9, 'months'), span(12, 'months')],
    },
    deadline: IN_TIME,
    form: visitForm,
    outcomes: visitOutcomes,
    basis: [law(`${HANDBOOK} 2.3.3`)],
  },
  {
    id: 'child-follow-up',
    kind: 'follow-up',
    stage: 'reintegration',
    title: t('Seguimiento de cada niña o niño', 'Follow-up of each child'),
    instructions: t(
      'Vea a solas a cada niña o niño a los 3 y a los 6 meses. Antes de eso el proceso no se cierra.',
      'See each child alone after 3 and 6 months. The run is not closed before that.',
    ),
    by: 'IOM',
    when: { all: ['returned', { attribute: 'withChildren', is: true }] },
    series: {
      after: 'arrival-reception:received',
      at: [span(3, 'months'), span(6, 'months')],
    },
    deadline: IN_TIME,
    form: [
      ask('child-seen-alone', 'boolean', 'D12', t('Vista a solas', 'Seen alone'), {
        required: true,
      }),
      ask('school-and-health', 'long-text', 'D12', t('Escuela y salud', 'School and health')),
    ],
    outcomes: [
      outcome('fine', t('Bien', 'Fine')),
      outcome('risk', t('Hay riesgo', 'There is a risk')),
      outcome('turned-eighteen', t('Cumplió 18 años', 'Turned 18'), { endsSeries: true }),
      outcome('left', t('Salió del país', 'Left the country'), { endsSeries: true }),
      outcome('court-decided', t('Lo decidió un tribunal', 'A court decided'), {
        endsSeries: true,
      }),
    ],
    basis: [law('IOM Italy family-tracing programme: at least six months')],
  },
  {
    id: 'safety-review',
    kind: 'assessment',
    stage: 'reintegration',
    title: t('Revisión de seguridad', 'Safety review'),
    instructions: t(
      'Hable a solas con la persona y ofrezca protección o reubicación; ella decide.',
      'Talk in private and offer protection or relocation; the person decides.',
    ),
    by: 'IOM',
    when: {
      all: [
        'returned',
        {
          any: [
            'follow-up-visit:risk',
            'extended-follow-up:risk',
            'child-follow-up:risk',
            'event:new-risk-information',
          ],
        },
      ],
    },
    limit: 20,
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('A threat cannot wait longer')),
    form: [REASONS],
    shares: [
      share(
        'protection',
        'ATU-R',
        ['D1', 'D6'],
        t('Protección especializada', 'Specialised protection'),
        law('CRM guidelines 2013'),
        { on: ['protected-handling'] },
      ),
      share(
        'child',
        'CPA-R',
        ['D1', 'D4', 'D7'],
        t('Protección de la niñez', 'Child protection'),
        law('MX LM art. 20 XI'),
        { on: ['child-issue'] },
      ),
    ],
    outcomes: [
      outcome('handled', t('Atendido', 'Handled')),
      outcome('plan-change', t('Cambiar el plan', 'Change the plan')),
      outcome('protected-handling', t('Requiere manejo protegido', 'Needs protected handling'), {
        continues: { protocol: 'trafficking-victim', entry: 'r-protected-reception' },
      }),
      outcome('child-issue', t('Niña o niño en riesgo', 'Child at risk'), {
        continues: { protocol: 'unaccompanied-minor', entry: 'reception-screening' },
      }),
    ],
    basis: [law('CRM guidelines 2013')],
  },
  {
    id: 'follow-up-transfer',
    kind: 'task',
    stage: 'reintegration',
    title: t('Cambio de zona', 'Move to another area'),
    instructions: t(
      'Pase el seguimiento a quien atiende en la nueva zona.',
      'Hand the follow-up to the provider of the new area.',
    ),
    by: 'OPB',
    when: { any: ['follow-up-visit:moved', 'extended-follow-up:moved'] },
    requires: AGREED,
    limit: 6,
    deadline: due(10, 'working-days', 'L1', choice('As a referral')),
    form: [ask('new-area', 'text', 'D2', t('Nueva zona', 'New area'), { required: ['handed-on'] })],
    outcomes: [
      outcome('handed-on', t('Seguimiento trasladado', 'Handed on')),
      outcome('no-provider', t('No hay servicio en la zona', 'No provider there')),
    ],
  },
  {
    id: 'sustainability-score',
    kind: 'assessment',
    stage: 'reintegration',
    title: t('Encuesta de sostenibilidad', 'Sustainability survey'),
    instructions: t(
      'Aplique la encuesta del mes 12. Por debajo del umbral el apoyo se extiende seis meses, una vez.',
      'Take the survey of month 12. Below the threshold support is extended by six months, once.',
    ),
    by: 'OPB',
    when: { all: ['finished:follow-up-visit', 'planAgreed', { not: 'follow-up-visit:left' }] },
    requires: AGREED,
    limit: 2,
    deadline: due(15, 'working-days', 'L1', choice('With the visit of month 12')),
    form: scoreForm,
    outcomes: [
      outcome('at-threshold', t('Alcanza el umbral', 'At the threshold')),
      outcome('below', t('Por debajo del umbral', 'Below the threshold')),
    ],
    basis: [law(`${HANDBOOK} 2.2.5, module 5`)],
  },
  {
    id: 'extended-follow-up',
    kind: 'follow-up',
    stage: 'reintegration',
    title: t('Seguimiento extendido', 'Extended follow-up'),
    instructions: t('Dos visitas más en seis meses.', 'Two more visits in six months.'),
    by: 'IOM',
    when: 'sustainability-score:below',
    requires: AGREED,
    limit: 2,
    series: { after: 'sustainability-score:below', at: [span(3, 'months'), span(6, 'months')] },
    deadline: IN_TIME,
    form: visitForm,
    outcomes: visitOutcomes,
  },
  {
    id: 'final-sustainability-score',
    kind: 'assessment',
    stage: 'reintegration',
    title: t('Encuesta de sostenibilidad final', 'Final sustainability survey'),
    instructions: t('Última encuesta; después se cierra.', 'The last survey; closure follows.'),
    by: 'OPB',
    when: { all: ['finished:extended-follow-up', { not: 'extended-follow-up:left' }] },
    requires: AGREED,
    limit: 1,
    deadline: due(15, 'working-days', 'L1', choice('With the last visit')),
    form: scoreForm,
    outcomes: [
      outcome('at-threshold', t('Alcanza el umbral', 'At the threshold')),
      outcome('below', t('Por debajo del umbral', 'Below the threshold')),
    ],
  },
  {
    id: 'closure',
    kind: 'approval',
    stage: 'reintegration',
    title: t('Cierre y valoración del programa', 'Closure and feedback'),
    instructions: t(
      'Cierre con la persona y pídale su propia valoración. Puede volver a pedir apoyo.',
      'Close with the person and ask for their own evaluation. They may ask for support again.',
    ),
    by: 'IOM',
    when: {
      all: [
        'returned',
        { any: [{ attribute: 'withChildren', is: false }, 'finished:child-follow-up'] },
        {
          any: [
            'open-door:door-closed',
            'exhausted:open-door',
            'sustainability-score:at-threshold',
            'final-sustainability-score:at-threshold',
            'final-sustainability-score:below',
            'exhausted:sustainability-score',
            'follow-up-visit:left',
            'extended-follow-up:left',
            'follow-up-transfer:no-provider',
            'event:left-area',
            'event:support-ended',
            {
              all: [
                { any: ['reintegration-offer:accepts', 'open-door:opted-in'] },
                { not: 'reintegrationConsent' },
              ],
            },
          ],
        },
      ],
    },
    requires: ['returned'],
    effects: ['closes'],
    deadline: due(10, 'working-days', 'L1', choice('Two weeks for the closing talk')),
    form: [
      ask(
        'own-evaluation',
        'long-text',
        'D12',
        t('Valoración de la persona', "The person's own evaluation"),
      ),
      ask('closure-code', 'text', 'D13', t('Código de cierre', 'Closure code'), {
        required: true,
      }),
    ],
    shares: [
      share(
        'lead',
        'RECTOR',
        ['D13'],
        t('Código de cierre', 'Closure code'),
        law(`${HANDBOOK} 2.7`),
      ),
    ],
    outcomes: [
      outcome('goal-met', t('Meta alcanzada', 'Goal met'), { ends: 'closed-done-goal' }),
      outcome('term-ended', t('Plazo concluido', 'Term ended'), { ends: 'closed-done-term' }),
      outcome('declined', t('Declina, con puerta abierta', 'Declined, open door'), {
        ends: 'closed-declined',
      }),
      outcome('withdrew', t('La persona se retiró', 'The person withdrew'), {
        ends: 'closed-done-withdrew',
      }),
      outcome('left-area', t('Salió de la zona', 'Left the area'), { ends: 'closed-done-left' }),
      outcome('means-ended', t('Fin de fondos o de seguridad', 'Funds or security ended'), {
        ends: 'closed-done-means',
      }),
    ],
    basis: [law(`${HANDBOOK} 2.7`), known('IOM Mexico programme')],
  },
];

import { type AdultStep, ask, choice, due, law, outcome, share, span, t } from './pieces.js';

const AGREED = ['reintegrationConsent'] as const;
const HANDBOOK = 'IOM Reintegration Handbook';

const visitForm: AdultStep['form'] = [
  ask('needs-met', 'long-text', 'D12', t('Necesidades atendidas', 'Needs met'), { required: true }),
  ask(
    'belonging',
    'long-text',
    'D12',
    t('Pertenencia y desplazamiento', 'Belonging and displacement'),
  ),
];

const visitOutcomes: AdultStep['outcomes'] = [
  outcome('fine', t('Bien', 'Fine')),
  outcome('next-tranche', t('Bien; corresponde otra entrega', 'Fine; another tranche is due')),
  outcome('risk', t('Hay riesgo', 'There is a risk')),
  outcome('plan-change', t('Cambiar el plan', 'Change the plan')),
  outcome('moved', t('Se mudó', 'Moved')),
  outcome('left', t('Salió del programa o del país', 'Left the programme or the country'), {
    endsSeries: true,
  }),
];

const scoreForm: AdultStep['form'] = ['economic', 'social', 'psychosocial', 'composite'].map(
  (part) =>
    ask(
      `score-${part}`,
      'number',
      'D12',
      {
        economic: t('Puntaje económico', 'Economic score'),
        social: t('Puntaje social', 'Social score'),
        psychosocial: t('Puntaje psicosocial', 'Psychosocial score'),
        composite: t('Puntaje compuesto', 'Composite score'),
      }[part] ?? t('Puntaje', 'Score'),
      { min: 0, max: 1, required: true },
    ),
);

/** Steps 37 to 39: a year of visits, the survey and the closure. */
export const followUp: readonly AdultStep[] = [
  {
    id: 'follow-up-visit',
    kind: 'follow-up',
    stage: 'reintegration',
    title: t('Seguimiento', 'Follow-up visit'),
    instructions: t(
      'Visita a los 3, 6, 9 y 12 meses del retorno. Si hay riesgo se vuelve a entrevistar con protección.',
      'Visit 3, 6, 9 and 12 months after return. If there is a risk, a protection interview follows.',
    ),
    by: 'OPB',
    when: 'planAgreed',
    requires: AGREED,
    series: {
      after: 'handover-reception-act:accepted',
      at: [span(3, 'months'), span(6, 'months'), span(9, 'months'), span(12, 'months')],
    },
    deadline: due(10, 'working-days', 'L1', choice('Within two weeks of the planned month')),
    form: visitForm,
    outcomes: visitOutcomes,
    basis: [law(`${HANDBOOK} 2.3.3`)],
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
    by: 'OPB',
    when: 'sustainability-score:below',
    requires: AGREED,
    limit: 2,
    series: { after: 'sustainability-score:below', at: [span(3, 'months'), span(6, 'months')] },
    deadline: due(10, 'working-days', 'L1', choice('Within two weeks of the planned month')),
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
    title: t('Cierre', 'Closure'),
    instructions: t(
      'Cierre con la persona: razón, satisfacción y aprendizajes.',
      'Close with the person: reason, satisfaction and lessons.',
    ),
    by: 'OPB',
    when: {
      all: [
        'received',
        {
          any: [
            'sustainability-score:at-threshold',
            'final-sustainability-score:at-threshold',
            'final-sustainability-score:below',
            'exhausted:sustainability-score',
            'follow-up-visit:left',
            'extended-follow-up:left',
            'follow-up-transfer:no-provider',
            'event:left-area',
            'event:support-ended',
            { all: ['reintegration-offer:accepts', { not: 'reintegrationConsent' }] },
            { all: ['open-door:opted-in', { not: 'reintegrationConsent' }] },
          ],
        },
      ],
    },
    requires: ['received'],
    effects: ['closes'],
    deadline: due(10, 'working-days', 'L1', choice('Two weeks for the closing talk')),
    form: [
      ask(
        'satisfaction',
        'long-text',
        'D12',
        t('Satisfacción y aprendizajes', 'Satisfaction and lessons'),
      ),
      ask(
        'closure-code',
        'text',
        'D13',
        t('Código de cierre para estadística', 'Closure code for statistics'),
        {
          required: true,
        },
      ),
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
      outcome('withdrew', t('La persona se retiró', 'The person withdrew'), {
        ends: 'closed-done-withdrew',
      }),
      outcome('left-area', t('Salió de la zona', 'Left the area'), { ends: 'closed-done-left' }),
      outcome('criteria-not-met', t('Ya no cumple los criterios', 'Criteria no longer met'), {
        ends: 'closed-done-criteria',
      }),
      outcome('died', t('Falleció', 'Died'), { ends: 'deceased' }),
      outcome('means-ended', t('Fin de fondos o de seguridad', 'Funds or security ended'), {
        ends: 'closed-done-means',
      }),
    ],
    basis: [law(`${HANDBOOK} 2.7`)],
  },
];

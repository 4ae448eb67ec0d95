import type { Step } from '../language/step.js';
import { ask, due, must, outcome, share } from './pieces.js';
import { HANDBOOK } from './support.js';
import { choice, law, months, t } from './texts.js';

const AGREED = ['reintegrationConsent'] as const;

/** When a visit or a survey must be made: within two weeks of its month. */
export const WITHIN_TWO_WEEKS = due(
  10,
  'working-days',
  'L1',
  choice('Within two weeks of the planned month'),
);

/** Months 3, 6, 9 and 12 after the return. */
export const QUARTERS = months(3, 6, 9, 12);
/** Months 1, 3, 6, 9 and 12, where the first weeks are the dangerous ones. */
export const CLOSE_WATCH = months(1, 3, 6, 9, 12);
export const HALF_YEARS = months(6, 12);

const VISIT = {
  kind: 'follow-up',
  stage: 'reintegration',
  requires: AGREED,
  deadline: WITHIN_TWO_WEEKS,
  form: [
    must('needs-met', 'long-text', 'D12', t('Necesidades atendidas', 'Needs met')),
    ask(
      'belonging',
      'long-text',
      'D12',
      t('Pertenencia y desplazamiento', 'Belonging and displacement'),
    ),
  ],
  outcomes: [
    outcome('fine', t('Bien', 'Fine')),
    outcome('next-tranche', t('Bien; corresponde otra entrega', 'Fine; another tranche is due')),
    outcome('risk', t('Hay riesgo', 'There is a risk')),
    outcome('plan-change', t('Cambiar el plan', 'Change the plan')),
    outcome('moved', t('Se mudó', 'Moved')),
    outcome('left', t('Salió del programa o del país', 'Left the programme or the country'), {
      endsSeries: true,
    }),
  ],
} as const satisfies Partial<Step>;

/** Four visits in the year after the return. */
export const FOLLOW_UP_VISIT = {
  id: 'follow-up-visit',
  title: t('Seguimiento', 'Follow-up visit'),
  ...VISIT,
  when: 'planAgreed',
  basis: [law(`${HANDBOOK} 2.3.3`)],
} as const satisfies Partial<Step>;

/** Two more in six months, for somebody below the threshold. */
export const EXTENDED_FOLLOW_UP = {
  id: 'extended-follow-up',
  title: t('Seguimiento extendido', 'Extended follow-up'),
  instructions: t('Dos visitas más en seis meses.', 'Two more visits in six months.'),
  ...VISIT,
  when: 'sustainability-score:below',
  limit: 2,
  series: { after: 'sustainability-score:below', at: months(3, 6) },
} as const satisfies Partial<Step>;

export const FOLLOW_UP_TRANSFER = {
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
} as const satisfies Step;

/** One part of the survey, between 0 and 1. */
export const score = (id: string, es: string, en: string) =>
  must(`score-${id}`, 'number', 'D12', t(es, en), { min: 0, max: 1 });

export const ECONOMIC = score('economic', 'Puntaje económico', 'Economic score');
export const SOCIAL = score('social', 'Puntaje social', 'Social score');
export const PSYCHOSOCIAL = score('psychosocial', 'Puntaje psicosocial', 'Psychosocial score');

/** Whether the return lasts. Below the threshold support goes on. */
export const SCORED = [
  outcome('at-threshold', t('Alcanza el umbral', 'At the threshold')),
  outcome('below', t('Por debajo del umbral', 'Below the threshold')),
] as const;

const SURVEY = {
  kind: 'assessment',
  stage: 'reintegration',
  by: 'OPB',
  requires: AGREED,
  form: [
    ECONOMIC,
    SOCIAL,
    PSYCHOSOCIAL,
    score('composite', 'Puntaje compuesto', 'Composite score'),
  ],
  outcomes: SCORED,
} as const satisfies Partial<Step>;

export const SUSTAINABILITY_SURVEY = {
  id: 'sustainability-score',
  title: t('Encuesta de sostenibilidad', 'Sustainability survey'),
  instructions: t(
    'Aplique la encuesta del mes 12. Por debajo del umbral el apoyo se extiende seis meses, una vez.',
    'Take the survey of month 12. Below the threshold support is extended by six months, once.',
  ),
  ...SURVEY,
  when: { all: ['finished:follow-up-visit', 'planAgreed', { not: 'follow-up-visit:left' }] },
  limit: 2,
  deadline: due(15, 'working-days', 'L1', choice('With the visit of month 12')),
  basis: [law(`${HANDBOOK} 2.2.5, module 5`)],
} as const satisfies Step;

export const FINAL_SURVEY = {
  id: 'final-sustainability-score',
  title: t('Encuesta de sostenibilidad final', 'Final sustainability survey'),
  instructions: t('Última encuesta; después se cierra.', 'The last survey; closure follows.'),
  ...SURVEY,
  when: { all: ['finished:extended-follow-up', { not: 'extended-follow-up:left' }] },
  limit: 1,
  deadline: due(15, 'working-days', 'L1', choice('With the last visit')),
} as const satisfies Step;

/** The end of the year of support: with the person, on the record, and never a judgement on them. */
export const CLOSURE = {
  id: 'closure',
  kind: 'approval',
  stage: 'reintegration',
  title: t('Cierre', 'Closure'),
  effects: ['closes'],
  deadline: due(10, 'working-days', 'L1', choice('Two weeks for the closing talk')),
  shares: [
    share('lead', 'RECTOR', ['D13'], t('Código de cierre', 'Closure code'), law(`${HANDBOOK} 2.7`)),
  ],
  basis: [law(`${HANDBOOK} 2.7`)],
} as const satisfies Partial<Step>;

export const CLOSURE_CODE = must(
  'closure-code',
  'text',
  'D13',
  t('Código de cierre', 'Closure code'),
);

export const GOAL_MET = outcome('goal-met', t('Meta alcanzada', 'Goal met'), {
  ends: 'closed-done-goal',
});
export const TERM_ENDED = outcome('term-ended', t('Plazo concluido', 'Term ended'), {
  ends: 'closed-done-term',
});
export const WITHDREW = outcome('withdrew', t('La persona se retiró', 'The person withdrew'), {
  ends: 'closed-done-withdrew',
});
export const LEFT_THE_AREA = outcome('left-area', t('Salió de la zona', 'Left the area'), {
  ends: 'closed-done-left',
});
export const MEANS_ENDED = outcome(
  'means-ended',
  t('Fin de fondos o de seguridad', 'Funds or security ended'),
  { ends: 'closed-done-means' },
);

/** In the protocols for children and for protected handling a closure may still wait. */
export const NOT_CLOSED_YET = outcome('not-yet', t('Todavía no se cierra', 'Not closed yet'), {
  keepsOpen: true,
});

/** Also the programme's own figures go to the monitor without names. */
export const SCORE_CODE = must(
  'score-code',
  'text',
  'D13',
  t('Código para estadística', 'Code for statistics'),
);
export const STATISTICS = share(
  'statistics',
  'MON',
  ['D13'],
  t('Estadística', 'Statistics'),
  choice('Anonymous statistics'),
);

/** Twice in the first year, with the visit of the month, for whoever needs a closer watch. */
export const SCORED_TWICE = {
  id: 'sustainability-score',
  kind: 'assessment',
  stage: 'reintegration',
  title: t('Valoración de sostenibilidad', 'Sustainability score'),
  deadline: due(15, 'working-days', 'L1', choice('With the visit of the month')),
  shares: [STATISTICS],
  outcomes: SCORED,
  basis: [law(`${HANDBOOK} 2.2.5`)],
} as const satisfies Partial<Step>;

/** Two more contacts in six months when the last score is below the threshold. */
export const WATCHED_LONGER = {
  id: 'extended-follow-up',
  kind: 'follow-up',
  stage: 'reintegration',
  title: t('Seguimiento extendido', 'Extended follow-up'),
  when: { all: ['finished:sustainability-score', 'sustainability-score:below'] },
  series: { after: 'sustainability-score:below', at: months(3, 6) },
  deadline: WITHIN_TWO_WEEKS,
} as const satisfies Partial<Step>;

export const SCORED_LAST = {
  id: 'final-sustainability-score',
  kind: 'assessment',
  stage: 'reintegration',
  title: t('Valoración final', 'Final score'),
  when: 'finished:extended-follow-up',
  shares: [STATISTICS],
  outcomes: SCORED,
} as const satisfies Partial<Step>;

export const LEFT_AREA_OR_COUNTRY = outcome(
  'left',
  t('Salió de la zona o del país', 'Left the area or the country'),
  { endsSeries: true },
);

export const closureCodeTo = <const Id extends string, const To extends string>(id: Id, to: To) =>
  share(id, to, ['D13'], t('Código de cierre', 'Closure code'), law(`${HANDBOOK} 2.7`));

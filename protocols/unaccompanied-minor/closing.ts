import * as visits from '../shared/follow-up.js';
import { choice, span, t } from '../shared/texts.js';
import { IN_ORIGIN } from './needs.js';
import { due, type MinorStep, must, outcome, share } from './pieces.js';

const SETTLED = ['received'] as const;

/** Steps 46 and 47: closure after the last visit, the few reasons for an earlier one, and the report. */
export const closing: readonly MinorStep[] = [
  {
    ...visits.CLOSURE,
    instructions: t(
      'Solo después de la última visita. Ante un riesgo nuevo se reabre.',
      'Only after the last visit. On a new risk it is reopened.',
    ),
    by: 'CPA-R',
    when: {
      all: [
        IN_ORIGIN,
        'receptionSafe',
        'placementSettled',
        'finished:follow-up-visit',
        { not: 'follow-up-visit:left' },
        {
          any: [
            { all: ['finished:sustainability-score', 'sustainability-score:at-threshold'] },
            'final-sustainability-score:at-threshold',
            'final-sustainability-score:below',
          ],
        },
      ],
    },
    requires: ['received', 'receptionSafe', 'placementSettled'],
    deadline: due(10, 'working-days', 'L1', choice('Two weeks after the last visit')),
    form: [
      must(
        'closure-reason',
        'long-text',
        'D12',
        t('Razón, lecciones y pendientes', 'Reason, lessons and open needs'),
      ),
      visits.CLOSURE_CODE,
    ],
    shares: [visits.closureCodeTo('outcome', 'CPA-S'), visits.closureCodeTo('monitor', 'MON')],
    outcomes: [
      visits.GOAL_MET,
      visits.TERM_ENDED,
      outcome('family-declined', t('La familia no quiso continuar', 'The family declined'), {
        ends: 'closed-done-declined',
      }),
      visits.NOT_CLOSED_YET,
    ],
  },
  {
    id: 'early-closure',
    kind: 'approval',
    stage: 'reintegration',
    title: t('Cierre anticipado', 'Early closure'),
    instructions: t(
      'Solo si cumplió 18 años, salió o lo decidió un tribunal.',
      'Only if the child turned 18, left, or a court decided so.',
    ),
    by: 'CPA-R',
    when: {
      all: [
        IN_ORIGIN,
        'received',
        {
          any: [
            'event:turned-eighteen',
            'event:left-area',
            'follow-up-visit:left',
            'extended-follow-up:left',
            'search-in-origin:other-decision',
          ],
        },
      ],
    },
    requires: SETTLED,
    effects: ['closes'],
    deadline: due(10, 'working-days', 'L1', choice('Two weeks')),
    form: [
      must('early-reason', 'long-text', 'D12', t('Razón y constancia', 'Reason and proof')),
      must('early-code', 'text', 'D13', t('Código de cierre', 'Closure code')),
    ],
    shares: [visits.closureCodeTo('outcome', 'CPA-S')],
    outcomes: [
      outcome('turned-eighteen', t('Cumplió 18 años', 'Turned 18'), { ends: 'closed-done-adult' }),
      outcome('left', t('Salió de la zona o del país', 'Left the area or the country'), {
        ends: 'closed-done-left',
      }),
      outcome('court-decided', t('Lo decidió un tribunal', 'A court decided'), {
        ends: 'closed-done-court',
      }),
      outcome('not-yet', t('Sigue el acompañamiento', 'Follow-up goes on'), { keepsOpen: true }),
    ],
  },
  {
    id: 'post-return-report',
    kind: 'share',
    stage: 'reintegration',
    title: t('Informe posterior agregado', 'Aggregate report'),
    by: 'RECTOR',
    when: { all: ['received', 'reintegrationAgreed'] },
    requires: SETTLED,
    series: {
      after: 'reception-immediate-assistance:done',
      at: [span(6, 'months'), span(12, 'months')],
    },
    deadline: due(1, 'months', 'L0', choice('Every six months')),
    form: [must('counts', 'text', 'D13', t('Cuentas por resultado', 'Counts by outcome'))],
    shares: [
      share(
        'sending',
        'CPA-S',
        ['D13'],
        t('Cuentas anónimas', 'Anonymous counts'),
        choice('Anonymous statistics'),
      ),
      share(
        'receiving',
        'CPA-R',
        ['D13'],
        t('Cuentas anónimas', 'Anonymous counts'),
        choice('Anonymous statistics'),
      ),
    ],
    outcomes: [outcome('sent', t('Enviado', 'Sent'))],
  },
];

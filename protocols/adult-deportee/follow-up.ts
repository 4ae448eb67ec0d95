import * as visits from '../shared/follow-up.js';
import { t } from '../shared/texts.js';
import { type AdultStep, ask, must, outcome } from './pieces.js';

/** Steps 37 to 39: a year of visits, the survey and the closure. */
export const followUp: readonly AdultStep[] = [
  {
    ...visits.FOLLOW_UP_VISIT,
    instructions: t(
      'Visita a los 3, 6, 9 y 12 meses del retorno. Si hay riesgo se vuelve a entrevistar con protección.',
      'Visit 3, 6, 9 and 12 months after return. If there is a risk, a protection interview follows.',
    ),
    by: 'OPB',
    series: {
      after: 'handover-reception-act:accepted',
      at: visits.QUARTERS,
    },
  },
  visits.FOLLOW_UP_TRANSFER,
  visits.SUSTAINABILITY_SURVEY,
  {
    ...visits.EXTENDED_FOLLOW_UP,
    by: 'OPB',
  },
  visits.FINAL_SURVEY,
  {
    ...visits.CLOSURE,
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
            'standstill-after-return:to-be-closed',
            { all: ['reintegration-offer:accepts', { not: 'reintegrationConsent' }] },
            { all: ['open-door:opted-in', { not: 'reintegrationConsent' }] },
          ],
        },
      ],
    },
    requires: ['received'],
    form: [
      ask(
        'satisfaction',
        'long-text',
        'D12',
        t('Satisfacción y aprendizajes', 'Satisfaction and lessons'),
      ),
      must(
        'closure-code',
        'text',
        'D13',
        t('Código de cierre para estadística', 'Closure code for statistics'),
      ),
    ],
    outcomes: [
      visits.GOAL_MET,
      visits.TERM_ENDED,
      visits.WITHDREW,
      visits.LEFT_THE_AREA,
      outcome('criteria-not-met', t('Ya no cumple los criterios', 'Criteria no longer met'), {
        ends: 'closed-done-criteria',
      }),
      outcome('died', t('Falleció', 'Died'), { ends: 'deceased' }),
      visits.MEANS_ENDED,
    ],
  },
];

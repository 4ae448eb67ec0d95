import * as visits from '../shared/follow-up.js';
import { PROTECTED_AT_RECEPTION, TO_UNIT_RECEIVING } from '../shared/screening.js';
import { HANDBOOK } from '../shared/support.js';
import { choice, known, law, months, t } from '../shared/texts.js';
import {
  ask,
  due,
  EVERYTHING,
  must,
  outcome,
  REASONS,
  share,
  type VoluntaryStep,
} from './pieces.js';

/** Steps 26 to 28: a year of visits, the safety of children, the survey and the closure. */
export const followUp: readonly VoluntaryStep[] = [
  {
    ...visits.FOLLOW_UP_VISIT,
    instructions: t(
      'Visita a los 3, 6, 9 y 12 meses del retorno, donde la persona prefiera.',
      'Visit 3, 6, 9 and 12 months after return, where the person prefers.',
    ),
    by: 'IOM',
    series: {
      after: 'arrival-reception:received',
      at: visits.QUARTERS,
    },
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
      at: months(3, 6),
    },
    deadline: visits.WITHIN_TWO_WEEKS,
    form: [
      must('child-seen-alone', 'boolean', 'D12', t('Vista a solas', 'Seen alone'), {
        yesFor: ['fine'],
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
            'standstill-after-return:look-again',
          ],
        },
      ],
    },
    limit: 20,
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('A threat cannot wait longer')),
    form: [REASONS],
    shares: [
      TO_UNIT_RECEIVING,
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
      { ...PROTECTED_AT_RECEPTION, clears: EVERYTHING },
      outcome('child-issue', t('Niña o niño en riesgo', 'Child at risk'), {
        clears: EVERYTHING,
        continues: { protocol: 'unaccompanied-minor', entry: 'reception-screening' },
      }),
    ],
    basis: [law('CRM guidelines 2013')],
  },
  visits.FOLLOW_UP_TRANSFER,
  visits.SUSTAINABILITY_SURVEY,
  {
    ...visits.EXTENDED_FOLLOW_UP,
    by: 'IOM',
  },
  visits.FINAL_SURVEY,
  {
    ...visits.CLOSURE,
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
            'standstill-after-return:to-be-closed',
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
    form: [
      ask(
        'own-evaluation',
        'long-text',
        'D12',
        t('Valoración de la persona', "The person's own evaluation"),
      ),
      visits.CLOSURE_CODE,
    ],
    outcomes: [
      visits.GOAL_MET,
      visits.TERM_ENDED,
      outcome('declined', t('Declina, con puerta abierta', 'Declined, open door'), {
        ends: 'closed-declined',
      }),
      visits.WITHDREW,
      visits.LEFT_THE_AREA,
      visits.MEANS_ENDED,
    ],
    basis: [law(`${HANDBOOK} 2.7`), known('IOM Mexico programme')],
  },
];

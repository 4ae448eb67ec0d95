import {
  CLOSURE,
  CLOSURE_CODE,
  GOAL_MET,
  LEFT_THE_AREA,
  MEANS_ENDED,
  NOT_CLOSED_YET,
  TERM_ENDED,
  WITHDREW,
} from '../shared/follow-up.js';
import { DOOR_CLOSED, OPTS_IN } from '../shared/support.js';
import { choice, law, span, t } from '../shared/texts.js';
import { CHILD, NOT_A_CHILD } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, share } from './pieces.js';

const AGREED = ['received', 'programmeConsent'] as const;
const HANDBOOK = 'IOM Reintegration Handbook';
const TWO_WEEKS = choice('Within two weeks of the planned month');

const visitForm: ProtectedStep['form'] = [
  must('visit-place', 'text', 'D12', t('Lugar que eligió la persona', 'Place the person chose')),
  must(
    'visit-notes',
    'long-text',
    'D12',
    t('Cómo está y qué necesita', 'How the person is and what they need'),
  ),
];

const visitOutcomes: ProtectedStep['outcomes'] = [
  outcome('fine', t('Bien', 'Fine')),
  outcome('new-need', t('Bien; hace falta otra derivación', 'Fine; another referral is needed')),
  outcome('risk', t('Hay riesgo', 'There is a risk'), { clears: ['safeContact'] }),
  outcome('left', t('Salió de la zona o del país', 'Left the area or the country'), {
    endsSeries: true,
  }),
];

const scoreForm: ProtectedStep['form'] = [
  must('score-economic', 'number', 'D12', t('Puntaje económico', 'Economic score'), {
    min: 0,
    max: 1,
  }),
  must('score-social', 'number', 'D12', t('Puntaje social', 'Social score'), { min: 0, max: 1 }),
  must('score-psychosocial', 'number', 'D12', t('Puntaje psicosocial', 'Psychosocial score'), {
    min: 0,
    max: 1,
  }),
  must('score-safety', 'number', 'D12', t('Puntaje de seguridad', 'Safety score'), {
    min: 0,
    max: 1,
  }),
  must('score-code', 'text', 'D13', t('Código para estadística', 'Code for statistics')),
];

const scoreOutcomes: ProtectedStep['outcomes'] = [
  outcome('at-threshold', t('Alcanza el umbral', 'At the threshold')),
  outcome('below', t('Por debajo del umbral', 'Below the threshold')),
];

const statistics = (id: string) =>
  share(id, 'MON', ['D13'], t('Estadística', 'Statistics'), choice('Anonymous statistics'));

/** Steps 31 to 34: the plan, a year of discreet contacts, the survey and the closure. */
export const reintegration: readonly ProtectedStep[] = [
  {
    id: 'reintegration-plan',
    kind: 'approval',
    stage: 'reintegration',
    title: t('Plan de reintegración y proyecto de vida', 'Plan and life project'),
    instructions: t(
      'Acuerde con la persona meta, criterios de cierre y plan de seguridad. Si no quiere, la oferta queda abierta doce meses.',
      'Agree with the person the goal, the closing criteria and a safety plan. If they do not want it, the offer stays open for twelve months.',
    ),
    by: 'ATU-R',
    when: {
      any: [
        {
          all: [
            'safeContact',
            { any: ['referralSettled', 'exhausted:referral'] },
            { not: 'planAgreed' },
          ],
        },
        { all: [CHILD, 'planAgreed', { not: 'programmeConsent' }] },
        // A child's file stays open: what was declined is offered again.
        { all: [CHILD, 'reintegration-plan:declined'] },
      ],
    },
    requires: ['received'],
    deadline: due(
      1,
      'months',
      'L1',
      law(`${HANDBOOK} 2.3: preferably within a month of return; counted from the opening`),
    ),
    form: [
      ask(
        'goal',
        'long-text',
        'D12',
        t('Meta y criterios de cierre', 'Goal and closing criteria'),
        { required: ['agreed'] },
      ),
      ask('safety-plan', 'long-text', 'D6', t('Plan de seguridad', 'Safety plan'), {
        required: ['agreed'],
      }),
      ask(
        'compensation-follow-up',
        'long-text',
        'D6',
        t('Seguimiento de la reparación', 'Follow-up of compensation'),
      ),
    ],
    shares: [
      share(
        'housing',
        'CSO-R',
        ['D12'],
        t('Su parte del plan', 'Its part of the plan'),
        choice('With the consent of the person'),
        { on: ['agreed'] },
      ),
    ],
    outcomes: [
      outcome('agreed', t('Acordado', 'Agreed'), {
        sets: ['planAgreed', 'programmeConsent'],
        withdraws: ['open-door'],
      }),
      outcome('declined', t('No lo quiere por ahora', 'Declined for now')),
    ],
    basis: [law(`${HANDBOOK} 2.3`)],
  },
  {
    id: 'open-door',
    kind: 'wait',
    stage: 'reintegration',
    title: t('Puerta abierta', 'Open door'),
    instructions: t(
      'Durante doce meses la persona puede aceptar. Después se cierra sin consecuencia alguna.',
      'For twelve months the person may accept. After that it closes without any consequence.',
    ),
    by: 'ATU-R',
    when: { all: [NOT_A_CHILD, 'reintegration-plan:declined'] },
    requires: ['received'],
    deadline: due(12, 'months', 'L4', choice('The offer stays open for 12 months'), {
      lapse: 'door-closed',
    }),
    outcomes: [
      { ...OPTS_IN, sets: ['planAgreed', 'programmeConsent'] },
      { ...DOOR_CLOSED, ends: 'closed-declined' },
    ],
  },
  {
    id: 'follow-up-visit',
    kind: 'follow-up',
    stage: 'reintegration',
    title: t('Seguimiento', 'Follow-up'),
    instructions: t(
      'A los 1, 3, 6, 9 y 12 meses, donde la persona elija. Nunca personal uniformado en su casa.',
      'After 1, 3, 6, 9 and 12 months, where the person chooses. Never uniformed staff at their home.',
    ),
    by: 'ATU-R',
    when: 'planAgreed',
    requires: AGREED,
    series: {
      after: 'r-protected-reception:received',
      at: [
        span(1, 'months'),
        span(3, 'months'),
        span(6, 'months'),
        span(9, 'months'),
        span(12, 'months'),
      ],
    },
    deadline: due(10, 'working-days', 'L1', TWO_WEEKS),
    form: visitForm,
    outcomes: visitOutcomes,
  },
  {
    id: 'sustainability-score',
    kind: 'assessment',
    stage: 'reintegration',
    title: t('Valoración de sostenibilidad', 'Sustainability score'),
    instructions: t(
      'En los meses 6 y 12: tres dimensiones y seguridad. Por debajo, el apoyo se extiende seis meses.',
      'In months 6 and 12: three dimensions and safety. Below, support is extended by six months.',
    ),
    by: 'ATU-R',
    when: 'planAgreed',
    requires: AGREED,
    series: {
      after: 'r-protected-reception:received',
      at: [span(6, 'months'), span(12, 'months')],
    },
    deadline: due(15, 'working-days', 'L1', choice('With the visit of the month')),
    form: scoreForm,
    shares: [statistics('statistics')],
    outcomes: scoreOutcomes,
    basis: [law(`${HANDBOOK} 2.2.5`)],
  },
  {
    id: 'extended-follow-up',
    kind: 'follow-up',
    stage: 'reintegration',
    title: t('Seguimiento extendido', 'Extended follow-up'),
    instructions: t('Dos contactos más en seis meses.', 'Two more contacts in six months.'),
    by: 'ATU-R',
    when: { all: ['finished:sustainability-score', 'sustainability-score:below'] },
    requires: AGREED,
    series: { after: 'sustainability-score:below', at: [span(3, 'months'), span(6, 'months')] },
    deadline: due(10, 'working-days', 'L1', TWO_WEEKS),
    form: visitForm,
    outcomes: visitOutcomes,
  },
  {
    id: 'final-sustainability-score',
    kind: 'assessment',
    stage: 'reintegration',
    title: t('Valoración final', 'Final score'),
    instructions: t('La última valoración; después se cierra.', 'The last score; closure follows.'),
    by: 'ATU-R',
    when: 'finished:extended-follow-up',
    requires: AGREED,
    deadline: due(15, 'working-days', 'L1', choice('With the last contact')),
    form: scoreForm,
    shares: [statistics('statistics')],
    outcomes: scoreOutcomes,
  },
  {
    ...CLOSURE,
    instructions: t(
      'Cierre con la persona y selle el expediente con fecha de conservación. Ante una amenaza se reabre de inmediato.',
      'Close with the person and seal the file with a retention date. On a threat it is reopened at once.',
    ),
    by: 'ATU-R',
    when: {
      all: [
        'received',
        {
          any: [
            {
              all: [
                'finished:follow-up-visit',
                'finished:sustainability-score',
                'sustainability-score:at-threshold',
              ],
            },
            { all: ['finished:follow-up-visit', 'final-sustainability-score:at-threshold'] },
            { all: ['finished:follow-up-visit', 'final-sustainability-score:below'] },
            'follow-up-visit:left',
            'extended-follow-up:left',
            'event:left-area',
            'r-child-search:other-decision',
            { all: [NOT_A_CHILD, 'r-lost-contact:not-found'] },
            { all: [NOT_A_CHILD, 'event:support-ended'] },
            { all: [NOT_A_CHILD, 'standstill-after-return:to-be-closed'] },
            { all: [NOT_A_CHILD, 'planAgreed', { not: 'programmeConsent' }] },
          ],
        },
      ],
    },
    requires: ['received'],
    form: [
      must('closure-reason', 'long-text', 'D12', t('Razón', 'Reason')),
      must('retention-date', 'date', 'D12', t('Fecha de conservación', 'Retention date')),
      must('file-sealed', 'boolean', 'D12', t('Expediente sellado', 'File sealed')),
      CLOSURE_CODE,
    ],
    shares: [
      share(
        'outcome',
        'ATU-S',
        ['D13'],
        t('Código de cierre', 'Closure code'),
        law(`${HANDBOOK} 2.7`),
      ),
    ],
    outcomes: [
      GOAL_MET,
      TERM_ENDED,
      WITHDREW,
      LEFT_THE_AREA,
      MEANS_ENDED,
      outcome('lost-contact', t('Sin contacto', 'No contact'), { ends: 'closed-lost-contact' }),
      NOT_CLOSED_YET,
    ],
  },
];

import * as visits from '../shared/follow-up.js';
import { DOOR_CLOSED, HANDBOOK, OPTS_IN } from '../shared/support.js';
import { choice, law, t } from '../shared/texts.js';
import { CHILD, NOT_A_CHILD } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, record, share } from './pieces.js';

const AGREED = ['received', 'programmeConsent'] as const;
const RECEIVED = 'r-protected-reception:received' as const;

/** One discreet contact. */
const VISIT = {
  by: 'ATU-R',
  requires: AGREED,
  form: [
    must('visit-place', 'text', 'D12', t('Lugar que eligió la persona', 'Place the person chose')),
    must(
      'visit-notes',
      'long-text',
      'D12',
      t('Cómo está y qué necesita', 'How the person is and what they need'),
    ),
  ],
  outcomes: [
    outcome('fine', t('Bien', 'Fine')),
    outcome('new-need', t('Bien; hace falta otra derivación', 'Fine; another referral is needed')),
    outcome('risk', t('Hay riesgo', 'There is a risk'), { clears: ['safeContact'] }),
    visits.LEFT_AREA_OR_COUNTRY,
  ],
} as const satisfies Partial<ProtectedStep>;

const scoreForm = [
  visits.ECONOMIC,
  visits.SOCIAL,
  visits.PSYCHOSOCIAL,
  visits.score('safety', 'Puntaje de seguridad', 'Safety score'),
  visits.SCORE_CODE,
] as const;

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
        // A child's file stays open: when nobody has anything left to do, what was declined is offered again.
        { all: [CHILD, 'standstill-after-return:look-again', { not: 'planAgreed' }] },
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
      ...record('agreed'),
    ],
    consent: [{ purpose: 'programme', gives: ['agreed'], refuses: ['declined'] }],
    shares: [
      share(
        'housing',
        'CSO-R',
        ['D12'],
        t('Su parte del plan', 'Its part of the plan'),
        choice('With the consent of the person'),
        { on: ['agreed'], restsOn: 'programme' },
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
    form: record('opted-in'),
    consent: [{ purpose: 'programme', gives: ['opted-in'] }],
    outcomes: [
      { ...OPTS_IN, sets: ['planAgreed', 'programmeConsent'] },
      { ...DOOR_CLOSED, ends: 'closed-declined' },
    ],
  },
  {
    ...VISIT,
    id: 'follow-up-visit',
    kind: 'follow-up',
    stage: 'reintegration',
    title: t('Seguimiento', 'Follow-up'),
    instructions: t(
      'A los 1, 3, 6, 9 y 12 meses, donde la persona elija. Nunca personal uniformado en su casa.',
      'After 1, 3, 6, 9 and 12 months, where the person chooses. Never uniformed staff at their home.',
    ),
    when: 'planAgreed',
    series: { after: RECEIVED, at: visits.CLOSE_WATCH },
    deadline: visits.WITHIN_TWO_WEEKS,
  },
  {
    ...visits.SCORED_TWICE,
    instructions: t(
      'En los meses 6 y 12: tres dimensiones y seguridad. Por debajo, el apoyo se extiende seis meses.',
      'In months 6 and 12: three dimensions and safety. Below, support is extended by six months.',
    ),
    by: 'ATU-R',
    when: 'planAgreed',
    requires: AGREED,
    series: { after: RECEIVED, at: visits.HALF_YEARS },
    form: scoreForm,
  },
  {
    ...visits.WATCHED_LONGER,
    ...VISIT,
    instructions: t('Dos contactos más en seis meses.', 'Two more contacts in six months.'),
  },
  {
    ...visits.SCORED_LAST,
    instructions: t('La última valoración; después se cierra.', 'The last score; closure follows.'),
    by: 'ATU-R',
    requires: AGREED,
    deadline: due(15, 'working-days', 'L1', choice('With the last contact')),
    form: scoreForm,
  },
  {
    ...visits.CLOSURE,
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
      must('file-sealed', 'boolean', 'D12', t('Expediente sellado', 'File sealed'), {
        yesFor: ['goal-met', 'term-ended', 'withdrew', 'left-area', 'means-ended', 'lost-contact'],
      }),
      visits.CLOSURE_CODE,
    ],
    shares: [visits.closureCodeTo('outcome', 'ATU-S')],
    outcomes: [
      visits.GOAL_MET,
      visits.TERM_ENDED,
      visits.WITHDREW,
      visits.LEFT_THE_AREA,
      visits.MEANS_ENDED,
      outcome('lost-contact', t('Sin contacto', 'No contact'), { ends: 'closed-lost-contact' }),
      visits.NOT_CLOSED_YET,
    ],
  },
];

import * as visits from '../shared/follow-up.js';
import { HANDBOOK } from '../shared/support.js';
import { choice, law, t } from '../shared/texts.js';
import { IN_ORIGIN } from './needs.js';
import { ask, due, type MinorStep, must, outcome, share } from './pieces.js';

const SETTLED = ['received'] as const;
const ARRIVAL = 'reception-immediate-assistance:done' as const;

/** One visit; the child is seen alone. */
const VISIT = {
  by: 'CPA-R',
  requires: SETTLED,
  form: [
    must('seen-alone', 'boolean', 'D12', t('Vista o visto a solas', 'Seen alone'), {
      yesFor: ['fine'],
    }),
    must(
      'visit-notes',
      'long-text',
      'D12',
      t('Escuela, salud, violencia, arraigo', 'School, health, violence, belonging'),
    ),
    ask(
      'new-migration',
      'text',
      'D12',
      t('Razón de una nueva migración', 'Reason of a new migration'),
    ),
  ],
  outcomes: [
    outcome('fine', t('Bien', 'Fine')),
    outcome('risk', t('Hay riesgo', 'There is a risk'), { clears: ['receptionSafe'] }),
    outcome('placement-failed', t('No puede seguir donde está', 'Cannot stay with the carer'), {
      clears: ['placementSettled'],
    }),
    visits.LEFT_AREA_OR_COUNTRY,
  ],
} as const satisfies Partial<MinorStep>;

const scoreForm = [
  visits.score('safety', 'Seguridad y cuidado', 'Safety and care'),
  visits.score('learning', 'Escuela', 'School'),
  visits.score('health', 'Salud y bienestar', 'Health and well-being'),
  visits.score('belonging', 'Arraigo', 'Belonging'),
  visits.SCORE_CODE,
] as const;

const whenAccepted = (attribute: 'needHealth' | 'needEducation' | 'needSocial' | 'needPapers') =>
  ({
    on: ['accepted'],
    unless: { not: { attribute, is: true } },
  }) as const;
/** Who the child is and where to find the family; besides, what the one provider is asked for. */
const REACHED = ['stated-name', 'stated-age', 'languages', 'contact'] as const;
const REFERRAL = law('GCM objective 21(h)');

/** Steps 42 to 45: referral, plan and a year of visits. */
export const reintegration: readonly MinorStep[] = [
  {
    id: 'referral',
    kind: 'share',
    stage: 'reintegration',
    title: t('Derivación a servicios', 'Referral'),
    instructions: t(
      'Una derivación por necesidad, sin el relato. Si la declinan, pruebe con otra institución.',
      'One referral for each need, without the account. If declined, try another provider.',
    ),
    by: 'CPA-R',
    when: {
      all: [
        IN_ORIGIN,
        'placementSettled',
        { not: 'referralSettled' },
        { any: ['start', 'referral:declined'] },
      ],
    },
    requires: SETTLED,
    limit: 3,
    deadline: due(10, 'working-days', 'L1', choice('Sent in five working days, accepted in five')),
    form: [
      must('need-health', 'boolean', 'D12', t('Salud', 'Health'), { assigns: 'needHealth' }),
      must('need-education', 'boolean', 'D12', t('Escuela', 'School'), {
        assigns: 'needEducation',
      }),
      must('need-social', 'boolean', 'D12', t('Apoyo social', 'Social support'), {
        assigns: 'needSocial',
      }),
      must('need-papers', 'boolean', 'D12', t('Documentos', 'Papers'), { assigns: 'needPapers' }),
      must('contact', 'text', 'D2', t('Contacto', 'Contact')),
    ],
    shares: [
      share(
        'health',
        'HEA-R',
        ['D1', 'D5a'],
        t('Atención de salud', 'Health care'),
        REFERRAL,
        whenAccepted('needHealth'),
      ),
      share(
        'education',
        'EDU',
        ['D1', 'D2', 'D12'],
        t('Inscripción escolar', 'School enrolment'),
        REFERRAL,
        { ...whenAccepted('needEducation'), only: [...REACHED, 'need-education', 'plan-school'] },
      ),
      share('social', 'SOC', ['D1', 'D2', 'D12'], t('Apoyo social', 'Social support'), REFERRAL, {
        ...whenAccepted('needSocial'),
        only: [...REACHED, 'need-social'],
      }),
      share(
        'papers',
        'CIV-R',
        ['D1'],
        t('Documentos', 'Papers'),
        REFERRAL,
        whenAccepted('needPapers'),
      ),
      share(
        'municipality',
        'MUN',
        ['D1', 'D2', 'D12'],
        t('Seguimiento local', 'Local follow-up'),
        REFERRAL,
        { ...whenAccepted('needSocial'), only: [...REACHED, 'need-social'] },
      ),
    ],
    outcomes: [
      outcome('accepted', t('Aceptada', 'Accepted'), { sets: ['referralSettled'] }),
      outcome('declined', t('Declinada: otra institución', 'Declined: another provider')),
    ],
  },
  {
    id: 'reintegration-plan',
    kind: 'approval',
    stage: 'reintegration',
    title: t('Plan de reintegración', 'Reintegration plan'),
    instructions: t(
      'Con la niña o el niño y su familia: meta, criterios de cierre, acciones y proyecto de vida.',
      'With the child and the family: goal, closing criteria, actions and life project.',
    ),
    by: 'CPA-R',
    when: {
      all: [
        IN_ORIGIN,
        { any: ['referralSettled', 'exhausted:referral'] },
        { not: 'reintegrationAgreed' },
      ],
    },
    requires: SETTLED,
    deadline: due(1, 'months', 'L1', law(`${HANDBOOK} 2.3: preferably within a month of return`)),
    form: [
      ask(
        'goal',
        'long-text',
        'D12',
        t('Meta y criterios de cierre', 'Goal and closing criteria'),
        { required: ['agreed'] },
      ),
      ask(
        'life-project',
        'long-text',
        'D12',
        t('Proyecto de vida y acciones', 'Life project and actions'),
        { required: ['agreed'] },
      ),
      ask('health-part', 'text', 'D5a', t('Parte de salud', 'Health part')),
      ask('school-part', 'text', 'D12', t('Parte de la escuela', "The school's part")),
      ask(
        'municipality-part',
        'text',
        'D12',
        t('Parte de la municipalidad', "The municipality's part"),
      ),
    ],
    shares: [
      share(
        'municipality',
        'MUN',
        ['D12'],
        t('Su parte del plan', 'Its part of the plan'),
        choice('Its own part only'),
        { on: ['agreed'], only: ['municipality-part'] },
      ),
      share(
        'education',
        'EDU',
        ['D12'],
        t('Su parte del plan', 'Its part of the plan'),
        choice('Its own part only'),
        { on: ['agreed'], only: ['school-part'] },
      ),
      share(
        'health',
        'HEA-R',
        ['D5a'],
        t('Su parte del plan', 'Its part of the plan'),
        choice('Its own part only'),
        { on: ['agreed'] },
      ),
    ],
    outcomes: [
      outcome('agreed', t('Acordado', 'Agreed'), { sets: ['reintegrationAgreed'] }),
      outcome(
        'not-wanted',
        t('La familia no lo quiere: solo visitas', 'The family declines: visits only'),
        { sets: ['reintegrationAgreed'] },
      ),
    ],
    basis: [law(`${HANDBOOK} 2.3`)],
  },
  {
    ...visits.FOLLOW_UP_VISIT,
    ...VISIT,
    title: t('Visita de seguimiento', 'Follow-up visit'),
    instructions: t(
      'A los 1, 3, 6, 9 y 12 meses. Hable a solas con la niña o el niño.',
      'After 1, 3, 6, 9 and 12 months. Talk to the child alone.',
    ),
    when: 'reintegrationAgreed',
    series: {
      after: ARRIVAL,
      at: visits.CLOSE_WATCH,
    },
    basis: [law('IOM Italy: at least six months of follow-up')],
  },
  {
    ...visits.SCORED_TWICE,
    by: 'CPA-R',
    when: 'reintegrationAgreed',
    requires: SETTLED,
    series: { after: ARRIVAL, at: visits.HALF_YEARS },
    form: scoreForm,
  },
  { ...visits.WATCHED_LONGER, ...VISIT },
  {
    ...visits.SCORED_LAST,
    by: 'CPA-R',
    requires: SETTLED,
    deadline: due(15, 'working-days', 'L1', choice('With the last visit')),
    form: scoreForm,
  },
];

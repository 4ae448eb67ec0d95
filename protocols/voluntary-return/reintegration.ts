import {
  ask,
  choice,
  due,
  known,
  law,
  outcome,
  share,
  span,
  t,
  type VoluntaryStep,
} from './pieces.js';

const AGREED = ['reintegrationConsent'] as const;
const HANDBOOK = 'IOM Reintegration Handbook';

const needs = (area: 'needHealth' | 'needEducation' | 'needWork' | 'needSocial') =>
  ({
    unless: { not: { attribute: area, is: true } },
    on: ['accepted'],
    acknowledge: { ...span(5, 'working-days'), source: choice('5 working days to accept') },
  }) as const;

/** Steps 20 to 25: first contact, offer, profile, plan, referrals and support. */
export const reintegration: readonly VoluntaryStep[] = [
  {
    id: 'post-arrival-contact',
    kind: 'task',
    stage: 'reception',
    title: t('Contacto posterior a la llegada', 'Post-arrival contact'),
    instructions: t(
      'Contacte por el canal que eligió la persona. Tras tres intentos la puerta queda abierta.',
      'Use the channel the person chose. After three attempts the door stays open.',
    ),
    by: 'OPB',
    when: {
      all: [
        'returned',
        { attribute: 'contactAgreed', is: true },
        { not: 'reintegrationConsent' },
        {
          any: [
            'arrival-reception:received',
            'self-return-registration:registered',
            'self-return-registration:registered-with-children',
            'post-arrival-contact:not-reached',
          ],
        },
      ],
    },
    requires: ['returned'],
    limit: 3,
    deadline: due(5, 'working-days', 'L1', choice('While the return is fresh')),
    form: [
      ask('contact-channel', 'text', 'D2', t('Canal usado', 'Channel used'), { required: true }),
    ],
    outcomes: [
      outcome('reached', t('Contactada', 'Reached')),
      outcome('not-reached', t('No se pudo contactar', 'Could not be reached')),
    ],
    basis: [choice('Programmes once lost all contact after arrival')],
  },
  {
    id: 'reintegration-offer',
    kind: 'approval',
    stage: 'reintegration',
    title: t('Oferta de reintegración', 'Reintegration offer'),
    instructions: t(
      'Explique el apoyo. Aceptar es libre y no aceptar no quita ningún derecho; la puerta queda abierta doce meses.',
      'Explain the support. Accepting is free and declining takes no right away; the door stays open for twelve months.',
    ),
    by: 'OPB',
    when: { all: ['returned', 'post-arrival-contact:reached'] },
    requires: ['returned'],
    deadline: due(5, 'working-days', 'L0', choice('With the first contact, without pressure')),
    form: [
      ask(
        'offer-answer',
        'text',
        'D12',
        t('Respuesta (la razón es voluntaria)', 'Answer (reason optional)'),
      ),
    ],
    outcomes: [
      outcome('accepts', t('Acepta', 'Accepts'), { sets: ['reintegrationConsent'] }),
      outcome('declines', t('No acepta por ahora', 'Declines for now')),
    ],
    basis: [known('Seed principle: reintegration is voluntary')],
  },
  {
    id: 'open-door',
    kind: 'wait',
    stage: 'reintegration',
    title: t('Puerta abierta', 'Open door'),
    instructions: t(
      'Durante doce meses la persona puede aceptar el apoyo. Después se cierra como declinado, sin consecuencia alguna.',
      'For twelve months the person may take up the support. After that it closes as declined, without any consequence.',
    ),
    by: 'REC',
    when: {
      all: [
        'returned',
        {
          any: [
            { not: { attribute: 'contactAgreed', is: true } },
            'reintegration-offer:declines',
            'exhausted:post-arrival-contact',
          ],
        },
      ],
    },
    requires: ['returned'],
    limit: 12,
    deadline: due(12, 'months', 'L4', choice('The offer stays open for 12 months'), {
      lapse: 'door-closed',
    }),
    outcomes: [
      outcome('opted-in', t('La persona acepta', 'The person opts in'), {
        sets: ['reintegrationConsent'],
        assigns: { contactAgreed: true },
        withdraws: ['post-arrival-contact', 'reintegration-offer', 'closure'],
      }),
      outcome('door-closed', t('Pasaron doce meses', 'Twelve months passed')),
    ],
  },
  {
    id: 'needs-and-skills-assessment',
    kind: 'assessment',
    stage: 'reintegration',
    title: t('Perfil de necesidades y habilidades', 'Needs and skills'),
    instructions: t(
      'Compare con el perfil hecho antes del retorno, si lo hubo, y complete lo que falte.',
      'Compare with the profile made before the return, if any, and add what is missing.',
    ),
    by: 'OPB',
    when: { all: ['returned', 'reintegrationConsent'] },
    requires: AGREED,
    limit: 12,
    deadline: due(15, 'working-days', 'L1', choice('To leave a week for the plan')),
    form: [
      ask('education', 'text', 'D11', t('Educación e idiomas', 'Education and languages')),
      ask('need-areas', 'long-text', 'D12', t('Cinco áreas de necesidad', 'Five need areas'), {
        required: true,
      }),
      ask('baseline', 'number', 'D12', t('Puntaje de línea base', 'Baseline score'), {
        min: 0,
        max: 1,
        required: true,
      }),
    ],
    outcomes: [outcome('assessed', t('Perfil completo', 'Profile complete'))],
    basis: [law(`${HANDBOOK} 2.2`)],
  },
  {
    id: 'reintegration-plan',
    kind: 'approval',
    stage: 'reintegration',
    title: t('Plan de reintegración', 'Reintegration plan'),
    instructions: t(
      'Acuerde el plan con la persona: meta, límite, criterios de cierre y áreas de apoyo.',
      'Agree the plan with the person: goal, limit, closing criteria and areas of support.',
    ),
    by: 'OPB',
    when: {
      any: [
        'needs-and-skills-assessment:assessed',
        'follow-up-visit:plan-change',
        'extended-follow-up:plan-change',
        'safety-review:plan-change',
      ],
    },
    requires: AGREED,
    limit: 12,
    deadline: due(
      1,
      'months',
      'L1',
      law(`${HANDBOOK} 2.3: preferably within a month of return, flexible; from the opening`),
    ),
    form: [
      ask(
        'goal',
        'long-text',
        'D12',
        t('Meta, límite y criterios de cierre', 'Goal, limit and closing criteria'),
        { required: true },
      ),
      ask('support-health', 'boolean', 'D12', t('¿Salud?', 'Health?'), {
        required: true,
        assigns: 'needHealth',
      }),
      ask('support-education', 'boolean', 'D12', t('¿Educación?', 'Education?'), {
        required: true,
        assigns: 'needEducation',
      }),
      ask('support-work', 'boolean', 'D12', t('¿Trabajo?', 'Work?'), {
        required: true,
        assigns: 'needWork',
      }),
      ask(
        'support-social',
        'boolean',
        'D12',
        t('¿Vivienda o apoyo social?', 'Housing, benefits?'),
        {
          required: true,
          assigns: 'needSocial',
        },
      ),
    ],
    outcomes: [outcome('agreed', t('Acordado con la persona', 'Agreed'), { sets: ['planAgreed'] })],
    basis: [law(`${HANDBOOK} 2.3`)],
  },
  {
    id: 'referral',
    kind: 'share',
    stage: 'reintegration',
    title: t('Derivaciones', 'Referrals'),
    instructions: t(
      'Derive solo lo que cada área necesita saber.',
      'Refer only what each area needs to know.',
    ),
    by: 'OPB',
    when: { any: ['reintegration-plan:agreed', 'referral-alternative:found'] },
    requires: AGREED,
    limit: 20,
    deadline: due(10, 'working-days', 'L1', choice('5 working days to refer and 5 to accept')),
    form: [
      ask(
        'need-extract',
        'long-text',
        'D11',
        t('Extracto para quien atiende', 'Extract for the provider'),
        { required: true },
      ),
    ],
    shares: [
      share(
        'health',
        'HEA-R',
        ['D1'],
        t('Atención en salud', 'Health care'),
        choice('With consent'),
        needs('needHealth'),
      ),
      share(
        'education',
        'EDU',
        ['D1', 'D2', 'D11'],
        t('Estudio y reconocimiento', 'Study and recognition'),
        choice('With consent'),
        needs('needEducation'),
      ),
      share(
        'labour',
        'LAB',
        ['D1', 'D2', 'D11'],
        t('Empleo', 'Employment'),
        choice('With consent'),
        needs('needWork'),
      ),
      share(
        'social',
        'SOC',
        ['D1', 'D2', 'D11'],
        t('Vivienda y apoyo social', 'Housing and benefits'),
        choice('With consent'),
        needs('needSocial'),
      ),
      share(
        'municipality',
        'MUN',
        ['D1', 'D2'],
        t('Seguimiento local', 'Local follow-up'),
        choice('With consent'),
        { on: ['accepted'], unless: { not: { attribute: 'municipalityAgreed', is: true } } },
      ),
    ],
    outcomes: [
      outcome('accepted', t('Derivaciones hechas', 'Referred')),
      outcome('declined', t('Un servicio no la aceptó', 'A provider declined')),
    ],
    basis: [law('GCM objective 21(h)')],
  },
  {
    id: 'referral-alternative',
    kind: 'task',
    stage: 'reintegration',
    title: t('Otro servicio', 'Next provider'),
    instructions: t(
      'Busque otro servicio; tras tres intentos el plan sigue sin él.',
      'Find another provider; after three attempts the plan goes on without.',
    ),
    by: 'OPB',
    when: 'referral:declined',
    requires: AGREED,
    limit: 3,
    deadline: due(5, 'working-days', 'L1', choice('As a referral')),
    outcomes: [
      outcome('found', t('Hay otro servicio', 'Another provider found')),
      outcome('none', t('No hay otro', 'No other provider')),
    ],
  },
  {
    id: 'support-disbursement',
    kind: 'task',
    stage: 'reintegration',
    title: t('Apoyos por tramos', 'Support in tranches'),
    instructions: t(
      'Entregue lo acordado contra recibo; si la persona no lee, firma quien ella elija. La siguiente entrega sigue a una visita.',
      'Deliver what was agreed against a receipt; a companion of choice signs if the person cannot read. The next tranche follows a visit.',
    ),
    by: 'OPB',
    when: {
      any: [
        'referral:accepted',
        'referral-alternative:none',
        'exhausted:referral-alternative',
        'follow-up-visit:next-tranche',
        'extended-follow-up:next-tranche',
      ],
    },
    requires: AGREED,
    limit: 8,
    deadline: due(10, 'working-days', 'L1', choice('Per tranche')),
    form: [
      ask('amount', 'number', 'D12', t('Monto', 'Amount'), { min: 0, required: ['delivered'] }),
      ask('support-receipt', 'text', 'D12', t('Recibo', 'Receipt'), { required: ['delivered'] }),
    ],
    shares: [
      share(
        'fund',
        'IOM',
        ['D1', 'D12'],
        t('Rendición de cuentas del fondo', 'Accounting to the fund'),
        choice('Fund rules'),
        { on: ['delivered'] },
      ),
    ],
    outcomes: [
      outcome('delivered', t('Entregado', 'Delivered')),
      outcome('nothing-due', t('No corresponde entrega', 'Nothing due')),
    ],
  },
];

import type { Step } from '../language/step.js';
import { consentRecord, ADULT_DECIDERS as DECIDERS } from './consents.js';
import type { Need } from './names.js';
import { ask, due, must, outcome, share } from './pieces.js';
import { choice, law, span, t } from './texts.js';

export const HANDBOOK = 'IOM Reintegration Handbook';
const AGREED = ['reintegrationConsent'] as const;
const REINTEGRATION = { stage: 'reintegration', by: 'OPB', requires: AGREED } as const;

/** Support is offered, never imposed: an offer that is declined takes no right away. */
export const REINTEGRATION_OFFER = {
  id: 'reintegration-offer',
  kind: 'approval',
  stage: 'reintegration',
  title: t('Oferta de reintegración', 'Reintegration offer'),
  instructions: t(
    'Explique el apoyo. Aceptar es libre y no aceptar no quita ningún derecho; la puerta queda abierta doce meses.',
    'Explain the support. Accepting is free and declining takes no right away; the door stays open for twelve months.',
  ),
  by: 'OPB',
  form: [
    ask(
      'offer-answer',
      'text',
      'D12',
      t('Respuesta (la razón es voluntaria)', 'Answer (reason optional)'),
    ),
    ...consentRecord(['accepts'], DECIDERS),
  ],
  consent: [{ purpose: 'support', gives: ['accepts'], refuses: ['declines'] }],
  basis: [law('Workshop principle: reintegration is voluntary')],
} as const satisfies Partial<Step>;

export const ACCEPTS_SUPPORT = outcome('accepts', t('Acepta', 'Accepts'), {
  sets: ['reintegrationConsent'],
});
export const DECLINES_SUPPORT = outcome('declines', t('No acepta por ahora', 'Declines for now'));
export const NOT_REACHED = outcome(
  'not-reached',
  t('No se pudo contactar', 'Could not be reached'),
);

/** Twelve months in which the person may still say yes; then it closes as declined. */
export const OPEN_DOOR = {
  id: 'open-door',
  kind: 'wait',
  stage: 'reintegration',
  title: t('Puerta abierta', 'Open door'),
  instructions: t(
    'Durante doce meses la persona puede aceptar el apoyo. Después se cierra como declinado, sin consecuencia alguna.',
    'For twelve months the person may take up the support. After that it closes as declined, without any consequence.',
  ),
  limit: 12,
  form: consentRecord(['opted-in'], DECIDERS),
  consent: [{ purpose: 'support', gives: ['opted-in'] }],
  deadline: due(12, 'months', 'L4', choice('The offer stays open for 12 months'), {
    lapse: 'door-closed',
  }),
} as const satisfies Partial<Step>;

export const OPTS_IN = {
  id: 'opted-in',
  title: t('La persona acepta', 'The person opts in'),
} as const;
export const DOOR_CLOSED = {
  id: 'door-closed',
  title: t('Pasaron doce meses', 'Twelve months passed'),
} as const;

/** What the person needs and can do, with the first score of the survey that closes the year. */
export const NEEDS_ASSESSMENT = {
  id: 'needs-and-skills-assessment',
  kind: 'assessment',
  title: t('Perfil de necesidades y habilidades', 'Needs and skills'),
  ...REINTEGRATION,
  limit: 12,
  deadline: due(15, 'working-days', 'L1', choice('To leave a week for the plan')),
  outcomes: [outcome('assessed', t('Perfil completo', 'Profile complete'))],
  basis: [law(`${HANDBOOK} 2.2`)],
} as const satisfies Partial<Step>;

export const NEEDS_FORM = [
  must('need-areas', 'long-text', 'D12', t('Cinco áreas de necesidad', 'Five need areas')),
  must('baseline', 'number', 'D12', t('Puntaje de línea base', 'Baseline score'), {
    min: 0,
    max: 1,
  }),
] as const;

const area = (id: string, es: string, en: string, assigns: Need) =>
  must(`support-${id}`, 'boolean', 'D12', t(es, en), { assigns });

/** Agreed with the person; which areas it has decides who hears of them. */
export const SUPPORT_PLAN = {
  id: 'reintegration-plan',
  kind: 'approval',
  title: t('Plan de reintegración', 'Reintegration plan'),
  instructions: t(
    'Acuerde el plan con la persona: meta, límite, criterios de cierre y áreas de apoyo.',
    'Agree the plan with the person: goal, limit, closing criteria and areas of support.',
  ),
  ...REINTEGRATION,
  limit: 12,
  deadline: due(
    1,
    'months',
    'L1',
    law(`${HANDBOOK} 2.3: preferably within a month of return, flexible; counted from the opening`),
  ),
  form: [
    must(
      'goal',
      'long-text',
      'D12',
      t('Meta, límite y criterios de cierre', 'Goal, limit and closing criteria'),
    ),
    area('health', '¿Salud?', 'Health?', 'needHealth'),
    area('education', '¿Educación?', 'Education?', 'needEducation'),
    area('work', '¿Trabajo?', 'Work?', 'needWork'),
    area('social', '¿Vivienda o apoyo social?', 'Housing or social support?', 'needSocial'),
  ],
  outcomes: [outcome('agreed', t('Acordado con la persona', 'Agreed'), { sets: ['planAgreed'] })],
  basis: [law(`${HANDBOOK} 2.3`)],
} as const satisfies Partial<Step>;

const WITH_CONSENT = choice('With consent');

/** A provider hears of the person only for a need the plan has, and says within a week whether it takes the referral. */
const forNeed = (attribute: Need) =>
  ({
    unless: { not: { attribute, is: true } },
    restsOn: 'support',
    on: ['accepted'],
    acknowledge: { ...span(5, 'working-days'), source: choice('5 working days to accept') },
  }) as const;

const PROFILE = ['D1', 'D2', 'D11'] as const;
const STUDY = t('Estudio y reconocimiento', 'Study and recognition');
const HOUSING = t('Vivienda y apoyo social', 'Housing and benefits');

/** `named` are the questions that say who the person is: all that a health service needs besides the care that is wanted. */
export const referrals = (...named: readonly string[]) =>
  ({
    id: 'referral',
    kind: 'share',
    title: t('Derivaciones', 'Referrals'),
    instructions: t(
      'Derive solo lo que cada área necesita saber.',
      'Refer only what each area needs to know.',
    ),
    ...REINTEGRATION,
    when: { any: ['reintegration-plan:agreed', 'referral-alternative:found'] },
    limit: 20,
    deadline: due(10, 'working-days', 'L1', choice('5 working days to refer and 5 to accept')),
    form: [
      must(
        'need-extract',
        'long-text',
        'D11',
        t('Extracto para quien atiende', 'Extract for the provider'),
      ),
      ask(
        'health-need',
        'long-text',
        'D5a',
        t('Qué atención de salud necesita', 'What health care is needed'),
        {
          hint: t(
            'Solo si acordó apoyo en salud: lo que el servicio necesita saber, sin historia clínica.',
            'Only where health support was agreed: what the service needs to know, no clinical record.',
          ),
        },
      ),
    ],
    shares: [
      share('health', 'HEA-R', ['D1', 'D5a'], t('Atención en salud', 'Health care'), WITH_CONSENT, {
        ...forNeed('needHealth'),
        only: [...named, 'health-need'],
      }),
      share('education', 'EDU', PROFILE, STUDY, WITH_CONSENT, forNeed('needEducation')),
      share('labour', 'LAB', PROFILE, t('Empleo', 'Employment'), WITH_CONSENT, forNeed('needWork')),
      share('social', 'SOC', PROFILE, HOUSING, WITH_CONSENT, forNeed('needSocial')),
      share(
        'municipality',
        'MUN',
        ['D1', 'D2'],
        t('Seguimiento local', 'Local follow-up'),
        WITH_CONSENT,
        { on: ['accepted'], restsOn: 'municipality' },
      ),
    ],
    outcomes: [
      outcome('accepted', t('Derivaciones hechas', 'Referred')),
      outcome('declined', t('Un servicio no la aceptó', 'A provider declined')),
    ],
    basis: [law('GCM objective 21(h)')],
  }) as const satisfies Step;

export const OTHER_PROVIDER = {
  id: 'referral-alternative',
  kind: 'task',
  title: t('Otro servicio', 'Next provider'),
  instructions: t(
    'Busque otro servicio; tras tres intentos el plan sigue sin él.',
    'Find another provider; after three attempts the plan goes on without.',
  ),
  ...REINTEGRATION,
  when: 'referral:declined',
  limit: 3,
  deadline: due(5, 'working-days', 'L1', choice('As a referral')),
  outcomes: [
    outcome('found', t('Hay otro servicio', 'Another provider found')),
    outcome('none', t('No hay otro', 'No other provider')),
  ],
} as const satisfies Step;

/** Support in tranches, each against a receipt, the next after a visit. */
export const DISBURSEMENT = {
  id: 'support-disbursement',
  kind: 'task',
  instructions: t(
    'Entregue lo acordado contra recibo; si la persona no lee, firma quien ella elija. La siguiente entrega sigue a una visita.',
    'Deliver what was agreed against a receipt; a companion of choice signs if the person cannot read. The next tranche follows a visit.',
  ),
  ...REINTEGRATION,
  when: {
    any: [
      'referral:accepted',
      'referral-alternative:none',
      'exhausted:referral-alternative',
      'follow-up-visit:next-tranche',
      'extended-follow-up:next-tranche',
    ],
  },
  limit: 8,
  deadline: due(10, 'working-days', 'L1', choice('Per tranche')),
  form: [
    ask('amount', 'number', 'D12', t('Monto', 'Amount'), { min: 0, required: ['delivered'] }),
    ask('support-receipt', 'text', 'D12', t('Recibo', 'Receipt'), { required: ['delivered'] }),
  ],
  outcomes: [
    outcome('delivered', t('Entregado', 'Delivered')),
    outcome('nothing-due', t('No corresponde entrega', 'Nothing due')),
  ],
} as const satisfies Partial<Step>;

/** Whoever pays hears who received what, and nothing of how the person is. `named` as in `referrals`. */
export const toFund = (...named: readonly string[]) =>
  share(
    'fund',
    'IOM',
    ['D1', 'D12'],
    t('Rendición de cuentas del fondo', 'Accounting to the fund'),
    choice('Fund rules'),
    { on: ['delivered'], restsOn: 'support', only: [...named, 'amount', 'support-receipt'] },
  );

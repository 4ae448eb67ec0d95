import type { Step } from '../language/step.js';
import { ask, due, must, outcome, share } from './pieces.js';
import { choice, known, law, t } from './texts.js';

const PARA_80 = known('CRC GC6 para. 80');
export const PARA_148 = law('A/RES/64/142 para. 148(b)');

/** A child without a guardian is not represented: nothing moves towards a return. */
export const APPOINT_GUARDIAN = {
  id: 'appoint-guardian',
  kind: 'approval',
  by: 'CPA-S',
  safeguard: true,
  outcomes: [
    outcome('appointed', t('Designada o designado', 'Appointed'), { sets: ['guardianActive'] }),
    outcome(
      'conflict',
      t('Hay conflicto: designar a otra persona', 'Conflict: appoint somebody else'),
      { keepsOpen: true },
    ),
  ],
  basis: [law('MX LGDNNA art. 92 VII-VIII'), known('CRC GC6 paras. 33, 36')],
} as const satisfies Partial<Step>;

export const GUARDIAN_ACT = must(
  'guardian-act',
  'text',
  'D8',
  t('Acto de designación', 'Act of appointment'),
);

/** Who the child is and whose child, so that the family can be found. Never the account. */
export const FAMILY_TRACING_REQUEST = {
  id: 'family-tracing-request',
  kind: 'share',
  title: t('Solicitud de localización familiar', 'Request to trace the family'),
  by: 'CPA-S',
  effects: ['discloses-identity'],
  outcomes: [outcome('sent', t('Enviada', 'Sent'))],
  basis: [PARA_80],
} as const satisfies Partial<Step>;

export const TRACE_THE_FAMILY = share(
  'tracing',
  'CPA-R',
  ['D1', 'D4'],
  t('Localizar a la familia', 'Trace the family'),
  PARA_80,
);

/** With other relatives up to three more times. */
export const FAMILY_TRACING = {
  id: 'family-tracing',
  kind: 'task',
  title: t('Localización familiar', 'Family tracing'),
  by: 'CPA-R',
  limit: 4,
  form: [must('attempts', 'long-text', 'D4', t('Intentos y canal', 'Attempts and channel'))],
  outcomes: [
    outcome('found', t('Localizada', 'Found')),
    outcome('not-found', t('No localizada', 'Not found')),
    outcome('found-elsewhere', t('Familia en otro país', 'Family in another country'), {
      sets: ['careSettled'],
    }),
  ],
} as const satisfies Partial<Step>;

/** Tracing begins with the request, and again when a relative will not do. */
export const TRACE_AGAIN = [
  'family-tracing-request:sent',
  'family-assessment:unsuitable',
  'carer-agreement:refuses',
] as const;

export const FAMILY_ASSESSMENT = {
  id: 'family-assessment',
  kind: 'assessment',
  title: t('Estudio de idoneidad familiar', 'Family assessment'),
  by: 'CPA-R',
  safeguard: true,
  outcomes: [
    outcome('suitable', t('Idónea', 'Suitable')),
    outcome('unsuitable', t('No idónea', 'Unsuitable'), { despiteMissing: true }),
  ],
} as const satisfies Partial<Step>;

export const HOME_VISIT = must('home-visit', 'long-text', 'D4', t('Visita al hogar', 'Home visit'));
export const CARER_IDENTITY = must(
  'carer-identity',
  'text',
  'D4',
  t('Identidad de quien cuidaría', 'Identity of the carer'),
);

/** Nobody is a carer who has not signed. */
export const CARER_AGREEMENT = {
  id: 'carer-agreement',
  kind: 'approval',
  by: 'CPA-R',
  safeguard: true,
  deadline: due(5, 'working-days', 'L2', choice('A week to sign')),
  form: [
    ask('undertaking', 'text', 'D4', t('Compromiso firmado', 'Signed undertaking'), {
      required: ['agrees'],
    }),
  ],
  outcomes: [
    outcome('agrees', t('Acepta y puede', 'Agrees and is able'), {
      sets: ['careSettled', 'carerOrCareSecured'],
    }),
    outcome('refuses', t('No acepta', 'Refuses'), {
      despiteMissing: true,
      clears: ['carerOrCareSecured'],
    }),
  ],
  basis: [PARA_148],
} as const satisfies Partial<Step>;

/** No family: a licensed place, or no return. `question` is the field that names the place. */
export const ALTERNATIVE_CARE = {
  id: 'alternative-care-in-origin',
  kind: 'approval',
  title: t('Cuidado alternativo en origen', 'Alternative care in origin'),
  by: 'CPA-R',
  safeguard: true,
  deadline: due(10, 'working-days', 'L2', choice('Two weeks to find a place')),
  outcomes: [
    outcome('secured', t('Asegurado', 'Secured'), { sets: ['careSettled', 'carerOrCareSecured'] }),
    outcome('none', t('No hay', 'None'), {
      despiteMissing: true,
      clears: ['carerOrCareSecured'],
      sets: ['careSettled'],
    }),
  ],
  basis: [known('CRC GC6 para. 85')],
} as const satisfies Partial<Step>;

export const carePlace = (id: string) =>
  ask(
    id,
    'text',
    'D4',
    t('Centro o familia, licencia y duración', 'Centre or family, licence and duration'),
    {
      required: ['secured'],
    },
  );

/** The conditions a child would return to, asked without saying who asks for whom. */
export const ORIGIN_RISK = {
  id: 'origin-risk-assessment',
  kind: 'assessment',
  by: 'CPA-S',
  safeguard: true,
  form: [
    must('origin-conditions', 'long-text', 'D6', t('Condiciones', 'Conditions')),
    must(
      'origin-advice',
      'long-text',
      'D6',
      t(
        'Qué dijeron ACNUR y UNICEF del país, o por qué no se les preguntó',
        'What UNHCR and UNICEF said of the country, or why they were not asked',
      ),
    ),
  ],
  outcomes: [
    outcome('acceptable', t('Aceptables', 'Acceptable'), {
      sets: ['originRiskAssessed', 'originConditionsOk'],
    }),
    outcome('danger', t('Hay peligro', 'Danger'), {
      despiteMissing: true,
      clears: ['originConditionsOk'],
      sets: ['originRiskAssessed'],
    }),
  ],
} as const satisfies Partial<Step>;

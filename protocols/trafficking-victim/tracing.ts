import { choice, known, law, t } from '../shared/texts.js';
import * as trace from '../shared/tracing.js';
import {
  BEFORE_HANDOVER,
  CHILD,
  DISCLOSURE,
  ORIGIN_SUPPRESSED_OR_ADULT,
  PROSPECT_NEEDS,
} from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, share } from './pieces.js';

/** Nothing is asked in the country of origin about a child without a guardian and an authorisation. */
const TRACING_NEEDS = [
  ...PROSPECT_NEEDS,
  'guardianActive',
  'nonRefoulementClear',
  ...DISCLOSURE,
] as const;
const INSIDE_NEEDS = [...PROSPECT_NEEDS, 'guardianActive', 'riskCleared'] as const;

const toCarers = { unless: ORIGIN_SUPPRESSED_OR_ADULT, restsOn: 'disclosure' } as const;

/** Guardian, family, care and conditions in the country of origin, for a child. */
export const tracing: readonly ProtectedStep[] = [
  {
    ...trace.APPOINT_GUARDIAN,
    stage: 'best-interests',
    title: t('Designación de tutora o tutor y defensa', 'Guardian and counsel'),
    instructions: t(
      'Designe a quien representa a la niña o el niño, sin conflicto de interés. Sin tutora o tutor nada avanza hacia un retorno.',
      'Appoint who represents the child, without conflict of interest. Without a guardian nothing moves towards a return.',
    ),
    when: { all: [BEFORE_HANDOVER, CHILD, { not: 'guardianActive' }] },
    deadline: due(48, 'hours', 'L2', choice('48 hours; as soon as identified')),
    form: [
      must(
        'guardian-name',
        'text',
        'D4',
        t('Nombre de la tutora o el tutor', 'Name of the guardian'),
      ),
      trace.GUARDIAN_ACT,
      ask('guardian-accepts', 'boolean', 'D4', t('Aceptó el cargo', 'Accepted the office'), {
        required: ['appointed'],
        yesFor: ['appointed'],
      }),
    ],
  },
  {
    ...trace.FAMILY_TRACING_REQUEST,
    stage: 'best-interests',
    instructions: t(
      'Envíe solo identidad y vínculos, con la autorización vigente. Nunca el relato.',
      'Send identity and family links only, under a valid authorisation. Never the account.',
    ),
    when: {
      all: ['inSendingState', 'reflectionDone', CHILD, { not: 'careSettled' }],
    },
    requires: TRACING_NEEDS,
    deadline: due(3, 'working-days', 'L1', choice('Once the authorisation is given')),
    form: [must('known-family', 'long-text', 'D4', t('Familia conocida', 'Known family'))],
    shares: [
      share(
        'tracing',
        'CPA-R',
        ['D1', 'D4'],
        t('Localizar a la familia', 'Trace the family'),
        known('CRC GC6 para. 80'),
        toCarers,
      ),
    ],
  },
  {
    ...trace.FAMILY_TRACING,
    stage: 'best-interests',
    instructions: t(
      'Compruebe primero que buscar no pone en riesgo. Con otro pariente, hasta tres veces más.',
      'First make sure that searching is no risk. With another relative, up to three more times.',
    ),
    when: {
      any: [
        'family-tracing-request:sent',
        'family-assessment:unsuitable',
        'carer-agreement:refuses',
      ],
    },
    requires: TRACING_NEEDS,
    deadline: due(10, 'working-days', 'L1', choice('Two weeks of attempts')),
    basis: [law('A/RES/64/142 para. 151')],
  },
  {
    ...trace.FAMILY_ASSESSMENT,
    stage: 'best-interests',
    instructions: t(
      'Visite el hogar y compruebe que nadie tuvo parte en lo ocurrido.',
      'Visit the home and make sure nobody had a part in what happened.',
    ),
    when: 'family-tracing:found',
    requires: TRACING_NEEDS,
    deadline: due(15, 'working-days', 'L2', choice('Home visit and checks')),
    form: [
      trace.HOME_VISIT,
      trace.CARER_IDENTITY,
      must(
        'carer-check',
        'boolean',
        'D4',
        t('Verificación de quien cuidaría', 'Check of the carer passed'),
        { yesFor: ['suitable'] },
      ),
    ],
    shares: [
      share(
        'result',
        'CPA-S',
        ['D4'],
        t('Determinar el interés superior', 'Best interests determination'),
        law('A/RES/64/142 para. 148(b)'),
      ),
    ],
    basis: [law('A/RES/64/142 para. 148(b)')],
  },
  {
    ...trace.CARER_AGREEMENT,
    stage: 'best-interests',
    title: t('Aceptación de quien cuidará', "Carer's agreement"),
    instructions: t(
      'Quien cuidará firma su compromiso, o dice que no.',
      'The carer signs an undertaking, or says no.',
    ),
    when: 'family-assessment:suitable',
    requires: TRACING_NEEDS,
  },
  {
    ...trace.ALTERNATIVE_CARE,
    stage: 'best-interests',
    instructions: t(
      'Busque un centro o familia de acogida con licencia. Si no hay, el retorno deja de ser una opción.',
      'Seek a licensed centre or foster family. If there is none, return is no longer an option.',
    ),
    when: { any: ['family-tracing:not-found', 'exhausted:family-tracing'] },
    requires: TRACING_NEEDS,
    form: [
      ask(
        'care-place',
        'text',
        'D4',
        t('Centro o familia, licencia y duración', 'Centre or family, licence and duration'),
        { required: ['secured'] },
      ),
    ],
  },
  {
    ...trace.ORIGIN_RISK,
    stage: 'best-interests',
    title: t('Riesgo y condiciones en origen', 'Risk and conditions in origin'),
    instructions: t(
      'Con organismos internacionales y datos codificados: amenazas, violencia, servicios locales.',
      'With international bodies and coded data: threats, violence, local services.',
    ),
    when: {
      all: [
        'inSendingState',
        CHILD,
        'guardianActive',
        'reflectionDone',
        { not: 'originRiskAssessed' },
      ],
    },
    requires: INSIDE_NEEDS,
    deadline: due(10, 'working-days', 'L2', choice('Beside the tracing')),
    outcomes: [
      outcome('acceptable', t('Aceptables', 'Acceptable'), {
        sets: ['originRiskAssessed', 'originConditionsOk'],
      }),
      outcome('danger', t('Hay peligro', 'There is danger'), {
        despiteMissing: true,
        clears: ['originConditionsOk'],
        sets: ['originRiskAssessed'],
      }),
    ],
    basis: [law('A/RES/64/142 para. 148(a)')],
  },
];

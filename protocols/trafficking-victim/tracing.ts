import {
  BEFORE_HANDOVER,
  CHILD,
  DISCLOSURE,
  ORIGIN_SUPPRESSED_OR_ADULT,
  PROSPECT_NEEDS,
} from './needs.js';
import {
  ask,
  choice,
  due,
  known,
  law,
  must,
  outcome,
  type ProtectedStep,
  share,
  t,
} from './pieces.js';

/** Nothing is asked in the country of origin about a child without a guardian and an authorisation. */
const TRACING_NEEDS = [
  ...PROSPECT_NEEDS,
  'guardianActive',
  'nonRefoulementClear',
  ...DISCLOSURE,
] as const;
const INSIDE_NEEDS = [...PROSPECT_NEEDS, 'guardianActive', 'riskCleared'] as const;

const toCarers = { unless: ORIGIN_SUPPRESSED_OR_ADULT } as const;

/** Guardian, family, care and conditions in the country of origin, for a child. */
export const tracing: readonly ProtectedStep[] = [
  {
    id: 'appoint-guardian',
    kind: 'approval',
    stage: 'best-interests',
    title: t('Designación de tutora o tutor y defensa', 'Guardian and counsel'),
    instructions: t(
      'Designe a quien representa a la niña o el niño, sin conflicto de interés. Sin tutora o tutor nada avanza hacia un retorno.',
      'Appoint who represents the child, without conflict of interest. Without a guardian nothing moves towards a return.',
    ),
    by: 'CPA-S',
    when: { all: [BEFORE_HANDOVER, CHILD, { not: 'guardianActive' }] },
    safeguard: true,
    deadline: due(48, 'hours', 'L2', choice('48 hours; as soon as identified')),
    form: [
      must(
        'guardian-name',
        'text',
        'D4',
        t('Nombre de la tutora o el tutor', 'Name of the guardian'),
      ),
      must('guardian-act', 'text', 'D8', t('Acto de designación', 'Act of appointment')),
      ask('guardian-accepts', 'boolean', 'D4', t('Aceptó el cargo', 'Accepted the office'), {
        required: ['appointed'],
      }),
    ],
    outcomes: [
      outcome('appointed', t('Designada o designado', 'Appointed'), { sets: ['guardianActive'] }),
      outcome(
        'conflict',
        t('Hay conflicto: designar a otra persona', 'Conflict: appoint somebody else'),
        { keepsOpen: true },
      ),
    ],
    basis: [law('MX LGDNNA art. 92 VII-VIII'), known('CRC GC6 paras. 33, 36')],
  },
  {
    id: 'family-tracing-request',
    kind: 'share',
    stage: 'best-interests',
    title: t('Solicitud de localización familiar', 'Request to trace the family'),
    instructions: t(
      'Envíe solo identidad y vínculos, con la autorización vigente. Nunca el relato.',
      'Send identity and family links only, under a valid authorisation. Never the account.',
    ),
    by: 'CPA-S',
    when: {
      all: ['inSendingState', 'reflectionDone', CHILD, { not: 'careSettled' }],
    },
    requires: TRACING_NEEDS,
    effects: ['discloses-identity'],
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
    outcomes: [outcome('sent', t('Enviada', 'Sent'))],
    basis: [known('CRC GC6 para. 80')],
  },
  {
    id: 'family-tracing',
    kind: 'task',
    stage: 'best-interests',
    title: t('Localización familiar', 'Family tracing'),
    instructions: t(
      'Compruebe primero que buscar no pone en riesgo. Con otro pariente, hasta tres veces más.',
      'First make sure that searching is no risk. With another relative, up to three more times.',
    ),
    by: 'CPA-R',
    when: {
      any: [
        'family-tracing-request:sent',
        'family-assessment:unsuitable',
        'carer-agreement:refuses',
      ],
    },
    requires: TRACING_NEEDS,
    limit: 4,
    deadline: due(10, 'working-days', 'L1', choice('Two weeks of attempts')),
    form: [must('attempts', 'long-text', 'D4', t('Intentos y canal', 'Attempts and channel'))],
    outcomes: [
      outcome('found', t('Localizada', 'Found')),
      outcome('not-found', t('No localizada', 'Not found')),
      outcome('found-elsewhere', t('Familia en otro país', 'Family in another country'), {
        sets: ['careSettled'],
      }),
    ],
    basis: [law('A/RES/64/142 para. 151')],
  },
  {
    id: 'family-assessment',
    kind: 'assessment',
    stage: 'best-interests',
    title: t('Estudio de idoneidad familiar', 'Family assessment'),
    instructions: t(
      'Visite el hogar y compruebe que nadie tuvo parte en lo ocurrido.',
      'Visit the home and make sure nobody had a part in what happened.',
    ),
    by: 'CPA-R',
    when: 'family-tracing:found',
    requires: TRACING_NEEDS,
    safeguard: true,
    deadline: due(15, 'working-days', 'L2', choice('Home visit and checks')),
    form: [
      must('home-visit', 'long-text', 'D4', t('Visita al hogar', 'Home visit')),
      must(
        'carer-identity',
        'text',
        'D4',
        t('Identidad de quien cuidaría', 'Identity of the carer'),
      ),
      must(
        'carer-check',
        'boolean',
        'D4',
        t('Verificación de quien cuidaría', 'Check of the carer passed'),
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
    outcomes: [
      outcome('suitable', t('Idónea', 'Suitable')),
      outcome('unsuitable', t('No idónea', 'Unsuitable'), { despiteMissing: true }),
    ],
    basis: [law('A/RES/64/142 para. 148(b)')],
  },
  {
    id: 'carer-agreement',
    kind: 'approval',
    stage: 'best-interests',
    title: t('Aceptación de quien cuidará', "Carer's agreement"),
    instructions: t(
      'Quien cuidará firma su compromiso, o dice que no.',
      'The carer signs an undertaking, or says no.',
    ),
    by: 'CPA-R',
    when: 'family-assessment:suitable',
    requires: TRACING_NEEDS,
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
      outcome('refuses', t('No acepta', 'Refuses'), { despiteMissing: true }),
    ],
    basis: [law('A/RES/64/142 para. 148(b)')],
  },
  {
    id: 'alternative-care-in-origin',
    kind: 'approval',
    stage: 'best-interests',
    title: t('Cuidado alternativo en origen', 'Alternative care in origin'),
    instructions: t(
      'Busque un centro o familia de acogida con licencia. Si no hay, el retorno deja de ser una opción.',
      'Seek a licensed centre or foster family. If there is none, return is no longer an option.',
    ),
    by: 'CPA-R',
    when: { any: ['family-tracing:not-found', 'exhausted:family-tracing'] },
    requires: TRACING_NEEDS,
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks to find a place')),
    form: [
      ask(
        'care-place',
        'text',
        'D4',
        t('Centro o familia, licencia y duración', 'Centre or family, licence and duration'),
        { required: ['secured'] },
      ),
    ],
    outcomes: [
      outcome('secured', t('Asegurado', 'Secured'), {
        sets: ['careSettled', 'carerOrCareSecured'],
      }),
      outcome('none', t('No hay', 'None'), { despiteMissing: true, sets: ['careSettled'] }),
    ],
    basis: [known('CRC GC6 para. 85')],
  },
  {
    id: 'origin-risk-assessment',
    kind: 'assessment',
    stage: 'best-interests',
    title: t('Riesgo y condiciones en origen', 'Risk and conditions in origin'),
    instructions: t(
      'Con organismos internacionales y datos codificados: amenazas, violencia, servicios locales.',
      'With international bodies and coded data: threats, violence, local services.',
    ),
    by: 'CPA-S',
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
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Beside the tracing')),
    form: [must('origin-conditions', 'long-text', 'D6', t('Condiciones', 'Conditions'))],
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

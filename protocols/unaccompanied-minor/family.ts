import { CASE_NEEDS, HERE, ORIGIN_NEEDS, SCREENS } from './needs.js';
import { ask, choice, due, known, law, type MinorStep, must, outcome, share, t } from './pieces.js';

const NEEDS = [...ORIGIN_NEEDS, 'identityConfirmed', 'interviewed'] as const;
const SEARCHING = [HERE, 'consulateNotified', 'identityConfirmed', { not: 'careSettled' }] as const;
const PARA_148 = law('A/RES/64/142 para. 148(b)');

/** Steps 14 to 18: family, care and conditions in the country of origin. */
export const family: readonly MinorStep[] = [
  {
    id: 'family-tracing-request',
    kind: 'share',
    stage: 'family',
    title: t('Solicitud de localización familiar', 'Request to trace the family'),
    instructions: t(
      'Primero compruebe que buscar no pone en riesgo. Envíe solo identidad y vínculos, nunca el relato.',
      'First make sure that searching is no risk. Send identity and family links only, never the account.',
    ),
    by: 'CPA-S',
    when: { all: [...SEARCHING, 'interviewed'] },
    requires: NEEDS,
    effects: ['discloses-identity'],
    deadline: due(3, 'working-days', 'L1', choice('A complete file needs no longer')),
    form: [
      must('tracing-safety', 'long-text', 'D6', t('Comprobación de seguridad', 'Safety check')),
    ],
    shares: [
      share(
        'tracing',
        'CPA-R',
        ['D1', 'D4'],
        t('Localizar a la familia', 'Trace the family'),
        known('CRC GC6 para. 80'),
      ),
    ],
    outcomes: [outcome('sent', t('Enviada', 'Sent'))],
    basis: [known('CRC GC6 para. 80')],
  },
  {
    id: 'family-tracing',
    kind: 'task',
    stage: 'family',
    title: t('Localización familiar', 'Family tracing'),
    by: 'CPA-R',
    when: {
      all: [
        ...SEARCHING,
        {
          any: [
            'family-tracing-request:sent',
            'family-assessment:unsuitable',
            'carer-agreement:refuses',
          ],
        },
      ],
    },
    requires: NEEDS,
    limit: 4,
    deadline: due(
      10,
      'working-days',
      'L1',
      choice('Two weeks; with other relatives up to three more times'),
    ),
    form: [must('attempts', 'long-text', 'D4', t('Intentos y canal', 'Attempts and channel'))],
    outcomes: [
      outcome('found', t('Localizada', 'Found')),
      outcome('not-found', t('No localizada', 'Not found')),
      outcome('found-elsewhere', t('Familia en otro país', 'Family in another country'), {
        sets: ['careSettled'],
      }),
    ],
    basis: [law('A/RES/64/142 para. 151'), known('CRC GC6 para. 80')],
  },
  {
    id: 'family-tracing-red-cross',
    kind: 'task',
    stage: 'family',
    title: t('Localización por la Cruz Roja', 'Tracing by the Red Cross'),
    instructions: t(
      'Sin contacto alguno con las autoridades de origen.',
      'Without any contact with the authorities of origin.',
    ),
    by: 'RC',
    when: {
      all: [HERE, 'consularContactSettled', { not: 'consulateNotified' }, { not: 'careSettled' }],
    },
    requires: [...CASE_NEEDS, ...SCREENS],
    deadline: due(10, 'working-days', 'L1', choice('As the other tracing')),
    form: [must('red-cross-attempts', 'long-text', 'D4', t('Intentos', 'Attempts'))],
    outcomes: [
      outcome('found', t('Localizada', 'Found'), { sets: ['careSettled'] }),
      outcome('not-found', t('No localizada', 'Not found'), { sets: ['careSettled'] }),
    ],
    basis: [law('A/RES/64/142 para. 150')],
  },
  {
    id: 'family-assessment',
    kind: 'assessment',
    stage: 'family',
    title: t('Estudio de idoneidad familiar', 'Family assessment'),
    by: 'CPA-R',
    when: { all: [...SEARCHING, 'family-tracing:found'] },
    requires: NEEDS,
    safeguard: true,
    deadline: due(15, 'working-days', 'L2', choice('Three weeks for a home visit and the checks')),
    form: [
      must('home-visit', 'long-text', 'D4', t('Visita al hogar', 'Home visit')),
      must('home-income', 'text', 'D11', t('Ingresos', 'Income')),
      must('home-safety', 'text', 'D4', t('Seguridad', 'Safety')),
      must('home-schooling', 'text', 'D11', t('Escuela', 'Schooling')),
      must(
        'carer-identity',
        'text',
        'D4',
        t('Identidad de quien cuidaría', 'Identity of the carer'),
      ),
      must(
        'carer-check',
        'boolean',
        'D9',
        t('Antecedentes revisados, sin impedimento', 'Records checked, no impediment'),
      ),
    ],
    shares: [
      share(
        'result',
        'CPA-S',
        ['D4'],
        t('Determinar el interés superior', 'Determine best interests'),
        PARA_148,
      ),
    ],
    outcomes: [
      outcome('suitable', t('Idónea', 'Suitable')),
      outcome('unsuitable', t('No idónea', 'Unsuitable'), { despiteMissing: true }),
    ],
    basis: [PARA_148, law('IOM Reintegration Handbook 2.2.3')],
  },
  {
    id: 'carer-agreement',
    kind: 'approval',
    stage: 'family',
    title: t('Aceptación del cuidador', "Carer's agreement"),
    by: 'CPA-R',
    when: { all: [...SEARCHING, 'family-assessment:suitable'] },
    requires: NEEDS,
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('A week to sign')),
    form: [
      ask('undertaking', 'text', 'D4', t('Compromiso firmado', 'Signed undertaking'), {
        required: ['agrees'],
      }),
    ],
    shares: [
      share('result', 'CPA-S', ['D4'], t('Conocer el resultado', 'Know the result'), PARA_148),
    ],
    outcomes: [
      outcome('agrees', t('Acepta y puede', 'Agrees and is able'), {
        sets: ['careSettled', 'carerOrCareSecured'],
      }),
      outcome('refuses', t('No acepta', 'Refuses'), { despiteMissing: true }),
    ],
    basis: [PARA_148],
  },
  {
    id: 'alternative-care-in-origin',
    kind: 'approval',
    stage: 'family',
    title: t('Cuidado alternativo en origen', 'Alternative care in origin'),
    instructions: t(
      'Un centro o una familia de acogida con licencia. Si no hay, el retorno deja de ser una opción.',
      'A licensed centre or foster family. If there is none, return is no longer an option.',
    ),
    by: 'CPA-R',
    when: {
      all: [...SEARCHING, { any: ['family-tracing:not-found', 'exhausted:family-tracing'] }],
    },
    requires: NEEDS,
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks to find a place')),
    form: [
      ask(
        'origin-care',
        'text',
        'D4',
        t('Centro o familia, licencia y duración', 'Centre or family, licence and duration'),
        { required: ['secured'] },
      ),
    ],
    shares: [
      share(
        'result',
        'CPA-S',
        ['D4'],
        t('Lugar y condiciones', 'Place and conditions'),
        known('CRC GC6 para. 85'),
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
    stage: 'family',
    title: t('Evaluación de riesgo y condiciones en origen', 'Risk and conditions in origin'),
    instructions: t(
      'Con ACNUR y UNICEF, sin datos que identifiquen: amenazas, violencia, pandillas, servicios.',
      'With UNHCR and UNICEF, without identifying data: threats, violence, gangs, services.',
    ),
    by: 'CPA-S',
    when: {
      all: [HERE, 'returnOpen', 'individualAssessed', 'interviewed', { not: 'originRiskAssessed' }],
    },
    requires: [...CASE_NEEDS, 'individualAssessed'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('Two weeks, beside the tracing')),
    form: [must('origin-conditions', 'long-text', 'D6', t('Condiciones', 'Conditions'))],
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
    basis: [law('A/RES/64/142 para. 148(a)'), law('TVPRA s. 235(a)(5)(B)')],
  },
];

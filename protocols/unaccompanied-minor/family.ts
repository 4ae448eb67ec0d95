import { COMPLETE_FILE } from '../shared/papers.js';
import { choice, known, law, t } from '../shared/texts.js';
import * as trace from '../shared/tracing.js';
import { CASE_NEEDS, HERE, ORIGIN_NEEDS, SCREENS } from './needs.js';
import { ask, due, type MinorStep, must, outcome, share } from './pieces.js';

const NEEDS = [...ORIGIN_NEEDS, 'identityConfirmed', 'interviewed'] as const;
const SEARCHING = [HERE, 'consulateNotified', 'identityConfirmed', { not: 'careSettled' }] as const;
const PARA_148 = law('A/RES/64/142 para. 148(b)');

/** Steps 14 to 18: family, care and conditions in the country of origin. */
export const family: readonly MinorStep[] = [
  {
    ...trace.FAMILY_TRACING_REQUEST,
    stage: 'family',
    instructions: t(
      'Primero compruebe que buscar no pone en riesgo. Envíe solo identidad y vínculos, nunca el relato.',
      'First make sure that searching is no risk. Send identity and family links only, never the account.',
    ),
    when: { all: [...SEARCHING, 'interviewed'] },
    requires: NEEDS,
    deadline: COMPLETE_FILE,
    form: [
      must('tracing-safety', 'long-text', 'D6', t('Comprobación de seguridad', 'Safety check')),
    ],
    shares: [trace.TRACE_THE_FAMILY],
  },
  {
    ...trace.FAMILY_TRACING,
    stage: 'family',
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
    deadline: due(
      10,
      'working-days',
      'L1',
      choice('Two weeks; with other relatives up to three more times'),
    ),
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
    ...trace.FAMILY_ASSESSMENT,
    stage: 'family',
    when: { all: [...SEARCHING, 'family-tracing:found'] },
    requires: NEEDS,
    deadline: due(15, 'working-days', 'L2', choice('Three weeks for a home visit and the checks')),
    form: [
      trace.HOME_VISIT,
      must('home-income', 'text', 'D11', t('Ingresos', 'Income')),
      must('home-safety', 'text', 'D4', t('Seguridad', 'Safety')),
      must('home-schooling', 'text', 'D11', t('Escuela', 'Schooling')),
      trace.CARER_IDENTITY,
      must(
        'carer-check',
        'boolean',
        'D9',
        t('Antecedentes revisados, sin impedimento', 'Records checked, no impediment'),
        { yesFor: ['suitable'] },
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
    basis: [PARA_148, law('IOM Reintegration Handbook 2.2.3')],
  },
  {
    ...trace.CARER_AGREEMENT,
    stage: 'family',
    title: t('Aceptación del cuidador', "Carer's agreement"),
    when: { all: [...SEARCHING, 'family-assessment:suitable'] },
    requires: NEEDS,
    shares: [
      share('result', 'CPA-S', ['D4'], t('Conocer el resultado', 'Know the result'), PARA_148),
    ],
  },
  {
    ...trace.ALTERNATIVE_CARE,
    stage: 'family',
    instructions: t(
      'Un centro o una familia de acogida con licencia. Si no hay, el retorno deja de ser una opción.',
      'A licensed centre or foster family. If there is none, return is no longer an option.',
    ),
    when: {
      all: [...SEARCHING, { any: ['family-tracing:not-found', 'exhausted:family-tracing'] }],
    },
    requires: NEEDS,
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
  },
  {
    ...trace.ORIGIN_RISK,
    stage: 'family',
    title: t('Evaluación de riesgo y condiciones en origen', 'Risk and conditions in origin'),
    instructions: t(
      'Con ACNUR y UNICEF, sin datos que identifiquen: amenazas, violencia, pandillas, servicios.',
      'With UNHCR and UNICEF, without identifying data: threats, violence, gangs, services.',
    ),
    when: {
      all: [HERE, 'returnOpen', 'individualAssessed', 'interviewed', { not: 'originRiskAssessed' }],
    },
    requires: [...CASE_NEEDS, 'individualAssessed'],
    deadline: due(10, 'working-days', 'L2', choice('Two weeks, beside the tracing')),
    basis: [law('A/RES/64/142 para. 148(a)'), law('TVPRA s. 235(a)(5)(B)')],
  },
];

import { choice, known, law, t } from '../shared/texts.js';
import { EVERYTHING, HERE } from './needs.js';
import { due, type MinorStep, must, NEED_CODES, outcome, REASONS, share } from './pieces.js';

/** Steps 8 and 9: the assessment every later step rests on, and the three screenings beside it. */
export const screening: readonly MinorStep[] = [
  {
    id: 'initial-assessment',
    kind: 'assessment',
    stage: 'screening',
    title: t('Evaluación inicial', 'Initial assessment'),
    instructions: t(
      'Salud, estado psicosocial y protección, con el motivo de cada criterio. Sin respuesta sigue en protección.',
      'Health, psychosocial state and protection, with the reason of each criterion. Without an answer the child stays in protection.',
    ),
    by: ['CPA-S', 'HEA-S'],
    when: { all: [HERE, 'inCare', { not: 'individualAssessed' }] },
    requires: ['inSendingState', 'personPresent'],
    safeguard: true,
    deadline: due(48, 'hours', 'L3', law('TVPRA s. 235(a)(4): from the first contact'), {
      from: 'start-then-opening',
      lapse: 'stays-in-protection',
    }),
    form: [
      REASONS,
      must('transit-needs', 'text', 'D5a', t('Apoyos que necesita', 'Support needed')),
      must('clinical-note', 'long-text', 'D5b', t('Nota clínica', 'Clinical note')),
      must('need-codes', 'codes', 'D7', t('Códigos de necesidad', 'Need codes'), NEED_CODES),
    ],
    shares: [
      share(
        'health',
        'HEA-S',
        ['D1', 'D5a', 'D5b'],
        t('Atender su salud', 'Care for health'),
        law('MX LGDNNA art. 98'),
      ),
      share(
        'protection',
        'CPA-S',
        ['D5a', 'D5b'],
        t('Atender su salud', 'Care for health'),
        law('MX LGDNNA art. 98'),
      ),
      share('migration', 'MIG-S', ['D7'], t('Solo códigos', 'Codes only'), choice('Codes only')),
    ],
    outcomes: [
      outcome('done', t('Hecha', 'Done'), { sets: ['individualAssessed'] }),
      outcome('stays-in-protection', t('Sigue en protección', 'Stays in protection'), {
        keepsOpen: true,
      }),
    ],
    basis: [law('MX LGDNNA art. 98'), law('GAO-15-521')],
  },
  {
    id: 'trafficking-screening',
    kind: 'assessment',
    stage: 'screening',
    title: t('Detección especializada A', 'Specialised screening A'),
    instructions: t(
      'Use la guía de indicios. Ante indicios fundados sigue bajo manejo protegido.',
      'Use the guide to signs. On reasonable grounds the child goes on under protected handling.',
    ),
    by: ['CPA-S', 'ATU-S'],
    when: { all: [HERE, 'individualAssessed', { not: 'traffickingScreened' }] },
    requires: ['individualAssessed', 'inSendingState', 'personPresent'],
    safeguard: true,
    deadline: due(48, 'hours', 'L3', law('TVPRA s. 235(a)(2)(A)(i), (a)(4)'), {
      from: 'start-then-opening',
      lapse: 'protected-meanwhile',
    }),
    form: [
      must('signs-checked', 'long-text', 'D6', t('Indicios revisados', 'Signs checked')),
      must('screening-interviewer', 'text', 'D8', t('Quién entrevistó', 'Interviewer')),
    ],
    shares: [
      share(
        'unit',
        'ATU-S',
        ['D1', 'D6'],
        t('Seguir bajo manejo protegido', 'Go on under protected handling'),
        known('CRM guidelines 2013'),
        { on: ['grounds'] },
      ),
    ],
    outcomes: [
      outcome('none', t('Sin indicios', 'No signs'), { sets: ['traffickingScreened'] }),
      outcome('grounds', t('Manejo protegido', 'Protected handling'), {
        alone: true,
        clears: EVERYTHING,
        continues: { protocol: 'trafficking-victim', entry: 'indicator-detected' },
      }),
      outcome(
        'protected-meanwhile',
        t('Protegida o protegido mientras tanto', 'Protected meanwhile'),
        { keepsOpen: true },
      ),
    ],
    basis: [law('TVPRA s. 235(a)(2)(A)(i)'), known('CRM guidelines 2013')],
  },
  {
    id: 'international-protection-screening',
    kind: 'assessment',
    stage: 'screening',
    title: t('Detección especializada B', 'Specialised screening B'),
    instructions: t(
      'Ante la duda se avisa de inmediato a la autoridad de refugio. Al consulado no se le dice nada.',
      'In doubt the asylum authority is told at once. The consulate is told nothing.',
    ),
    by: ['CPA-S', 'ASY'],
    when: { all: [HERE, 'individualAssessed', 'noAsylumPending', { not: 'protectionScreened' }] },
    requires: ['individualAssessed', 'noAsylumPending', 'inSendingState', 'personPresent'],
    safeguard: true,
    deadline: due(
      48,
      'hours',
      'L3',
      law('With the assessment; notice at once by MX LM art. 112 V, LRPCAP art. 21'),
      { from: 'start-then-opening', lapse: 'protected-meanwhile' },
    ),
    form: [
      must('protection-signs', 'long-text', 'D6', t('Solicitud o indicios', 'Claim or signs')),
    ],
    shares: [
      share(
        'asylum',
        'ASY',
        ['D1', 'D6'],
        t('Conocer la solicitud', 'Examine the claim'),
        law('MX LRPCAP art. 21'),
        { on: ['indicated'] },
      ),
    ],
    outcomes: [
      outcome('none', t('Sin necesidad de protección', 'No need found'), {
        sets: ['protectionScreened'],
      }),
      outcome('indicated', t('Pide o puede pedir refugio', 'Claims or may claim asylum'), {
        alone: true,
        clears: ['noAsylumPending'],
      }),
      outcome(
        'protected-meanwhile',
        t('Protegida o protegido mientras tanto', 'Protected meanwhile'),
        { keepsOpen: true },
      ),
    ],
    basis: [law('MX LM art. 112 V'), law('MX LRPCAP arts. 6-7, 21'), law('MX LGDNNA arts. 96, 98')],
  },
  {
    id: 'immediate-risk-of-return',
    kind: 'assessment',
    stage: 'screening',
    title: t('Riesgo de devolución', 'Refoulement check'),
    by: 'CPA-S',
    when: { all: [HERE, 'individualAssessed', 'returnOpen', { not: 'nonRefoulementClear' }] },
    requires: [
      'individualAssessed',
      'returnOpen',
      'noAsylumPending',
      'inSendingState',
      'personPresent',
    ],
    safeguard: true,
    deadline: due(
      48,
      'hours',
      'L2',
      choice('As the assessment; before any return step, MX LM art. 74'),
    ),
    form: [
      must(
        'refoulement-grounds',
        'long-text',
        'D6',
        t('Vida, libertad y seguridad', 'Life, liberty and safety'),
      ),
      must('refoulement-result', 'text', 'D8', t('Resultado', 'Result')),
    ],
    shares: [
      share(
        'migration',
        'MIG-S',
        ['D8'],
        t('Solo el resultado', 'The result only'),
        law('MX LM art. 74'),
      ),
    ],
    outcomes: [
      outcome('clear', t('Sin riesgo', 'Clear'), { sets: ['nonRefoulementClear'] }),
      outcome('risk', t('Hay riesgo', 'Risk'), { despiteMissing: true, clears: ['returnOpen'] }),
    ],
    basis: [law('MX LM art. 74'), law('MX LGDNNA art. 96')],
  },
];

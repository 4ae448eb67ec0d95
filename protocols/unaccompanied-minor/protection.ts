import { choice, known, law, t } from '../shared/texts.js';
import { APPOINT_GUARDIAN, GUARDIAN_ACT } from '../shared/tracing.js';
import { BEFORE_HANDOVER, HERE } from './needs.js';
import { ask, due, type MinorStep, must, outcome, share } from './pieces.js';

/** Of which child somebody must decide at once. */
const WHO = ['stated-name', 'stated-age', 'sex', 'stated-nationality', 'languages'] as const;

/** Steps 3 to 7: protection comes before any question about a return. */
export const protection: readonly MinorStep[] = [
  {
    id: 'notify-child-protection',
    kind: 'notice',
    stage: 'detection',
    title: t(
      'Notificación a la autoridad de protección y acta de canalización',
      'Notice to child protection',
    ),
    by: 'MIG-S',
    when: {
      all: [
        HERE,
        { any: ['register-child:registered', { attribute: 'entry', is: 'presume-minority' }] },
        { not: 'protectionNotified' },
      ],
    },
    deadline: due(
      48,
      'hours',
      'L1',
      law('MX LM art. 112 I: immediate; ceiling of TVPRA s. 235(b)(2)'),
      { tellsMonitor: true },
    ),
    form: [
      must('referral-act', 'text', 'D8', t('Acta con fecha y hora', 'Act with date and time')),
      must(
        'referral-officer',
        'text',
        'D8',
        t('Quién entrega y quién recibe', 'Who hands over and who receives'),
      ),
    ],
    shares: [
      share(
        'protection',
        'CPA-S',
        ['D1', 'D4', 'D7', 'D8'],
        t('Asumir la protección', 'Take charge of protection'),
        law('MX LM art. 112 I'),
      ),
    ],
    outcomes: [outcome('received', t('Recibida', 'Received'), { sets: ['protectionNotified'] })],
    basis: [law('MX LM art. 112 I')],
  },
  {
    id: 'place-in-care',
    kind: 'task',
    stage: 'detection',
    title: t('Ingreso a cuidado no privativo de libertad', 'Placement in non-custodial care'),
    instructions: t(
      'Nunca en una estación migratoria ni con personas adultas ajenas. Con sus hermanas y hermanos.',
      'Never in detention nor with adults who are strangers. With siblings.',
    ),
    by: 'CPA-S',
    when: { all: [HERE, 'protectionNotified', { not: 'inCare' }] },
    deadline: due(
      72,
      'hours',
      'L1',
      known('MX LM art. 112 I: immediate; ceiling of TVPRA s. 235(b)(3)'),
      { tellsMonitor: true },
    ),
    form: [
      must(
        'care-centre',
        'text',
        'D2',
        t('Centro o familia de acogida', 'Centre or foster family'),
      ),
      must('care-date', 'date', 'D10', t('Fecha de ingreso', 'Date of placement')),
      must('place-code', 'text', 'D10', t('Código del lugar', 'Code of the place')),
      must(
        'separate-from-adults',
        'boolean',
        'D2',
        t('Aparte de personas adultas', 'Separate from adults'),
        { yesFor: ['placed'] },
      ),
      must(
        'with-siblings',
        'boolean',
        'D4',
        t('Tiene hermanas o hermanos en el proceso', 'Siblings are in the process'),
        { assigns: 'siblings' },
      ),
      must('care-statistics', 'text', 'D13', t('Código para estadística', 'Code for statistics')),
      ask('imminent-risk', 'long-text', 'D6', t('Qué riesgo hay', 'What the risk is'), {
        required: ['imminent-risk'],
      }),
    ],
    shares: [
      share(
        'migration',
        'MIG-S',
        ['D10'],
        t('Código del lugar', 'Code of the place'),
        law('MX LM art. 112 I'),
      ),
      share(
        'monitor',
        'MON',
        ['D13'],
        t('Estadística', 'Statistics'),
        choice('Anonymous statistics'),
      ),
      share(
        'prosecutor',
        'PROS',
        ['D1', 'D6'],
        t('Ordenar medidas urgentes', 'Order urgent measures'),
        law('MX LGDNNA art. 122 VI'),
        { on: ['imminent-risk'], only: [...WHO, 'imminent-risk'] },
      ),
    ],
    outcomes: [
      outcome('placed', t('En cuidado', 'Placed'), { sets: ['inCare'] }),
      outcome('imminent-risk', t('En cuidado, con riesgo inminente', 'Placed, at imminent risk'), {
        sets: ['inCare'],
      }),
    ],
    basis: [law('MX LGDNNA arts. 94-95'), law('MX LM art. 68'), law('MX LRPCAP art. 20')],
  },
  {
    id: 'urgent-measures',
    kind: 'approval',
    stage: 'detection',
    title: t('Medidas urgentes de protección', 'Urgent protection measures'),
    by: 'PROS',
    when: 'place-in-care:imminent-risk',
    requires: ['inSendingState'],
    deadline: due(3, 'hours', 'L1', law('MX LGDNNA art. 122 VI')),
    form: [must('measure-order', 'long-text', 'D6', t('Orden y motivos', 'Order and reasons'))],
    shares: [
      share(
        'protection',
        'CPA-S',
        ['D6'],
        t('Cumplir la medida', 'Carry out the measure'),
        law('MX LGDNNA art. 122 VI'),
      ),
      share(
        'court',
        'COURT',
        ['D1', 'D6'],
        t('Resolver sobre la medida', 'Rule on the measure'),
        law('MX LGDNNA art. 122 VII'),
        { on: ['ordered'], only: [...WHO, 'imminent-risk', 'measure-order'] },
      ),
    ],
    outcomes: [
      outcome('ordered', t('Ordenadas', 'Ordered')),
      outcome('not-needed', t('No hacen falta', 'Not needed')),
    ],
    basis: [law('MX LGDNNA art. 122')],
  },
  {
    id: 'urgent-measures-ruling',
    kind: 'approval',
    stage: 'detection',
    title: t('Resolución sobre las medidas', 'Ruling on the measures'),
    by: 'COURT',
    when: 'urgent-measures:ordered',
    requires: ['inSendingState'],
    deadline: due(24, 'hours', 'L1', law('MX LGDNNA art. 122 VII')),
    form: [must('measure-ruling', 'text', 'D8', t('Resolución', 'Ruling'))],
    outcomes: [
      outcome('ratified', t('Ratificadas', 'Ratified')),
      outcome('changed', t('Modificadas', 'Changed')),
      outcome('cancelled', t('Canceladas', 'Cancelled')),
    ],
    basis: [law('MX LGDNNA art. 122')],
  },
  {
    ...APPOINT_GUARDIAN,
    stage: 'detection',
    title: t('Designación de tutor y abogado', 'Guardian and counsel'),
    instructions: t(
      'Sin conflicto de interés. Sin tutora o tutor nada avanza hacia un retorno.',
      'Without conflict of interest. Without a guardian nothing moves towards a return.',
    ),
    when: { all: [BEFORE_HANDOVER, 'protectionNotified', { not: 'guardianActive' }] },
    deadline: due(48, 'hours', 'L2', choice('As soon as identified, GC6 para. 33'), {
      from: 'start-then-opening',
    }),
    form: [
      must(
        'guardian-name',
        'text',
        'D4',
        t('Nombre de la tutora o el tutor y de la defensa', 'Names of guardian and counsel'),
      ),
      GUARDIAN_ACT,
      ask('guardian-accepts', 'boolean', 'D4', t('Aceptaron el cargo', 'Accepted the office'), {
        required: ['appointed'],
        yesFor: ['appointed'],
      }),
    ],
    shares: [
      share(
        'counsel',
        'LEGAL',
        ['D1', 'D4', 'D8'],
        t('Representar a la niña o el niño', 'Represent the child'),
        law('MX LGDNNA art. 92 VII-VIII'),
      ),
    ],
    outcomes: [
      outcome('appointed', t('Designados', 'Appointed'), { sets: ['guardianActive'] }),
      outcome(
        'conflict',
        t('Hay conflicto: designar a otra persona', 'Conflict: appoint somebody else'),
        { keepsOpen: true },
      ),
    ],
  },
  {
    id: 'inform-child',
    kind: 'task',
    stage: 'detection',
    title: t('Información en lenguaje claro', 'Child-friendly information'),
    by: 'CPA-S',
    when: { all: [HERE, 'inCare', { not: 'childInformed' }] },
    deadline: due(24, 'hours', 'L1', choice('Within a day of the first contact'), {
      from: 'start',
    }),
    form: [
      must(
        'information-language',
        'text',
        'D1',
        t('Idioma e intérprete', 'Language and interpreter'),
      ),
      must('material-version', 'text', 'D8', t('Versión del material', 'Version of the material')),
      ask(
        'child-questions',
        'long-text',
        'D6',
        t('Preguntas de la niña o el niño', "The child's questions"),
      ),
    ],
    outcomes: [
      outcome('done', t('Informada o informado', 'Informed'), { sets: ['childInformed'] }),
    ],
    basis: [law('MX LM art. 112 IV'), law('MX LGDNNA art. 92 I-II, V')],
  },
];

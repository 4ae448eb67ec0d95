import { choice, known, law, option, t } from '../shared/texts.js';
import { HOUSING } from './frame.js';
import { CHILD, FOUND_AT_RECEPTION } from './needs.js';
import { due, must, outcome, type ProtectedStep, share } from './pieces.js';

const IN_ORIGIN = ['received', 'personPresent'] as const;

/** Steps 27 and 28: protected reception, care of a child, safe housing. */
export const reception: readonly ProtectedStep[] = [
  {
    id: 'r-protected-reception',
    kind: 'task',
    stage: 'reception',
    title: t('Recepción protegida', 'Protected reception'),
    instructions: t(
      'Reciba aparte: sin lista pública, sin prensa, sin uniformes. También es la entrada de quien se detecta en la recepción.',
      'Receive apart: no public list, no press, no uniforms. It is also where somebody found at reception comes in.',
    ),
    by: 'ATU-R',
    when: {
      any: [
        'handover-reception-act:signed',
        'child-handover-reception-act:signed',
        { all: ['start', FOUND_AT_RECEPTION] },
      ],
    },
    deadline: due(12, 'hours', 'L1', choice('The same day')),
    form: [
      must('arrival-alias', 'text', 'D1', t('Seudónimo en recepción', 'Pseudonym at reception')),
      must(
        'no-public-list',
        'boolean',
        'D10',
        t('Sin lista pública ni prensa', 'No public list, no press'),
      ),
      must('arrival-handling', 'codes', 'D7', t('Código de atención', 'Handling code'), {
        options: [option('protected-handling', 'Manejo protegido', 'Protected handling')],
      }),
    ],
    shares: [
      share(
        'migration',
        'MIG-R',
        ['D1', 'D7'],
        t('Registro de ingreso', 'Entry registration'),
        choice('Restricted officers only'),
      ),
      share(
        'centre',
        'REC',
        ['D7', 'D10'],
        t('Recepción aparte', 'Separate reception'),
        choice('Restricted officers only'),
      ),
    ],
    outcomes: [
      outcome('received', t('Recibida', 'Received'), {
        clears: ['inSendingState', 'inTransit'],
        sets: ['received'],
      }),
    ],
    basis: [choice('Workshop measure on protected reception')],
  },
  {
    id: 'r-age-check',
    kind: 'assessment',
    stage: 'reception',
    title: t('Presunción de minoría en recepción', 'Benefit of the doubt on age at reception'),
    instructions: t(
      'Ante la duda es niña o niño. Para tenerla por adulta firman las dos.',
      'In doubt the person is a child. Both sign for an adult.',
    ),
    by: ['ATU-R', 'CPA-R'],
    when: {
      any: [
        { all: ['r-protected-reception:received', FOUND_AT_RECEPTION] },
        { all: ['received', 'ageQuestioned'] },
      ],
    },
    requires: ['received'],
    safeguard: true,
    deadline: due(24, 'hours', 'L3', choice('Before the first night'), { lapse: 'child-presumed' }),
    form: [must('age-reasons-reception', 'long-text', 'D6', t('Motivos', 'Reasons'))],
    shares: [
      share(
        'child',
        'CPA-R',
        ['D1', 'D4', 'D7'],
        t('Protección de la niñez', 'Child protection'),
        law('MX LM art. 112'),
        { on: ['child', 'child-presumed'] },
      ),
    ],
    outcomes: [
      outcome('adult', t('Persona adulta', 'Adult'), {
        clears: ['ageQuestioned', 'bidReturn'],
        assigns: { isMinor: false },
        lowers: true,
      }),
      outcome('child', t('Menor de 18 años o duda', 'Under 18 or in doubt'), {
        alone: true,
        clears: ['ageQuestioned'],
        assigns: { isMinor: true },
      }),
      outcome(
        'child-presumed',
        t('Sin respuesta: se protege como niña o niño', 'No answer: protected as a child'),
        { clears: ['ageQuestioned'], assigns: { isMinor: true } },
      ),
    ],
    basis: [known('CRC GC6 para. 31')],
  },
  {
    id: 'r-child-care',
    kind: 'approval',
    stage: 'reception',
    title: t('Cuidado de la niña o el niño', "The child's care"),
    instructions: t(
      'Entregue solo a la persona cuidadora verificada, o deje en cuidado alternativo.',
      'Hand over only to the verified carer, or place in alternative care.',
    ),
    by: 'CPA-R',
    when: { all: ['received', CHILD, { not: 'inChildCare' }] },
    requires: ['received'],
    safeguard: true,
    deadline: due(72, 'hours', 'L2', choice('72 hours; the child stays in protection meanwhile')),
    form: [
      must(
        'carer-verified',
        'text',
        'D4',
        t('Persona cuidadora o centro, verificado', 'Carer or centre, verified'),
      ),
    ],
    outcomes: [
      outcome('with-carer', t('Con persona cuidadora verificada', 'With a verified carer'), {
        sets: ['inChildCare'],
      }),
      outcome('alternative-care', t('En cuidado alternativo', 'In alternative care'), {
        sets: ['inChildCare'],
      }),
    ],
    basis: [law('GCM objective 21(g)')],
  },
  {
    id: 'r-shelter',
    kind: 'task',
    stage: 'reception',
    title: t('Alojamiento seguro en origen', 'Safe housing in the country of origin'),
    instructions: t(
      'La persona elige: alojamiento con código o casa propia. Nunca se anota la dirección.',
      'The person chooses: housing under a code, or their own home. The address is never recorded.',
    ),
    by: 'ATU-R',
    when: { any: ['r-protected-reception:received', 'r-risk-assessment:threat'] },
    requires: IN_ORIGIN,
    deadline: due(12, 'hours', 'L1', choice('The same day')),
    form: [
      must('housing-kind', 'code', 'D6', t('Alojamiento', 'Housing'), {
        assigns: 'housing',
        options: HOUSING,
      }),
      must('housing-code', 'text', 'D6', t('Código del alojamiento', 'Housing code')),
      must(
        'contact-channel',
        'text',
        'D6',
        t('Canal que eligió la persona', 'Channel the person chose'),
      ),
    ],
    shares: [
      share(
        'housing',
        'CSO-R',
        ['D1'],
        t('Alojamiento', 'Housing'),
        choice('With the consent of the person'),
        {
          unless: { not: { attribute: 'housing', is: 'shelter' } },
          only: ['alias', 'arrival-alias', 'language'],
        },
      ),
    ],
    outcomes: [
      outcome('settled', t('Alojada, o en casa por elección', 'Housed, or at home by choice')),
    ],
    basis: [known('Palermo Protocol art. 6'), law('Palermo Protocol art. 8')],
  },
];

import { AGE_REMEDY_PENDING, AGE_REMEDY_WINDOW, AGE_UPHELD, OVERTURNED } from '../shared/age.js';
import { choice, known, law, t } from '../shared/texts.js';
import { BEFORE_HANDOVER, EVERYTHING, HERE } from './needs.js';
import { ask, due, type MinorStep, must, NEED_CODES, outcome, share } from './pieces.js';

/** Steps 1 and 2 with the review of a finding on age. */
export const detection: readonly MinorStep[] = [
  {
    id: 'register-child',
    kind: 'task',
    stage: 'detection',
    title: t('Detección y registro', 'Detection and registration'),
    instructions: t(
      'Anote lo que la niña o el niño dice, sin interrogar. La foto queda sellada.',
      'Record what the child says, without questioning. The photo stays sealed.',
    ),
    by: 'MIG-S',
    when: { all: ['start', 'living', { attribute: 'entry', is: 'register-child' }] },
    deadline: due(2, 'hours', 'L1', choice('Immediate by MX LM art. 112; two hours as a ceiling')),
    form: [
      must('stated-name', 'text', 'D1', t('Nombre que dice', 'Stated name'), { identity: 'name' }),
      must(
        'stated-age',
        'text',
        'D1',
        t('Edad o fecha de nacimiento que dice', 'Stated age or date of birth'),
      ),
      must('sex', 'text', 'D1', t('Sexo', 'Sex')),
      must('stated-nationality', 'text', 'D1', t('Nacionalidad que dice', 'Stated nationality'), {
        identity: 'nationality',
      }),
      must('languages', 'text', 'D1', t('Idiomas', 'Languages')),
      ask('companions', 'long-text', 'D4', t('Con quién viaja', 'Companions')),
      must('found-at', 'instant', 'D10', t('Hora de la detección', 'Time of detection')),
      must('found-place', 'text', 'D2', t('Lugar', 'Place')),
      ask('documents-seen', 'text', 'D1', t('Documentos vistos', 'Documents seen')),
      must('urgent-needs', 'codes', 'D7', t('Necesidades urgentes', 'Urgent needs'), NEED_CODES),
      must('sealed-photo', 'boolean', 'D1', t('Foto tomada y sellada', 'Photo taken and sealed')),
    ],
    shares: [
      share(
        'protection',
        'CPA-S',
        ['D1', 'D4', 'D7'],
        t('Proteger de inmediato', 'Protect at once'),
        law('MX LM art. 112'),
      ),
    ],
    outcomes: [outcome('registered', t('Registro hecho', 'Registered'))],
    basis: [law('MX LM art. 112'), law('MX LGDNNA art. 99')],
  },
  {
    id: 'presume-minority',
    kind: 'assessment',
    stage: 'detection',
    title: t('Presunción de minoría de edad', 'Benefit of the doubt on age'),
    instructions: t(
      'En la duda es niña o niño. Ningún examen médico basta por sí solo. El silencio también protege.',
      'In doubt it is a child. No medical test is enough by itself. Silence protects as well.',
    ),
    by: 'CPA-S',
    when: {
      all: [
        BEFORE_HANDOVER,
        {
          any: [
            'register-child:registered',
            { all: ['start', { attribute: 'entry', is: 'presume-minority' }] },
            'event:minority-claim',
            'event:turned-eighteen',
          ],
        },
      ],
    },
    requires: ['inSendingState'],
    secondPerson: ['adult'],
    safeguard: true,
    deadline: due(
      10,
      'working-days',
      'L3',
      choice('With the registration; ten working days for a formal procedure'),
      { lapse: 'child-presumed' },
    ),
    form: [
      must('age-reasons', 'long-text', 'D6', t('Motivos y documentos', 'Reasons and documents')),
      must('age-decided-by', 'text', 'D8', t('Quién decide', 'Who decides')),
      ask('age-result', 'text', 'D8', t('Resultado', 'Result'), { required: ['adult'] }),
    ],
    shares: [
      share(
        'result',
        'MIG-S',
        ['D8'],
        t('Solo el resultado', 'The result only'),
        choice('The result only'),
        { on: ['child', 'doubt', 'adult'] },
      ),
    ],
    outcomes: [
      outcome('child', t('Es niña o niño', 'A child')),
      outcome('doubt', t('Hay duda: se le trata como niña o niño', 'In doubt: treated as a child')),
      outcome(
        'child-presumed',
        t('Se presume por falta de respuesta', 'Presumed for want of an answer'),
      ),
      outcome('adult', t('Mayoría de edad demostrada', 'Adulthood proven'), {
        clears: ['childTreatment', 'ageFindingFinal', 'finalCheckPassed'],
        lowers: true,
      }),
    ],
    basis: [law('MX trafficking law art. 3 X'), known('CRC GC6 para. 31')],
  },
  {
    ...AGE_REMEDY_WINDOW,
    stage: 'detection',
    when: { all: [HERE, { not: 'childTreatment' }, { not: 'ageFindingFinal' }] },
  },
  {
    ...AGE_REMEDY_PENDING,
    stage: 'detection',
    when: {
      all: [HERE, { not: 'childTreatment' }, { not: 'ageFindingFinal' }, 'age-remedy-window:filed'],
    },
    outcomes: [AGE_UPHELD, outcome('overturned', OVERTURNED, { sets: ['childTreatment'] })],
  },
  {
    id: 'age-transfer',
    kind: 'approval',
    stage: 'detection',
    title: t('Paso al protocolo de personas adultas', 'On to the protocol for adults'),
    instructions: t(
      'Solo con la resolución firme. Nada de lo preparado aquí sirve allí.',
      'Only once the finding is final. Nothing made ready here is good there.',
    ),
    by: 'CPA-S',
    when: { all: [HERE, { not: 'childTreatment' }, 'ageFindingFinal'] },
    requires: ['ageFindingFinal', 'noRemedyPending', 'noAsylumPending', 'inSendingState'],
    secondPerson: ['transferred'],
    safeguard: true,
    deadline: due(3, 'working-days', 'L2', choice('A handover between teams')),
    outcomes: [
      outcome('transferred', t('Sigue como persona adulta', 'Goes on as an adult'), {
        clears: EVERYTHING,
        continues: { protocol: 'adult-deportee', entry: 'inform-rights' },
        lowers: true,
      }),
      outcome(
        'child-after-all',
        t('Hay duda: sigue como niña o niño', 'In doubt: goes on as a child'),
        {
          despiteMissing: true,
          clears: ['ageFindingFinal'],
          sets: ['childTreatment'],
        },
      ),
    ],
  },
];

import { choice, known, law, option, t } from '../shared/texts.js';
import { FOUND_AT_RECEPTION } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, share } from './pieces.js';

/** Steps 1 to 5: first sign, safety, preliminary identification, age and rights. */
export const identification: readonly ProtectedStep[] = [
  {
    id: 'indicator-detected',
    kind: 'task',
    stage: 'identification',
    title: t('Detección de indicios', 'Signs found'),
    instructions: t(
      'Registre qué se observó, dónde y quién lo observó. Use un seudónimo si dar el nombre pone en riesgo. Migración solo sabe que todo traslado queda suspendido.',
      'Record what was observed, where and by whom. Use a pseudonym if the name is a risk. Migration only learns that every transfer is on hold.',
    ),
    by: 'ATU-S',
    when: { all: ['start', { not: FOUND_AT_RECEPTION }] },
    deadline: due(2, 'hours', 'L1', choice('Immediate; two hours as a ceiling')),
    form: [
      must('alias', 'text', 'D1', t('Seudónimo', 'Pseudonym')),
      ask(
        'full-name',
        'text',
        'D1',
        t('Nombre completo, si es seguro anotarlo', 'Full name, if safe to record'),
        { identity: 'name' },
      ),
      ask('birth-date', 'date', 'D1', t('Fecha de nacimiento declarada', 'Stated date of birth'), {
        identity: 'birth-date',
      }),
      ask('nationality', 'text', 'D1', t('Nacionalidad declarada', 'Stated nationality'), {
        identity: 'nationality',
      }),
      must(
        'source-step',
        'text',
        'D6',
        t('Paso o lugar donde se detectó', 'Step or place of detection'),
      ),
      must('indicators', 'long-text', 'D6', t('Indicios', 'Signs')),
      must('detector', 'text', 'D6', t('Quién detectó', 'Who detected')),
      must('handling', 'codes', 'D7', t('Código de atención', 'Handling code'), {
        options: [option('protected-handling', 'Manejo protegido', 'Protected handling')],
      }),
      must(
        'hold-notice',
        'text',
        'D8',
        t('Aviso de traslado suspendido', 'Notice of transfer on hold'),
      ),
    ],
    shares: [
      share(
        'hold',
        'MIG-S',
        ['D7', 'D8'],
        t('Suspender todo traslado', 'Hold every transfer'),
        choice('Only that the transfer is on hold'),
      ),
    ],
    outcomes: [
      outcome('recorded', t('Registrado', 'Recorded'), {
        sets: ['inSendingState'],
      }),
    ],
    basis: [known('CRM guidelines on preliminary identification'), law('MX RLM art. 178')],
  },
  {
    id: 'safety-first',
    kind: 'task',
    stage: 'identification',
    title: t('Medidas inmediatas de seguridad', 'Immediate safety'),
    instructions: t(
      'Ponga a la persona a salvo, lejos de quien la controla y sin detenerla. Mientras no se responda, ningún traslado procede.',
      'Bring the person to safety, away from whoever controls them and without detention. Until this is answered no transfer goes ahead.',
    ),
    by: 'ATU-S',
    when: 'indicator-detected:recorded',
    safeguard: true,
    deadline: due(2, 'hours', 'L3', choice('Immediate; 2 hours as ceiling'), {
      lapse: 'hold-stays',
    }),
    form: [
      must(
        'separated',
        'boolean',
        'D6',
        t('Separada de quien la controla', 'Separated from whoever controls them'),
        { yesFor: ['safe'] },
      ),
      must('not-detained', 'boolean', 'D6', t('No está detenida', 'Not detained'), {
        yesFor: ['safe'],
      }),
      ask(
        'contacts-at-risk',
        'long-text',
        'D6',
        t('Personas cercanas en riesgo', 'Contacts at risk'),
      ),
    ],
    shares: [
      share(
        'hold',
        'MIG-S',
        ['D7', 'D8'],
        t('Mantener suspendido el traslado', 'Keep the transfer on hold'),
        choice('Only that the transfer is on hold'),
        { on: ['safe'] },
      ),
    ],
    outcomes: [
      outcome('safe', t('A salvo', 'Safe'), { sets: ['safetyEnsured'] }),
      outcome('hold-stays', t('Sin respuesta: nada se mueve', 'No answer: nothing moves'), {
        keepsOpen: true,
      }),
    ],
    basis: [law('MX trafficking law art. 3 I')],
  },
  {
    id: 'preliminary-identification',
    kind: 'assessment',
    stage: 'identification',
    title: t('Identificación preliminar', 'Preliminary identification'),
    instructions: t(
      'Una sola entrevista, privada, con intérprete del sexo que la persona elija. Si el plazo vence, la persona queda protegida.',
      'One private interview, with an interpreter of the sex the person chooses. If time runs out, the person is protected.',
    ),
    by: 'ATU-S',
    when: {
      all: [
        'safetyEnsured',
        { not: 'protectionActive' },
        {
          any: [
            'start',
            'preliminary-review:review-asked',
            'appeal-pending:overturned',
            'event:trafficking-indicator',
          ],
        },
      ],
    },
    limit: 4,
    secondPerson: ['no-grounds'],
    safeguard: true,
    deadline: due(48, 'hours', 'L3', choice('Two days; silence protects'), { lapse: 'presumed' }),
    form: [
      must(
        'interview-record',
        'long-text',
        'D6',
        t('Registro de la entrevista', 'Interview record'),
      ),
      must('questionnaire', 'long-text', 'D6', t('Cuestionario', 'Questionnaire')),
      must('interpreter', 'text', 'D6', t('Intérprete elegida o elegido', 'Interpreter chosen')),
    ],
    shares: [
      share(
        'hold',
        'MIG-S',
        ['D8'],
        t('Suspensión: sí o no', 'Hold: yes or no'),
        choice('Only whether the hold stays'),
        { on: ['reasonable-grounds', 'presumed'] },
      ),
    ],
    outcomes: [
      outcome('reasonable-grounds', t('Motivos razonables', 'Reasonable grounds'), {
        sets: ['protectionActive'],
      }),
      outcome('no-grounds', t('Sin motivos', 'No grounds'), { lowers: true }),
      outcome(
        'presumed',
        t('Protegida por falta de respuesta', 'Protected for want of an answer'),
        { sets: ['protectionActive'] },
      ),
    ],
    basis: [law('MX RLM art. 178'), known('CRM guidelines 2013')],
  },
  {
    id: 'presume-minority',
    kind: 'assessment',
    stage: 'identification',
    title: t('Presunción de minoría de edad', 'Benefit of the doubt on age'),
    instructions: t(
      'Ante la duda es niña o niño. Para tenerla por adulta firman las dos instituciones; para la duda basta una. Ningún examen médico es prueba única.',
      'In doubt the person is a child. Both institutions sign for an adult; one is enough for a doubt. No medical test is sole proof.',
    ),
    by: ['ATU-S', 'CPA-S'],
    // The first look. Once somebody said or saw that the person may be a child, the formal procedure takes its place.
    when: { all: ['safety-first:safe', { not: 'event:minority-claim' }] },
    safeguard: true,
    deadline: due(48, 'hours', 'L3', choice('With the preliminary identification'), {
      lapse: 'child-presumed',
    }),
    form: [
      must('age-reasons', 'long-text', 'D6', t('Motivos', 'Reasons')),
      ask('age-documents', 'text', 'D1', t('Documentos vistos', 'Documents seen')),
      must('age-decided-by', 'text', 'D6', t('Quién decidió', 'Who decided')),
    ],
    shares: [
      share(
        'child',
        'CPA-S',
        ['D1'],
        t('Protección de la niñez', 'Child protection'),
        law('MX LM art. 112'),
        { on: ['child', 'doubt', 'child-presumed'] },
      ),
    ],
    outcomes: [
      outcome('adult', t('Persona adulta', 'Adult'), {
        clears: ['bidReturn'],
        sets: ['majorityEstablished'],
        assigns: { isMinor: false },
      }),
      outcome('child', t('Menor de 18 años', 'Under 18'), {
        alone: true,
        assigns: { isMinor: true },
      }),
      outcome('doubt', t('Hay duda: se protege como niña o niño', 'Doubt: protected as a child'), {
        alone: true,
        assigns: { isMinor: true },
      }),
      outcome(
        'child-presumed',
        t('Sin respuesta: se protege como niña o niño', 'No answer: protected as a child'),
        { assigns: { isMinor: true } },
      ),
    ],
    basis: [law('MX trafficking law art. 3 X'), known('CRC GC6 para. 31')],
  },
  {
    id: 'inform-rights',
    kind: 'task',
    stage: 'identification',
    title: t('Información de derechos y opciones', 'Rights and options'),
    instructions: t(
      'Explique en su idioma: permanecer, pedir asilo, retornar, colaborar o no con la justicia. Nada depende de colaborar.',
      'Explain in their language: staying, asylum, return, cooperating with justice or not. Nothing depends on cooperating.',
    ),
    by: ['ATU-S', 'LEGAL'],
    when: {
      all: [
        'protectionActive',
        { not: 'rightsInformed' },
        {
          any: [
            'presume-minority:adult',
            'presume-minority:child',
            'presume-minority:doubt',
            'presume-minority:child-presumed',
            'event:minority-claim',
          ],
        },
      ],
    },
    requires: ['protectionActive'],
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('A day after protection begins')),
    form: [
      must('language', 'text', 'D1', t('Idioma', 'Language')),
      must('options-explained', 'codes', 'D6', t('Opciones explicadas', 'Options explained'), {
        options: [
          option('stay', 'Permanecer', 'Staying'),
          option('asylum', 'Asilo', 'Asylum'),
          option('return', 'Retornar', 'Return'),
          option('justice', 'Colaborar o no con la justicia', 'Cooperating with justice or not'),
        ],
      }),
    ],
    outcomes: [
      outcome('informed', t('Persona informada', 'Person informed'), { sets: ['rightsInformed'] }),
    ],
    basis: [known('Palermo Protocol art. 6'), law('MX LGPSEDMTP')],
  },
];

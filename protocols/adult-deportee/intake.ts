import { POSSIBLY_STATELESS } from '../shared/papers.js';
import { ACCOUNT, SPECIAL_NEEDS, TO_UNIT_SENDING } from '../shared/screening.js';
import { choice, law, option, t } from '../shared/texts.js';
import { AGE_BANDS } from './codes.js';
import {
  type AdultStep,
  ask,
  CONSULATE_SUPPRESSED,
  due,
  EVERYTHING,
  must,
  outcome,
  PRESENTED,
  share,
} from './pieces.js';

/** Steps 1 to 5: from being put at disposal to the individual interview. */
export const intake: readonly AdultStep[] = [
  {
    id: 'apprehension-record',
    kind: 'task',
    stage: 'intake',
    title: t('Puesta a disposición y registro', 'Record of disposal'),
    instructions: t(
      'Registre a la persona y emita o niegue el acuerdo de presentación. Si pasan 24 horas sin acuerdo, la persona queda en libertad.',
      'Record the person and issue or refuse the presentation order. After 24 hours without an order the person is released.',
    ),
    by: 'MIG-S',
    when: { all: ['start', { attribute: 'entry', is: 'apprehension-record' }] },
    requires: ['inSendingState'],
    deadline: due(24, 'hours', 'L3', law('MX LM art. 100; 36 h at most, art. 68'), {
      from: 'start',
      lapse: 'not-ordered',
    }),
    form: [
      must('full-name', 'text', 'D1', t('Nombre completo', 'Full name'), { identity: 'name' }),
      ask('birth-date', 'date', 'D1', t('Fecha de nacimiento', 'Date of birth'), {
        identity: 'birth-date',
      }),
      must('nationality', 'text', 'D1', t('Nacionalidad declarada', 'Declared nationality'), {
        identity: 'nationality',
      }),
      ask('document-number', 'text', 'D1', t('Número de documento', 'Document number'), {
        identity: 'document-number',
      }),
      must('language', 'text', 'D1', t('Idioma que comprende', 'Language understood')),
      ask('companions', 'long-text', 'D4', t('Familiares que la acompañan', 'Relatives present')),
      must('family-group', 'boolean', 'D4', t('¿Está con su familia?', 'Is family present?'), {
        assigns: 'familyGroup',
      }),
      must('place', 'text', 'D2', t('Lugar', 'Place')),
      must('time', 'instant', 'D8', t('Fecha y hora', 'Date and time')),
      must('authority', 'text', 'D8', t('Autoridad que pone a disposición', 'Handing authority')),
      must('cause', 'text', 'D8', t('Causa', 'Cause')),
      must('age-band', 'code', 'D13', t('Grupo de edad', 'Age band'), {
        assigns: 'ageBand',
        options: AGE_BANDS,
      }),
    ],
    shares: [
      share(
        'count',
        'MON',
        ['D13'],
        t('Cifras de personas presentadas', 'Count of persons presented'),
        law('MX LM art. 144'),
      ),
    ],
    outcomes: [
      outcome('ordered', t('Acuerdo de presentación', 'Presentation ordered')),
      outcome('not-ordered', t('Sin acuerdo: en libertad', 'Not ordered: released'), {
        ends: 'released',
      }),
    ],
    basis: [law('MX LM arts. 68, 100, 144')],
  },
  {
    id: 'inform-rights',
    kind: 'task',
    stage: 'intake',
    title: t('Información de derechos', 'Rights information'),
    instructions: t(
      'Informe por escrito y en el idioma de la persona: asilo, regularización, consulado, recursos y retorno asistido.',
      "Inform in writing and in the person's language: asylum, regularisation, consulate, remedies and assisted return.",
    ),
    by: 'MIG-S',
    when: PRESENTED,
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('On arrival by LM art. 69; 24 h as ceiling')),
    form: [
      must('topics', 'codes', 'D8', t('Temas explicados', 'Topics explained'), {
        options: [
          option('asylum', 'Asilo', 'Asylum'),
          option('regularisation', 'Regularización', 'Regularisation'),
          option('consulate', 'Consulado', 'Consulate'),
          option('remedies', 'Recursos', 'Remedies'),
          option('assisted-return', 'Retorno asistido', 'Assisted return'),
        ],
      }),
      must('written', 'boolean', 'D8', t('Entregado por escrito', 'Handed over in writing'), {
        yesFor: ['informed'],
      }),
    ],
    outcomes: [
      outcome('informed', t('Persona informada', 'Person informed'), { sets: ['rightsInformed'] }),
    ],
    basis: [law('MX LM arts. 69, 109')],
  },
  {
    id: 'consular-notification',
    kind: 'notice',
    stage: 'intake',
    title: t('Notificación consular', 'Consular notice'),
    instructions: t(
      'Avise al consulado de inmediato, salvo que la persona pida o pueda pedir asilo o requiera manejo protegido: entonces deje constancia de que no se avisó.',
      'Notify the consulate at once, unless the person asks or may ask for asylum or needs protected handling: then record that no notice was sent.',
    ),
    by: 'MIG-S',
    when: 'inform-rights:informed',
    requires: ['consularContactAllowed'],
    effects: ['discloses-identity'],
    secondPerson: ['sent'],
    deadline: due(
      60,
      'minutes',
      'L1',
      law('MX LM art. 69 IV: immediate; VCCR art. 36(1)(b); read as one hour'),
    ),
    form: [
      must('person-wish', 'text', 'D6', t('Deseo de la persona', "The person's wish")),
      ask(
        'protection-ruled-out',
        'boolean',
        'D6',
        t(
          'La persona no pide ni parece necesitar asilo ni manejo protegido',
          'No asylum claim or need, no protected handling',
        ),
        { required: ['sent'], yesFor: ['sent'] },
      ),
      ask(
        'visiting-place',
        'text',
        'D10',
        t('Lugar donde puede ser visitada', 'Place for visits'),
        { required: ['sent'] },
      ),
      ask('receipt', 'text', 'D8', t('Acuse del consulado', 'Receipt of the consulate')),
      ask(
        'suppression-reason',
        'long-text',
        'D6',
        t('Razón para no avisar', 'Reason for no notice'),
        { required: ['suppressed'] },
      ),
    ],
    shares: [
      share(
        'consulate',
        'CON',
        ['D1', 'D8', 'D10'],
        t('Protección consular', 'Consular protection'),
        law('MX LM art. 69 IV; VCCR art. 36'),
        { on: ['sent'], unless: CONSULATE_SUPPRESSED },
      ),
    ],
    outcomes: [
      outcome('sent', t('Aviso enviado', 'Notice sent')),
      outcome('suppressed', t('No se avisó, por protección', 'Not sent, for protection'), {
        despiteMissing: true,
      }),
    ],
    basis: [law('MX LM art. 69 IV'), law('VCCR art. 36(1)(b)-(c)'), law('MX LRPCAP art. 21')],
  },
  {
    id: 'legal-assistance',
    kind: 'task',
    stage: 'intake',
    title: t('Asesoría legal e intérprete', 'Counsel and interpreter'),
    instructions: t(
      'Nombre a quien asesora y a quien interpreta, o reciba la renuncia por escrito de la persona. El silencio no cuenta como renuncia.',
      "Appoint counsel and interpreter, or take the person's written refusal. Silence is no refusal.",
    ),
    by: 'LEGAL',
    when: 'inform-rights:informed',
    deadline: due(48, 'hours', 'L1', choice('Counsel before the interview results are used')),
    form: [
      ask('counsel', 'text', 'D8', t('Nombre de la asesoría', 'Name of counsel'), {
        required: ['appointed'],
      }),
      ask('interpreter', 'text', 'D8', t('Intérprete e idioma', 'Interpreter and language')),
      ask('refusal', 'boolean', 'D8', t('Renuncia firmada', 'Signed refusal'), {
        required: ['declined'],
        yesFor: ['declined'],
      }),
    ],
    outcomes: [
      outcome('appointed', t('Asesoría nombrada', 'Counsel appointed'), {
        sets: ['counselSettled'],
      }),
      outcome('declined', t('Renuncia por escrito', 'Declined in writing'), {
        sets: ['counselSettled'],
      }),
    ],
    basis: [law('MX LM arts. 70, 109 V-VI, 122')],
  },
  {
    id: 'individual-screening',
    kind: 'assessment',
    stage: 'intake',
    title: t('Entrevista individual y detección de perfiles', 'Individual screening'),
    instructions: t(
      'Una persona, una entrevista, en privado, a cargo de una oficial de protección. Razone cada criterio; sin respuesta nada avanza hacia la salida.',
      'One person, one interview, in private, by a protection officer. Reason each criterion; without an answer nothing moves towards departure.',
    ),
    by: 'MIG-S',
    when: 'inform-rights:informed',
    requires: ['rightsInformed', 'personPresent', 'inSendingState'],
    safeguard: true,
    deadline: due(
      48,
      'hours',
      'L2',
      choice('48 h from the record, sized on TVPRA 2008 s. 235(a)(4)'),
      {
        from: { after: 'apprehension-record:ordered' },
      },
    ),
    form: [
      ACCOUNT,
      ask('need-codes', 'codes', 'D7', SPECIAL_NEEDS.title, {
        hint: SPECIAL_NEEDS.hint,
        options: SPECIAL_NEEDS.options,
      }),
    ],
    shares: [
      share(
        'asylum',
        'ASY',
        ['D1', 'D6', 'D8'],
        t('Solicitud de asilo', 'Asylum claim'),
        law('MX LRPCAP art. 21'),
        { on: ['asylum'] },
      ),
      TO_UNIT_SENDING,
      share(
        'child',
        'CPA-S',
        ['D1', 'D4', 'D7'],
        t('Protección de la niñez', 'Child protection'),
        law('MX LM art. 112'),
        { on: ['minor-or-doubt'] },
      ),
      share(
        'health',
        'HEA-S',
        ['D1'],
        t('Atención médica', 'Medical care'),
        law('MX LM art. 111 IV'),
        { on: ['illness'] },
      ),
    ],
    outcomes: [
      outcome('none', t('Sin perfil especial', 'No special profile')),
      outcome('minor-or-doubt', t('Menor de 18 años o duda', 'Under 18 or in doubt'), {
        clears: EVERYTHING,
        continues: { protocol: 'unaccompanied-minor', entry: 'presume-minority' },
      }),
      outcome('protected-handling', t('Requiere manejo protegido', 'Needs protected handling'), {
        clears: [...EVERYTHING, 'consularContactAllowed'],
        continues: { protocol: 'trafficking-victim', entry: 'indicator-detected' },
      }),
      outcome('asylum', t('Pide o puede pedir asilo', 'Asks or may ask for asylum'), {
        clears: ['noAsylumPending', 'consularContactAllowed', 'nonRefoulementClear'],
      }),
      outcome(
        'serious-crime',
        t('Víctima o testigo de delito grave', 'Victim or witness of serious crime'),
      ),
      outcome('wants-return', t('Quiere volver a su país', 'Wants to go home')),
      outcome('regularisable', t('Puede regularizarse', 'May be regularised')),
      outcome('illness', t('Requiere atención de salud', 'Needs health care'), {
        clears: ['noMedicalHold'],
      }),
      POSSIBLY_STATELESS,
      outcome('family-linked', t('Se vincula con su familia', 'Linked with family')),
    ],
    basis: [
      law('CRM guidelines 2013'),
      law('MX LM arts. 113, 120, 132-133'),
      law('A/HRC/38/41 para. 86'),
    ],
  },
];

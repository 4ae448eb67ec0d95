import * as paper from '../shared/papers.js';
import { choice, comparator, law, span, t } from '../shared/texts.js';
import {
  type AdultStep,
  ask,
  CONSULATE_SUPPRESSED,
  due,
  must,
  outcome,
  PREPARATION_NEEDS,
  share,
  TRANSFER_READY,
} from './pieces.js';

const NATIONALITY_NEEDS = [
  ...PREPARATION_NEEDS,
  'familyUnityOk',
  'consularContactAllowed',
] as const;

const DOCUMENT_WANTED = [
  'inSendingState',
  'familyUnityOk',
  'identityConfirmed',
  { not: 'travelDocValid' },
] as const;
const DOCUMENT_VALIDITY = { fact: 'travelDocValid', validFor: span(6, 'months') } as const;

const documentForm: AdultStep['form'] = [
  ask(
    'document-reference',
    'text',
    'D1',
    t('Número del documento de viaje', 'Travel document number'),
    { required: ['issued'] },
  ),
  paper.VALID_UNTIL,
  ask('signed-electronically', 'boolean', 'D10', t('Firma electrónica', 'Electronic signature')),
];

const documentShares: NonNullable<AdultStep['shares']> = [
  share(
    'document',
    'MIG-S',
    ['D1', 'D10'],
    t('Documento de viaje', 'Travel document'),
    choice('Practice of readmission case management systems'),
    { on: ['issued'] },
  ),
];

/** Step 16, and the clearance that follows a valid document. */
export const documents: readonly AdultStep[] = [
  {
    ...paper.TRAVEL_DOCUMENT,
    title: t('Documento de viaje', 'Emergency travel document'),
    instructions: t(
      'Expida el documento, vigente seis meses. Callar solo vale como conformidad si el acuerdo lo dice, y aun así otra persona expide y firma el documento estándar.',
      'Issue the document, valid six months. Silence counts as agreement only where the agreement says so, and even then a person issues and signs the standard document.',
    ),
    when: { all: [...DOCUMENT_WANTED, paper.REPRESENTED] },
    requires: [...NATIONALITY_NEEDS, 'identityConfirmed'],
    limit: 6,
    deadline: due(
      5,
      'working-days',
      'L5',
      comparator('3 working days in EU-Turkey 2014; deemed effect only by agreement'),
      {
        lapse: 'deemed-agreed',
        lapseIf: { attribute: 'agreementSilence', is: 'acceptance' },
      },
    ),
    form: documentForm,
    shares: [
      ...documentShares,
      { ...paper.TO_MINISTRY, on: ['no-representation'], unless: CONSULATE_SUPPRESSED },
    ],
    outcomes: [
      paper.issued(DOCUMENT_VALIDITY),
      paper.NO_REPRESENTATION,
      outcome('deemed-agreed', t('Conformidad según el acuerdo', 'Agreement deemed by treaty'), {
        bySilence: true,
      }),
      outcome('refused', t('No se expide', 'Refused'), {
        despiteMissing: true,
        clears: ['travelDocValid'],
      }),
    ],
    basis: [choice('Practice of readmission case management systems')],
  },
  {
    ...paper.DOCUMENT_RELAY,
    title: t(
      'Documento de viaje por la cancillería',
      'Travel document through the foreign ministry',
    ),
    instructions: t(
      'Tramite y registre el documento cuando no hay representación en el país.',
      'Arrange and register the document where there is no representation in the country.',
    ),
    when: {
      any: [
        'travel-document:no-representation',
        { all: [...DOCUMENT_WANTED, paper.UNREPRESENTED] },
      ],
    },
    requires: [...NATIONALITY_NEEDS, 'identityConfirmed'],
    limit: 3,
    deadline: paper.TWICE_THE_CONSULATE,
    form: documentForm,
    shares: documentShares,
    outcomes: [paper.issued(DOCUMENT_VALIDITY), paper.UNAVAILABLE],
  },
  {
    id: 'standard-document',
    kind: 'document',
    stage: 'preparation',
    title: t('Documento estándar del acuerdo', 'Standard document of the agreement'),
    instructions: t(
      'Compruebe que el acuerdo lo permite y expida, con firma, el documento estándar.',
      'Check that the agreement allows it and issue the standard document under signature.',
    ),
    by: 'MIG-S',
    when: 'travel-document:deemed-agreed',
    requires: [...NATIONALITY_NEEDS, 'identityConfirmed'],
    effects: ['issues-document'],
    safeguard: true,
    deadline: due(3, 'working-days', 'L2', comparator('EU-Turkey 2014: 3 working days')),
    form: documentForm,
    outcomes: [
      paper.issued(DOCUMENT_VALIDITY),
      outcome('refused', t('El acuerdo no lo permite', 'The agreement does not allow it')),
    ],
    basis: [comparator('EU-Turkey readmission agreement 2014')],
  },
  {
    id: 'individual-clearance',
    kind: 'approval',
    stage: 'preparation',
    title: t('Visto bueno individual', 'Individual clearance'),
    instructions: t(
      'Revise el expediente de esta persona antes de incluirla en una lista. Nadie entra en una lista por grupo ni por silencio.',
      "Review this person's file before they are put on a list. Nobody gets on a list as a group or by silence.",
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        'familyUnityOk',
        'identityConfirmed',
        'travelDocValid',
        {
          any: [
            'start',
            'pre-departure-check:not-cleared',
            'manifest-proposal:not-sent',
            'exhausted:manifest-correction',
          ],
        },
      ],
    },
    requires: [...PREPARATION_NEEDS, 'familyUnityOk', 'identityConfirmed', 'travelDocValid'],
    clearsAtOpening: TRANSFER_READY,
    limit: 12,
    safeguard: true,
    deadline: due(2, 'working-days', 'L2', choice('A review of a complete file')),
    form: [
      must('clearance-note', 'long-text', 'D8', t('Revisión del expediente', 'Review of the file')),
    ],
    outcomes: [
      outcome('cleared', t('Puede incluirse en una lista', 'May be listed'), {
        sets: ['individuallyCleared'],
      }),
      outcome('recheck-family', t('Revisar la familia', 'Check the family again'), {
        despiteMissing: true,
        clears: ['familyUnityOk'],
      }),
      outcome('recheck-identity', t('Revisar la identidad', 'Check identity again'), {
        despiteMissing: true,
        clears: ['identityConfirmed', 'travelDocValid'],
      }),
      outcome('reassess', t('Evaluar de nuevo a la persona', 'Assess the person again'), {
        despiteMissing: true,
        clears: ['individualAssessed', 'nonRefoulementClear'],
      }),
    ],
    basis: [law('ICRMW art. 22(1)')],
  },
];

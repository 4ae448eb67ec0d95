import * as paper from '../shared/papers.js';
import { choice, comparator, law, span, t } from '../shared/texts.js';
import {
  ask,
  BASE,
  due,
  must,
  outcome,
  PREPARATION_NEEDS,
  REASONS,
  record,
  STOPPED,
  share,
  type VoluntaryStep,
} from './pieces.js';

const CLEARED = ['inSendingState', 'consentGiven', 'hostCleared'] as const;
const NEEDS = [...PREPARATION_NEEDS, 'consularContactAgreed'] as const;
const DOCUMENT = { fact: 'travelDocValid', validFor: span(6, 'months') } as const;

const documentForm: VoluntaryStep['form'] = [
  ask('document-reference', 'text', 'D1', t('Número del documento', 'Document number'), {
    required: ['issued'],
  }),
  paper.VALID_UNTIL,
  ask('document-kind', 'text', 'D10', t('Tipo de documento', 'Kind of document'), {
    required: ['issued'],
  }),
];

const documentShares: VoluntaryStep['shares'] = [
  share(
    'provider',
    'IOM',
    ['D1', 'D10'],
    t('Documento de viaje', 'Travel document'),
    law('GCM objective 21(c)'),
    { on: ['issued'] },
  ),
];

const issued = outcome('issued', t('Expedido', 'Issued'), {
  sets: ['identityConfirmed', DOCUMENT],
});

const toConsulate = (id: string, on: readonly string[]) =>
  share(id, 'CON', ['D1'], t('Documento de viaje', 'Travel document'), law('GCM objective 21(c)'), {
    on,
    restsOn: 'consulate',
  });

/** Step 10 with its consent, its loop and its ways out. */
export const documents: readonly VoluntaryStep[] = [
  {
    id: 'document-check',
    kind: 'task',
    stage: 'preparation',
    title: t('Papeles y acuerdo para acudir al consulado', 'Papers and consent to the consulate'),
    instructions: t(
      'Revise los papeles de la persona. Si hace falta el consulado, explique qué se le envía (solo identidad) y anote su consentimiento expreso.',
      "Look at the person's papers. If the consulate is needed, explain what is sent (identity only) and record the express consent.",
    ),
    by: 'IOM',
    when: {
      all: [
        ...CLEARED,
        { not: 'travelDocValid' },
        {
          any: [
            'start',
            'document-alternatives:ask-again',
            'statelessness-branch:not-stateless',
            'event:withdrawn-consulate',
          ],
        },
      ],
    },
    requires: PREPARATION_NEEDS,
    effects: ['discloses-identity'],
    clearsAtOpening: ['consularContactAgreed'],
    limit: 8,
    secondPerson: ['consulate-agreed'],
    deadline: due(3, 'working-days', 'L1', choice('So that the consulate can begin early')),
    form: [
      ask(
        'document-number',
        'text',
        'D1',
        t('Documento vigente que tiene', 'Valid document held'),
        { required: ['own-papers'] },
      ),
      { ...paper.VALID_UNTIL, id: 'own-valid-until', required: ['own-papers'] },
      ...record('consulate-agreed'),
    ],
    consent: [
      { purpose: 'consulate', gives: ['consulate-agreed'], refuses: ['consulate-declined'] },
    ],
    shares: [toConsulate('consulate', ['consulate-agreed'])],
    outcomes: [
      outcome('consulate-agreed', t('Consiente acudir al consulado', 'Agrees to the consulate'), {
        sets: ['consularContactAgreed', 'consulateTold'],
      }),
      outcome('own-papers', t('Tiene documento vigente', 'Holds a valid document'), {
        sets: ['identityConfirmed', DOCUMENT],
      }),
      outcome(
        'consulate-declined',
        t('Sin papeles y sin contacto consular', 'No papers and no consular contact'),
      ),
    ],
    basis: [law('GCM objective 21(c)-(d)'), law('MX LRPCAP art. 21')],
  },
  {
    id: 'nationality-and-documents',
    kind: 'document',
    stage: 'preparation',
    title: t('Nacionalidad y documento de viaje', 'Nationality and travel document'),
    instructions: t(
      'Confirme la nacionalidad y expida el documento, o pida más información (hasta tres veces; el plazo se detiene). El documento no lleva marcas del caso.',
      'Confirm nationality and issue the document, or ask for more information (up to three times; the clock stops). The document carries no mark of the case.',
    ),
    by: 'CON',
    when: {
      all: [
        ...CLEARED,
        'consularContactAgreed',
        { not: 'travelDocValid' },
        { any: ['document-check:consulate-agreed', 'document-information:supplied'] },
        paper.REPRESENTED,
      ],
    },
    requires: NEEDS,
    effects: ['discloses-identity', 'issues-document'],
    limit: 20,
    deadline: due(10, 'working-days', 'L1', comparator('3 to 14 days in EU agreements')),
    form: [...documentForm, paper.informationAsked('long-text')],
    shares: documentShares,
    outcomes: [
      issued,
      paper.RFI,
      outcome('no-representation', t('No hay consulado que expida', 'No representation to issue')),
      outcome('refused', t('No se expide', 'Refused'), {
        despiteMissing: true,
        clears: ['identityConfirmed', 'travelDocValid'],
      }),
    ],
    basis: [law('GCM objective 21(c)')],
  },
  {
    ...paper.FURTHER_INFORMATION,
    id: 'document-information',
    stage: 'preparation',
    title: t('Información adicional para el consulado', 'Further information for the consulate'),
    instructions: t(
      'Reúna con la persona lo que pide el consulado. Hay tres rondas.',
      'Gather with the person what the consulate asks for. There are three rounds.',
    ),
    by: 'IOM',
    when: 'nationality-and-documents:rfi',
    requires: NEEDS,
    deadline: paper.PER_ROUND,
    form: [
      ...paper.IDENTITY_SUPPLIED,
      must('information-supplied', 'long-text', 'D1', t('Información enviada', 'Supplied')),
    ],
    shares: [toConsulate('consulate', ['supplied'])],
  },
  {
    ...paper.DOCUMENT_RELAY,
    title: t('Documento por la cancillería', 'Document through the foreign ministry'),
    instructions: t(
      'Tramite y registre el documento cuando no hay representación en el país.',
      'Arrange and register the document where there is no representation in the country.',
    ),
    when: {
      any: [
        'nationality-and-documents:no-representation',
        {
          all: [
            ...CLEARED,
            'consularContactAgreed',
            { not: 'travelDocValid' },
            'document-check:consulate-agreed',
            paper.UNREPRESENTED,
          ],
        },
      ],
    },
    requires: NEEDS,
    effects: ['discloses-identity', 'issues-document'],
    limit: 6,
    deadline: due(10, 'working-days', 'L1', choice('As the consulate')),
    form: documentForm,
    shares: documentShares,
    outcomes: [issued, paper.UNAVAILABLE],
  },
  {
    id: 'document-alternatives',
    kind: 'approval',
    stage: 'preparation',
    title: t('Qué hacer sin documento de viaje', 'What to do without a travel document'),
    instructions: t(
      'Decida con la persona: intentarlo de nuevo, tratarlo como posible apatridia o quedarse.',
      'Decide with the person: try again, treat as possible statelessness, or stay.',
    ),
    by: 'RECTOR',
    when: {
      any: [
        'document-check:consulate-declined',
        'nationality-and-documents:refused',
        'document-relay:unavailable',
        'exhausted:document-information',
        'exhausted:nationality-and-documents',
        'exhausted:document-relay',
      ],
    },
    requires: BASE,
    limit: 6,
    deadline: due(5, 'working-days', 'L1', choice('Within the four weeks of preparation')),
    form: [REASONS],
    outcomes: [
      outcome('ask-again', t('Intentarlo de nuevo', 'Try again'), {
        clears: ['identityConfirmed', 'travelDocValid'],
      }),
      paper.POSSIBLY_STATELESS,
      outcome('stay', t('Vía de permanencia', 'Way to stay'), STOPPED),
    ],
  },
  {
    ...paper.STATELESSNESS,
    instructions: t(
      'Determine si ningún Estado reconoce a la persona; si es así, se queda.',
      'Determine whether no State recognises the person; if so, they stay.',
    ),
    when: 'document-alternatives:possible-statelessness',
    requires: BASE,
    limit: 6,
    form: [REASONS],
    outcomes: [paper.NOT_STATELESS, paper.STATELESS],
  },
];

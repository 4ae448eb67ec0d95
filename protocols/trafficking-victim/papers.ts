import * as paper from '../shared/papers.js';
import { choice, law, span, t } from '../shared/texts.js';
import { ORIGIN_SUPPRESSED, PREPARATION_NEEDS } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, share } from './pieces.js';

const DOCUMENT_NEEDS = [...PREPARATION_NEEDS, 'identityConfirmed'] as const;
const DOCUMENT_WANTED = [
  'inSendingState',
  'returnDecided',
  'identityConfirmed',
  { not: 'travelDocValid' },
] as const;
const AUTHORISED = choice('Authorised by the person');
const DOCUMENT_VALIDITY = { fact: 'travelDocValid', validFor: span(6, 'months') } as const;

const documentForm: ProtectedStep['form'] = [
  ask(
    'document-number',
    'text',
    'D1',
    t('Número del documento de viaje', 'Travel document number'),
    { required: ['issued'] },
  ),
  paper.VALID_UNTIL,
  ask(
    'plain-document',
    'boolean',
    'D10',
    t('Documento ordinario, sin anotaciones', 'Ordinary document without notes'),
    { required: ['issued'], yesFor: ['issued'] },
  ),
];

const documentShares: ProtectedStep['shares'] = [
  share(
    'document',
    'IOM',
    ['D1'],
    t('Documento de viaje', 'Travel document'),
    choice('Who organises the journey carries it'),
    { on: ['issued'] },
  ),
];

/** Steps 18 and 19: nationality and an ordinary travel document. The consulate is never told why. */
export const papers: readonly ProtectedStep[] = [
  {
    id: 'nationality-request',
    kind: 'share',
    stage: 'preparation',
    title: t('Solicitud de verificación de nacionalidad', 'Request to verify nationality'),
    instructions: t(
      'Envíe solo la identidad, como en cualquier trámite consular.',
      'Send identity only, as in any consular matter.',
    ),
    by: 'ATU-S',
    when: {
      all: [
        'inSendingState',
        'returnDecided',
        { not: 'identityConfirmed' },
        { any: ['start', 'nationality-alternatives:other-state'] },
      ],
    },
    requires: PREPARATION_NEEDS,
    effects: ['discloses-identity'],
    secondPerson: ['sent'],
    deadline: paper.COMPLETE_FILE,
    form: [
      must('identity-evidence', 'text', 'D1', t('Prueba de identidad', 'Evidence of identity')),
    ],
    shares: [
      {
        ...paper.VERIFY_NATIONALITY,
        ground: AUTHORISED,
        unless: ORIGIN_SUPPRESSED,
        restsOn: 'disclosure',
      },
    ],
    outcomes: [outcome('sent', t('Enviada', 'Sent'))],
    basis: [law('Palermo Protocol art. 8(3)')],
  },
  {
    ...paper.NATIONALITY_VERIFICATION,
    instructions: t(
      'Confirme o niegue la nacionalidad, o pida información (hasta tres veces). El silencio no confirma nada.',
      'Confirm or deny nationality, or ask for information (up to three times). Silence confirms nothing.',
    ),
    when: {
      all: [
        'returnDecided',
        { not: 'identityConfirmed' },
        { any: ['nationality-request:sent', 'nationality-information:supplied'] },
      ],
    },
    requires: PREPARATION_NEEDS,
    effects: ['discloses-identity'],
    deadline: due(10, 'working-days', 'L2', choice('10 working days; without undue delay')),
    form: [paper.informationAsked('text'), paper.denialReason('text')],
    shares: [
      share('result', 'ATU-S', ['D1'], t('Resultado', 'Result'), choice('Who asked must know')),
    ],
    outcomes: [
      outcome('confirmed', t('Confirmada', 'Confirmed'), { sets: ['identityConfirmed'] }),
      paper.RFI,
      paper.DENIED,
    ],
  },
  {
    ...paper.FURTHER_INFORMATION,
    id: 'nationality-information',
    stage: 'preparation',
    title: t('Información adicional', 'Further information'),
    instructions: t(
      'Envíe solo lo que identifica. Hay tres rondas.',
      'Send only what identifies. There are three rounds.',
    ),
    by: 'ATU-S',
    when: 'nationality-verification:rfi',
    requires: PREPARATION_NEEDS,
    deadline: paper.PER_ROUND,
    form: [...paper.IDENTITY_SUPPLIED, paper.informationSupplied('text')],
    shares: [
      {
        ...paper.VERIFY_NATIONALITY,
        ground: AUTHORISED,
        unless: ORIGIN_SUPPRESSED,
        restsOn: 'disclosure',
      },
    ],
  },
  {
    ...paper.NATIONALITY_ALTERNATIVES,
    title: t(
      'Qué hacer sin nacionalidad o documento',
      'What to do without nationality or document',
    ),
    instructions: t(
      'Decida: otro Estado, posible apatridia o alternativas al retorno.',
      'Decide: another State, possible statelessness, or alternatives to return.',
    ),
    when: {
      any: [
        'nationality-verification:denied',
        'travel-document:refused',
        'document-relay:unavailable',
        'exhausted:nationality-information',
        'exhausted:document-relay',
      ],
    },
    deadline: due(5, 'working-days', 'L1', choice('A week; the person waits')),
    outcomes: [
      outcome(
        'other-state',
        t('Preguntar de nuevo o a otro Estado', 'Ask again or another State'),
        { clears: ['identityConfirmed', 'travelDocValid'] },
      ),
      paper.POSSIBLY_STATELESS,
      outcome('alternatives', t('Buscar alternativas', 'Seek alternatives'), {
        clears: ['returnOpen'],
      }),
    ],
  },
  {
    ...paper.STATELESSNESS,
    instructions: t(
      'Determine si algún Estado reconoce a la persona.',
      'Determine whether any State recognises the person.',
    ),
    when: 'nationality-alternatives:possible-statelessness',
    requires: ['inSendingState', 'personPresent'],
    form: [must('statelessness-finding', 'text', 'D8', t('Resultado', 'Result'))],
    outcomes: [
      paper.STATELESS,
      outcome(
        'not-stateless',
        t('Tiene nacionalidad: buscar alternativas', 'Has a nationality: seek alternatives'),
        { clears: ['returnOpen'] },
      ),
    ],
  },
  {
    ...paper.TRAVEL_DOCUMENT,
    title: t('Documento de viaje sin marcas', 'Unmarked travel document'),
    instructions: t(
      'Expida un documento ordinario, vigente seis meses, sin anotación.',
      'Issue an ordinary document, valid six months, without any note.',
    ),
    when: { all: [...DOCUMENT_WANTED, paper.REPRESENTED] },
    requires: DOCUMENT_NEEDS,
    deadline: due(5, 'working-days', 'L1', choice('A week; three working days in EU-Turkey 2014')),
    form: documentForm,
    shares: documentShares,
    outcomes: [
      paper.issued(DOCUMENT_VALIDITY),
      paper.NO_REPRESENTATION,
      outcome('refused', t('No se expide', 'Refused'), { despiteMissing: true }),
    ],
  },
  {
    ...paper.DOCUMENT_RELAY,
    title: t(
      'Documento de viaje por la cancillería',
      'Travel document through the foreign ministry',
    ),
    instructions: t(
      'Tramite un documento ordinario donde no hay representación.',
      'Arrange an ordinary document where there is no representation.',
    ),
    when: {
      any: [
        'travel-document:no-representation',
        { all: [...DOCUMENT_WANTED, paper.UNREPRESENTED] },
      ],
    },
    requires: DOCUMENT_NEEDS,
    limit: 3,
    deadline: paper.TWICE_THE_CONSULATE,
    form: documentForm,
    shares: documentShares,
    outcomes: [
      paper.issued(DOCUMENT_VALIDITY),
      outcome('unavailable', t('No es posible', 'Cannot be issued'), { despiteMissing: true }),
    ],
  },
];

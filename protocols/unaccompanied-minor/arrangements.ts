import { ESCORT_ASSIGNMENT, ESCORT_TO_COUNTERPART, ESCORT_TRAINING } from '../shared/journey.js';
import { choice, law, option, span, t } from '../shared/texts.js';
import { CONSULATE_SUPPRESSED, HERE, JOURNEY, OFF, PREPARATION_NEEDS, READY } from './needs.js';
import { ask, due, type MinorStep, must, outcome, share } from './pieces.js';

/** Steps 29 to 32. The date comes first in time: reception and escort are asked for a date. */
export const arrangements: readonly MinorStep[] = [
  {
    id: 'reception-confirmation',
    kind: 'approval',
    stage: 'transfer',
    title: t('Confirmación de recepción', 'Reception confirmed'),
    by: 'CPA-R',
    when: { all: [HERE, 'windowValid', { not: 'receptionConfirmed' }] },
    requires: [...PREPARATION_NEEDS, 'windowValid'],
    safeguard: true,
    deadline: due(
      48,
      'hours',
      'L2',
      choice('Two days to answer, asked five working days before; MX LM art. 112 III: enough time'),
    ),
    form: [
      ask(
        'reception-officer',
        'text',
        'D10',
        t('Persona que recibe y teléfono', 'Named officer and phone'),
        { required: ['confirmed'] },
      ),
      ask('reception-place', 'text', 'D10', t('Lugar', 'Place'), { required: ['confirmed'] }),
      ask('carer-present', 'boolean', 'D4', t('Estará quien cuida', 'The carer will be there'), {
        required: ['confirmed'],
      }),
    ],
    shares: [
      share(
        'protection',
        'CPA-S',
        ['D4', 'D10'],
        t('Saber quién recibe', 'Know who receives'),
        law('MX LM art. 112 III'),
        { on: ['confirmed'] },
      ),
    ],
    outcomes: [
      outcome('confirmed', t('Confirmada', 'Confirmed'), { sets: ['receptionConfirmed'] }),
      outcome('not-ready', t('Todavía no: otra fecha', 'Not ready: another date'), OFF),
    ],
    basis: [law('MX LM art. 112 III'), law('GCM objective 21(g)')],
  },
  {
    ...ESCORT_ASSIGNMENT,
    title: t('Asignación de acompañante', 'Escort'),
    instructions: t(
      'Una persona especializada para todo el trayecto: una por cada menor de 6 años, una por cada cuatro en los demás casos.',
      'A specialised person for the whole way: one for each child under 6, one for each four otherwise.',
    ),
    when: { all: [HERE, 'windowValid', { not: 'escortAssigned' }] },
    requires: [...PREPARATION_NEEDS, 'windowValid'],
    form: [
      must('escort-id', 'text', 'D10', t('Acompañante', 'Escort')),
      ESCORT_TRAINING,
      must(
        'escort-ratio',
        'number',
        'D10',
        t('Niñas y niños por acompañante', 'Children per escort'),
        { min: 1, max: 4 },
      ),
      must(
        'escort-sex-option',
        'boolean',
        'D10',
        t('Se ofreció del mismo sexo', 'Same-sex option offered'),
        { yesFor: ['assigned'] },
      ),
    ],
    shares: [
      ESCORT_TO_COUNTERPART,
      share(
        'consulate',
        'CON',
        ['D10'],
        t('Saber quién acompaña', 'Know who escorts'),
        law('GCM objective 21(g)'),
        { unless: CONSULATE_SUPPRESSED },
      ),
    ],
    outcomes: [
      outcome('assigned', t('Asignada o asignado', 'Assigned'), { sets: ['escortAssigned'] }),
    ],
  },
  {
    id: 'fit-to-travel',
    kind: 'assessment',
    stage: 'transfer',
    title: t('Constancia médica', 'Fitness to travel'),
    by: 'HEA-S',
    when: { all: [HERE, 'windowValid', { not: 'fitToTravel' }] },
    requires: [...PREPARATION_NEEDS, 'windowValid', 'noMedicalHold'],
    notBefore: { ...span(72, 'hours'), before: 'departure' },
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('Within the 72 hours before; good for 72 hours'), {
      from: { before: 'departure' },
    }),
    form: [
      must('fitness-certificate', 'text', 'D5a', t('Constancia', 'Certificate')),
      ask('travel-medicines', 'text', 'D5a', t('Medicinas', 'Medicines')),
    ],
    shares: [
      share(
        'counterpart',
        'CPA-R',
        ['D5a'],
        t('Cuidar en el viaje', 'Care in transit'),
        law('MX LM art. 111 IV'),
        { on: ['fit'] },
      ),
      share(
        'escort',
        'IOM',
        ['D5a'],
        t('Cuidar en el viaje', 'Care in transit'),
        law('MX LM art. 111 IV'),
        { on: ['fit'] },
      ),
    ],
    outcomes: [
      outcome('fit', t('Puede viajar', 'Fit'), {
        sets: [{ fact: 'fitToTravel', validFor: span(72, 'hours') }],
      }),
      outcome('unfit', t('No puede viajar', 'Unfit'), {
        despiteMissing: true,
        clears: ['noMedicalHold', ...JOURNEY],
        withdraws: ['transfer'],
      }),
    ],
    basis: [law('MX LM art. 111 IV')],
  },
  {
    id: 'itinerary-and-window',
    kind: 'task',
    stage: 'preparation',
    title: t('Itinerario y ventana de entrega', 'Itinerary and handover window'),
    instructions: t(
      'De día, en horario de atención del punto, con sus hermanas y hermanos y aparte de personas adultas.',
      'By day, in the opening hours of the point, with siblings and separate from adults.',
    ),
    by: ['CPA-S', 'MIG-S'],
    when: {
      all: [...READY, { not: 'windowValid' }, 'noMedicalHold', 'noForceMajeure', 'siblingsSettled'],
    },
    requires: [
      ...PREPARATION_NEEDS,
      'siblingsSettled',
      'familyReady',
      'noMedicalHold',
      'noForceMajeure',
    ],
    safeguard: true,
    deadline: due(
      10,
      'working-days',
      'L2',
      choice('At the latest 72 hours before; the date itself is set here'),
    ),
    form: [
      ask('departure-at', 'instant', 'D10', t('Salida', 'Departure'), {
        required: ['inside-window'],
        plans: 'departure',
      }),
      must('handover-point', 'text', 'D10', t('Punto de entrega', 'Handover point'), {
        places: 'departure',
      }),
      must('journey-conditions', 'codes', 'D10', t('Condiciones', 'Conditions'), {
        options: [
          option('daylight', 'De día y en horario', 'Daylight and opening hours'),
          option('siblings', 'Con hermanas y hermanos', 'With siblings'),
          option('apart', 'Aparte de personas adultas', 'Separate from adults'),
        ],
      }),
    ],
    shares: [
      share(
        'counterpart',
        'CPA-R',
        ['D10'],
        t('Preparar la recepción', 'Prepare reception'),
        law('MX LM art. 112 III'),
        { on: ['inside-window'] },
      ),
      share(
        'consulate',
        'CON',
        ['D10'],
        t('Preparar la recepción', 'Prepare reception'),
        law('MX LM art. 112 III'),
        { on: ['inside-window'], unless: CONSULATE_SUPPRESSED },
      ),
    ],
    outcomes: [
      outcome('inside-window', t('Dentro de la ventana', 'Inside the window'), {
        sets: ['windowValid'],
      }),
      outcome('outside-window', t('Fuera de la ventana: otra fecha', 'Outside: replan'), {
        keepsOpen: true,
      }),
    ],
    basis: [law('DR-Haiti protocol 1999 (a), (c)')],
  },
];

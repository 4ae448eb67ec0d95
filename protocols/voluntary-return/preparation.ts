import { ESCORT_ASSIGNMENT } from '../shared/journey.js';
import { choice, comparator, law, span, t } from '../shared/texts.js';
import {
  ask,
  due,
  must,
  NO_HOLD,
  outcome,
  PREPARATION_NEEDS,
  record,
  STOPPED,
  share,
  TRIP,
  type VoluntaryStep,
} from './pieces.js';

const HANDBOOK = 'IOM Reintegration Handbook';
const CLEARED = ['inSendingState', 'consentGiven', 'hostCleared'] as const;
const FIT = { fact: 'fitToTravel', validFor: span(30, 'calendar-days') } as const;

/** Step 8: the block in which everything for the journey is made ready. */
export const prepare: readonly VoluntaryStep[] = [
  {
    id: 'prepare',
    kind: 'wait',
    stage: 'preparation',
    title: t('Preparación', 'Preparation'),
    instructions: t(
      'Coordine documentos, salud, perfil, plan e itinerario, que avanzan a la vez. Responda cuando todo esté listo; nada sigue mientras falte una parte.',
      'Coordinate documents, health, profile, plan and itinerary, which go on side by side. Answer when all is ready; nothing goes on while a part is missing.',
    ),
    by: 'IOM',
    when: { all: CLEARED },
    requires: PREPARATION_NEEDS,
    limit: 12,
    deadline: due(
      28,
      'calendar-days',
      'L1',
      comparator('IOM Netherlands: within 4 weeks; IOM Slovakia: about 2 with papers'),
    ),
    outcomes: [
      outcome('ready', t('Todo listo', 'All ready')),
      outcome('cannot-be-prepared', t('No se puede preparar', 'Cannot be prepared'), {
        despiteMissing: true,
        ...STOPPED,
      }),
    ],
    basis: [comparator('IOM Netherlands and Slovakia programme pages')],
  },
];

/** Steps 11 to 14: health, profile, draft plan and itinerary. */
export const preparation: readonly VoluntaryStep[] = [
  {
    id: 'health-assessment',
    kind: 'assessment',
    stage: 'preparation',
    title: t('Evaluación de salud', 'Health assessment'),
    instructions: t(
      'Valore si la persona puede viajar y qué necesita. La constancia vale 30 días; sin ella no hay viaje.',
      'Assess whether the person can travel and what they need. The certificate is valid 30 days; without it nobody travels.',
    ),
    by: 'HEA-S',
    when: { all: [...CLEARED, 'noMedicalHold', { not: 'fitToTravel' }] },
    requires: [...PREPARATION_NEEDS, 'noMedicalHold'],
    clearsAtOpening: ['escortSettled'],
    limit: 20,
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('Valid for 30 days, so not too early')),
    form: [
      must(
        'fitness',
        'text',
        'D5a',
        t('Constancia y necesidades en el viaje', 'Certificate and needs in transit'),
      ),
      ask(
        'continuity',
        'long-text',
        'D5b',
        t('Continuidad del tratamiento', 'Continuity of treatment'),
        { required: ['fit', 'fit-with-escort'] },
      ),
    ],
    shares: [
      share(
        'provider',
        'IOM',
        ['D5a'],
        t('Preparar el viaje', 'Prepare the journey'),
        law('MX LM art. 111 IV'),
        { on: ['fit', 'fit-with-escort'] },
      ),
    ],
    outcomes: [
      outcome('fit', t('Apta para viajar', 'Fit to travel'), {
        sets: [FIT, 'escortSettled'],
        assigns: { escorted: false },
      }),
      outcome('fit-with-escort', t('Apta con acompañamiento', 'Fit with an escort'), {
        clears: ['escortSettled'],
        sets: [FIT],
      }),
      outcome('unfit', t('No apta por ahora', 'Not fit for now'), {
        despiteMissing: true,
        clears: ['noMedicalHold', 'fitToTravel', ...TRIP],
      }),
    ],
    basis: [law('MX LM art. 111 IV')],
  },
  {
    ...ESCORT_ASSIGNMENT,
    stage: 'preparation',
    title: t('Acompañamiento profesional', 'Professional escort'),
    instructions: t(
      'Asigne a quien acompaña hasta la entrega. Sin esa persona no hay viaje.',
      'Assign who accompanies up to the handover. Without them there is no journey.',
    ),
    by: 'IOM',
    when: { all: [...CLEARED, 'fitToTravel', { not: 'escortSettled' }] },
    requires: [...PREPARATION_NEEDS, 'fitToTravel'],
    limit: 12,
    deadline: due(5, 'working-days', 'L2', choice('As the health assessment')),
    form: [
      must('escort', 'text', 'D10', t('Quién acompaña y su formación', 'Escort and training')),
      must(
        'escort-chosen',
        'boolean',
        'D10',
        t('La persona está de acuerdo', 'The person agrees'),
        { yesFor: ['assigned'] },
      ),
    ],
    outcomes: [
      outcome('assigned', t('Asignado', 'Assigned'), {
        sets: ['escortSettled'],
        assigns: { escorted: true },
      }),
    ],
    basis: [law('GCM objective 21(g)')],
  },
  {
    id: 'pre-return-assessment',
    kind: 'assessment',
    stage: 'preparation',
    title: t('Perfil y necesidades antes del retorno', 'Pre-return profile'),
    instructions: t(
      'Recoja el perfil con la persona. Pregunte si puede llegar ya al ente que la acompañará en su país; si no quiere, no se envía nada.',
      'Take the profile with the person. Ask whether the body that will support them at home may have it now; if not, nothing is sent.',
    ),
    by: 'IOM',
    when: { all: [...CLEARED, { not: 'profiled' }] },
    requires: PREPARATION_NEEDS,
    effects: ['discloses-identity'],
    limit: 12,
    deadline: due(10, 'working-days', 'L1', choice('Half of the preparation')),
    form: [
      must('skills', 'long-text', 'D11', t('Trabajo y habilidades', 'Work and skills')),
      ask('family-at-home', 'long-text', 'D4', t('Familia en el país de origen', 'Family at home')),
      ask('home', 'text', 'D2', t('Vivienda y destino', 'Home and destination')),
      ask('return-risks', 'long-text', 'D6', t('Riesgos que ve la persona', 'Risks as seen')),
      ask(
        'survey-before',
        'number',
        'D12',
        t('Puntaje de sostenibilidad antes del retorno', 'Sustainability score before return'),
        { min: 0, max: 1 },
      ),
      ...record('shared'),
    ],
    consent: [{ purpose: 'origin', gives: ['shared'], refuses: ['not-shared'] }],
    shares: [
      share(
        'operative-body',
        'OPB',
        ['D11', 'D12'],
        t('Preparar la reintegración', 'Prepare reintegration'),
        law(`${HANDBOOK} 2.2`),
        {
          on: ['shared'],
          restsOn: 'origin',
          acknowledge: { ...span(5, 'working-days'), source: choice('Half of the step') },
        },
      ),
    ],
    outcomes: [
      outcome('shared', t('Perfil hecho; acepta compartirlo', 'Profile made; agrees to share it'), {
        sets: ['profiled', 'originNoticeAgreed', 'originTold'],
      }),
      outcome('not-shared', t('Perfil hecho; no se comparte', 'Profile made; not shared'), {
        clears: ['originNoticeAgreed'],
        sets: ['profiled'],
      }),
    ],
    basis: [law(`${HANDBOOK} 2.2: as early as possible`)],
  },
  {
    id: 'draft-reintegration-plan',
    kind: 'task',
    stage: 'preparation',
    title: t('Plan preliminar', 'Draft plan'),
    instructions: t(
      'Esboce con la persona meta, opciones y presupuesto. Es un borrador: se acuerda ya en su país.',
      'Sketch goal, options and budget with the person. It is a draft: it is agreed once at home.',
    ),
    by: 'IOM',
    when: { all: [...CLEARED, { not: 'planDrafted' }] },
    requires: PREPARATION_NEEDS,
    effects: ['discloses-identity'],
    limit: 12,
    deadline: due(10, 'working-days', 'L1', choice('Half of the preparation')),
    form: [
      must('draft-goal', 'long-text', 'D12', t('Meta y opciones', 'Goal and options')),
      ask('budget-line', 'text', 'D12', t('Línea de presupuesto', 'Budget line')),
    ],
    shares: [
      share(
        'operative-body',
        'OPB',
        ['D12'],
        t('Preparar la reintegración', 'Prepare reintegration'),
        law(`${HANDBOOK} 2.3`),
        { restsOn: 'origin' },
      ),
    ],
    outcomes: [outcome('drafted', t('Esbozado', 'Drafted'), { sets: ['planDrafted'] })],
    basis: [law(`${HANDBOOK} 2.3`)],
  },
  {
    id: 'itinerary',
    kind: 'task',
    stage: 'preparation',
    title: t('Itinerario', 'Itinerary'),
    instructions: t(
      'Reserve el viaje con ayuda en salida, tránsito y llegada, al menos 72 horas antes de salir, y con luz de día al llegar si se puede.',
      'Book the journey with help at departure, transit and arrival, at least 72 hours before leaving, arriving by daylight where possible.',
    ),
    by: 'IOM',
    when: { all: [...CLEARED, ...NO_HOLD, { not: 'windowValid' }] },
    requires: [...PREPARATION_NEEDS, ...NO_HOLD, 'familyDecided'],
    effects: ['discloses-identity'],
    clearsAtOpening: TRIP,
    limit: 15,
    deadline: due(
      10,
      'working-days',
      'L1',
      choice('As the other parts; it sets the date, which should lie 72 h ahead or more'),
    ),
    form: [
      ask(
        'operation',
        'text',
        'D10',
        t('Operativo, si viaja en grupo', 'Operation, if in a group'),
        {
          refers: 'operation',
          maxLength: 80,
          hint: t(
            'La referencia del operativo. Sin ella la persona viaja aparte.',
            'The reference of the operation. Without it the person travels apart.',
          ),
        },
      ),

      must('departure', 'instant', 'D10', t('Salida prevista', 'Planned departure'), {
        plans: 'departure',
      }),
      must(
        'handover-point',
        'text',
        'D10',
        t('Punto de entrega o viaje ordinario', 'Handover point or ordinary journey'),
        { places: 'departure' },
      ),
      must('route', 'text', 'D10', t('Ruta y conexiones', 'Route and connections')),
      ask('transit-help', 'text', 'D10', t('Ayuda en tránsito', 'Help in transit')),
    ],
    shares: [
      share(
        'consulate',
        'CON',
        ['D10'],
        t('Asistencia consular en el viaje', 'Consular help on the way'),
        choice('Only with the consent of the person'),
        { restsOn: 'consulate' },
      ),
    ],
    outcomes: [
      outcome('booked', t('Reservado', 'Booked'), { seat: 'taken', sets: ['windowValid'] }),
    ],
    basis: [comparator('IOM Thailand programme page: three stages')],
  },
];

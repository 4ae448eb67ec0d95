import { choice, comparator, law, span, t } from '../shared/texts.js';
import { ROUTES } from './codes.js';
import {
  type AdultStep,
  ask,
  CONSULATE_SUPPRESSED,
  due,
  must,
  outcome,
  SEAT_NEEDS,
  share,
  TRANSFER_READY,
} from './pieces.js';

const LISTED = [...SEAT_NEEDS, 'windowValid'] as const;

/** Steps 17 to 19: fitness, and the person's own line on a list. */
export const manifest: readonly AdultStep[] = [
  {
    id: 'fit-to-travel',
    kind: 'assessment',
    stage: 'transfer',
    title: t('Constancia médica', 'Fitness to travel'),
    instructions: t(
      'Examine a la persona dentro de las 72 horas previas a la salida. Sin constancia vigente no hay salida.',
      'Examine the person within the 72 hours before departure. Without a valid certificate nobody departs.',
    ),
    by: 'HEA-S',
    when: {
      all: ['inSendingState', 'manifest-proposal:sent', 'windowValid', { not: 'fitToTravel' }],
    },
    requires: LISTED,
    notBefore: { ...span(72, 'hours'), before: 'departure' },
    limit: 20,
    safeguard: true,
    deadline: due(
      24,
      'hours',
      'L2',
      choice('Within 72 h before departure and before the last check'),
      {
        from: { before: 'departure' },
      },
    ),
    form: [
      must(
        'fitness',
        'text',
        'D5a',
        t('Constancia y necesidades en el viaje', 'Certificate and needs in transit'),
      ),
      ask(
        'medicine-days',
        'number',
        'D5a',
        t('Días de medicamento entregados', 'Days of medicine handed over'),
        {
          min: 0,
          max: 90,
          required: ['fit'],
          hint: t('Quince días si toma medicamento', 'Fifteen days if on medication'),
        },
      ),
    ],
    shares: [
      share(
        'reception-health',
        'HEA-R',
        ['D5a'],
        t('Continuidad de la atención', 'Continuity of care'),
        law('MX LM art. 111 IV'),
        { on: ['fit'] },
      ),
    ],
    outcomes: [
      outcome('fit', t('Apta para viajar', 'Fit to travel'), {
        sets: [{ fact: 'fitToTravel', validFor: span(72, 'hours') }],
      }),
      outcome('unfit', t('No apta', 'Not fit'), {
        despiteMissing: true,
        clears: [
          'noMedicalHold',
          ...TRANSFER_READY.filter((fact) => fact !== 'individuallyCleared'),
        ],
      }),
    ],
    basis: [law('MX LM art. 111 IV')],
  },
  {
    id: 'manifest-proposal',
    kind: 'share',
    stage: 'transfer',
    title: t('Propuesta de lista nominal', 'Manifest proposed'),
    instructions: t(
      'Dé a esta persona fecha, punto y lugar en la lista, al menos 72 horas antes de la salida (nunca menos de 24). Las personas menores de edad van en otra lista.',
      'Give this person a date, a point and a place on the list, at least 72 hours before departure (never less than 24). Minors are on another list.',
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        'individual-clearance:cleared',
        'individuallyCleared',
        'noMedicalHold',
        'noForceMajeure',
        { not: 'windowValid' },
        { any: ['start', 'event:rescheduled', 'manifest-acceptance:declined-date'] },
      ],
    },
    requires: [...SEAT_NEEDS, 'familyReady', 'consularContactAllowed'],
    effects: ['discloses-identity'],
    clearsAtOpening: [
      'windowValid',
      'receptionConfirmed',
      'needsAnnounced',
      'monitorNotified',
      'finalCheckPassed',
    ],
    limit: 15,
    secondPerson: ['sent'],
    ahead: {
      hours: 24,
      before: 'departure',
      on: ['sent'],
      source: comparator('Swiss agreement (2007/556): at least 24 h'),
    },
    deadline: due(3, 'working-days', 'L2', choice('To leave 72 h before the departure it sets')),
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
      ask(
        'protected-list',
        'boolean',
        'D7',
        t('En la lista de manejo protegido', 'On the list for protected handling'),
        {
          assigns: 'protectedHandling',
        },
      ),

      ask('departure', 'instant', 'D10', t('Salida prevista', 'Planned departure'), {
        required: ['sent'],
        plans: 'departure',
      }),
      ask('travel-route', 'code', 'D10', t('Vía', 'Route'), {
        required: ['sent'],
        assigns: 'route',
        options: ROUTES,
      }),
      ask('handover-point', 'text', 'D10', t('Punto de entrega-recepción', 'Handover point'), {
        required: ['sent'],
        places: 'departure',
      }),
      ask(
        'window-checked',
        'boolean',
        'D10',
        t(
          'El horario y el punto están autorizados por el acuerdo vigente',
          'Window and point are authorised by the agreement in force',
        ),
        { required: ['sent'], yesFor: ['sent'] },
      ),
      ask('list-line', 'text', 'D10', t('Línea de la lista', 'Line of the list'), {
        required: ['sent'],
      }),
    ],
    shares: [
      share(
        'receiver',
        'MIG-R',
        ['D1', 'D7', 'D10'],
        t('Preparar la recepción', 'Prepare reception'),
        comparator('Swiss agreement (2007/556): at least 24 h'),
        {
          on: ['sent'],
          acknowledge: { ...span(24, 'hours'), source: choice('A day to reconcile the list') },
        },
      ),
      share(
        'consulate',
        'CON',
        ['D1', 'D10'],
        t('Cotejar la lista', 'Reconcile the list'),
        comparator('Swiss agreement (2007/556)'),
        { on: ['sent'], unless: CONSULATE_SUPPRESSED },
      ),
    ],
    outcomes: [
      outcome('sent', t('Lista enviada', 'List sent'), { seat: 'taken', sets: ['windowValid'] }),
      outcome('not-sent', t('La persona no se incluye', 'The person is not listed'), {
        despiteMissing: true,
        clears: TRANSFER_READY,
      }),
    ],
    basis: [law('ICRMW art. 22(1)')],
  },
  {
    id: 'manifest-acceptance',
    kind: 'approval',
    stage: 'transfer',
    title: t('Cotejo y aceptación de la lista', 'Manifest accepted'),
    instructions: t(
      'Cotejen línea por línea. Ambas autoridades aceptan; una sola basta para pedir corrección o rechazar. Callar solo vale si el acuerdo lo dice y se revisa después.',
      'Reconcile line by line. Both authorities accept; one is enough to ask for a correction or reject. Silence counts only if the agreement says so, and is reviewed.',
    ),
    by: ['MIG-R', 'CON'],
    when: { any: ['manifest-proposal:sent', 'manifest-correction:corrected'] },
    requires: [...LISTED, 'consularContactAllowed'],
    limit: 20,
    deadline: due(24, 'hours', 'L5', choice('24 h after receipt'), {
      lapse: 'deemed-accepted',
      lapseIf: { attribute: 'agreementSilence', is: 'acceptance' },
    }),
    form: [
      ask(
        'reconciliation',
        'long-text',
        'D10',
        t('Resultado del cotejo', 'Result of the reconciliation'),
        { required: ['correction', 'declined-date', 'entry-rejected'] },
      ),
    ],
    shares: [
      share(
        'result',
        'MIG-S',
        ['D10'],
        t('Resultado del cotejo', 'Result of the reconciliation'),
        choice('The sender must know at once'),
      ),
    ],
    outcomes: [
      outcome('accepted', t('Aceptada', 'Accepted'), {
        seat: 'accepted',
        sets: ['receptionConfirmed'],
      }),
      outcome('correction', t('Hay que corregir la lista', 'The list must be corrected'), {
        alone: true,
      }),
      outcome('declined-date', t('Otra fecha o punto', 'Another date or point'), {
        seat: 'rejected',
        alone: true,
        clears: ['windowValid'],
      }),
      outcome('entry-rejected', t('Persona rechazada en la lista', 'Entry rejected'), {
        seat: 'rejected',
        alone: true,
        despiteMissing: true,
        clears: ['identityConfirmed', 'travelDocValid', ...TRANSFER_READY],
        withdraws: ['fit-to-travel', 'monitor-notice'],
      }),
      outcome('deemed-accepted', t('Aceptación según el acuerdo', 'Acceptance deemed by treaty'), {
        bySilence: true,
      }),
    ],
    basis: [choice('A consul once found 39 names for 47 people')],
  },
  {
    id: 'manifest-correction',
    kind: 'share',
    stage: 'transfer',
    title: t('Corrección de la lista', 'Manifest correction'),
    instructions: t(
      'Corrija la línea de esta persona. Tras tres correcciones se revisa el expediente de nuevo.',
      "Correct this person's line. After three corrections the file is reviewed again.",
    ),
    by: 'MIG-S',
    when: 'manifest-acceptance:correction',
    requires: [...LISTED, 'consularContactAllowed'],
    effects: ['discloses-identity'],
    limit: 3,
    secondPerson: ['corrected'],
    deadline: due(12, 'hours', 'L1', choice('Half the time of the reconciliation')),
    form: [must('corrected-line', 'text', 'D10', t('Línea corregida', 'Corrected line'))],
    shares: [
      share(
        'receiver',
        'MIG-R',
        ['D1', 'D7', 'D10'],
        t('Lista corregida', 'Corrected list'),
        choice('As the list itself'),
      ),
      share(
        'consulate',
        'CON',
        ['D1', 'D10'],
        t('Lista corregida', 'Corrected list'),
        choice('As the list itself'),
        { unless: CONSULATE_SUPPRESSED },
      ),
    ],
    outcomes: [outcome('corrected', t('Corregida', 'Corrected'), { seat: 'corrected' })],
  },
  {
    id: 'deemed-acceptance-check',
    kind: 'approval',
    stage: 'transfer',
    title: t('Revisión de la aceptación por acuerdo', 'Review of a deemed acceptance'),
    instructions: t(
      'Compruebe que el acuerdo vigente da por aceptada la lista y que alguien recibirá a la persona.',
      'Check that the agreement in force deems the list accepted and that somebody will receive the person.',
    ),
    by: 'MIG-S',
    when: 'manifest-acceptance:deemed-accepted',
    requires: LISTED,
    safeguard: true,
    deadline: due(12, 'hours', 'L2', choice('Half the time of the reconciliation')),
    form: [
      ask('receiving-contact', 'text', 'D10', t('Contacto que recibe', 'Receiving contact'), {
        required: ['confirmed'],
      }),
    ],
    outcomes: [
      outcome('confirmed', t('Recepción asegurada', 'Reception secured'), {
        seat: 'accepted',
        sets: ['receptionConfirmed'],
      }),
      outcome('not-confirmed', t('No asegurada: otra fecha', 'Not secured: another date'), {
        despiteMissing: true,
        clears: ['windowValid'],
      }),
    ],
  },
];

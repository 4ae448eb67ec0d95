import type { Text } from '../language/text.js';
import { choice, comparator, law, option, t } from '../shared/texts.js';
import { ask, due, must, newDate, type OperationStep, outcome, share } from './pieces.js';

const MEMORANDUM = comparator('Swiss agreement (2007/556): at least 24 h; 72 h proposed');

/** Those who seat people of their own runs must know what they may name. */
const TO_SEAT = [
  t('Asignar lugares desde cada proceso', 'Seat people from their own runs'),
  choice('Dates and places of the operation only'),
  { on: ['planned'] },
] as const;

/** Dates, places and counts: names go with each person's own run. */
const toReceivers = (purpose: Text, on?: readonly string[]) =>
  (['MIG-R', 'CON', 'CPA-R', 'REC'] as const).map((role) =>
    share(role.toLowerCase(), role, ['D10'], purpose, MEMORANDUM, on ? { on } : {}),
  );

/** Steps 1 to 5: the plan, the seats, the lists and the answers to them. */
export const lists: readonly OperationStep[] = [
  {
    id: 'operation-draft',
    kind: 'task',
    stage: 'planning',
    title: t('Programación del operativo', 'Draft of the operation'),
    instructions: t(
      'Declare fecha, vía, lugares y punto al menos 7 días antes, dentro del horario de un acuerdo vigente. El operativo no decide sobre nadie: cada persona llega a él por su propio proceso.',
      'Declare date, route, seats and point at least 7 days before, within the hours of an agreement in force. The operation decides about nobody: each person comes to it by their own run.',
    ),
    by: 'MIG-S',
    when: 'start',
    deadline: due(7, 'calendar-days', 'L1', choice('Time to seat people one by one'), {
      from: { before: 'departure' },
    }),
    form: [
      ...newDate(['planned']),
      ask('seats', 'number', 'D10', t('Lugares', 'Seats'), {
        required: ['planned'],
        assigns: 'capacity',
        min: 1,
        max: 400,
      }),
      ask('route', 'code', 'D10', t('Vía', 'Route'), {
        required: ['planned'],
        assigns: 'route',
        options: [
          option('air', 'Aérea', 'Air'),
          option('land', 'Terrestre', 'Land'),
          option('sea', 'Marítima', 'Sea'),
        ],
      }),
      ask('point', 'text', 'D10', t('Código del punto de entrega', 'Code of the handover point'), {
        required: ['planned'],
        refers: 'point',
        maxLength: 80,
      }),
    ],
    shares: [
      share('child-protection', 'CPA-S', ['D10'], ...TO_SEAT),
      share('provider', 'IOM', ['D10'], ...TO_SEAT),
    ],
    outcomes: [
      outcome('planned', t('Programado', 'Planned'), { sets: ['planned', 'seatsOpen'] }),
      outcome('dropped', t('No se hará', 'Dropped'), { ends: 'cancelled' }),
    ],
    basis: [law('ICRMW art. 22(1)'), law('GCM objective 21')],
  },
  {
    id: 'seat-individuals',
    kind: 'wait',
    stage: 'lists',
    title: t('Asignación individual de lugares', 'Seats taken one by one'),
    instructions: t(
      'Cada persona obtiene su lugar desde su propio proceso, ya con visto bueno individual. Aquí no se asigna a nadie: solo se cierra la lista, a más tardar 78 horas antes.',
      'Each person gets a seat from their own run, once cleared individually. Nobody is seated here: the list is only closed, 78 hours before at the latest.',
    ),
    by: 'MIG-S',
    when: { all: ['operationOn', 'seatsOpen'] },
    deadline: due(
      78,
      'hours',
      'L3',
      choice('Six hours to put the lists together before they are sent'),
      {
        from: { before: 'departure' },
        lapse: 'closed',
      },
    ),
    outcomes: [outcome('closed', t('Lista cerrada', 'List closed'), { clears: ['seatsOpen'] })],
    basis: [law('ICRMW art. 22(1)')],
  },
  {
    id: 'send-manifest',
    kind: 'share',
    stage: 'lists',
    title: t('Envío de las listas', 'Lists sent'),
    instructions: t(
      'Envíe por separado personas adultas, niñas y niños, y manejo protegido. Cada línea ya salió con su propio proceso; aquí queda fijada la versión.',
      'Send adults, children and protected handling apart. Each line went out with its own run; here the version is fixed.',
    ),
    by: 'MIG-S',
    when: { all: ['operationOn', 'planned', 'seat-individuals:closed', { not: 'manifestSent' }] },
    requires: ['operationOn', 'planned'],
    deadline: due(72, 'hours', 'L2', MEMORANDUM, { from: { before: 'departure' } }),
    form: [
      ask(
        'lists-apart',
        'boolean',
        'D10',
        t('Las listas van por separado', 'The lists are apart'),
        {
          required: ['sent'],
          yesFor: ['sent'],
        },
      ),
    ],
    shares: toReceivers(t('Preparar la recepción', 'Prepare reception'), ['sent']),
    outcomes: [
      outcome('sent', t('Enviadas', 'Sent'), { sets: ['manifestSent'], manifest: 'frozen' }),
      outcome('nobody-seated', t('Nadie tiene lugar', 'Nobody is seated'), {
        despiteMissing: true,
        ends: 'cancelled',
      }),
    ],
  },
  {
    id: 'manifest-update',
    kind: 'share',
    stage: 'lists',
    title: t('Listas corregidas', 'Corrected lists'),
    instructions: t(
      'Alguna línea cambió en el proceso de su persona. Fije y envíe la nueva versión; las demás líneas siguen igual.',
      "A line changed in its person's run. Fix and send the new version; the other lines stay as they are.",
    ),
    by: 'MIG-S',
    when: { all: ['operationOn', 'manifestSent', 'listUpdateDue'] },
    requires: ['operationOn', 'manifestSent'],
    deadline: due(4, 'hours', 'L1', choice('The receiver must not wait for people who stay')),
    form: [
      must(
        'update-seen',
        'boolean',
        'D10',
        t('Vi qué líneas cambiaron', 'I saw which lines changed'),
        { yesFor: ['sent'] },
      ),
    ],
    shares: toReceivers(t('Lista corregida', 'Corrected list')),
    outcomes: [
      outcome('sent', t('Enviadas', 'Sent'), {
        clears: ['listUpdateDue', 'linesAnswered'],
        manifest: 'frozen',
      }),
    ],
  },
  {
    id: 'receiver-response',
    kind: 'approval',
    stage: 'lists',
    title: t('Respuesta del receptor, línea por línea', 'Answer of the receiver, line by line'),
    instructions: t(
      'Responda cada línea en el proceso de su persona. Nadie acepta ni rechaza una lista entera: este aviso se retira solo cuando cada línea tiene respuesta.',
      "Answer each line in its person's run. Nobody accepts or rejects a whole list: this notice goes by itself once every line is answered.",
    ),
    by: 'MIG-R',
    when: {
      all: [
        'operationOn',
        { not: 'linesAnswered' },
        { any: ['send-manifest:sent', 'manifest-update:sent'] },
      ],
    },
    deadline: due(24, 'hours', 'L1', choice('A day to reconcile the list')),
    form: [
      ask('why-not', 'long-text', 'D10', t('Por qué no se puede', 'Why it cannot be done'), {
        required: ['cannot-answer'],
      }),
    ],
    outcomes: [
      outcome('cannot-answer', t('No se puede responder a tiempo', 'Cannot be answered in time')),
    ],
  },
  {
    id: 'operation-decision',
    kind: 'approval',
    stage: 'lists',
    title: t('Decisión sobre el operativo', 'Decision on the operation'),
    instructions: t(
      'El receptor no puede responder a tiempo, o el operativo quedó detenido. Decida si se espera, o si el operativo no se hace; quien ya fue aceptado conserva su lugar mientras tanto.',
      'The receiver cannot answer in time, or the operation has come to a stop. Decide whether to wait or to call the operation off; who was accepted keeps the seat meanwhile.',
    ),
    by: 'RECTOR',
    when: { any: ['receiver-response:cannot-answer', 'idle'] },
    deadline: due(12, 'hours', 'L1', choice('Half the time of the answer')),
    form: [must('decision-why', 'long-text', 'D10', t('Motivos', 'Reasons'))],
    outcomes: [
      outcome('go-on', t('Sigue con quien fue aceptado', 'Goes on with those accepted')),
      outcome('called-off', t('No se hace', 'Called off'), { ends: 'cancelled' }),
    ],
  },
  {
    id: 'monitor-notice',
    kind: 'notice',
    stage: 'lists',
    title: t('Aviso al órgano de monitoreo', 'Notice to the monitoring body'),
    instructions: t(
      'Puede asistir al operativo y leer cada proceso. Si no responde, el operativo sigue igual y queda constancia del aviso.',
      'You may attend and read every run. Without an answer the operation goes on, and the notice stays on record.',
    ),
    by: 'MON',
    when: { all: ['operationOn', 'send-manifest:sent'] },
    deadline: due(48, 'hours', 'L4', choice('Time for a monitor to attend'), {
      from: { before: 'departure' },
      lapse: 'no-answer',
    }),
    outcomes: [
      outcome('attends', t('Asistirá', 'Will attend')),
      outcome('does-not-attend', t('No asistirá', 'Will not attend')),
      outcome('no-answer', t('Sin respuesta', 'No answer'), { bySilence: true }),
    ],
    basis: [law('GCM objective 21(f)')],
  },
];

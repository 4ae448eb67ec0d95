import * as journey from '../shared/journey.js';
import { choice, comparator, law, option, span, t } from '../shared/texts.js';
import {
  BID,
  CHECK_NEEDS,
  CONSULATE_SUPPRESSED,
  HERE,
  JOURNEY,
  NOTICE_NEEDS,
  OFF,
  PREPARED,
} from './needs.js';
import { ask, due, type MinorStep, must, outcome, share } from './pieces.js';

const LISTED = [
  HERE,
  'windowValid',
  'receptionConfirmed',
  'escortAssigned',
  'travelDocValid',
  'individualPlanAgreed',
] as const;
const FLOOR = comparator('A floor of 24 hours in a readmission agreement');
const AHEAD = choice('72 hours; a readmission agreement has a floor of 24');
const OPPOSED = {
  despiteMissing: true,
  clears: ['childViewRecorded', ...BID, ...JOURNEY],
  withdraws: PREPARED,
} as const;

/** Steps 33 to 35: the separate list, the last check and the departure. */
export const transfer: readonly MinorStep[] = [
  {
    id: 'advance-notice',
    kind: 'share',
    stage: 'transfer',
    title: t('Aviso anticipado y lista nominal de NNA', 'Advance notice and list of children'),
    instructions: t(
      'Una lista aparte de la de personas adultas.',
      'A list apart from the one of adults.',
    ),
    by: 'CPA-S',
    when: {
      all: [
        ...LISTED,
        'prepare-return:complete',
        { not: 'noticeAcknowledged' },
        { any: ['start', 'notice-correction:corrected'] },
      ],
    },
    requires: NOTICE_NEEDS,
    effects: ['discloses-identity'],
    secondPerson: ['sent'],
    ahead: { hours: 24, before: 'departure', on: ['sent'], source: FLOOR },
    deadline: due(72, 'hours', 'L2', AHEAD, { from: { before: 'departure' } }),
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
      must('separate-list', 'text', 'D10', t('Lista aparte', 'Separate list')),
    ],
    shares: [
      share(
        'protection',
        'CPA-R',
        ['D1', 'D5a', 'D7', 'D10'],
        t('Recibir a la niña o el niño', 'Receive the child'),
        law('MX LM art. 112 III'),
        {
          acknowledge: { ...span(24, 'hours'), source: FLOOR },
        },
      ),
      share(
        'migration',
        'MIG-R',
        ['D1', 'D7', 'D10'],
        t('Registrar la llegada', 'Register the arrival'),
        law('MX LM art. 112 III'),
      ),
      share(
        'consulate',
        'CON',
        ['D1', 'D7', 'D10'],
        t('Asistencia consular', 'Consular assistance'),
        law('MX LM art. 112 III'),
        { unless: CONSULATE_SUPPRESSED },
      ),
    ],
    outcomes: [outcome('sent', t('Enviado', 'Sent'), { seat: 'taken' })],
    basis: [law('MX LM art. 112 III')],
  },
  {
    id: 'advance-notice-reply',
    kind: 'approval',
    stage: 'transfer',
    title: t('Respuesta al aviso', 'Answer to the notice'),
    by: 'CPA-R',
    when: { all: [...LISTED, 'advance-notice:sent', { not: 'noticeAcknowledged' }] },
    requires: NOTICE_NEEDS,
    safeguard: true,
    deadline: due(24, 'hours', 'L2', FLOOR),
    form: [
      ask('discrepancy', 'text', 'D1', t('Qué no coincide', 'What does not match'), {
        required: ['discrepancy'],
      }),
    ],
    outcomes: [
      outcome('acknowledged', t('Recibido y conforme', 'Acknowledged'), {
        seat: 'accepted',
        sets: ['noticeAcknowledged'],
      }),
      outcome('discrepancy', t('Algo no coincide', 'Discrepancy'), { despiteMissing: true }),
    ],
  },
  {
    id: 'notice-correction',
    kind: 'task',
    stage: 'transfer',
    title: t('Corrección del aviso', 'Correction of the notice'),
    by: 'CPA-S',
    when: { all: [...LISTED, 'advance-notice:sent', 'advance-notice-reply:discrepancy'] },
    requires: ['inSendingState'],
    limit: 3,
    deadline: due(24, 'hours', 'L1', choice('A day')),
    form: [must('correction', 'text', 'D1', t('Corrección', 'Correction'))],
    outcomes: [outcome('corrected', t('Corregido', 'Corrected'), { seat: 'corrected' })],
  },
  {
    ...journey.CHILD_FINAL_CHECK,
    id: 'pre-departure-check',
    title: t('Verificación previa', 'Final check'),
    when: { all: [...LISTED, 'fitToTravel', 'noticeAcknowledged', { not: 'finalCheckPassed' }] },
    requires: CHECK_NEEDS,
    form: [
      journey.VIEW_AGAIN,
      journey.checklist('checklist', 'cleared', [
        ...journey.CHILD_CHECKLIST,
        option('fitness', 'Constancia médica', 'Fitness'),
      ]),
      journey.monitoringCode('operation-code'),
    ],
    shares: [journey.noticeToMonitor('cleared')],
    outcomes: [
      outcome('cleared', t('Todo en orden', 'All in order'), {
        sets: [journey.forHours('finalCheckPassed', 24)],
      }),
      outcome('not-cleared', t('Algo falla', 'Something fails'), OFF),
      outcome('opposed', t('Ahora se opone', 'Now opposed'), OPPOSED),
    ],
    basis: [law('GCM objective 21(g)')],
  },
  {
    ...journey.DEPARTURE,
    id: 'departure',
    title: t('Salida', 'Departure'),
    instructions: t(
      'Con su acompañante y aparte de personas adultas. Si se angustia, no sale.',
      'With the escort and separate from adults. In distress nobody leaves.',
    ),
    by: ['IOM', 'MIG-S'],
    when: { all: [HERE, 'finalCheckPassed'] },
    requires: [...CHECK_NEEDS, 'finalCheckPassed', 'familyChecked'],
    deadline: due(
      12,
      'hours',
      'L1',
      choice('Planned time and window; half the time the last check is good for'),
    ),
    form: [
      journey.leftAt('left-at'),
      ask('vehicle', 'text', 'D10', t('Vehículo y personas a bordo', 'Vehicle and people aboard'), {
        required: ['left'],
      }),
    ],
    shares: [
      journey.awaitArrival('counterpart', 'CPA-R', law('MX LM art. 112 III')),
      {
        ...journey.awaitArrival('consulate', 'CON', law('MX LM art. 112 III')),
        unless: CONSULATE_SUPPRESSED,
      },
    ],
    outcomes: [
      { ...journey.LEFT, seat: 'boarded', withdraws: ['lead-decision'] },
      outcome('aborted', t('No salió: otra fecha', 'Did not leave: another date'), {
        alone: true,
        despiteMissing: true,
        clears: JOURNEY,
        withdraws: ['transfer'],
      }),
      outcome('distress', t('No quiso salir o se angustió', 'Opposed or in distress'), {
        alone: true,
        ...OPPOSED,
      }),
      outcome('ill', t('Enfermó', 'Fell ill'), {
        alone: true,
        despiteMissing: true,
        clears: ['noMedicalHold', ...JOURNEY],
        withdraws: ['transfer'],
      }),
    ],
    basis: [law('MX LM arts. 112 III, 123, 125')],
  },
];

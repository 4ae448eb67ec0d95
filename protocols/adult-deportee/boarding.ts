import { CHILD_FINAL_CHECK, DEPARTURE, leftAt } from '../shared/journey.js';
import { choice, comparator, law, span, t } from '../shared/texts.js';
import {
  type AdultStep,
  ask,
  CHECK_NEEDS,
  CONSULATE_SUPPRESSED,
  due,
  must,
  outcome,
  REASONS,
  SEAT_NEEDS,
  share,
  TRANSFER_READY,
} from './pieces.js';

const LISTED = [...SEAT_NEEDS, 'windowValid'] as const;
const CRM_MEMORANDUM = choice('2006 memorandum as reported by the press; text not obtained');

/** Steps 20 to 24: notices, belongings, the last check and the transfer. */
export const boarding: readonly AdultStep[] = [
  {
    id: 'vulnerable-advance-notice',
    kind: 'share',
    stage: 'transfer',
    title: t('Aviso de necesidades especiales', 'Special-needs notice'),
    instructions: t(
      'Avise solo con códigos, 48 horas antes. Si no hay necesidades, dígalo; sin respuesta no hay salida.',
      'Give notice in codes only, 48 hours before. If there are no needs, say so; without an answer nobody departs.',
    ),
    by: 'MIG-S',
    when: 'receptionConfirmed',
    requires: LISTED,
    deadline: due(48, 'hours', 'L2', CRM_MEMORANDUM, { from: { before: 'departure' } }),
    form: [
      ask('transit-needs', 'text', 'D5a', t('Apoyos durante el viaje', 'Support in transit'), {
        required: ['acknowledged'],
      }),
    ],
    shares: [
      share(
        'reception',
        'REC',
        ['D7', 'D10'],
        t('Preparar la atención', 'Prepare care'),
        CRM_MEMORANDUM,
        {
          on: ['acknowledged'],
          acknowledge: { ...span(24, 'hours'), source: choice('A day before arrival') },
        },
      ),
      share('health', 'HEA-R', ['D5a'], t('Preparar la atención', 'Prepare care'), CRM_MEMORANDUM, {
        on: ['acknowledged'],
      }),
      share(
        'child-protection',
        'CPA-R',
        ['D7'],
        t('Familias con niñas y niños', 'Families with children'),
        CRM_MEMORANDUM,
        {
          on: ['acknowledged'],
          unless: { not: { attribute: 'familyGroup', is: true } },
        },
      ),
    ],
    outcomes: [
      outcome('acknowledged', t('Aviso recibido', 'Acknowledged'), { sets: ['needsAnnounced'] }),
      outcome('no-needs', t('Sin necesidades especiales', 'No special needs'), {
        sets: ['needsAnnounced'],
      }),
    ],
    basis: [CRM_MEMORANDUM],
  },
  {
    id: 'criminal-information-notice',
    kind: 'share',
    stage: 'transfer',
    title: t('Canal separado de antecedentes', 'Separate criminal information channel'),
    instructions: t(
      'Solo condenas firmes u órdenes vigentes, y solo al enlace policial. No responder no detiene nada ni revela nada.',
      'Final convictions or open warrants only, and to the police liaison only. Not answering stops nothing and reveals nothing.',
    ),
    by: 'MIG-S',
    when: 'receptionConfirmed',
    requires: LISTED,
    secondPerson: ['acknowledged'],
    deadline: due(48, 'hours', 'L0', comparator('Contact lists of the US-MX local arrangements'), {
      from: { before: 'departure' },
    }),
    form: [
      ask(
        'record',
        'long-text',
        'D9',
        t('Condenas firmes u órdenes vigentes', 'Final convictions or open warrants'),
        { required: ['acknowledged'] },
      ),
    ],
    shares: [
      share(
        'police',
        'POL-R',
        ['D9'],
        t('Canal policial', 'Police channel'),
        comparator('Contact lists of the US-MX local arrangements'),
        { on: ['acknowledged'] },
      ),
    ],
    outcomes: [
      outcome('acknowledged', t('Canal usado', 'Channel used')),
      outcome('not-needed', t('Canal sin uso', 'Channel not used')),
    ],
  },
  {
    id: 'belongings-and-papers',
    kind: 'task',
    stage: 'transfer',
    title: t('Devolución de pertenencias y documentos', 'Belongings returned'),
    instructions: t(
      'Devuelva todo con un recibo detallado firmado por la persona, antes de abordar.',
      'Return everything against an itemised receipt signed by the person, before boarding.',
    ),
    by: 'MIG-S',
    when: { all: ['inSendingState', 'needsAnnounced', { not: 'belongingsReturned' }] },
    requires: LISTED,
    safeguard: true,
    deadline: due(6, 'hours', 'L2', choice('Before boarding, LM art. 119 VII gives no hour'), {
      from: { before: 'departure' },
    }),
    form: [must('itemised-receipt', 'long-text', 'D10', t('Recibo detallado', 'Itemised receipt'))],
    outcomes: [
      outcome('signed', t('Recibo firmado', 'Receipt signed'), { sets: ['belongingsReturned'] }),
    ],
    basis: [law('MX LM art. 119 VII')],
  },
  {
    id: 'monitor-notice',
    kind: 'notice',
    stage: 'transfer',
    title: t('Aviso al órgano de monitoreo', 'Notice to the monitoring body'),
    instructions: t(
      'Avise el traslado 48 horas antes; el órgano puede asistir. Sin aviso no hay salida.',
      'Give notice of the transfer 48 hours before; the body may attend. Without notice nobody departs.',
    ),
    by: 'MIG-S',
    when: {
      all: ['inSendingState', 'manifest-proposal:sent', 'windowValid', { not: 'monitorNotified' }],
    },
    requires: LISTED,
    deadline: due(48, 'hours', 'L2', choice('Time for a monitor to attend'), {
      from: { before: 'departure' },
    }),
    shares: [
      share(
        'monitor',
        'MON',
        ['D10'],
        t('Monitoreo del traslado', 'Monitoring of the transfer'),
        law('GCM objective 21(f)'),
      ),
    ],
    outcomes: [
      outcome('notified', t('Aviso enviado', 'Notice sent'), { sets: ['monitorNotified'] }),
    ],
    basis: [law('GCM objective 21(f)')],
  },
  {
    ...CHILD_FINAL_CHECK,
    id: 'pre-departure-check',
    title: t('Verificación previa', 'Final check'),
    instructions: t(
      'Compruebe cada resguardo de esta persona en las 24 horas previas. Si algo falla, sale del grupo; el grupo sigue.',
      "Check each of this person's safeguards within the 24 hours before. If one fails, the person leaves the group; the group goes on.",
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        'individuallyCleared',
        'fitToTravel',
        'windowValid',
        'receptionConfirmed',
        'needsAnnounced',
        'belongingsReturned',
        'monitorNotified',
        { not: 'finalCheckPassed' },
      ],
    },
    requires: CHECK_NEEDS,
    limit: 15,
    deadline: due(2, 'hours', 'L2', choice('Before boarding'), { from: { before: 'departure' } }),
    form: [
      ask(
        'safeguards-read',
        'boolean',
        'D8',
        t('Leí el expediente de esta persona', "I read this person's file"),
        { required: ['cleared'], yesFor: ['cleared'] },
      ),
      { ...REASONS, required: ['not-cleared'] },
    ],
    outcomes: [
      outcome('cleared', t('Todo en orden', 'All in order'), {
        sets: ['individuallyCleared', { fact: 'finalCheckPassed', validFor: span(36, 'hours') }],
      }),
      outcome('not-cleared', t('Algo falla', 'Something fails'), {
        despiteMissing: true,
        clears: TRANSFER_READY,
      }),
    ],
    basis: [law('ICRMW art. 22(1)'), law('GCM objective 21(e)-(f)')],
  },
  {
    ...DEPARTURE,
    id: 'departure',
    title: t('Traslado', 'Transfer'),
    instructions: t(
      'Traslade a la persona con agua, comida y trato digno, fuera del horario de 18:00 a 08:00. Un recurso, una solicitud o una emergencia detienen el traslado.',
      'Transfer the person with water, food and dignity, not between 18:00 and 08:00. A remedy, a claim or an emergency stops the transfer.',
    ),
    by: 'MIG-S',
    when: { all: ['inSendingState', 'finalCheckPassed'] },
    requires: [...CHECK_NEEDS, 'finalCheckPassed', 'familyChecked'],
    limit: 6,
    deadline: due(
      12,
      'hours',
      'L1',
      comparator('DR-Haiti protocol 1999 (a): not 18:00-08:00; the last check is at most 36 h old'),
    ),
    form: [
      leftAt('left-at'),
      ask(
        'escort',
        'text',
        'D10',
        t('Personal de custodia, con mujeres', 'Escorts, with women staff'),
        { required: ['left'] },
      ),
      ask(
        'restraint-record',
        'long-text',
        'D10',
        t('Uso de sujeción, si hubo', 'Use of restraint, if any'),
      ),
    ],
    shares: [
      share(
        'receiver',
        'MIG-R',
        ['D10'],
        t('Aviso de salida', 'Departure notice'),
        law('MX LM art. 123'),
        { on: ['left'] },
      ),
      share(
        'consulate',
        'CON',
        ['D10'],
        t('Aviso de salida', 'Departure notice'),
        law('MX LM art. 123'),
        { on: ['left'], unless: CONSULATE_SUPPRESSED },
      ),
      share(
        'monitor',
        'MON',
        ['D10'],
        t('Monitoreo del traslado', 'Monitoring of the transfer'),
        law('GCM objective 21(f)'),
        { on: ['left'] },
      ),
    ],
    outcomes: [
      outcome('left', t('Salió', 'Left'), {
        seat: 'boarded',
        clears: ['inSendingState'],
        sets: ['inTransit'],
        withdraws: ['removal-decision', 'renewed-removal-decision', 'stay-limit', 'lead-decision'],
      }),
      outcome('not-left', t('No salió', 'Did not leave'), {
        despiteMissing: true,
        clears: [
          'windowValid',
          'receptionConfirmed',
          'needsAnnounced',
          'monitorNotified',
          'finalCheckPassed',
        ],
      }),
    ],
    basis: [law('MX LM art. 123'), comparator('DR-Haiti protocol 1999 (a)')],
  },
];

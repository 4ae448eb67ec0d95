import { STANDSTILL_ON_THE_WAY } from '../shared/holds.js';
import { BRING_BACK, HANDOVER_ACT, placeNow, STOPPED_SAFELY } from '../shared/journey.js';
import { choice, law, option, t } from '../shared/texts.js';
import { CONSULATE_SUPPRESSED, EVERYTHING, JOURNEY, PREPARED, ROAD_NEEDS } from './needs.js';
import { ask, due, type MinorStep, must, outcome, share } from './pieces.js';

const BROUGHT_BACK = outcome('brought-back', t('De vuelta', 'Brought back'), {
  seat: 'brought-back',
  clears: ['inTransit', ...JOURNEY],
  sets: ['inSendingState'],
  withdraws: ['transit-log', 'transit-incident', 'handover-reception-act'],
});

/** Steps 36 and 37 with the way back: somebody answers for the child at every hour of the way. */
export const handover: readonly MinorStep[] = [
  // Before the log, which opens anew with the incident that it reported: then its answer is gone.
  {
    id: 'transit-incident',
    kind: 'task',
    stage: 'handover',
    title: t('Alerta por incidente en el traslado', 'Alert: incident on the journey'),
    instructions: t(
      'Llame ahora a quien acompaña. Diga si el viaje puede seguir o si la niña o el niño vuelve. En la duda, vuelve.',
      'Call the escort now. Say whether the journey can go on or the child comes back. In doubt the child comes back.',
    ),
    by: 'CPA-S',
    when: { all: ['inTransit', 'living', 'transit-log:incident'] },
    requires: ['inTransit'],
    deadline: due(30, 'minutes', 'L1', choice('Half an hour: a child on the road cannot wait')),
    form: [must('incident-measures', 'long-text', 'D10', t('Qué se hizo', 'What was done'))],
    shares: [
      share(
        'receiver',
        'CPA-R',
        ['D10'],
        t('Saber si el viaje sigue', 'Know whether the journey goes on'),
        law('MX LM art. 123'),
        { only: ['incident-kind', 'incident-measures'] },
      ),
    ],
    outcomes: [
      outcome('goes-on', t('El viaje puede seguir', 'The journey can go on')),
      outcome('comes-back', t('Vuelve', 'The child comes back'), {
        clears: ['receptionConfirmed', 'finalCheckPassed'],
      }),
    ],
    basis: [law('MX LM art. 123'), law('GCM objective 21(g)')],
  },
  {
    id: 'transit-log',
    kind: 'task',
    stage: 'handover',
    title: t('Bitácora de traslado', 'Transit log'),
    instructions: t(
      'Anote cada cuatro horas: comida, descanso. Un incidente, en el momento: avisa a protección de la niñez de los dos países y a monitoreo.',
      'Write every four hours: meals, rest. An incident at once: it tells child protection of both countries and the monitor.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inTransit',
        'living',
        { any: ['departure:left', 'transit-log:checked-in', 'transit-log:incident'] },
      ],
    },
    requires: ['inTransit'],
    deadline: due(4, 'hours', 'L1', choice('A check-in every four hours'), {
      escalates: { length: 30, unit: 'minutes' },
    }),
    form: [
      must('transit-notes', 'text', 'D10', t('Cómo va el viaje', 'How the journey goes')),
      ask('incident-kind', 'code', 'D10', t('Qué pasó', 'What happened'), {
        required: ['incident'],
        options: [
          option('health', 'Enfermedad o lesión', 'Illness or injury'),
          option('distress', 'Angustia u oposición', 'Distress or opposition'),
          option('danger', 'Amenaza o peligro', 'Threat or danger'),
          option('missing', 'No se sabe dónde está', 'Whereabouts unknown'),
          option('escort', 'Falta quien acompaña', 'The escort drops out'),
          option('vehicle', 'Vehículo, ruta o retraso', 'Vehicle, route or delay'),
          option('other', 'Otro', 'Other'),
        ],
      }),
      ask('incident-code', 'text', 'D13', t('Código para monitoreo', 'Code for monitoring'), {
        required: ['incident'],
      }),
    ],
    shares: [
      share(
        'sender',
        'CPA-S',
        ['D10'],
        t('Seguir el viaje', 'Follow the journey'),
        law('MX LM art. 123'),
      ),
      share(
        'receiver',
        'CPA-R',
        ['D10'],
        t('Seguir el viaje', 'Follow the journey'),
        law('MX LM art. 123'),
      ),
      share(
        'monitor',
        'MON',
        ['D13'],
        t('Alerta codificada', 'Coded alert'),
        law('GCM objective 21(f)'),
        { on: ['incident'], only: ['incident-code'] },
      ),
    ],
    outcomes: [
      outcome('arrived', t('Llegó', 'Arrived')),
      outcome('checked-in', t('En camino, sin novedad', 'On the way')),
      outcome('incident', t('Incidente', 'Incident')),
    ],
    basis: [law('MX LM art. 123')],
  },
  {
    ...BRING_BACK,
    stage: 'handover',
    instructions: t(
      'Lleve a la niña o el niño a un lugar seguro y tráigale de vuelta con acompañante. No se entrega a nadie mientras tanto.',
      'Take the child to a safe place and bring them back with an escort. They are handed to nobody meanwhile.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inTransit',
        'living',
        {
          any: [
            ...ROAD_NEEDS.map((fact) => ({ not: fact })),
            // Arrived before the rest of the family has left: wait, or bring the child back to them.
            { all: ['transit-log:arrived', { not: 'familyTravelling' }] },
          ],
        },
      ],
    },
    requires: ['inTransit'],
    form: [placeNow('D10')],
    outcomes: [BROUGHT_BACK, STOPPED_SAFELY],
    basis: [law('MX LA arts. 126, 160'), law('GCM objective 21(e), (g)')],
  },
  { ...STANDSTILL_ON_THE_WAY, outcomes: [BROUGHT_BACK] },
  {
    ...HANDOVER_ACT,
    id: 'handover-reception-act',
    stage: 'handover',
    title: t('Acta de entrega-recepción', 'Handover act'),
    instructions: t(
      'Firman las dos autoridades de protección, migración del país receptor y quien acompaña. Para rechazar basta una.',
      'Both child-protection authorities, migration of the receiving country and the escort sign. One is enough to refuse.',
    ),
    by: ['CPA-S', 'CPA-R', 'MIG-R', 'IOM'],
    when: { all: ['inTransit', 'living', 'transit-log:arrived'] },
    requires: ['inTransit', 'personPresent', ...ROAD_NEEDS, 'familyTravelling'],
    deadline: due(1, 'hours', 'L2', choice('Within an hour of arrival'), { tellsMonitor: true }),
    form: [
      must('act-time', 'instant', 'D10', t('Hora y lugar', 'Time and place')),
      must('act-officers', 'text', 'D10', t('Nombres y cargos', 'Names and posts')),
      ask('act-state', 'text', 'D5a', t('Cómo llega la niña o el niño', "The child's state"), {
        required: ['signed'],
      }),
      ask(
        'act-handed',
        'text',
        'D10',
        t('Pertenencias, documentos y medicinas', 'Belongings, documents and medicines'),
        { required: ['signed'] },
      ),
      must('act-code', 'text', 'D8', t('Código del acta', 'Code of the act')),
      ask('act-refusal', 'long-text', 'D8', t('Por qué se rechaza', 'Why it is refused'), {
        required: ['refused'],
      }),
    ],
    shares: [
      share(
        'sender',
        'CPA-S',
        ['D5a', 'D10'],
        t('Constancia de entrega', 'Receipt'),
        law('MX LM art. 124'),
      ),
      share(
        'consulate',
        'CON',
        ['D10'],
        t('Constancia de entrega', 'Receipt'),
        law('MX LM art. 124'),
        { on: ['signed'], unless: CONSULATE_SUPPRESSED },
      ),
      share(
        'lead',
        'RECTOR',
        ['D8'],
        t('Código del acta', 'Code of the act'),
        law('MX LM art. 124'),
      ),
    ],
    outcomes: [
      outcome('signed', t('Firmada', 'Signed'), {
        seat: 'arrived',
        clears: ['inTransit'],
        sets: ['received'],
        withdraws: [
          'detection',
          'screening',
          'identity',
          'family',
          'best-interests',
          'decision',
          'stay',
          'transit-incident',
          'bring-back',
          ...PREPARED,
        ],
      }),
      outcome(
        'refused',
        t(
          'El receptor la rechaza: regresa acompañada o acompañado',
          'Refused: back with the escort',
        ),
        {
          seat: 'refused',
          alone: true,
          despiteMissing: true,
          clears: EVERYTHING,
          withdraws: PREPARED,
        },
      ),
    ],
    basis: [law('MX LM arts. 119 VIII, 124'), law('GCM objective 21(g)')],
  },
];

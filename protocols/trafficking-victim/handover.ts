import { STANDSTILL_ON_THE_WAY } from '../shared/holds.js';
import * as journey from '../shared/journey.js';
import { law, t } from '../shared/texts.js';
import { CHILD, EVERYTHING, HANDOVER_NEEDS } from './needs.js';
import { ask, must, outcome, type ProtectedStep } from './pieces.js';

const RECEIVED = {
  clears: ['inTransit'],
  sets: ['received'],
  withdraws: [
    'identification',
    'protection',
    'decision',
    'best-interests',
    'preparation',
    'transfer',
    'bring-back',
  ],
} as const;

const signed = outcome('signed', t('Firmada', 'Signed'), RECEIVED);

const unsafe = outcome(
  'unsafe',
  t('No es seguro: regresa acompañada', 'Unsafe: back with the escort'),
  {
    alone: true,
    despiteMissing: true,
    clears: EVERYTHING,
  },
);

const actForm: ProtectedStep['form'] = [
  must('act-time', 'instant', 'D10', t('Hora y punto', 'Time and point')),
  ask('act-state', 'text', 'D5a', t('Cómo llega la persona', 'State of the person'), {
    required: ['signed'],
  }),
  ask('act-unsafe', 'long-text', 'D6', t('Por qué no es seguro', 'Why it is unsafe'), {
    required: ['unsafe'],
  }),
];

const BROUGHT_BACK = outcome('brought-back', t('De vuelta', 'Brought back'), {
  clears: ['inTransit', ...EVERYTHING],
  sets: ['inSendingState'],
  withdraws: [
    'arrival',
    'handover-reception-act',
    'child-handover-reception-act',
    'preparation',
    'transfer',
  ],
});

/** Step 26 with arrival and the way back: between two States somebody always answers for the person. */
export const handover: readonly ProtectedStep[] = [
  {
    ...journey.ARRIVAL,
    title: t('Llegada', 'Arrival'),
    instructions: t(
      'Anote la llegada. Sin llegada en 24 horas se avisa a la institución rectora.',
      'Record the arrival. Without it in 24 hours the lead institution is told.',
    ),
    by: 'IOM',
    when: { any: ['departure:left', 'child-departure:left'] },
    requires: ['inTransit'],
  },
  {
    ...journey.BRING_BACK,
    stage: 'handover',
    instructions: t(
      'Lleve a la persona a un lugar seguro y tráigala de vuelta. No se entrega a nadie mientras tanto.',
      'Take the person to a safe place and bring them back. They are handed to nobody meanwhile.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inTransit',
        {
          any: [
            { not: 'noRemedyPending' },
            { not: 'noAsylumPending' },
            { not: 'nonRefoulementClear' },
            { not: 'noMedicalHold' },
            { not: 'noObjection' },
            { all: [CHILD, { not: 'bidReturn' }] },
            { all: [CHILD, { not: 'escortAssigned' }] },
          ],
        },
      ],
    },
    requires: ['inTransit'],
    form: [journey.placeNow('D6')],
    outcomes: [journey.STOPPED_SAFELY, BROUGHT_BACK],
    basis: [law('MX LA arts. 126, 160'), law('GCM objective 21(e)')],
  },
  { ...STANDSTILL_ON_THE_WAY, outcomes: [BROUGHT_BACK] },
  {
    ...journey.HANDOVER_ACT,
    id: 'handover-reception-act',
    stage: 'handover',
    title: t('Acta reservada de entrega-recepción', 'Restricted handover act'),
    instructions: t(
      'Acta mínima y reservada. Firman las dos autoridades y quien acompaña; si no es seguro, basta una.',
      'A minimal, restricted act. Both authorities and the escort sign; if it is unsafe, one is enough.',
    ),
    by: ['ATU-S', 'ATU-R', 'IOM'],
    when: { all: ['departure:left', 'arrival:arrived'] },
    requires: [...HANDOVER_NEEDS, 'majorityEstablished'],
    form: actForm,
    shares: [journey.HANDOVER_RECEIPT],
    outcomes: [signed, unsafe],
    basis: [law('Palermo Protocol art. 8'), law('MX LM art. 124')],
  },
  {
    ...journey.HANDOVER_ACT,
    id: 'child-handover-reception-act',
    stage: 'handover',
    title: t(
      'Acta reservada de entrega de una niña o un niño',
      'Restricted handover act of a child',
    ),
    instructions: t(
      'Solo a protección de la niñez del país receptor. Firman las dos autoridades y quien acompaña; si no es seguro, basta una.',
      'Only to child protection of the receiving country. Both authorities and the escort sign; if it is unsafe, one is enough.',
    ),
    by: ['CPA-S', 'CPA-R', 'IOM'],
    when: { all: ['child-departure:left', 'arrival:arrived'] },
    requires: [...HANDOVER_NEEDS, 'bidReturn', 'escortAssigned', 'childReceptionConfirmed'],
    form: actForm,
    shares: [journey.HANDOVER_RECEIPT],
    outcomes: [signed, unsafe],
    basis: [law('MX LM arts. 119 VIII, 124'), law('A/RES/64/142 para. 148')],
  },
];

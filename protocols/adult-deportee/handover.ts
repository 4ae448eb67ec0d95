import { STANDSTILL_ON_THE_WAY } from '../shared/holds.js';
import { ARRIVAL, BRING_BACK, HANDOVER_ACT, placeNow, STOPPED_SAFELY } from '../shared/journey.js';
import { comparator, law, span, t } from '../shared/texts.js';
import {
  type AdultStep,
  ask,
  CONSULATE_SUPPRESSED,
  due,
  EVERYTHING,
  outcome,
  REASONS,
  share,
  TRANSFER_READY,
} from './pieces.js';

const RETURNED = ['renewedProcedure', 'inSendingState'] as const;
const NOT_RECEIVED = [...EVERYTHING, 'inTransit', 'received', 'admitted', 'registered'] as const;

const doubtForm: AdultStep['form'] = [
  REASONS,
  ask('identity-proof', 'long-text', 'D1', t('Pruebas revisadas', 'Proof examined')),
];

/** What belongs to a person who was received; void when they are back. */
const THERE = [
  'reception',
  'protected-referral-reception',
  'minority-referral-reception',
  'standstill-after-return',
] as const;

const doubtConfirmed = outcome('confirmed', t('Nacionalidad confirmada', 'Nationality confirmed'));

const notNational = outcome(
  'not-national',
  t('No es nacional: vuelve al país remitente', 'Not a national: back to the sender'),
  {
    seat: 'refused',
    clears: NOT_RECEIVED,
    sets: RETURNED,
    withdraws: ['bring-back', 'arrival', 'handover-reception-act', ...THERE],
  },
);

const provisionalEntry = outcome(
  'provisional-entry',
  t('Entrada provisional', 'Provisional entry'),
  { sets: ['admitted'] },
);

const BROUGHT_BACK = outcome('brought-back', t('De vuelta', 'Brought back'), {
  seat: 'brought-back',
  clears: ['inTransit', 'familyUnityOk', ...TRANSFER_READY],
  sets: ['inSendingState'],
  withdraws: [
    'arrival',
    'handover-reception-act',
    'nationality-doubt',
    'nationality-doubt-extension',
  ],
});

/** Steps 25 and 26 with arrival, bringing back and take-back: custody between two States. */
export const handover: readonly AdultStep[] = [
  {
    ...ARRIVAL,
    title: t('Llegada al punto de entrega', 'Arrival at the handover point'),
    instructions: t(
      'Anote la llegada. Si no llega en 24 horas se avisa a la institución rectora.',
      'Record the arrival. Without arrival in 24 hours the lead institution is told.',
    ),
    by: 'MIG-S',
    when: 'departure:left',
  },
  {
    ...BRING_BACK,
    stage: 'handover',
    title: t('Detener el traslado y traer de vuelta', 'Stop the transfer and bring back'),
    instructions: t(
      'Hay un recurso, una solicitud, un riesgo, una emergencia o falta la familia: detenga el traslado y devuelva a la persona. No se entrega a nadie mientras tanto.',
      'There is a remedy, a claim, a risk, an emergency, or the family is missing: stop the transfer and bring the person back. Nobody is handed over meanwhile.',
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inTransit',
        {
          any: [
            { not: 'noRemedyPending' },
            { not: 'noAsylumPending' },
            { not: 'noReferralPending' },
            { not: 'nonRefoulementClear' },
            { not: 'noMedicalHold' },
            // Arrived before the rest of the family has left: wait, or bring the person back to them.
            { all: ['arrival:arrived', { not: 'familyTravelling' }] },
          ],
        },
      ],
    },
    requires: ['inTransit'],
    form: [placeNow('D10')],
    outcomes: [STOPPED_SAFELY, BROUGHT_BACK],
    basis: [law('MX LA arts. 126, 160'), law('MX LFPA art. 87'), law('GCM objective 21(e)')],
  },
  { ...STANDSTILL_ON_THE_WAY, outcomes: [BROUGHT_BACK] },
  {
    ...HANDOVER_ACT,
    id: 'handover-reception-act',
    stage: 'handover',
    title: t('Acta de entrega-recepción', 'Handover act'),
    instructions: t(
      'Firman las dos autoridades: conteo, nombre, estado de salud e incidentes. Una sola puede rechazar o plantear duda. Nadie queda entregado por silencio.',
      'Both authorities sign: head count, name, state of health and incidents. One alone may refuse or raise a doubt. Nobody is handed over by silence.',
    ),
    by: ['MIG-S', 'MIG-R'],
    when: {
      any: [
        'arrival:arrived',
        'nationality-doubt:confirmed',
        'nationality-doubt:provisional-entry',
        'nationality-doubt-extension:confirmed',
        'nationality-doubt-extension:provisional-entry',
      ],
    },
    requires: [
      'inTransit',
      'noRemedyPending',
      'noAsylumPending',
      'noReferralPending',
      'nonRefoulementClear',
      'familyTravelling',
    ],
    form: [
      ask('head-count', 'number', 'D10', t('Personas contadas', 'Head count'), {
        min: 0,
        max: 1000,
        required: ['accepted'],
      }),
      ask('health-state', 'text', 'D5a', t('Estado de salud al entregar', 'State of health'), {
        required: ['accepted'],
      }),
      ask('incidents', 'long-text', 'D10', t('Incidentes', 'Incidents')),
      { ...REASONS, required: ['refused', 'nationality-doubt'] },
    ],
    shares: [
      share(
        'consulate',
        'CON',
        ['D10'],
        t('Copia del acta', 'Copy of the act'),
        law('MX LM art. 124'),
        { on: ['accepted', 'refused'], unless: CONSULATE_SUPPRESSED },
      ),
      share(
        'lead',
        'RECTOR',
        ['D1'],
        t('Copia del acta', 'Copy of the act'),
        law('MX LM art. 124'),
        { on: ['accepted', 'refused'] },
      ),
    ],
    outcomes: [
      outcome(
        'accepted',
        t('Recibida por la autoridad receptora', 'Received by the receiving authority'),
        {
          seat: 'arrived',
          clears: ['inTransit'],
          sets: ['admitted', 'received', { fact: 'takeBackOpen', validFor: span(3, 'months') }],
          withdraws: ['intake', 'assessment', 'decision', 'preparation', 'transfer', 'bring-back'],
        },
      ),
      outcome('nationality-doubt', t('Duda de nacionalidad', 'Doubt on nationality'), {
        alone: true,
        despiteMissing: true,
      }),
      outcome(
        'refused',
        t('No recibida: vuelve al país remitente', 'Refused: back to the sender'),
        {
          seat: 'refused',
          alone: true,
          despiteMissing: true,
          clears: NOT_RECEIVED,
          sets: RETURNED,
          withdraws: [
            'bring-back',
            'arrival',
            'nationality-doubt',
            'nationality-doubt-extension',
            ...THERE,
          ],
        },
      ),
    ],
    basis: [law('MX LM arts. 119 VIII, 124')],
  },
  {
    id: 'nationality-doubt',
    kind: 'assessment',
    stage: 'handover',
    title: t('Duda de nacionalidad en el ingreso', 'Doubt at entry'),
    instructions: t(
      'Aclare la duda en 4 horas, o en 24 si la persona lo pide. Si el tiempo vence, la persona entra de forma provisional.',
      'Clear the doubt within 4 hours, or 24 if the person asks. If time runs out, the person enters provisionally.',
    ),
    by: 'MIG-R',
    when: 'handover-reception-act:nationality-doubt',
    limit: 3,
    deadline: due(4, 'hours', 'L3', law('MX LM art. 36'), { lapse: 'provisional-entry' }),
    form: doubtForm,
    // Only while it goes on: once it is answered nobody has anything left to clear up.
    shares: [
      share(
        'consulate',
        'CON',
        ['D1'],
        t('Aclarar la nacionalidad', 'Clarify nationality'),
        law('MX LM art. 36'),
        { on: ['more-time'], unless: CONSULATE_SUPPRESSED },
      ),
      share(
        'registry',
        'CIV-R',
        ['D1'],
        t('Aclarar la nacionalidad', 'Clarify nationality'),
        law('MX LM art. 36'),
        { on: ['more-time'] },
      ),
    ],
    outcomes: [
      doubtConfirmed,
      notNational,
      provisionalEntry,
      outcome('more-time', t('La persona pide más tiempo', 'The person asks for more time')),
    ],
    basis: [law('MX LM art. 36')],
  },
  {
    id: 'nationality-doubt-extension',
    kind: 'assessment',
    stage: 'handover',
    title: t('Duda de nacionalidad: más tiempo', 'Doubt at entry: more time'),
    instructions: t(
      'La persona pidió más tiempo: hasta 24 horas desde la duda. Si vencen, entra de forma provisional.',
      'The person asked for more time: up to 24 hours from the doubt. If they run out, the person enters provisionally.',
    ),
    by: 'MIG-R',
    when: 'nationality-doubt:more-time',
    deadline: due(24, 'hours', 'L3', law('MX LM art. 36'), {
      from: { after: 'handover-reception-act:nationality-doubt' },
      lapse: 'provisional-entry',
    }),
    form: doubtForm,
    outcomes: [doubtConfirmed, notNational, provisionalEntry],
    basis: [law('MX LM art. 36')],
  },
  {
    id: 'take-back',
    kind: 'approval',
    stage: 'handover',
    title: t('Readmisión por error', 'Readmission in error'),
    instructions: t(
      'El país receptor halló que la persona no es nacional. Si se confirma, vuelve y se resuelve de nuevo.',
      'The receiving State found that the person is not a national. If confirmed, they come back and a new decision is made.',
    ),
    by: 'MIG-S',
    when: 'event:readmission-error',
    requires: ['received'],
    limit: 3,
    deadline: due(
      5,
      'working-days',
      'L1',
      comparator('EU-Turkey 2014: found within 3 months of transfer'),
    ),
    form: [REASONS],
    outcomes: [
      outcome('taken-back', t('Vuelve al país remitente', 'Taken back'), {
        clears: [...NOT_RECEIVED, 'takeBackOpen', 'reintegrationConsent', 'planAgreed'],
        sets: RETURNED,
        withdraws: [...THERE, 'reintegration'],
      }),
      outcome('not-in-error', t('No hubo error: permanece', 'No error: the person stays')),
    ],
    basis: [comparator('EU-Turkey readmission agreement 2014')],
  },
];

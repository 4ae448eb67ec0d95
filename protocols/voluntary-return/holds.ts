import * as hold from '../shared/holds.js';
import { BRING_BACK, placeNow, STOPPED_SAFELY } from '../shared/journey.js';
import { protectiveReferrals } from '../shared/referrals.js';
import { choice, law, t } from '../shared/texts.js';
import {
  AT_HOME,
  due,
  EVERYTHING,
  NOT_HOME,
  outcome,
  STOPPED,
  TRIP,
  type VoluntaryStep,
} from './pieces.js';

/** Re-routes to protection: they need no answer to take effect. */
export const referrals: readonly VoluntaryStep[] = [
  ...protectiveReferrals([{ all: ['inSendingState', NOT_HOME] }], [AT_HOME], EVERYTHING),
];

const rulings = hold.asylumRulings(
  { ...STOPPED, sets: ['noAsylumPending'] },
  { sets: ['noAsylumPending'], withdraws: ['consent'] },
);

const BROUGHT_BACK = outcome('brought-back', t('De vuelta', 'Back'), {
  seat: 'brought-back',
  clears: ['inTransit', 'handedOver', ...TRIP],
  sets: ['inSendingState'],
  withdraws: ['travel'],
});

/** Holding states, the way back and the last human exit. */
export const holds: readonly VoluntaryStep[] = [
  {
    ...BRING_BACK,
    stage: 'holds',
    title: t('Detener el viaje y volver', 'Stop the journey and go back'),
    instructions: t(
      'Algo impide seguir, o la persona ya no quiere: detenga el viaje en lugar seguro y acompañe el regreso. Si la causa termina antes, el viaje puede seguir.',
      'Something stands in the way, or the person no longer wants to go: stop at a safe place and accompany the way back. If the cause ends before, the journey may go on.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inTransit',
        'personPresent',
        {
          any: [
            { not: 'noRemedyPending' },
            { not: 'noAsylumPending' },
            { not: 'noReferralPending' },
            { not: 'nonRefoulementClear' },
            { not: 'returnWanted' },
            { not: 'childAccompanied' },
            { not: 'escortSettled' },
            'transit-help:cannot-continue',
            'handover-act:refused',
            'arrival-reception:entry-refused',
          ],
        },
      ],
    },
    requires: ['inTransit'],
    form: [placeNow('D10')],
    outcomes: [BROUGHT_BACK, STOPPED_SAFELY],
    basis: [law('GCM objective 21(b), (e)'), law('MX LA arts. 126, 160')],
  },
  { ...hold.STANDSTILL_ON_THE_WAY, outcomes: [BROUGHT_BACK] },
  {
    ...hold.REMEDY_PENDING,
    id: 'remedy-pending',
    stage: 'holds',
    instructions: t(
      'Mientras se resuelve, nadie sale del país. El silencio mantiene la suspensión.',
      'Until the ruling nobody leaves. Silence keeps the suspension.',
    ),
    when: { all: [NOT_HOME, { any: ['event:appeal-filed', 'event:court-order'] }] },
    clearsAtOpening: ['noRemedyPending'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('A status check; no cap, MX LM art. 111 V')),
    outcomes: [
      outcome('dismissed', t('Desestimado en definitiva', 'Finally dismissed'), {
        sets: ['noRemedyPending'],
      }),
      outcome('given-up', t('La persona desistió ante su defensa', 'Given up before counsel'), {
        sets: ['noRemedyPending'],
      }),
      outcome('upheld', t('Se concedió: la persona decide de nuevo', 'Upheld: decides anew'), {
        ...STOPPED,
        sets: ['noRemedyPending'],
      }),
    ],
    basis: [law('MX LA arts. 126, 160'), law('MX LFPA art. 87')],
  },
  {
    ...hold.ASYLUM_REFERRAL,
    by: 'IOM',
    when: { all: [NOT_HOME, 'event:asylum-claim'] },
  },
  {
    ...hold.ASYLUM_HOLD,
    instructions: t(
      'El retorno y todo trámite consular quedan detenidos hasta la resolución. El silencio no niega nada.',
      'Return and every consular step stand still until the ruling. Silence refuses nothing.',
    ),
    when: { all: [NOT_HOME, 'event:asylum-claim'] },
    clearsAtOpening: ['noAsylumPending', 'consularContactAgreed', 'nonRefoulementClear'],
    outcomes: [rulings.refused, rulings.withdrawn, rulings.recognised, rulings.extended],
  },
  {
    ...hold.MEDICAL_HOLD,
    instructions: hold.NOT_FIT_YET,
    when: {
      all: [
        NOT_HOME,
        { not: 'noMedicalHold' },
        {
          any: [
            'event:medical-hold',
            'health-assessment:unfit',
            'medical-hold:still-unfit',
            'stay-pathway:asks-to-return',
            'withdrawal:not-withdrawn',
          ],
        },
      ],
    },
    clearsAtOpening: ['noMedicalHold', 'fitToTravel'],
    outcomes: hold.medicalFindings(STOPPED, {}),
  },
  {
    ...hold.FORCE_MAJEURE_HOLD,
    instructions: hold.CAUSE_ENDED,
    by: 'IOM',
    when: { all: [NOT_HOME, 'event:force-majeure'] },
    clearsAtOpening: ['noForceMajeure'],
    deadline: hold.FORCE_MAJEURE_REVIEW('As for health; LM art. 125 gives no term'),
  },
  {
    ...hold.ABSENCE_REVIEW,
    instructions: t(
      'Anote si la persona volvió a comunicarse o si el proceso se cierra. Ausentarse no es una falta.',
      'Record whether the person is back in contact or the run is closed. Absence is no fault.',
    ),
    when: { all: [NOT_HOME, 'event:absconded'] },
    clearsAtOpening: ['personPresent'],
    outcomes: [
      outcome('resumed', t('Está de nuevo en contacto', 'Back in contact'), {
        sets: ['personPresent'],
      }),
      hold.CLOSED_AS_ABSENT,
    ],
  },
  {
    ...hold.DEATH_NOTICE,
    instructions: hold.FAMILY_THEN_CONSULATE,
  },
  {
    ...hold.LEAD_DECISION,
    instructions: t(
      'El proceso agotó sus intentos. Decida con la persona si permanece o si se cierra; puede pedir el retorno de nuevo.',
      'The run has used up its attempts. Decide with the person whether they stay or the run closes; they may ask again.',
    ),
    when: {
      all: [
        { not: 'inTransit' },
        { not: 'returned' },
        {
          any: [
            'idle',
            'exhausted:information-counselling',
            'exhausted:who-travels',
            'exhausted:protection-vulnerability-screening',
            'exhausted:asylum-effects-counselling',
            'exhausted:capacity-assessment',
            'exhausted:representative-review',
            'exhausted:child-in-family-bia',
            'exhausted:best-interests-determination',
            'exhausted:consent',
            'exhausted:host-clearance',
            'exhausted:prepare',
            'exhausted:stay-pathway',
            'exhausted:document-check',
            'exhausted:document-alternatives',
            'exhausted:statelessness-branch',
            'exhausted:health-assessment',
            'exhausted:escort-assignment',
            'exhausted:pre-return-assessment',
            'exhausted:draft-reintegration-plan',
            'exhausted:itinerary',
            'exhausted:advance-notice',
            'exhausted:consent-reconfirmation',
            'exhausted:departure',
            'exhausted:medical-hold',
          ],
        },
      ],
    },
    clearsAtOpening: ['windowValid', 'noticeSettled', 'consentValid'],
    deadline: due(5, 'working-days', 'L1', choice('Nobody should be left without an answer')),
    outcomes: [
      outcome('stay', t('Permanece', 'Stays'), { ends: 'closed-stay' }),
      outcome('closed', t('Se cierra; puede pedirlo de nuevo', 'Closed; may ask again'), {
        ends: 'closed-not-possible',
      }),
    ],
  },
  {
    ...hold.STANDSTILL_AFTER_RETURN,
    when: { all: ['returned', 'idle'] },
    outcomes: [hold.LOOK_AGAIN, hold.TO_BE_CLOSED],
  },
];

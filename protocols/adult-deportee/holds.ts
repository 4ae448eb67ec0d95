import * as hold from '../shared/holds.js';
import { protectiveReferrals } from '../shared/referrals.js';
import { choice, t } from '../shared/texts.js';
import { type AdultStep, ask, due, EVERYTHING, outcome, READINESS } from './pieces.js';

/** Everything is decided again; what was decided before cannot be executed. */
const DECIDED_ANEW = {
  clears: EVERYTHING,
  sets: ['noAsylumPending', 'consularContactAllowed', 'renewedProcedure'],
  withdraws: ['removal-decision', 'renewed-removal-decision', 'notify-decision', 'appeal-window'],
} as const;
const rulings = hold.asylumRulings({ ends: 'closed-stay' }, DECIDED_ANEW);

/** Holding states, protective re-routes and the last human exit. */
export const holds: readonly AdultStep[] = [
  {
    ...hold.ASYLUM_REFERRAL,
    by: 'MIG-S',
    when: 'event:asylum-claim',
  },
  {
    ...hold.ASYLUM_HOLD,
    requires: ['inSendingState'],
    instructions: t(
      'El procedimiento migratorio y todo trámite consular quedan detenidos hasta la resolución. El silencio no niega nada.',
      'The migration procedure and every consular step stand still until the ruling. Silence refuses nothing.',
    ),
    when: {
      all: [{ not: 'received' }, { any: ['event:asylum-claim', 'individual-screening:asylum'] }],
    },
    clearsAtOpening: ['noAsylumPending', 'consularContactAllowed', 'nonRefoulementClear'],
    form: [
      ask('asylum-ruling', 'text', 'D8', t('Resolución', 'Ruling'), {
        required: ['recognised', 'refused'],
      }),
      ask(
        'consulate-consent',
        'boolean',
        'D6',
        t(
          'La persona consiente por escrito el contacto consular',
          'The person agrees in writing to consular contact',
        ),
        { required: ['consulate-agreed'], yesFor: ['consulate-agreed'] },
      ),
    ],
    outcomes: [
      rulings.recognised,
      rulings.refused,
      rulings.withdrawn,
      rulings.extended,
      outcome(
        'consulate-agreed',
        t('Consiente el contacto consular', 'Agrees to consular contact'),
        { keepsOpen: true, sets: ['consularContactAllowed'] },
      ),
    ],
  },
  {
    ...hold.MEDICAL_HOLD,
    instructions: hold.NOT_FIT_YET,
    when: {
      all: [
        { not: 'received' },
        {
          any: [
            'event:medical-hold',
            'fit-to-travel:unfit',
            'individual-screening:illness',
            'medical-hold:still-unfit',
          ],
        },
      ],
    },
    clearsAtOpening: ['noMedicalHold', 'fitToTravel'],
    outcomes: hold.medicalFindings({}, {}),
  },
  {
    ...hold.FORCE_MAJEURE_HOLD,
    instructions: hold.CAUSE_ENDED,
    by: 'MIG-S',
    when: { all: [{ not: 'received' }, 'event:force-majeure'] },
    clearsAtOpening: ['noForceMajeure', 'windowValid'],
    deadline: hold.FORCE_MAJEURE_REVIEW('Review as for health; LM art. 125 gives no term'),
  },
  ...protectiveReferrals(['inSendingState', { not: 'received' }], ['received'], EVERYTHING),
  {
    ...hold.ABSENCE_REVIEW,
    instructions: t(
      'Anote si la persona volvió o si el proceso se cierra. La ausencia no se sanciona aquí.',
      'Record whether the person came back or the run is closed. Absence carries no sanction here.',
    ),
    when: { all: [{ not: 'received' }, 'event:absconded'] },
    clearsAtOpening: ['personPresent'],
    outcomes: [hold.CAME_BACK, hold.CLOSED_AS_ABSENT],
  },
  {
    ...hold.DEATH_NOTICE,
    instructions: hold.FAMILY_THEN_CONSULATE,
  },
  {
    ...hold.LEAD_DECISION,
    instructions: t(
      'El proceso agotó sus intentos. Decida si la persona permanece o queda en libertad; ya no puede ser trasladada.',
      'The run has used up its attempts. Decide whether the person stays or is released; they can no longer be transferred.',
    ),
    when: {
      all: [
        { not: 'inTransit' },
        { not: 'received' },
        {
          any: [
            'idle',
            'exhausted:individual-assessment',
            'exhausted:protection-or-regularisation',
            'exhausted:removal-decision',
            'exhausted:renewed-removal-decision',
            'exhausted:family-unity-check',
            'exhausted:readmission-application',
            'exhausted:nationality-alternatives',
            'exhausted:statelessness-branch',
            'exhausted:individual-clearance',
            'exhausted:manifest-proposal',
            'exhausted:manifest-acceptance',
            'exhausted:fit-to-travel',
            'exhausted:pre-departure-check',
            'exhausted:medical-hold',
            'exhausted:departure',
          ],
        },
      ],
    },
    clearsAtOpening: READINESS,
    deadline: due(5, 'working-days', 'L1', choice('Within the 60 working days of the stay')),
    outcomes: [
      outcome('stay', t('Permanece con permiso', 'Stays with a permit'), { ends: 'closed-stay' }),
      outcome('release', t('En libertad', 'Released'), { ends: 'released' }),
    ],
  },
  { ...hold.STANDSTILL_AFTER_RETURN, outcomes: [hold.LOOK_AGAIN, hold.TO_BE_CLOSED] },
];

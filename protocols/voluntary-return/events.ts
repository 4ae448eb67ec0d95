import type { ProtocolEvent } from '../language/definition.js';
import { WITHDRAWAL_CHANNEL, withdrawalsOf } from '../shared/consents.js';
import * as usual from '../shared/events.js';
import { CHECKED_NEWS, DECIDED_NEWS, MEMBER_DIVERGED, MEMBER_REJOINED } from '../shared/family.js';
import { law, t } from '../shared/texts.js';
import { consents } from './consents.js';
import type { VoluntaryNames } from './names.js';
import { AFTER_CONSENT, CHILD, CONSENT, EVERYTHING, NOT_HOME, TRIP, TRIP_STEPS } from './pieces.js';

type VoluntaryEvent = ProtocolEvent<VoluntaryNames>;

const NOT_RETURNED = { not: 'returned' } as const;
const BEFORE_DEPARTURE = { all: ['inSendingState', NOT_HOME] } as const;

/** What may be reported at any hour. */
export const events: readonly VoluntaryEvent[] = [
  {
    id: 'consent-revoked',
    title: t('La persona se desiste o retira su acuerdo', 'The person withdraws'),
    by: 'anyone',
    clears: [
      'returnWanted',
      ...CONSENT,
      ...TRIP,
      'consularContactAgreed',
      'originNoticeAgreed',
      'reintegrationConsent',
    ],
    assigns: { contactAgreed: false, municipalityAgreed: false },
    withdraws: [...AFTER_CONSENT, 'post-arrival-contact', 'reintegration-offer'],
    revokes: consents.map(({ id }) => id),
    form: [WITHDRAWAL_CHANNEL],
    basis: [law('GCM objective 21(b)')],
  },
  ...withdrawalsOf(consents, {
    consulate: {},
    origin: {},
    contact: { withdraws: ['post-arrival-contact'] },
    municipality: {},
    support: {},
  }),
  {
    ...usual.APPEAL_FILED,
    while: NOT_RETURNED,
    clears: ['noRemedyPending', ...TRIP],
    withdraws: TRIP_STEPS,
    basis: [law('MX LA arts. 17 IV, 20, 126, 160'), law('MX LFPA arts. 85, 87')],
  },
  {
    ...usual.COURT_ORDER,
    while: NOT_RETURNED,
    clears: ['noRemedyPending', ...TRIP],
    withdraws: TRIP_STEPS,
  },
  {
    ...usual.ASYLUM_CLAIM,
    while: NOT_RETURNED,
    clears: [
      'noAsylumPending',
      'nonRefoulementClear',
      'counselled',
      ...CONSENT,
      ...TRIP,
      'consularContactAgreed',
      'originNoticeAgreed',
    ],
    withdraws: AFTER_CONSENT,
  },
  {
    ...usual.PROTECTION_SIGN,
    clears: [
      'noReferralPending',
      'nonRefoulementClear',
      ...CONSENT,
      ...TRIP,
      'consularContactAgreed',
      'originNoticeAgreed',
    ],
    withdraws: AFTER_CONSENT,
  },
  {
    ...usual.MINORITY_CLAIM,
    clears: ['noReferralPending', ...CONSENT, ...TRIP],
    withdraws: AFTER_CONSENT,
    basis: [law('MX LM art. 112')],
  },
  {
    ...usual.NEW_RISK,
    clears: ['counselled', 'nonRefoulementClear', ...CONSENT, ...TRIP],
    withdraws: AFTER_CONSENT,
    basis: [law('GCM objective 21')],
  },
  {
    ...usual.ILLNESS,
    while: NOT_RETURNED,
    clears: ['noMedicalHold', 'fitToTravel', ...TRIP],
    withdraws: TRIP_STEPS,
  },
  {
    ...usual.FORCE_MAJEURE,
    by: ['IOM', 'MIG-S', 'RECTOR'],
    while: BEFORE_DEPARTURE,
    clears: ['noForceMajeure', ...TRIP],
    withdraws: TRIP_STEPS,
  },
  {
    ...usual.FAMILY_CHANGE,
    title: t('Cambio en la familia o en quién acompaña', 'Change in the family or who accompanies'),
    while: {
      all: [NOT_HOME, { any: ['inSendingState', { attribute: 'withChildren', is: true }] }],
    },
    clears: [...CHILD, ...TRIP],
    withdraws: TRIP_STEPS,
    basis: [law('GCM objective 21(g)')],
  },
  {
    id: 'escort-unavailable',
    title: t('Falta quien acompaña', 'The escort dropped out'),
    by: ['IOM', 'HEA-S', 'CPA-S', 'RECTOR'],
    while: { all: [NOT_RETURNED, { attribute: 'escorted', is: true }] },
    clears: ['escortSettled', ...TRIP],
    withdraws: TRIP_STEPS,
    basis: [law('GCM objective 21(g)')],
  },
  {
    id: 'rescheduled',
    title: t('Cambio de fecha', 'Change of date'),
    by: ['IOM'],
    while: BEFORE_DEPARTURE,
    clears: TRIP,
    withdraws: TRIP_STEPS,
  },
  {
    ...MEMBER_DIVERGED,
    while: BEFORE_DEPARTURE,
    clears: TRIP,
    withdraws: TRIP_STEPS,
    basis: [law('GCM objective 21(b)')],
  },
  {
    ...MEMBER_REJOINED,
    while: BEFORE_DEPARTURE,
    clears: TRIP,
    withdraws: TRIP_STEPS,
  },
  ...DECIDED_NEWS,
  ...CHECKED_NEWS,
  {
    ...usual.STATUS_GRANTED,
    while: BEFORE_DEPARTURE,
    clears: ['returnWanted', ...CONSENT, ...TRIP],
    withdraws: AFTER_CONSENT,
  },
  {
    id: 'absconded',
    title: t('La persona está ausente', 'The person is absent'),
    by: ['IOM', 'RECTOR'],
    while: NOT_HOME,
    clears: ['personPresent', 'consentValid'],
  },
  {
    ...usual.DECEASED,
    clears: ['personPresent', ...EVERYTHING],
    withdraws: [
      'intake',
      'choice',
      'staying',
      'preparation',
      'travel',
      'reception',
      'reintegration',
      'holds',
    ],
  },
  {
    ...usual.LEFT_AREA,
    by: ['IOM', 'OPB', 'MUN'],
    while: 'returned',
  },
  {
    ...usual.SUPPORT_ENDED,
    by: ['OPB', 'IOM'],
    while: 'returned',
  },
];

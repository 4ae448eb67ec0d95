import type { ProtocolEvent } from '../language/definition.js';
import { WITHDRAWAL_CHANNEL, withdrawalsOf } from '../shared/consents.js';
import * as usual from '../shared/events.js';
import {
  CHECKED_NEWS,
  DECIDED_NEWS,
  MEMBER_DIVERGED,
  MEMBER_REJOINED,
  READY_NEWS,
  TRAVELLING_NEWS,
} from '../shared/family.js';
import { law, t } from '../shared/texts.js';
import { consents } from './consents.js';
import type { AdultDeporteeNames } from './names.js';
import { AFTER_PROPOSAL, ask, DECISION, READINESS, TRANSFER_READY } from './pieces.js';

type AdultEvent = ProtocolEvent<AdultDeporteeNames>;

const UNTIL_RECEIVED = { not: 'received' } as const;
const WITHDRAWN = ['preparation', 'transfer'] as const;
/** The paper a person holds stays valid; everything else must be looked at again. */
const STOPS = ['familyUnityOk', ...TRANSFER_READY] as const;

/** What waits for family unity. */
const AFTER_UNITY = [
  'readmission-application',
  'nationality-verification',
  'readmission-information',
  'travel-document',
  'document-relay',
  'standard-document',
  'individual-clearance',
  'transfer',
] as const;

/** What may be reported at any hour. */
export const events: readonly AdultEvent[] = [
  {
    ...usual.APPEAL_FILED,
    while: UNTIL_RECEIVED,
    clears: ['noRemedyPending', ...STOPS],
    withdraws: WITHDRAWN,
    basis: [law('MX LA arts. 17 IV, 20, 126, 160'), law('MX LFPA arts. 85, 87')],
  },
  {
    ...usual.COURT_ORDER,
    while: UNTIL_RECEIVED,
    clears: ['noRemedyPending', ...STOPS],
    withdraws: WITHDRAWN,
  },
  {
    ...usual.ASYLUM_CLAIM,
    while: UNTIL_RECEIVED,
    clears: ['noAsylumPending', 'consularContactAllowed', 'nonRefoulementClear', ...STOPS],
    withdraws: WITHDRAWN,
  },
  {
    ...usual.PROTECTION_SIGN,
    clears: ['noReferralPending', 'consularContactAllowed', 'nonRefoulementClear', ...STOPS],
    withdraws: WITHDRAWN,
  },
  {
    ...usual.MINORITY_CLAIM,
    clears: ['noReferralPending', ...DECISION, ...READINESS],
    withdraws: WITHDRAWN,
  },
  {
    ...usual.NEW_RISK,
    clears: ['individualAssessed', 'nonRefoulementClear', ...STOPS],
    withdraws: WITHDRAWN,
  },
  {
    ...usual.ILLNESS,
    while: UNTIL_RECEIVED,
    clears: [
      'noMedicalHold',
      'fitToTravel',
      'windowValid',
      'receptionConfirmed',
      'needsAnnounced',
      'monitorNotified',
      'finalCheckPassed',
    ],
    withdraws: AFTER_PROPOSAL,
  },
  {
    ...usual.FORCE_MAJEURE,
    by: ['MIG-S', 'MIG-R', 'RECTOR'],
    while: 'inSendingState',
    clears: [
      'noForceMajeure',
      'windowValid',
      'receptionConfirmed',
      'needsAnnounced',
      'monitorNotified',
      'finalCheckPassed',
    ],
    withdraws: AFTER_PROPOSAL,
  },
  {
    ...usual.FAMILY_CHANGE,
    title: t('Cambio en la familia', 'Change in the family'),
    while: 'inSendingState',
    clears: STOPS,
    withdraws: AFTER_UNITY,
    basis: [law('MX LM art. 120')],
  },
  {
    ...MEMBER_DIVERGED,
    while: 'inSendingState',
    clears: STOPS,
    withdraws: ['family-unity-check', ...AFTER_UNITY],
    basis: [law('MX LM art. 120')],
  },
  {
    ...MEMBER_REJOINED,
    while: 'inSendingState',
    clears: STOPS,
    withdraws: ['family-unity-check', ...AFTER_UNITY],
  },
  ...DECIDED_NEWS,
  ...READY_NEWS,
  ...CHECKED_NEWS,
  ...TRAVELLING_NEWS,
  {
    ...usual.RESCHEDULED,
    by: ['MIG-S', 'MIG-R'],
    while: 'inSendingState',
    clears: [
      'windowValid',
      'receptionConfirmed',
      'needsAnnounced',
      'monitorNotified',
      'finalCheckPassed',
    ],
    withdraws: AFTER_PROPOSAL,
  },
  {
    ...usual.STATUS_GRANTED,
    while: 'inSendingState',
    ends: 'closed-stay',
  },
  {
    id: 'consent-revoked',
    title: t('La persona retira su aceptación', 'The person withdraws consent'),
    by: 'anyone',
    clears: ['reintegrationConsent'],
    assigns: { contactAgreed: false, municipalityAgreed: false },
    revokes: ['support', 'contact', 'municipality'],
    form: [WITHDRAWAL_CHANNEL],
  },
  ...withdrawalsOf(consents, { contact: {}, municipality: {}, support: {} }),
  {
    id: 'absconded',
    title: t('Ausencia de la persona', 'The person is absent'),
    by: ['MIG-S', 'HEA-S', 'RECTOR'],
    while: UNTIL_RECEIVED,
    clears: ['personPresent', 'finalCheckPassed'],
  },
  {
    ...usual.DECEASED,
    clears: ['personPresent', ...READINESS],
    withdraws: [
      'intake',
      'assessment',
      'decision',
      'preparation',
      'transfer',
      'handover',
      'reception',
      'reintegration',
      'holds',
    ],
  },
  {
    id: 'readmission-error',
    title: t('Readmisión por error', 'Readmission in error'),
    by: ['MIG-R'],
    while: 'takeBackOpen',
    form: [ask('error-proof', 'long-text', 'D1', t('Pruebas', 'Proof'))],
  },
  {
    ...usual.LEFT_AREA,
    by: ['OPB', 'MUN'],
    while: 'received',
  },
  {
    ...usual.SUPPORT_ENDED,
    by: ['OPB', 'IOM'],
    while: 'received',
  },
];

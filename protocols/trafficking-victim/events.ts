import type { ProtocolEvent } from '../language/definition.js';
import { WITHDRAWAL_CHANNEL, withdrawalsOf } from '../shared/consents.js';
import * as usual from '../shared/events.js';
import { known, law, t } from '../shared/texts.js';
import { consents } from './consents.js';
import type { TraffickingVictimNames } from './names.js';
import {
  ASSESSMENT,
  BEFORE_HANDOVER,
  EVERYTHING,
  JOURNEY,
  NOT_A_CHILD,
  PREPARED,
  RETURN_DECISION,
  WAY_OUT,
} from './needs.js';

type ProtectedEvent = ProtocolEvent<TraffickingVictimNames>;

/** What no longer holds when those who were to care for a child at home will not, or the family is another. */
const CARE_AT_HOME = [
  'careSettled',
  'carerOrCareSecured',
  'childViewRecorded',
  ...RETURN_DECISION,
  ...JOURNEY,
] as const;

/** What may be reported at any hour. */
export const events: readonly ProtectedEvent[] = [
  {
    ...usual.APPEAL_FILED,
    while: BEFORE_HANDOVER,
    clears: ['noRemedyPending', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.COURT_ORDER,
    while: BEFORE_HANDOVER,
    clears: ['noRemedyPending', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.ASYLUM_CLAIM,
    while: BEFORE_HANDOVER,
    clears: ['noAsylumPending', 'nonRefoulementClear', 'disclosureAuthorised', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.NEW_PROTECTION_SIGN,
    clears: [...ASSESSMENT, 'childViewRecorded', ...RETURN_DECISION, ...JOURNEY],
    withdraws: [...PREPARED, ...WAY_OUT],
  },
  {
    ...usual.MINORITY_CLAIM,
    title: t(
      'Dice o parece ser menor de 18 años, o se duda',
      'Says or seems to be under 18, or in doubt',
    ),
    assigns: { isMinor: true },
    clears: [
      'majorityEstablished',
      'adulthoodFound',
      'ageFindingFinal',
      ...RETURN_DECISION,
      'disclosureAuthorised',
      ...JOURNEY,
    ],
    sets: ['ageQuestioned'],
    withdraws: [
      ...PREPARED,
      'presume-minority',
      'age-remedy-window',
      'age-remedy-pending',
      'age-conclusion',
      'options-counselling',
      'options-and-decision',
      'decision-review',
      'disclosure-authorisation',
      'disclosure-choice',
      'protection-end',
    ],
  },
  {
    ...usual.NEW_RISK,
    clears: [
      ...ASSESSMENT,
      ...RETURN_DECISION,
      'originRiskAssessed',
      'originConditionsOk',
      'childViewRecorded',
      ...JOURNEY,
    ],
    withdraws: PREPARED,
  },
  {
    id: 'consent-revoked',
    title: t('La persona retira su consentimiento', 'The person withdraws consent'),
    by: 'anyone',
    clears: [
      'noObjection',
      'disclosureAuthorised',
      'childViewRecorded',
      'programmeConsent',
      ...RETURN_DECISION,
      ...JOURNEY,
    ],
    withdraws: PREPARED,
    revokes: ['return', 'disclosure', 'programme'],
    form: [WITHDRAWAL_CHANNEL],
    basis: [law('GCM objective 21(b)')],
  },
  ...withdrawalsOf(consents, {
    assistance: { withdraws: ['shelter-and-care'] },
    referrals: {},
    programme: {},
  }),
  {
    id: 'disclosure-revoked',
    title: t(
      'La persona retira la autorización de comunicar',
      'The person withdraws the authorisation to communicate',
    ),
    by: 'anyone',
    while: BEFORE_HANDOVER,
    revokes: ['disclosure'],
    form: [WITHDRAWAL_CHANNEL],
    clears: ['disclosureAuthorised', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    id: 'stay-requested',
    title: t(
      'La persona pide alternativas al retorno',
      'The person asks for alternatives to return',
    ),
    by: 'anyone',
    while: { all: [{ not: 'inTransit' }, { not: 'received' }] },
    clears: ['returnOpen', ...RETURN_DECISION, ...JOURNEY],
    withdraws: PREPARED,
  },
  {
    id: 'new-hearing',
    title: t('Audiencia nueva', 'New hearing'),
    by: ['PROS', 'COURT', 'LEGAL', 'ATU-S'],
    while: 'inSendingState',
    clears: ['proceedingsFree', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.ILLNESS,
    while: BEFORE_HANDOVER,
    clears: ['noMedicalHold', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.FORCE_MAJEURE,
    by: ['ATU-S', 'ATU-R', 'IOM', 'RECTOR'],
    while: 'inSendingState',
    clears: ['noForceMajeure', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.RESCHEDULED,
    by: ['ATU-S', 'ATU-R', 'IOM'],
    while: 'inSendingState',
    clears: JOURNEY,
    withdraws: ['transfer'],
  },
  {
    id: 'guardian-lost',
    title: t('La tutora o el tutor deja el cargo', 'The guardian leaves the office'),
    by: ['CPA-S', 'LEGAL', 'ATU-S', 'COURT'],
    while: BEFORE_HANDOVER,
    clears: ['guardianActive', 'finalCheckPassed'],
  },
  {
    ...usual.CARER_WITHDRAWN,
    by: ['CPA-R', 'CPA-S', 'ATU-R'],
    while: BEFORE_HANDOVER,
    clears: CARE_AT_HOME,
    withdraws: PREPARED,
  },
  {
    ...usual.FAMILY_CHANGE,
    title: t('Cambio en la familia', 'Change in the family'),
    while: BEFORE_HANDOVER,
    clears: CARE_AT_HOME,
    withdraws: PREPARED,
    basis: [known('CRC GC14'), law('A/RES/64/142 para. 148(b)')],
  },
  {
    ...usual.ESCORT_LOST,
    id: 'escort-lost',
    by: ['IOM', 'CPA-S', 'ATU-S', 'ATU-R'],
    while: BEFORE_HANDOVER,
    clears: ['escortSettled', 'escortAssigned', 'finalCheckPassed', 'consentValid'],
  },
  {
    id: 'absconded',
    title: t('Ausencia de la persona', 'The person is absent'),
    by: ['ATU-S', 'CPA-S', 'IOM', 'RECTOR'],
    while: BEFORE_HANDOVER,
    clears: ['personPresent', 'finalCheckPassed'],
  },
  {
    ...usual.DECEASED,
    clears: ['personPresent', ...EVERYTHING],
    withdraws: [
      'identification',
      'protection',
      'decision',
      'best-interests',
      'preparation',
      'transfer',
      'handover',
      'reception',
      'reintegration',
      'holds',
    ],
  },
  {
    ...usual.LEFT_AREA,
    by: ['ATU-R', 'CSO-R', 'CPA-R'],
    while: 'received',
  },
  {
    ...usual.SUPPORT_ENDED,
    by: ['ATU-R', 'IOM'],
    while: { all: ['received', NOT_A_CHILD] },
  },
];

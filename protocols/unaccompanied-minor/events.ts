import type { ProtocolEvent } from '../language/definition.js';
import * as usual from '../shared/events.js';
import {
  CHECKED_NEWS,
  DECIDED_NEWS,
  MEMBER_DIVERGED,
  MEMBER_REJOINED,
  READY_NEWS,
  TRAVELLING_NEWS,
} from '../shared/family.js';
import { known, law, t } from '../shared/texts.js';
import type { MinorNames } from './names.js';
import {
  BEFORE_HANDOVER,
  BID,
  CONSULAR,
  HERE,
  IN_ORIGIN,
  JOURNEY,
  PREPARED,
  PROSPECTS,
  SCREENS,
} from './needs.js';
import { ask } from './pieces.js';

type MinorEvent = ProtocolEvent<MinorNames>;

/** What may be reported at any hour. */
export const events: readonly MinorEvent[] = [
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
    title: t('Solicitud de refugio', 'Asylum claim'),
    while: BEFORE_HANDOVER,
    clears: [
      'noAsylumPending',
      'protectionScreened',
      'nonRefoulementClear',
      ...CONSULAR,
      ...BID,
      ...JOURNEY,
    ],
    withdraws: PREPARED,
    form: [
      ask('claim', 'long-text', 'D6', t('Lo que dijo la niña o el niño', 'What the child said')),
    ],
  },
  {
    ...usual.NEW_PROTECTION_SIGN,
    clears: [...SCREENS, ...CONSULAR, 'childViewRecorded', ...BID, ...JOURNEY, 'receptionSafe'],
    withdraws: PREPARED,
  },
  {
    ...usual.MINORITY_CLAIM,
    while: BEFORE_HANDOVER,
    clears: ['ageFindingFinal'],
    sets: ['childTreatment'],
    withdraws: ['age-remedy-window', 'age-remedy-pending', 'age-transfer'],
  },
  {
    ...usual.NEW_RISK,
    clears: [...SCREENS, ...CONSULAR, ...PROSPECTS, ...BID, ...JOURNEY, 'receptionSafe'],
    withdraws: PREPARED,
  },
  {
    ...MEMBER_DIVERGED,
    while: BEFORE_HANDOVER,
    clears: ['siblingsSettled', ...JOURNEY],
    withdraws: ['siblings-together', 'transfer'],
    basis: [law('MX LGDNNA art. 95')],
  },
  {
    ...MEMBER_REJOINED,
    while: HERE,
    clears: ['siblingsSettled', ...JOURNEY],
    withdraws: ['siblings-together', 'transfer'],
  },
  ...DECIDED_NEWS,
  ...READY_NEWS,
  ...CHECKED_NEWS,
  ...TRAVELLING_NEWS,
  {
    id: 'consent-revoked',
    title: t(
      'La niña, el niño o su familia ya no está conforme',
      'The child or family no longer agrees',
    ),
    by: 'anyone',
    while: BEFORE_HANDOVER,
    clears: ['childViewRecorded', ...BID, ...JOURNEY],
    withdraws: PREPARED,
    basis: [law('MX LGDNNA art. 92 IV')],
  },
  {
    id: 'stay-requested',
    title: t('Se piden alternativas al retorno', 'Alternatives to return are asked for'),
    by: 'anyone',
    while: HERE,
    clears: ['returnOpen', ...BID, ...JOURNEY],
    withdraws: PREPARED,
  },
  {
    ...usual.ILLNESS,
    while: BEFORE_HANDOVER,
    clears: ['noMedicalHold', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.FORCE_MAJEURE,
    by: ['CPA-S', 'CPA-R', 'MIG-S', 'IOM', 'RECTOR'],
    while: HERE,
    clears: ['noForceMajeure', ...JOURNEY],
    withdraws: ['transfer'],
  },
  {
    ...usual.RESCHEDULED,
    by: ['CPA-S', 'CPA-R', 'MIG-S', 'IOM'],
    while: HERE,
    clears: JOURNEY,
    withdraws: ['transfer'],
  },
  {
    id: 'guardian-lost',
    title: t(
      'La tutora o el tutor deja el cargo, o hay conflicto',
      'The guardian leaves, or has a conflict',
    ),
    by: ['CPA-S', 'LEGAL', 'COURT'],
    while: BEFORE_HANDOVER,
    clears: ['guardianActive', 'finalCheckPassed'],
    withdraws: ['departure'],
  },
  {
    ...usual.CARER_WITHDRAWN,
    by: ['CPA-R', 'CPA-S'],
    while: BEFORE_HANDOVER,
    clears: ['careSettled', 'carerOrCareSecured', 'childViewRecorded', ...BID, ...JOURNEY],
    withdraws: PREPARED,
  },
  {
    ...usual.FAMILY_CHANGE,
    title: t('Cambio en la familia', 'Change in the family'),
    while: BEFORE_HANDOVER,
    clears: ['careSettled', 'carerOrCareSecured', 'childViewRecorded', ...BID, ...JOURNEY],
    withdraws: PREPARED,
    basis: [known('CRC GC14'), law('A/RES/64/142 para. 148(b)')],
  },
  {
    ...usual.ESCORT_LOST,
    id: 'escort-lost',
    by: ['IOM', 'CPA-S', 'CPA-R', 'MIG-S'],
    while: BEFORE_HANDOVER,
    clears: ['escortAssigned', 'finalCheckPassed'],
    withdraws: ['departure'],
  },
  {
    id: 'absconded',
    title: t('Ausencia de la niña o el niño', 'The child is absent'),
    by: ['CPA-S', 'CPA-R', 'MIG-S', 'IOM', 'RECTOR'],
    clears: ['personPresent', 'finalCheckPassed'],
    withdraws: ['departure'],
  },
  {
    id: 'turned-eighteen',
    title: t('Cumplió 18 años', 'Turned 18'),
    by: ['CPA-S', 'CPA-R', 'LEGAL', 'RECTOR'],
  },
  {
    id: 'left-area',
    title: t('Salió de la zona o del país', 'Left the area or the country'),
    by: ['CPA-R', 'MUN'],
    while: IN_ORIGIN,
  },
  {
    ...usual.DECEASED,
    clears: ['living', 'personPresent', 'finalCheckPassed'],
    withdraws: [
      'detection',
      'screening',
      'identity',
      'family',
      'best-interests',
      'decision',
      'stay',
      'preparation',
      'transfer',
      'handover',
      'reception',
      'reintegration',
      'holds',
    ],
  },
];

import type { ProtocolScene } from '../scene.js';
import { HOME, PROFILE, REGISTERED, received, SUPPORTED, visits } from './pieces.js';

const PROTECTED = { protocol: 'trafficking-victim', entry: 'r-protected-reception' };
const CHILD = { protocol: 'unaccompanied-minor', entry: 'reception-screening' };

/** Cases that differ after the handover. */
export const scenesAfter: readonly ProtocolScene[] = [
  {
    id: 'a late interview, a threat, and new information that calls for protection',
    beats: [
      ...received,
      { answers: 'reception-registration:registered' },
      { untilDue: 'reception-screening' },
      { answers: 'reception-immediate-assistance:given reception-screening:shelter-offered' },
      { answers: 'reception-screening:threat protected-shelter:screen-again' },
      { answers: 'reception-screening:threat protected-shelter:declined' },
      { answers: 'identity-documentation:issued-and-referred onward-transport:stays' },
      { confirm: 'all' },
      { event: 'new-risk-information/OPB' },
      { answers: 'reception-screening:protected-handling' },
    ],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'threatened again and again until nobody acts: the lead has another look taken, and closes',
    beats: [
      ...received,
      {
        answers: `${REGISTERED} ${Array(12).fill('reception-screening:threat protected-shelter:screen-again').join(' ')}`,
      },
      { untilDue: 'standstill-after-return' },
      {
        answers:
          'standstill-after-return:look-again standstill-after-return:to-be-closed closure:term-ended',
      },
    ],
    ends: 'closed-done-term',
  },
  {
    id: 'relocated and declining: the door stays open for a year and closes by itself',
    beats: [
      ...received,
      { answers: `${REGISTERED} reception-screening:threat protected-shelter:relocated` },
      { answers: 'identity-documentation:issued onward-transport:gone' },
      { answers: 'reintegration-offer:declines' },
      { untilDue: 'open-door' },
    ],
    ends: 'closed-declined',
  },
  {
    id: 'never reached, and closed by a person',
    beats: [
      ...received,
      { answers: `${HOME} reintegration-offer:not-reached open-door:door-closed` },
    ],
    ends: 'closed-declined',
  },
  {
    id: 'what was agreed to is taken back, one thing after the other',
    beats: [
      ...received,
      { answers: `${HOME} reintegration-offer:accepts` },
      { answers: 'needs-and-skills-assessment:assessed reintegration-plan:agreed' },
      { event: 'withdrawn-contact/OPB' },
      { event: 'withdrawn-municipality/OPB' },
      { event: 'withdrawn-support/LEGAL' },
      { answers: 'closure:withdrew' },
    ],
    ends: 'closed-done-withdrew',
  },
  {
    id: 'a later opt-in, and consent withdrawn before the plan',
    beats: [
      ...received,
      { answers: `${HOME} reintegration-offer:declines` },
      { hours: 60 * 24 },
      { answers: 'open-door:opted-in needs-and-skills-assessment:assessed' },
      { event: 'consent-revoked/LEGAL' },
      { refused: 'reintegration-plan:agreed', code: 'requirement-missing' },
      { refused: 'readmission-error/OPB', code: 'event-not-allowed' },
      { refused: 'appeal-filed/LEGAL', code: 'event-too-late' },
      { answers: 'closure:withdrew' },
    ],
    ends: 'closed-done-withdrew',
  },
  {
    id: 'no service, no provider in the new place, no more funds',
    beats: [
      ...received,
      { answers: `${HOME} ${PROFILE} reintegration-plan:agreed` },
      { answers: 'referral:declined referral-alternative:found referral:declined' },
      { answers: 'referral-alternative:none support-disbursement:nothing-due' },
      ...visits('follow-up-visit', 'moved follow-up-transfer:no-provider'),
      { event: 'support-ended/IOM' },
      { answers: 'closure:means-ended' },
    ],
    ends: 'closed-done-means',
  },
  {
    id: 'gone from the area and the programme; later known to have died',
    beats: [
      ...received,
      { answers: `${HOME} ${PROFILE} ${SUPPORTED}` },
      { event: 'left-area/OPB' },
      ...visits('follow-up-visit', 'left'),
      { answers: 'closure:died' },
    ],
    ends: 'deceased',
  },
  {
    id: 'a sign seen at reception is answered',
    beats: [
      ...received,
      { event: 'trafficking-indicator/REC' },
      { answers: 'protected-referral-reception:received' },
    ],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'a sign seen at reception moves the person on by silence',
    beats: [
      ...received,
      { event: 'trafficking-indicator/REC' },
      { untilDue: 'protected-referral-reception' },
    ],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'a child recognised at reception is received',
    beats: [
      ...received,
      { event: 'minority-claim/REC' },
      { answers: 'minority-referral-reception:received' },
    ],
    ends: 'transferred',
    continues: CHILD,
  },
];

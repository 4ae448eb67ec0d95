import { days, inTime, say, told, visits } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import { ACCEPTED, booked, home, leaves, PLANNED, READY, SETTLED } from './pieces.js';

const ON_THEIR_OWN = { entry: 'self-return-registration' };
const PROTECTED = { protocol: 'trafficking-victim', entry: 'r-protected-reception' };
const CHILD = { protocol: 'unaccompanied-minor', entry: 'reception-screening' };

/** A family that went home together: the children are looked after as well. */
const familyHome = [
  say('request:received who-travels:with-children child-in-family-bia:in-best-interests'),
  say('protection-vulnerability-screening:none information-counselling:informed'),
  ...inTime('consent:given'),
  say('host-clearance:clear', READY),
  booked(),
  say('advance-notice:sent'),
  ...leaves,
  say('transit-assistance:arrived arrival-reception:received'),
];

/** Cases that turn on what happens at home, also of somebody who came home alone. */
export const scenesHome: readonly ProtocolScene[] = [
  {
    id: 'self-return: no proof asked, another provider looked for, supported for a year',
    always: true,
    told: true,
    attributes: ON_THEIR_OWN,
    beats: [
      say('self-return-registration:registered', ACCEPTED, PLANNED),
      say('referral:declined referral-alternative:found referral:declined'),
      say('referral-alternative:none support-disbursement:nothing-due'),
      ...visits('follow-up-visit', 'fine', 'fine', 'fine', 'fine'),
      say('sustainability-score:at-threshold closure:goal-met'),
    ],
    ends: 'closed-done-goal',
  },
  {
    id: 'self-return of a child alone',
    always: true,
    attributes: ON_THEIR_OWN,
    beats: [say('self-return-registration:unaccompanied-child')],
    ends: 'transferred',
    continues: CHILD,
  },
  {
    id: 'self-return with children, never reached; the door closes after a year',
    attributes: ON_THEIR_OWN,
    beats: [
      say('self-return-registration:registered-with-children'),
      say('post-arrival-contact:not-reached post-arrival-contact:not-reached'),
      say('post-arrival-contact:not-reached'),
      ...visits('child-follow-up', 'court-decided'),
      { untilDue: 'open-door' },
      say('closure:declined'),
    ],
    ends: 'closed-declined',
  },
  {
    id: 'self-return with children who leave again; the area is left',
    attributes: ON_THEIR_OWN,
    beats: [
      say('self-return-registration:registered-with-children', SETTLED),
      ...visits('child-follow-up', 'left'),
      told('left-area/MUN'),
      say('closure:left-area'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'a family at home, two visits to the child, and the programme left in the extension',
    always: true,
    beats: [
      ...familyHome,
      say(SETTLED),
      ...visits('child-follow-up', 'fine'),
      ...visits('follow-up-visit', 'fine', 'fine'),
      ...visits('child-follow-up', 'turned-eighteen'),
      ...visits('follow-up-visit', 'fine', 'fine'),
      say('sustainability-score:below'),
      ...visits('extended-follow-up', 'fine', 'left'),
      say('closure:left-area'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'declined, opted in later, and withdrawn before the plan',
    beats: [
      ...home,
      say('post-arrival-contact:reached reintegration-offer:declines'),
      days(60),
      say('open-door:opted-in needs-and-skills-assessment:assessed'),
      told('consent-revoked/OPB'),
      { refused: 'reintegration-plan:agreed', code: 'requirement-missing' },
      say('closure:withdrew'),
    ],
    ends: 'closed-done-withdrew',
  },
  {
    id: 'everything agreed to is taken back, one thing after the other, and nothing else is lost',
    always: true,
    beats: [
      ...home,
      say(ACCEPTED, PLANNED),
      told('withdrawn-consulate/MUN'),
      told('withdrawn-origin/IOM'),
      told('withdrawn-contact/OPB'),
      told('withdrawn-municipality/OPB'),
      told('withdrawn-support/OPB'),
      say('closure:withdrew'),
    ],
    ends: 'closed-done-withdrew',
  },
  {
    id: 'declined, and the person says at once to close',
    beats: [
      ...home,
      say('post-arrival-contact:reached reintegration-offer:declines open-door:door-closed'),
      say('closure:declined'),
    ],
    ends: 'closed-declined',
  },
  {
    id: 'a year of risks, each looked at, and a plan that changes with them',
    beats: [
      ...home,
      say(SETTLED),
      told('new-risk-information/MUN'),
      say('safety-review:plan-change reintegration-plan:agreed referral:accepted'),
      say('support-disbursement:delivered'),
      ...visits('follow-up-visit', 'fine', 'fine', 'fine', 'fine'),
      say('sustainability-score:below'),
      ...visits(
        'extended-follow-up',
        'risk safety-review:handled',
        'moved follow-up-transfer:handed-on',
      ),
      say('final-sustainability-score:below closure:term-ended'),
    ],
    ends: 'closed-done-term',
  },
  {
    id: 'the programme is left at the first visit',
    beats: [...home, say(SETTLED), ...visits('follow-up-visit', 'left'), say('closure:left-area')],
    ends: 'closed-done-left',
  },
  {
    id: 'a threat calls for protected handling',
    beats: [...home, told('new-risk-information/IOM'), say('safety-review:protected-handling')],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'a child at risk in a family at home goes to child protection',
    beats: [...familyHome, ...visits('child-follow-up', 'risk'), say('safety-review:child-issue')],
    ends: 'transferred',
    continues: CHILD,
  },
  {
    id: 'a sign at home, received',
    beats: [
      ...home,
      told('trafficking-indicator/OPB'),
      say('protected-referral-reception:received'),
    ],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'a sign at home nobody answers',
    beats: [
      ...home,
      told('trafficking-indicator/MUN'),
      { untilDue: 'protected-referral-reception' },
    ],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'said at home to be under 18, received',
    beats: [...home, told('minority-claim/REC'), say('minority-referral-reception:received')],
    ends: 'transferred',
    continues: CHILD,
  },
  {
    id: 'said at home to be under 18, and moved on by itself',
    beats: [...home, told('minority-claim/OPB'), { untilDue: 'minority-referral-reception' }],
    ends: 'transferred',
    continues: CHILD,
  },
];

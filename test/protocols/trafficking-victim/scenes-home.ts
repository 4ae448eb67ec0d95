import { days, inTime, say, told, visits } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import {
  AT_RECEPTION,
  CHECK_INS,
  childInTransit,
  foundAtReception,
  HOUSED,
  handedOver,
  home,
  year,
} from './pieces.js';

const CHILD_HOME = 'r-protected-reception:received r-child-care:with-carer r-shelter:settled';

/** Cases that turn on what happens in the country of origin. */
export const scenesHome: readonly ProtocolScene[] = [
  {
    id: 'a person who returns by choice, and a year of discreet contacts',
    told: true,
    beats: [
      ...home,
      { confirm: 'all' },
      ...year('at-threshold'),
      say('closure:not-yet closure:goal-met'),
    ],
    ends: 'closed-done-goal',
  },
  {
    id: 'below the threshold to the end: the term is over',
    attributes: AT_RECEPTION,
    beats: [
      ...foundAtReception,
      say('reintegration-plan:agreed'),
      ...year('below'),
      ...visits('extended-follow-up', 'new-need referral:accepted', 'risk'),
      say('r-risk-assessment:no-threat final-sustainability-score:below closure:term-ended'),
    ],
    ends: 'closed-done-term',
  },
  {
    id: 'threats, at the first contact and later, each with another place',
    beats: [
      ...handedOver,
      say(HOUSED, 'referral:declined referral:accepted'),
      ...inTime('r-security-check-ins:threat'),
      say('r-risk-assessment:threat r-shelter:settled'),
      ...inTime('r-security-check-ins:safe'),
      say('reintegration-plan:agreed'),
      told('new-risk-information/CSO-R'),
      say('r-risk-assessment:no-threat'),
      told('trafficking-indicator/LEGAL'),
      say('r-risk-assessment:no-threat'),
      ...visits(
        'follow-up-visit',
        'risk r-risk-assessment:no-threat',
        'new-need referral:accepted',
      ),
      ...visits('follow-up-visit', 'left'),
      told('left-area/ATU-R'),
      say('closure:left-area'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'the support is declined, taken up later, and withdrawn from',
    attributes: AT_RECEPTION,
    beats: [
      ...foundAtReception,
      say('reintegration-plan:declined'),
      days(60),
      say('open-door:opted-in'),
      told('consent-revoked/LEGAL'),
      say('closure:withdrew'),
    ],
    ends: 'closed-done-withdrew',
  },
  {
    id: 'declined, and the door closes by itself after a year',
    attributes: AT_RECEPTION,
    beats: [...foundAtReception, say('reintegration-plan:declined'), { untilDue: 'open-door' }],
    ends: 'closed-declined',
  },
  {
    id: 'declined, and the person says at once to close',
    attributes: AT_RECEPTION,
    beats: [...foundAtReception, say('reintegration-plan:declined open-door:door-closed')],
    ends: 'closed-declined',
  },
  {
    id: 'the funds end',
    attributes: AT_RECEPTION,
    beats: [...foundAtReception, told('support-ended/IOM'), say('closure:means-ended')],
    ends: 'closed-done-means',
  },
  {
    id: 'contact lost, found safe, lost, found in danger, and lost for good',
    attributes: AT_RECEPTION,
    beats: [
      say(HOUSED, 'r-age-check:adult referral:none-wanted'),
      ...inTime('r-security-check-ins:no-contact'),
      say('r-lost-contact:searching r-lost-contact:found-safe'),
      ...inTime('r-security-check-ins:no-contact'),
      say('r-lost-contact:found-in-danger r-risk-assessment:no-threat'),
      ...inTime('r-security-check-ins:no-contact'),
      say('r-lost-contact:not-found closure:lost-contact'),
    ],
    ends: 'closed-lost-contact',
  },
  {
    id: 'a child found at reception, cared for, lost, and found again; extended and then left',
    attributes: AT_RECEPTION,
    beats: [
      say('r-protected-reception:received'),
      { untilDue: 'r-age-check' },
      say('r-child-care:alternative-care r-shelter:settled referral:accepted'),
      ...inTime('r-security-check-ins:no-contact'),
      say('r-lost-contact:not-found r-child-search:searching r-child-search:found'),
      say('reintegration-plan:agreed'),
      ...year('below'),
      ...visits('extended-follow-up', 'left'),
      say('closure:left-area'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'a child who declines until nobody acts: not closed, offered again, and accepted',
    attributes: AT_RECEPTION,
    beats: [
      say('r-protected-reception:received r-age-check:child r-child-care:with-carer'),
      say('r-shelter:settled referral:none-wanted'),
      ...inTime('r-security-check-ins:safe'),
      say('reintegration-plan:declined'),
      ...visits('r-security-check-ins', ...CHECK_INS),
      { untilDue: 'standstill-after-return' },
      // A child's file is not closed by this: the question comes again.
      say('standstill-after-return:to-be-closed standstill-after-return:look-again'),
      say('r-risk-assessment:no-threat reintegration-plan:agreed'),
      told('left-area/ATU-R'),
      say('closure:left-area'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'a child of doubtful age: presumed, looked at again, and above the threshold at last',
    attributes: AT_RECEPTION,
    beats: [
      say('r-protected-reception:received r-age-check:child-presumed r-shelter:settled'),
      told('minority-claim/CPA-R'),
      say('r-age-check:child r-child-care:with-carer referral:accepted'),
      ...inTime('r-security-check-ins:safe'),
      say('reintegration-plan:agreed'),
      ...year('below'),
      ...visits('extended-follow-up', 'fine', 'fine'),
      say('final-sustainability-score:at-threshold closure:goal-met'),
    ],
    ends: 'closed-done-goal',
  },
  {
    id: 'a child brought home and lost, until a court decides',
    beats: [
      ...childInTransit,
      say('arrival:arrived child-handover-reception-act:signed', CHILD_HOME, 'referral:accepted'),
      ...inTime('r-security-check-ins:no-contact'),
      say('r-lost-contact:not-found r-child-search:other-decision closure:term-ended'),
    ],
    ends: 'closed-done-term',
  },
];

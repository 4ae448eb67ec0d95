import { repeat, say, told } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import {
  CARED_FOR,
  CONSULATE,
  FINAL,
  FOUND,
  HEARD,
  IDENTIFIED,
  INPUTS,
  PROTECTED,
  REPORTED,
  SCREENED,
  SCREENS,
} from './pieces.js';

const STAYS = 'alternatives-to-return:regularised stay-review:settled';
const REPORT_AGAIN = 'bid-report:complete';
const HEARD_AGAIN = `child-view:recorded ${REPORT_AGAIN}`;

/** Cases that turn on who the child is, on family and care, and on what is best. */
export const scenesOrigin: readonly ProtocolScene[] = [
  {
    id: 'no notice to the consulate: the Red Cross finds the family, the panel decides to stay',
    beats: [
      say(SCREENED, 'consular-notification:suppressed family-tracing-red-cross:found'),
      say('origin-risk-assessment:acceptable', REPORT_AGAIN, 'bid-decision-without-return:stay'),
      say(STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the Red Cross finds nobody; danger in origin; deferred, then family in a third country',
    beats: [
      say(SCREENED, 'consular-notification:suppressed family-tracing-red-cross:not-found'),
      say('origin-risk-assessment:danger', REPORT_AGAIN, 'bid-decision-without-return:defer'),
      say('bid-complement:origin origin-risk-assessment:danger', HEARD_AGAIN),
      say('bid-decision-without-return:third-country-family', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the Red Cross searches for a child who is ill for months; the consulate is never told; stays',
    beats: [
      say(SCREENED, 'consular-notification:suppressed'),
      told('medical-hold/HEA-S'),
      say(repeat(11, 'medical-hold:still-unfit'), 'medical-hold:recovered'),
      say('family-tracing-red-cross:not-found origin-risk-assessment:acceptable'),
      say(repeat(2, 'bid-report:gaps bid-complement:view child-view:recorded'), REPORT_AGAIN),
      told('absconded/CPA-S'),
      say('child-search:searching child-search:found bid-decision-without-return:stay', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the child refuses the interview; the consulate asks three times and denies; stateless',
    beats: [
      say(SCREENED, 'consular-notification:sent consular-interview:child-refused'),
      say(repeat(3, 'identity-confirmation:rfi identity-information:supplied')),
      say('identity-confirmation:rfi nationality-alternatives:other-state'),
      say('immediate-risk-of-return:clear child-view:recorded', CONSULATE),
      say('identity-confirmation:not-national nationality-alternatives:possible-statelessness'),
      say('statelessness-branch:referred', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'relatives unsuitable or unwilling, then a licensed place: return to alternative care',
    beats: [
      say(SCREENED, IDENTIFIED, FOUND, 'family-assessment:unsuitable family-tracing:found'),
      say('family-assessment:suitable carer-agreement:refuses family-tracing:not-found'),
      say('alternative-care-in-origin:secured origin-risk-assessment:acceptable bid-report:gaps'),
      say('bid-complement:view child-view:recorded', REPORT_AGAIN, 'bid-decision:defer'),
      say('bid-complement:family family-tracing-request:sent family-tracing:not-found'),
      say('alternative-care-in-origin:secured', HEARD_AGAIN),
      say('bid-decision:return-alternative-care notify-decision:notified appeal-window:filed'),
      { refused: 'itinerary-and-window:inside-window', code: 'step-not-open' },
      say('appeal-pending:still-pending appeal-pending:changed', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'family in another country and no care: the panel decides to stay',
    beats: [
      say(SCREENED, IDENTIFIED, 'family-tracing-request:sent family-tracing:found-elsewhere'),
      say('origin-risk-assessment:acceptable', REPORT_AGAIN, 'bid-decision-without-return:stay'),
      say('alternatives-to-return:reunification-elsewhere stay-review:settled'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'nobody to care; the panel sees family in a third country, with all options before it',
    beats: [
      say(SCREENED, IDENTIFIED, 'family-tracing-request:sent family-tracing:not-found'),
      say('alternative-care-in-origin:none origin-risk-assessment:acceptable', REPORT_AGAIN),
      say('bid-decision-without-return:defer bid-complement:family'),
      say(CARED_FOR, HEARD_AGAIN, 'bid-decision:third-country-family', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a carer withdraws; the child no longer agrees; the determination is to stay',
    beats: [
      say(REPORTED, FINAL),
      told('carer-withdrawn/CPA-R'),
      say(CARED_FOR, HEARD_AGAIN, FINAL),
      told('family-change/LEGAL'),
      say(CARED_FOR, HEARD_AGAIN, FINAL),
      told('consent-revoked/LEGAL'),
      say('child-view:recorded', REPORT_AGAIN, 'bid-decision:stay', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'elements are missing three times over; the lead institution lets it be determined anew',
    beats: [
      say(SCREENED, INPUTS, repeat(3, 'bid-report:gaps bid-complement:view child-view:recorded')),
      say('bid-report:gaps lead-decision:anew child-view:recorded', IDENTIFIED.split(' ')[0]!),
      say('bid-report:complete', FINAL),
      told('court-order/COURT'),
      say('appeal-pending:overturned child-view:recorded bid-report:complete', FINAL),
      told('guardian-lost/LEGAL'),
      say('appoint-guardian:appointed'),
      told('new-risk-information/CPA-R'),
      say('initial-assessment:done', SCREENS, 'child-view:recorded'),
      told('stay-requested/LEGAL'),
      say(STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'no State confirms the child, three times over; the lead institution seeks alternatives',
    beats: [
      say(PROTECTED, SCREENS, HEARD, CONSULATE),
      say(
        repeat(
          3,
          `identity-confirmation:not-national nationality-alternatives:other-state
          immediate-risk-of-return:clear child-view:recorded ${CONSULATE}`,
        ),
      ),
      say('identity-confirmation:not-national lead-decision:alternatives', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the consulate has no office; the ministry refuses, then issues; then nothing is found safe',
    beats: [
      say(REPORTED, FINAL),
      say('travel-document:no-representation document-relay:refused consular-interview:done'),
      say(
        'identity-confirmation:confirmed travel-document:no-representation document-relay:issued',
      ),
      told('appeal-filed/LEGAL'),
      say('appeal-pending:upheld siblings-together:not-yet'),
      say('siblings-together:split-by-determination individual-return-plan:to-be-changed'),
      say('individual-return-plan:agreed itinerary-and-window:outside-window'),
      told('new-risk-information/LEGAL'),
      say('initial-assessment:done trafficking-screening:none'),
      say('international-protection-screening:none immediate-risk-of-return:risk', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the document is refused, and the search for who the child is begins again',
    beats: [
      say(REPORTED, FINAL, 'travel-document:refused consular-interview:done'),
      say('identity-confirmation:not-national nationality-alternatives:possible-statelessness'),
      say('statelessness-branch:referred', STAYS),
    ],
    ends: 'closed-stay',
  },
];

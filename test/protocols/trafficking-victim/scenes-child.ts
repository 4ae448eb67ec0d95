import { inTime, say, told } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import {
  AUTHORISED,
  CARED_FOR,
  CHILD,
  childChecked,
  DETERMINED,
  FINAL,
  FOUND,
  GUARDED,
  OWN_WISH,
  planned,
  REPORTED,
  RISK_LOW,
  VIEW,
} from './pieces.js';

const STAYS = 'alternatives-to-return:residence';
const REPORT = 'bid-report:complete';
const SENT = 'family-tracing-request:sent';
/** After the child objected, or nothing of the old readiness is left. */
const DETERMINED_ANEW = `${VIEW} ${REPORT} ${FINAL}`;
const CONFIRMED = 'reception-confirmation:confirmed child-reception-confirmation:confirmed';

/** Cases in which the best interests of a child take the place of the person's own decision. */
export const scenesChild: readonly ProtocolScene[] = [
  {
    id: 'nothing may be said at home, twice over; determined without the option of return: stays',
    beats: [
      say(CHILD, 'appoint-guardian:conflict appoint-guardian:appointed', OWN_WISH, RISK_LOW),
      say('non-refoulement-assessment:clear disclosure-authorisation:refused'),
      say('child-disclosure-choice:ask-again disclosure-authorisation:refused'),
      say('child-disclosure-choice:without-contact origin-risk-assessment:acceptable', VIEW),
      say(REPORT, 'bid-decision-without-return:defer bid-complement:view', VIEW, REPORT),
      say('bid-decision-without-return:stay', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'nothing may be said at home: alternatives at once',
    beats: [
      say(GUARDED, 'non-refoulement-assessment:clear disclosure-authorisation:refused'),
      say('child-disclosure-choice:alternatives', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'relatives will not do, no place is found: family in a third country',
    beats: [
      say(GUARDED, AUTHORISED, 'origin-risk-assessment:danger', VIEW, FOUND),
      say('family-assessment:unsuitable family-tracing:found family-assessment:suitable'),
      say('carer-agreement:refuses family-tracing:not-found alternative-care-in-origin:none'),
      say(REPORT, 'bid-decision-without-return:third-country-family', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'gaps in family and origin; a licensed place; the remedy is filed and overturns it all',
    beats: [
      say(GUARDED, AUTHORISED, 'origin-risk-assessment:acceptable', VIEW, SENT),
      say('family-tracing:not-found alternative-care-in-origin:secured bid-report:gaps'),
      say('bid-complement:origin origin-risk-assessment:acceptable', VIEW, REPORT),
      say('bid-decision:defer bid-complement:family', CARED_FOR, VIEW, REPORT),
      say('bid-decision:return-alternative-care'),
      say('bid-notice:notified bid-remedy-window:filed appeal-pending:stay-ordered'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'family in another country: the panel decides to stay',
    beats: [
      say(GUARDED, AUTHORISED, 'origin-risk-assessment:acceptable', VIEW, SENT),
      say('family-tracing:found-elsewhere', REPORT, 'bid-decision-without-return:stay', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'nobody files for fifteen working days; the carer withdraws, the family changes, the panel says stay',
    beats: [
      say(REPORTED, 'bid-decision:return-family bid-notice:notified'),
      { refused: 'bid-remedy-window:window-closed', code: 'outcome-by-silence' },
      { untilDue: 'bid-remedy-window' },
      told('carer-withdrawn/CPA-R'),
      say(CARED_FOR),
      told('family-change/LEGAL'),
      say(CARED_FOR, VIEW, REPORT, 'bid-decision:stay', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the guardian leaves, the panel sees family in a third country',
    beats: [
      say(REPORTED),
      told('guardian-lost/LEGAL'),
      say('appoint-guardian:appointed bid-decision:third-country-family', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the journey of a child is put off, objected to, aborted, and unsafe at the end',
    always: true,
    beats: [
      say(DETERMINED),
      planned(),
      say('family-contact-check:declined child-reception-confirmation:not-ready'),
      planned(),
      say(CONFIRMED, 'escort-assignment:assigned'),
      ...inTime('escort-and-fitness:ready'),
      ...inTime('child-pre-departure-check:not-cleared'),
      planned(),
      say(CONFIRMED, 'escort-assignment:assigned'),
      ...inTime('escort-and-fitness:ready'),
      ...inTime('child-pre-departure-check:opposed'),
      say(DETERMINED_ANEW),
      planned(),
      say(CONFIRMED, 'escort-assignment:assigned'),
      ...childChecked,
      say('child-departure:aborted', DETERMINED_ANEW),
      planned(),
      say(CONFIRMED, 'escort-assignment:assigned'),
      ...childChecked,
      say('child-departure:left arrival:arrived child-handover-reception-act:unsafe'),
      say('bring-back:stopped bring-back:brought-back'),
      told('stay-requested/CPA-S'),
      say(STAYS),
    ],
    ends: 'closed-stay',
  },
];

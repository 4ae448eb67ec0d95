import type { Beat } from '../../../rehearsal/scene.js';
import { inTime, say, visits } from '../beats.js';

/** Pieces that several cases of trafficking-victim go through, in the order of the protocol. */
export const FIRST = 'indicator-detected:recorded safety-first:safe';
export const GROUNDS = 'preliminary-identification:reasonable-grounds';
export const SAFE = `${FIRST} ${GROUNDS}`;
export const SHELTERED =
  'inform-rights:informed assistance-consent:accepts shelter-and-care:stable';
export const RECOGNISED =
  'formal-identification:recognised legal-status:granted justice-notice:sent';
/** The person wrote down their wish to end the period early, with counsel. */
export const OWN_WISH = 'recovery-reflection:ended-early';
export const RISK_LOW = 'risk-assessment:low legal-proceedings-check:free';

export const ADULT = `${SAFE} presume-minority:adult ${SHELTERED} ${RECOGNISED} ${OWN_WISH}`;
export const ASSESSED = `${ADULT} ${RISK_LOW}`;

/** The decision is asked for three days after the counselling. */
export const decides = (answer: string): Beat[] => [
  say('options-counselling:counselled'),
  ...inTime(`options-and-decision:${answer}`),
];
export const decided: readonly Beat[] = [say(ASSESSED), ...decides('return')];
export const AUTHORISED = 'non-refoulement-assessment:clear disclosure-authorisation:given';
export const IDENTITY = 'nationality-request:sent nationality-verification:confirmed';
export const PAPERS = `${IDENTITY} travel-document:issued plan-invitation:invited`;
export const papered: readonly Beat[] = [...decided, say(AUTHORISED, PAPERS)];

/** A plan for a journey a little over four days ahead. */
export const planned = (departureIn = 4.2): Beat => ({
  answers: 'safe-return-plan:agreed',
  departureIn,
});
export const AGREED = 'family-contact-check:declined reception-confirmation:confirmed';

export const checked: readonly Beat[] = [
  ...inTime('escort-and-fitness:ready'),
  ...inTime('pre-departure-check:reconfirmed'),
  { untilOpen: 'departure' },
];
export const leaves: readonly Beat[] = [...checked, say('departure:left')];
export const inTransit: readonly Beat[] = [...papered, planned(), say(AGREED), ...leaves];
export const handedOver: readonly Beat[] = [
  ...inTransit,
  say('arrival:arrived handover-reception-act:signed'),
];

export const HOUSED = 'r-protected-reception:received r-shelter:settled';
/** Settled, referred, and well at the first contact: then the plan. */
export const welcomed: readonly Beat[] = [
  say(HOUSED, 'referral:accepted'),
  ...inTime('r-security-check-ins:safe'),
];
export const supported: readonly Beat[] = [...welcomed, say('reintegration-plan:agreed')];
export const home: readonly Beat[] = [...handedOver, ...supported];
/** Found at reception in the country of origin: the run begins there. */
export const AT_RECEPTION = { entry: 'r-protected-reception' };
export const foundAtReception: readonly Beat[] = [
  say(HOUSED, 'r-age-check:adult referral:none-wanted'),
  ...inTime('r-security-check-ins:safe'),
];

export const CHECK_INS = ['safe', 'safe', 'safe'] as const;
/** A year of contacts with its two scores; the last one decides how it goes on. */
export const year = (lastScore: string): Beat[] => [
  ...visits('r-security-check-ins', ...CHECK_INS),
  ...visits('follow-up-visit', 'fine', 'fine', 'fine'),
  say('sustainability-score:at-threshold'),
  ...visits('follow-up-visit', 'fine', 'fine'),
  say(`sustainability-score:${lastScore}`),
];

/** A child with a guardian, past the period, whose risk is known. */
export const CHILD = `${SAFE} presume-minority:child ${SHELTERED} ${RECOGNISED}`;
export const GUARDED = `${CHILD} appoint-guardian:appointed ${OWN_WISH} child-file:sent ${RISK_LOW}`;
export const VIEW = 'child-view:recorded';
export const FOUND = 'family-tracing-request:sent family-tracing:found';
export const CARED_FOR = `${FOUND} family-assessment:suitable carer-agreement:agrees`;
export const INPUTS = `origin-risk-assessment:acceptable ${VIEW} ${CARED_FOR}`;
export const REPORTED = `${GUARDED} ${AUTHORISED} ${INPUTS} bid-report:complete`;
export const FINAL = 'bid-decision:return-family bid-notice:notified bid-remedy-window:waived';
export const DETERMINED = `${REPORTED} ${FINAL} ${PAPERS}`;
export const CHILD_AGREED = `${AGREED} escort-assignment:assigned child-reception-confirmation:confirmed`;

export const childChecked: readonly Beat[] = [
  ...inTime('escort-and-fitness:ready'),
  ...inTime('child-pre-departure-check:cleared'),
  { untilOpen: 'child-departure' },
];
export const childInTransit: readonly Beat[] = [
  say(DETERMINED),
  planned(),
  say(CHILD_AGREED),
  ...childChecked,
  say('child-departure:left'),
];

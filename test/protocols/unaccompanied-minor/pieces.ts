import type { Beat } from '../../../rehearsal/scene.js';
import { inTime, say, visits } from '../beats.js';

/** Pieces that several cases of unaccompanied-minor go through, in the order of the protocol. */
export const REGISTERED = 'register-child:registered presume-minority:child';
export const IN_CARE = 'notify-child-protection:received place-in-care:placed';
export const GUARDED = 'appoint-guardian:appointed inform-child:done';
export const PROTECTED = `${REGISTERED} ${IN_CARE} ${GUARDED} initial-assessment:done`;

export const SCREENS =
  'trafficking-screening:none international-protection-screening:none immediate-risk-of-return:clear';
export const HEARD = 'child-interview:done child-view:recorded';
export const SCREENED = `${PROTECTED} ${SCREENS} ${HEARD}`;

export const CONSULATE = 'consular-notification:sent consular-interview:done';
export const IDENTIFIED = `${CONSULATE} identity-confirmation:confirmed`;
export const FOUND = 'family-tracing-request:sent family-tracing:found';
export const CARED_FOR = `${FOUND} family-assessment:suitable carer-agreement:agrees`;
export const INPUTS = `${IDENTIFIED} ${CARED_FOR} origin-risk-assessment:acceptable`;
export const REPORTED = `${SCREENED} ${INPUTS} bid-report:complete`;

/** Return is found best, the child is told, and with counsel waives the rest of the window. */
export const FINAL = 'bid-decision:return-family notify-decision:notified appeal-window:waived';
export const PREPARED =
  'siblings-together:together individual-return-plan:agreed travel-document:issued';
export const READY = `${REPORTED} ${FINAL} ${PREPARED}`;

/** A date a little over four days ahead, and what is asked for a date. */
export const arranged = (departureIn = 4.2): Beat[] => [
  { answers: 'itinerary-and-window:inside-window', departureIn },
  say('reception-confirmation:confirmed escort-assignment:assigned'),
];
export const NOTICED =
  'prepare-return:complete advance-notice:sent advance-notice-reply:acknowledged';
/** A new date for a journey that was called off: the block stays complete. */
export const NOTICED_AGAIN = 'advance-notice:sent advance-notice-reply:acknowledged';

export const checked: readonly Beat[] = [
  ...inTime('fit-to-travel:fit'),
  ...inTime('pre-departure-check:cleared'),
  { untilOpen: 'departure' },
];
export const leaves: readonly Beat[] = [...checked, say('departure:left')];
export const inTransit: readonly Beat[] = [say(READY), ...arranged(), say(NOTICED), ...leaves];
export const ARRIVES = 'transit-log:arrived handover-reception-act:signed';

export const ASSISTED =
  'reception-immediate-assistance:done reception-notify-child-protection:received';
export const received: readonly Beat[] = [...inTransit, say(ARRIVES, ASSISTED)];
export const WITH_CARER = 'reception-screening:safe family-reunification:handed-to-carer';
export const SUPPORTED = 'referral:accepted reintegration-plan:agreed';
export const settled: readonly Beat[] = [...received, say(WITH_CARER, SUPPORTED)];

/** Found at reception in the country of origin: the run begins there. */
export const AT_RECEPTION = { entry: 'reception-screening' };

/** A year of visits with its two scores and two reports; the last score decides how it goes on. */
export const year = (lastScore: string): Beat[] => [
  ...visits('follow-up-visit', 'fine', 'fine', 'fine'),
  say('sustainability-score:at-threshold post-return-report:sent'),
  ...visits('follow-up-visit', 'fine', 'fine'),
  say(`sustainability-score:${lastScore} post-return-report:sent`),
];

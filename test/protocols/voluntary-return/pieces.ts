import type { Beat } from '../../../rehearsal/scene.js';
import { inTime, say } from '../beats.js';

/** Pieces that several cases of voluntary-return go through, in the order of the protocol. */
export const ASKED = 'request:received';
export const SCREENED = 'protection-vulnerability-screening:none';
export const TALKED = `who-travels:no-children ${SCREENED} information-counselling:informed`;
export const asked: Beat = say(ASKED, TALKED);

/** Who decides does so after three days to think. */
export const consented: readonly Beat[] = [asked, ...inTime('consent:given')];
export const cleared: readonly Beat[] = [...consented, say('host-clearance:clear')];

export const PAPERS = 'document-check:consulate-agreed nationality-and-documents:issued';
export const PROFILE = 'pre-return-assessment:shared draft-reintegration-plan:drafted';
export const READY = `${PAPERS} health-assessment:fit ${PROFILE} prepare:ready`;

/** A journey far enough ahead for the notice a week before it. */
export const booked = (departureIn = 10): Beat => ({ answers: 'itinerary:booked', departureIn });
export const prepared: readonly Beat[] = [...cleared, say(READY), booked()];
export const noticed: readonly Beat[] = [...prepared, say('advance-notice:sent')];

export const confirmed: readonly Beat[] = inTime('consent-reconfirmation:reconfirmed');
/** From the booked journey to the airport, just before boarding. */
export const atTheAirport: readonly Beat[] = [...confirmed, { untilOpen: 'departure' }];
export const leaves: readonly Beat[] = [...atTheAirport, say('departure:left')];
/** A new date for a journey that was called off; what was prepared is still good. */
export const again: readonly Beat[] = [booked(), say('advance-notice:declined'), ...leaves];

export const inTransit: readonly Beat[] = [...noticed, ...leaves];
export const home: readonly Beat[] = [
  ...inTransit,
  say('transit-assistance:arrived arrival-reception:received'),
];

export const ACCEPTED = 'post-arrival-contact:reached reintegration-offer:accepts';
export const PLANNED = 'needs-and-skills-assessment:assessed reintegration-plan:agreed';
export const SUPPORTED = 'referral:accepted support-disbursement:delivered';
export const SETTLED = `${ACCEPTED} ${PLANNED} ${SUPPORTED}`;

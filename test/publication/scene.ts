import type { Beat } from '../../rehearsal/scene.js';

/**
 * One older person from the request to a year at home: the capacity in doubt and found, the doctor at home asks twice,
 * the care service is not to know, a gap in treatment is closed.
 */
export const YEAR_AT_HOME: readonly Beat[] = [
  { answers: 'request:received who-travels:no-children information-counselling:informed' },
  { answers: 'protection-screening:capacity-doubt capacity-assessment:capable' },
  { untilOpen: 'consent' },
  { answers: 'consent:given host-clearance:clear' },
  { answers: 'medical-assessment:fit-with-escort' },
  { answers: 'escort-assignment:assigned care-consent:agrees' },
  { answers: 'care-continuity:needs-information medical-information:supplied' },
  { answers: 'care-continuity:needs-information medical-information:supplied' },
  { answers: 'care-continuity:secured home-plan:agreed-private' },
  { answers: 'document-check:consulate-agreed travel-document:issued' },
  { answers: 'itinerary:booked', departureIn: 4 },
  { answers: 'advance-notice:sent' },
  { confirm: 'all' },
  { untilOpen: 'consent-reconfirmation' },
  { refused: 'departure:left', code: 'step-not-open' },
  { answers: 'consent-reconfirmation:reconfirmed' },
  { untilOpen: 'departure' },
  { answers: 'departure:left handover:accepted' },
  { untilOpen: 'health-visit' },
  { answers: 'health-visit:fine' },
  { untilOpen: 'health-visit' },
  { answers: 'health-visit:care-gap care-gap-response:solved' },
  { untilOpen: 'health-visit' },
  { answers: 'health-visit:fine' },
  { untilOpen: 'health-visit' },
  { answers: 'health-visit:fine closure:settled' },
];

import type { Beat } from '../../../rehearsal/scene.js';
import { inTime, say, told, visits } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import {
  again,
  atTheAirport,
  booked,
  cleared,
  confirmed,
  inTransit,
  leaves,
  noticed,
  PROFILE,
  READY,
  SCREENED,
  SETTLED,
  TALKED,
} from './pieces.js';

/** A remedy or a doubt on the way: the journey stops and the person is back where they began. */
const BACK = 'bring-back:stopped bring-back:brought-back';
const ARRIVES = 'transit-assistance:arrived arrival-reception:received';

/** Brought back, the person is informed and decides anew. */
const thoughtAgain: readonly Beat[] = [say(TALKED), ...inTime('consent:given')];

/** Cases that turn on the journey itself. */
export const scenesJourney: readonly ProtocolScene[] = [
  {
    id: 'withdrawal at the airport: nobody is asked why, everything stays as it was, and what was sent goes back',
    always: true,
    told: true,
    beats: [
      ...noticed,
      { confirm: 'all' },
      ...atTheAirport,
      say('departure:refuses-to-board'),
      { refused: 'departure:left', code: 'step-not-open' },
      say('recall-rec:destroyed withdrawal:withdrawn recall-opb:returned situation-kept:told'),
      // The run is over, and who kept data must still say so.
      say('recall-mig-s:kept'),
    ],
    ends: 'closed-withdrawn',
  },
  {
    id: 'withdrawn on the day before, wants to stay, and may',
    beats: [
      ...noticed,
      ...inTime('consent-reconfirmation:revoked'),
      say('withdrawal:wants-to-stay stay-pathway:stays'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'withdrawn by a word, taken back, and a year at home to the goal',
    beats: [
      ...cleared,
      say('document-check:own-papers health-assessment:fit pre-return-assessment:not-shared'),
      say('draft-reintegration-plan:drafted prepare:ready'),
      booked(),
      told('consent-revoked/LEGAL'),
      say('withdrawal:not-withdrawn', SCREENED, 'information-counselling:informed'),
      ...inTime('consent:given'),
      say('prepare:ready'),
      booked(),
      say('advance-notice:declined'),
      ...leaves,
      say(ARRIVES, SETTLED),
      { confirm: 'all' },
      ...visits(
        'follow-up-visit',
        'next-tranche support-disbursement:nothing-due',
        'risk safety-review:handled',
        'plan-change reintegration-plan:agreed referral:accepted support-disbursement:delivered',
        'moved follow-up-transfer:handed-on',
      ),
      say('sustainability-score:at-threshold closure:goal-met'),
    ],
    ends: 'closed-done-goal',
  },
  {
    id: 'postponed, moved, held up by a storm and by a lost escort, and gone after all',
    always: true,
    beats: [
      ...cleared,
      say('document-check:consulate-agreed nationality-and-documents:no-representation'),
      say('document-relay:issued health-assessment:fit-with-escort escort-assignment:assigned'),
      say(PROFILE, 'prepare:ready'),
      booked(),
      say('advance-notice:sent'),
      ...inTime('consent-reconfirmation:postponed'),
      booked(5),
      told('rescheduled/IOM'),
      booked(5),
      told('force-majeure/IOM'),
      { refused: 'departure:left', code: 'step-not-open' },
      say('force-majeure-hold:ended'),
      booked(4),
      told('escort-unavailable/HEA-S'),
      say('escort-assignment:assigned'),
      booked(),
      say('advance-notice:declined'),
      ...confirmed,
      { untilOpen: 'departure' },
      say('departure:not-left'),
      ...again,
      say('transit-assistance:interrupted transit-help:resumed transit-assistance:arrived'),
      say('handover-act:accepted arrival-reception:helped arrival-reception:received', SETTLED),
      ...visits('follow-up-visit', 'fine', 'fine', 'fine', 'fine'),
      say('sustainability-score:below'),
      ...visits(
        'extended-follow-up',
        'next-tranche support-disbursement:delivered',
        'plan-change reintegration-plan:agreed referral:accepted support-disbursement:delivered',
      ),
      say('final-sustainability-score:at-threshold closure:goal-met'),
    ],
    ends: 'closed-done-goal',
  },
  {
    id: 'the journey cannot go on; then a handover is refused; the third time all goes well',
    beats: [
      ...inTransit,
      say('transit-assistance:interrupted transit-help:cannot-continue', BACK),
      ...thoughtAgain,
      say('prepare:ready'),
      ...again,
      say('transit-assistance:arrived arrival-reception:handover-needed handover-act:refused'),
      say('bring-back:brought-back'),
      ...thoughtAgain,
      say('host-clearance:clear', READY),
      ...again,
      say(ARRIVES, SETTLED),
      ...visits('follow-up-visit', 'fine', 'fine', 'moved follow-up-transfer:no-provider'),
      say('closure:left-area'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'entry is refused, and after that the person would rather stay',
    always: true,
    beats: [
      ...inTransit,
      say('transit-assistance:arrived arrival-reception:entry-refused bring-back:brought-back'),
      say('information-counselling:chooses-to-stay stay-pathway:unchanged situation-kept:told'),
    ],
    ends: 'closed-withdrawn',
  },
  {
    id: 'a claim on the way stops the journey before anybody is received',
    beats: [
      ...inTransit,
      told('asylum-claim/MON'),
      { refused: 'transit-assistance:arrived', code: 'requirement-missing' },
      say(BACK, 'asylum-hold:recognised stay-pathway:stays'),
    ],
    ends: 'closed-stay',
  },
];

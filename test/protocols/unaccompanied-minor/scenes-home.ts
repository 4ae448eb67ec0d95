import { say, told, visits } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import {
  ARRIVES,
  ASSISTED,
  AT_RECEPTION,
  arranged,
  GUARDED,
  HEARD,
  INPUTS,
  leaves,
  NOTICED,
  PREPARED,
  REGISTERED,
  received,
  SCREENS,
  SUPPORTED,
  settled,
  WITH_CARER,
  year,
} from './pieces.js';

const HANDLED = { protocol: 'trafficking-victim', entry: 'r-protected-reception' };

/** Cases that turn on what happens in the country of origin. */
export const scenesHome: readonly ProtocolScene[] = [
  {
    id: 'a child from detection to closure',
    always: true,
    told: true,
    beats: [
      say(REGISTERED, 'notify-child-protection:received place-in-care:imminent-risk'),
      say('urgent-measures:ordered urgent-measures-ruling:ratified', GUARDED),
      say('initial-assessment:done', SCREENS, HEARD, INPUTS, 'bid-report:complete'),
      say('bid-decision:return-family notify-decision:notified'),
      { untilDue: 'appeal-window' },
      say(PREPARED),
      ...arranged(),
      say(NOTICED),
      { confirm: 'all' },
      ...leaves,
      say(ARRIVES, ASSISTED, WITH_CARER, SUPPORTED),
      ...year('at-threshold'),
      say('closure:not-yet closure:goal-met'),
    ],
    ends: 'closed-done-goal',
  },
  {
    id: 'found at reception, threatened, in care, and the follow-up is extended',
    attributes: AT_RECEPTION,
    beats: [
      say('reception-screening:threat protection-in-origin:seeking protection-in-origin:protected'),
      say(ASSISTED, 'family-reunification:carer-absent family-reassessment:suitable'),
      say('family-reunification:carer-unsafe family-reassessment:unsuitable care-placement:placed'),
      say('referral:declined referral:accepted reintegration-plan:not-wanted'),
      ...visits('follow-up-visit', 'fine', 'risk reception-screening:safe', 'fine'),
      say('sustainability-score:below post-return-report:sent'),
      ...visits('follow-up-visit', 'placement-failed family-reunification:handed-to-carer', 'fine'),
      say('sustainability-score:below post-return-report:sent'),
      ...visits('extended-follow-up', 'risk reception-screening:safe', 'fine'),
      say('final-sustainability-score:at-threshold closure:family-declined'),
    ],
    ends: 'closed-done-declined',
  },
  {
    id: 'below the threshold to the end: the term is over',
    beats: [
      ...settled,
      ...year('below'),
      ...visits(
        'extended-follow-up',
        'placement-failed family-reunification:handed-to-carer',
        'fine',
      ),
      say('final-sustainability-score:below closure:term-ended'),
    ],
    ends: 'closed-done-term',
  },
  {
    id: 'silence at reception shelters the child; a sign then calls for protected handling',
    always: true,
    beats: [
      ...received,
      { untilDue: 'reception-screening' },
      say('reception-screening:sheltered-meanwhile'),
      told('trafficking-indicator/CPA-R'),
      say('reception-screening:protected-handling'),
    ],
    ends: 'transferred',
    continues: HANDLED,
  },
  {
    id: 'turned eighteen during the follow-up',
    beats: [
      ...settled,
      told('turned-eighteen/CPA-R'),
      say('early-closure:not-yet early-closure:turned-eighteen'),
    ],
    ends: 'closed-done-adult',
  },
  {
    id: 'left in the extension',
    beats: [
      ...settled,
      ...year('below'),
      ...visits('extended-follow-up', 'left'),
      say('early-closure:left'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'left the area at the first visit',
    beats: [
      ...settled,
      told('left-area/MUN'),
      ...visits('follow-up-visit', 'left'),
      say('early-closure:left'),
    ],
    ends: 'closed-done-left',
  },
  {
    id: 'missing in origin, found, missing again, and a court decides',
    always: true,
    beats: [
      ...received,
      say(WITH_CARER, SUPPORTED),
      told('absconded/CPA-R'),
      say('search-in-origin:searching search-in-origin:found'),
      told('absconded/CPA-R'),
      say('search-in-origin:other-decision early-closure:court-decided'),
    ],
    ends: 'closed-done-court',
  },
];

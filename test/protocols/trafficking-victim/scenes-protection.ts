import { days, inTime, late, repeat, say, told, visits } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import {
  ADULT,
  ASSESSED,
  decides,
  FIRST,
  GROUNDS,
  OWN_WISH,
  RECOGNISED,
  RISK_LOW,
  SAFE,
  SHELTERED,
} from './pieces.js';

const REMOVAL = { protocol: 'adult-deportee', entry: 'inform-rights' };
const VOLUNTARY = { protocol: 'voluntary-return', entry: 'information-counselling' };
const REGISTERED = { protocol: 'unaccompanied-minor', entry: 'register-child' };
const AGE_IN_DOUBT = { protocol: 'unaccompanied-minor', entry: 'presume-minority' };

const NO_GROUNDS = 'preliminary-identification:no-grounds';
const INFORMED_ADULT = `${SAFE} presume-minority:adult ${SHELTERED}`;
const STAYS = 'alternatives-to-return:residence';

/** Cases that end before anybody outside learns of the person. */
export const scenesProtection: readonly ProtocolScene[] = [
  {
    id: 'a person who stays: ninety days without decisions, then a permit',
    always: true,
    told: true,
    beats: [
      say('indicator-detected:recorded safety-first:hold-stays safety-first:safe'),
      say(GROUNDS, 'presume-minority:adult inform-rights:informed'),
      say('assistance-consent:declines assistance-open-door:not-now'),
      days(10),
      say('assistance-open-door:accepts shelter-and-care:stable', RECOGNISED),
      ...visits('reflection-review', 'reviewed', 'reviewed'),
      { untilOpen: 'reflection-end' },
      { refused: 'risk-assessment:low', code: 'step-not-open' },
      say('reflection-end:extended'),
      days(12),
      say('reflection-end:ended', RISK_LOW),
      ...decides('undecided'),
      ...inTime('decision-review:asked-again'),
      // The risk was assessed more than thirty days ago.
      say('risk-assessment:low options-and-decision:stay alternatives-to-return:none-yet', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'silence at every first measure protects the person',
    always: true,
    beats: [
      say('indicator-detected:recorded'),
      { untilDue: 'safety-first' },
      say('safety-first:safe'),
      // The doubt on age falls due at the same time.
      { untilDue: 'preliminary-identification' },
      { untilDue: 'age-finding' },
      say('age-finding:child-meanwhile age-finding:adult'),
      { refused: 'age-remedy-window:none-filed', code: 'outcome-by-silence' },
      { untilDue: 'age-remedy-window' },
      say('age-conclusion:adult', SHELTERED),
      { untilDue: 'formal-identification' },
      say('formal-identification:protection-kept formal-identification:recognised'),
      say('legal-status:refused justice-notice:not-sent'),
      { untilDue: 'recovery-reflection' },
      { refused: 'recovery-reflection:term-reached', code: 'step-not-open' },
      { untilDue: 'reflection-end' },
      say('reflection-end:ended risk-assessment:manageable proceedings-choice:waits'),
      say('proceedings-choice:does-not-wait'),
      ...decides('third-country'),
      say('alternatives-to-return:third-country'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'no grounds, reviewed and none again; nobody was coming from anywhere',
    beats: [
      say(FIRST, 'presume-minority:adult', NO_GROUNDS, 'preliminary-review:review-asked'),
      say(NO_GROUNDS),
      { refused: 'preliminary-review:window-closed', code: 'outcome-by-silence' },
      { untilDue: 'preliminary-review' },
      say('protection-end:keep-protection', SHELTERED, 'formal-identification:not-recognised'),
      say('identification-review:review-asked formal-identification:not-recognised'),
      { untilDue: 'identification-review' },
      say('protection-end:no-previous'),
    ],
    ends: 'closed-no-grounds',
  },
  {
    id: 'no grounds: back to the migration procedure',
    beats: [
      say(FIRST, 'presume-minority:adult', NO_GROUNDS),
      { untilDue: 'preliminary-review' },
      say('protection-end:to-removal-procedure'),
    ],
    ends: 'transferred',
    continues: REMOVAL,
  },
  {
    id: 'no grounds: back to voluntary return',
    beats: [
      say(FIRST, 'presume-minority:adult', NO_GROUNDS),
      { untilDue: 'preliminary-review' },
      say('protection-end:to-voluntary-return'),
    ],
    ends: 'transferred',
    continues: VOLUNTARY,
  },
  {
    id: 'no grounds for a child: child protection goes on',
    always: true,
    beats: [
      say(FIRST, 'presume-minority:child', NO_GROUNDS),
      { untilDue: 'preliminary-review' },
      say('child-protection-end:keep-protection inform-rights:informed'),
      say('formal-identification:not-recognised'),
      { untilDue: 'identification-review' },
      say('child-protection-end:to-child-protection'),
    ],
    ends: 'transferred',
    continues: REGISTERED,
  },
  {
    id: 'no grounds, with the age in doubt: child protection goes on with the doubt',
    beats: [
      say(FIRST, 'presume-minority:child-presumed age-finding:adult age-remedy-window:filed'),
      say('age-remedy-pending:overturned', NO_GROUNDS),
      { untilDue: 'preliminary-review' },
      say('child-protection-end:age-in-doubt'),
    ],
    ends: 'transferred',
    continues: AGE_IN_DOUBT,
  },
  {
    id: 'identified by nobody in time, and never recognised: the lead institution lets the person stay',
    beats: [
      say(
        FIRST,
        'presume-minority:adult',
        repeat(3, `${NO_GROUNDS} preliminary-review:review-asked`),
      ),
      say(`${NO_GROUNDS} preliminary-review:review-asked lead-decision:stay`),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the risk stays unknown after three rounds; alternatives are found',
    beats: [
      say(ADULT, repeat(3, 'risk-assessment:unknown risk-information:supplied')),
      say('risk-assessment:unknown lead-decision:alternatives alternatives-to-return:relocation'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a high risk; the person wishes to return all the same, and there is danger: asylum',
    beats: [
      say(INFORMED_ADULT, 'formal-identification:recognised legal-status:not-needed'),
      say('justice-notice:sent', OWN_WISH, 'risk-assessment:high'),
      say('alternatives-to-return:wishes-return risk-assessment:low'),
      say('legal-proceedings-check:hearings proceedings-choice:none-pending'),
      ...decides('return'),
      say('non-refoulement-assessment:risk alternatives-to-return:asylum'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'an asylum claim is refused, another withdrawn, a third recognised',
    beats: [
      say(ASSESSED),
      told('asylum-claim/LEGAL'),
      say('asylum-referral:referred asylum-hold:extended asylum-hold:refused', RISK_LOW),
      told('asylum-claim/ATU-S'),
      say('asylum-referral:referred asylum-hold:withdrawn'),
      told('asylum-claim/ASY'),
      say('asylum-referral:referred asylum-hold:recognised'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'remedies: silence suspends, one is dismissed, one overturns, one orders the stay',
    beats: [
      say(ASSESSED),
      told('appeal-filed/LEGAL'),
      { untilDue: 'appeal-pending' },
      { refused: 'appeal-pending:suspension-deemed', code: 'outcome-by-silence' },
      say('appeal-pending:dismissed'),
      told('court-order/COURT'),
      say('appeal-pending:overturned'),
      told('appeal-filed/MON'),
      say('appeal-pending:stay-ordered'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'too ill to travel for good, after a recovery',
    beats: [
      say(ASSESSED),
      told('medical-hold/HEA-S'),
      say('medical-hold:still-unfit medical-hold:recovered'),
      told('medical-hold/IOM'),
      say('medical-hold:permanent', STAYS),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'absent and back, then closed as absent',
    beats: [
      say(ADULT),
      told('absconded/ATU-S'),
      say('absence-review:resumed'),
      told('absconded/RECTOR'),
      say('absence-review:closed'),
    ],
    ends: 'absconded',
  },
  {
    id: 'a child is searched for and found, and dies',
    beats: [
      say(FIRST, 'preliminary-identification:presumed presume-minority:doubt', SHELTERED),
      say('age-finding:adult age-remedy-window:filed'),
      ...late('age-remedy-pending:upheld age-conclusion:child'),
      told('minority-claim/CPA-S'),
      say('age-finding:child'),
      told('absconded/CPA-S'),
      say('child-search:searching child-search:found'),
      told('deceased/HEA-S'),
      say('death-notice:notified'),
    ],
    ends: 'deceased',
  },
];

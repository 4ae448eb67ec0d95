import { days, inTime, repeat, say, told } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import { ASKED, asked, cleared, consented, SCREENED, TALKED } from './pieces.js';

const CHILD = { protocol: 'unaccompanied-minor', entry: 'register-child' };
const MINOR = { protocol: 'unaccompanied-minor', entry: 'presume-minority' };
const PROTECTED = { protocol: 'trafficking-victim', entry: 'indicator-detected' };

const INFORMED = 'information-counselling:informed';
const ASKS_AGAIN = 'stay-pathway:asks-to-return';
const STAYS_AS_BEFORE = 'stay-pathway:unchanged situation-kept:told';
const FROM_PROCEDURE = { entry: 'information-counselling' };

/** Cases that turn on whether the person may and wants to go: nobody is booked on a journey yet. */
export const scenesChoice: readonly ProtocolScene[] = [
  {
    id: 'a child asks alone and goes to child protection',
    beats: [say('request:unaccompanied-child')],
    ends: 'transferred',
    continues: CHILD,
  },
  {
    id: 'the interview finds somebody who needs protected handling',
    beats: [say(ASKED, 'protection-vulnerability-screening:protected-handling')],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'the interview finds somebody who may be under 18',
    beats: [say(ASKED, 'protection-vulnerability-screening:minor-or-doubt')],
    ends: 'transferred',
    continues: MINOR,
  },
  {
    id: 'once informed, the person chooses to stay and may',
    beats: [say(ASKED, 'information-counselling:chooses-to-stay stay-pathway:stays')],
    ends: 'closed-stay',
  },
  {
    id: 'a return would be a risk; asked twice more, the claim to protection is kept',
    beats: [
      say(ASKED, 'who-travels:no-children protection-vulnerability-screening:risk', ASKS_AGAIN),
      say(INFORMED, 'protection-vulnerability-screening:asylum-seeker'),
      say('asylum-effects-counselling:risk', ASKS_AGAIN),
      say(INFORMED, 'protection-vulnerability-screening:asylum-seeker'),
      say('asylum-effects-counselling:keeps-claim', STAYS_AS_BEFORE),
    ],
    ends: 'closed-withdrawn',
  },
  {
    id: 'who can decide is doubted twice; with a representative the answer is no',
    beats: [
      say(ASKED, 'who-travels:no-children', INFORMED),
      say('protection-vulnerability-screening:capacity-doubt capacity-assessment:not-capable'),
      say('representative-review:no-representative', ASKS_AGAIN, INFORMED),
      say('protection-vulnerability-screening:asylum-seeker'),
      say('asylum-effects-counselling:capacity-doubt capacity-assessment:not-capable'),
      say('representative-review:confirmed'),
      ...inTime('consent:refused'),
      say(STAYS_AS_BEFORE),
    ],
    ends: 'closed-withdrawn',
  },
  {
    id: 'a child of the family should stay, then may go; pressure in detention voids a consent',
    attributes: FROM_PROCEDURE,
    beats: [
      say('who-travels:with-children', SCREENED, INFORMED),
      say('child-in-family-bia:conflict-or-doubt best-interests-determination:stay', ASKS_AGAIN),
      say(SCREENED, INFORMED, 'child-in-family-bia:conflict-or-doubt'),
      say('best-interests-determination:return-with-family'),
      ...inTime('consent:given-in-detention'),
      say('consent-freedom-check:pressure', INFORMED),
      ...inTime('consent:given-in-detention'),
      say('consent-freedom-check:free host-clearance:opinion-needed'),
      say('impediment-opinion:objection host-clearance:wait impediment-wait:ended'),
      say('host-clearance:opinion-needed impediment-opinion:no-objection'),
      say('host-clearance:refused stay-pathway:unchanged previous-procedure:resumed'),
    ],
    ends: 'transferred',
    continues: { protocol: 'adult-deportee', entry: 'inform-rights' },
  },
  {
    id: 'the run of a child in a family; silence is no objection, but the journey cannot be prepared',
    attributes: FROM_PROCEDURE,
    beats: [
      say('who-travels:accompanied-child', SCREENED, INFORMED),
      say('child-in-family-bia:in-best-interests'),
      ...inTime('consent:given'),
      say('host-clearance:opinion-needed'),
      { untilDue: 'impediment-opinion' },
      { refused: 'impediment-opinion:no-objection-deemed', code: 'step-not-open' },
      say('host-clearance:clear prepare:cannot-be-prepared stay-pathway:unchanged'),
      say('previous-procedure:not-resumed'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'an asylum seeker goes on, knowing the effects; then a claim is filed and recognised',
    beats: [
      say(ASKED, 'who-travels:no-children', INFORMED),
      say('protection-vulnerability-screening:asylum-seeker asylum-effects-counselling:goes-on'),
      ...inTime('consent:given'),
      told('asylum-claim/LEGAL'),
      say('asylum-referral:referred asylum-hold:extended asylum-hold:recognised'),
      say('stay-pathway:stays'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'two claims, one refused and one withdrawn, each with a new decision after it',
    beats: [
      ...consented,
      told('asylum-claim/IOM'),
      say('asylum-referral:referred asylum-hold:refused', SCREENED, INFORMED),
      ...inTime('consent:given'),
      told('asylum-claim/ASY'),
      say('asylum-referral:referred asylum-hold:withdrawn'),
      say('protection-vulnerability-screening:capacity-doubt capacity-assessment:capable'),
      say(INFORMED),
      ...inTime('consent:given'),
      told('status-granted/MIG-S'),
      say('stay-pathway:stays'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a sign that is answered moves the person to protected handling',
    beats: [asked, told('trafficking-indicator/LEGAL'), say('protected-referral:received')],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'a sign nobody answers moves the person on by itself',
    always: true,
    beats: [asked, told('trafficking-indicator/IOM'), { untilDue: 'protected-referral' }],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'somebody who says to be a child is received by child protection',
    beats: [asked, told('minority-claim/IOM'), say('minority-referral:received')],
    ends: 'transferred',
    continues: MINOR,
  },
  {
    id: 'child protection does not answer, and the child is moved on all the same',
    beats: [...cleared, told('minority-claim/LEGAL'), { untilDue: 'minority-referral' }],
    ends: 'transferred',
    continues: MINOR,
  },
  {
    id: 'no papers and no contact with the consulate, found not stateless and then stateless',
    beats: [
      ...cleared,
      say('document-check:consulate-declined document-alternatives:ask-again'),
      say('document-check:consulate-declined document-alternatives:possible-statelessness'),
      say('statelessness-branch:not-stateless document-check:consulate-declined'),
      say('document-alternatives:possible-statelessness statelessness-branch:stateless'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the consulate asks three times, refuses, has no office; the ministry cannot help: stays',
    beats: [
      ...cleared,
      say('document-check:consulate-agreed'),
      say(repeat(3, 'nationality-and-documents:rfi document-information:supplied')),
      say('nationality-and-documents:rfi document-alternatives:ask-again'),
      say('document-check:consulate-agreed nationality-and-documents:refused'),
      say('document-alternatives:ask-again document-check:consulate-agreed'),
      say('nationality-and-documents:no-representation document-relay:unavailable'),
      say('document-alternatives:stay stay-pathway:stays'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'too ill to travel for good, after reviews and a recovery',
    beats: [
      ...cleared,
      say('health-assessment:unfit medical-hold:still-unfit medical-hold:recovered'),
      say('health-assessment:fit'),
      told('medical-hold/HEA-S'),
      say('medical-hold:permanent stay-pathway:unchanged situation-kept:told'),
    ],
    ends: 'closed-withdrawn',
  },
  {
    id: 'the counselling is broken off so often that the lead institution decides: stays',
    beats: [
      say(ASKED, repeat(8, `information-counselling:chooses-to-stay ${ASKS_AGAIN}`)),
      say('lead-decision:stay'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a family that changes again and again leads to a closure without prejudice',
    beats: [
      say(ASKED, TALKED),
      ...Array.from({ length: 8 }, () => [
        told('family-change/CPA-S'),
        say('who-travels:no-children'),
      ])
        .flat()
        .slice(0, -1),
      say('lead-decision:closed'),
    ],
    ends: 'closed-not-possible',
  },
  {
    id: 'two remedies, dismissed and given up; a third is upheld and the person thinks again',
    beats: [
      ...cleared,
      told('appeal-filed/LEGAL'),
      say('remedy-pending:dismissed'),
      told('court-order/COURT'),
      say('remedy-pending:given-up'),
      told('appeal-filed/IOM'),
      say('remedy-pending:upheld', STAYS_AS_BEFORE),
    ],
    ends: 'closed-withdrawn',
  },
  {
    id: 'absent for weeks, back, and absent for good',
    beats: [
      asked,
      told('absconded/IOM'),
      { refused: 'consent:given', code: 'step-not-open' },
      days(20),
      say('absence-review:resumed'),
      told('absconded/RECTOR'),
      say('absence-review:closed'),
    ],
    ends: 'absconded',
  },
  {
    id: 'the person dies before the journey',
    beats: [...consented, told('deceased/HEA-S'), say('death-notice:notified')],
    ends: 'deceased',
  },
];

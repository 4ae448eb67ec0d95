import { inTime, repeat, say, told } from '../beats.js';
import type { ProtocolScene } from '../scene.js';
import { GUARDED, HEARD, IN_CARE, PROTECTED, REGISTERED, SCREENED, SCREENS } from './pieces.js';

const IN_DOUBT = { entry: 'presume-minority' };
const ADULT = { protocol: 'adult-deportee', entry: 'inform-rights' };
const HANDLED = { protocol: 'trafficking-victim', entry: 'indicator-detected' };
const SETTLED = 'stay-review:settled';

/** Cases in which the child is protected and no journey is prepared. */
export const scenesProtection: readonly ProtocolScene[] = [
  {
    id: 'a finding of adulthood, challenged and upheld, is a child after all, and then is not',
    attributes: IN_DOUBT,
    beats: [
      say('presume-minority:adult age-remedy-window:filed age-remedy-pending:upheld'),
      say('age-transfer:child-after-all'),
      told('minority-claim/LEGAL'),
      say('presume-minority:adult'),
      { refused: 'age-remedy-window:none-filed', code: 'outcome-by-silence' },
      { untilDue: 'age-remedy-window' },
      say('age-transfer:transferred'),
    ],
    ends: 'transferred',
    continues: ADULT,
  },
  {
    id: 'nobody challenges the finding for fifteen working days',
    always: true,
    attributes: IN_DOUBT,
    beats: [
      say('presume-minority:adult'),
      { untilDue: 'age-remedy-window' },
      say('age-transfer:transferred'),
    ],
    ends: 'transferred',
    continues: ADULT,
  },
  {
    id: 'silence on age protects; the finding is overturned; signs lead to protected handling',
    attributes: IN_DOUBT,
    beats: [
      { untilDue: 'presume-minority' },
      told('minority-claim/MIG-S'),
      say('presume-minority:child-presumed'),
      told('turned-eighteen/LEGAL'),
      say('presume-minority:adult age-remedy-window:filed age-remedy-pending:overturned'),
      told('minority-claim/CPA-S'),
      say('presume-minority:doubt', IN_CARE, GUARDED, 'initial-assessment:stays-in-protection'),
      say('initial-assessment:done trafficking-screening:protected-meanwhile'),
      say('trafficking-screening:grounds'),
    ],
    ends: 'transferred',
    continues: HANDLED,
  },
  {
    id: 'silence in each screening protects meanwhile; asylum is recognised and becomes a stay',
    always: true,
    beats: [
      say(REGISTERED, IN_CARE, GUARDED),
      { untilDue: 'initial-assessment' },
      say('initial-assessment:done'),
      { untilDue: 'trafficking-screening' },
      { untilDue: 'international-protection-screening' },
      say('trafficking-screening:none international-protection-screening:protected-meanwhile'),
      say('international-protection-screening:indicated'),
      { refused: 'consular-notification:sent', code: 'step-not-open' },
      say('asylum-hold:extended asylum-hold:recognised alternatives-to-return:asylum'),
      ...inTime(`stay-review:goes-on`),
      ...inTime(SETTLED),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a guardian in conflict, measures ordered in three hours and cancelled; risk of return: stays',
    beats: [
      say(REGISTERED, 'notify-child-protection:received place-in-care:imminent-risk'),
      say('urgent-measures:ordered urgent-measures-ruling:cancelled appoint-guardian:conflict'),
      say(GUARDED, 'initial-assessment:done immediate-risk-of-return:risk'),
      say('alternatives-to-return:regularised'),
      told('trafficking-indicator/CPA-S'),
      say('initial-assessment:done trafficking-screening:none'),
      say('international-protection-screening:none', SETTLED),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'measures ordered and changed; a claim refused, another withdrawn, family elsewhere',
    beats: [
      say(REGISTERED, 'notify-child-protection:received place-in-care:imminent-risk'),
      say('urgent-measures:ordered urgent-measures-ruling:changed', GUARDED),
      say('initial-assessment:done', SCREENS, HEARD),
      told('asylum-claim/LEGAL'),
      { refused: 'consular-notification:sent', code: 'requirement-missing' },
      say('asylum-hold:refused initial-assessment:done', SCREENS),
      told('asylum-claim/CPA-S'),
      say('asylum-hold:withdrawn'),
      told('stay-requested/LEGAL'),
      say('alternatives-to-return:reunification-elsewhere', SETTLED),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'measures not needed; the child asks to return twice and stays in long-term care',
    beats: [
      say(REGISTERED, 'notify-child-protection:received place-in-care:imminent-risk'),
      say('urgent-measures:not-needed', GUARDED, 'initial-assessment:done'),
      told('stay-requested/CPA-S'),
      say('alternatives-to-return:child-asks-return initial-assessment:done'),
      told('stay-requested/CPA-S'),
      say('alternatives-to-return:long-term-care'),
      ...inTime('stay-review:child-asks-return'),
      told('stay-requested/LEGAL'),
      say('alternatives-to-return:long-term-care', SETTLED),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'absent, found, absent again and back, and then closed as absent',
    beats: [
      say(PROTECTED),
      told('absconded/CPA-S'),
      say('child-search:searching child-search:found'),
      told('absconded/MIG-S'),
      say('absence-review:resumed'),
      told('absconded/RECTOR'),
      say('absence-review:closed'),
    ],
    ends: 'absconded',
  },
  {
    id: 'a child dies, and a person tells the family',
    beats: [say(SCREENED), told('deceased/HEA-S'), say('death-notice:notified')],
    ends: 'deceased',
  },
  {
    id: 'too ill to travel for good',
    beats: [
      say(SCREENED),
      told('medical-hold/HEA-S'),
      say('medical-hold:still-unfit medical-hold:recovered'),
      told('medical-hold/CPA-S'),
      say('medical-hold:permanent alternatives-to-return:regularised', SETTLED),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a year of illness ends with the lead institution: stays',
    beats: [
      say(PROTECTED),
      told('medical-hold/HEA-S'),
      say(repeat(12, 'medical-hold:still-unfit'), 'lead-decision:stay'),
    ],
    ends: 'closed-stay',
  },
];

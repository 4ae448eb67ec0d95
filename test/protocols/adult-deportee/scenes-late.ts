import type { Beat } from '../../../rehearsal/scene.js';
import type { ProtocolScene } from '../scene.js';
import {
  ASSESSED,
  arrived,
  CLEARED,
  DECIDED,
  IDENTIFIED,
  INTAKE,
  listed,
  REGISTERED,
  RIGHTS,
  received,
  WAIVED,
} from './pieces.js';

/** Each answer comes only after its deadline has passed, with all reminders on the way. */
const late = (answers: string): Beat[] =>
  answers
    .trim()
    .split(/\s+/)
    .flatMap((part) => [{ untilDue: part.slice(0, part.indexOf(':')) }, { answers: part }]);

/** Cases in which people answer too late: silence decides nothing, everybody above is told, the answer still counts. */
export const scenesLate: readonly ProtocolScene[] = [
  {
    id: 'every answer up to the handover comes late',
    long: true,
    beats: [
      { answers: 'apprehension-record:ordered' },
      ...late('inform-rights:informed consular-notification:sent individual-screening:none'),
      ...late('legal-assistance:appointed individual-assessment:complete'),
      ...late('non-refoulement-assessment:clear voluntary-return-offer:declines'),
      { answers: 'removal-decision:removal' },
      ...late('notify-decision:notified'),
      { answers: 'appeal-window:waived' },
      ...late('family-unity-check:together readmission-application:sent'),
      ...late('nationality-verification:confirmed travel-document:issued'),
      ...late('individual-clearance:cleared'),
      { untilDue: 'manifest-proposal' },
      listed(4),
      ...late('manifest-acceptance:accepted vulnerable-advance-notice:no-needs'),
      ...late('monitor-notice:notified criminal-information-notice:not-needed'),
      ...late('fit-to-travel:fit belongings-and-papers:signed pre-departure-check:cleared'),
      ...late('departure:left arrival:arrived handover-reception-act:accepted'),
      { event: 'minority-claim/RECTOR' },
      { untilDue: 'minority-referral-reception' },
    ],
    ends: 'transferred',
    continues: { protocol: 'unaccompanied-minor', entry: 'reception-screening' },
  },
  {
    id: 'every answer after the handover comes late',
    beats: [
      ...received,
      ...late('reception-registration:registered reception-immediate-assistance:given'),
      ...late('reception-screening:none identity-documentation:issued onward-transport:gone'),
      ...late('reintegration-offer:accepts needs-and-skills-assessment:assessed'),
      ...late('reintegration-plan:agreed referral:declined referral-alternative:none'),
      ...late('support-disbursement:delivered'),
      { untilOpen: 'follow-up-visit' },
      ...late('follow-up-visit:moved follow-up-transfer:handed-on'),
      ...[2, 3, 4].flatMap((): Beat[] => [
        { untilOpen: 'follow-up-visit' },
        { answers: 'follow-up-visit:fine' },
      ]),
      ...late('sustainability-score:below'),
      { untilOpen: 'extended-follow-up' },
      ...late('extended-follow-up:fine'),
      { untilOpen: 'extended-follow-up' },
      { answers: 'extended-follow-up:fine' },
      ...late('final-sustainability-score:at-threshold closure:goal-met'),
    ],
    ends: 'closed-done-goal',
  },
  {
    id: 'late about papers, statelessness and the way to stay',
    beats: [
      { answers: `${DECIDED} family-unity-check:together readmission-application:sent` },
      { answers: 'nationality-verification:rfi' },
      ...late('readmission-information:supplied'),
      { answers: 'nationality-verification:confirmed travel-document:no-representation' },
      ...late('document-relay:unavailable nationality-alternatives:possible-statelessness'),
      { answers: 'statelessness-branch:not-stateless' },
      ...late('protection-or-regularisation:granted'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'late about statelessness',
    beats: [
      { answers: `${RIGHTS} individual-screening:possible-statelessness` },
      ...late('statelessness-branch:stateless'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'late where the agreement lets silence count',
    attributes: { agreementSilence: 'acceptance' },
    beats: [
      { answers: `${DECIDED} family-unity-check:together ${IDENTIFIED}` },
      { untilDue: 'travel-document' },
      ...late('standard-document:issued'),
      { answers: CLEARED },
      listed(6),
      { answers: 'manifest-acceptance:correction' },
      ...late('manifest-correction:corrected'),
      { untilDue: 'manifest-acceptance' },
      ...late('deemed-acceptance-check:confirmed'),
      { event: 'force-majeure/RECTOR' },
      ...late('force-majeure-hold:ended'),
      { event: 'deceased/LEGAL' },
      ...late('death-notice:notified'),
    ],
    ends: 'deceased',
  },
  {
    id: 'late in illness and in the last decision',
    beats: [
      { answers: `${RIGHTS} individual-screening:illness` },
      ...late('medical-hold:still-unfit'),
      { answers: Array.from({ length: 11 }, () => 'medical-hold:still-unfit').join(' ') },
      ...late('lead-decision:stay'),
    ],
    ends: 'closed-stay',
  },
  {
    id: 'late about assisted return',
    beats: [
      { answers: `${INTAKE} individual-screening:none ${ASSESSED}` },
      { answers: 'removal-decision:assisted-return' },
      ...late('assisted-return-offer:declines'),
      { answers: `renewed-removal-decision:removal ${WAIVED}` },
      { event: 'asylum-claim/MON' },
      ...late('asylum-referral:referred'),
      { answers: 'asylum-hold:recognised' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'late to bring a person back, who then is not found again',
    beats: [
      ...arrived,
      { event: 'court-order/LEGAL' },
      ...late('bring-back:brought-back'),
      { event: 'absconded/RECTOR' },
      ...late('absence-review:closed'),
    ],
    ends: 'absconded',
  },
  {
    id: 'late at reception, and about an error in the readmission',
    beats: [
      ...received,
      { answers: `${REGISTERED} reception-screening:threat` },
      ...late('protected-shelter:relocated'),
      { event: 'readmission-error/MIG-R' },
      ...late('take-back:taken-back'),
      { event: 'status-granted/COURT' },
    ],
    ends: 'closed-stay',
  },
];

import type { ProtocolScene } from '../scene.js';
import {
  ASSESSED,
  CLEARED,
  DECIDED,
  DECIDED_AGAIN,
  DOCUMENTED,
  IDENTIFIED,
  INTAKE,
  listed,
  prepared,
  READY,
  REASSESSED,
  RIGHTS,
  WAIVED,
} from './pieces.js';

const MINOR = { protocol: 'unaccompanied-minor', entry: 'presume-minority' };
const PROTECTED = { protocol: 'trafficking-victim', entry: 'indicator-detected' };
const VOLUNTARY = { protocol: 'voluntary-return', entry: 'information-counselling' };

const repeat = (times: number, part: string) => Array.from({ length: times }, () => part).join(' ');

/** Cases that end before anybody departs. */
export const scenesBefore: readonly ProtocolScene[] = [
  {
    id: 'nobody orders anything within 24 hours',
    beats: [{ untilDue: 'apprehension-record' }],
    ends: 'released',
  },
  {
    id: 'no order is given',
    beats: [{ answers: 'apprehension-record:not-ordered' }],
    ends: 'released',
  },
  {
    id: 'a minor is recognised in the interview',
    beats: [{ answers: `${RIGHTS} individual-screening:minor-or-doubt` }],
    ends: 'transferred',
    continues: MINOR,
  },
  {
    id: 'protected handling is found in the interview',
    beats: [{ answers: `${RIGHTS} individual-screening:protected-handling` }],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'asylum in the interview, recognised, the consulate told nothing',
    beats: [
      { answers: `${RIGHTS} individual-screening:asylum` },
      { refused: 'consular-notification:sent', code: 'requirement-missing' },
      { answers: 'consular-notification:suppressed' },
      { answers: 'asylum-hold:extended asylum-hold:consulate-agreed asylum-hold:recognised' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a minor is recognised by an event',
    beats: [
      { answers: RIGHTS },
      { event: 'minority-claim/MIG-S' },
      { answers: 'minority-referral:received' },
    ],
    ends: 'transferred',
    continues: MINOR,
  },
  {
    id: 'a referral for protection nobody answers moves the person on',
    beats: [
      { answers: INTAKE },
      { event: 'trafficking-indicator/LEGAL' },
      { untilDue: 'protected-referral' },
    ],
    ends: 'transferred',
    continues: PROTECTED,
  },
  {
    id: 'an asylum claim is refused; after a new decision the person may stay',
    beats: [
      { answers: `${REASSESSED} removal-decision:removal notify-decision:notified` },
      { event: 'asylum-claim/LEGAL' },
      { refused: 'removal-decision:removal', code: 'step-not-open' },
      { answers: 'asylum-referral:referred' },
      { untilDue: 'asylum-hold' },
      { answers: `asylum-hold:refused ${DECIDED_AGAIN} stay-limit:release` },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'an asylum claim is withdrawn; assisted return is declined and the person released',
    beats: [
      { answers: REASSESSED },
      { event: 'asylum-claim/LEGAL' },
      { refused: 'removal-decision:removal', code: 'requirement-missing' },
      { answers: `asylum-hold:withdrawn ${ASSESSED} renewed-removal-decision:assisted-return` },
      { answers: 'assisted-return-offer:declines renewed-removal-decision:release' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the person wants to go home and accepts voluntary return',
    beats: [
      { answers: `${INTAKE} individual-screening:wants-return voluntary-return-offer:accepts` },
    ],
    ends: 'transferred',
    continues: VOLUNTARY,
  },
  {
    id: 'voluntary return is declined, assisted return accepted',
    beats: [
      { answers: `${INTAKE} individual-screening:family-linked ${ASSESSED}` },
      { answers: 'voluntary-return-offer:declines removal-decision:assisted-return' },
      { answers: 'assisted-return-offer:accepts' },
    ],
    ends: 'transferred',
    continues: VOLUNTARY,
  },
  {
    id: 'no decision within 15 working days',
    beats: [{ answers: REASSESSED }, { untilDue: 'removal-decision' }],
    ends: 'closed-stay',
  },
  {
    id: 'the decision is release',
    beats: [{ answers: `${REASSESSED} removal-decision:release` }],
    ends: 'closed-stay',
  },
  {
    id: 'the extended time for a decision runs out too',
    beats: [
      { answers: `${REASSESSED} removal-decision:extended` },
      { untilDue: 'renewed-removal-decision' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'nobody prepares anything for 60 working days',
    beats: [{ answers: DECIDED }, { untilDue: 'stay-limit' }],
    ends: 'closed-stay',
  },
  {
    id: 'a victim of serious crime who declined counsel is granted a permit',
    beats: [
      { answers: `${RIGHTS} legal-assistance:declined individual-screening:serious-crime` },
      { answers: 'protection-or-regularisation:granted' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a risk found again and again is no reason to go on for ever',
    beats: [
      {
        answers: `${INTAKE} individual-screening:regularisable ${repeat(
          4,
          'protection-or-regularisation:refused individual-assessment:complete non-refoulement-assessment:risk',
        )} lead-decision:release`,
      },
    ],
    ends: 'released',
  },
  {
    id: 'no State recognises the person',
    beats: [
      {
        answers: `${RIGHTS} individual-screening:possible-statelessness statelessness-branch:stateless`,
      },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a person who stays ill stays',
    beats: [
      {
        answers: `${RIGHTS} individual-screening:illness ${repeat(12, 'medical-hold:still-unfit')} lead-decision:stay`,
      },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'removal would break the family, then the person cannot travel for good',
    beats: [
      { answers: `${DECIDED} family-unity-check:not-possible` },
      { answers: `protection-or-regularisation:refused ${ASSESSED}` },
      { event: 'medical-hold/HEA-S' },
      { answers: 'medical-hold:permanent protection-or-regularisation:granted' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the court orders release',
    beats: [
      { answers: `${REASSESSED} removal-decision:removal notify-decision:notified` },
      { answers: 'appeal-window:filed appeal-pending:suspension-granted appeal-pending:released' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'silence on the suspension grants it; the decision is overturned',
    beats: [
      { answers: `${REASSESSED} removal-decision:removal notify-decision:notified` },
      { answers: 'appeal-window:filed' },
      { untilDue: 'appeal-pending' },
      { refused: 'appeal-pending:suspension-deemed', code: 'outcome-by-silence' },
      { answers: 'appeal-pending:overturned' },
      { answers: 'protection-or-regularisation:refused individual-assessment:complete' },
      { event: 'status-granted/ASY' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'a remitted decision, a court order, and questions of the consulate without end',
    beats: [
      { answers: `${REASSESSED} removal-decision:removal notify-decision:notified` },
      { event: 'appeal-filed/LEGAL' },
      { answers: `appeal-pending:remitted ${ASSESSED} renewed-removal-decision:removal` },
      { answers: 'notify-decision:notified' },
      { untilDue: 'appeal-window' },
      { event: 'court-order/COURT' },
      { refused: 'family-unity-check:together', code: 'step-not-open' },
      { answers: 'appeal-pending:dismissed family-unity-check:together' },
      {
        answers: `readmission-application:sent ${repeat(
          3,
          'nationality-verification:rfi readmission-information:supplied',
        )} nationality-verification:rfi nationality-alternatives:release`,
      },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'denied, refused a document, not stateless, denied again: protection',
    beats: [
      { answers: `${DECIDED} family-unity-check:together readmission-application:sent` },
      { answers: `nationality-verification:denied nationality-alternatives:other-state` },
      { answers: `${IDENTIFIED} travel-document:refused` },
      { answers: 'nationality-alternatives:possible-statelessness' },
      { answers: 'statelessness-branch:not-stateless protection-or-regularisation:refused' },
      { answers: `${DECIDED_AGAIN} family-unity-check:together readmission-application:sent` },
      { answers: 'nationality-verification:denied nationality-alternatives:protection' },
      { answers: 'protection-or-regularisation:granted' },
    ],
    ends: 'closed-stay',
  },
  {
    id: 'the person dies while the transfer is prepared',
    beats: [
      {
        answers: `${REASSESSED} removal-decision:removal ${WAIVED} ${DOCUMENTED} ${CLEARED}`,
      },
      listed(4),
      { event: 'deceased/MIG-S' },
      { refused: 'manifest-acceptance:accepted', code: 'step-not-open' },
      { answers: 'death-notice:notified' },
    ],
    ends: 'deceased',
  },
  {
    id: 'the person is absent, comes back, and is absent again',
    beats: [
      { answers: READY },
      listed(),
      prepared,
      { event: 'absconded/MIG-S' },
      { hours: 20 * 24 },
      { answers: 'absence-review:resumed' },
      { event: 'absconded/HEA-S' },
      { answers: 'absence-review:closed' },
    ],
    ends: 'absconded',
  },
];

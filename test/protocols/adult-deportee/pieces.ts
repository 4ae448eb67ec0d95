import type { Beat } from '../../../rehearsal/scene.js';

/** Pieces that several cases of adult-deportee go through, in the order of the protocol. */
export const RIGHTS = 'apprehension-record:ordered inform-rights:informed';
export const INTAKE = `${RIGHTS} consular-notification:sent legal-assistance:appointed`;
export const ASSESSED = 'individual-assessment:complete non-refoulement-assessment:clear';
export const OFFERED = 'voluntary-return-offer:offered';
export const REASSESSED = `${INTAKE} individual-screening:none ${ASSESSED} ${OFFERED}`;
export const WAIVED = 'notify-decision:notified appeal-window:waived';
export const DECIDED = `${REASSESSED} removal-decision:removal ${WAIVED}`;
export const DECIDED_AGAIN = `${ASSESSED} renewed-removal-decision:removal ${WAIVED}`;
export const IDENTIFIED = 'readmission-application:sent nationality-verification:confirmed';
export const DOCUMENTED = `family-unity-check:together ${IDENTIFIED} travel-document:issued`;
export const CLEARED = 'individual-clearance:cleared';
export const READY = `${DECIDED} ${DOCUMENTED} ${CLEARED}`;

/** The list goes out a little over two days ahead: the certificate may be given at once, the check a day later. */
export const listed = (departureIn = 2.1): Beat => ({
  answers: 'manifest-proposal:sent',
  departureIn,
});

const EACH_TIME =
  'manifest-acceptance:accepted vulnerable-advance-notice:no-needs monitor-notice:notified';

/** What follows a list; belongings are returned once. */
export const prepared: Beat = {
  answers: `${EACH_TIME} criminal-information-notice:not-needed belongings-and-papers:signed fit-to-travel:fit`,
};
export const preparedAgain: Beat = { answers: `${EACH_TIME} fit-to-travel:fit` };

export const checked: readonly Beat[] = [
  { untilOpen: 'pre-departure-check' },
  { answers: 'pre-departure-check:cleared' },
  { untilOpen: 'departure' },
];
export const leaves: readonly Beat[] = [...checked, { answers: 'departure:left' }];

/** From the first record to the point of handover, by the shortest way. */
export const arrived: readonly Beat[] = [
  { answers: READY },
  listed(),
  prepared,
  ...leaves,
  { answers: 'arrival:arrived' },
];
export const received: readonly Beat[] = [
  ...arrived,
  { answers: 'handover-reception-act:accepted' },
];

export const REGISTERED = 'reception-registration:registered reception-immediate-assistance:given';
export const HOME = `${REGISTERED} reception-screening:none identity-documentation:issued onward-transport:gone`;
export const PROFILE = 'reintegration-offer:accepts needs-and-skills-assessment:assessed';
export const SUPPORTED =
  'reintegration-plan:agreed referral:accepted support-disbursement:delivered';

/** Visits of the year, or of the extension, each answered when it opens, with what follows it. */
export const visits = (step: string, ...answers: readonly string[]): Beat[] =>
  answers.flatMap((answer) => [{ untilOpen: step }, { answers: `${step}:${answer}` }]);

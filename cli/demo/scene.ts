import type { Beat } from '../../rehearsal/scene.js';

const DAY = 24;
const morning: Beat = { untilHour: 9, timeZone: 'America/Mexico_City' };

/**
 * One invented person through adult-deportee: counsel is late and it is escalated, the consulate asks for more
 * information, an appeal stops a departure that was ready and is dismissed, then handover, a year of visits, closure.
 */
export const DEMO_SCENE: readonly Beat[] = [
  morning,
  { answers: 'apprehension-record:ordered inform-rights:informed consular-notification:sent' },
  { hours: 20 },
  { answers: 'individual-screening:none' },
  // Counsel has 48 hours: reminders, the lapse, and at 150 % the lead institution.
  { hours: 56 },
  { answers: 'legal-assistance:appointed' },
  { answers: 'individual-assessment:complete non-refoulement-assessment:clear' },
  { hours: 2 * DAY },
  {
    answers: 'voluntary-return-offer:offered removal-decision:removal notify-decision:notified',
  },
  // The remedy window of 15 working days closes by itself.
  { hours: 22 * DAY },
  morning,
  { answers: 'family-unity-check:together readmission-application:sent' },
  { hours: 2 * DAY },
  { answers: 'nationality-verification:rfi' },
  { hours: 1 * DAY },
  { answers: 'readmission-information:supplied' },
  { hours: 1 * DAY },
  {
    answers:
      'nationality-verification:confirmed travel-document:issued individual-clearance:cleared',
  },
  { answers: 'manifest-proposal:sent', departureIn: 4 },
  { confirm: 'all' },
  {
    answers:
      'manifest-acceptance:accepted vulnerable-advance-notice:no-needs criminal-information-notice:not-needed monitor-notice:notified belongings-and-papers:signed',
  },
  { hours: 1.5 * DAY },
  // An appeal while the bus is waiting: everything towards departure is taken back at once.
  { event: 'appeal-filed/LEGAL' },
  { hours: 3 * DAY },
  morning,
  { answers: 'appeal-pending:dismissed' },
  { answers: 'family-unity-check:together individual-clearance:cleared' },
  { answers: 'manifest-proposal:sent', departureIn: 4 },
  { confirm: 'all' },
  {
    answers:
      'manifest-acceptance:accepted vulnerable-advance-notice:no-needs monitor-notice:notified',
  },
  { hours: 1.5 * DAY },
  { answers: 'fit-to-travel:fit' },
  { hours: 1.75 * DAY },
  { answers: 'pre-departure-check:cleared' },
  { answers: 'criminal-information-notice:not-needed' },
  morning,
  { answers: 'departure:left' },
  { hours: 6 },
  { answers: 'arrival:arrived handover-reception-act:accepted' },
  { confirm: 'all' },
  { hours: 1 },
  {
    answers:
      'reception-registration:registered reception-immediate-assistance:given reception-screening:none identity-documentation:issued onward-transport:gone',
  },
  { hours: 5 * DAY },
  { answers: 'reintegration-offer:accepts needs-and-skills-assessment:assessed' },
  { hours: 6 * DAY },
  { answers: 'reintegration-plan:agreed referral:accepted support-disbursement:delivered' },
  { confirm: 'all' },
  ...[93, 91, 91, 91].flatMap((days): Beat[] => [
    { hours: days * DAY },
    { answers: 'follow-up-visit:fine' },
  ]),
  { answers: 'sustainability-score:at-threshold closure:goal-met' },
];

import type { FollowMessage } from './messages.js';

/**
 * What a run's workflow asks the outside to do. Every activity may run more than once: what it does to the world is
 * tied to a stable key (run, act, position) and done once. Inputs and results are ids, codes and instants only.
 */
export interface RunActivities {
  /** Sends notices of one or more acts; those already sent are left alone. Fails (to be tried again) while mail is down. */
  sendNotices(input: SendNotices): Promise<void>;
  /** Builds the packet of a share and hands it to its recipient. */
  releaseData(input: { readonly runId: string; readonly share: string }): Promise<void>;
  /** Lets the run of a group operation take note of what has become of its lines. */
  tellOperation(input: { readonly operation: string }): Promise<void>;
  /**
   * Tells each person who holds a line that no longer stands, by an act of their own run, one after the other, until
   * nobody holds one. Heartbeats; fails (to be tried again) while somebody still does.
   */
  callOffSeats(input: { readonly operation: string }): Promise<void>;
  /**
   * Lets what is due happen, judged by the database's clock, or for a rehearsal by the workflow's. Tells when to look
   * again and by which clock that was judged.
   */
  commitDue(input: { readonly runId: string; readonly rehearsalAt?: number }): Promise<DueAnswer>;
  /**
   * Everything a workflow must follow after act `afterSeq`, made from the facts: for a workflow that was started late,
   * reset, or missed a message. Effects already carried out are left out. Oldest first and at least one; there may be
   * more after the last. Fails (to be tried again) while the facts have no such act.
   */
  loadActs(input: {
    readonly runId: string;
    readonly afterSeq: number;
  }): Promise<readonly FollowMessage[]>;
}

export interface SendNotices {
  readonly runId: string;
  readonly acts: readonly { readonly seq: number; readonly notices: readonly number[] }[];
}

export interface DueAnswer {
  /** What falls due next; nothing when absent. */
  readonly nextDueAt?: number;
  /** The instant by which it was judged what is due. */
  readonly now: number;
}

/** What the system's own workflows ask the outside to do. */
export interface SystemActivities {
  /** Commits due acts of many runs in sets until told to stop; heartbeats. Resolves after about `forMs`. */
  sweepDue(input: { readonly forMs: number }): Promise<{ readonly entered: number }>;
  /** Sends the mails that wait in their rows until told to stop; heartbeats. Resolves after about `forMs`. */
  deliverMails(input: { readonly forMs: number }): Promise<{ readonly sent: number }>;
  /** Makes the calls to institutions' own systems that are due until told to stop, as `deliverMails`. */
  callWebhooks(input: { readonly forMs: number }): Promise<{ readonly made: number }>;
  /** Compares runs, outbox and workflows and repairs what differs. */
  reconcile(): Promise<ReconcileReport>;
  /** Destroys the keys of persons whose data has been kept long enough; heartbeats. */
  eraseExpired(): Promise<{ readonly keys: number }>;
}

export interface ReconcileReport {
  /** Runs looked at. */
  readonly compared: number;
  /** Open runs without a live workflow that got one. */
  readonly restarted: number;
  /** Workflows behind the facts that were told. */
  readonly caughtUp: number;
  /** Workflows of ended or unknown runs that were told to end. */
  readonly ended: number;
}

/** Failure types of activities; retried for as long as it takes unless final. */
export const ACTIVITY_FAILURES = {
  /** The mail server did not take a notice; sending again is safe. */
  mailUnavailable: 'MAIL_UNAVAILABLE',
  /** A notice may or may not have arrived and is sent once more. */
  mailUnknown: 'MAIL_UNKNOWN',
  /** Another attempt has a notice in hand. */
  noticeBusy: 'NOTICE_BUSY',
  /** A notice could not be put into words or handed to the transport; an error of ours. */
  noticeFailed: 'NOTICE_FAILED',
  /** The facts have no act after the one named. */
  actsMissing: 'ACTS_MISSING',
  /** A share waits for an earlier one to the same institution. */
  earlierShareUnderWay: 'EARLIER_SHARE_UNDER_WAY',
  /** Somebody still holds a line of an operation that no longer stands. */
  seatsStanding: 'SEATS_STANDING',
  /** Final: there is no such run or share. */
  runUnknown: 'RUN_UNKNOWN',
  /** Final: the person's keys were destroyed, nothing can be shared any more. */
  keysDestroyed: 'KEYS_DESTROYED',
} as const;

/** Failures after which trying again cannot help. */
export const FINAL_FAILURES: readonly string[] = [
  ACTIVITY_FAILURES.runUnknown,
  ACTIVITY_FAILURES.keysDestroyed,
];

import type { NoticeKind, NoticeLevel } from './core/effects.js';

/**
 * What the relay tells a run's workflow about one committed act: which effects to carry out, what is open now, when
 * the next thing falls due. Ids, codes and instants only.
 */
export interface FollowMessage {
  /** Position of the act in the run; a message that was seen before is ignored. */
  readonly seq: number;
  readonly at: number;
  /** What happened, e.g. `step-completed individual-screening none`; becomes the name of the signal. */
  readonly name: string;
  /** Notices to send, by their position in the act. */
  readonly notices: readonly NoticeNote[];
  /** Shares to release, by key. */
  readonly releases: readonly { readonly share: string; readonly to: string }[];
  /** What is to be done about seats on group operations. */
  readonly seats?: readonly SeatNote[];
  readonly open: readonly OpenNote[];
  readonly stage?: string;
  readonly nextDueAt?: number;
  readonly ended?: string;
}

/**
 * `tell`: the person's line on this operation changed, the operation's run must take note; `look`: this operation's own
 * run must take note of its lines; `call-off`: lines of this operation no longer stand, each person's run must hear it.
 */
export type SeatNote =
  | { readonly kind: 'tell'; readonly operation: string }
  | { readonly kind: 'look' }
  | { readonly kind: 'call-off' };

export interface NoticeNote {
  readonly n: number;
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  readonly institution: string;
  readonly step?: string;
  readonly dueAt?: number;
}

/** One open step, as the engine shows it. */
export interface OpenNote {
  readonly step: string;
  readonly institution: string;
  readonly dueAt?: number;
  readonly suspended?: true;
}

/** What a workflow is started with. The messages come by signal. */
export interface FollowInput {
  readonly runId: string;
  readonly protocol: string;
  readonly version: number;
  /** Its time is skipped: lapses carry the workflow's clock instead of the database's. */
  readonly rehearsal: boolean;
  /** State handed over when the history is continued as new. */
  readonly carried?: FollowState;
  /** Acts followed in one history before it is continued as new; for tests, which force it to be tiny. */
  readonly renewAfter?: number;
}

/** Where a workflow stands: what its query answers and what it hands over when continued as new. */
export interface FollowState {
  readonly seq: number;
  readonly open: readonly OpenNote[];
  readonly stage?: string;
  readonly nextDueAt?: number;
  readonly ended?: string;
  /** Effects begun and not finished; whoever takes over begins them again. */
  readonly effects?: readonly PendingEffect[];
}

/** Something a run's workflow has the outside do; its activity tries for as long as it takes. */
export type PendingEffect =
  | {
      readonly kind: 'notices';
      readonly acts: readonly { readonly seq: number; readonly notices: readonly NoticeNote[] }[];
    }
  | { readonly kind: 'release'; readonly share: string; readonly to: string }
  | { readonly kind: 'tell-operation'; readonly operation: string }
  | { readonly kind: 'call-off-seats' };

/** What a workflow that followed its run to the end returns. */
export interface FollowResult {
  readonly seq: number;
  readonly ending: string;
}

export const WORKFLOW_ID_PREFIX = 'retorno';
/** Workflow types of protocols an administrator publishes begin with this; all other names are reserved. */
export const PUBLISHED_TYPE_PREFIX = 'protocol:';
export const TASK_QUEUE = 'retorno';
/** Signal name when several acts are handed over at once. */
export const SEVERAL_ACTS = 'several-acts';
/**
 * Name of a message that says where a run stands and brings no effects: a workflow that is behind fetches the acts it
 * lacks from the facts.
 */
export const RECONCILED = 'reconciled';
/** Query of a run's workflow; answers a `FollowState`. */
export const STANDING_QUERY = 'standing';
/** Search attribute that holds the stage of a run. */
export const STAGE_ATTRIBUTE = 'RetornoStage';
/** Workflow types of the system's own work; sweep and deliver take `SweepInput`, reconcile nothing. */
export const SWEEP_TYPE = 'sweepDueActs';
export const RECONCILE_TYPE = 'reconcileRuns';
export const DELIVER_TYPE = 'deliverWithoutEnd';
export const RETENTION_TYPE = 'eraseExpiredData';

/** How long the sweep or the delivery runs: `turns` activities of about `forMs` each, then its history begins anew. */
export interface SweepInput {
  readonly forMs: number;
  readonly turns: number;
}

/** One workflow per run: the same run always has the same id. */
export function workflowIdOf(protocol: string, runId: string): string {
  return `${WORKFLOW_ID_PREFIX}/${protocol}/${runId}`;
}

import type { NoticeState } from './schema/notices.js';
import type { StepStatus } from './schema/steps.js';

/** What one act changes in the projections. Instants are epoch milliseconds; an absent field stays as it is. */
export interface RowChanges {
  readonly opened: readonly StepRow[];
  readonly changed: readonly StepChange[];
  readonly parties: readonly { role: string; institution: string }[];
  readonly notices: readonly NoticeRow[];
  readonly releases: readonly ReleaseRow[];
  /** The run came into a family. */
  readonly family?: FamilyRow;
}

export interface FamilyRow {
  readonly unit: string;
  readonly member: string;
}

export interface StepChange {
  step: string;
  opening: number;
  role: string;
  institution?: string;
  status?: StepStatus;
  dueAt?: number;
  paused?: boolean;
  lapsedAt?: number;
  closedAt?: number;
  outcome?: string;
  bySilence?: boolean;
}

export interface StepRow extends StepChange {
  institution: string;
  status: StepStatus;
  openedAt: number;
}

export interface NoticeRow {
  n: number;
  kind: string;
  level: string;
  institution: string;
  role: string;
  step?: string;
  opening?: number;
  dueAt?: number;
  state: NoticeState;
  reference: string;
}

export interface ReleaseRow {
  share: string;
  state: 'pending' | 'suppressed' | 'acknowledged';
  step?: string;
  opening?: number;
  role?: string;
  institution?: string;
  categories?: readonly string[];
  acknowledgeBy?: number;
}

import type { ManifestLine } from '../protocols/core/acts.js';
import type { SeatStatus } from '../protocols/core/state.js';
import type { SeatList } from '../protocols/language/seat.js';
import type { NoticeState } from './schema/notices.js';
import type { StepStatus } from './schema/steps.js';

/** What one act changes in the projections. Instants are epoch milliseconds; an absent field stays as it is. */
export interface RowChanges {
  readonly opened: readonly StepRow[];
  readonly changed: readonly StepChange[];
  readonly parties: readonly PartyRow[];
  readonly notices: readonly NoticeRow[];
  readonly releases: readonly ReleaseRow[];
  /** The run came into a family. */
  readonly family?: FamilyRow;
  /** Lines of lists of group operations, at most one for each operation. */
  readonly seats: readonly SeatChangeRow[];
  /** Versions of its list an operation sent. */
  readonly manifests: readonly ManifestRow[];
  /** What this run declares as a group operation, when it is one. */
  readonly operation?: OperationRow;
}

/** Who fills a role; `cut` where the State of origin is cut off from the run. */
export interface PartyRow {
  readonly role: string;
  readonly institution: string;
  readonly cut: boolean;
}

export interface FamilyRow {
  readonly unit: string;
  readonly member: string;
}

export interface SeatChangeRow {
  readonly operation: string;
  readonly list: SeatList;
  readonly status: SeatStatus;
  readonly departsAt: number;
  /** The line exists, or exists anew, by this act. */
  readonly taken: boolean;
  readonly corrected: boolean;
}

export interface ManifestRow {
  readonly version: number;
  readonly frozenAt: number;
  readonly lines: readonly ManifestLine[];
}

export interface OperationRow {
  readonly purpose: string;
  readonly capacity: number;
  readonly departsAt?: number;
  readonly latestAt?: number;
  readonly point?: string;
  readonly seating: boolean;
  readonly live: boolean;
  readonly boarded: boolean;
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

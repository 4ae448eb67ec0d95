import type { Category } from '../language/form.js';
import type { SeatList } from '../language/seat.js';
import type { ManifestLine } from './acts.js';
import type { SeatStatus } from './state.js';

export type NoticeKind =
  | 'opened'
  | 'reassigned'
  | 'nearly-due'
  | 'overdue'
  /** The deadline passed and the protocol answered by itself; nothing is left to do. */
  | 'lapsed'
  | 'escalated'
  | 'withdrawn'
  | 'suspended'
  | 'resumed'
  | 'shared'
  /** Data that had been shared must not be used any more: a recall opened. */
  | 'recalled'
  /** Data is to come back from somebody who is cut off from the run: nobody asks them while that is so. */
  | 'recall-rests'
  | 'ended'
  /** A required role of a run has no institution; its steps are with the lead. */
  | 'vacant'
  /** An answer takes effect once a second person of the institution gives it too. */
  | 'second-needed'
  /** A run ended to go on under a protocol that takes no runs: people must take the person over. */
  | 'unclaimed'
  /** Two people lowered the protection of the person. */
  | 'lowered'
  /** The same, and a departure is planned within 72 hours of it. */
  | 'lowered-soon';

/** Who inside or above the institution is told. */
export type NoticeLevel =
  | 'institution'
  | 'supervisor'
  | 'lead-technical'
  | 'lead-political'
  | 'monitor';

/** What an act makes the outside do. Ids, codes and instants only. */
export type Effect =
  | {
      readonly type: 'step-opened';
      readonly step: string;
      readonly opening: number;
      readonly roles: readonly string[];
      /** Roles for which another institution is competent, and the name it is bound under. */
      readonly holders?: Readonly<Record<string, string>>;
      readonly dueAt?: number;
    }
  | {
      readonly type: 'step-signed';
      readonly step: string;
      readonly opening: number;
      readonly role: string;
      readonly outcome: string;
      /** It takes effect once a second person of the same institution gives the same answer. */
      readonly awaitsSecond?: true;
    }
  | {
      readonly type: 'step-closed';
      readonly step: string;
      readonly opening: number;
      readonly outcome: string;
      readonly bySilence?: true;
    }
  | { readonly type: 'step-withdrawn'; readonly step: string; readonly opening: number }
  | {
      readonly type: 'step-suspended';
      readonly step: string;
      readonly opening: number;
      readonly missing: readonly string[];
    }
  | { readonly type: 'step-resumed'; readonly step: string; readonly opening: number }
  /** The due instant of an open step changed, or its clock stopped (`paused`). */
  | {
      readonly type: 'clock-moved';
      readonly step: string;
      readonly opening: number;
      readonly dueAt: number;
      readonly paused: boolean;
    }
  /** Who is competent for an open step was judged again. */
  | {
      readonly type: 'holder-moved';
      readonly step: string;
      readonly opening: number;
      readonly role: string;
      readonly institution: string;
    }
  | { readonly type: 'step-lapsed'; readonly step: string; readonly opening: number }
  | {
      readonly type: 'role-moved';
      readonly role: string;
      readonly institution: string;
      readonly from: string;
    }
  | {
      readonly type: 'notice';
      readonly kind: NoticeKind;
      readonly role: string;
      readonly level: NoticeLevel;
      readonly step?: string;
      readonly opening?: number;
      readonly share?: string;
      readonly dueAt?: number;
      /** Told instead of the bound institution: the competent one, or the one that just lost the role. */
      readonly institution?: string;
    }
  | {
      readonly type: 'share-released';
      readonly share: string;
      readonly step: string;
      readonly opening: number;
      readonly to: string;
      readonly categories: readonly Category[];
      readonly acknowledgeBy?: number;
    }
  | {
      readonly type: 'share-suppressed';
      readonly share: string;
      readonly step: string;
      readonly opening: number;
      readonly to: string;
    }
  /** The person's line on the list of a group operation changed. */
  | {
      readonly type: 'seat-changed';
      readonly operation: string;
      readonly status: SeatStatus;
      readonly list: SeatList;
      readonly departsAt: number;
      /** The seat was taken with this act. */
      readonly taken?: true;
      /** The line was corrected with this act. */
      readonly corrected?: true;
    }
  | {
      readonly type: 'manifest-frozen';
      readonly version: number;
      readonly lines: readonly ManifestLine[];
    }
  /** Lines of this operation no longer stand as they were taken; who holds one must be told in their own run. */
  | { readonly type: 'seats-called-off' }
  | {
      readonly type: 'run-ended';
      readonly ending: string;
      readonly continues?: { readonly protocol: string; readonly entry: string };
    };

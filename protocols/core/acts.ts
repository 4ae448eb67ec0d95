import type { AttributeValue } from '../language/attribute.js';
import type { Standing } from '../language/family.js';
import type { Reference } from '../language/form.js';
import type { Register, RegisterChange } from '../language/register.js';
import type { SeatList } from '../language/seat.js';
import type { Mark } from '../rules/ladder.js';
import type { Binding, Lowered } from './state.js';
import type { OriginStop, StopReason } from './stop.js';

/** What a person's answer or report brings into the run besides its outcome: codes and dates only. */
export interface Brought {
  readonly assigns?: Readonly<Record<string, AttributeValue>>;
  readonly dates?: Readonly<Record<string, number>>;
  /** The last local day, `YYYY-MM-DD`, of facts the answer sets. */
  readonly ends?: Readonly<Record<string, string>>;
  /** Codes of things outside the run. */
  readonly refers?: Readonly<Partial<Record<Reference, string>>>;
}

/** One line of a list as it was sent: whose, by which act of the own run, on which list. No name is in it. */
export interface ManifestLine {
  readonly run: string;
  /** The act of the run that took the seat. */
  readonly seq: number;
  readonly list: SeatList;
  readonly corrections: number;
}

/** One thing that can fall due in a run. */
export type DueClock =
  | { readonly kind: 'mark'; readonly step: string; readonly opening: number; readonly mark: Mark }
  | { readonly kind: 'acknowledgement'; readonly share: string; readonly mark: Mark }
  | { readonly kind: 'opening'; readonly step: string; readonly opening: number }
  | { readonly kind: 'expiry'; readonly fact: string };

/** Why a run began that carries on another one: the record of the re-route. Codes and ids only. */
export interface Reroute {
  /** The run that ended and the position of the act that ended it: the evidence. */
  readonly fromRun: string;
  readonly fromSeq: number;
  readonly fromProtocol: string;
  readonly fromVersion: number;
  /** The step that was answered, or `event:` and the event that was reported. */
  readonly fromStep: string;
  /** The outcome of that step, or the event. */
  readonly trigger: string;
  /** Nobody answered: the protocol went on by itself. */
  readonly bySilence?: true;
  readonly toProtocol: string;
  readonly entryStep: string;
  /** Institution that decided; `system` when nobody answered. */
  readonly decidedBy: string;
  /** Facts that held before the act; none of them is carried. */
  readonly cleared: readonly string[];
  /** What had lowered the person's protection last, so that a departure soon after it is noticed here too. */
  readonly lowered?: Lowered;
}

/** The place of a run in a family. Opaque ids and coarse words only. */
export interface FamilyPlace {
  readonly unit: string;
  /** The person within the family; the same in all runs of the person. */
  readonly member: string;
  /** How the others stood when this run came in. */
  readonly others: Readonly<Record<string, Standing>>;
}

/** What the system tells a run about its family with an event: how others stand now, or whether a join is complete. */
export type FamilyNews =
  | { readonly others: Readonly<Record<string, Standing>> }
  | { readonly join: string; readonly met: boolean };

/** What became of a re-route: the run that carries on, or none because no such protocol takes runs. */
export interface Continuation {
  readonly run?: string;
}

/** Anything that happens in a run. `at` is part of the act: the core has no clock of its own. */
export type Act = {
  readonly at: number;
  /** Filled in by the door when the act ends the run with `continues`. */
  readonly continuation?: Continuation;
} & (
  | ({
      readonly type: 'run-started';
      readonly bindings: Readonly<Record<string, Binding>>;
      /** The pack the definition was varied by. */
      readonly pack?: { readonly id: string; readonly version: number };
      /** What the register said when the run was started. */
      readonly register?: Register;
      readonly reroute?: Reroute;
      readonly family?: FamilyPlace;
      /** The stop that stands for the person or the family from an earlier run. */
      readonly originStop?: OriginStop;
    } & Brought)
  | ({
      readonly type: 'step-completed';
      readonly step: string;
      /** Which opening is answered; an answer to an earlier one is refused. */
      readonly opening: number;
      readonly outcome: string;
      readonly role: string;
      /** The lines of a list that was sent with this answer; entered by the door. */
      readonly manifest?: readonly ManifestLine[];
    } & Brought)
  | ({
      readonly type: 'event-reported';
      readonly event: string;
      /** `system` for an event only the system reports, and for one that is carried over. */
      readonly role: string;
      /** Was reported in the run this one carries on, and what it stopped is still stopped. */
      readonly carried?: true;
      readonly family?: FamilyNews;
    } & Brought)
  /** A run that had begun is linked with those of the person's family. */
  | ({ readonly type: 'family-joined' } & FamilyPlace)
  | { readonly type: 'clock-reached'; readonly clock: DueClock; readonly dueAt: number }
  | { readonly type: 'share-acknowledged'; readonly share: string; readonly role: string }
  | {
      readonly type: 'role-reassigned';
      readonly role: string;
      readonly binding: Binding;
      /** Why, as a code; given by the case lead who decided. */
      readonly reason?: string;
      /**
       * What waits for a second person where another institution takes over is void. Entered by the door with every such act;
       * those from before this rule lack it, and their runs stay what they were.
       */
      readonly anew?: true;
    }
  /** No contact with authorities of origin from now on; `system` where it was said in a linked run. */
  | { readonly type: 'origin-stopped'; readonly role: string; readonly reason: StopReason }
  /** One institution asks that the stop end, another decides. */
  | { readonly type: 'origin-lift-asked'; readonly role: string }
  | { readonly type: 'origin-lift-decided'; readonly role: string; readonly lifts: boolean }
  /** Whoever leads the run reminds those who must answer an open step. */
  | { readonly type: 'step-nudged'; readonly step: string; readonly opening: number }
  /** The register of days, agreements, closures and relations has entries the run does not know, the last being `upTo`. */
  | {
      readonly type: 'register-changed';
      readonly upTo: number;
      readonly changes: readonly RegisterChange[];
    }
);

export type ActType = Act['type'];

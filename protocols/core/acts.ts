import type { AttributeValue } from '../language/attribute.js';
import type { Mark } from '../rules/ladder.js';
import type { Binding } from './state.js';

/** What a person's answer or report brings into the run besides its outcome: codes and planned dates only. */
export interface Brought {
  readonly assigns?: Readonly<Record<string, AttributeValue>>;
  readonly dates?: Readonly<Record<string, number>>;
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
}

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
      readonly reroute?: Reroute;
    } & Brought)
  | ({
      readonly type: 'step-completed';
      readonly step: string;
      /** Which opening is answered; an answer to an earlier one is refused. */
      readonly opening: number;
      readonly outcome: string;
      readonly role: string;
    } & Brought)
  | ({
      readonly type: 'event-reported';
      readonly event: string;
      /** `system` for an event only the system reports, and for one that is carried over. */
      readonly role: string;
      /** Was reported in the run this one carries on, and what it stopped is still stopped. */
      readonly carried?: true;
    } & Brought)
  | { readonly type: 'clock-reached'; readonly clock: DueClock; readonly dueAt: number }
  | { readonly type: 'share-acknowledged'; readonly share: string; readonly role: string }
  | {
      readonly type: 'role-reassigned';
      readonly role: string;
      readonly binding: Binding;
      /** Why, as a code; given by the case lead who decided. */
      readonly reason?: string;
    }
);

export type ActType = Act['type'];

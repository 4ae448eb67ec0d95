import type { ClockStart, Length, Silence } from './deadline.js';
import type { Fact } from './definition.js';
import type { Field } from './form.js';
import type { Step } from './step.js';
import type { Source, Text } from './text.js';

/** Another length or clock for a step. What is left out stays as the protocol has it. Rules of law stand in the pack's norms. */
export interface DeadlineChange extends Length {
  readonly step: string;
  readonly from?: ClockStart;
  /** Instead of the protocol's pauses. */
  readonly pausedWhile?: readonly string[];
  /** Only a stricter one. */
  readonly silence?: Silence;
  readonly source: Source;
}

/**
 * What a pack changes in one protocol. It may change times, texts and kinds of institutions and add safeguards; the
 * shape has no word for taking one away. `rewrites` are steps written anew: allowed only where every safeguard of the
 * step is still there.
 */
export interface Variant {
  readonly protocol: string;
  readonly deadlines?: readonly DeadlineChange[];
  /** Another kind of institution fills a role. */
  readonly roles?: readonly {
    readonly role: string;
    readonly kind: string;
    readonly source: Source;
  }[];
  readonly texts?: readonly {
    readonly step: string;
    readonly title?: Text;
    readonly instructions?: Text;
  }[];
  readonly facts?: readonly Fact[];
  readonly steps?: readonly Step[];
  readonly requires?: readonly { readonly step: string; readonly facts: readonly string[] }[];
  readonly signers?: readonly { readonly step: string; readonly roles: readonly string[] }[];
  readonly clears?: readonly { readonly at: string; readonly facts: readonly string[] }[];
  readonly clearsAtOpening?: readonly {
    readonly step: string;
    readonly facts: readonly string[];
  }[];
  /** A shorter validity of what an outcome or event sets. */
  readonly validity?: readonly {
    readonly at: string;
    readonly fact: string;
    readonly validFor: Length;
  }[];
  readonly fields?: readonly { readonly step: string; readonly field: Field }[];
  readonly rewrites?: readonly Step[];
}

import type { Attribute } from './attribute.js';
import type { Condition } from './condition.js';
import type { Consent } from './consent.js';
import type { FamilyRules } from './family.js';
import type { Field } from './form.js';
import type { Names } from './names.js';
import type { OperationPart, SeatPart } from './seat.js';
import type { Consequences, Step } from './step.js';
import type { Source, Text } from './text.js';

export const REGIMES = ['removal', 'child', 'victim', 'voluntary', 'no-return'] as const;
/**
 * Which safeguards bind a protocol: `removal` the return of an adult by decision of a State; `child` of somebody under
 * 18 without a carer; `victim` of a trafficked person; `voluntary` at the person's own wish; `no-return` nobody is
 * moved and nothing about anybody reaches another State.
 */
export type Regime = (typeof REGIMES)[number];

/** A kind of institution the protocol needs; a run binds it to one institution of the directory. */
export interface Role<N extends Names = Names> {
  readonly id: N['role'];
  /** Institution kind of the directory, e.g. `MIG`. */
  readonly kind: string;
  /** Which State it belongs to; `either` for international bodies and counsel. */
  readonly side: 'sending' | 'receiving' | 'either';
  readonly title: Text;
  /** The run can go without it; steps and shares for it then fall to the lead institution. */
  readonly optional?: true;
}

/** A named truth that matters for safeguards. */
export interface Fact<N extends Names = Names> {
  readonly id: N['fact'];
  /** What it means when it holds. */
  readonly title: Text;
  /** What it means that it does not hold, for "why is this step waiting". */
  readonly missing: Text;
  /** Holds from the start of the run. */
  readonly initially?: true;
}

/** Something that may be reported at any hour, in any state of the run, until a given point. */
export interface ProtocolEvent<N extends Names = Names> extends Consequences<N> {
  readonly id: N['event'];
  readonly title: Text;
  /** Who may report it; `anyone` means every party of the run, `system` no person at all. */
  readonly by: readonly N['role'][] | 'anyone' | 'system';
  /** Accepted only while this holds; always unless given. */
  readonly while?: Condition<N>;
  /** The consents the person takes back with it; it clears what says that they hold. */
  readonly revokes?: readonly N['purpose'][];
  readonly form?: readonly Field<N>[];
  readonly basis?: readonly Source[];
}

/** Whether somebody in this role may report the event; the role `system` is the system itself. */
export function mayReport(event: Pick<ProtocolEvent, 'by'>, role: string): boolean {
  if (event.by === 'system' || role === 'system') return event.by === role;
  return event.by === 'anyone' || event.by.includes(role);
}

/** Whether the person takes a consent back with the event; that is heard at any hour, also when the run has ended. */
export function isWithdrawal({ revokes }: Pick<ProtocolEvent, 'revokes'>): boolean {
  return revokes !== undefined && revokes.length > 0;
}

/** How a run can end. `transferred` is added by the language for every `continues`. */
export interface Ending<N extends Names = Names> {
  readonly id: N['ending'];
  readonly title: Text;
}

/** A protocol as data. The same shape as JSON or YAML is what API, editor and command line read and write. */
export interface Definition<N extends Names = Names> {
  /** Version of this language. */
  readonly language: 1;
  readonly id: string;
  /** Set at publication; a published version never changes. */
  readonly version: number;
  readonly regime: Regime;
  readonly title: Text;
  readonly purpose: Text;
  readonly population: Text;
  readonly legalBasis: readonly Source[];
  readonly roles: readonly Role<N>[];
  /** Who leads the run and receives the last escalations, and who monitors it. */
  readonly lead: N['role'];
  readonly monitor?: N['role'];
  readonly attributes: readonly Attribute<N>[];
  readonly facts: readonly Fact<N>[];
  readonly dates: readonly { readonly id: N['date']; readonly title: Text }[];
  readonly stages: readonly { readonly id: N['stage']; readonly title: Text }[];
  readonly steps: readonly Step<N>[];
  readonly events: readonly ProtocolEvent<N>[];
  readonly endings: readonly Ending<N>[];
  /** What the person is asked to agree to, each apart from the others. */
  readonly consents?: readonly Consent<N>[];
  /** While this holds the person is under 18, or it is not certain; always under the regime `child`. */
  readonly minorWhen?: Condition<N>;
  /** How runs of one family hang together; runs of a protocol without it are never linked. */
  readonly family?: FamilyRules<N>;
  /** A person under this protocol may travel in a group. */
  readonly seat?: SeatPart<N>;
  /** A run under this protocol coordinates a group. */
  readonly operation?: OperationPart<N>;
}

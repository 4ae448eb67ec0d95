import type { AttributeValue } from './attribute.js';
import type { Condition } from './condition.js';
import type { ConsentAsked } from './consent.js';
import type { Deadline, Length } from './deadline.js';
import type { Category, Field } from './form.js';
import type { Names } from './names.js';
import type { Recall, RecallAnswer } from './recall.js';
import type { SeatChange } from './seat.js';
import type { Source, Text } from './text.js';

export const STEP_KINDS = [
  'task',
  'approval',
  'assessment',
  'share',
  'notice',
  'document',
  'wait',
  'follow-up',
  'protocol',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_EFFECTS = [
  'discloses-identity',
  'issues-document',
  'departs',
  'hands-over',
  'closes',
] as const;
/** What the safeguards speak about. */
export type StepEffect = (typeof STEP_EFFECTS)[number];

/** A fact that becomes true, for ever or for a limited time (lapse policy L6). */
export type Setting<N extends Names = Names> =
  | N['fact']
  | { readonly fact: N['fact']; readonly validFor: Length };

/** Another protocol and the entry at which a person goes on there. */
export interface Onward {
  readonly protocol: string;
  readonly entry: string;
}

/** What an outcome or an event does to the run. Applied in the order of the fields below. */
export interface Consequences<N extends Names = Names> {
  readonly clears?: readonly N['fact'][];
  readonly sets?: readonly Setting<N>[];
  readonly assigns?: Readonly<Partial<Record<N['attribute'], AttributeValue>>>;
  /** Open steps, or all open steps of these stages, that are taken back. */
  readonly withdraws?: readonly (N['step'] | N['stage'])[];
  readonly ends?: N['ending'];
  /**
   * The person goes on under another protocol; the run ends as transferred. With `back` a person who came from that
   * protocol goes back there instead.
   */
  readonly continues?: Onward & { readonly back?: Onward };
}

/** One possible answer of a step. */
export interface Outcome<N extends Names = Names> extends Consequences<N> {
  readonly id: string;
  readonly title: Text;
  /** Only silence produces it; nobody can choose it before its time. */
  readonly bySilence?: true;
  /** Recorded, but the step stays open (an interim result). */
  readonly keepsOpen?: true;
  /** Of several signers one is enough, e.g. for a refusal. */
  readonly alone?: true;
  /** May be given while a required fact is missing; for results that stop or send back, never for a positive one. */
  readonly despiteMissing?: true;
  /** The time left is kept for the next opening of this step. */
  readonly keepsTimeLeft?: true;
  /** No further visit of the series is due. */
  readonly endsSeries?: true;
  /** What it means for the person's line on the list of a group operation. */
  readonly seat?: SeatChange;
  /** The lines as they stand now become a version of the list that never changes. */
  readonly manifest?: 'frozen';
  /** What it says about the data a recall takes back. */
  readonly recalled?: RecallAnswer;
  /** It takes protection away from the person: two people give it, never silence, and those who watch over it are told. */
  readonly lowers?: true;
}

/** Data that goes to another role when the step is answered and closes. */
export interface Share<N extends Names = Names> {
  readonly id: string;
  readonly to: N['role'];
  readonly categories: readonly Category[];
  /** The only fields of these categories it carries, by id, at least one of each; all of them unless given. */
  readonly only?: readonly string[];
  readonly purpose: Text;
  readonly ground: Source;
  /** The outcomes that release it; every outcome that closes the step unless given. */
  readonly on?: readonly string[];
  /** Suppressed while this holds; the suppression is recorded with its reason. */
  readonly unless?: Condition<N>;
  /** The consent it rests on: withheld while that does not stand, also if it falls between decision and hand-over. */
  readonly restsOn?: N['purpose'];
  /**
   * Handed over only to an institution that really got data of this run before: whoever never heard of a journey does
   * not hear that it is off.
   */
  readonly onlyIfReached?: true;
  /** By when the recipient must acknowledge. */
  readonly acknowledge?: Length & { readonly source: Source };
}

/** Repeated openings at fixed distances from an anchor, e.g. visits after 3, 6, 9 and 12 months. */
export interface Series<N extends Names = Names> {
  /** Distances are counted from when this was last established. */
  readonly after: `${N['step']}:${string}`;
  readonly at: readonly Length[];
}

/**
 * The least time between telling whoever receives and a planned date: an answer that plans the date nearer, or one of these
 * outcomes given nearer to it, is refused, and nobody departs before that time has passed since one of them.
 */
export interface Ahead<N extends Names = Names> {
  readonly hours: number;
  readonly before: N['date'];
  /** The outcomes with which they are told. */
  readonly on: readonly string[];
  readonly source: Source;
}

/** A step: who must do what, when it opens, what it needs, what may come of it. */
export interface Step<N extends Names = Names> {
  readonly id: N['step'];
  readonly kind: StepKind;
  readonly stage: N['stage'];
  readonly title: Text;
  readonly instructions?: Text;
  /** The responsible role; several roles must all sign. */
  readonly by: N['role'] | readonly N['role'][];
  /** Opens when this becomes true, and again when something it names is newly established. */
  readonly when: Condition<N>;
  /** Facts that must hold at opening and at completion. Cleared while open, the step is suspended. */
  readonly requires?: readonly N['fact'][];
  readonly effects?: readonly StepEffect[];
  /**
   * Outcomes that take effect only when a second person of the same institution gives them too; needed for what
   * reaches authorities of origin and for what lowers the person's protection.
   */
  readonly secondPerson?: readonly string[];
  /** Its positive result needs a named human decision and never comes from silence. */
  readonly safeguard?: true;
  /** Facts that no longer hold once the step opens (again). */
  readonly clearsAtOpening?: readonly N['fact'][];
  /** Does not open earlier than this long before a planned date. */
  readonly notBefore?: Length & { readonly before: N['date'] };
  /** Whoever receives is told with this step, and must know so long before the planned date. */
  readonly ahead?: Ahead<N>;
  /** How often it may open; the opening after that establishes `exhausted:step` instead. */
  readonly limit?: number;
  readonly series?: Series<N>;
  readonly deadline?: Deadline<N>;
  readonly form?: readonly Field<N>[];
  /** The consents this step asks for; its form then has the questions of the record. */
  readonly consent?: readonly ConsentAsked<N>[];
  readonly shares?: readonly Share<N>[];
  /** The step takes back data that was shared with its role. */
  readonly recalls?: Recall<N>;
  readonly outcomes: readonly Outcome<N>[];
  readonly basis?: readonly Source[];
}

/** The roles that must sign a step. */
export function signers(step: Step): readonly string[] {
  return typeof step.by === 'string' ? [step.by] : step.by;
}

/** The roles whose signatures an outcome needs, one after the other; the role of the second person comes twice. */
export function signings(step: Step, outcome: string): readonly string[] {
  const all = signers(step);
  const chosen = step.outcomes.find(({ id }) => id === outcome);
  const roles = chosen?.alone || chosen?.keepsOpen ? all.slice(0, 1) : all;
  return step.secondPerson?.includes(outcome) ? [...roles, all[0]!] : roles;
}

/** Whether two people give an outcome: a second one of an institution, or one of each of several. */
export function takesTwo(step: Step, outcome: string): boolean {
  return signings(step, outcome).length > 1;
}

/** Every protocol under which a person may go on by this. */
export function onwardOf({ continues }: Consequences): readonly Onward[] {
  if (!continues) return [];
  const { back, ...onward } = continues;
  return back ? [onward, back] : [onward];
}

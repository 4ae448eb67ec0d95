import type { Deadline, Length } from '../../language/deadline.js';
import type { Definition, ProtocolEvent } from '../../language/definition.js';
import { type Outcome, type Step, type StepKind, signers } from '../../language/step.js';
import type { Spread } from '../random.js';
import type { Effort, Hours, Office, Profile } from './profile.js';

/*
 * What is assumed where nobody says otherwise. None of it was measured: it is plausible, the same for every protocol,
 * and there to be replaced by what a country knows of its own institutions.
 */

export const DEFAULT_ARRIVALS_PER_DAY = 2;

export const DEFAULT_PLACES: Profile['places'] = {
  sending: { country: 'MX', timeZone: 'America/Mexico_City' },
  receiving: { country: 'HN', timeZone: 'America/Tegucigalpa' },
  either: { country: 'MX', timeZone: 'America/Mexico_City' },
};

const OFFICE_HOURS: Hours = { from: 9, until: 17 };
const OFFICERS = 4;

const spread = (median: number, p90: number): Spread => ({ median, p90 });

/** By kind of step, in hours. */
const EFFORTS: Readonly<Record<StepKind, Effort>> = {
  task: { response: spread(4, 24), work: spread(0.5, 1.5), silence: 0.02 },
  approval: { response: spread(8, 48), work: spread(0.5, 1.5), silence: 0.02 },
  assessment: { response: spread(12, 48), work: spread(2, 4), silence: 0.02 },
  share: { response: spread(2, 12), work: spread(0.2, 0.5), silence: 0.02 },
  notice: { response: spread(2, 12), work: spread(0.2, 0.5), silence: 0.02 },
  document: { response: spread(12, 72), work: spread(1, 3), silence: 0.02 },
  wait: { response: spread(72, 240), work: spread(0.25, 0.5), silence: 0.05 },
  'follow-up': { response: spread(24, 96), work: spread(1, 3), silence: 0.05 },
  protocol: { response: spread(24, 96), work: spread(0.5, 1), silence: 0.02 },
};

/** Nobody hurries to give the only answer there is. */
const SILENCE_OF_SOLE_ANSWER = 0.95;

/** Of the time a deadline gives, half of those who keep it have begun after this share, nine of ten after that. */
const BEGUN = { median: 0.25, p90: 0.5 };
/** What is given little time is made to take little work, half of the time at most, */
const WORKED = { median: 0.25, p90: 0.5 };
/** but never less than what an hour would give: the shortest form has to be filled in. In hours. */
const LEAST_GIVEN = 1;
/** What must be done at once is taken up within minutes. */
const AT_ONCE = spread(0.1, 0.4);
/** A step that is only there to let a term run out usually lets it run out. */
const SILENCE_OF_TERMS = 0.8;

/** Share of cases that take the ordinary answer of a step: the first by which the run goes on. */
const ORDINARY = 0.9;
/** How heavy an answer that ends the run weighs beside other unusual ones. */
const ENDING_WEIGHT = 0.5;

/** Reports of one event in a year of one run. */
const RARE_EVENT = 0.02;
const RARE_END = 0.01;
/** An event that gives back what another took, such as the ruling on an appeal, comes after a month on average. */
const RESTORING_EVENT = 12;

/** A planned date lies so many days ahead. */
export const DEFAULT_DATE: Spread = spread(21, 28);

/** An institution that must act within hours is there at every hour; any other keeps office hours. */
export function defaultOffice(definition: Definition, role: string): Office {
  const own = definition.steps.filter((step) => signers(step).includes(role));
  const isUrgent = own.some(
    ({ deadline }) =>
      deadline &&
      (deadline.length === 0 || deadline.unit === 'hours' || deadline.unit === 'minutes'),
  );
  return { officers: OFFICERS, hours: isUrgent ? 'always' : OFFICE_HOURS, silence: 0, pace: 1 };
}

/** Whoever has a deadline works towards it: what the kind of step takes, but well within the time that is given. */
export function defaultEffort(step: Step): Effort {
  const { deadline } = step;
  const ofKind = EFFORTS[step.kind];
  const silence = runsOut(step) ? silenceOfTerm(step) : ofKind.silence;
  if (!deadline) return { ...ofKind, silence };
  if (deadline.length === 0) return { ...ofKind, response: AT_ONCE, silence };
  const hours = hoursGiven(step, deadline);
  if (hours === undefined) return { ...ofKind, silence };
  const given = Math.max(hours, LEAST_GIVEN);
  return {
    response: within(ofKind.response, hours * BEGUN.median, hours * BEGUN.p90),
    work: within(ofKind.work, given * WORKED.median, given * WORKED.p90),
    silence,
  };
}

function within({ median, p90 }: Spread, most: number, mostP90: number): Spread {
  return spread(Math.min(median, most), Math.min(p90, mostP90));
}

/** A step whose deadline is a term, and nothing anybody fails to do: a wait, a free choice, a validity. */
export function isTerm(step: Step): boolean {
  if (!step.deadline) return false;
  return step.kind === 'wait' || step.deadline.silence === 'L0' || runsOut(step);
}

/** A step that is there to run out: silence answers a wait, or gives an answer nobody can choose. */
function runsOut({ kind, deadline, outcomes }: Step): boolean {
  if (!deadline) return false;
  if (deadline.silence === 'L6' || (kind === 'wait' && deadline.lapse)) return true;
  return outcomes.some((outcome) => outcome.id === deadline.lapse && outcome.bySilence);
}

function silenceOfTerm({ outcomes }: Step): number {
  return outcomes.length === 1 ? SILENCE_OF_SOLE_ANSWER : SILENCE_OF_TERMS;
}

/** About how many hours a step is given, where that does not hang on a date nobody knows yet. */
function hoursGiven(step: Step, { from, length, unit }: Deadline): number | undefined {
  if (typeof from !== 'object' || !('before' in from)) return hoursOf({ length, unit });
  if (step.notBefore?.before !== from.before) return undefined;
  return Math.max(0, hoursOf(step.notBefore) - hoursOf({ length, unit }));
}

const HOURS = {
  minutes: 1 / 60,
  hours: 1,
  'calendar-days': 24,
  'working-days': (24 * 7) / 5,
  months: 730,
} as const;

/** A length as hours of the clock, about. */
export function hoursOf({ length, unit }: Length): number {
  return length * HOURS[unit];
}

/** How heavy each answer weighs, in the order of the step; nothing for what only silence produces. */
export function defaultWeights({ outcomes }: Step): number[] {
  const choosable = outcomes.filter(({ bySilence }) => !bySilence);
  const ordinary = choosable.find(({ ends, continues }) => !ends && !continues) ?? choosable[0];
  const share = (outcome: Outcome) => (outcome.ends || outcome.continues ? ENDING_WEIGHT : 1);
  const total = choosable.reduce((sum, one) => sum + (one === ordinary ? 0 : share(one)), 0);
  return outcomes.map((outcome) => {
    if (outcome.bySilence) return 0;
    if (outcome === ordinary) return total === 0 ? 1 : ORDINARY;
    return ((1 - ORDINARY) * share(outcome)) / total;
  });
}

/** Reports of an event in a year of one run, while it can be reported. */
export function defaultRate(definition: Definition, event: ProtocolEvent): number {
  if (restores(definition, event)) return RESTORING_EVENT;
  return event.ends || event.continues ? RARE_END : RARE_EVENT;
}

/** Whether an event gives back a fact that holds in an undisturbed run. */
export function restores(definition: Definition, event: ProtocolEvent): boolean {
  const given = (event.sets ?? []).map((set) => (typeof set === 'string' ? set : set.fact));
  return definition.facts.some(({ id, initially }) => initially && given.includes(id));
}

/** The value written first (or `initially`) is the ordinary one; a yes or no is seldom other than it was. */
export function defaultValues({
  type,
  options,
  initially,
}: Definition['attributes'][number]): Profile['attributes'][string] {
  if (type === 'number') return [{ value: initially ?? 1, weight: 1 }];
  const values = type === 'boolean' ? [false, true] : (options ?? []).map(({ id }) => id);
  const ordinary = initially ?? values[0];
  return values.map((value) => ({
    value,
    weight: value === ordinary ? ORDINARY : (1 - ORDINARY) / Math.max(1, values.length - 1),
  }));
}

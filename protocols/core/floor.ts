import type { Definition } from '../language/definition.js';
import type { Outcome, Step } from '../language/step.js';
import { type Refusal, refusal } from '../refusals.js';
import { localDate, localTime } from '../rules/zone.js';
import { compile } from './compiled.js';
import { bindingOf, type Draft } from './draft.js';
import type { RunState } from './state.js';

const HOUR = 3_600_000;

/** An answer as it is given: with the planned dates it brings, at an instant. */
interface Given {
  readonly step: Step;
  readonly outcome: Outcome;
  readonly dates?: Readonly<Record<string, number>> | undefined;
  readonly at: number;
}

/** What keeps an answer from being given now, and from when on (a planned date, or the answer itself) it would not. */
export interface TooSoon {
  readonly code: 'date-too-soon' | 'told-too-late';
  readonly from: number;
  readonly hours?: number;
}

/**
 * Whether an answer comes too late before a departure, or too early after whoever receives was told. An outcome that stops or
 * sends back (`despiteMissing`) is never held up.
 */
export function findTooSoon(
  definition: Definition,
  state: RunState,
  { step, outcome, dates, at }: Given,
): TooSoon | undefined {
  if (outcome.despiteMissing) return undefined;
  for (const { id, ahead } of compile(definition).telling) {
    const { before, hours, on } = ahead;
    const tells = id === step.id && on.includes(outcome.id);
    const planned = dates?.[before] ?? (tells ? state.dates[before] : undefined);
    const from = at + hours * HOUR;
    if (planned !== undefined && planned < from) return { code: 'date-too-soon', from, hours };
  }
  if (!step.effects?.includes('departs')) return undefined;
  const from = departsFrom(definition, state);
  return from > at ? { code: 'told-too-late', from } : undefined;
}

/** Why an answer is refused that comes too soon. */
export function refuseTooSoon(draft: Draft, given: Given): Refusal | undefined {
  const found = findTooSoon(draft.compiled.definition, draft.state, given);
  if (!found) return undefined;
  const { code, from, hours } = found;
  return refusal(code, { ...(hours === undefined ? {} : { hours }), ...moment(draft, from) });
}

/** The instant before which nobody departs, because whoever receives was told too short a time ago. */
export function departsFrom(definition: Definition, state: RunState): number {
  let from = Number.NEGATIVE_INFINITY;
  for (const { id, ahead } of compile(definition).telling) {
    for (const outcome of ahead.on) {
      const told = state.established[`${id}:${outcome}`];
      if (told) from = Math.max(from, told.at + ahead.hours * HOUR);
    }
  }
  return from;
}

/** How far ahead a planned date must lie, in milliseconds; 0 where nobody must be told before it. */
export function leastAhead(definition: Definition, date: string): number {
  const hours = compile(definition)
    .telling.filter(({ ahead }) => ahead.before === date)
    .map(({ ahead }) => ahead.hours);
  return Math.max(0, ...hours) * HOUR;
}

/** A moment as people read it where the lead is; the next whole minute. */
function moment(draft: Draft, at: number): { on: string; time: string; zone: string } {
  const { timeZone } = bindingOf(draft, draft.compiled.definition.lead);
  const whole = Math.ceil(at / 60_000) * 60_000;
  return {
    on: localDate(whole, timeZone),
    time: localTime(whole, timeZone).slice(0, 5),
    zone: timeZone,
  };
}

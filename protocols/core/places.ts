import type { HandoverPoint } from '../language/pack.js';
import { type Refusal, refusal } from '../refusals.js';
import { isInForce } from '../rules/agreements.js';
import { isWithinPeriod, openingAt } from '../rules/opening-hours.js';
import type { Brought } from './acts.js';
import { calendarFor } from './clocks.js';
import type { CompiledStep } from './compiled.js';
import { isBetween } from './countries.js';
import type { Draft } from './draft.js';

/**
 * Why nobody may be handed over at a point at an instant: the point is not known, the agreement it rests on is not in
 * force that day between these States, or the point is closed at that hour (DR-Haiti protocol of 1999 (a): not between
 * 18:00 and 08:00; INV-A12). Undefined when it may be. Points come of a pack: there must be one.
 */
export function refusalAt(draft: Draft, id: unknown, at: number): Refusal | undefined {
  const point = draft.compiled.pack!.points.find((candidate) => candidate.id === id);
  if (!point) return refusal('point-unknown', { point: typeof id === 'string' ? id : '-' });
  const { hours, timeZone, holidaysOf } = point;
  const calendars = holidaysOf.map((country) => calendarFor(draft, country));
  const { open, on, time } = openingAt({ hours, timeZone, calendars, at });
  if (point.kind === 'handover' && !rests(draft, point, on)) {
    return refusal('agreement-not-in-force', { point: point.id, on });
  }
  const closures = [...(point.closed ?? []), ...(draft.state.register?.closures[point.id] ?? [])];
  const closed = closures.some((period) => isWithinPeriod(period, on));
  if (open && !closed) return undefined;
  return refusal('point-closed', { point: point.id, on, time: time.slice(0, 5), zone: timeZone });
}

function rests(draft: Draft, point: HandoverPoint, on: string): boolean {
  const agreement = draft.compiled.pack!.agreements.find(({ id }) => id === point.agreement);
  if (!agreement || !isBetween(draft, agreement)) return false;
  return isInForce(agreement, draft.state.register?.agreements[agreement.id], on);
}

/** A planned date and its point are judged together, whichever of them an act brings. */
export function refusePlan(draft: Draft, { assigns, dates }: Brought): Refusal | undefined {
  for (const [date, { attribute }] of Object.entries(draft.compiled.pack?.places ?? {})) {
    if (dates?.[date] === undefined && assigns?.[attribute] === undefined) continue;
    const at = dates?.[date] ?? draft.state.dates[date];
    if (at === undefined) continue;
    const refused = refusalAt(draft, assigns?.[attribute] ?? draft.state.attributes[attribute], at);
    if (refused) return refused;
  }
  return undefined;
}

/** A person leaves at the instant of the act, and only where and when the point is open. */
export function refuseDeparture(draft: Draft, entry: CompiledStep): Refusal | undefined {
  if (!entry.step.effects?.includes('departs')) return undefined;
  for (const { attribute } of Object.values(draft.compiled.pack?.places ?? {})) {
    const refused = refusalAt(draft, draft.state.attributes[attribute], draft.at);
    if (refused) return refused;
  }
  return undefined;
}

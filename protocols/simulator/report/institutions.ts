import { instantOf } from '../../rules/zone.js';
import { PHASES } from '../play/task.js';
import { workingTimeOf } from '../play/working-time.js';
import { countBatches, type Plan } from '../simulate.js';
import { type OfficeTally, SAMPLES, type Tally } from '../tally.js';
import { rounded, slopeOf } from './quantiles.js';
import type { HoursByPhase, InstitutionReport } from './report.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
/** An institution that is busier than this has no room for a bad week. */
export const TIGHT = 0.85;
const LONG_WAIT = 24;

/** How busy each institution of the definition was. */
export function reportInstitutions(plan: Plan, tally: Tally): InstitutionReport[] {
  return plan.definition.roles.map(({ id, title }, index) => {
    const counted = tally.offices[index]!;
    const { officers } = plan.profile.institutions[id]!;
    const perRun = counted.worked / tally.runs;
    const perDay = workableEachDay(plan, id);
    const load = (perRun * plan.profile.arrivalsPerDay) / (officers * perDay);
    const waiting = [0, 1, 2].map(
      (third) => counted.waits[third]! / Math.max(1, counted.begun[third]!) / HOUR,
    ) as [number, number, number];
    return {
      role: id,
      title,
      tasks: counted.tasks,
      hours: hoursByPhase(counted.phases, counted.tasks),
      hoursOfWorkPerRun: rounded(perRun / HOUR),
      officers,
      load: rounded(load),
      officersNeeded: Math.max(1, Math.ceil((load * officers) / TIGHT - 1e-9)),
      hoursOfWaiting: waiting.map((hours) => rounded(hours, 2)) as typeof waiting,
      backlogGrowthPerDay: rounded(backlogGrowth(plan, counted)),
      verdict: verdictOf(load, waiting),
    };
  });
}

/** Working time of one officer in a calendar day, on average over the first year, in milliseconds. */
function workableEachDay({ definition, profile, fromOn }: Plan, id: string): number {
  const role = definition.roles.find((one) => one.id === id)!;
  const place = profile.places[role.side];
  const time = workingTimeOf(profile.institutions[id]!.hours, place, fromOn);
  const startAt = instantOf(fromOn, '00:00', place.timeZone);
  return (time.workedUntil(startAt + YEAR) - time.workedUntil(startAt)) / 365;
}

/** Tasks by which the queue of one batch grew each day. */
function backlogGrowth(plan: Plan, { backlog }: OfficeTally): number {
  const batches = countBatches(plan);
  const days = plan.runs / batches / plan.profile.arrivalsPerDay;
  return (slopeOf(backlog) / batches) * (SAMPLES / days);
}

function verdictOf(
  load: number,
  [, middle, last]: readonly number[],
): InstitutionReport['verdict'] {
  if (load >= 1) return 'overloaded';
  if (load < TIGHT) return 'fine';
  return last! > LONG_WAIT && last! > 1.5 * middle! ? 'overloaded' : 'tight';
}

/** Mean hours of each phase, over so many tasks. */
export function hoursByPhase(phases: readonly number[], tasks: number): HoursByPhase {
  const entries = PHASES.map((phase, index) => [
    phase,
    rounded(phases[index]! / Math.max(1, tasks) / HOUR, 2),
  ]);
  return Object.fromEntries(entries) as HoursByPhase;
}

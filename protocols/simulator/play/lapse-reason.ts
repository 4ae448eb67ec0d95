import type { Step } from '../../language/step.js';
import { spentUntil, type Task } from './task.js';
import type { WorkingTime } from './working-time.js';

/** Why a deadline was not kept. */
export const LAPSE_REASONS = [
  /** The step opened as soon as it may (`notBefore`), and that is too near the end of its deadline. */
  'not-before',
  /** The planned date was set too near. */
  'date-too-near',
  /** What has to happen before took most or all of the time. */
  'prerequisites',
  /** The work alone takes longer than what is given. */
  'work-too-long',
  /** The institution was closed for most of the time. */
  'closed',
  /** Nobody was free. */
  'capacity',
  /** Nobody reacted. */
  'silence',
  /** Ready, but a requirement was missing. */
  'suspended',
  /** Taken up too late. */
  'slow',
] as const;
export type LapseReason = (typeof LAPSE_REASONS)[number];

/** What is known when a deadline passes. Instants and lengths in milliseconds. */
export interface Lapse {
  readonly step: Step;
  readonly openedAt: number;
  /** It had only waited for its time (`notBefore`). */
  readonly openedByTime: boolean;
  /** When the date it counts back from was planned, where it was planned in the run. */
  readonly plannedAt: number | undefined;
  readonly dueAt: number;
  /** About what the deadline gives when nothing eats into it. */
  readonly given: number;
  readonly at: number;
  /** The task that was not done in time, where people could act at all. */
  readonly task: Task | undefined;
  readonly time: WorkingTime;
}

/** The one reason that weighs most; structural ones before those of the people. */
export function reasonOf(lapse: Lapse): LapseReason {
  const { openedAt, dueAt, given, at, task, time } = lapse;
  const left = dueAt - openedAt;
  const cut = cutBy(lapse);
  if (left <= 0 && cut) return cut;
  if (!task || task.silent) return 'silence';
  const workable = time.workedUntil(dueAt) - time.workedUntil(openedAt);
  if (task.work > workable) {
    if (cut && (cut === 'not-before' || left < given / 2)) return cut;
    return task.work > left ? 'work-too-long' : 'closed';
  }
  if (task.phase === 'held') return 'suspended';
  const lasted = at - openedAt;
  const spent = spentUntil(task, at);
  if (spent.capacity > lasted / 2) return 'capacity';
  if (spent.closed > lasted / 2) return 'closed';
  if (cut && left < given / 2) return cut;
  return spent.capacity > spent.response ? 'capacity' : 'slow';
}

/** What shortened the time a step has: nothing where its clock starts as it opens. */
function cutBy({ step, dueAt, openedByTime, plannedAt }: Lapse): LapseReason | undefined {
  const from = step.deadline?.from ?? 'opening';
  if (from === 'opening') return undefined;
  if (typeof from === 'string' || 'after' in from) return 'prerequisites';
  if (openedByTime) return 'not-before';
  return plannedAt !== undefined && dueAt - plannedAt < DAY ? 'date-too-near' : 'prerequisites';
}

const DAY = 86_400_000;

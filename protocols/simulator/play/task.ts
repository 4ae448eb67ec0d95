/**
 * Where the time of a step goes, for one institution: until it is taken up, until the institution opens, until an
 * officer is free, while one works on it, while the finished answer must wait because the step is suspended.
 */
export const PHASES = ['response', 'closed', 'capacity', 'working', 'held'] as const;
export type Phase = (typeof PHASES)[number];

/** What one institution has to do for one opening of a step of one run. Instants and lengths in milliseconds. */
export interface Task {
  readonly step: number;
  readonly role: number;
  readonly opening: number;
  readonly openedAt: number;
  /** Working time of one officer; of the colleague who confirms, once that is who has it. */
  work: number;
  /** When it is due, or infinity; what is due first is worked on first. */
  readonly dueAt: number;
  /** Nobody reacts before somebody insists. */
  silent: boolean;
  phase: Phase | 'over';
  /** Since when it has been in this phase. */
  since: number;
  /** When it could first be worked on, once it could. */
  readyAt: number;
  /** When an officer begins or began. */
  startsAt: number;
  readonly spent: Record<Phase, number>;
  /** Called when the officer is done. */
  readonly answer: (task: Task, at: number) => void;
}

/** Moves a task on and keeps the books of where its time went. */
export function enterPhase(task: Task, phase: Task['phase'], at: number): void {
  if (task.phase !== 'over') task.spent[task.phase] += Math.max(0, at - task.since);
  task.phase = phase;
  task.since = at;
}

/** Where the time of a task went until an instant, the phase it is in included. */
export function spentUntil(task: Task, at: number): Record<Phase, number> {
  const spent = { ...task.spent };
  if (task.phase === 'over') return spent;
  if (task.phase === 'closed') {
    // An officer has it: until `startsAt` the office is closed, then it is worked on.
    const began = Math.min(at, Math.max(task.since, task.startsAt));
    spent.closed += began - task.since;
    spent.working += at - began;
  } else spent[task.phase] += at - task.since;
  return spent;
}

import type { Agenda } from './agenda.js';
import { createHeap, PEOPLE } from './agenda.js';
import { enterPhase, type Task } from './task.js';
import type { WorkingTime } from './working-time.js';

/** An institution at work: officers, a queue in front of them, and opening hours. */
export interface OfficeAtWork {
  /** A task could be worked on now. */
  join(task: Task, at: number): void;
  /** A task is no longer wanted; an officer who was on it takes the next. */
  leave(task: Task, at: number): void;
  /** Tasks that could be worked on if an officer were free. */
  waiting(): number;
}

/** What an office reports about itself. */
export interface OfficeBooks {
  /** Milliseconds an officer worked. */
  worked(ms: number): void;
  /** An officer took up a task that could have been begun at `readyAt`. */
  begun(readyAt: number, waited: number): void;
}

interface Queued {
  readonly task: Task;
  readonly order: number;
}

/** An office with free officers and an empty queue. */
export function openOffice(
  agenda: Agenda,
  officers: number,
  time: WorkingTime,
  books: OfficeBooks,
): OfficeAtWork {
  const queue = createHeap<Queued>(
    (a, b) => a.task.dueAt < b.task.dueAt || (a.task.dueAt === b.task.dueAt && a.order < b.order),
  );
  let free = officers;
  let order = 0;
  let waiting = 0;

  const begin = (task: Task, at: number): void => {
    free -= 1;
    books.begun(task.readyAt, at - task.readyAt);
    enterPhase(task, 'closed', at);
    task.startsAt = time.opensFrom(at);
    agenda.add(time.after(task.startsAt, task.work), PEOPLE, (doneAt) => {
      if (task.phase !== 'closed') return;
      release(task, doneAt);
      task.answer(task, doneAt);
    });
  };

  /** The officer turns to the next task. */
  const release = (task: Task, at: number): void => {
    // Until now the task was counted as waiting for the opening; work began at `startsAt`.
    const began = Math.min(at, task.startsAt);
    enterPhase(task, 'working', began);
    enterPhase(task, 'held', at);
    books.worked(time.workedUntil(at) - time.workedUntil(began));
    free += 1;
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (next.task.phase !== 'capacity') continue;
      waiting -= 1;
      begin(next.task, at);
      return;
    }
  };

  return {
    join(task, at) {
      task.readyAt = at;
      enterPhase(task, 'capacity', at);
      if (free > 0) {
        begin(task, at);
        return;
      }
      waiting += 1;
      order += 1;
      queue.push({ task, order });
    },
    leave(task, at) {
      if (task.phase === 'capacity') waiting -= 1;
      else if (task.phase === 'closed') release(task, at);
    },
    waiting: () => waiting,
  };
}

import type { Act } from '../../core/acts.js';
import { applyOwned } from '../../core/apply.js';
import { compile } from '../../core/compiled.js';
import { blankMemory, viewOf } from '../../core/draft.js';
import { type Due, nextPending } from '../../core/due.js';
import type { Effect } from '../../core/effects.js';
import { findTooSoon, leastAhead } from '../../core/floor.js';
import { findUnseconded, secondSigner } from '../../core/signing.js';
import type { OpenStep, RunState } from '../../core/state.js';
import { evaluate } from '../../language/condition.js';
import { pickWeighted, type Random, sampleGap, sampleSpread } from '../random.js';
import type { Tally } from '../tally.js';
import { type Agenda, PEOPLE, TIME_FIRST } from './agenda.js';
import { keepBooks, type StepBooks } from './books.js';
import { chooseBrought, chooseOutcome, chooseValue } from './choices.js';
import type { OfficeAtWork } from './office.js';
import { enterPhase, type Task } from './task.js';
import type { World, WorldStep } from './world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nobody waits longer for a run to end. */
export const LONGEST_RUN = 3 * 365 * DAY;
const MOST_ACTS = 10_000;
/** After so long a finished answer that must wait for a requirement gives way to one that need not. */
const PATIENCE = 10 * DAY;
/** At the due instant the supervisor is told, and so often that is enough to rouse who was silent. */
const ROUSED_BY_SUPERVISOR = 0.5;
/** What confirming takes, as a part of answering: reading, and no new facts. Assumed. */
const CONFIRMING = 0.25;

/** Where a run is played. */
export interface Stand {
  readonly world: World;
  readonly agenda: Agenda;
  readonly offices: readonly OfficeAtWork[];
  readonly tally: Tally;
}

/** Lets one person's run begin at an instant and live on the agenda until it ends. */
export function startRun(stand: Stand, random: Random, startAt: number): void {
  const { world, agenda, offices, tally } = stand;
  const { definition, profile } = world;
  const tasks = new Map<string, Task[]>();
  const interim = new Map<number, number>();
  const memory = blankMemory(compile(definition));
  let state: RunState | undefined;
  let acts = 0;
  let over = false;
  let alarm: number | undefined;
  let next: Due | undefined;
  let books: StepBooks;
  const ahead = (date: string): number => leastAhead(definition, date);

  /** Enters an act that must be accepted; a refusal would be a mistake of the simulation. */
  const enter = (act: Act): readonly Effect[] => {
    const applied = applyOwned(definition, state, act, memory);
    if (!applied.ok) {
      throw new Error(
        `${definition.id}: ${JSON.stringify(act)} is refused: ${applied.refusal.code}`,
      );
    }
    state = applied.state;
    acts += 1;
    tally.acts += 1;
    return applied.effects;
  };

  const follow = (effects: readonly Effect[], at: number): void => {
    for (const effect of effects) react(effect, at);
    if (over) return;
    books.noteArmed(state!, memory.active, at);
    if (acts > MOST_ACTS) giveUp(at);
    else setAlarm(at);
  };

  const react = (effect: Effect, at: number): void => {
    if (effect.type === 'run-ended') end(effect, at);
    else if (effect.type === 'share-released') expectReceipt(effect, at);
    else if (effect.type === 'step-opened' || effect.type === 'step-resumed') {
      const step = world.byId.get(effect.step)!;
      books.note(effect, step, at, state!);
      if (effect.type === 'step-opened') handOut(step, effect.opening, at);
      else answerHeld(step, at);
    } else if ('step' in effect && effect.type !== 'notice' && effect.step !== undefined) {
      const step = world.byId.get(effect.step)!;
      if (effect.type === 'step-lapsed') {
        books.lapse(step, at, tasksOf(step.index));
        rouse(step, ROUSED_BY_SUPERVISOR, at);
      } else if (effect.type === 'step-closed' || effect.type === 'step-withdrawn') {
        books.note(effect, step, at, state!);
        drop(step.index, at);
      } else if (effect.type === 'step-suspended' || effect.type === 'clock-moved') {
        books.note(effect, step, at, state!);
      }
    }
  };

  const tasksOf = (step: number): Task[] => tasks.get(world.steps[step]!.entry.id) ?? [];
  const openOf = (step: WorldStep): OpenStep | undefined => state?.steps[step.entry.id]?.open;

  /** A task for every institution that must sign. */
  const handOut = (step: WorldStep, opening: number, at: number): void => {
    if (!step.isAnswerable) return;
    const clock = openOf(step)?.clock;
    const canBeRoused = clock?.marks.some(({ mark }) => mark === 'due') ?? false;
    const own: Task[] = [];
    for (const [role, index] of step.roles) {
      const office = profile.institutions[role]!;
      const isSilent = random.next() < step.silence + office.silence;
      const response = sampleSpread(random, step.response) * office.pace * HOUR;
      const task: Task = {
        step: step.index,
        role: index,
        opening,
        openedAt: at,
        work: sampleSpread(random, step.work) * HOUR,
        dueAt: clock?.dueAt ?? Number.POSITIVE_INFINITY,
        silent: isSilent && canBeRoused,
        phase: 'response',
        since: at,
        readyAt: at,
        startsAt: Number.POSITIVE_INFINITY,
        spent: { response: 0, closed: 0, capacity: 0, working: 0, held: 0 },
        answer: (done, doneAt) => giveAnswer(step, role, done, doneAt, false),
      };
      own.push(task);
      books.handedOut(task);
      if (!task.silent) takeUp(task, at + response);
    }
    tasks.set(step.entry.id, own);
    interim.delete(step.index);
  };

  const takeUp = (task: Task, at: number): void => {
    agenda.add(at, PEOPLE, (now) => {
      if (task.phase === 'response') offices[task.role]!.join(task, now);
    });
  };

  /** Somebody above insists: who was silent begins as anybody would have at the start. */
  const rouse = (step: WorldStep, chance: number, at: number): void => {
    for (const task of tasksOf(step.index)) {
      if (!task.silent || task.phase !== 'response') continue;
      if (chance < 1 && step.entry.step.deadline?.silence !== 'L0' && random.next() >= chance)
        continue;
      task.silent = false;
      takeUp(task, at + sampleSpread(random, step.response) * HOUR);
    }
  };

  /** An officer has finished; the answer is given, or waits for a requirement. */
  const giveAnswer = (
    step: WorldStep,
    role: string,
    task: Task,
    at: number,
    insists: boolean,
  ): void => {
    const open = openOf(step);
    if (over || task.phase !== 'held' || !open || open.opening !== task.opening) return;
    const { outcomes } = step.entry.step;
    const given = interim.get(step.index) ?? 0;
    const outcome = chooseOutcome(random, outcomes, step.weights, open, given, insists);
    if (!outcome) {
      if (!insists || outcomes.some(({ despiteMissing }) => despiteMissing)) {
        agenda.add(at + PATIENCE, PEOPLE, (later) => giveAnswer(step, role, task, later, true));
      }
      return;
    }
    const { step: declared } = step.entry;
    const brought = chooseBrought(random, declared.form, outcome.id, at, profile, ahead);
    const early = findTooSoon(definition, state!, {
      step: declared,
      outcome,
      dates: brought.dates,
      at,
    });
    if (early) {
      if (early.code === 'date-too-soon') callOff(at);
      const again = early.code === 'told-too-late' ? early.from : at + PATIENCE;
      agenda.add(again, PEOPLE, (later) => giveAnswer(step, role, task, later, insists));
      return;
    }
    const needsSecond =
      secondSigner(declared, outcome.id, role) === role && !findUnseconded(declared, open, role);
    if (!outcome.keepsOpen && !needsSecond) endTask(task, at);
    books.planned(brought.dates, at);
    follow(
      enter({
        type: 'step-completed',
        at,
        step: step.entry.id,
        opening: task.opening,
        outcome: outcome.id,
        role,
        ...brought,
      }),
      at,
    );
    if (needsSecond && task.phase === 'held') {
      // A colleague reads what is answered and agrees, which takes a part of what answering took.
      task.work *= CONFIRMING;
      enterPhase(task, 'response', at);
      const response = sampleSpread(random, step.response) * profile.institutions[role]!.pace;
      takeUp(task, at + response * CONFIRMING * HOUR);
    }
    if (outcome.keepsOpen && !over) {
      interim.set(step.index, given + 1);
      tally.steps[step.index]!.outcomes[outcomes.indexOf(outcome)]! += 1;
      if (task.phase !== 'held') return;
      enterPhase(task, 'response', at);
      takeUp(task, at + sampleSpread(random, step.response) * HOUR);
    }
  };

  /** A departure nobody can be told of in time is put off, where the protocol says how. */
  const callOff = (at: number): void => {
    const found = world.events.find(({ event }) => event.id === definition.seat?.calledOff);
    if (!found || (found.event.while && !evaluate(found.event.while, viewOf(state!)))) return;
    tally.events[found.index]! += 1;
    follow(enter({ type: 'event-reported', at, event: found.event.id, role: found.role }), at);
  };

  const answerHeld = (step: WorldStep, at: number): void => {
    for (const task of tasksOf(step.index)) {
      if (task.phase !== 'held') continue;
      agenda.add(at, PEOPLE, () => task.answer(task, at));
    }
  };

  const endTask = (task: Task, at: number): void => {
    if (task.phase === 'over') return;
    offices[task.role]!.leave(task, at);
    enterPhase(task, 'over', at);
    books.taskOver(task);
  };

  /** The step is closed or taken back: nobody has anything to do for it any more. */
  const drop = (step: number, at: number): void => {
    for (const task of tasksOf(step)) endTask(task, at);
    tasks.delete(world.steps[step]!.entry.id);
  };

  const expectReceipt = (
    { share, to, acknowledgeBy }: Extract<Effect, { type: 'share-released' }>,
    at: number,
  ): void => {
    if (acknowledgeBy === undefined) return;
    tally.acknowledgements.asked += 1;
    const { silence, pace } = profile.institutions[to]!;
    if (random.next() < silence + RECEIPT_SILENCE) return;
    const after = Math.min(sampleSpread(random, RECEIPT) * pace * HOUR, LONGEST_RUN);
    agenda.add(at + after, PEOPLE, (now) => {
      if (over || !state!.acknowledgements[share]) return;
      follow(enter({ type: 'share-acknowledged', at: now, share, role: to }), now);
    });
  };

  /** The run's own clock: one alarm for what falls due next. */
  const setAlarm = (at: number): void => {
    next = nextPending(state!, memory);
    const due = next && Math.max(next.dueAt, at);
    if (due === alarm) return;
    alarm = due;
    if (due !== undefined) agenda.add(due, TIME_FIRST, ring);
  };

  const ring = (at: number): void => {
    if (over || alarm !== at) return;
    alarm = undefined;
    const { clock, dueAt } = next!;
    const effects = enter({ type: 'clock-reached', at, clock, dueAt });
    if (clock.kind === 'acknowledgement' && clock.mark === 'due') tally.acknowledgements.late += 1;
    if (clock.kind === 'mark' && (clock.mark === 'escalate-150' || clock.mark === 'escalate-200')) {
      const step = world.byId.get(clock.step)!;
      tally.steps[step.index]!.escalated[clock.mark === 'escalate-150' ? 0 : 1]! += 1;
      rouse(step, 1, at);
    }
    follow(effects, at);
  };

  const rates = world.events.map(({ rate }) => rate);
  const totalRate = rates.reduce((sum, rate) => sum + rate, 0);

  /** Events come by chance; one that cannot be reported now did not happen. */
  const awaitEvent = (after: number): void => {
    if (totalRate <= 0) return;
    const gapEnd = after + sampleGap(random, totalRate);
    if (gapEnd > startAt + LONGEST_RUN) return;
    agenda.add(gapEnd, PEOPLE, (at) => {
      if (over) return;
      const { event, index, role, restores } = world.events[pickWeighted(random, rates)]!;
      const isFree = !event.while || evaluate(event.while, viewOf(state!));
      const isWanted =
        restores.length === 0 || restores.some((fact) => state!.facts[fact] === undefined);
      if (isFree && isWanted) {
        tally.events[index]! += 1;
        const brought = chooseBrought(random, event.form, '', at, profile, ahead);
        books.planned(brought.dates, at);
        follow(enter({ type: 'event-reported', at, event: event.id, role, ...brought }), at);
      }
      if (!over) awaitEvent(at);
    });
  };

  const end = ({ ending, continues }: Extract<Effect, { type: 'run-ended' }>, at: number): void => {
    over = true;
    const name = continues ? `${ending}:${continues.protocol}` : ending;
    tally.durations[name] ??= [];
    tally.durations[name].push(at - startAt);
    books.runOver(name, at);
  };

  const giveUp = (at: number): void => {
    if (over) return;
    over = true;
    tally.unfinished += 1;
    for (const step of world.steps) if (openOf(step)) tally.leftOpen[step.index]! += 1;
    for (const step of tasks.keys()) drop(world.byId.get(step)!.index, at);
    books.runOver('unfinished', at);
  };

  books = keepBooks(world, tally, startAt);
  tally.runs += 1;
  const assigns: Record<string, NonNullable<ReturnType<typeof chooseValue>>> = {};
  for (const { id, atStart } of definition.attributes) {
    const value = atStart ? chooseValue(random, profile.attributes[id]!) : undefined;
    if (value !== undefined) assigns[id] = value;
  }
  agenda.add(startAt + LONGEST_RUN, PEOPLE, giveUp);
  follow(enter({ type: 'run-started', at: startAt, bindings: world.bindings, assigns }), startAt);
  awaitEvent(startAt);
}

/** A receipt costs no working time; hours until it is given, and how often nobody thinks of it. */
const RECEIPT = { median: 2, p90: 12 };
const RECEIPT_SILENCE = 0.02;

import { expect, test } from 'vitest';
import { bindAll, DAY, HOUR, MONDAY } from '../test/fixtures/drive.js';
import { noteAnswer, tellUncovered, walkSeeds } from '../test/fixtures/walk-range.js';
import type { Act } from './core/acts.js';
import { apply } from './core/apply.js';
import { pendingClocks } from './core/due.js';
import type { Effect } from './core/effects.js';
import type { RunState } from './core/state.js';
import type { Definition } from './language/definition.js';
import { type Step, signers } from './language/step.js';
import type { RefusalCode } from './refusals.js';
import { unaccompaniedMinor } from './unaccompanied-minor.js';

const definition: Definition = unaccompaniedMinor;
const isRecall = (id: string) => definition.steps.some((step) => step.id === id && step.recalls);
const receiving = new Set(
  definition.roles.filter(({ side }) => side === 'receiving').map(({ id }) => id),
);

/** As many as fit in a few seconds; WALKS and WALK_SEED change it. */
const SEEDS = walkSeeds(300);
const RANDOM_MOVES = 70;
const MOVE_CAP = 600;

/** What must hold when something is done that cannot be undone, written down apart from the definition. */
const SCREENED = 'traffickingScreened protectionScreened nonRefoulementClear noAsylumPending'.split(
  ' ',
);
const NEEDED: Record<string, readonly string[]> = {
  'departure:left': [
    ...SCREENED,
    ...`individualAssessed originConditionsOk bidReturn childViewRecorded guardianActive carerOrCareSecured
      decisionNotified remedyWindowClosed noRemedyPending noMedicalHold personPresent childTreatment
      identityConfirmed travelDocValid windowValid siblingsSettled receptionConfirmed escortAssigned fitToTravel
      noticeAcknowledged finalCheckPassed`.split(/\s+/),
  ],
  'handover-reception-act:signed': [
    ...SCREENED.filter((fact) => fact !== 'protectionScreened'),
    ...'inTransit noRemedyPending bidReturn escortAssigned receptionConfirmed personPresent'.split(
      ' ',
    ),
  ],
  'family-reunification:handed-to-carer': ['received', 'receptionSafe', 'custodyInOrigin'],
  'consular-notification:sent': SCREENED,
  'consular-interview:done': [...SCREENED, 'guardianActive'],
  'identity-confirmation:confirmed': SCREENED,
  'identity-information:supplied': SCREENED,
  'family-tracing-request:sent': [...SCREENED, 'guardianActive'],
  'advance-notice:sent': [...SCREENED, 'bidReturn', 'remedyWindowClosed'],
  'travel-document:issued': [...SCREENED, 'bidReturn'],
};

/** The same numbers for the same seed, on every machine. */
function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let x = Math.imul(a ^ (a >>> 15), a | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

type Pick = <T>(from: readonly T[]) => T;

function openSteps(state: RunState): Step[] {
  return definition.steps.filter((step) => state.steps[step.id]?.open);
}

/** Outcomes that would be accepted now. */
function possible(state: RunState, step: Step) {
  const suspended = (state.steps[step.id]?.open?.missing ?? []).length > 0;
  return step.outcomes.filter(
    (outcome) => !outcome.bySilence && (!suspended || outcome.despiteMissing),
  );
}

function completion(state: RunState, step: Step, outcome: string, at: number): Act {
  const open = state.steps[step.id]!.open!;
  const one = step.outcomes.find(({ id }) => id === outcome)!;
  const signed = open.signatures ?? {};
  const role =
    one.alone || one.keepsOpen
      ? signers(step)[0]!
      : (signers(step).find((signer) => signed[signer]?.outcome !== outcome) ?? signers(step)[0]!);
  const plans = step.form?.some((field) => field.plans === 'departure');
  return {
    type: 'step-completed',
    step: step.id,
    opening: open.opening,
    outcome,
    role,
    at,
    ...(plans ? { dates: { departure: at + 6 * DAY } } : {}),
  };
}

function nextClock(state: RunState): Act | undefined {
  const due = pendingClocks(state)[0];
  return due && { type: 'clock-reached', at: Math.max(state.lastAt, due.dueAt), ...due };
}

function randomMove(state: RunState, roll: () => number, pick: Pick): Act | undefined {
  const kind = roll();
  const clock = nextClock(state);
  if (kind < 0.17 && clock) return clock;
  if (kind < 0.22) {
    const event = pick(definition.events.filter(({ id }) => id !== 'deceased' || roll() < 0.05));
    const role = typeof event.by === 'string' ? 'LEGAL' : pick(event.by);
    return { type: 'event-reported', event: event.id, role, at: state.lastAt };
  }
  const ready = openSteps(state).filter((step) => possible(state, step).length > 0);
  if (ready.length === 0) return clock;
  const step = pick(ready);
  const outcomes = possible(state, step);
  const going = outcomes.filter(({ ends, continues }) => !ends && !continues);
  const from = going.length > 0 && roll() < 0.97 ? going : outcomes;
  const chosen = roll() < 0.72 ? from[0]! : pick(from);
  return completion(state, step, chosen.id, state.lastAt + pick([0, HOUR, DAY]));
}

/** Where an ending is what a cooperative institution would choose. */
const DUE_ENDINGS = ['stay-review', 'closure', 'early-closure', 'death-notice', 'age-transfer'];

/**
 * People who want to finish. In a hurry: whatever ends the run. Patient: each step's first answer, which is the one
 * that goes on, so that from wherever the random part led the whole protocol must still be passable.
 */
function closingMove(state: RunState, isPatient: boolean): Act | undefined {
  const ready = openSteps(state).filter((step) => possible(state, step).length > 0);
  for (const step of ready) {
    if (isPatient && !DUE_ENDINGS.includes(step.id)) continue;
    const ending = possible(state, step).find(({ ends, continues }) => ends || continues);
    if (ending) return completion(state, step, ending.id, state.lastAt);
  }
  for (const step of ready) {
    const from = possible(state, step);
    // Taken second, the way on would never be walked.
    if (step.id === 'lead-decision') from.reverse();
    const closing = from.find(
      ({ keepsOpen, ends, continues }) => !keepsOpen && !(isPatient && (ends || continues)),
    );
    if (closing) return completion(state, step, closing.id, state.lastAt);
  }
  return nextClock(state);
}

/** What people do who are told that an answer comes too soon: put the departure off, or wait. */
function insteadOf(act: Act, code: RefusalCode): Act | undefined {
  if (code === 'told-too-late') return { ...act, at: act.at + HOUR };
  if (code !== 'date-too-soon') return undefined;
  return { type: 'event-reported', event: 'rescheduled', role: 'CPA-S', at: act.at };
}

function demand(holds: unknown, message: () => string): void {
  if (!holds) throw new Error(message());
}

function checkMove(before: RunState, act: Act, after: RunState, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.type === 'step-closed') checkClosed(before, effect);
    const roles =
      effect.type === 'share-released'
        ? [effect.to]
        : // A recall says nothing new to who has received something.
          effect.type === 'step-opened' && !isRecall(effect.step)
          ? effect.roles
          : [];
    if (!roles.some((role) => receiving.has(role))) continue;
    const inOrigin = before.facts.received ?? before.facts.inTransit ?? after.facts.received;
    if (inOrigin || before.attributes.entry === 'reception-screening') continue;
    const { facts } = after;
    const screened = SCREENED.every((fact) => facts[fact]);
    demand(screened, () => `${act.type} tells the receiving side: ${JSON.stringify(effect)}`);
  }
  if (after.ending?.id.startsWith('closed-done')) {
    demand(before.facts.received, () => `${after.ending!.id} without reception`);
  }
  if (after.ending) return;
  // A fact that only runs out moves nothing: a step must be open for an answer, or about to open.
  const goesOn =
    pendingClocks(after).some(({ clock }) => clock.kind === 'opening') ||
    openSteps(after).some((step) => !step.recalls && possible(after, step).length > 0);
  demand(goesOn, () => `dead end after ${JSON.stringify(act)}`);
}

function checkClosed(
  before: RunState,
  { step, outcome, bySilence }: Extract<Effect, { type: 'step-closed' }>,
): void {
  const key = `${step}:${outcome}`;
  const needed = NEEDED[key];
  if (!needed) return;
  demand(!bySilence, () => `${key} by silence`);
  for (const fact of needed) demand(before.facts[fact], () => `${key} without ${fact}`);
}

interface Walk {
  readonly acts: readonly Act[];
  readonly moves: number;
  readonly seen: ReadonlySet<string>;
  readonly ending: string | undefined;
}

function walk(seed: number): Walk {
  const roll = seeded(seed);
  const pick: Pick = (from) => from[Math.floor(roll() * from.length)]!;
  const acts: Act[] = [];
  const seen = new Set<string>();
  let state: RunState | undefined;
  let moves = 0;
  const entries = ['register-child', 'register-child', 'presume-minority', 'reception-screening'];
  const entry = entries[seed % 7] ?? 'register-child';
  let next: Act | undefined = {
    type: 'run-started',
    at: MONDAY,
    bindings: bindAll(definition),
    assigns: { entry, siblings: seed % 3 === 0 },
  };
  const randomMoves = RANDOM_MOVES * (1 + (seed % 3));
  while (next && moves < MOVE_CAP) {
    moves += 1;
    const applied = apply(definition, state, next);
    if (applied.ok) {
      acts.push(next);
      if (state) checkMove(state, next, applied.state, applied.effects);
      for (const effect of applied.effects) {
        if (effect.type === 'step-closed') seen.add(`${effect.step}:${effect.outcome}`);
      }
      state = applied.state;
      noteAnswer(state, next, seen);
    } else if (next.type === 'clock-reached') throw new Error(applied.refusal.code);
    if (state!.ending) break;
    const instead: Act | undefined = applied.ok ? undefined : insteadOf(next, applied.refusal.code);
    next =
      moves < randomMoves
        ? randomMove(state!, roll, pick)
        : (instead ?? closingMove(state!, seed % 2 === 0));
    // What falls due by then comes first.
    const clock = nextClock(state!);
    if (next && clock && clock.at <= next.at) next = clock;
  }
  return { acts, moves, seen, ending: state?.ending?.id };
}

test(`${SEEDS.length} random runs keep every safeguard, never get stuck and always end`, () => {
  const seen = new Set<string>();
  const endings = new Map<string, number>();
  for (const seed of SEEDS) {
    try {
      const walked = walk(seed);
      demand(walked.ending, () => `no ending after ${walked.moves} moves`);
      for (const outcome of walked.seen) seen.add(outcome);
      endings.set(walked.ending!, (endings.get(walked.ending!) ?? 0) + 1);
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`);
    }
  }
  console.info(tellUncovered(definition, seen));
  // Walks that never came far would prove nothing.
  for (const far of ['departure:left', 'handover-reception-act:signed', 'closure:goal-met']) {
    expect([...seen], far).toContain(far);
  }
  expect(seen.size).toBeGreaterThan(140);
  expect(endings.size).toBeGreaterThan(3);
}, 3600_000);

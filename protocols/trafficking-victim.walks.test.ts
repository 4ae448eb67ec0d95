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
import { traffickingVictim } from './trafficking-victim.js';

const definition: Definition = traffickingVictim;
const isRecall = (id: string) => definition.steps.some((step) => step.id === id && step.recalls);
const receiving = new Set(
  definition.roles.filter(({ side }) => side === 'receiving').map(({ id }) => id),
);

/** As many as fit in a few seconds; WALKS and WALK_SEED change it. */
const SEEDS = walkSeeds(120);
const RANDOM_MOVES = 70;
const MOVE_CAP = 420;

/** What must hold when something is done that cannot be undone, written down apart from the definition. */
const ANY_DEPARTURE =
  `individualAssessed riskCleared nonRefoulementClear reflectionDone identificationReviewed proceedingsFree
  disclosureAuthorised returnDecided noObjection returnOpen noRemedyPending noAsylumPending identityConfirmed
  travelDocValid fitToTravel windowValid receptionConfirmed finalCheckPassed personPresent`.split(
    /\s+/,
  );
const NEEDED: Record<string, readonly string[]> = {
  'departure:left': [...ANY_DEPARTURE, 'consentValid', 'majorityEstablished'],
  'child-departure:left': [
    ...ANY_DEPARTURE,
    ...`bidReturn childViewRecorded guardianActive carerOrCareSecured escortAssigned childReceptionConfirmed
      decisionNotified remedyWindowClosed`.split(/\s+/),
  ],
  'handover-reception-act:signed': [
    'inTransit',
    'noRemedyPending',
    'noAsylumPending',
    'noObjection',
  ],
  'child-handover-reception-act:signed': [
    'inTransit',
    'noRemedyPending',
    'noAsylumPending',
    'noObjection',
    'escortAssigned',
    'bidReturn',
  ],
  'nationality-request:sent': ['riskCleared', 'disclosureAuthorised'],
  'nationality-verification:confirmed': ['riskCleared', 'disclosureAuthorised'],
  'nationality-information:supplied': ['riskCleared', 'disclosureAuthorised'],
  'plan-invitation:invited': ['riskCleared', 'disclosureAuthorised'],
  'family-tracing-request:sent': ['riskCleared', 'disclosureAuthorised', 'guardianActive'],
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

/** People who want to finish: whatever ends the run, else the first answer that closes a step, else time passes. */
function closingMove(state: RunState): Act | undefined {
  const ready = openSteps(state).filter((step) => possible(state, step).length > 0);
  for (const step of ready) {
    const ending = possible(state, step).find(({ ends, continues }) => ends || continues);
    if (ending) return completion(state, step, ending.id, state.lastAt);
  }
  for (const step of ready) {
    const closing = possible(state, step).find(({ keepsOpen }) => !keepsOpen);
    if (closing) return completion(state, step, closing.id, state.lastAt);
  }
  return nextClock(state);
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
    if (inOrigin || before.attributes.entry !== 'indicator-detected') continue;
    const { facts } = effect.type === 'step-opened' ? after : before;
    demand(
      facts.riskCleared && facts.disclosureAuthorised,
      () => `${act.type} tells the receiving side: ${JSON.stringify(effect)}`,
    );
  }
  if (after.ending?.id.startsWith('closed-done')) {
    demand(before.facts.received, () => `${after.ending!.id} without reception`);
  }
  if (after.ending) return;
  const goesOn =
    pendingClocks(after).length > 0 ||
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
  if (key === 'departure:left') demand(before.attributes.isMinor === false, () => `${key}: child`);
}

/** Somebody asks for alternatives to return: in every state before departure that way opens (INV-T7). */
function checkWayToStay(state: RunState): void {
  const asked = apply(definition, state, {
    type: 'event-reported',
    event: 'stay-requested',
    role: 'LEGAL',
    at: state.lastAt,
  });
  demand(asked.ok, () => 'alternatives to return cannot be asked for');
  if (!asked.ok) return;
  const way = asked.state.steps['alternatives-to-return'];
  // While the person is absent the step waits for them.
  demand(way?.open ?? way?.armed, () => 'alternatives to return do not open');
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
  const entry = seed % 9 === 0 ? 'r-protected-reception' : 'indicator-detected';
  let next: Act | undefined = {
    type: 'run-started',
    at: MONDAY,
    bindings: bindAll(definition),
    assigns: { entry },
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
      const alive = !state.ending && !state.established['event:deceased'];
      if (alive && state.facts.inSendingState && moves % 13 === 0) checkWayToStay(state);
    } else if (next.type === 'clock-reached') throw new Error(applied.refusal.code);
    if (state!.ending) break;
    next = moves < randomMoves ? randomMove(state!, roll, pick) : closingMove(state!);
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
  for (const far of ['departure:left', 'handover-reception-act:signed', 'child-departure:left']) {
    expect([...seen], far).toContain(far);
  }
  expect(seen.size).toBeGreaterThan(140);
  expect(endings.size).toBeGreaterThan(3);
}, 3600_000);

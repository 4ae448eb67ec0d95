import { expect, test } from 'vitest';
import { bindAll, HOUR, MONDAY } from '../test/fixtures/drive.js';
import { noteAnswer, tellUncovered, walkSeeds } from '../test/fixtures/walk-range.js';
import type { Act } from './core/acts.js';
import { apply } from './core/apply.js';
import { pendingClocks } from './core/due.js';
import { explain } from './core/explain.js';
import type { RunState } from './core/state.js';
import type { Definition } from './language/definition.js';
import { type Step, signers } from './language/step.js';
import { voluntaryReturn } from './voluntary-return.js';

const definition: Definition = voluntaryReturn;
const steps = new Map(definition.steps.map((step) => [step.id, step]));
const bindings = bindAll(definition);
const SEEDS = walkSeeds(2000);
const MOST_MOVES = 400;
const GUARDED = new Set(['departs', 'hands-over', 'discloses-identity', 'issues-document']);
/** Written out here, so that a departure that forgets one is found. */
const AT_DEPARTURE =
  `counselled individualAssessed nonRefoulementClear capacitySettled childrenSafeguarded
  childViewRecorded childAccompanied consentGiven consentFree consentValid hostCleared identityConfirmed travelDocValid
  fitToTravel escortSettled windowValid noticeSettled returnWanted noRemedyPending noAsylumPending noReferralPending
  noMedicalHold noForceMajeure personPresent inSendingState`.split(/\s+/);
const ORIGIN = new Set(
  definition.roles.filter(({ side }) => side === 'receiving').map(({ id }) => id),
);

/** A small generator (mulberry32) of repeatable numbers below 1. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TO_CONSULATE = ['consularContactAgreed', 'consulateTold'];
const TO_ORIGIN = ['originNoticeAgreed', 'originTold'];

interface Seen {
  readonly opened: Set<string>;
  readonly answers: Set<string>;
  readonly endings: Map<string, number>;
  departures: number;
  handovers: number;
  longest: number;
}

function openSteps(state: RunState): Step[] {
  return definition.steps.filter(({ id }) => state.steps[id]?.open);
}

function isAnswerable(state: RunState, step: Step): boolean {
  // Nothing goes on by a body giving data back.
  if (step.recalls) return false;
  const missing = state.steps[step.id]?.open?.missing;
  return !missing || step.outcomes.some(({ despiteMissing }) => despiteMissing);
}

/** Somebody can act, or something will open by itself; an expiry or a reminder alone does not count. */
function isAlive(state: RunState): boolean {
  if (state.ending) return true;
  if (openSteps(state).some((step) => isAnswerable(state, step))) return true;
  return pendingClocks(state).some(({ clock }) => clock.kind === 'opening');
}

function walk(seed: number, seen: Seen): void {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const entry = pick(['request', 'request', 'information-counselling', 'self-return-registration']);
  const eventful = random() < 0.6 ? 0.02 : 0.12;
  const smooth = random() < 0.7;
  const trail: string[] = [entry];
  let at = MONDAY;
  let state: RunState;
  const started = apply(definition, undefined, {
    type: 'run-started',
    at,
    bindings,
    assigns: { entry },
  });
  if (!started.ok) throw new Error(started.refusal.code);
  state = started.state;
  for (const id of Object.keys(state.steps)) if (state.steps[id]?.open) seen.opened.add(id);

  const act = (given: Act): boolean => {
    const before: RunState = state;
    const applied = apply(definition, before, given);
    if (!applied.ok) return false;
    state = applied.state;
    noteAnswer(state, given, seen.answers);
    const isHome = before.facts.returned || entry === 'self-return-registration';
    const said = () => `seed ${seed}: ${trail.slice(-40).join(' > ')}`;
    for (const effect of applied.effects) {
      if (effect.type === 'step-opened') seen.opened.add(effect.step);
      if (effect.type === 'share-released' && ORIGIN.has(effect.to) && !isHome) {
        const isForPapers = effect.to === 'CON' || effect.to === 'MFA';
        const agreed = isForPapers ? TO_CONSULATE : TO_ORIGIN;
        if (!agreed.some((fact) => state.facts[fact])) throw new Error(`${effect.share} ${said()}`);
      }
      if (effect.type !== 'step-closed') continue;
      seen.answers.add(`${effect.step}:${effect.outcome}`);
      check(before, effect.step, effect.outcome, at, said);
      if (effect.step === 'departure' && effect.outcome === 'left') seen.departures += 1;
      if (effect.step === 'handover-act' && effect.outcome === 'accepted') seen.handovers += 1;
    }
    if (!isAlive(state)) {
      const standing = explain(definition, state)
        .filter(({ status }) => status === 'suspended' || status === 'waiting')
        .map(({ step, status, missing }) => `${step} ${status} ${missing}`);
      throw new Error(`Dead end: ${standing.join('; ')}; after ${said()}`);
    }
    return true;
  };

  for (let move = 0; !state.ending; move += 1) {
    if (move > MOST_MOVES) throw new Error(`No end, seed ${seed}: ${trail.slice(-60).join(' > ')}`);
    seen.longest = Math.max(seen.longest, move);
    const open = openSteps(state);
    const roll = random();
    if (roll < eventful) {
      const event = pick(definition.events);
      const role = typeof event.by === 'string' ? 'IOM' : event.by[0]!;
      if (!act({ type: 'event-reported', event: event.id, role, at })) continue;
      trail.push(`!${event.id}`);
    } else if (roll < 0.8 && open.length > 0) {
      const step = pick(open);
      const going = step.outcomes.filter((outcome) => !outcome.ends && !outcome.continues);
      const late = move > MOST_MOVES / 2;
      const outcome =
        !late && smooth && random() < 0.85
          ? step.outcomes[0]!
          : pick(
              late || going.length === 0 ? step.outcomes : random() < 0.9 ? going : step.outcomes,
            );
      if (isAnswerable(state, step)) trail.push(`${step.id}:${outcome.id}`);
      const assigns: Record<string, boolean> = {};
      for (const field of step.form ?? []) {
        if (field.assigns) assigns[field.assigns] = random() < 0.8;
      }
      const dates: Record<string, number> =
        step.id === 'itinerary' ? { departure: at + Math.floor(random() * 12 * 24) * HOUR } : {};
      for (const role of signers(step)) {
        const opening = state.steps[step.id]?.open?.opening;
        if (!opening || state.ending) break;
        act({
          type: 'step-completed',
          step: step.id,
          opening,
          outcome: outcome.id,
          role,
          at,
          assigns,
          dates,
        });
      }
    } else {
      const next = pendingClocks(state)[0];
      if (!next) continue;
      at = Math.max(at, next.dueAt);
      act({ type: 'clock-reached', clock: next.clock, dueAt: next.dueAt, at });
    }
    at += Math.floor(random() * 3) * HOUR;
    for (;;) {
      const due = state.ending ? undefined : pendingClocks(state)[0];
      if (!due || due.dueAt > at) break;
      act({ type: 'clock-reached', clock: due.clock, dueAt: due.dueAt, at });
    }
  }
  const { id } = state.ending!;
  seen.endings.set(id, (seen.endings.get(id) ?? 0) + 1);
}

function check(before: RunState, id: string, chosen: string, at: number, said: () => string): void {
  const step = steps.get(id)!;
  const outcome = step.outcomes.find((candidate) => candidate.id === chosen)!;
  const insist = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`${id}:${chosen} without ${what} ${said()}`);
  };
  if (step.effects?.some((effect) => GUARDED.has(effect)) && !outcome.despiteMissing) {
    for (const fact of step.requires ?? []) insist(before.facts[fact] !== undefined, fact);
  }
  if (id === 'departure' && chosen === 'left') {
    for (const fact of AT_DEPARTURE) insist(before.facts[fact] !== undefined, fact);
    const confirmed = before.established['consent-reconfirmation:reconfirmed']!.at;
    insist(at - confirmed <= 24 * HOUR, 'a fresh reconfirmation');
  }
  if (id === 'consent' && chosen !== 'refused') {
    const informed = before.established['information-counselling:informed']!.at;
    insist(at - informed >= 72 * HOUR, 'time to think');
  }
}

test(`${SEEDS.length} random walks leave nobody stranded and let nobody depart unsafely`, () => {
  const seen: Seen = {
    opened: new Set(),
    answers: new Set(),
    endings: new Map(),
    departures: 0,
    handovers: 0,
    longest: 0,
  };
  for (const seed of SEEDS) walk(seed, seen);
  console.info(tellUncovered(definition, seen.answers));
  // The walks must reach what they speak about.
  expect(seen.departures).toBeGreaterThan(100);
  expect(seen.handovers).toBeGreaterThan(10);
  const never = definition.steps.filter(({ id }) => !seen.opened.has(id)).map(({ id }) => id);
  expect(never.length, `never opened: ${never}`).toBeLessThanOrEqual(4);
  expect(seen.longest).toBeLessThan(MOST_MOVES);
  expect(seen.endings.size).toBeGreaterThan(8);
}, 3600_000);

import { viewOf } from '../protocols/core/draft.js';
import { pendingClocks } from '../protocols/core/due.js';
import { findTooSoon, leastAhead } from '../protocols/core/floor.js';
import type { RunState } from '../protocols/core/state.js';
import { evaluate } from '../protocols/language/condition.js';
import type { Definition } from '../protocols/language/definition.js';
import type { Step } from '../protocols/language/step.js';
import { chooseOutcome } from '../protocols/simulator/play/choices.js';
import { completeProfile } from '../protocols/simulator/profile/complete-profile.js';
import type { Profile } from '../protocols/simulator/profile/profile.js';
import { createRandom, type Random, sampleSpread } from '../protocols/simulator/random.js';
import { type Beat, playScene, type ScenePlayer } from './scene.js';

const HOUR = 3_600_000;
/** Past an instant by more than real time lets two clocks drift apart. */
const PAST_HOURS = 1 / 12;
/** Invented dates lie four days ahead unless said. */
const USUAL = 3 * 24 * HOUR;
const MOST_BEATS = 400;
const MOST_INTERIM = 2;
/** How often recipients confirm what they were sent as soon as something else happens. */
const CONFIRMED = 0.8;

/**
 * Plays a run by chance, as the defaults of the simulator expect people to act: the same seed makes the same choices.
 * `told` hears of each beat before it is played. Gives the beats, which make a scene. Stops when the run has ended,
 * when nobody can do anything any more, or after `most` beats.
 */
export async function improvise(
  player: ScenePlayer,
  definition: Definition,
  seed: number,
  told: (beat: Beat, index: number) => void = () => {},
  most = MOST_BEATS,
): Promise<Beat[]> {
  const random = createRandom(seed);
  const profile = completeProfile(definition);
  /** Openings that are left to silence, as `step#opening`. */
  const silent = new Map<string, boolean>();
  const interim = new Map<string, number>();
  const beats: Beat[] = [];
  const play = async (beat: Beat): Promise<void> => {
    told(beat, beats.length);
    beats.push(beat);
    await playScene(player, [beat]);
  };
  while (beats.length < most) {
    const state = await player.state();
    if (state.ending) break;
    const chosen = choose(random, profile, definition, state, silent, interim);
    if (chosen) {
      const { step, outcome, hours } = chosen;
      if (hours > 0) await play({ hours });
      const now = await player.state();
      // While the hours passed the step may have been closed, taken back or suspended.
      if (now.ending || !isAnswerable(step, outcome, now)) continue;
      const instead = insteadOf(definition, now, await player.now(), step, outcome);
      if (instead) {
        await play(instead);
        continue;
      }
      await play({ answers: `${step.id}:${outcome}`, ...farEnough(definition, step) });
      const waiting = Object.keys((await player.state()).acknowledgements).length;
      if (waiting > 0 && random.next() < CONFIRMED) await play({ confirm: 'all' });
      continue;
    }
    const next = pendingClocks(state)[0];
    if (!next) break;
    const wait = Math.max(0, next.dueAt - (await player.now())) / HOUR;
    await play({ hours: wait + PAST_HOURS });
  }
  return beats;
}

/** A step somebody answers next, how, and after how many hours. */
function choose(
  random: Random,
  profile: Profile,
  { steps }: Definition,
  state: RunState,
  silent: Map<string, boolean>,
  interim: Map<string, number>,
): { step: Step; outcome: string; hours: number } | undefined {
  const open = steps.filter(({ id }) => state.steps[id]?.open);
  const from = Math.floor(random.next() * open.length);
  for (const step of [...open.slice(from), ...open.slice(0, from)]) {
    const opening = state.steps[step.id]!.open!;
    const key = `${step.id}#${opening.opening}`;
    const effort = profile.steps[step.id]!;
    if (!silent.has(key)) silent.set(key, random.next() < effort.silence);
    // Who was silent answers once the deadline has passed without deciding.
    const isOverdue = !opening.clock?.marks.some(({ mark }) => mark === 'due');
    if (silent.get(key) && !isOverdue) continue;
    const weights = step.outcomes.map(({ id }) => profile.outcomes[`${step.id}:${id}`]!);
    const given = interim.get(key) ?? 0;
    const outcome = chooseOutcome(random, step.outcomes, weights, opening, given, true);
    if (!outcome || (outcome.keepsOpen && given >= MOST_INTERIM)) continue;
    if (outcome.keepsOpen) interim.set(key, given + 1);
    const hours = Math.min(sampleSpread(random, effort.response), 24 * 30);
    return { step, outcome: outcome.id, hours: Math.round(hours * 100) / 100 };
  }
  return undefined;
}

/** What people do where an answer would come too soon: put the departure off where the protocol says how, or wait. */
function insteadOf(
  definition: Definition,
  state: RunState,
  at: number,
  step: Step,
  id: string,
): Beat | undefined {
  const outcome = step.outcomes.find((one) => one.id === id)!;
  const wait = findTooSoon(definition, state, { step, outcome, at });
  if (wait?.code === 'told-too-late') return { hours: (wait.from - at) / HOUR + PAST_HOURS };
  // Answering takes some time too.
  const early = findTooSoon(definition, state, { step, outcome, at: at + HOUR });
  if (early?.code !== 'date-too-soon') return undefined;
  const event = definition.events.find((one) => one.id === definition.seat?.calledOff);
  if (!event || (event.while && !evaluate(event.while, viewOf(state)))) return { hours: 24 };
  const role = typeof event.by === 'string' ? definition.lead : event.by[0]!;
  return { event: `${event.id}/${role}` };
}

/** A date that is planned lies beyond what whoever receives must be told before it, where that is long. */
function farEnough(definition: Definition, { form = [] }: Step): { departureIn?: number } {
  const least = Math.max(
    0,
    ...form.map(({ plans }) => (plans ? leastAhead(definition, plans) : 0)),
  );
  return least > USUAL ? { departureIn: least / (24 * HOUR) + 1 } : {};
}

function isAnswerable(step: Step, outcome: string, state: RunState): boolean {
  const open = state.steps[step.id]?.open;
  const declared = step.outcomes.find(({ id }) => id === outcome);
  return open !== undefined && (!open.missing || declared?.despiteMissing === true);
}

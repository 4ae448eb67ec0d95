import { type CompiledStep, compile } from '../../core/compiled.js';
import type { Binding } from '../../core/state.js';
import type { Definition, ProtocolEvent } from '../../language/definition.js';
import { hoursOf, isTerm, restores } from '../profile/defaults.js';
import type { Effort, Profile } from '../profile/profile.js';
import { emptyTally, type Tally } from '../tally.js';
import { type WorkingTime, workingTimeOf } from './working-time.js';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/** A step with what is assumed about it. Steps, roles and stages are numbered in the order of the definition. */
export interface WorldStep extends Effort {
  readonly entry: CompiledStep;
  readonly index: number;
  readonly stage: number;
  /** By role id, for the signers. */
  readonly roles: ReadonlyMap<string, number>;
  /** By outcome; zero for what only silence produces. */
  readonly weights: readonly number[];
  /** Somebody can answer it; otherwise only its term can run out. */
  readonly isAnswerable: boolean;
  /** Its deadline is a term that runs out, nothing anybody fails to do. */
  readonly isTerm: boolean;
  /** Must be taken up at once: a deadline of length 0. */
  readonly isImmediate: boolean;
  /** About what the deadline gives, in milliseconds. */
  readonly given: number;
}

/** An event with how often it happens. */
export interface WorldEvent {
  readonly event: ProtocolEvent;
  readonly index: number;
  readonly role: string;
  /** In each millisecond of a run. */
  readonly rate: number;
  /** Facts it gives back; it happens only while one of them is missing. */
  readonly restores: readonly string[];
}

/** A definition and everything assumed about the world it is played in. */
export interface World {
  readonly definition: Definition;
  readonly profile: Profile;
  readonly steps: readonly WorldStep[];
  readonly byId: ReadonlyMap<string, WorldStep>;
  readonly events: readonly WorldEvent[];
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly times: readonly WorkingTime[];
  readonly officers: readonly number[];
  readonly fromOn: string;
  newTally(): Tally;
}

/** Puts together what does not change from run to run. `fromOn` is the local date on which arrivals begin. */
export function createWorld(definition: Definition, profile: Profile, fromOn: string): World {
  const { order } = compile(definition);
  const roleIndex = new Map(definition.roles.map(({ id }, index) => [id, index]));
  const stageIndex = new Map(definition.stages.map(({ id }, index) => [id, index]));
  const steps = order.map((entry, index): WorldStep => {
    const { step } = entry;
    const weights = step.outcomes.map(({ id, bySilence }) =>
      bySilence ? 0 : (profile.outcomes[`${step.id}:${id}`] ?? 0),
    );
    return {
      ...profile.steps[step.id]!,
      entry,
      index,
      stage: stageIndex.get(step.stage) ?? 0,
      roles: new Map(entry.signers.map((role) => [role, roleIndex.get(role)!])),
      weights,
      isAnswerable: weights.some((weight) => weight > 0),
      isTerm: isTerm(step),
      isImmediate: step.deadline?.length === 0,
      given: step.deadline ? hoursOf(step.deadline) * HOUR : 0,
    };
  });
  const events = definition.events.map((event, index): WorldEvent => {
    const given = restores(definition, event) ? (event.sets ?? []) : [];
    return {
      event,
      index,
      role: event.by === 'anyone' || event.by === 'system' ? definition.lead : event.by[0]!,
      // What only the system reports comes of other runs; here every person is alone.
      rate: event.by === 'system' ? 0 : (profile.events[event.id] ?? 0) / YEAR,
      restores: given.map((set) => (typeof set === 'string' ? set : set.fact)),
    };
  });
  const places = definition.roles.map(({ side }) => profile.places[side]);
  const times = definition.roles.map(({ id }, index) =>
    workingTimeOf(profile.institutions[id]!.hours, places[index]!, fromOn),
  );
  return {
    definition,
    profile,
    steps,
    byId: new Map(steps.map((step) => [step.entry.id, step])),
    events,
    bindings: Object.fromEntries(
      definition.roles.map(({ id }, index) => [id, { institution: id, ...places[index]! }]),
    ),
    times,
    officers: definition.roles.map(({ id }) => profile.institutions[id]!.officers),
    fromOn,
    newTally: () =>
      emptyTally({
        outcomes: definition.steps.map(({ outcomes }) => outcomes.length),
        roles: definition.roles.length,
        events: definition.events.length,
        stages: definition.stages.length,
      }),
  };
}

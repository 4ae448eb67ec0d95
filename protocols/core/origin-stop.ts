import type { Definition, Role } from '../language/definition.js';
import { HERE, isOfOrigin, receivesNobody } from '../language/origin.js';
import { roleOfKey } from '../language/pack.js';
import { type Step, signers } from '../language/step.js';
import { type Refusal, refusal } from '../refusals.js';
import type { Act } from './acts.js';
import { pauseClock } from './clocks.js';
import type { CompiledStep } from './compiled.js';
import { type Draft, touchStep } from './draft.js';
import type { Effect } from './effects.js';
import type { RunState } from './state.js';

export type StopAct = Extract<
  Act,
  { type: 'origin-stopped' | 'origin-lift-asked' | 'origin-lift-decided' }
>;

/** Enforcement asks that a stop end like anybody; it is never the one who decides so. */
const NEVER_DECIDES: readonly string[] = ['MIG', 'PROS'];

/**
 * Whether a role is cut off from the run. Until the person has left, that is every institution of the State of origin.
 * On the way and afterwards it is whoever receives nobody: a person who travels must not arrive where nobody waits, and
 * who cares for somebody goes on doing so.
 */
export function isCutOff(definition: Definition, state: RunState, role: string): boolean {
  if (!state.originStop) return false;
  const of = definition.roles.find(({ id }) => id === role);
  return of !== undefined && isCutOffRole(definition, state, of);
}

function isCutOffRole(definition: Definition, state: RunState, role: Role): boolean {
  if (!isOfOrigin(role) || role.id === definition.lead) return false;
  const hasLeft = definition.facts.some(({ id }) => id === HERE) && !state.facts[HERE];
  return !hasLeft || receivesNobody(role);
}

/** Whether a step rests: somebody cut off would have to answer it, or with it the person leaves. */
export function isAtRest(definition: Definition, state: RunState, step: Step): boolean {
  if (!state.originStop) return false;
  if (step.effects?.some((effect) => effect === 'departs' || effect === 'discloses-identity')) {
    return true;
  }
  return signers(step).some((role) => isCutOff(definition, state, role));
}

/** The roles cut off, in definition order. */
export function rolesCutOff(definition: Definition, state: RunState): string[] {
  if (!state.originStop) return [];
  return definition.roles
    .filter((role) => isCutOffRole(definition, state, role))
    .map(({ id }) => id);
}

/** The institutions that are shown nothing of the run: those that take part in roles cut off, and in no other. */
export function institutionsCutOff(definition: Definition, state: RunState): string[] {
  const cut = new Set(rolesCutOff(definition, state));
  const parties = Object.entries(state.bindings);
  const open = new Set(
    parties.filter(([key]) => !cut.has(roleOfKey(key))).map(([, { institution }]) => institution),
  );
  return [...new Set(parties.map(([, { institution }]) => institution))].filter(
    (institution) => !open.has(institution),
  );
}

/** Who may cut the State of origin off, or ask that it end: every party of the run that is not of that State. */
export function mayStop({ roles }: Definition, role: string): boolean {
  const of = roles.find(({ id }) => id === role);
  return of !== undefined && !isOfOrigin(of);
}

/** Who may decide that a stop ends: as `mayStop`, and not an authority that enforces returns. */
export function mayDecideLift(definition: Definition, role: string): boolean {
  const of = definition.roles.find(({ id }) => id === role);
  return of !== undefined && mayStop(definition, role) && !NEVER_DECIDES.includes(of.kind);
}

/** Sets the stop, asks that it end, or decides so. In a linked run the system repeats what was decided for the person. */
export function changeStop(draft: Draft, act: StopAct): Refusal | undefined {
  const { state, compiled } = draft;
  const { definition } = compiled;
  const byPerson = act.role !== 'system';
  if (byPerson && !mayStop(definition, act.role)) return refusal('stop-not-allowed');
  switch (act.type) {
    case 'origin-stopped':
      if (state.originStop && !state.originStop.lift) return refusal('stop-standing');
      // Who stops again while somebody asks to lift it answers no.
      state.originStop = { at: draft.at, role: act.role, reason: act.reason };
      restAll(draft);
      return undefined;
    case 'origin-lift-asked': {
      if (!state.originStop) return refusal('stop-unknown');
      if (state.originStop.lift) return refusal('lift-asked-already');
      const institution = state.bindings[act.role]?.institution ?? '';
      state.originStop = {
        ...state.originStop,
        lift: { role: act.role, institution, at: draft.at },
      };
      return undefined;
    }
    case 'origin-lift-decided':
      return decideLift(draft, act);
  }
}

function decideLift(
  draft: Draft,
  act: Extract<StopAct, { type: 'origin-lift-decided' }>,
): Refusal | undefined {
  const { state, compiled } = draft;
  const { originStop } = state;
  if (!originStop) return refusal('stop-unknown');
  if (act.role !== 'system') {
    const { lift } = originStop;
    if (!lift) return refusal('lift-not-asked');
    if (!mayDecideLift(compiled.definition, act.role)) return refusal('stop-not-allowed');
    const own = state.bindings[act.role]?.institution;
    if (act.role === lift.role || own === lift.institution) return refusal('lift-by-another');
  }
  if (!act.lifts) {
    const { lift: _, ...standing } = originStop;
    state.originStop = standing;
    return undefined;
  }
  delete state.originStop;
  // What was at rest and is still called for opens afresh.
  for (const entry of compiled.order) touchStep(draft, entry.id);
  return undefined;
}

/** Takes back every open step that rests from now on; it is called for again once the stop ends. */
function restAll(draft: Draft): void {
  for (const entry of draft.compiled.order) rest(draft, entry);
}

function rest(draft: Draft, entry: CompiledStep): void {
  const known = draft.state.steps[entry.id];
  if (!known?.open || !isAtRest(draft.compiled.definition, draft.state, entry.step)) return;
  const { clock, opening } = known.open;
  if (clock) {
    if (clock.pausedAt === undefined) pauseClock(clock, draft.at);
    known.heldClock = clock;
  }
  for (const role of entry.signers) {
    draft.effects.push({
      type: 'notice',
      kind: 'withdrawn',
      role,
      level: 'institution',
      step: entry.id,
      opening,
    });
  }
  draft.effects.push({ type: 'step-withdrawn', step: entry.id, opening });
  delete known.open;
  known.armed = true;
  known.rested = (known.rested ?? 0) + 1;
  touchStep(draft, entry.id);
  tellOfResting(draft, entry);
}

/**
 * A recall that is called for while its role is cut off from the run waits for the end of that. Nobody there is asked, so
 * whoever leads the run is told that the data is still out.
 */
export function tellOfResting({ compiled, state, effects }: Draft, { step }: CompiledStep): void {
  if (!step.recalls || !isAtRest(compiled.definition, state, step)) return;
  const { lead } = compiled.definition;
  const kind = 'recall-rests';
  if (effects.some((effect) => effect.type === 'notice' && effect.kind === kind)) return;
  effects.push({ type: 'notice', kind, role: lead, level: 'lead-technical' });
}

/**
 * After every act of a run that is stopped: nobody cut off is told anything, waited for, or pressed. Whatever brought a
 * notice about, it ends here.
 */
export function keepSilent(draft: Draft): void {
  const { state, compiled, effects } = draft;
  if (!state.originStop) return;
  const cut = new Set(rolesCutOff(compiled.definition, state));
  for (const key in state.acknowledgements) {
    const waiting = state.acknowledgements[key]!;
    if (cut.has(waiting.role)) waiting.forbidden = true;
  }
  const told = effects.filter((effect) => !isFor(effect, cut));
  effects.splice(0, effects.length, ...told);
}

function isFor(effect: Effect, cut: ReadonlySet<string>): boolean {
  return effect.type === 'notice' && cut.has(effect.role);
}

import { ENTRY } from '../language/attribute.js';
import { type Condition, evaluate } from '../language/condition.js';
import type { Definition } from '../language/definition.js';
import { apply } from './apply.js';
import { compile } from './compiled.js';
import { viewOf } from './draft.js';
import { isAtRest } from './origin-stop.js';
import { doDisagree, findUnseconded } from './signing.js';
import type { RunState } from './state.js';

/** Where one step of the protocol stands in a run, and what it waits for. */
export interface StepExplanation {
  readonly step: string;
  readonly status: 'open' | 'suspended' | 'waiting' | 'answered' | 'not-yet';
  readonly opening: number;
  readonly outcome?: string;
  readonly dueAt?: number;
  /** The clock stands still. */
  readonly paused?: true;
  /** Roles that have signed and roles that still must. */
  readonly signed?: readonly string[];
  readonly unsigned?: readonly string[];
  /** Signers answered differently: nobody has signed until one of them comes round. */
  readonly disagree?: true;
  /** Roles whose answer waits for a second person of the institution. */
  readonly unseconded?: readonly string[];
  /** It rests because no authority of origin may be contacted. */
  readonly stopped?: true;
  /** Facts that do not hold and keep the step from opening or from being answered. */
  readonly missing?: readonly string[];
  /** When a waiting step opens by itself. */
  readonly opensAt?: number;
  /** For a step that is not called for yet: what keeps its guard from being true. */
  readonly waitsFor?: Unmet;
}

/** An atom or attribute in the way of a condition, or several, all or any of which must change. */
export type Unmet = string | { readonly of: 'all' | 'any'; readonly parts: readonly Unmet[] };

/** What comes of answering an open step in one way, found by applying it. */
export interface Prospect {
  readonly step: string;
  readonly outcome: string;
  readonly opens: readonly string[];
  readonly withdraws: readonly string[];
  readonly ends?: string;
  /** The protocol under which the person would go on. */
  readonly continues?: string;
}

/** Where every step stands and why, in definition order. */
export function explain(definition: Definition, state: RunState): StepExplanation[] {
  const view = viewOf(state);
  return compile(definition).order.map((entry) => {
    const known = state.steps[entry.id];
    const base = {
      step: entry.id,
      opening: known?.openings ?? 0,
      ...(known?.outcome === undefined ? {} : { outcome: known.outcome }),
    };
    const missing = (entry.step.requires ?? []).filter((fact) => !state.facts[fact]);
    const lacking = missing.length > 0 ? { missing } : {};
    if (known?.open) {
      const { clock, signatures = {} } = known.open;
      const { open } = known;
      const unseconded = entry.signers.filter((role) => findUnseconded(entry.step, open, role));
      const disagree = doDisagree(entry.step, open);
      const hasSigned = (role: string) => !disagree && signatures[role] !== undefined;
      return {
        ...base,
        status: known.open.missing ? 'suspended' : 'open',
        ...(clock ? { dueAt: clock.dueAt } : {}),
        ...(clock?.pausedAt === undefined ? {} : { paused: true as const }),
        signed: entry.signers.filter(hasSigned),
        unsigned: entry.signers.filter((role) => !hasSigned(role)),
        ...(disagree ? { disagree: true as const } : {}),
        ...(unseconded.length > 0 ? { unseconded } : {}),
        ...lacking,
      };
    }
    if (known?.armed) {
      const opensAt = known.opensAt === undefined ? {} : { opensAt: known.opensAt };
      const stopped = isAtRest(definition, state, entry.step) ? { stopped: true as const } : {};
      return { ...base, status: 'waiting', ...opensAt, ...lacking, ...stopped };
    }
    if (known?.outcome !== undefined) return { ...base, status: 'answered' };
    const waitsFor = unmet(entry.step.when, view, true);
    return { ...base, status: 'not-yet', ...(waitsFor === undefined ? {} : { waitsFor }) };
  });
}

/**
 * What keeps a condition from being as wanted; undefined when nothing does. Of several ways in, another beginning than this run's
 * is left out: it can never come.
 */
function unmet(
  condition: Condition,
  view: ReturnType<typeof viewOf>,
  wanted: boolean,
): Unmet | undefined {
  if (evaluate(condition, view) === wanted) return undefined;
  if (typeof condition === 'string') return condition;
  if ('attribute' in condition) return condition.attribute;
  if ('not' in condition) return unmet(condition.not, view, !wanted);
  const isAll = 'all' in condition;
  // “Not all” is “any not”, and “not any” is “all not”.
  const of = isAll === wanted ? 'all' : 'any';
  const parts = (isAll ? condition.all : condition.any).flatMap((part): readonly Unmet[] => {
    const found = unmet(part, view, wanted);
    if (found === undefined) return [];
    return typeof found !== 'string' && found.of === of ? found.parts : [found];
  });
  const once = [...new Set(parts)];
  const open = of === 'any' ? once.filter(canCome) : once;
  const named = open.length > 0 ? open : once;
  return named.length === 1 ? named[0] : { of, parts: named };
}

function canCome(part: Unmet): boolean {
  if (typeof part === 'string') return part !== ENTRY;
  return part.of === 'all' ? part.parts.every(canCome) : part.parts.some(canCome);
}

/** The atoms and attributes of what is unmet, each once. */
export function unmetAtoms(of: Unmet | undefined): string[] {
  if (of === undefined) return [];
  return typeof of === 'string' ? [of] : [...new Set(of.parts.flatMap(unmetAtoms))];
}

/** What each possible answer of each open step would open, withdraw or end at the given instant. */
export function prospects(definition: Definition, state: RunState, at: number): Prospect[] {
  const found: Prospect[] = [];
  for (const entry of compile(definition).order) {
    const open = state.steps[entry.id]?.open;
    if (!open) continue;
    for (const outcome of entry.step.outcomes) {
      const [role, ...others] = entry.signers as [string, ...string[]];
      const second = entry.step.secondPerson?.includes(outcome.id) ? [role] : [];
      const signed = signedBy(state, entry.id, [...others, ...second], outcome.id);
      const act = {
        type: 'step-completed',
        step: entry.id,
        opening: open.opening,
        outcome: outcome.id,
        role,
        at,
      } as const;
      const applied = apply(definition, signed, act);
      if (!applied.ok) continue;
      const opens: string[] = [];
      const withdraws: string[] = [];
      let ends: string | undefined;
      let continues: string | undefined;
      for (const effect of applied.effects) {
        if (effect.type === 'step-opened') opens.push(effect.step);
        else if (effect.type === 'step-withdrawn') withdraws.push(effect.step);
        else if (effect.type === 'run-ended') {
          ends = effect.ending;
          // Where somebody came from is not said to whoever only sends them back.
          continues = outcome.continues?.back ? undefined : effect.continues?.protocol;
        }
      }
      found.push({
        step: entry.id,
        outcome: outcome.id,
        opens,
        withdraws,
        ...(ends ? { ends } : {}),
        ...(continues ? { continues } : {}),
      });
    }
  }
  return found;
}

/** The run as it would be if these, and nobody else, had signed an open step with an outcome. */
function signedBy(
  state: RunState,
  step: string,
  roles: readonly string[],
  outcome: string,
): RunState {
  const known = state.steps[step]!;
  const signatures = Object.fromEntries(roles.map((role) => [role, { outcome, at: state.lastAt }]));
  return {
    ...state,
    steps: { ...state.steps, [step]: { ...known, open: { ...known.open!, signatures } } },
  };
}

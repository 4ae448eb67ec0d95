import type { UndatedAct } from '../../door/acts.js';
import type { Act } from '../../protocols/core/acts.js';
import { apply } from '../../protocols/core/apply.js';
import { bindingIn, holderIn } from '../../protocols/core/draft.js';
import type { Effect } from '../../protocols/core/effects.js';
import { hasSigned } from '../../protocols/core/signing.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Category } from '../../protocols/language/form.js';
import { signers } from '../../protocols/language/step.js';
import { mayShow } from '../auth/fields.js';
import type { ProblemError } from '../errors.js';
import { say } from '../language.js';
import { problemOf } from '../runs/commit.js';
import type { OpenRun } from '../runs/open-run.js';
import type { NamedView } from '../schemas/common.js';
import type { DueView } from '../schemas/steps.js';
import { dueView } from './due-view.js';
import { institutionIn, namedIn } from './words.js';

/** Data that would go to somebody. */
export interface ForeseenShare {
  /** The institution; for the receiving side the role, since it is not told who fills it. */
  readonly to: string;
  readonly categories: readonly Category[];
  readonly purpose: string;
}

/** What would come of an act, found by applying it without entering it. */
export interface Foreseen {
  /** Roles that must still sign before it takes effect. */
  readonly waitsFor: readonly NamedView[];
  readonly opens: readonly {
    readonly step: string;
    readonly title: string;
    readonly institution: string;
    readonly mine: boolean;
    readonly due: DueView;
  }[];
  /** Steps taken back, and steps stopped because something they need no longer holds. */
  readonly withdraws: readonly NamedView[];
  readonly stops: readonly NamedView[];
  /** What no longer holds and what comes to hold, clocks that stop and institutions that are told; to the lead only. */
  readonly clears: readonly NamedView[];
  readonly sets: readonly NamedView[];
  readonly pauses: readonly NamedView[];
  readonly tells: readonly string[];
  readonly shares: readonly ForeseenShare[];
  readonly ends?: NamedView;
  /** The protocol under which the person would go on. */
  readonly continues?: string;
}

/**
 * What would come of an act now, as far as whoever asks may know it: the receiving side learns of its own steps and of what
 * the protocol always shares with the answer, nothing else. A problem where the act would be refused.
 */
export function foresee(
  opened: OpenRun,
  act: UndatedAct,
  at: number,
): { readonly foreseen: Foreseen } | { readonly problem: ProblemError } {
  const { definition, run, language } = opened;
  const applied = apply(definition, run.state, { ...act, at } as Act);
  if (!applied.ok) return { problem: problemOf(applied.refusal, opened) };
  const { state, effects } = applied;
  const course = mayShow(opened, 'foreseen.course');
  const titles = (type: 'step-withdrawn' | 'step-suspended') =>
    effects.flatMap((effect) =>
      effect.type === type && mayShow(opened, 'foreseen.steps', isMine(opened, state, effect.step))
        ? [namedIn(definition.steps, effect.step, language)]
        : [],
    );
  const ending = effects.find((effect) => effect.type === 'run-ended');
  return {
    foreseen: {
      waitsFor:
        act.type === 'step-completed' && course ? missingSignatures(opened, act.step, state) : [],
      opens: opensOf(opened, state, effects, at),
      withdraws: titles('step-withdrawn'),
      stops: titles('step-suspended'),
      ...changesOf(opened, state, effects),
      shares: course ? sharesOf(opened, state, effects) : declaredShares(opened, act),
      ...(ending && course ? { ends: namedIn(definition.endings, ending.ending, language) } : {}),
      ...(ending?.continues && course ? { continues: ending.continues.protocol } : {}),
    },
  };
}

/** The rest of what changes. Facts and clocks tell why a run stands still, so only its lead is shown them. */
function changesOf(
  opened: OpenRun,
  state: RunState,
  effects: readonly Effect[],
): Pick<Foreseen, 'clears' | 'sets' | 'pauses' | 'tells'> {
  const { definition, run, language, context } = opened;
  if (!mayShow(opened, 'foreseen.facts')) return { clears: [], sets: [], pauses: [], tells: [] };
  const facts = definition.facts.map(({ id }) => id);
  const named = (ids: readonly string[]) =>
    ids.map((id) => namedIn(definition.facts, id, language));
  const tells = effects.flatMap((effect) => {
    if (effect.type !== 'notice') return [];
    const told = effect.institution ?? bindingIn(state, definition.lead, effect.role).institution;
    return [institutionIn(context.door.directory, told, language).title];
  });
  return {
    clears: named(facts.filter((id) => run.state.facts[id] && !state.facts[id])),
    sets: named(facts.filter((id) => !run.state.facts[id] && state.facts[id])),
    pauses: effects.flatMap((effect) =>
      effect.type === 'clock-moved' && effect.paused
        ? [namedIn(definition.steps, effect.step, language)]
        : [],
    ),
    tells: [...new Set(tells)],
  };
}

function isMine({ definition, access }: OpenRun, state: RunState, id: string): boolean {
  const step = definition.steps.find((candidate) => candidate.id === id)!;
  return signers(step).some(
    (role) => holderIn(state, definition.lead, id, role).institution === access.institution,
  );
}

function missingSignatures({ definition, language }: OpenRun, id: string, state: RunState) {
  const open = state.steps[id]?.open;
  const step = definition.steps.find((candidate) => candidate.id === id);
  if (!open?.signatures || !step) return [];
  return signers(step)
    .filter((role) => !hasSigned(step, open, role))
    .map((role) => namedIn(definition.roles, role, language));
}

function opensOf(
  opened: OpenRun,
  state: RunState,
  effects: readonly Effect[],
  at: number,
): Foreseen['opens'] {
  const { definition, access, language, context } = opened;
  return effects.flatMap((effect) => {
    if (effect.type !== 'step-opened') return [];
    const title = namedIn(definition.steps, effect.step, language).title;
    return effect.roles.flatMap((role) => {
      const holder = holderIn(state, definition.lead, effect.step, role);
      const mine = holder.institution === access.institution;
      if (!mayShow(opened, 'foreseen.steps', mine)) return [];
      const { dueAt } = effect;
      const running = { openedAt: at, paused: false, ...(dueAt === undefined ? {} : { dueAt }) };
      return [
        {
          step: effect.step,
          title,
          institution: institutionIn(context.door.directory, holder.institution, language).title,
          mine,
          due: dueView(running, at, holder, language),
        },
      ];
    });
  });
}

function sharesOf(
  { definition, language, context }: OpenRun,
  state: RunState,
  effects: readonly Effect[],
): ForeseenShare[] {
  return effects.flatMap((effect) => {
    if (effect.type !== 'share-released') return [];
    const { institution } = bindingIn(state, definition.lead, effect.to);
    const id = effect.share.slice(effect.share.indexOf(':') + 1);
    const step = definition.steps.find((candidate) => candidate.id === effect.step);
    const declared = step?.shares?.find((share) => share.id === id);
    return [
      {
        to: institutionIn(context.door.directory, institution, language).title,
        categories: effect.categories,
        purpose: declared ? say(declared.purpose, language) : '',
      },
    ];
  });
}

/** Whether one of them is held back now is nothing the receiving side may conclude from this. */
function declaredShares({ definition, language }: OpenRun, act: UndatedAct): ForeseenShare[] {
  if (act.type !== 'step-completed') return [];
  const step = definition.steps.find((candidate) => candidate.id === act.step);
  return (step?.shares ?? [])
    .filter(({ on }) => !on || on.includes(act.outcome))
    .map(({ to, categories, purpose }) => ({
      to: namedIn(definition.roles, to, language).title,
      categories,
      purpose: say(purpose, language),
    }));
}

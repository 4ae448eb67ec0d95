import type { Role } from '../../language/definition.js';
import type { Field } from '../../language/form.js';
import type { Step, StepKind } from '../../language/step.js';
import { ARRIVED } from '../model.js';
import type { Move } from '../moves.js';
import type { PhraseCode } from '../phrases.js';
import { refute } from '../prove.js';
import { type Scope, type Shown, shortestWay } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { STOPS } from '../vocabulary.js';
import { nameFact, nameOutcome, nameStep, t } from '../words.js';
import { isDeparture } from './gates.js';

/** Who may make a safeguard fact hold, and how. */
export interface Setter {
  readonly fact: string;
  /** The outcomes that may set it, by id; `x-*` means every id that begins with `x-`. */
  readonly outcomes: readonly string[];
  /** At least one signer is of each of these kinds. */
  readonly kinds?: readonly string[];
  /** At least one signer is of one of these kinds. */
  readonly anyKind?: readonly string[];
  /** No signer is of one of these kinds. */
  readonly never?: readonly string[];
  readonly side?: 'sending' | 'receiving';
  readonly stepKinds?: readonly StepKind[];
  /** The step need not be marked as a safeguard. */
  readonly plain?: true;
  /** Silence may set it. */
  readonly silence?: true;
  /** It may hold from the start. */
  readonly initially?: true;
  /** The answer needs a required field: the reasons of this person's case. `words` cannot be given with a tick. */
  readonly reasons?: true | 'words';
  /** The answer needs a text whose question's id ends so: somebody's name. */
  readonly named?: string;
  /**
   * An answer that denies it where it is decided leaves no earlier one standing. With `refusals` only answers that may be
   * given while something is missing are meant, as results that refuse are; with `or-stopped` it may close every departure
   * instead.
   */
  readonly renewed?: true | 'refusals' | 'or-stopped';
  /** Facts the step itself must require. */
  readonly after?: readonly string[];
}

/**
 * Proves that a fact only ever comes of a named person's answer in this person's own run, of the right step by the
 * right institution.
 *
 * Why that follows: facts of a run change only by outcomes and events of its definition, by `initially` and by expiry
 * (`setFact` has no other caller). Each of these is looked at: events, `initially` and silence are refused, so what
 * remains is an outcome that `completeStep` accepted, which names role and person. Several signers must agree on it
 * unless it stands `alone` or is interim (`keepsOpen`), which are refused here as well. One signer must be of the kind
 * and of the side, not one of each; and of a role that is never vacant, for a vacant one the lead answers.
 */
export function requireSetter(scope: Scope, setter: Setter): void {
  const { model } = scope;
  const { fact } = setter;
  if (!model.facts.has(fact)) return;
  const holdsAtFirst = model.definition.facts.some(({ id, initially }) => id === fact && initially);
  if (holdsAtFirst && !setter.initially) report(scope, setter, 'set-initially', `facts/${fact}`);
  for (const move of model.setters(fact)) {
    const code = wrongWith(scope, setter, move);
    if (code) report(scope, setter, code, move.where, move);
  }
  for (const move of setter.renewed ? denying(scope, fact) : []) {
    if (setter.renewed === 'refusals' && !move.outcome?.despiteMissing) continue;
    if (setter.renewed === 'or-stopped' && stopsEverybody(scope, move)) continue;
    const shown = standing(scope, fact, move);
    if (shown) report(scope, setter, 'set-and-stands', `${move.where}/clears`, move, shown);
  }
}

/**
 * Answers that deny the fact where it is decided and may leave an earlier one standing: the step neither takes it away,
 * when it opens or with the answer, nor opens only without it.
 */
function denying({ model }: Scope, fact: string): readonly Move[] {
  const deciding = new Set(model.setters(fact).flatMap(({ step }) => step ?? []));
  return model.moves.filter(({ step, outcome, kind, over, sets, clears }) => {
    if (!step || !outcome || !deciding.has(step) || kind !== 'answered') return false;
    if (over || outcome.keepsOpen || sets.includes(fact) || clears.includes(fact)) return false;
    const isTaken = step.clearsAtOpening?.includes(fact) ?? false;
    return !isTaken && judge(step.when, knowing({ [fact]: true })) !== false;
  });
}

/** Whether an answer puts up a stop that every departure requires to be lifted; two people lift it (INV-P8). */
function stopsEverybody({ model }: Scope, { clears }: Move): boolean {
  return model
    .having('departs')
    .every(({ requires }) =>
      STOPS.some((stop) => requires?.includes(stop) && clears.includes(stop)),
    );
}

/** A way on which a fact holds at the moment it is denied. */
function standing({ model }: Scope, fact: string, denial: Move): Shown | undefined {
  for (const { given, reach } of model.starts) {
    const found = refute(model, {
      tracked: [fact, `open:${denial.step!.id}`],
      start: given,
      moves: reach.moves,
      watches: (move) => move === denial,
      bad: (move, before) => move === denial && before.holds(fact) === true,
    });
    if (found) return found;
  }
  return undefined;
}

function wrongWith(scope: Scope, setter: Setter, move: Move): PhraseCode | undefined {
  const { step, outcome } = move;
  if (!step || !outcome) return 'set-by-event';
  if (move.kind === 'silence' && !setter.silence) return 'set-by-silence';
  if (!setter.plain && !step.safeguard) return 'set-unguarded';
  if (!setter.outcomes.some((id) => fits(id, outcome.id))) return 'set-by-outcome';
  if (outcome.despiteMissing) return 'set-escaped';
  const signers = scope.model.roles(step);
  if ((outcome.alone || outcome.keepsOpen) && signers.length > 1) return 'set-alone';
  if (!mayDecide(setter, signers)) return 'set-by-kind';
  if (!mayDecide(setter, standingIn(scope, signers))) return 'set-by-stand-in';
  if (setter.stepKinds && !setter.stepKinds.includes(step.kind)) return 'set-by-step-kind';
  const isReason = setter.reasons === 'words' ? isInWords : () => true;
  if (setter.reasons && !asksFor(step, outcome.id, isReason)) return 'set-without-reasons';
  if (setter.named && !asksFor(step, outcome.id, isNamed(setter.named))) return 'set-unnamed';
  if ((setter.after ?? []).some((before) => !step.requires?.includes(before)))
    return 'set-too-early';
  return undefined;
}

/** Whether these signers, all of them, are who may make the fact hold. */
function mayDecide(
  { kinds = [], anyKind, never = [], side }: Setter,
  signers: readonly Role[],
): boolean {
  const isHere = (role: Role) => !side || role.side === side || role.side === 'either';
  const has = (kind: string) => signers.some((role) => role.kind === kind && isHere(role));
  return (
    signers.every(({ kind }) => !never.includes(kind)) &&
    kinds.every(has) &&
    (!anyKind || anyKind.some(has)) &&
    signers.some(isHere)
  );
}

/** Who signs where every role that may stay empty does: the lead, once. */
export function standingIn({ model }: Scope, signers: readonly Role[]): readonly Role[] {
  const lead = model.role(model.definition.lead);
  return [...new Set(signers.map((role) => (role.optional && lead ? lead : role)))];
}

/** Whether a question is answered in words, which no tick can be. */
export function isInWords({ type }: Field): boolean {
  return type === 'text' || type === 'long-text';
}

function fits(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}

/** Whether the form cannot be handed in with this outcome without answering something, or something of a kind. */
export function asksFor(
  { form }: Pick<Step, 'form'>,
  outcome: string,
  of: (field: Field) => boolean = () => true,
): boolean {
  return (form ?? []).some(
    (field) =>
      of(field) &&
      (field.required === true ||
        (Array.isArray(field.required) && field.required.includes(outcome))),
  );
}

function isNamed(ending: string) {
  return ({ id, type }: Field) => type === 'text' && id.endsWith(ending);
}

function report(
  scope: Scope,
  setter: Setter,
  code: PhraseCode,
  where: string,
  move?: Move,
  shown: Shown | undefined = wayThrough(scope, setter.fact, move),
): void {
  const { model } = scope;
  const { fact } = setter;
  const step = move?.step;
  scope.report(
    code,
    where,
    {
      fact: nameFact(model, fact),
      step: step ? nameStep(model, step.id) : '',
      outcome: step && move.outcome ? nameOutcome(model, step.id, move.outcome.id) : '',
      roles: step
        ? model
            .roles(step)
            .map(({ id, kind }) => `${id} (${kind})`)
            .join(', ')
        : '',
      who: whoMay(setter),
      outcomes: setter.outcomes.join(', '),
      kinds: (setter.stepKinds ?? []).join(', '),
      after: (setter.after ?? []).join(', '),
      named: setter.named ?? '',
    },
    shown,
  );
}

function whoMay({ kinds = [], anyKind = [], never = [], side }: Setter) {
  const parts = (and: string, or: string, not: string, from: string) =>
    [
      ...(kinds.length > 0 ? [kinds.join(` ${and} `)] : []),
      ...(anyKind.length > 0 ? [anyKind.join(` ${or} `)] : []),
      ...(never.length > 0 ? [`${not} ${never.join(', ')}`] : []),
      ...(side ? [`${from} ${side}`] : []),
    ].join('; ');
  return t(parts('y', 'o', 'nunca', 'lado'), parts('and', 'or', 'never', 'side'));
}

/** A departure that rests on the fact as this move set it. */
function wayThrough(scope: Scope, fact: string, by: Move | undefined): Shown | undefined {
  const { model } = scope;
  return shortestWay(
    model,
    [fact],
    (move, holds, memory) =>
      holds(fact) && memory === 1 && (isDeparture(scope, move) || usesAfterArrival(move, fact)),
    (memory, move, holds) => {
      if (!holds(fact)) return 0;
      if (by === undefined) return move === undefined ? 1 : memory;
      return move === by ? 1 : move?.sets.includes(fact) ? 0 : memory;
    },
  );
}

/** Facts that matter only once the person was received are shown by a step that needs them. */
function usesAfterArrival(move: Move, fact: string): boolean {
  return (
    move.kind === 'answered' &&
    move.needs.includes(fact) &&
    ARRIVED.some((arrived) => move.needs.includes(arrived))
  );
}

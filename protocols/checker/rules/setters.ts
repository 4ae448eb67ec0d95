import type { Step, StepKind } from '../../language/step.js';
import { ARRIVED } from '../model.js';
import type { Move } from '../moves.js';
import type { PhraseCode } from '../phrases.js';
import { type Scope, type Shown, shortestWay } from '../scope.js';
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
  /** The answer needs a required field: the reasons of this person's case. */
  readonly reasons?: true;
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
 * unless it stands `alone`, which is refused here as well.
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
}

function wrongWith(scope: Scope, setter: Setter, move: Move): PhraseCode | undefined {
  const { step, outcome } = move;
  if (!step || !outcome) return 'set-by-event';
  if (move.kind === 'silence' && !setter.silence) return 'set-by-silence';
  if (!setter.plain && !step.safeguard) return 'set-unguarded';
  if (!setter.outcomes.some((id) => fits(id, outcome.id))) return 'set-by-outcome';
  if (outcome.despiteMissing) return 'set-escaped';
  const signers = scope.model.roles(step);
  if (outcome.alone && signers.length > 1) return 'set-alone';
  const kinds = signers.map(({ kind }) => kind);
  if (kinds.some((kind) => setter.never?.includes(kind))) return 'set-by-kind';
  if (!(setter.kinds ?? []).every((kind) => kinds.includes(kind))) return 'set-by-kind';
  if (setter.anyKind && !kinds.some((kind) => setter.anyKind?.includes(kind))) return 'set-by-kind';
  if (setter.side && !signers.some(({ side }) => side === setter.side || side === 'either'))
    return 'set-by-kind';
  if (setter.stepKinds && !setter.stepKinds.includes(step.kind)) return 'set-by-step-kind';
  if (setter.reasons && !asksFor(step, outcome.id)) return 'set-without-reasons';
  if ((setter.after ?? []).some((before) => !step.requires?.includes(before)))
    return 'set-too-early';
  return undefined;
}

function fits(pattern: string, id: string): boolean {
  return pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}

/** Whether the form cannot be handed in with this outcome without answering something. */
export function asksFor({ form }: Pick<Step, 'form'>, outcome: string): boolean {
  return (form ?? []).some(
    ({ required }) => required === true || (Array.isArray(required) && required.includes(outcome)),
  );
}

function report(scope: Scope, setter: Setter, code: PhraseCode, where: string, move?: Move): void {
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
    },
    wayThrough(scope, fact, move),
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

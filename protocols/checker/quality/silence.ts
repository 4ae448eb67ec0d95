import type { Condition } from '../../language/condition.js';
import { withheldWhile } from '../../language/consent.js';
import { onwardOf } from '../../language/step.js';
import type { Quality } from '../invariant.js';
import { ARRIVED } from '../model.js';
import type { Move } from '../moves.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { regimeOf } from '../vocabulary.js';
import { nameFact, nameOutcome, nameStep, t } from '../words.js';

/** Silence sets no fact that lets data out: a fact by whose absence a share is held back. */
export const silenceAsConsent: Quality = {
  id: 'SILENCE-CONSENT',
  must: t('El silencio nunca vale como consentimiento.', 'Silence never counts as consent.'),
  check(scope) {
    const { model, report } = scope;
    const holding = new Set(
      model.definition.steps.flatMap((step) =>
        (step.shares ?? []).flatMap((share) => {
          const withheld = withheldWhile(model.definition, share);
          return withheld ? missingIn(withheld) : [];
        }),
      ),
    );
    for (const move of silences(scope)) {
      for (const fact of move.sets) {
        if (!holding.has(fact)) continue;
        report('silence-consents', `${move.where}/sets`, {
          ...nameMove(scope, move),
          fact: nameFact(model, fact),
        });
      }
    }
  },
};

/** The facts a condition asks to be missing. */
function missingIn(condition: Condition, missing = false): string[] {
  if (typeof condition === 'string') return missing ? [condition] : [];
  if ('attribute' in condition) return [];
  if ('not' in condition) return missingIn(condition.not, !missing);
  const parts = 'all' in condition ? condition.all : condition.any;
  return parts.flatMap((part) => missingIn(part, missing));
}

/**
 * Before the person was received, silence that counts as "no objection" or acceptance (L4, L5) ends no run and moves
 * none elsewhere, and silence of any kind moves none to a procedure of removal.
 */
export const silenceAsRefusal: Quality = {
  id: 'SILENCE-REFUSAL',
  must: t('El silencio nunca niega un derecho.', 'Silence never refuses a right.'),
  check(scope) {
    const { context, report } = scope;
    for (const move of silences(scope)) {
      const { step, outcome, over } = move;
      if (!over || !step || !outcome) continue;
      const toRemoval = onwardOf(outcome).some(
        ({ protocol: on }) => regimeOf(on, context) === 'removal',
      );
      const lenient = step.deadline?.silence === 'L4' || step.deadline?.silence === 'L5';
      if (!toRemoval && (!lenient || isAfterwards(move))) continue;
      report('silence-refuses', move.where, nameMove(scope, move));
    }
  },
};

function isAfterwards({ step, needs }: Move): boolean {
  const before = knowing({ received: false, returned: false });
  return ARRIVED.some((fact) => needs.includes(fact)) || judge(step!.when, before) === false;
}

function silences({ model }: Scope): readonly Move[] {
  return model.moves.filter((move) => move.kind === 'silence');
}

function nameMove({ model }: Scope, { step, outcome }: Move) {
  return {
    step: nameStep(model, step!.id),
    outcome: nameOutcome(model, step!.id, outcome!.id),
  };
}

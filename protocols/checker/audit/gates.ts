import type { Outcome, Step, StepEffect } from '../../language/step.js';
import type { Demands } from '../demands.js';
import { positiveOutcomes } from '../model.js';
import { list, nameFact, nameStep, t } from '../words.js';
import { closedBy } from './closing.js';
import type { Moment } from './moment.js';

const GATED: readonly StepEffect[] = [
  'departs',
  'hands-over',
  'discloses-identity',
  'issues-document',
];

/** Whether the outcome is a departure, a handover, a disclosure or a document. */
export function isGatePassed(step: Step, outcome: Outcome): boolean {
  return GATED.some(
    (effect) => step.effects?.includes(effect) && positiveOutcomes(step, effect).includes(outcome),
  );
}

/**
 * Every fact that the step requires, and every one a safeguard of the regime demands, held just before the answer that
 * passed the gate; validity counts to its instant.
 */
export function auditGates(moment: Moment, demands: Demands): void {
  const { model, entry, before, report } = moment;
  for (const { step, outcome } of closedBy(moment)) {
    if (!isGatePassed(step, outcome)) continue;
    const demanded = demands.get(step.id) ?? new Map<string, readonly string[]>();
    const holds = (fact: string) => {
      const known = before?.facts[fact];
      return known !== undefined && (known.until === undefined || known.until > entry.act.at);
    };
    const missing = [...new Set([...demanded.keys(), ...(step.requires ?? [])])].filter(
      (fact) => !holds(fact),
    );
    if (missing.length === 0) continue;
    const invariants = new Set(missing.flatMap((fact) => demanded.get(fact) ?? ['INV-A17']));
    const name = nameStep(model, step.id);
    const facts = list(missing.map((fact) => nameFact(model, fact)));
    for (const invariant of invariants) {
      report(
        invariant,
        t(`${name.es} se cumplió sin ${facts.es}.`, `${name.en} was done without ${facts.en}.`),
      );
    }
  }
}

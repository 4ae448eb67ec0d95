import { onwardOf } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { READINESS, regimeOf } from '../vocabulary.js';
import { list, nameEvent, nameFact, nameStep, t } from '../words.js';

/**
 * Read off: every outcome and event that continues under another protocol clears each fact that readies a departure. A
 * run begins with the facts that hold `initially`, none of which is among these, so what was ready here is not ready
 * there. What stands against a departure is carried as far as both protocols know it, so none may go on under one that
 * moves nobody: from there a third would begin as if nothing stood against it.
 */
export const invA16: Invariant = {
  id: 'INV-A16',
  regimes: MOVING,
  must: t(
    'El paso a otro protocolo deja sin efecto todo lo que preparaba la salida; solo se conserva lo averiguado.',
    'Going on under another protocol clears everything that readied a departure; only what was found out is kept.',
  ),
  source: 'product rule',
  check({ model, report, context }) {
    const facts = READINESS.filter((fact) => model.facts.has(fact));
    for (const { clears, where, step, outcome, event } of model.moves) {
      const targets = onwardOf(outcome ?? event ?? {});
      const [on] = targets;
      if (!on) continue;
      const by = event ? nameEvent(model, event.id) : nameStep(model, step!.id);
      const kept = facts.filter((fact) => !clears.includes(fact));
      if (kept.length > 0) {
        const fillers = {
          by,
          protocol: on.protocol,
          facts: list(kept.map((fact) => nameFact(model, fact))),
          ids: kept.join(', '),
        };
        report('transfer-keeps', `${where}/clears`, fillers);
      }
      for (const { protocol } of targets) {
        if (regimeOf(protocol, context) === 'no-return') {
          report('transfer-forgets', `${where}/continues`, { by, protocol });
        }
        if (!context.others || context.others.some(({ id }) => id === protocol)) continue;
        report('transfer-nowhere', `${where}/continues`, { by, protocol });
      }
    }
    for (const { id, initially } of model.definition.facts) {
      if (initially && READINESS.includes(id)) {
        report('set-initially', `facts/${id}`, { fact: nameFact(model, id) });
      }
    }
  },
};

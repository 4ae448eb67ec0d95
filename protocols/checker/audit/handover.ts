import { signers } from '../../language/step.js';
import { positiveOutcomes } from '../model.js';
import { escortsOf } from '../rules/escorts.js';
import { isAtBorder } from '../rules/gates.js';
import { nameStep, t } from '../words.js';
import { closedBy } from './closing.js';
import type { Moment } from './moment.js';

/** Every role and whoever escorts signed the handover, and institutions of two States are among those who did. */
export function auditHandover(moment: Moment): void {
  const { model, past, before, report } = moment;
  for (const { step, outcome } of closedBy(moment)) {
    if (!step.effects?.includes('hands-over') || !isAtBorder(step)) continue;
    if (!positiveOutcomes(step, 'hands-over').includes(outcome)) continue;
    const opening = before?.steps[step.id]?.open?.opening;
    const signed = new Set(
      past.flatMap(({ act }) =>
        act.type === 'step-completed' &&
        act.step === step.id &&
        act.opening === opening &&
        act.outcome === outcome.id
          ? [act.role]
          : [],
      ),
    );
    const name = nameStep(model, step.id);
    const needed = new Set([...signers(step), ...escortsOf(model).map(({ id }) => id)]);
    const absent = [...needed].filter((role) => !signed.has(role));
    if (absent.length > 0) {
      report(
        'INV-A10',
        t(
          `En ${name.es} no firmó ${absent.join(', ')}.`,
          `${absent.join(', ')} did not sign ${name.en}.`,
        ),
      );
    }
    const countries = new Set([...signed].flatMap((role) => before?.bindings[role]?.country ?? []));
    if (countries.size < 2) {
      report(
        'INV-A10',
        t(
          `En ${name.es} firmaron instituciones de un solo Estado.`,
          `Institutions of one State only signed ${name.en}.`,
        ),
      );
    }
  }
}

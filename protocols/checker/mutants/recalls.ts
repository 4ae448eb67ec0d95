import type { Definition } from '../../language/definition.js';
import type { Step } from '../../language/step.js';
import { editStep, guarded, NEVER, names, replaced, without } from './edit.js';
import type { Operator } from './mutant.js';
import { OWED_BACK } from './rows.js';

const expects = ['INV-P6'];

/** The recalls a regime cannot do without, with the events that must call for each. */
function owed(
  definition: Definition,
): { readonly step: Step; readonly events: readonly string[] }[] {
  const rows = OWED_BACK[definition.regime] ?? [];
  return definition.steps.flatMap((step) => {
    const mine = rows.filter(({ roles }) => step.recalls && roles.includes(String(step.by)));
    return mine.length > 0 ? [{ step, events: mine.flatMap(({ events }) => events) }] : [];
  });
}

const dropRecall: Operator = {
  id: 'drop-recall',
  says: 'a body that was sent data is never asked to give it up',
  *breaks(definition) {
    for (const { step } of owed(definition)) {
      const steps = definition.steps.filter((one) => one !== step);
      yield { at: step.id, expects, definition: { ...definition, steps } };
    }
  },
};

const narrowRecall: Operator = {
  id: 'narrow-recall',
  says: 'a recall leaves out data, a step that sent some, or a cause',
  *breaks(definition) {
    for (const { step, events } of owed(definition)) {
      const { recalls, by, id } = step;
      const sending = definition.steps.filter(
        (one) =>
          (recalls!.from?.includes(one.id) ?? true) && one.shares?.some(({ to }) => to === by),
      );
      const first = sending[0]!.shares!.find(({ to }) => to === by)!.categories[0]!;
      const less = definition.steps
        .flatMap(({ shares }) => shares ?? [])
        .filter(({ to }) => to === by)
        .flatMap(({ categories }) => categories)
        .filter((one) => one !== first);
      if (less.length > 0) {
        yield {
          at: `${id}/${first}`,
          expects,
          definition: editStep(definition, id, (of) => ({
            ...of,
            recalls: { ...recalls, categories: [...new Set(less)] },
          })),
        };
      }
      const others = sending.slice(1).map((one) => one.id);
      if (others.length > 0) {
        yield {
          at: `${id}/${sending[0]!.id}`,
          expects,
          definition: editStep(definition, id, (of) => ({
            ...of,
            recalls: { ...recalls, from: others },
          })),
        };
      }
      for (const event of events) {
        const atom = `event:${event}` as const;
        if (!names(step.when, atom)) continue;
        yield {
          at: `${id}/${event}`,
          expects,
          definition: editStep(definition, id, (of) => ({
            ...of,
            when: replaced(of.when, atom, NEVER),
          })),
        };
      }
      yield {
        at: `${id}/sometimes`,
        expects,
        definition: guarded(definition, id, 'noRemedyPending'),
      };
    }
  },
};

const recallBySilence: Operator = {
  id: 'recall-by-silence',
  says: 'silence answers a recall, or nobody presses for an answer',
  *breaks(definition) {
    for (const { recalls, id, outcomes, deadline } of definition.steps) {
      if (!recalls || !deadline) continue;
      for (const { id: lapse } of outcomes) {
        for (const silence of ['L3', 'L4'] as const) {
          yield {
            at: `${id}:${lapse}/${silence}`,
            expects,
            definition: editStep(definition, id, (of) => ({
              ...of,
              deadline: { ...of.deadline!, silence, lapse },
            })),
          };
        }
      }
      yield {
        at: `${id}/L0`,
        expects,
        definition: editStep(definition, id, (of) => ({
          ...of,
          deadline: { ...of.deadline!, silence: 'L0' },
        })),
      };
    }
  },
};

const barRecall: Operator = {
  id: 'bar-recall',
  says: 'a recall does not always open, is not always pressed for, or keeps data without a reason',
  *breaks(definition) {
    for (const step of definition.steps) {
      if (!step.recalls) continue;
      const { id } = step;
      const ways: [string, string, Step][] = [
        ['limit', 'recall-part', { ...step, limit: 1 }],
        ['requires', 'recall-part', { ...step, requires: ['noRemedyPending'] }],
        ['deadline', 'deadline-missing', without(step, 'deadline')],
        ['form', 'recall-kept-why', without(step, 'form')],
      ];
      for (const [way, code, changed] of ways) {
        const broken = editStep(definition, id, () => changed);
        yield { at: `${id}/${way}`, expects: [code, 'INV-A13'], definition: broken };
      }
    }
  },
};

export const recalls: readonly Operator[] = [dropRecall, narrowRecall, recallBySilence, barRecall];

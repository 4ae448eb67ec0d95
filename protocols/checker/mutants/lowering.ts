import type { Definition } from '../../language/definition.js';
import { type Outcome, type Step, signings, takesTwo } from '../../language/step.js';
import { createModel } from '../model.js';
import { lowering as lowers } from '../rules/lowering.js';
import { editOutcome, editStep, without } from './edit.js';
import type { Operator } from './mutant.js';

function* lowered(definition: Definition): Generator<{ step: Step; outcome: Outcome }> {
  for (const step of definition.steps) {
    for (const outcome of step.outcomes) if (outcome.lowers) yield { step, outcome };
  }
}

/** One person alone takes protection away. */
const loneLowering: Operator = {
  id: 'lone-lowering',
  says: 'one person alone makes a child an adult, takes a flag away or reopens a return',
  *breaks(definition) {
    for (const { step, outcome } of lowered(definition)) {
      const seconded = (step.secondPerson ?? []).filter((id) => id !== outcome.id);
      const alone = editStep(definition, step.id, (of) => ({
        ...without(of, 'secondPerson'),
        ...(seconded.length > 0 ? { secondPerson: seconded } : {}),
        // Where several institutions sign, one of them is left to say it.
        outcomes: of.outcomes.map((one) =>
          one.id === outcome.id && signings(step, outcome.id).length > 1 && Array.isArray(of.by)
            ? { ...one, alone: true as const }
            : one,
        ),
      }));
      yield { at: `${step.id}/${outcome.id}`, expects: ['INV-P8'], definition: alone };
    }
  },
};

/** Nobody at all takes protection away: time passes. */
const silentLowering: Operator = {
  id: 'silent-lowering',
  says: 'silence makes a child an adult, takes a flag away or reopens a return',
  *breaks(definition) {
    for (const { step, outcome } of lowered(definition)) {
      const { deadline } = step;
      if (!deadline) continue;
      yield {
        at: `${step.id}/${outcome.id}`,
        expects: ['INV-P8', 'INV-A6', 'INV-A7', 'yes-by-silence'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          deadline: { ...deadline, silence: 'L3', lapse: outcome.id },
        })),
      };
    }
  },
};

/** Two people do it, and nobody hears of it. */
const untoldLowering: Operator = {
  id: 'untold-lowering',
  says: 'protection is taken away and nobody is told',
  *breaks(definition) {
    const model = createModel(definition);
    for (const move of model.moves) {
      const { step, outcome, kind } = move;
      if (!step || !outcome?.lowers || kind !== 'answered') continue;
      if (!lowers(model, {}, move)?.isTold) continue;
      yield {
        at: `${step.id}/${outcome.id}`,
        expects: ['INV-P8'],
        definition: editOutcome(definition, step.id, outcome.id, (of) => without(of, 'lowers')),
      };
    }
  },
};

/** A report that anybody may give does what two people must. */
const loweredByReport: Operator = {
  id: 'lowered-by-report',
  says: 'a report makes a child an adult, takes a flag away or reopens a return',
  *breaks(definition) {
    const model = createModel(definition);
    const done = new Set<string>();
    for (const move of model.moves) {
      const { step, outcome } = move;
      if (!step || !outcome || !takesTwo(step, outcome.id) || !lowers(model, {}, move)) continue;
      const { sets, assigns, continues } = outcome;
      const does = { sets, assigns, continues };
      const event = definition.events.find(({ id }) => id === 'appeal-filed');
      const key = JSON.stringify(does);
      if (!event || done.has(key)) continue;
      done.add(key);
      const clears = [...new Set([...(event.clears ?? []), ...(outcome.clears ?? [])])].filter(
        (fact) => !(sets ?? []).some((one) => (typeof one === 'string' ? one : one.fact) === fact),
      );
      yield {
        at: `${event.id}/${step.id}/${outcome.id}`,
        expects: ['INV-P8'],
        definition: {
          ...definition,
          events: definition.events.map((one) =>
            one.id === event.id
              ? {
                  ...one,
                  clears,
                  ...(sets ? { sets } : {}),
                  ...(assigns ? { assigns } : {}),
                  ...(continues ? { continues } : {}),
                }
              : one,
          ),
        },
      };
    }
  },
};

export const lowering: readonly Operator[] = [
  loneLowering,
  silentLowering,
  untoldLowering,
  loweredByReport,
];

import type { Length } from '../../language/deadline.js';
import type { Definition } from '../../language/definition.js';
import type { Setting } from '../../language/step.js';
import { editStep, editSteps, factOf, NEVER, names, replaced } from './edit.js';
import type { Operator } from './mutant.js';
import { VALIDITIES } from './rows.js';

function editSettings(definition: Definition, fact: string, change: (of: Setting) => Setting) {
  return editSteps(definition, (step) => ({
    ...step,
    outcomes: step.outcomes.map((outcome) =>
      outcome.sets?.some((one) => factOf(one) === fact)
        ? {
            ...outcome,
            sets: outcome.sets.map((one) => (factOf(one) === fact ? change(one) : one)),
          }
        : outcome,
    ),
  }));
}

/** A finding about a person is good for longer than it can be trusted. */
const longerValidity: Operator = {
  id: 'longer-validity',
  says: 'a fact is good for longer than it may be',
  *breaks(definition) {
    for (const { fact, regimes, longest, invariants } of VALIDITIES) {
      if (!regimes.includes(definition.regime)) continue;
      const { length, unit } = longest;
      const lengths: Length[] = [
        { length: length + 1, unit },
        { length: length * 2, unit },
        { length: length * 10, unit },
        { length, unit: unit === 'hours' ? 'calendar-days' : 'months' },
        { length, unit: unit === 'hours' ? 'working-days' : 'working-days' },
      ];
      for (const validFor of lengths) {
        yield {
          at: `${fact}/${validFor.length}-${validFor.unit}`,
          expects: invariants,
          definition: editSettings(definition, fact, () => ({ fact, validFor })),
        };
      }
      yield {
        at: `${fact}/for-ever`,
        expects: invariants,
        // What waited for the fact to run out waits for ever.
        definition: editSteps(
          editSettings(definition, fact, () => fact),
          (step) => ({ ...step, when: replaced(step.when, `expired:${fact}`, NEVER) }),
        ),
      };
    }
  },
};

/** Visits to a child, by the steps they are in. */
const VISITS = ['follow-up-visit', 'child-follow-up'];

/** A child is left alone before half a year is over. */
const shorterVisits: Operator = {
  id: 'shorter-visits',
  says: 'the last visit to a child is less than six months after the return',
  *breaks(definition) {
    if (definition.regime === 'removal') return;
    for (const { id, series } of definition.steps.filter((step) => VISITS.includes(step.id))) {
      // Adults in voluntary returns are visited too; the rule is about children.
      if (definition.regime === 'voluntary' && id !== 'child-follow-up') continue;
      if (!series) continue;
      for (const at of [
        [{ length: 1, unit: 'months' }],
        [
          { length: 1, unit: 'months' },
          { length: 3, unit: 'months' },
        ],
        [{ length: 150, unit: 'calendar-days' }],
      ] as Length[][]) {
        yield {
          at: `${id}/${at.map(({ length, unit }) => `${length}-${unit}`).join('+')}`,
          expects: ['INV-C9'],
          definition: editSteps(definition, (of) => {
            // Scores at six months would otherwise still hold the closure up.
            const isScore = of.id === 'sustainability-score' && of.series;
            if (of.id !== id && !isScore) return of;
            return { ...of, series: { ...of.series!, at } };
          }),
        };
      }
    }
  },
};

/** The run of a child is closed without waiting for the last visit. */
const earlyClosure: Operator = {
  id: 'early-closure',
  says: 'a run is closed before the last visit to a child',
  *breaks(definition) {
    if (definition.regime === 'removal') return;
    const visits = definition.regime === 'voluntary' ? ['child-follow-up'] : ['follow-up-visit'];
    for (const id of visits) {
      const waiting = definition.steps.filter(
        (step) => step.effects?.includes('closes') && names(step.when, `finished:${id}`),
      );
      for (const step of waiting) {
        let { when } = step;
        for (const atom of [`finished:${id}`, 'finished:sustainability-score'] as const) {
          when = replaced(when, atom, 'start');
        }
        yield {
          at: `${step.id}/without-visits`,
          expects: ['INV-C9'],
          definition: editStep(definition, step.id, (of) => ({
            ...of,
            when: { any: [{ all: [when, 'start'] }, 'reintegration-plan:agreed'] },
          })),
        };
      }
      const ending = definition.endings.find((one) => one.id.startsWith('closed-done'))!;
      for (const name of ['fine', 'risk']) {
        yield {
          at: `${id}:${name}/ends`,
          expects: ['INV-C9'],
          definition: editStep(definition, id, (of) => ({
            ...of,
            outcomes: of.outcomes.map((outcome) =>
              outcome.id === name ? { ...outcome, ends: ending.id } : outcome,
            ),
          })),
        };
      }
    }
  },
};

export const time: readonly Operator[] = [longerValidity, shorterVisits, earlyClosure];

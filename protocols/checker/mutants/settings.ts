import type { Definition } from '../../language/definition.js';
import { type Step, signers } from '../../language/step.js';
import {
  editEvent,
  editOutcome,
  editStep,
  editSteps,
  factOf,
  notSetting,
  setting,
} from './edit.js';
import type { Operator } from './mutant.js';
import { departureFacts, invariantsOf } from './rows.js';
import { settersOf } from './silence.js';

/** Steps a fact is moved to, at most: enough to meet every stage, few enough to be played in a test. */
const PLACES = 6;

/** Facts that only the answers of safeguards set, and that do not hold from the start. */
function decidedFacts(definition: Definition): string[] {
  return departureFacts(definition).filter((fact) => {
    const setters = settersOf(definition, fact);
    const isInitial = definition.facts.some(({ id, initially }) => id === fact && initially);
    return !isInitial && setters.length > 0 && setters.every(({ step }) => step.safeguard);
  });
}

/** Entries spread over a list, always the same ones, other ones for another shift. */
function spread<T>(entries: readonly T[], count: number, shift: number): T[] {
  if (entries.length <= count) return [...entries];
  const stride = entries.length / count;
  return Array.from({ length: count }, (_, index) => {
    return entries[(Math.floor(index * stride) + shift) % entries.length]!;
  });
}

function ends(does: { readonly ends?: string; readonly continues?: object }): boolean {
  return does.ends !== undefined || does.continues !== undefined;
}

const setByEvent: Operator = {
  id: 'set-by-event',
  says: 'a report sets a fact that a named person must decide',
  *breaks(definition) {
    const events = definition.events.filter((event) => !ends(event));
    for (const [index, fact] of decidedFacts(definition).entries()) {
      for (const { id } of spread(events, 3, index)) {
        yield {
          at: `${id}/${fact}`,
          expects: ['INV-A6', ...invariantsOf(definition, fact)],
          definition: editEvent(definition, id, (event) => setting(event, fact)),
        };
      }
    }
  },
};

const initially: Operator = {
  id: 'holds-from-start',
  says: 'a fact that must be found holds from the start',
  *breaks(definition) {
    for (const fact of departureFacts(definition)) {
      if (definition.facts.some(({ id, initially }) => id === fact && initially)) continue;
      yield {
        at: fact,
        expects: ['INV-A6', ...invariantsOf(definition, fact)],
        definition: {
          ...definition,
          facts: definition.facts.map((one) =>
            one.id === fact ? { ...one, initially: true as const } : one,
          ),
        },
      };
    }
  },
};

/** Answers of steps that are no safeguard and leave the run going. */
function plainAnswers(definition: Definition): { step: Step; outcome: string }[] {
  return definition.steps.flatMap((step) => {
    if (step.safeguard || step.effects?.length || step.recalls) return [];
    const outcome = step.outcomes.find((one) => !ends(one) && !one.bySilence);
    return outcome ? [{ step, outcome: outcome.id }] : [];
  });
}

const setElsewhere: Operator = {
  id: 'set-elsewhere',
  says: 'a step that is no safeguard sets a fact too',
  *breaks(definition) {
    const answers = plainAnswers(definition);
    for (const [index, fact] of decidedFacts(definition).entries()) {
      for (const { step, outcome } of spread(answers, PLACES, index)) {
        yield {
          at: `${step.id}:${outcome}/${fact}`,
          expects: ['INV-A6', ...invariantsOf(definition, fact)],
          definition: editOutcome(definition, step.id, outcome, (of) => setting(of, fact)),
        };
      }
    }
  },
};

const moveSetting: Operator = {
  id: 'move-setting',
  says: 'a fact is set by a step that is no safeguard, and no longer by the safeguard',
  *breaks(definition) {
    const answers = plainAnswers(definition);
    for (const [index, fact] of decidedFacts(definition).entries()) {
      const bare = editSteps(definition, (step) => ({
        ...step,
        outcomes: step.outcomes.map((outcome) => notSetting(outcome, fact)),
      }));
      for (const { step, outcome } of spread(answers, 3, index + 2)) {
        yield {
          at: `${step.id}:${outcome}/${fact}`,
          expects: ['INV-A6', ...invariantsOf(definition, fact)],
          definition: editOutcome(bare, step.id, outcome, (of) => setting(of, fact)),
        };
      }
    }
  },
};

/** A negative answer of the step that decides sets the fact too. */
const negativeSets: Operator = {
  id: 'negative-sets',
  says: 'a negative or open answer sets the fact too',
  *breaks(definition) {
    for (const fact of decidedFacts(definition)) {
      for (const step of new Set(settersOf(definition, fact).map((setter) => setter.step))) {
        for (const outcome of step.outcomes) {
          const sets = outcome.sets?.some((one) => factOf(one) === fact);
          if (sets || ends(outcome) || !outcome.despiteMissing) continue;
          yield {
            at: `${step.id}:${outcome.id}/${fact}`,
            expects: ['INV-A6', ...invariantsOf(definition, fact)],
            definition: editOutcome(definition, step.id, outcome.id, (of) => setting(of, fact)),
          };
        }
      }
    }
  },
};

/** The interests of a child are determined by who decides on migration or speaks for a State. */
const wrongKind: Operator = {
  id: 'wrong-kind',
  says: 'the best interests of a child are determined by migration or the consulate',
  *breaks(definition) {
    const facts = ['bidReturn', 'childrenSafeguarded'].filter((fact) =>
      departureFacts(definition).includes(fact),
    );
    const roles = definition.roles.filter(({ kind }) => kind === 'MIG' || kind === 'CON');
    for (const fact of facts) {
      for (const step of new Set(settersOf(definition, fact).map((setter) => setter.step))) {
        for (const { id } of roles) {
          if (signers(step).includes(id)) continue;
          yield {
            at: `${step.id}/${id}`,
            expects: ['INV-C5'],
            definition: editStep(definition, step.id, (of) => ({
              ...of,
              by: id,
              outcomes: of.outcomes.map(({ alone: _, ...outcome }) => outcome),
            })),
          };
        }
      }
    }
  },
};

/** One decision for everybody on a list stands for the decision about each person. */
const groupDecision: Operator = {
  id: 'group-decision',
  says: 'a decision on a group sets what must be found for each person',
  *breaks(definition) {
    const by = definition.roles.find(({ kind, side }) => kind === 'MIG' && side === 'sending');
    for (const fact of ['individualAssessed', 'nonRefoulementClear', 'individuallyCleared']) {
      if (!by || !departureFacts(definition).includes(fact)) continue;
      const step: Step = {
        id: 'decision-for-the-list',
        kind: 'approval',
        stage: definition.stages[0]!.id,
        title: { es: 'Decisión para toda la lista', en: 'Decision for the whole list' },
        by: by.id,
        when: 'start',
        deadline: {
          length: 5,
          unit: 'working-days',
          silence: 'L1',
          source: { mark: 'proposal', ref: 'Invented for a broken definition' },
        },
        outcomes: [
          {
            id: 'for-all',
            title: { es: 'Vale para todas las personas', en: 'Good for everybody' },
            sets: [fact],
          },
        ],
      };
      yield {
        at: fact,
        expects: ['INV-A6', 'INV-G1', ...invariantsOf(definition, fact)],
        definition: { ...definition, steps: [...definition.steps, step] },
      };
    }
  },
};

export const settings: readonly Operator[] = [
  setByEvent,
  initially,
  setElsewhere,
  moveSetting,
  negativeSets,
  wrongKind,
  groupDecision,
];

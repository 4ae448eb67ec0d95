import type { Definition } from '../../language/definition.js';
import {
  editEvent,
  editOutcome,
  editSteps,
  getStep,
  guarded,
  keeping,
  keptAtOpening,
  NEVER,
  names,
  never,
  requiring,
  without,
} from './edit.js';
import type { Operator } from './mutant.js';
import { CLEARINGS, invariantsOf } from './rows.js';

/** What says that somebody belongs under protection: the report, and the answers of screenings. */
const SIGNS = [
  { event: 'minority-claim', answers: ['minor-or-doubt', 'child-issue'], expects: ['INV-C7'] },
  {
    event: 'trafficking-indicator',
    answers: ['protected-handling', 'grounds'],
    expects: ['INV-T2'],
  },
] as const;

/** Somebody who may be a child or a victim of trafficking stays where they are. */
const signLeadsNowhere: Operator = {
  id: 'sign-leads-nowhere',
  says: 'a sign that somebody needs protection does not lead to the protocol that protects',
  *breaks(definition) {
    const { regime } = definition;
    if (regime === 'victim') return;
    const facts = ['identityConfirmed', 'finalCheckPassed', 'individualAssessed'].filter((id) =>
      definition.facts.some((fact) => fact.id === id),
    );
    for (const { event, answers, expects } of SIGNS) {
      for (const step of definition.steps) {
        for (const outcome of step.outcomes) {
          if (!outcome.continues || !answers.some((id) => id === outcome.id)) continue;
          yield {
            at: `${step.id}:${outcome.id}/stays`,
            expects,
            definition: editOutcome(definition, step.id, outcome.id, (of) =>
              without(of, 'continues'),
            ),
          };
        }
        // In a child's own run the screening is done again; elsewhere the report leads away by itself.
        if (regime === 'child' || !names(step.when, `event:${event}`)) continue;
        if (!names(step.when, 'inSendingState') || !step.outcomes.some((one) => one.continues))
          continue;
        const ways: [string, Definition][] = [
          ['never', never(definition, step.id)],
          ['stays', editStepOutcomes(definition, step.id)],
          ...facts.flatMap((fact): [string, Definition][] => [
            [`only-with-${fact}`, guarded(definition, step.id, fact)],
            [`requires-${fact}`, requiring(definition, step.id, fact)],
          ]),
        ];
        for (const [at, broken] of ways) {
          yield { at: `${step.id}/${at}`, expects, definition: broken };
        }
      }
    }
  },
};

function editStepOutcomes(definition: Definition, id: string): Definition {
  return editSteps(definition, (step) =>
    step.id === id
      ? { ...step, outcomes: step.outcomes.map((outcome) => without(outcome, 'continues')) }
      : step,
  );
}

/** What is said to a step must count like what is reported to the run. */
const ANSWERS = [
  { outcome: 'filed', beside: 'remedyWindowClosed', fact: 'noRemedyPending', expects: ['INV-A4'] },
  { outcome: 'asylum', fact: 'noAsylumPending', expects: ['INV-P1', 'INV-A2'] },
  { outcome: 'asylum', fact: 'consularContactAllowed', expects: ['INV-P1'] },
  { outcome: 'indicated', fact: 'noAsylumPending', expects: ['INV-P1', 'INV-A2'] },
] as const;

/** A remedy filed with whoever runs the window, or a wish for asylum told in an interview, changes nothing. */
const answerUnheard: Operator = {
  id: 'answer-unheard',
  says: 'a remedy or a wish for asylum told to a step stops nothing',
  *breaks(definition) {
    for (const { outcome: id, fact, expects, ...row } of ANSWERS) {
      for (const step of definition.steps) {
        const outcome = step.outcomes.find((one) => one.id === id);
        if (!outcome?.clears?.includes(fact)) continue;
        if ('beside' in row && !sets(definition, step.id, row.beside)) continue;
        const kept = editOutcome(definition, step.id, id, (of) => keeping(of, [fact]));
        yield {
          at: `${step.id}:${id}/${fact}`,
          expects,
          definition: keptAtOpening(kept, [fact], `${step.id}:${id}`),
        };
      }
    }
  },
};

function sets(definition: Definition, step: string, fact: string): boolean {
  return getStep(definition, step).outcomes.some((outcome) =>
    outcome.sets?.some((one) => (typeof one === 'string' ? one : one.fact) === fact),
  );
}

/** A report that must take something away can be made by nobody, or at no time. */
const mutedEvent: Operator = {
  id: 'muted-event',
  says: 'what must be reported by people can be reported by nobody',
  *breaks(definition) {
    for (const { event: id, fact, invariants } of CLEARINGS) {
      const event = definition.events.find((candidate) => candidate.id === id);
      if (!event?.clears?.includes(fact)) continue;
      const expects = [...invariants, ...invariantsOf(definition, fact), 'INV-A5'];
      yield {
        at: `${id}/${fact}/never`,
        expects,
        definition: editEvent(definition, id, (of) => ({ ...of, while: NEVER })),
      };
      yield {
        at: `${id}/${fact}/by-system`,
        expects,
        definition: editEvent(definition, id, (of) => ({ ...of, by: 'system' })),
      };
    }
  },
};

export const referrals: readonly Operator[] = [signLeadsNowhere, answerUnheard, mutedEvent];

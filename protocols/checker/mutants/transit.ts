import { type Condition, positiveAtoms } from '../../language/condition.js';
import type { Definition } from '../../language/definition.js';
import { type Step, signers } from '../../language/step.js';
import { editEvent, editOutcome, editStep, editSteps, keeping, NEVER, names } from './edit.js';
import type { Operator } from './mutant.js';
import { isPositive } from './requirements.js';
import { departureFacts, isAtTheBorder } from './rows.js';

function stepsWith(definition: Definition, effect: 'departs' | 'hands-over'): Step[] {
  return definition.steps.filter((step) => step.effects?.includes(effect));
}

/** Whether a step belongs to the way between departure and handover. */
function isOnTheWay(definition: Definition, step: Step): boolean {
  if (step.effects?.includes('hands-over')) return false;
  const departures = stepsWith(definition, 'departs').flatMap(({ id, outcomes }) =>
    outcomes.filter(isPositive).map((outcome) => `${id}:${outcome.id}`),
  );
  const atoms = positiveAtoms(step.when);
  const isAfter = departures.some((atom) => atoms.includes(atom));
  return isAfter || isAtTheBorder(step) || atoms.includes('inTransit');
}

/** The end of a departure is the end of the run: nobody receives the person. */
const departureEnds: Operator = {
  id: 'departure-ends',
  says: 'the run ends with the departure',
  *breaks(definition) {
    for (const step of stepsWith(definition, 'departs')) {
      for (const outcome of step.outcomes.filter(isPositive)) {
        for (const { id } of definition.endings) {
          yield {
            at: `${step.id}:${outcome.id}/${id}`,
            expects: ['INV-A9'],
            definition: editOutcome(definition, step.id, outcome.id, (of) => ({ ...of, ends: id })),
          };
        }
      }
    }
  },
};

/** An answer on the way ends the run while the person belongs to nobody. */
const endsInTransit: Operator = {
  id: 'ends-in-transit',
  says: 'the run ends between departure and handover',
  *breaks(definition) {
    const endings = definition.endings.filter(({ id }) => id !== 'deceased');
    for (const [index, step] of definition.steps.entries()) {
      if (!isOnTheWay(definition, step)) continue;
      for (const outcome of step.outcomes) {
        if (outcome.ends || outcome.continues || outcome.sets?.length) continue;
        const ending = endings[index % endings.length]!;
        yield {
          at: `${step.id}:${outcome.id}/${ending.id}`,
          expects: ['INV-A9'],
          definition: editOutcome(definition, step.id, outcome.id, (of) => ({
            ...of,
            ends: ending.id,
          })),
        };
      }
    }
  },
};

/** A report ends the run, also on the way. */
const eventEnds: Operator = {
  id: 'event-ends',
  says: 'a report ends the run, also while the person is on the way',
  *breaks(definition) {
    const ending = definition.endings.find(({ id }) => id !== 'deceased')!;
    for (const event of definition.events) {
      const { id } = event;
      if (event.ends || event.continues || id === 'deceased') continue;
      if (event.while && !isTrueInTransit(event.while)) continue;
      yield {
        at: id,
        expects: ['INV-A9', 'INV-A5', 'INV-A4', 'INV-V2'],
        definition: editEvent(definition, id, (of) => ({ ...of, ends: ending.id })),
      };
    }
  },
};

/** Certainly true on the way: it only asks that the person was not received or registered at reception. */
function isTrueInTransit(condition: Condition): boolean {
  if (typeof condition === 'string') return condition === 'living' || condition === 'inTransit';
  if ('all' in condition) return condition.all.every(isTrueInTransit);
  if ('any' in condition) return condition.any.some(isTrueInTransit);
  if (!('not' in condition)) return false;
  const { not } = condition;
  if (typeof not === 'string') return ['received', 'returned'].includes(not);
  return 'attribute' in not && not.attribute === 'entry';
}

/** Nobody waits at the other end. */
const noHandover: Operator = {
  id: 'no-handover',
  says: 'after a departure no handover can ever open',
  *breaks(definition) {
    const acts = stepsWith(definition, 'hands-over').filter(isAtTheBorder);
    for (const { id } of acts) {
      yield {
        at: id,
        expects: ['INV-A9', 'INV-A8', 'INV-A10', 'DEAD-STEP'],
        definition: editStep(definition, id, (of) => ({ ...of, when: NEVER })),
      };
    }
  },
};

/** One of those who must sign a handover no longer does. */
const dropSigner: Operator = {
  id: 'drop-signer',
  says: 'a handover lacks a State or the escort',
  *breaks(definition) {
    const sideOf = new Map(definition.roles.map(({ id, side }) => [id, side]));
    for (const step of stepsWith(definition, 'hands-over')) {
      const by = signers(step);
      for (let mask = 1; mask < 2 ** by.length - 1; mask += 1) {
        const left = by.filter((_, index) => (mask & (1 << index)) !== 0);
        const sides = new Set(left.map((role) => sideOf.get(role)));
        const isEscorted = by.some((role) => sideOf.get(role) === 'either');
        const isWhole = sides.has('sending') && sides.has('receiving');
        if (isWhole && (!isEscorted || sides.has('either'))) continue;
        yield {
          at: `${step.id}/${left.join('+')}`,
          expects: ['INV-A10'],
          definition: editStep(definition, step.id, (of) => ({
            ...of,
            by: left.length === 1 ? left[0]! : left,
            outcomes:
              left.length === 1 ? of.outcomes.map(({ alone: _, ...one }) => one) : of.outcomes,
          })),
        };
      }
    }
  },
};

/** One signer alone may declare the handover done. */
const handoverAlone: Operator = {
  id: 'handover-alone',
  says: 'one signature is enough for a handover',
  *breaks(definition) {
    for (const step of stepsWith(definition, 'hands-over')) {
      if (signers(step).length < 2) continue;
      for (const outcome of step.outcomes.filter(isPositive)) {
        yield {
          at: `${step.id}:${outcome.id}`,
          expects: ['INV-A10'],
          definition: editOutcome(definition, step.id, outcome.id, (of) => ({
            ...of,
            alone: true,
          })),
        };
      }
    }
  },
};

/** Whoever is sent back comes back under the decision that was already executed. */
const refusalKeepsDecision: Operator = {
  id: 'refusal-keeps-decision',
  says: 'a refusal by the receiving State leaves the old decision in force',
  *breaks(definition) {
    for (const step of stepsWith(definition, 'hands-over')) {
      for (const outcome of step.outcomes) {
        if (!outcome.despiteMissing || !outcome.clears?.length) continue;
        const decided = departureFacts(definition).filter((fact) => outcome.clears?.includes(fact));
        const ways: [string, readonly string[]][] = [
          ['everything', outcome.clears],
          ['what-departures-need', [...decided, 'removalDecided', 'returnDecided', 'consentGiven']],
        ];
        for (const [name, facts] of ways) {
          yield {
            at: `${step.id}:${outcome.id}/${name}`,
            expects: ['INV-A15', 'INV-A1', 'INV-A2', 'INV-A3'],
            definition: editOutcome(definition, step.id, outcome.id, (of) => keeping(of, facts)),
          };
        }
      }
    }
  },
};

/** On the way nothing stops the transfer any more. */
const noWayBack: Operator = {
  id: 'no-way-back',
  says: 'what is reported on the way no longer brings the person back',
  *breaks(definition) {
    const back = definition.steps.filter(
      (step) => step.id === 'bring-back' && names(step.when, 'inTransit'),
    );
    for (const { id } of back) {
      yield {
        at: `${id}/never`,
        expects: ['INV-A4', 'INV-A8', 'INV-A9', 'INV-C2', 'DEAD-STEP'],
        definition: editStep(definition, id, (of) => ({ ...of, when: NEVER })),
      };
      for (const [fact, expects] of [
        ['noRemedyPending', ['INV-A4']],
        ['escortAssigned', ['INV-C2']],
        ['noAsylumPending', ['INV-A2']],
        ['nonRefoulementClear', ['INV-A2']],
        ['noReferralPending', ['INV-C4']],
        ['returnWanted', ['INV-V2']],
        ['noObjection', ['INV-T3']],
      ] as const) {
        const step = back.find((one) => one.id === id)!;
        if (!names(step.when, fact)) continue;
        yield {
          at: `${id}/not-for-${fact}`,
          expects,
          definition: editSteps(definition, (of) =>
            of.id === id ? { ...of, when: withoutPart(of.when, fact) } : of,
          ),
        };
      }
    }
  },
};

/** A condition whose alternatives no longer name a fact. */
function withoutPart(condition: Condition, fact: string): Condition {
  if (typeof condition === 'string') return condition;
  if ('any' in condition) {
    const any = condition.any.filter((part) => !names(part, fact));
    return { any: any.map((part) => withoutPart(part, fact)) };
  }
  if ('all' in condition) return { all: condition.all.map((part) => withoutPart(part, fact)) };
  return condition;
}

export const transit: readonly Operator[] = [
  departureEnds,
  endsInTransit,
  eventEnds,
  noHandover,
  dropSigner,
  handoverAlone,
  refusalKeepsDecision,
  noWayBack,
];

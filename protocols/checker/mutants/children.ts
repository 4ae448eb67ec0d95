import { positiveAtoms } from '../../language/condition.js';
import { signers } from '../../language/step.js';
import {
  editEvent,
  editOutcome,
  editStep,
  keeping,
  names,
  never,
  replaced,
  setting,
  without,
} from './edit.js';
import type { Operator } from './mutant.js';

/** A child goes on under the procedure for adults, without or against a finding on age. */
const childAsAdult: Operator = {
  id: 'child-as-adult',
  says: 'a child goes on under the procedure for adults',
  *breaks(definition) {
    if (definition.regime !== 'child') return;
    const continues = { protocol: 'adult-deportee', entry: 'inform-rights' };
    for (const step of definition.steps) {
      if (step.id === 'age-transfer' || step.id.startsWith('age-')) continue;
      const outcome = step.outcomes.find((one) => !one.ends && !one.continues && !one.keepsOpen);
      if (
        !outcome ||
        ![
          'child-view',
          'bid-decision',
          'appeal-window',
          'departure',
          'initial-assessment',
          'presume-minority',
          'place-in-care',
        ].includes(step.id)
      )
        continue;
      yield {
        at: `${step.id}:${outcome.id}`,
        expects: ['INV-C4', 'INV-C6', 'INV-C7', 'INV-A16', 'INV-A9'],
        definition: editOutcome(definition, step.id, outcome.id, (of) => ({ ...of, continues })),
      };
    }
    yield {
      at: 'age-transfer/without-finding',
      expects: ['INV-C7', 'INV-C4', 'INV-C6'],
      definition: editStep(definition, 'age-transfer', (of) => ({
        ...of,
        requires: (of.requires ?? []).filter((fact) => fact !== 'ageFindingFinal'),
        when: replaced(of.when, 'ageFindingFinal', 'start'),
      })),
    };
  },
};

/** Doubt about age no longer leads to the protection of children. */
const doubtIsAdult: Operator = {
  id: 'doubt-is-adult',
  says: 'doubt about age no longer leads to the protection of children',
  *breaks(definition) {
    const expects = ['INV-C7', 'INV-A5', 'DEAD-STEP'];
    for (const step of definition.steps) {
      if (!names(step.when, 'event:minority-claim')) continue;
      const isReferral = step.outcomes.some(
        (one) => one.continues?.protocol === 'unaccompanied-minor',
      );
      const atoms = positiveAtoms(step.when);
      if (!isReferral || atoms.includes('received') || atoms.includes('returned')) continue;
      yield { at: `${step.id}/never`, expects, definition: never(definition, step.id) };
    }
    for (const step of definition.steps) {
      const { deadline, outcomes } = step;
      const adult = outcomes.find(({ id }) => id === 'adult');
      if (!adult || !deadline) continue;
      yield {
        at: `${step.id}/silence-says-adult`,
        expects: ['INV-C7', 'INV-A6', 'INV-A7', 'lapse-clears-the-way', 'yes-by-silence'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          deadline: { ...deadline, silence: 'L3', lapse: 'adult' },
          outcomes: of.outcomes.map(({ bySilence: _, ...one }) => one),
        })),
      };
      yield {
        at: `${step.id}/doubt-says-adult`,
        expects: ['INV-C7', 'INV-A6', 'INV-A7', 'lapse-clears-the-way'],
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          outcomes: of.outcomes.map((one) =>
            ['doubt', 'child-presumed', 'child-meanwhile'].includes(one.id)
              ? {
                  ...(one.keepsOpen ? without(adult, 'lowers') : adult),
                  id: one.id,
                  title: one.title,
                  ...(one.keepsOpen ? { keepsOpen: true as const } : {}),
                }
              : one,
          ),
        })),
      };
    }
    const claim = definition.events.find(({ id }) => id === 'minority-claim');
    if (claim?.assigns || claim?.sets?.includes('childTreatment')) {
      yield {
        at: 'minority-claim/changes-nothing',
        expects,
        definition: editEvent(definition, 'minority-claim', (of) => ({
          id: of.id,
          title: of.title,
          by: of.by,
          ...(of.while ? { while: of.while } : {}),
        })),
      };
    }
  },
};

const isAdult = ({ id }: { readonly id: string }) => id === 'adult';

/** Who is found to be an adult cannot have the finding looked at, or nobody has to say why. */
const unreviewableAge: Operator = {
  id: 'unreviewable-age',
  says: 'a finding of majority is final at once, or without reasons',
  *breaks(definition) {
    const final = 'ageFindingFinal';
    const expects = ['INV-C7'];
    if (definition.regime !== 'child' && definition.regime !== 'victim') return;
    for (const step of definition.steps) {
      const adult = step.outcomes.find(({ id }) => id === 'adult');
      if (!adult || names(step.when, 'received')) continue;
      yield {
        at: `${step.id}/without-reasons`,
        expects,
        definition: editStep(definition, step.id, (of) => without(of, 'form')),
      };
      if (!adult.clears?.includes(final)) continue;
      yield {
        at: `${step.id}:adult/keeps-the-last`,
        expects,
        definition: editOutcome(definition, step.id, 'adult', (of) => keeping(of, [final])),
      };
      yield {
        at: `${step.id}:adult/final-at-once`,
        expects,
        definition: editOutcome(definition, step.id, 'adult', (of) => setting(of, final)),
      };
    }
    if (!definition.facts.some(({ id }) => id === final)) return;
    for (const step of definition.steps) {
      if (definition.regime !== 'victim' || !step.requires?.includes(final)) continue;
      yield {
        at: `${step.id}/before-the-window`,
        expects,
        definition: editStep(definition, step.id, (of) => ({
          ...of,
          requires: (of.requires ?? []).filter((fact) => fact !== final),
        })),
      };
    }
    for (const step of definition.steps) {
      if (definition.regime !== 'victim' || !step.outcomes.some(isAdult)) continue;
      if (!names(step.when, 'event:minority-claim') || !step.deadline?.lapse) continue;
      yield {
        at: `${step.id}:adult/the-same-hour`,
        expects,
        definition: editOutcome(definition, step.id, 'adult', (of) => ({
          ...of,
          sets: ['majorityEstablished'],
          assigns: { isMinor: false },
        })),
      };
    }
    const claim = definition.events.find(({ id }) => id === 'minority-claim');
    const first = claim?.withdraws?.find((id) => id === 'presume-minority');
    if (claim && first && definition.regime === 'victim') {
      yield {
        at: `${first}/after-the-claim`,
        expects,
        definition: editEvent(definition, claim.id, (of) => ({
          ...of,
          withdraws: (of.withdraws ?? []).filter((id) => id !== first),
        })),
      };
    }
    for (const step of definition.steps.slice(0, 8)) {
      const outcome = step.outcomes.find((one) => !one.ends && !one.continues && !one.bySilence);
      if (!outcome || outcome.sets?.includes(final) || outcome.id === 'adult') continue;
      if (step.outcomes.some(({ sets }) => sets?.includes(final))) continue;
      yield {
        at: `${step.id}:${outcome.id}/final`,
        expects,
        definition: editOutcome(definition, step.id, outcome.id, (of) => setting(of, final)),
      };
    }
    for (const event of definition.events.slice(0, 4)) {
      if (event.ends || event.continues) continue;
      yield {
        at: `${event.id}/final`,
        expects,
        definition: editEvent(definition, event.id, (of) => setting(of, final)),
      };
    }
  },
};

/** The handover of a child lacks the body that protects children, or goes to somebody nobody verified. */
const childToAnyone: Operator = {
  id: 'child-to-anyone',
  says: 'a child is handed to somebody who is neither a verified carer nor a protection body',
  *breaks(definition) {
    if (definition.regime !== 'child') return;
    const kindOf = new Map(definition.roles.map(({ id, kind }) => [id, kind]));
    for (const step of definition.steps) {
      if (!step.effects?.includes('hands-over')) continue;
      const by = signers(step);
      const left = by.filter((role) => kindOf.get(role) !== 'CPA' || role.endsWith('-S'));
      if (by.length > 1 && left.length < by.length) {
        yield {
          at: `${step.id}/${left.join('+')}`,
          expects: ['INV-C8', 'INV-A10'],
          definition: editStep(definition, step.id, (of) => ({ ...of, by: left })),
        };
      }
      if (by.length > 1) continue;
      for (const role of ['MIG-R', 'REC', 'MUN']) {
        if (!kindOf.has(role)) continue;
        yield {
          at: `${step.id}/${role}`,
          expects: ['INV-C8'],
          definition: editStep(definition, step.id, (of) => ({ ...of, by: role })),
        };
      }
    }
  },
};

export const children: readonly Operator[] = [
  childAsAdult,
  doubtIsAdult,
  unreviewableAge,
  childToAnyone,
];

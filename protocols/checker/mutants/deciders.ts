import type { Condition } from '../../language/condition.js';
import type { Definition, Regime } from '../../language/definition.js';
import { type Step, signers } from '../../language/step.js';
import { editStep, factOf, keeping, without } from './edit.js';
import type { Operator } from './mutant.js';
import { invariantsOf } from './rows.js';
import { settersOf } from './silence.js';

/** Who must never be the one who finds a fact, by kind and side. */
interface Wrong {
  readonly fact: string;
  readonly regimes: readonly Regime[];
  readonly by: readonly string[];
  readonly expects: readonly string[];
}

const MIGRATION = 'MIG/sending';
const ABROAD = 'CPA/receiving';

const WRONG: readonly Wrong[] = [
  {
    fact: 'nonRefoulementClear',
    regimes: ['removal', 'child', 'victim'],
    by: [MIGRATION, 'CON/receiving', 'HEA/sending'],
    expects: ['INV-A2'],
  },
  {
    fact: 'removalDecided',
    regimes: ['removal'],
    by: ['CON/receiving', 'MIG/receiving'],
    expects: ['INV-A3'],
  },
  {
    fact: 'identityConfirmed',
    regimes: ['removal', 'child', 'victim'],
    by: [MIGRATION],
    expects: ['INV-A11'],
  },
  {
    fact: 'fitToTravel',
    regimes: ['removal', 'child', 'victim', 'voluntary'],
    by: [MIGRATION, 'IOM/either'],
    expects: ['INV-A11'],
  },
  {
    fact: 'guardianActive',
    regimes: ['child', 'victim'],
    by: [MIGRATION, ABROAD],
    expects: ['INV-C1'],
  },
  {
    fact: 'childViewRecorded',
    regimes: ['child', 'victim'],
    by: [MIGRATION, ABROAD],
    expects: ['INV-C1'],
  },
  {
    fact: 'originConditionsOk',
    regimes: ['child', 'victim'],
    by: [MIGRATION, ABROAD],
    expects: ['INV-A2'],
  },
  { fact: 'bidReturn', regimes: ['child', 'victim'], by: [ABROAD], expects: ['INV-C5'] },
  { fact: 'escortAssigned', regimes: ['child', 'victim'], by: [MIGRATION], expects: ['INV-C2'] },
  {
    fact: 'carerOrCareSecured',
    regimes: ['child', 'victim'],
    by: [MIGRATION, 'CPA/sending'],
    expects: ['INV-C3'],
  },
  {
    fact: 'receptionConfirmed',
    regimes: ['child', 'victim'],
    by: [MIGRATION],
    expects: ['INV-C3'],
  },
  {
    fact: 'traffickingScreened',
    regimes: ['child'],
    by: [MIGRATION, 'CPA/sending', ABROAD],
    expects: ['INV-P1', 'INV-T2'],
  },
  {
    fact: 'protectionScreened',
    regimes: ['child'],
    by: [MIGRATION, 'CPA/sending', ABROAD],
    expects: ['INV-P1'],
  },
  {
    fact: 'riskCleared',
    regimes: ['victim'],
    by: [MIGRATION, 'ATU/receiving'],
    expects: ['INV-T1'],
  },
  { fact: 'familyUnityOk', regimes: ['removal'], by: [MIGRATION], expects: ['INV-G3'] },
];

/** A finding is made by somebody who may not make it. */
const wrongDecider: Operator = {
  id: 'wrong-decider',
  says: 'a finding is made by an institution that may not make it',
  *breaks(definition) {
    for (const { fact, regimes, by, expects } of WRONG) {
      if (!regimes.includes(definition.regime)) continue;
      for (const step of new Set(settersOf(definition, fact).map((setter) => setter.step))) {
        for (const role of definition.roles) {
          if (!by.includes(`${role.kind}/${role.side}`)) continue;
          if (signers(step).length === 1 && signers(step)[0] === role.id) continue;
          yield {
            at: `${step.id}/${fact}/${role.id}`,
            expects,
            definition: editStep(definition, step.id, (of) => ({
              ...of,
              by: role.id,
              outcomes: of.outcomes.map((outcome) => without(outcome, 'alone')),
            })),
          };
        }
      }
    }
  },
};

/**
 * Findings that are looked at again, and the safeguards that hang on them. Conditions in the country of origin are not
 * among them: that they were looked at is a fact of its own, which comes and goes with the finding, and the step opens
 * only without it.
 */
const LOOKED_AT_AGAIN: Readonly<Record<string, readonly string[]>> = {
  nonRefoulementClear: ['INV-A2'],
  bidReturn: ['INV-C1'],
  guardianActive: ['INV-C1'],
  riskCleared: ['INV-T1'],
  disclosureAuthorised: ['INV-T1'],
  consentFree: ['INV-V1'],
  consentValid: ['INV-V1'],
  fitToTravel: ['INV-A11'],
  familyUnityOk: ['INV-G3'],
  receptionConfirmed: ['INV-C3'],
  traffickingScreened: ['INV-P1'],
  protectionScreened: ['INV-P1'],
};

/** The step that finds a fact is asked again while it holds, and what it answers then does not take it away. */
const denialStands: Operator = {
  id: 'denial-stands',
  says: 'a finding survives the answer that denies it',
  *breaks(definition) {
    const { regime } = definition;
    for (const [fact, expects] of Object.entries(LOOKED_AT_AGAIN)) {
      // Elsewhere these are no findings about the person.
      if (fact === 'receptionConfirmed' && regime !== 'child' && regime !== 'victim') continue;
      for (const step of new Set(settersOf(definition, fact).map((setter) => setter.step))) {
        const denies = step.outcomes.some(
          (one) =>
            !one.ends &&
            !one.continues &&
            !one.keepsOpen &&
            !one.bySilence &&
            !one.sets?.some((other) => factOf(other) === fact),
        );
        if (!denies) continue;
        yield {
          at: `${step.id}/${fact}`,
          expects: [...expects, ...invariantsOf(definition, fact)],
          definition: editStep(definition, step.id, (of) => askedAgain(of, fact)),
        };
      }
    }
  },
};

function askedAgain(step: Step, fact: string): Step {
  return {
    ...step,
    when: withoutDenial(step.when, fact) ?? 'start',
    ...(step.clearsAtOpening
      ? { clearsAtOpening: step.clearsAtOpening.filter((other) => other !== fact) }
      : {}),
    outcomes: step.outcomes.map((outcome) => keeping(outcome, [fact])),
  };
}

/** A condition without the parts that say that the fact does not hold; undefined where nothing is left. */
function withoutDenial(condition: Condition, fact: string): Condition | undefined {
  if (typeof condition === 'string' || 'attribute' in condition) return condition;
  if ('not' in condition) return condition.not === fact ? undefined : condition;
  const parts = 'all' in condition ? condition.all : condition.any;
  const left = parts.flatMap((part) => withoutDenial(part, fact) ?? []);
  if (left.length === 0) return undefined;
  return 'all' in condition ? { all: left } : { any: left };
}

/** Nobody is named who will receive a child or a victim. */
const unnamedReception: Operator = {
  id: 'unnamed-reception',
  says: 'reception is confirmed without naming who receives',
  *breaks(definition) {
    if (definition.regime !== 'child' && definition.regime !== 'victim') return;
    for (const { step } of settersOf(definition, 'receptionConfirmed')) {
      const officer = step.form?.find(({ id }) => id.endsWith('officer'));
      if (!officer) continue;
      const others = (step.form ?? []).filter((field) => field !== officer);
      const ways: [string, Step['form']][] = [
        ['unasked', others],
        ['optional', [...others, without(officer, 'required')]],
        ['yes-or-no', [...others, { ...without(officer, 'maxLength'), type: 'boolean' }]],
      ];
      for (const [at, form] of ways) {
        yield {
          at: `${step.id}/${at}`,
          expects: ['INV-C3'],
          definition: withForm(definition, step.id, form),
        };
      }
    }
  },
};

function withForm(definition: Definition, id: string, form: Step['form']): Definition {
  return editStep(definition, id, (of) => ({ ...without(of, 'form'), ...(form ? { form } : {}) }));
}

export const deciders: readonly Operator[] = [wrongDecider, denialStands, unnamedReception];

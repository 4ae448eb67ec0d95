import type { Condition } from '../../language/condition.js';
import type { Definition } from '../../language/definition.js';
import type { Step } from '../../language/step.js';
import {
  editEvent,
  editOutcome,
  editStep,
  editSteps,
  guarded,
  hasStep,
  keeping,
  NEVER,
  never,
  replaced,
  requiring,
  setting,
  withoutEvent,
} from './edit.js';
import type { Operator } from './mutant.js';
import { isPositive } from './requirements.js';

/** Help for a victim is made to depend on helping the prosecution. */
const helpForTestimony: Operator = {
  id: 'help-for-testimony',
  says: 'assistance to a victim depends on cooperation with justice',
  *breaks(definition) {
    if (definition.regime !== 'victim') return;
    const assistance = [
      'shelter-and-care',
      'assistance-consent',
      'recovery-reflection',
      'inform-rights',
      'referral',
      'r-shelter',
    ];
    for (const id of assistance.filter((step) => hasStep(definition, step))) {
      for (const atom of ['justice-notice:sent', 'legal-proceedings-check:free'] as const) {
        yield {
          at: `${id}/${atom}`,
          expects: ['INV-T4'],
          definition: guarded(definition, id, atom),
        };
      }
      yield {
        at: `${id}/requires-proceedingsFree`,
        expects: ['INV-T4'],
        definition: requiring(definition, id, 'proceedingsFree'),
      };
    }
    yield {
      at: 'justice-notice:not-sent/ends-reflection',
      expects: ['INV-T2', 'INV-T4', 'INV-A6', 'INV-T3'],
      definition: editOutcome(definition, 'justice-notice', 'not-sent', (of) =>
        setting(of, 'reflectionDone'),
      ),
    };
    yield {
      at: 'justice-notice:not-sent/ends-protection',
      expects: ['INV-T4'],
      definition: editOutcome(definition, 'justice-notice', 'not-sent', (of) => ({
        ...of,
        clears: ['assistanceAccepted', 'protectionActive'],
        withdraws: ['shelter-and-care', 'recovery-reflection'],
      })),
    };
  },
};

/** A victim can no longer ask to stay, or only some can. */
const noAlternatives: Operator = {
  id: 'no-alternatives',
  says: 'alternatives to return cannot be reached from every state before departure',
  *breaks(definition) {
    if (definition.regime !== 'victim') return;
    const id = 'alternatives-to-return';
    const ways: [string, Definition][] = [
      ['never', never(definition, id)],
      ['not-by-request', withoutEvent(definition, 'stay-requested')],
      ['only-after-decision', guarded(definition, id, 'returnDecided')],
      ['only-before-decision', guarded(definition, id, { not: 'returnDecided' })],
      ['requires-risk', requiring(definition, id, 'riskCleared')],
      ['requires-identification', requiring(definition, id, 'identificationReviewed')],
      [
        'request-only-before-plan',
        editEvent(definition, 'stay-requested', (event) => ({
          ...event,
          while: { all: [event.while ?? 'start', { not: 'safePlanAgreed' }] },
        })),
      ],
      [
        'request-does-nothing',
        editEvent(definition, 'stay-requested', (event) => keeping(event, ['returnOpen'])),
      ],
      ['once', editStep(definition, id, (step) => ({ ...step, limit: 1 }))],
    ];
    for (const [at, broken] of ways) {
      yield { at, expects: ['INV-T7', 'INV-A8', 'DEAD-STEP'], definition: broken };
    }
  },
};

/** A victim gets a seat among those who are deported. */
const victimDeported: Operator = {
  id: 'victim-deported',
  says: 'a victim goes on to the operation in which people are deported',
  *breaks(definition) {
    if (definition.regime !== 'victim') return;
    const continues = { protocol: 'adult-deportee', entry: 'inform-rights' };
    for (const step of definition.steps) {
      if (!['preparation', 'transfer'].includes(step.stage) || step.effects?.includes('departs'))
        continue;
      const outcome = step.outcomes.find(isPositive);
      if (!outcome) continue;
      yield {
        at: `${step.id}:${outcome.id}`,
        expects: ['INV-T6', 'INV-A16', 'INV-T2'],
        definition: editOutcome(definition, step.id, outcome.id, (of) => ({ ...of, continues })),
      };
    }
  },
};

/** The wish to return is asked before it is explained, or without time to think. */
const hastyConsent: Operator = {
  id: 'hasty-consent',
  says: 'consent comes before counselling or without time to think',
  *breaks(definition) {
    const told = {
      voluntary: ['consent', 'information-counselling:informed', 'counselled'],
      victim: ['options-and-decision', 'options-counselling:counselled', ''],
    };
    if (definition.regime !== 'voluntary' && definition.regime !== 'victim') return;
    const [id = '', atom = '', fact = ''] = told[definition.regime];
    yield {
      at: `${id}/at-once`,
      expects: ['INV-V1'],
      definition: editStep(definition, id, ({ series: _, ...step }) => step),
    };
    const uncounselled = (step: Step): Step => {
      const { series: _, ...rest } = step;
      let when = replaced(step.when, atom as Condition & string, 'start');
      if (fact) when = replaced(when, fact, 'start');
      return { ...rest, when, requires: (step.requires ?? []).filter((other) => other !== fact) };
    };
    yield {
      at: `${id}/uncounselled`,
      expects: ['INV-V1'],
      definition: editStep(definition, id, uncounselled),
    };
  },
};

/** Who no longer wants to return is not heard, or pays for it. */
const noWithdrawal: Operator = {
  id: 'no-withdrawal',
  says: 'withdrawal of consent leads nowhere or to a sanction',
  *breaks(definition) {
    if (definition.regime !== 'voluntary') return;
    const id = 'withdrawal';
    const continues = { protocol: 'adult-deportee', entry: 'inform-rights' };
    const ways: [string, Definition][] = [
      ['never', never(definition, id)],
      [
        'not-for-revocation',
        editStep(definition, id, (step) => ({
          ...step,
          when: replaced(step.when, 'event:consent-revoked', NEVER),
        })),
      ],
      ['only-with-clearance', guarded(definition, id, 'hostCleared')],
      ['requires-presence', requiring(definition, id, 'personPresent')],
      ['only-before-departure', guarded(definition, id, 'inSendingState')],
      ['once', editStep(definition, id, (step) => ({ ...step, limit: 1 }))],
    ];
    for (const [at, broken] of ways) {
      yield { at, expects: ['INV-V2', 'INV-A8', 'DEAD-STEP'], definition: broken };
    }
    for (const { id: outcome } of definition.steps.find((step) => step.id === id)!.outcomes) {
      yield {
        at: `${outcome}/removal`,
        expects: ['INV-V2', 'INV-A16'],
        definition: editOutcome(definition, id, outcome, (of) => ({ ...of, continues })),
      };
    }
    yield {
      at: 'revocation/removal',
      expects: ['INV-V2', 'INV-A16', 'INV-A9'],
      definition: editEvent(definition, 'consent-revoked', (of) => ({ ...of, continues })),
    };
  },
};

/** Nobody offers help after the return, or the monitor is not told. */
const noOffer: Operator = {
  id: 'no-offer',
  says: 'reception or reintegration cannot be reached from a handover, or the monitor is not told',
  *breaks(definition) {
    if (definition.regime !== 'removal') return;
    const dead = ['INV-G4', 'INV-A8', 'DEAD-STEP'];
    for (const id of ['reception-registration', 'reintegration-offer']) {
      yield { at: `${id}/never`, expects: dead, definition: never(definition, id) };
    }
    for (const fact of ['planAgreed', 'reintegrationConsent']) {
      yield {
        at: `reintegration-offer/requires-${fact}`,
        expects: dead,
        definition: requiring(definition, 'reintegration-offer', fact),
      };
    }
    const ending = definition.endings.find(({ id }) => id.startsWith('closed-done'))!;
    const act = definition.steps.find((step) => step.effects?.includes('hands-over'))!;
    yield {
      at: `${act.id}/ends`,
      expects: ['INV-G4', 'INV-A9'],
      definition: editOutcome(definition, act.id, act.outcomes.find(isPositive)!.id, (of) => ({
        ...of,
        ends: ending.id,
      })),
    };
    yield {
      at: 'monitor-notice/not-shared',
      expects: ['INV-M1'],
      definition: editSteps(definition, (step) =>
        step.id === 'monitor-notice' ? { ...step, shares: [] } : step,
      ),
    };
    yield {
      at: 'manifest-proposal/not-cleared',
      expects: ['INV-G1'],
      definition: editStep(definition, 'manifest-proposal', (step) => ({
        ...step,
        when: replaced(
          replaced(step.when, 'individuallyCleared', 'start'),
          'individual-clearance:cleared',
          'start',
        ),
        requires: step.requires!.filter((fact) => fact !== 'individuallyCleared'),
      })),
    };
  },
};

export const people: readonly Operator[] = [
  helpForTestimony,
  noAlternatives,
  victimDeported,
  hastyConsent,
  noWithdrawal,
  noOffer,
];

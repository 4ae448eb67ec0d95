import { describe, expect, test } from 'vitest';
import type { Definition } from '../language/definition.js';
import type { Outcome, Step } from '../language/step.js';
import { SHIPPED } from '../registry.js';
import { type CheckFinding, checkDefinition } from './check.js';
import { INVARIANTS } from './invariants/index.js';

type Loose<T> = { -readonly [K in keyof T]: Loose<T[K]> };
type Draft = Loose<Definition>;

const shipped = (id: string): Definition => SHIPPED.find((definition) => definition.id === id)!;

/** A shipped definition with one thing broken. */
function broken(id: string, change: (draft: Draft) => void): Definition {
  const draft = structuredClone(shipped(id)) as Draft;
  change(draft);
  return draft as Definition;
}

const step = (draft: Draft, id: string) => draft.steps.find((one) => one.id === id) as Loose<Step>;
const outcome = (draft: Draft, id: string, answer: string) =>
  step(draft, id).outcomes.find((one) => one.id === answer) as Loose<Outcome>;
const event = (draft: Draft, id: string) => draft.events.find((one) => one.id === id)!;
const without = (list: readonly string[] | undefined, ...gone: string[]) =>
  (list ?? []).filter((one) => !gone.includes(one));
const unrequire =
  (id: string, ...facts: string[]) =>
  (draft: Draft) => {
    step(draft, id).requires = without(step(draft, id).requires, ...facts);
  };
const keepAt =
  (id: string, ...facts: string[]) =>
  (draft: Draft) => {
    event(draft, id).clears = without(event(draft, id).clears, ...facts);
  };
const dropEvent = (id: string) => (draft: Draft) => {
  draft.events = draft.events.filter((one) => one.id !== id);
};

const ADULT = 'adult-deportee';
const CHILD = 'unaccompanied-minor';
const VICTIM = 'trafficking-victim';
const VOLUNTARY = 'voluntary-return';

/** The safeguard, what is broken, in which protocol, and how. */
const BROKEN: readonly [string, string, string, (draft: Draft) => void][] = [
  [
    'INV-A1',
    'departure without individual assessment',
    ADULT,
    unrequire('departure', 'individualAssessed'),
  ],
  [
    'INV-A1',
    'a group decision assesses everybody',
    ADULT,
    (draft) => {
      (event(draft, 'rescheduled').sets as unknown) = ['individualAssessed'];
    },
  ],
  [
    'INV-A2',
    'new risk leaves the finding standing',
    ADULT,
    keepAt('new-risk-information', 'nonRefoulementClear'),
  ],
  [
    'INV-A3',
    'departure without notice of the decision',
    CHILD,
    unrequire('departure', 'decisionNotified'),
  ],
  [
    'INV-A4',
    'handover while a remedy is pending',
    ADULT,
    unrequire('handover-reception-act', 'noRemedyPending'),
  ],
  [
    'INV-A4',
    'an appeal on the way brings nobody back',
    ADULT,
    (draft) => {
      step(draft, 'bring-back').when = { all: ['inTransit', { not: 'noMedicalHold' }] };
    },
  ],
  [
    'INV-A5',
    'appeals are refused on the way',
    ADULT,
    (draft) => {
      event(draft, 'appeal-filed').while = 'inSendingState';
    },
  ],
  [
    'INV-A5',
    'a withdrawal of consent is not accepted',
    ADULT,
    (draft) => {
      dropEvent('consent-revoked')(draft);
      draft.steps = draft.steps.filter(({ recalls }) => !recalls);
    },
  ],
  [
    'INV-A6',
    'silence passes the screening',
    ADULT,
    (draft) => {
      step(draft, 'individual-screening').deadline = {
        ...step(draft, 'individual-screening').deadline!,
        silence: 'L3',
        lapse: 'none',
      };
    },
  ],
  [
    'INV-A7',
    'silence on a remedy lets the person depart',
    CHILD,
    (draft) => {
      step(draft, 'appeal-pending').deadline = {
        ...step(draft, 'appeal-pending').deadline!,
        silence: 'L3',
        lapse: 'upheld',
      };
    },
  ],
  [
    'INV-A8',
    'no human exit',
    VOLUNTARY,
    (draft) => {
      draft.steps = draft.steps.filter(({ id }) => id !== 'standstill-on-the-way');
    },
  ],
  [
    'INV-A9',
    'departure ends the run',
    ADULT,
    (draft) => {
      outcome(draft, 'departure', 'left').ends = 'closed-done-goal';
    },
  ],
  ['INV-A9', 'closure without having been received', ADULT, unrequire('closure', 'received')],
  [
    'INV-A10',
    'the receiving authority does not sign',
    ADULT,
    (draft) => {
      step(draft, 'handover-reception-act').by = 'MIG-S';
    },
  ],
  [
    'INV-A11',
    'a fitness certificate for a month',
    CHILD,
    (draft) => {
      outcome(draft, 'fit-to-travel', 'fit').sets = [
        { fact: 'fitToTravel', validFor: { length: 30, unit: 'calendar-days' } },
      ];
    },
  ],
  [
    'INV-A13',
    'a share without a deadline',
    ADULT,
    (draft) => {
      delete step(draft, 'readmission-application').deadline;
    },
  ],
  [
    'INV-A15',
    'refused at the border, the decision stands',
    ADULT,
    (draft) => {
      const refused = outcome(draft, 'handover-reception-act', 'refused');
      refused.clears = without(refused.clears, 'removalDecided');
    },
  ],
  [
    'INV-A16',
    'a re-route keeps the closed remedy window',
    VICTIM,
    (draft) => {
      const back = outcome(draft, 'protection-end', 'to-removal-procedure');
      back.clears = without(back.clears, 'remedyWindowClosed');
    },
  ],
  [
    'INV-C1',
    'a deferral lets the child return',
    CHILD,
    (draft) => {
      outcome(draft, 'bid-decision', 'defer').sets = ['bidReturn'];
    },
  ],
  [
    'INV-C1',
    'the view of the child is not asked',
    CHILD,
    unrequire('departure', 'childViewRecorded'),
  ],
  [
    'INV-C2',
    'a child departs without escort',
    VICTIM,
    unrequire('child-departure', 'escortAssigned'),
  ],
  ['INV-C3', 'reception is not confirmed', CHILD, unrequire('departure', 'receptionConfirmed')],
  [
    'INV-C4',
    'the referral of a minor is undone',
    ADULT,
    (draft) => {
      outcome(draft, 'absence-review', 'resumed').sets = ['personPresent', 'noReferralPending'];
    },
  ],
  [
    'INV-C5',
    'migration decides on best interests',
    CHILD,
    (draft) => {
      step(draft, 'bid-decision').by = 'MIG-S';
    },
  ],
  [
    'INV-C6',
    'a child moves to a procedure for adults',
    CHILD,
    unrequire('age-transfer', 'ageFindingFinal'),
  ],
  [
    'INV-C7',
    'doubt about age makes an adult',
    CHILD,
    (draft) => {
      outcome(draft, 'presume-minority', 'doubt').clears = ['childTreatment'];
    },
  ],
  [
    'INV-C8',
    'a child is handed to the migration authority',
    CHILD,
    (draft) => {
      step(draft, 'handover-reception-act').by = ['CPA-S', 'MIG-R', 'IOM'];
    },
  ],
  [
    'INV-C9',
    'the file of a child closes without visits',
    CHILD,
    (draft) => {
      step(draft, 'closure').when = 'placementSettled';
    },
  ],
  [
    'INV-T1',
    'the consulate learns without authorisation',
    VICTIM,
    unrequire('nationality-request', 'disclosureAuthorised'),
  ],
  [
    'INV-T2',
    'no testimony, no reflection',
    VICTIM,
    (draft) => {
      outcome(draft, 'justice-notice', 'not-sent').sets = ['reflectionDone'];
    },
  ],
  [
    'INV-T3',
    'an adult victim departs without consent',
    VICTIM,
    unrequire('departure', 'consentValid'),
  ],
  [
    'INV-T4',
    'shelter only for whoever testifies',
    VICTIM,
    (draft) => {
      step(draft, 'shelter-and-care').when = { all: ['assistanceAccepted', 'justice-notice:sent'] };
    },
  ],
  [
    'INV-T5',
    'the account leaves the closed list',
    VICTIM,
    (draft) => {
      step(draft, 'legal-status').shares = [
        { ...step(draft, 'safety-first').shares![0]!, categories: ['D6'], on: ['granted'] },
      ];
    },
  ],
  [
    'INV-T6',
    'a victim travels with the migration authority',
    VICTIM,
    (draft) => {
      step(draft, 'departure').by = ['IOM', 'MIG-S'];
    },
  ],
  ['INV-T7', 'nobody may ask to stay', VICTIM, dropEvent('stay-requested')],
  ['INV-V1', 'consent is not reconfirmed', VOLUNTARY, unrequire('departure', 'consentValid')],
  [
    'INV-V2',
    'withdrawal leads to a removal under way',
    VOLUNTARY,
    (draft) => {
      outcome(draft, 'previous-procedure', 'resumed').continues = {
        protocol: ADULT,
        entry: 'removal-decision',
      };
    },
  ],
  [
    'INV-V4',
    'the country of origin is told unasked',
    VOLUNTARY,
    (draft) => {
      const [share] = step(draft, 'advance-notice').shares!;
      delete share!.restsOn;
    },
  ],
  [
    'INV-V3',
    'a husband consents for his wife',
    VOLUNTARY,
    (draft) => {
      const who = step(draft, 'consent').form!.find(({ id }) => id === 'consent-whose')!;
      who.options!.push({ id: 'husband', title: { es: 'Su marido', en: 'Her husband' } });
    },
  ],
  [
    'INV-V3',
    'nobody writes down who was there',
    ADULT,
    (draft) => {
      const offer = step(draft, 'reintegration-offer');
      offer.form = offer.form!.filter(({ id }) => id !== 'consent-private');
    },
  ],
  [
    'INV-V3',
    'silence accepts the consulate',
    VOLUNTARY,
    (draft) => {
      const deadline = step(draft, 'document-check').deadline!;
      Object.assign(deadline, { silence: 'L4', lapse: 'consulate-agreed' });
    },
  ],
  [
    'INV-V3',
    'whoever detains takes the consent',
    VOLUNTARY,
    (draft) => {
      (step(draft, 'consent-reconfirmation').by as unknown) = ['IOM', 'MIG-S'];
    },
  ],
  [
    'INV-V5',
    'who refuses the notice home may not go to the consulate either',
    VOLUNTARY,
    (draft) => {
      outcome(draft, 'advance-notice', 'declined').clears!.push('consularContactAgreed');
    },
  ],
  [
    'INV-V5',
    'nobody may take the agreement to contact back',
    VOLUNTARY,
    (draft) => {
      for (const id of ['withdrawn-contact', 'consent-revoked']) {
        event(draft, id).revokes = without(event(draft, id).revokes, 'contact');
      }
    },
  ],
  [
    'INV-V5',
    'the departure rests on no declared consent',
    VICTIM,
    (draft) => {
      const own = draft.consents!.find(({ id }) => id === 'return')!;
      delete own.reconfirm;
      for (const { consent } of draft.steps)
        for (const asked of consent ?? []) delete asked.reconfirms;
    },
  ],
  [
    'INV-P1',
    'the consulate is told during an asylum claim',
    ADULT,
    unrequire('consular-notification', 'consularContactAllowed'),
  ],
  [
    'INV-P2',
    'the municipality gets the file',
    ADULT,
    (draft) => {
      step(draft, 'referral').shares!.find(({ to }) => to === 'MUN')!.categories = ['D1', 'D8'];
    },
  ],
  [
    'INV-P2',
    'the prosecutor gets everything the victim ever said',
    VICTIM,
    (draft) => {
      delete (step(draft, 'justice-notice').shares![0] as { only?: unknown }).only;
    },
  ],
  [
    'INV-P3',
    'criminal records reach reception',
    ADULT,
    (draft) => {
      step(draft, 'vulnerable-advance-notice').shares![0]!.categories = ['D9'];
    },
  ],
  [
    'INV-C1',
    'a change in the family leaves the determination as it was',
    CHILD,
    keepAt('family-change', 'bidReturn'),
  ],
  [
    'INV-C1',
    'nobody can report a change in the family of a child victim',
    VICTIM,
    dropEvent('family-change'),
  ],
  [
    'INV-P7',
    'one person alone tells the consulate',
    ADULT,
    (draft) => {
      delete (step(draft, 'readmission-application') as { secondPerson?: unknown }).secondPerson;
    },
  ],
  [
    'INV-P7',
    'silence tells the consulate',
    ADULT,
    (draft) => {
      const { deadline } = step(draft, 'readmission-application');
      Object.assign(deadline!, { silence: 'L3', lapse: 'sent' });
    },
  ],
  [
    'INV-P7',
    'one person alone tells the consulate beside a name of that State that need not sign',
    ADULT,
    (draft) => {
      step(draft, 'nationality-verification').by = ['CON', 'LEGAL'];
      outcome(draft, 'nationality-verification', 'confirmed').alone = true;
    },
  ],
  [
    'INV-P7',
    'one person alone tells the ministry beside a registry that was never told',
    ADULT,
    (draft) => {
      const application = step(draft, 'readmission-application');
      delete (application as { secondPerson?: unknown }).secondPerson;
      application.by = ['MIG-S', 'CIV-R'];
    },
  ],
  [
    'INV-P9',
    'a consulate that says it is of neither State',
    ADULT,
    (draft) => {
      draft.roles.find(({ id }) => id === 'CON')!.side = 'either';
    },
  ],
  [
    'INV-P8',
    'one person alone makes a child an adult',
    CHILD,
    (draft) => {
      delete (step(draft, 'presume-minority') as { secondPerson?: unknown }).secondPerson;
    },
  ],
  [
    'INV-P8',
    'one of two institutions makes a child in doubt an adult',
    VICTIM,
    (draft) => {
      outcome(draft, 'age-finding', 'adult').alone = true;
    },
  ],
  [
    'INV-P8',
    'one person alone finds no grounds for protecting a victim',
    VICTIM,
    (draft) => {
      delete (step(draft, 'preliminary-identification') as { secondPerson?: unknown }).secondPerson;
    },
  ],
  [
    'INV-P8',
    'one person alone records a removal as voluntary',
    ADULT,
    (draft) => {
      delete (step(draft, 'voluntary-return-offer') as { secondPerson?: unknown }).secondPerson;
    },
  ],
  [
    'INV-P8',
    'one person alone undoes a withdrawal',
    VOLUNTARY,
    (draft) => {
      delete (step(draft, 'withdrawal') as { secondPerson?: unknown }).secondPerson;
    },
  ],
  [
    'INV-P8',
    'silence ends the protection of a victim',
    VICTIM,
    (draft) => {
      Object.assign(step(draft, 'protection-end').deadline!, {
        silence: 'L3',
        lapse: 'to-removal-procedure',
      });
    },
  ],
  [
    'INV-P8',
    'a report of anybody reopens a return that was closed',
    CHILD,
    (draft) => {
      (event(draft, 'court-order').sets as unknown) = ['returnOpen'];
    },
  ],
  [
    'INV-P8',
    'nobody is told that an asylum claim is over',
    VOLUNTARY,
    (draft) => {
      delete (outcome(draft, 'asylum-hold', 'withdrawn') as { lowers?: unknown }).lowers;
    },
  ],
  [
    'INV-P5',
    'a fingerprint template is kept',
    ADULT,
    (draft) => {
      step(draft, 'nationality-verification').form!.find(
        ({ category }) => category === 'D3',
      )!.type = 'text';
    },
  ],
  [
    'INV-P6',
    'the consulate keeps what it has after a claim to asylum',
    ADULT,
    (draft) => {
      draft.steps = draft.steps.filter(({ id }) => id !== 'recall-con');
    },
  ],
  [
    'INV-G1',
    'listed without clearance',
    ADULT,
    unrequire('manifest-proposal', 'individuallyCleared'),
  ],
  ['INV-G3', 'the family is not looked at', ADULT, unrequire('departure', 'familyUnityOk')],
  [
    'INV-G4',
    'declining support ends the run',
    ADULT,
    (draft) => {
      outcome(draft, 'reintegration-offer', 'declines').ends = 'closed-declined';
    },
  ],
  [
    'INV-M1',
    'the monitor hears nothing',
    ADULT,
    (draft) => {
      step(draft, 'monitor-notice').shares = [];
    },
  ],
  [
    'REGIME',
    'a lighter regime',
    VICTIM,
    (draft) => {
      draft.regime = 'no-return';
    },
  ],
];

const errorsIn = (found: readonly CheckFinding[]) =>
  found.filter(({ severity }) => severity === 'error');

describe('the shipped protocols', () => {
  test.each(SHIPPED.map(({ id }) => id))('%s keeps every safeguard', (id) => {
    const found = errorsIn(checkDefinition(shipped(id)));
    expect(found.map(({ invariant, where }) => `${invariant} ${where}`)).toEqual([]);
  });

  test('checking the largest takes less than two seconds', () => {
    const times = SHIPPED.map((definition) => {
      const from = performance.now();
      checkDefinition(definition);
      return { id: definition.id, ms: Math.round(performance.now() - from) };
    });
    console.log(times.map(({ id, ms }) => `${id}: ${ms} ms`).join(', '));
    expect(Math.max(...times.map(({ ms }) => ms))).toBeLessThan(2000);
  });
});

describe('a protocol that breaks one thing is refused', () => {
  test.each(BROKEN)('%s: %s (%s)', (invariant, _, id, change) => {
    const found = errorsIn(checkDefinition(broken(id, change)));
    expect(found.map((one) => one.invariant)).toContain(invariant);
    for (const { must, found: said, fix } of found) {
      for (const { es, en } of [must, said, fix]) {
        expect(es).not.toMatch(/^$|\{\w+\}/);
        expect(en).not.toMatch(/^$|\{\w+\}/);
      }
    }
  });

  test('there is a broken protocol for every safeguard that needs no directory', () => {
    const tried = new Set(BROKEN.map(([invariant]) => invariant));
    const untried = INVARIANTS.map(({ id }) => id).filter((id) => !tried.has(id));
    expect(untried).toEqual(['INV-A14']);
  });
});

test('who must sign beside the consulate that holds the data already releases nothing', () => {
  const signed = broken(ADULT, (draft) => {
    step(draft, 'nationality-verification').by = ['CON', 'LEGAL'];
  });
  expect(errorsIn(checkDefinition(signed))).toEqual([]);
});

test('a role the directory cannot fill is named', () => {
  const kinds = shipped(ADULT)
    .roles.filter(({ id }) => id !== 'OPB')
    .map(({ kind, side }) => ({ kind, side }));
  const found = errorsIn(checkDefinition(shipped(ADULT), { kinds }));
  expect(found.map(({ invariant, where }) => `${invariant} ${where}`)).toEqual([
    'INV-A14 roles/OPB',
  ]);
});

test('the way to a missing requirement starts with the run and ends with the departure', () => {
  const [found] = checkDefinition(broken(ADULT, unrequire('departure', 'familyUnityOk')));
  expect(found?.path.map(({ kind, step: at, outcome: answer }) => [kind, at, answer])).toEqual([
    ['started', undefined, undefined],
    ['answered', 'departure', 'left'],
  ]);
  expect(found?.tracks).toEqual(['familyUnityOk']);
});

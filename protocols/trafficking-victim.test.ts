import { describe, expect, test } from 'vitest';
import {
  definition,
  entails,
  factOf,
  get,
  getEvent,
  getOutcome,
  MARKER,
  roles,
  settersOf,
  steps,
  textsIn,
  withEffect,
} from '../test/fixtures/protected-definition.js';
import type { Condition } from './language/condition.js';
import { signers } from './language/step.js';
import { validateDefinition } from './language/validate.js';
import { EVERYTHING } from './trafficking-victim/needs.js';

const ORDER =
  `indicator-detected safety-first preliminary-identification presume-minority inform-rights assistance-consent
  shelter-and-care recovery-reflection formal-identification legal-status justice-notice risk-assessment
  legal-proceedings-check options-and-decision alternatives-to-return non-refoulement-assessment
  disclosure-authorisation nationality-verification travel-document safe-return-plan family-contact-check
  reception-confirmation escort-and-fitness pre-departure-check departure handover-reception-act
  r-protected-reception r-shelter r-security-check-ins referral reintegration-plan follow-up-visit
  sustainability-score closure`.split(/\s+/);

/** Facts of the table of the protocol that a departure needs, written down apart from the definition. */
const EVERY_DEPARTURE =
  `individualAssessed nonRefoulementClear riskCleared reflectionDone proceedingsFree identificationReviewed
  disclosureAuthorised returnDecided returnOpen noObjection noRemedyPending noAsylumPending noMedicalHold
  noForceMajeure personPresent identityConfirmed travelDocValid fitToTravel windowValid safePlanAgreed
  receptionConfirmed escortSettled familyContactSettled rightsInformed finalCheckPassed`.split(
    /\s+/,
  );
const CHILD_DEPARTURE =
  `bidReturn childViewRecorded guardianActive carerOrCareSecured originConditionsOk escortAssigned
  childReceptionConfirmed decisionNotified remedyWindowClosed`.split(/\s+/);

describe('shape', () => {
  test('the validator finds nothing to refuse', () => {
    const errors = validateDefinition(definition).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('all 34 steps are there, in the order of the protocol', () => {
    const wanted = new Set(ORDER);
    expect(wanted.size).toBe(34);
    expect(steps.map(({ id }) => id).filter((id) => wanted.has(id))).toEqual(ORDER);
  });

  test('every text has both languages, and none tells why the run exists', () => {
    const texts = textsIn(definition, '');
    expect(texts.length).toBeGreaterThan(500);
    for (const { path, text } of texts) {
      expect(text.es?.trim(), path).toBeTruthy();
      expect(text.en?.trim(), path).toBeTruthy();
      expect(`${text.es} ${text.en}`, path).not.toMatch(MARKER);
    }
  });

  test('every step has a deadline with a source (INV-A13)', () => {
    for (const step of steps) {
      expect(step.deadline?.source.ref.length, step.id).toBeGreaterThan(3);
      expect(step.deadline?.source.mark, step.id).toBeDefined();
    }
  });

  test('no step asks a question an earlier step asked', () => {
    const alternatives = [
      ['preliminary-review', 'identification-review'],
      // What was declined at first is asked again, service by service.
      ['assistance-consent', 'assistance-open-door'],
      ['bid-decision', 'bid-decision-without-return'],
      ['travel-document', 'document-relay'],
      ['handover-reception-act', 'child-handover-reception-act'],
      ['follow-up-visit', 'extended-follow-up'],
      ['sustainability-score', 'final-sustainability-score'],
    ];
    const asked = new Map<string, string>();
    for (const step of steps) {
      // What became of the data is asked of each body that had it.
      if (step.recalls) continue;
      const group = alternatives.find((ids) => ids.includes(step.id))?.[0] ?? step.id;
      for (const field of step.form ?? []) {
        // Each consent is a conversation of its own.
        if (field.id === 'reasons' || field.id.startsWith('consent-')) continue;
        expect(asked.get(field.id) ?? group, `${step.id}/${field.id}`).toBe(group);
        asked.set(field.id, group);
      }
    }
  });

  test('the entries other protocols name are there', () => {
    const entry = definition.attributes.find(({ id }) => id === 'entry');
    for (const id of ['indicator-detected', 'r-protected-reception']) {
      expect(get(id).id).toBe(id);
      expect(entry?.options?.map((option) => option.id)).toContain(id);
    }
  });
});

describe('safeguards', () => {
  test('a safeguard never gets its way by silence, and the own decision has no pressure (INV-A6)', () => {
    const guarded = steps.filter((step) => step.safeguard);
    expect(guarded.length).toBeGreaterThan(30);
    for (const step of guarded) {
      const allowed = step.id === 'options-and-decision' ? ['L0'] : ['L2', 'L3'];
      expect(allowed, step.id).toContain(step.deadline?.silence);
    }
    for (const id of `safety-first preliminary-identification presume-minority inform-rights recovery-reflection
      formal-identification risk-assessment legal-proceedings-check options-and-decision
      non-refoulement-assessment disclosure-authorisation safe-return-plan reception-confirmation
      escort-and-fitness pre-departure-check handover-reception-act`.split(/\s+/)) {
      expect(get(id).safeguard, id).toBe(true);
    }
  });

  test('no lapse sets what a departure or handover needs, except the end of the remedy window (INV-A7)', () => {
    const needed = new Set(
      [...withEffect('departs'), ...withEffect('hands-over')].flatMap(
        ({ requires }) => requires ?? [],
      ),
    );
    const lapsed = steps.flatMap((step) =>
      step.outcomes
        .filter((outcome) => outcome.id === step.deadline?.lapse)
        .flatMap((outcome) => (outcome.sets ?? []).map(factOf))
        .filter((fact) => needed.has(fact)),
    );
    expect(lapsed).toEqual(['remedyWindowClosed']);
  });

  test('both departures require every safeguard of their own (INV-A1, A2, A11, C1 to C3, T3, V1)', () => {
    const departing = withEffect('departs');
    expect(departing.map(({ id }) => id)).toEqual(['departure', 'child-departure']);
    for (const step of departing) {
      expect(step.requires, step.id).toEqual(expect.arrayContaining(EVERY_DEPARTURE));
    }
    expect(get('departure').requires).toEqual(
      expect.arrayContaining(['consentValid', 'majorityEstablished']),
    );
    expect(get('child-departure').requires).toEqual(expect.arrayContaining(CHILD_DEPARTURE));
    expect(get('pre-departure-check').requires).toEqual(
      expect.arrayContaining(EVERY_DEPARTURE.filter((fact) => fact !== 'finalCheckPassed')),
    );
  });

  test('each fact a departure needs is set by an answer of its own step only', () => {
    const own: Record<string, string[]> = {
      individualAssessed: ['risk-assessment:low', 'risk-assessment:manageable'],
      riskCleared: ['risk-assessment:low', 'risk-assessment:manageable'],
      nonRefoulementClear: ['non-refoulement-assessment:clear'],
      reflectionDone: ['recovery-reflection:ended-early', 'reflection-end:ended'],
      identificationReviewed: ['formal-identification:recognised'],
      disclosureAuthorised: ['disclosure-authorisation:given'],
      proceedingsFree: [
        'legal-proceedings-check:free',
        'proceedings-choice:does-not-wait',
        'proceedings-choice:none-pending',
      ],
      returnDecided: [
        'bid-decision:return-alternative-care',
        'bid-decision:return-family',
        'options-and-decision:return',
      ],
      bidReturn: ['bid-decision:return-alternative-care', 'bid-decision:return-family'],
      consentValid: ['pre-departure-check:reconfirmed'],
      majorityEstablished: ['age-conclusion:adult', 'presume-minority:adult'],
      identityConfirmed: ['nationality-verification:confirmed'],
      travelDocValid: ['document-relay:issued', 'travel-document:issued'],
      receptionConfirmed: ['reception-confirmation:confirmed'],
      escortAssigned: ['escort-assignment:assigned'],
      carerOrCareSecured: ['alternative-care-in-origin:secured', 'carer-agreement:agrees'],
      childViewRecorded: ['child-view:recorded'],
      finalCheckPassed: ['child-pre-departure-check:cleared', 'pre-departure-check:reconfirmed'],
    };
    for (const [fact, setters] of Object.entries(own))
      expect(settersOf(fact), fact).toEqual(setters);
  });

  test('every handover has the signatures of two States and of the escort (INV-A10, C8)', () => {
    const handing = withEffect('hands-over');
    expect(handing.map(({ id }) => id)).toEqual([
      'handover-reception-act',
      'child-handover-reception-act',
    ]);
    for (const step of handing) {
      const sides = signers(step).map((id) => roles.find((role) => role.id === id)?.side);
      expect(sides, step.id).toEqual(['sending', 'receiving', 'either']);
      expect(step.requires).toEqual(
        expect.arrayContaining(['noRemedyPending', 'noAsylumPending', 'noObjection', 'inTransit']),
      );
      expect(step.outcomes.find(({ id }) => id === 'signed')?.alone).toBeUndefined();
      expect(step.outcomes.find(({ id }) => id === 'unsafe')?.alone).toBe(true);
    }
    expect(get('handover-reception-act').by).toEqual(['ATU-S', 'ATU-R', 'IOM']);
    expect(get('child-handover-reception-act').by).toEqual(['CPA-S', 'CPA-R', 'IOM']);
    expect(get('child-handover-reception-act').requires).toContain('escortAssigned');
  });

  test('after a departure the run closes only once the person was received (INV-A9)', () => {
    expect(settersOf('received')).toEqual([
      'child-handover-reception-act:signed',
      'handover-reception-act:signed',
      'r-protected-reception:received',
    ]);
    expect(withEffect('closes').map(({ id }) => id)).toEqual(['closure']);
    for (const step of steps) {
      if (
        !step.outcomes.some(
          ({ ends }) => ends?.startsWith('closed-d') || ends === 'closed-lost-contact',
        )
      )
        continue;
      expect(step.requires, step.id).toContain('received');
    }
    expect(get('r-protected-reception').when).toEqual({
      any: [
        'handover-reception-act:signed',
        'child-handover-reception-act:signed',
        { all: ['start', { attribute: 'entry', is: 'r-protected-reception' }] },
      ],
    });
  });

  test('unsafe at arrival, brought back, or on to another protocol: nothing of the old readiness is left (INV-A15, A16)', () => {
    for (const id of ['handover-reception-act', 'child-handover-reception-act']) {
      expect(getOutcome(id, 'unsafe').clears, id).toEqual(expect.arrayContaining([...EVERYTHING]));
    }
    expect(getOutcome('bring-back', 'brought-back').clears).toEqual(
      expect.arrayContaining([...EVERYTHING, 'inTransit']),
    );
    const moving = steps.flatMap(({ outcomes }) => outcomes.filter(({ continues }) => continues));
    expect(moving.length).toBeGreaterThan(4);
    for (const outcome of moving) {
      expect(outcome.clears, outcome.id).toEqual(expect.arrayContaining([...EVERYTHING]));
    }
    const departing = new Set([...EVERY_DEPARTURE, ...CHILD_DEPARTURE, 'consentValid']);
    const kept = [...departing].filter((fact) => !(EVERYTHING as readonly string[]).includes(fact));
    // What is kept is evidence, a hold, or a right: none of it makes a departure ready.
    expect(kept.sort()).toEqual(
      `guardianActive identificationReviewed noAsylumPending noForceMajeure noMedicalHold noObjection noRemedyPending
      personPresent reflectionDone returnOpen rightsInformed`.split(/\s+/),
    );
  });

  test('a child is never sent to a removal or an adult procedure (INV-C4, C7)', () => {
    for (const step of steps) {
      for (const outcome of step.outcomes) {
        const to = outcome.continues?.protocol;
        if (to !== 'adult-deportee' && to !== 'voluntary-return') continue;
        expect(step.requires, step.id).toContain('majorityEstablished');
      }
    }
    const adultOutcomes = ['presume-minority', 'age-finding', 'age-conclusion'].map((id) =>
      getOutcome(id, 'adult'),
    );
    for (const outcome of adultOutcomes) expect(outcome.alone).toBeUndefined();
    for (const id of ['presume-minority', 'age-finding']) {
      const lapse = get(id).outcomes.find((one) => one.id === get(id).deadline?.lapse);
      expect(lapse?.sets, id).toBeUndefined();
    }
    expect(get('presume-minority').deadline?.lapse).toBe('child-presumed');
    expect(getOutcome('presume-minority', 'child-presumed').assigns).toEqual({ isMinor: true });
    expect(getEvent('minority-claim').assigns).toEqual({ isMinor: true });
    expect(getEvent('minority-claim').clears).toContain('majorityEstablished');
  });

  test('the best interests of a child are decided by child protection alone (INV-C5)', () => {
    for (const id of ['bid-decision', 'bid-decision-without-return', 'bid-report', 'child-view']) {
      expect(get(id).by, id).toBe('CPA-S');
    }
    expect(get('options-and-decision').requires).toContain('majorityEstablished');
  });

  test('the run of a child closes only after a year of contacts, or for a listed reason (INV-C9)', () => {
    const closing = get('closure').when as { all: readonly Condition[] };
    const [, ways] = closing.all as [Condition, { any: readonly Condition[] }];
    const exempt = new Set([
      'follow-up-visit:left',
      'extended-follow-up:left',
      'event:left-area',
      'r-child-search:other-decision',
    ]);
    for (const way of ways.any) {
      if (typeof way === 'string') expect([...exempt]).toContain(way);
      else {
        const notAChild = JSON.stringify(way).includes('{"not":{"attribute":"isMinor","is":true}}');
        expect(notAChild || entails(way, 'finished:follow-up-visit'), JSON.stringify(way)).toBe(
          true,
        );
      }
    }
    expect(get('follow-up-visit').series?.at.map(({ length }) => length)).toEqual([1, 3, 6, 9, 12]);
  });

  test('remedies, claims, signs and withdrawals are accepted from anyone until the handover (INV-A5)', () => {
    const until = JSON.stringify({
      all: [{ not: 'received' }, { not: { attribute: 'entry', is: 'r-protected-reception' } }],
    });
    for (const id of [
      'appeal-filed',
      'asylum-claim',
      'trafficking-indicator',
      'minority-claim',
      'consent-revoked',
    ]) {
      const event = getEvent(id);
      expect(event.by, id).toBe('anyone');
      expect([undefined, until], id).toContain(event.while && JSON.stringify(event.while));
    }
  });

  test('new risk clears the assessments a departure rests on (INV-A2)', () => {
    for (const id of ['new-risk-information', 'trafficking-indicator']) {
      expect(getEvent(id).clears).toEqual(
        expect.arrayContaining([
          'individualAssessed',
          'riskCleared',
          'nonRefoulementClear',
          'returnDecided',
          'bidReturn',
          'consentValid',
        ]),
      );
    }
  });
});

test('every limit has somebody who decides once it is used up (INV-A8)', () => {
  const named = JSON.stringify(steps.map((step) => step.when));
  const limited = steps.filter(({ limit }) => limit !== undefined);
  expect(limited.length).toBeGreaterThan(9);
  for (const step of limited) expect(named, step.id).toContain(`"exhausted:${step.id}"`);
});

test('a person stays with a residence somebody granted, not with one that was meant to be granted', () => {
  const permit = get('alternatives-to-return').form?.find(({ id }) => id === 'stay-permit');
  expect(permit?.required).toEqual(['residence']);
});

test('what UNHCR and UNICEF say of the country of origin is written down, or why they were not asked', () => {
  const advice = get('origin-risk-assessment').form?.find(({ id }) => id === 'origin-advice');
  expect(advice).toMatchObject({ required: true });
});

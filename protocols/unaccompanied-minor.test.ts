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
} from '../test/fixtures/minor-definition.js';
import { signers } from './language/step.js';
import { validateDefinition } from './language/validate.js';
import { BID, EVERYTHING, JOURNEY } from './unaccompanied-minor/needs.js';

/** The rows of the protocol, in its order; row 9 is three steps. */
const ORDER =
  `register-child presume-minority notify-child-protection place-in-care urgent-measures appoint-guardian inform-child
  initial-assessment trafficking-screening international-protection-screening immediate-risk-of-return
  consular-notification consular-interview identity-confirmation child-interview family-tracing family-assessment
  carer-agreement alternative-care-in-origin origin-risk-assessment child-view bid-report bid-decision notify-decision
  appeal-window appeal-pending alternatives-to-return prepare-return individual-return-plan travel-document
  reception-confirmation escort-assignment fit-to-travel itinerary-and-window advance-notice pre-departure-check
  departure transit-log handover-reception-act reception-immediate-assistance reception-notify-child-protection
  reception-screening family-reunification referral reintegration-plan follow-up-visit sustainability-score closure
  post-return-report`.split(/\s+/);

const SAFEGUARDS =
  `presume-minority appoint-guardian initial-assessment trafficking-screening international-protection-screening
  immediate-risk-of-return identity-confirmation family-assessment carer-agreement alternative-care-in-origin
  origin-risk-assessment child-view bid-decision notify-decision reception-confirmation escort-assignment fit-to-travel
  itinerary-and-window pre-departure-check handover-reception-act reception-screening family-reunification`.split(
    /\s+/,
  );

/** What a departure needs, written down apart from the definition. */
const DEPARTURE =
  `individualAssessed traffickingScreened protectionScreened nonRefoulementClear originConditionsOk bidReturn
  childViewRecorded guardianActive carerOrCareSecured decisionNotified remedyWindowClosed noRemedyPending noAsylumPending
  noMedicalHold noForceMajeure personPresent childTreatment identityConfirmed travelDocValid windowValid siblingsSettled
  receptionConfirmed escortAssigned fitToTravel noticeAcknowledged individualPlanAgreed consulateNotified returnOpen
  inSendingState finalCheckPassed familyChecked`.split(/\s+/);

describe('shape', () => {
  test('the validator finds nothing to refuse', () => {
    const errors = validateDefinition(definition).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('all 47 rows are there, in the order of the protocol', () => {
    const wanted = new Set(ORDER);
    expect(wanted.size).toBe(49);
    expect(steps.map(({ id }) => id).filter((id) => wanted.has(id))).toEqual(ORDER);
  });

  test('every text has both languages and none carries a marker', () => {
    const texts = textsIn(definition, '');
    expect(texts.length).toBeGreaterThan(500);
    for (const { path, text } of texts) {
      expect(text.es?.trim(), path).toBeTruthy();
      expect(text.en?.trim(), path).toBeTruthy();
      // The two directory names of the units are what these institutions are called.
      if (path.startsWith('/roles/')) continue;
      expect(`${text.es} ${text.en}`, path).not.toMatch(MARKER);
    }
  });

  test('every step has a deadline with a source (INV-A13)', () => {
    for (const step of steps) expect(step.deadline?.source.ref.length, step.id).toBeGreaterThan(3);
  });

  test('the entries other protocols name are there', () => {
    const entry = definition.attributes.find(({ id }) => id === 'entry');
    for (const id of ['register-child', 'presume-minority', 'reception-screening']) {
      expect(get(id).id).toBe(id);
      expect(entry?.options?.map((option) => option.id)).toContain(id);
    }
  });

  test('no step asks a question an earlier step asked', () => {
    const alternatives = [
      ['bid-decision', 'bid-decision-without-return'],
      ['travel-document', 'document-relay'],
      ['follow-up-visit', 'extended-follow-up'],
      ['sustainability-score', 'final-sustainability-score'],
    ];
    const asked = new Map<string, string>();
    for (const step of steps) {
      // What became of the data is asked of each body that had it.
      if (step.recalls) continue;
      const group = alternatives.find((ids) => ids.includes(step.id))?.[0] ?? step.id;
      for (const field of step.form ?? []) {
        if (field.id === 'reasons') continue;
        expect(asked.get(field.id) ?? group, `${step.id}/${field.id}`).toBe(group);
        asked.set(field.id, group);
      }
    }
  });

  test('every limit has somebody who decides once it is used up (INV-A8)', () => {
    const named = JSON.stringify(steps.map((step) => step.when));
    const limited = steps.filter(({ limit }) => limit !== undefined);
    expect(limited.length).toBeGreaterThan(7);
    for (const step of limited) expect(named, step.id).toContain(`"exhausted:${step.id}"`);
  });
});

test('what is taken back can open again: its reason to be open is cleared by the same act (INV-A8)', () => {
  const acts = [...steps.flatMap(({ outcomes }) => outcomes), ...definition.events];
  const taking = acts.filter((act) => act.withdraws?.includes('transfer'));
  expect(taking.length).toBeGreaterThan(20);
  for (const act of taking) {
    if (act.id === 'signed' || act.id === 'deceased') continue;
    expect(act.clears, act.id).toEqual(expect.arrayContaining([...JOURNEY]));
    if (!act.withdraws?.includes('preparation')) continue;
    expect(act.clears, act.id).toEqual(expect.arrayContaining([...BID]));
  }
});

test('whatever voids a determination, the child is heard again before the next one', () => {
  const acts = [...steps.flatMap(({ outcomes }) => outcomes), ...definition.events];
  // An end of the way of return; whoever opens it again clears everything. Suppressed, none was made yet.
  const closing = acts.filter((act) => act.clears?.includes('returnOpen'));
  const voiding = acts.filter((act) => act.clears?.includes('bidReturn') && !closing.includes(act));
  expect(voiding.length).toBeGreaterThan(12);
  for (const act of voiding) {
    if (act.id === 'suppressed' || act.id === 'asylum-claim') continue;
    expect(act.clears, act.id).toContain('childViewRecorded');
  }
  for (const opening of acts.filter((act) => act.sets?.includes('returnOpen'))) {
    expect(opening.clears, opening.id).toContain('childViewRecorded');
  }
  for (const ruling of ['refused', 'withdrawn', 'recognised']) {
    expect(getOutcome('asylum-hold', ruling).clears).toContain('childViewRecorded');
  }
});

describe('safeguards', () => {
  test('no safeguard gets its way by silence (INV-A6)', () => {
    for (const id of SAFEGUARDS) expect(get(id).safeguard, id).toBe(true);
    for (const step of steps.filter(({ safeguard }) => safeguard)) {
      expect(['L2', 'L3'], step.id).toContain(step.deadline?.silence);
      const lapse = step.outcomes.find(({ id }) => id === step.deadline?.lapse);
      expect(lapse?.sets, step.id).toBeUndefined();
    }
  });

  test('no lapse sets what a departure or handover needs, except the end of the window (INV-A7)', () => {
    const needed = new Set(
      [...withEffect('departs'), ...withEffect('hands-over')].flatMap(
        (step) => step.requires ?? [],
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

  test('the departure requires every safeguard (INV-A1 to A4, A11, C1 to C4)', () => {
    expect(withEffect('departs').map(({ id }) => id)).toEqual(['departure']);
    expect([...(get('departure').requires ?? [])].sort()).toEqual([...DEPARTURE].sort());
    for (const { id, despiteMissing } of get('departure').outcomes) {
      expect(despiteMissing, id).toBe(id === 'left' ? undefined : true);
    }
  });

  test('each fact a departure needs is set by an answer of its own step only', () => {
    const own: Record<string, string[]> = {
      individualAssessed: ['initial-assessment:done'],
      traffickingScreened: ['trafficking-screening:none'],
      protectionScreened: ['international-protection-screening:none'],
      nonRefoulementClear: ['immediate-risk-of-return:clear'],
      originConditionsOk: ['origin-risk-assessment:acceptable'],
      bidReturn: ['bid-decision:return-alternative-care', 'bid-decision:return-family'],
      childViewRecorded: ['child-view:recorded'],
      guardianActive: ['appoint-guardian:appointed'],
      carerOrCareSecured: ['alternative-care-in-origin:secured', 'carer-agreement:agrees'],
      consulateNotified: ['consular-notification:sent'],
      identityConfirmed: ['identity-confirmation:confirmed'],
      decisionNotified: ['notify-decision:notified'],
      remedyWindowClosed: ['appeal-window:none-filed', 'appeal-window:waived'],
      travelDocValid: ['document-relay:issued', 'travel-document:issued'],
      receptionConfirmed: ['reception-confirmation:confirmed'],
      escortAssigned: ['escort-assignment:assigned'],
      fitToTravel: ['fit-to-travel:fit'],
      windowValid: ['itinerary-and-window:inside-window'],
      noticeAcknowledged: ['advance-notice-reply:acknowledged'],
      finalCheckPassed: ['pre-departure-check:cleared'],
      received: [
        'handover-reception-act:signed',
        'reception-screening:safe',
        'reception-screening:threat',
      ],
    };
    for (const [fact, setters] of Object.entries(own)) {
      expect(settersOf(fact), fact).toEqual(setters);
    }
  });

  test('the handover between States has both authorities and the escort (INV-A4, A10, C2, C8)', () => {
    const act = get('handover-reception-act');
    const sides = signers(act).map((id) => roles.find((role) => role.id === id)?.side);
    expect(sides).toEqual(['sending', 'receiving', 'receiving', 'either']);
    expect(act.requires).toEqual(
      expect.arrayContaining([
        'noRemedyPending',
        'noAsylumPending',
        'bidReturn',
        'escortAssigned',
        'receptionConfirmed',
      ]),
    );
    expect(getOutcome(act.id, 'signed').alone).toBeUndefined();
    expect(getOutcome(act.id, 'refused').alone).toBe(true);
    expect(withEffect('hands-over').map(({ id }) => id)).toEqual([act.id, 'family-reunification']);
    expect(get('family-reunification').by).toBe('CPA-R');
  });

  test('whatever stops a handover for good brings the child back (INV-A9)', () => {
    const back = JSON.stringify(get('bring-back').when);
    for (const fact of get('handover-reception-act').requires ?? []) {
      // An absent child is searched for; there is nobody to bring back.
      if (fact === 'inTransit' || fact === 'personPresent') continue;
      expect(back, fact).toContain(`{"not":"${fact}"}`);
    }
    for (const step of withEffect('closes')) expect(step.requires, step.id).toContain('received');
  });

  test('refused by the receiver, or on to another protocol: no readiness is left (INV-A15, A16)', () => {
    expect(getOutcome('handover-reception-act', 'refused').clears).toEqual(
      expect.arrayContaining([...EVERYTHING]),
    );
    const moving = steps.flatMap(({ outcomes }) => outcomes.filter(({ continues }) => continues));
    expect(moving.length).toBe(3);
    for (const outcome of moving) {
      expect(outcome.clears, outcome.id).toEqual(expect.arrayContaining([...EVERYTHING]));
    }
    // What is kept is evidence, a hold, or a right: none of it makes a departure ready.
    const kept = DEPARTURE.filter((fact) => !(EVERYTHING as readonly string[]).includes(fact));
    expect(kept.sort()).toEqual(
      `childTreatment familyChecked guardianActive inSendingState noAsylumPending noForceMajeure noMedicalHold noRemedyPending
      personPresent returnOpen siblingsSettled`.split(/\s+/),
    );
  });

  test('the best interests are decided by child protection alone (INV-C5)', () => {
    for (const id of [
      'bid-decision',
      'bid-decision-without-return',
      'bid-report',
      'child-view',
      'lead-decision',
    ]) {
      expect(get(id).by, id).toBe(id === 'lead-decision' ? 'RECTOR' : 'CPA-S');
    }
    const panel = get('bid-decision-without-return');
    expect(panel.outcomes.flatMap(({ sets }) => sets ?? [])).toEqual([]);
    expect(getOutcome('lead-decision', 'anew').sets).toEqual(['noMedicalHold']);
  });

  test('only a final finding of adulthood leads to an adult procedure (INV-C4, C7)', () => {
    for (const step of steps) {
      for (const outcome of step.outcomes) {
        const to = outcome.continues?.protocol;
        if (to !== 'adult-deportee' && to !== 'voluntary-return') continue;
        expect(step.requires, step.id).toContain('ageFindingFinal');
        expect(entails(step.when, 'ageFindingFinal')).toBe(true);
      }
    }
    expect(get('presume-minority').deadline?.lapse).toBe('child-presumed');
    expect(getOutcome('presume-minority', 'child-presumed').clears).toBeUndefined();
    expect(getEvent('minority-claim').sets).toEqual(['childTreatment']);
  });

  test('a run closes only after the last visit, or for a listed reason (INV-C9)', () => {
    expect(withEffect('closes').map(({ id }) => id)).toEqual(['closure', 'early-closure']);
    expect(entails(get('closure').when, 'finished:follow-up-visit')).toBe(true);
    expect(get('follow-up-visit').series?.at.map(({ length }) => length)).toEqual([1, 3, 6, 9, 12]);
    const early = get('early-closure').outcomes.flatMap(({ ends }) => ends ?? []);
    expect(early).toEqual(['closed-done-adult', 'closed-done-left', 'closed-done-court']);
    const endings = steps.filter(({ outcomes }) =>
      outcomes.some(({ ends }) => ends?.startsWith('closed-done')),
    );
    expect(endings.map(({ id }) => id)).toEqual(['closure', 'early-closure']);
  });

  test('remedies, claims, signs and withdrawals are accepted from anyone until the handover (INV-A5)', () => {
    const until = JSON.stringify(getEvent('appeal-filed').while);
    for (const id of [
      'appeal-filed',
      'asylum-claim',
      'trafficking-indicator',
      'minority-claim',
      'consent-revoked',
    ]) {
      expect(getEvent(id).by, id).toBe('anyone');
      expect([undefined, until], id).toContain(
        getEvent(id).while && JSON.stringify(getEvent(id).while),
      );
    }
    expect(until).not.toContain('inSendingState');
  });

  test('one of two screeners is enough to protect, never to clear (INV-A6)', () => {
    expect(getOutcome('trafficking-screening', 'grounds').alone).toBe(true);
    expect(getOutcome('international-protection-screening', 'indicated').alone).toBe(true);
    for (const id of ['trafficking-screening', 'international-protection-screening']) {
      expect(signers(get(id)).length, id).toBe(2);
      expect(getOutcome(id, 'none').alone, id).toBeUndefined();
    }
    for (const step of steps) {
      for (const outcome of step.outcomes.filter(({ alone }) => alone)) {
        const sets = (outcome.sets ?? []).map(factOf);
        expect(sets, `${step.id}:${outcome.id}`).toEqual(
          outcome.id === 'child-asks-return' ? ['returnOpen'] : [],
        );
      }
    }
  });

  test('new risk clears what a departure rests on (INV-A2)', () => {
    for (const id of ['new-risk-information', 'trafficking-indicator']) {
      expect(getEvent(id).clears).toEqual(
        expect.arrayContaining([
          'individualAssessed',
          'nonRefoulementClear',
          'bidReturn',
          'consulateNotified',
        ]),
      );
    }
  });
});

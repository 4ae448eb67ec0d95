import { describe, expect, test } from 'vitest';
import { toldByConsent } from '../test/fixtures/told-by-consent.js';
import { CHECK_NEEDS, EVERYTHING } from './adult-deportee/pieces.js';
import { adultDeportee } from './adult-deportee.js';
import type { Definition } from './language/definition.js';
import type { Category } from './language/form.js';
import type { Outcome, Step } from './language/step.js';
import { validateDefinition } from './language/validate.js';

const definition: Definition = adultDeportee;
const { steps, events } = definition;

const ORDER =
  `apprehension-record inform-rights consular-notification legal-assistance individual-screening
  individual-assessment non-refoulement-assessment voluntary-return-offer protection-or-regularisation
  removal-decision notify-decision appeal-window appeal-pending family-unity-check nationality-verification
  travel-document fit-to-travel manifest-proposal manifest-acceptance vulnerable-advance-notice
  criminal-information-notice belongings-and-papers pre-departure-check departure handover-reception-act
  nationality-doubt reception-registration reception-immediate-assistance reception-screening
  identity-documentation onward-transport reintegration-offer needs-and-skills-assessment reintegration-plan
  referral support-disbursement follow-up-visit sustainability-score closure`.split(/\s+/);

/** The widest a recipient may get by default; a share may only be narrower. */
const MATRIX: Record<string, readonly Category[]> = {
  'CPA-S': ['D1', 'D4', 'D7'],
  'CPA-R': ['D1', 'D4', 'D7'],
  CON: ['D1', 'D8', 'D10'],
  MFA: ['D1'],
  'MIG-S': ['D1', 'D7', 'D8', 'D9', 'D10'],
  'MIG-R': ['D1', 'D7', 'D10'],
  REC: ['D1', 'D7', 'D10'],
  'ATU-S': ['D1', 'D6'],
  'ATU-R': ['D1', 'D6'],
  'POL-R': ['D9'],
  ASY: ['D1', 'D6', 'D8'],
  'HEA-S': ['D1', 'D5a', 'D5b'],
  'HEA-R': ['D1', 'D5a', 'D5b'],
  LAB: ['D1', 'D2', 'D11', 'D12'],
  EDU: ['D1', 'D2', 'D11', 'D12'],
  SOC: ['D1', 'D2', 'D11', 'D12'],
  MUN: ['D1', 'D2', 'D12'],
  RECTOR: ['D1', 'D7', 'D8', 'D13'],
  MON: ['D10', 'D13'],
  // Not in the matrix: the registry matches, counsel acts for the person, funds as contracted.
  'CIV-R': ['D1', 'D3'],
  LEGAL: ['D1', 'D2', 'D4', 'D6', 'D8'],
  IOM: ['D1', 'D12'],
  OPB: ['D1', 'D2'],
};

function get(id: string): Step {
  const step = steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`No step ${id}`);
  return step;
}

function getEvent(id: string) {
  const event = events.find((candidate) => candidate.id === id);
  if (!event) throw new Error(`No event ${id}`);
  return event;
}

const factOf = (setting: NonNullable<Outcome['sets']>[number]) =>
  typeof setting === 'string' ? setting : setting.fact;

function settersOf(fact: string): Array<{ step: Step; outcome: Outcome }> {
  return steps.flatMap((step) =>
    step.outcomes
      .filter((outcome) => (outcome.sets ?? []).some((setting) => factOf(setting) === fact))
      .map((outcome) => ({ step, outcome })),
  );
}

describe('shape', () => {
  test('the validator finds nothing to refuse', () => {
    const errors = validateDefinition(definition).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('all 39 steps are there, in the order of the protocol', () => {
    const wanted = new Set(ORDER);
    expect(steps.map((step) => step.id).filter((id) => wanted.has(id))).toEqual(ORDER);
  });

  test('every text has both languages, and none says "ilegal"', () => {
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('es' in value || 'en' in value) {
        const { es, en } = value as { es?: string; en?: string };
        expect(es?.trim(), path).toBeTruthy();
        expect(en?.trim(), path).toBeTruthy();
        expect(`${es} ${en}`, path).not.toMatch(/\bilegal|\billegal|\btrata\b|traffick/i);
      }
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
    };
    walk(definition, '');
  });

  test('every step has a deadline with a source', () => {
    for (const step of steps) {
      expect(step.deadline?.source.ref.length, step.id).toBeGreaterThan(3);
      expect(step.deadline?.source.mark, step.id).toBeDefined();
    }
  });

  test('no step asks a question an earlier step asked', () => {
    const alternatives = [
      ['removal-decision', 'renewed-removal-decision'],
      ['travel-document', 'document-relay', 'standard-document'],
      ['nationality-doubt', 'nationality-doubt-extension'],
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
        const before = asked.get(field.id);
        expect(before === undefined || before === group, `${step.id}/${field.id}`).toBe(true);
        asked.set(field.id, group);
      }
    }
  });
});

describe('safeguards', () => {
  test('a safeguard never gets its way by silence', () => {
    const guarded = steps.filter((step) => step.safeguard);
    expect(guarded.length).toBeGreaterThan(20);
    for (const step of guarded) {
      expect(['L2', 'L3'], step.id).toContain(step.deadline?.silence);
    }
  });

  test('no lapse sets what a departure or handover needs, except the end of the remedy window', () => {
    const needed = new Set([
      ...get('departure').requires!,
      ...get('handover-reception-act').requires!,
    ]);
    const lapsed = steps.flatMap((step) =>
      step.outcomes
        .filter((outcome) => outcome.id === step.deadline?.lapse)
        .flatMap((outcome) => (outcome.sets ?? []).map(factOf))
        .filter((fact) => needed.has(fact)),
    );
    expect(lapsed).toEqual(['remedyWindowClosed']);
  });

  test('departure requires every safeguard, and so does the check before it', () => {
    const facts =
      `individualAssessed nonRefoulementClear removalDecided decisionNotified remedyWindowClosed
      noRemedyPending noAsylumPending noReferralPending familyUnityOk identityConfirmed travelDocValid fitToTravel
      noMedicalHold noForceMajeure receptionConfirmed windowValid needsAnnounced belongingsReturned
      individuallyCleared monitorNotified rightsInformed personPresent`.split(/\s+/);
    expect(CHECK_NEEDS).toEqual(expect.arrayContaining(facts));
    const departing = steps.filter((step) => step.effects?.includes('departs'));
    expect(departing.map((step) => step.id)).toEqual(['departure']);
    expect(departing[0]!.requires).toEqual(expect.arrayContaining([...facts, 'finalCheckPassed']));
    expect(get('pre-departure-check').requires).toEqual(expect.arrayContaining(facts));
    expect(get('manifest-proposal').requires).toContain('individuallyCleared');
  });

  test('each fact a departure needs is set by an answer of its own step only', () => {
    const own: Record<string, string[]> = {
      individualAssessed: ['individual-assessment'],
      nonRefoulementClear: ['non-refoulement-assessment'],
      decisionNotified: ['notify-decision'],
      remedyWindowClosed: ['appeal-window'],
      familyUnityOk: ['family-unity-check'],
      identityConfirmed: ['nationality-verification'],
      travelDocValid: ['travel-document', 'document-relay', 'standard-document'],
      fitToTravel: ['fit-to-travel'],
      individuallyCleared: ['individual-clearance', 'pre-departure-check'],
      receptionConfirmed: ['manifest-acceptance', 'deemed-acceptance-check'],
      noRemedyPending: ['appeal-pending'],
    };
    for (const [fact, ids] of Object.entries(own)) {
      expect([...new Set(settersOf(fact).map(({ step }) => step.id))].sort(), fact).toEqual(
        [...ids].sort(),
      );
      expect(
        events.filter((event) => (event.sets ?? []).some((setting) => factOf(setting) === fact)),
      ).toEqual([]);
    }
  });

  test('a handover needs the signatures of both States and no pending remedy', () => {
    const handing = steps.filter((step) => step.effects?.includes('hands-over'));
    expect(handing.map((step) => step.by)).toEqual([['MIG-S', 'MIG-R']]);
    expect(handing[0]!.requires).toContain('noRemedyPending');
    expect(handing[0]!.outcomes.find(({ id }) => id === 'accepted')?.alone).toBeUndefined();
  });

  test('a refusal by the receiving State, or a re-route, leaves nothing of the old readiness', () => {
    const back = [
      ['handover-reception-act', 'refused'],
      ['nationality-doubt', 'not-national'],
      ['take-back', 'taken-back'],
    ] as const;
    for (const [id, outcomeId] of back) {
      const cleared = get(id).outcomes.find((outcome) => outcome.id === outcomeId)?.clears;
      expect(cleared, id).toEqual(expect.arrayContaining([...EVERYTHING]));
    }
    for (const step of steps.slice(0, steps.indexOf(get('departure')))) {
      for (const outcome of step.outcomes.filter(({ continues }) => continues)) {
        expect(outcome.clears, step.id).toEqual(expect.arrayContaining([...EVERYTHING]));
      }
    }
  });

  test('remedies, claims and signs are accepted from anyone at least until the handover', () => {
    for (const id of [
      'appeal-filed',
      'asylum-claim',
      'trafficking-indicator',
      'minority-claim',
      'consent-revoked',
    ]) {
      const event = getEvent(id);
      expect(event.by, id).toBe('anyone');
      expect([undefined, JSON.stringify({ not: 'received' })], id).toContain(
        event.while && JSON.stringify(event.while),
      );
    }
    expect(settersOf('received').map(({ step }) => step.id)).toEqual(['handover-reception-act']);
  });
});

describe('sharing', () => {
  const shares = steps.flatMap((step) => (step.shares ?? []).map((share) => ({ step, share })));

  test('criminal records go to the police liaison only, and nothing else goes there', () => {
    const criminal = shares.filter(({ share }) => share.categories.includes('D9'));
    expect(criminal.map(({ share }) => share.to)).toEqual(['POL-R']);
    const police = shares.filter(({ share }) => share.to === 'POL-R');
    expect(police.map(({ share }) => share.categories)).toEqual([['D9']]);
  });

  test('what goes to a role a run can do without may fall to the lead institution', () => {
    const optional = definition.roles.filter((role) => role.optional).map(({ id }) => id);
    expect(optional).toEqual(['MFA']);
    const toThem = shares.filter(({ share }) => optional.includes(share.to));
    expect(toThem.map(({ step }) => step.id)).toEqual([
      'nationality-verification',
      'travel-document',
    ]);
    for (const { step, share } of toThem) {
      for (const category of share.categories) {
        expect(MATRIX.RECTOR, `${step.id}/${share.id}`).toContain(category);
      }
    }
  });

  test('nothing is wider than the sharing matrix', () => {
    for (const { step, share } of shares) {
      const widest = MATRIX[share.to] ?? [];
      for (const category of share.categories) {
        expect(widest, `${step.id}/${share.id}`).toContain(category);
      }
    }
  });

  test('what rests on a consent is what its text says; whoever widens a share changes the text', () => {
    expect(toldByConsent(definition)).toEqual({
      contact: { OPB: 'D1 D2' },
      municipality: { MUN: 'D1 D2' },
      support: {
        'HEA-R': 'birth-date full-name health-need',
        EDU: 'D1 D11 D2',
        LAB: 'D1 D11 D2',
        SOC: 'D1 D11 D2',
        IOM: 'amount birth-date full-name support-receipt',
      },
    });
  });

  test('the consulate gets nothing while contact is suppressed', () => {
    const toConsulate = shares.filter(({ share }) => share.to === 'CON');
    expect(toConsulate.length).toBeGreaterThan(5);
    for (const { step, share } of toConsulate) {
      expect(share.unless, `${step.id}/${share.id}`).toEqual({ not: 'consularContactAllowed' });
    }
    const toMinistry = shares.filter(({ share }) => share.to === 'MFA');
    const suppressed = { not: 'consularContactAllowed' };
    expect(toMinistry.map(({ share }) => share.unless)).toEqual([
      { any: [suppressed, { attribute: 'representation', is: 'consulate' }] },
      suppressed,
    ]);
    for (const id of ['asylum-claim', 'trafficking-indicator']) {
      expect(getEvent(id).clears).toContain('consularContactAllowed');
    }
    const restored = settersOf('consularContactAllowed').map(({ step }) => step.id);
    expect(new Set(restored)).toEqual(new Set(['asylum-hold']));
  });

  test('what is shared was asked before, or in the same form', () => {
    const asked = new Set<string>();
    for (const step of steps) {
      for (const field of step.form ?? []) asked.add(field.category);
      if (step.stage === 'holds') continue;
      for (const share of step.shares ?? []) {
        for (const category of share.categories) {
          expect([...asked], `${step.id}/${share.id}`).toContain(category);
        }
      }
    }
  });
});

test('every limit has somebody who decides once it is used up', () => {
  const named = JSON.stringify(steps.map((step) => step.when));
  const loopsOfTheProgramme = new Set(
    steps
      .filter(({ stage }) => stage === 'reception' || stage === 'reintegration')
      .map(({ id }) => id),
  );
  // Their exhaustion blocks nothing: the offer, the correction of an error and the extra help simply end.
  const harmless = new Set(['voluntary-return-offer', 'take-back']);
  for (const step of steps) {
    if (step.limit === undefined || harmless.has(step.id) || loopsOfTheProgramme.has(step.id))
      continue;
    expect(named, step.id).toContain(`"exhausted:${step.id}"`);
  }
});

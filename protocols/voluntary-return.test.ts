import { describe, expect, test } from 'vitest';
import { namesIn } from './language/condition.js';
import type { Definition } from './language/definition.js';
import { type Outcome, type Step, signers } from './language/step.js';
import { validateDefinition } from './language/validate.js';
import { CHECK_NEEDS, EVERYTHING, TRIP } from './voluntary-return/pieces.js';
import { voluntaryReturn } from './voluntary-return.js';

const definition: Definition = voluntaryReturn;
const { steps, events } = definition;

const ORDER =
  `request information-counselling protection-vulnerability-screening capacity-assessment child-in-family-bia
  consent host-clearance prepare stay-pathway nationality-and-documents health-assessment pre-return-assessment
  draft-reintegration-plan itinerary advance-notice consent-reconfirmation withdrawal departure transit-assistance
  arrival-reception self-return-registration post-arrival-contact reintegration-offer needs-and-skills-assessment
  reintegration-plan referral support-disbursement follow-up-visit sustainability-score closure`.split(
    /\s+/,
  );

/** Written out here, so that a list in the protocol that forgets one is found. */
const CONSENT = ['individualAssessed', 'consentGiven', 'consentFree', 'consentValid'];
const ON_THE_WAY =
  `noRemedyPending noAsylumPending noReferralPending nonRefoulementClear returnWanted childAccompanied
  escortSettled`.split(/\s+/);

const BEFORE_ARRIVAL = new Set(['intake', 'choice', 'staying', 'preparation', 'travel', 'holds']);

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
const setsOf = ({ sets = [] }: { sets?: Outcome['sets'] }) => sets.map(factOf);

function settersOf(fact: string): string[] {
  return steps.flatMap((step) =>
    step.outcomes
      .filter((outcome) => setsOf(outcome).includes(fact))
      .map(({ id }) => `${step.id}:${id}`),
  );
}

describe('shape', () => {
  test('the validator finds nothing to refuse', () => {
    const errors = validateDefinition(definition).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('the 28 steps, withdrawal and the self-return entry are there, in the order of the protocol', () => {
    expect(ORDER).toHaveLength(30);
    const wanted = new Set(ORDER);
    expect(steps.map((step) => step.id).filter((id) => wanted.has(id))).toEqual(ORDER);
  });

  test('every text has both languages, and none stigmatises or tells that somebody is a victim', () => {
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('es' in value || 'en' in value) {
        const { es, en } = value as { es?: string; en?: string };
        expect(es?.trim(), path).toBeTruthy();
        expect(en?.trim(), path).toBeTruthy();
        expect(`${es} ${en}`, path).not.toMatch(/\bilegal|\billegal|\btrata\b|traffick|sanci/i);
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
      ['nationality-and-documents', 'document-relay'],
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

  test('every limit has somebody who decides once it is used up', () => {
    const named = JSON.stringify(steps.map((step) => step.when));
    for (const step of steps) {
      if (step.limit === undefined) continue;
      // Their exhaustion blocks nothing: the visits and the open door go on.
      if (step.stage === 'reintegration' && step.id !== 'sustainability-score') continue;
      expect(named, step.id).toContain(`"exhausted:${step.id}"`);
    }
  });
});

describe('safeguards', () => {
  test('a safeguard never gets its way by silence; only the free decision itself is without pressure', () => {
    const guarded = steps.filter((step) => step.safeguard);
    expect(guarded.length).toBeGreaterThan(15);
    for (const step of guarded) {
      expect(step.id === 'consent' ? ['L0'] : ['L2', 'L3'], step.id).toContain(
        step.deadline?.silence,
      );
    }
  });

  test('no lapse sets anything, so none clears the way to a departure', () => {
    const lapses = steps.flatMap((step) =>
      step.outcomes.filter((outcome) => outcome.id === step.deadline?.lapse),
    );
    expect(lapses.length).toBeGreaterThan(4);
    expect(lapses.flatMap(setsOf)).toEqual([]);
  });

  test('departure requires every safeguard, and so does the reconfirmation before it', () => {
    const facts =
      `counselled individualAssessed nonRefoulementClear capacitySettled consentGiven consentFree
      childrenSafeguarded childViewRecorded childAccompanied hostCleared noRemedyPending noAsylumPending
      noReferralPending noMedicalHold noForceMajeure identityConfirmed travelDocValid fitToTravel escortSettled
      windowValid noticeSettled returnWanted personPresent inSendingState`.split(/\s+/);
    expect(CHECK_NEEDS).toEqual(expect.arrayContaining(facts));
    const departing = steps.filter((step) => step.effects?.includes('departs'));
    expect(departing.map((step) => step.id)).toEqual(['departure']);
    expect(departing[0]!.requires).toEqual(expect.arrayContaining([...facts, 'consentValid']));
    expect(get('consent-reconfirmation').requires).toEqual(expect.arrayContaining(facts));
  });

  test('each fact a departure needs is set by an answer of its own step only, never by an event', () => {
    const own: Record<string, string[]> = {
      counselled: ['information-counselling:informed'],
      individualAssessed: ['consent:given', 'consent:given-in-detention'],
      consentGiven: ['consent:given', 'consent:given-in-detention'],
      consentFree: ['consent:given', 'consent-freedom-check:free'],
      consentValid: ['consent-reconfirmation:reconfirmed'],
      nonRefoulementClear: [
        'protection-vulnerability-screening:none',
        'protection-vulnerability-screening:capacity-doubt',
        'asylum-effects-counselling:goes-on',
        'asylum-effects-counselling:capacity-doubt',
      ],
      childrenSafeguarded: [
        'who-travels:no-children',
        'child-in-family-bia:in-best-interests',
        'best-interests-determination:return-with-family',
      ],
      hostCleared: ['host-clearance:clear'],
      fitToTravel: ['health-assessment:fit', 'health-assessment:fit-with-escort'],
      escortSettled: ['health-assessment:fit', 'escort-assignment:assigned'],
      windowValid: ['itinerary:booked'],
      noRemedyPending: [
        'remedy-pending:dismissed',
        'remedy-pending:given-up',
        'remedy-pending:upheld',
      ],
      noAsylumPending: ['asylum-hold:refused', 'asylum-hold:withdrawn', 'asylum-hold:recognised'],
      noReferralPending: [],
    };
    for (const [fact, places] of Object.entries(own)) {
      expect(settersOf(fact).sort(), fact).toEqual([...places].sort());
    }
    // The system's word on the family only ever takes back what it had itself taken away.
    const people = events.filter(({ by }) => by !== 'system');
    expect(people.flatMap(setsOf)).toEqual([]);
  });

  test('a handover needs the escort and an authority of each State, and nothing pending', () => {
    const handing = steps.filter((step) => step.effects?.includes('hands-over'));
    expect(handing.map((step) => step.id)).toEqual(['handover-act']);
    const sides = signers(handing[0]!)
      .map((id) => definition.roles.find((role) => role.id === id)?.side)
      .sort();
    expect(sides).toEqual(['either', 'receiving', 'sending']);
    expect(handing[0]!.requires).toEqual(expect.arrayContaining([...ON_THE_WAY]));
    expect(handing[0]!.outcomes.find(({ id }) => id === 'accepted')?.alone).toBeUndefined();
  });

  test('what is missing on the way brings the person back, and nobody arrives meanwhile', () => {
    const { atoms } = namesIn(get('bring-back').when);
    for (const fact of ON_THE_WAY) expect(atoms, fact).toContain(fact);
    for (const id of ['transit-assistance', 'arrival-reception']) {
      expect(get(id).requires, id).toEqual(expect.arrayContaining([...ON_THE_WAY]));
    }
    expect(settersOf('returned')).toEqual([
      'arrival-reception:received',
      'self-return-registration:registered',
      'self-return-registration:registered-with-children',
    ]);
  });

  test('a refusal by the receiving State, or a re-route, leaves nothing of the old readiness', () => {
    for (const [id, outcomeId] of [
      ['handover-act', 'refused'],
      ['arrival-reception', 'entry-refused'],
    ] as const) {
      const { clears } = get(id).outcomes.find((outcome) => outcome.id === outcomeId)!;
      expect(clears, id).toEqual(expect.arrayContaining([...EVERYTHING]));
    }
    const set = new Set(get('departure').requires);
    for (const fact of definition.facts.filter((known) => known.initially)) set.delete(fact.id);
    expect([...EVERYTHING, ...TRIP]).toEqual(expect.arrayContaining([...set]));
    for (const step of steps.filter(({ stage }) => BEFORE_ARRIVAL.has(stage))) {
      for (const outcome of step.outcomes.filter(({ continues }) => continues)) {
        expect(outcome.clears, step.id).toEqual(expect.arrayContaining([...EVERYTHING]));
      }
    }
  });

  test('other protocols are entered where they have an entry', () => {
    const entries = new Set(
      steps.flatMap((step) =>
        step.outcomes.flatMap(({ continues }) =>
          continues ? [`${continues.protocol}:${continues.entry}`] : [],
        ),
      ),
    );
    expect([...entries].sort()).toEqual([
      'adult-deportee:inform-rights',
      'trafficking-victim:indicator-detected',
      'trafficking-victim:r-protected-reception',
      'unaccompanied-minor:presume-minority',
      'unaccompanied-minor:reception-screening',
      'unaccompanied-minor:register-child',
    ]);
  });
});

describe('a free decision (INV-V1 to V3)', () => {
  test('consent follows counselling by 72 hours and lasts 90 days; the reconfirmation lasts 24 hours', () => {
    const consent = get('consent');
    expect(consent.series).toEqual({
      after: 'information-counselling:informed',
      at: [{ length: 72, unit: 'hours' }],
    });
    expect(consent.requires).toContain('counselled');
    expect(get('information-counselling').clearsAtOpening).toEqual(
      expect.arrayContaining(['counselled', ...CONSENT]),
    );
    const lasting = (step: string, fact: string) =>
      get(step).outcomes.flatMap(({ sets = [] }) =>
        sets.filter((setting) => factOf(setting) === fact),
      );
    for (const setting of lasting('consent', 'consentGiven')) {
      expect(setting).toMatchObject({ validFor: { length: 90, unit: 'calendar-days' } });
    }
    expect(lasting('consent-reconfirmation', 'consentValid')).toEqual([
      { fact: 'consentValid', validFor: { length: 24, unit: 'hours' } },
    ]);
    expect(get('consent-reconfirmation').notBefore).toEqual({
      length: 24,
      unit: 'hours',
      before: 'departure',
    });
  });

  test('nobody who can hold or remove a person takes, checks or confirms the consent', () => {
    for (const id of ['consent', 'consent-freedom-check', 'consent-reconfirmation', 'withdrawal']) {
      for (const role of signers(get(id))) expect(['IOM', 'LEGAL'], id).toContain(role);
    }
  });

  test('withdrawal is accepted from anyone at every hour, needs nothing and asks no reasons', () => {
    const event = getEvent('consent-revoked');
    expect(event.by).toBe('anyone');
    expect(event.while).toBeUndefined();
    expect(event.clears).toEqual(expect.arrayContaining([...CONSENT, 'returnWanted']));
    const withdrawal = get('withdrawal');
    expect(withdrawal.requires).toBeUndefined();
    expect(withdrawal.deadline?.lapse).toBeUndefined();
    expect(withdrawal.form?.map(({ category }) => category)).not.toContain('D6');
    expect(withdrawal.form?.map(({ type }) => type)).not.toContain('long-text');
    expect(namesIn(withdrawal.when).atoms).toEqual(
      expect.arrayContaining([
        'event:consent-revoked',
        'consent-reconfirmation:revoked',
        'departure:refuses-to-board',
      ]),
    );
  });

  test('who asked on their own never ends in a procedure against them', () => {
    const removing = steps.filter((step) =>
      step.outcomes.some(({ continues }) => continues?.protocol === 'adult-deportee'),
    );
    expect(removing.map(({ id }) => id)).toEqual(['previous-procedure']);
    expect(removing[0]!.when).toMatchObject({
      all: expect.arrayContaining([{ attribute: 'entry', is: 'information-counselling' }]),
    });
    expect(removing[0]!.deadline?.lapse).toBeUndefined();
  });

  test('whoever is told of the journey and finds it off is told so, without reasons', () => {
    const told = get('withdrawal').shares!;
    expect(told.map(({ to }) => to)).toEqual(['MIG-S', 'CON', 'REC', 'OPB']);
    for (const share of told)
      expect(['D8', 'D10'], share.id).toEqual(expect.arrayContaining([...share.categories]));
  });

  test('remedies, claims and signs are accepted from anyone until the arrival', () => {
    for (const id of ['appeal-filed', 'asylum-claim', 'trafficking-indicator', 'minority-claim']) {
      const event = getEvent(id);
      expect(event.by, id).toBe('anyone');
      expect([undefined, '{"not":"returned"}'], id).toContain(
        event.while && JSON.stringify(event.while),
      );
    }
  });
});

describe('children in families (INV-C)', () => {
  test('only child protection decides, and only who travels without children goes without', () => {
    for (const id of ['child-in-family-bia', 'best-interests-determination']) {
      expect(get(id).by).toBe('CPA-S');
      expect(get(id).safeguard).toBe(true);
    }
    for (const fact of ['childrenSafeguarded', 'childViewRecorded', 'childAccompanied']) {
      expect(settersOf(fact), fact).toHaveLength(3);
      expect(get('departure').requires).toContain(fact);
      expect(get('who-travels').clearsAtOpening).toContain(fact);
    }
    expect(get('handover-act').requires).toContain('childAccompanied');
  });

  test('no closure before the last visit of a child, half a year after the return', () => {
    const closing = steps.filter((step) => step.effects?.includes('closes'));
    expect(closing.map(({ id }) => id)).toEqual(['closure']);
    expect(closing[0]!.when).toMatchObject({
      all: expect.arrayContaining([
        { any: [{ attribute: 'withChildren', is: false }, 'finished:child-follow-up'] },
      ]),
    });
    expect(get('child-follow-up').series?.at.at(-1)).toEqual({ length: 6, unit: 'months' });
    const ends = steps.flatMap((step) =>
      step.outcomes.flatMap(({ ends }) => (ends?.startsWith('closed-d') ? [step.id] : [])),
    );
    expect(new Set(ends)).toEqual(new Set(['closure']));
  });
});

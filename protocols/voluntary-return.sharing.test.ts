import { describe, expect, test } from 'vitest';
import { toldByConsent } from '../test/fixtures/told-by-consent.js';
import { withheldWhile } from './language/consent.js';
import type { Definition } from './language/definition.js';
import type { Category } from './language/form.js';
import { type Outcome, type Step, signers } from './language/step.js';
import { voluntaryReturn } from './voluntary-return.js';

const definition: Definition = voluntaryReturn;
const { steps, events } = definition;

/** The widest a recipient may get by default; a share may only be narrower. */
const MATRIX: Record<string, readonly Category[]> = {
  'CPA-S': ['D1', 'D4', 'D7'],
  'CPA-R': ['D1', 'D4', 'D7'],
  CON: ['D1', 'D10'],
  MFA: ['D1'],
  'MIG-S': ['D1', 'D8', 'D10'],
  REC: ['D1', 'D7', 'D10'],
  'ATU-S': ['D1', 'D6'],
  'ATU-R': ['D1', 'D6'],
  ASY: ['D1', 'D6', 'D8'],
  'HEA-S': ['D1', 'D5a', 'D5b'],
  'HEA-R': ['D1', 'D5a', 'D5b'],
  LAB: ['D1', 'D2', 'D11', 'D12'],
  EDU: ['D1', 'D2', 'D11', 'D12'],
  SOC: ['D1', 'D2', 'D11', 'D12'],
  MUN: ['D1', 'D2', 'D12'],
  RECTOR: ['D1', 'D8', 'D13'],
  // As consented: the provider works with the person; the operative body gets what its own steps name.
  IOM: ['D1', 'D5a', 'D8', 'D10', 'D12'],
  OPB: ['D1', 'D2', 'D7', 'D10', 'D11', 'D12'],
  // Who advises or checks must find the person; the account is told to them in private.
  UNHCR: ['D1', 'D2', 'D8'],
  LEGAL: ['D1', 'D2', 'D4', 'D8'],
};

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

describe('sharing', () => {
  const shares = steps.flatMap((step) => (step.shares ?? []).map((share) => ({ step, share })));

  test('nothing is wider than the sharing matrix', () => {
    expect(shares.length).toBeGreaterThan(25);
    for (const { step, share } of shares) {
      const widest = MATRIX[share.to] ?? [];
      for (const category of share.categories) {
        expect(widest, `${step.id}/${share.id}`).toContain(category);
      }
    }
  });

  test('whoever must answer a step is told for whom it is', () => {
    const toldOf = new Set(
      shares.filter(({ share }) => share.categories.includes('D1')).map(({ share }) => share.to),
    );
    const untold = definition.roles
      .filter(({ id }) => !toldOf.has(id))
      .filter(({ id }) => steps.some((step) => !step.recalls && signers(step).includes(id)))
      .map(({ id }) => id);
    // The lead sees codes; who rules on a remedy or on an impediment has a file of its own.
    expect(untold).toEqual(['RECTOR', 'COURT', 'PROS-S']);
  });

  test('what goes to a role a run can do without may fall to the lead institution', () => {
    const optional = definition.roles.filter((role) => role.optional).map(({ id }) => id);
    expect(optional).toEqual(['MFA']);
    const toThem = shares.filter(({ share }) => optional.includes(share.to));
    expect(toThem.map(({ step }) => step.id)).toEqual([
      'document-check',
      'nationality-and-documents',
    ]);
    for (const { step, share } of toThem) {
      for (const category of share.categories) {
        expect(MATRIX.RECTOR, `${step.id}/${share.id}`).toContain(category);
      }
    }
  });

  test('what rests on a consent is what its text says; whoever widens a share changes the text', () => {
    expect(toldByConsent(definition)).toEqual({
      consulate: { CON: 'D1', MFA: 'D1' },
      origin: { REC: 'D1 D10 D7', OPB: 'D1 D10 D11 D12 D7' },
      contact: { OPB: 'D1 D2' },
      municipality: { MUN: 'D1 D2' },
      support: {
        'HEA-R': 'birth-date full-name health-need self-name',
        EDU: 'D1 D11 D2',
        LAB: 'D1 D11 D2',
        SOC: 'D1 D11 D2',
        IOM: 'amount birth-date full-name self-name support-receipt',
      },
    });
  });

  test('before the arrival the country of origin learns nothing without consent (INV-V4, INV-P1)', () => {
    const origin = new Set(
      definition.roles.filter(({ side }) => side === 'receiving').map(({ id }) => id),
    );
    // Registration on arrival is the exception, and even then only who wants to be contacted is looked for.
    const early = shares.filter(
      ({ step, share }) =>
        BEFORE_ARRIVAL.has(step.stage) && origin.has(share.to) && step.id !== 'arrival-reception',
    );
    const onArrival = shares.filter(({ step }) => step.id === 'arrival-reception');
    expect(onArrival.map(({ share }) => [share.to, share.restsOn])).toEqual([['OPB', 'contact']]);
    expect(early.length).toBeGreaterThan(8);
    const consents = ['consularContactAgreed', 'consulateTold', 'originNoticeAgreed', 'originTold'];
    for (const { step, share } of early) {
      // The ministry hears only where there is no consulate, and then as the consulate would.
      const rests = share.to === 'MFA' ? { restsOn: share.restsOn! } : share;
      const unless = JSON.stringify(withheldWhile(definition, rests));
      const isForPapers = share.to === 'CON' || share.to === 'MFA';
      const [agreed, told] = isForPapers ? consents.slice(0, 2) : consents.slice(2);
      // Nor does a claim to asylum let anybody there hear more without a new consent, not even that a journey is off.
      const afterClaim = { all: ['event:asylum-claim', { not: agreed }] };
      expect(
        [{ not: agreed }, { any: [{ not: told }, afterClaim] }].map((one) => JSON.stringify(one)),
        `${step.id}/${share.id}`,
      ).toContain(unless);
      if (unless.includes('Told')) expect(share.onlyIfReached).toBe(true);
    }
    for (const told of ['consulateTold', 'originTold']) {
      const agreed = told === 'consulateTold' ? 'consularContactAgreed' : 'originNoticeAgreed';
      expect(settersOf(told)).toEqual(settersOf(agreed));
    }
    for (const id of ['asylum-claim', 'trafficking-indicator', 'consent-revoked']) {
      expect(getEvent(id).clears).toContain('consularContactAgreed');
    }
    expect(settersOf('consularContactAgreed')).toEqual(['document-check:consulate-agreed']);
    for (const id of ['nationality-and-documents', 'document-information', 'document-relay']) {
      expect(get(id).requires, id).toContain('consularContactAgreed');
    }
  });

  test('authorities of origin are asked to act before the arrival only where the person agreed', () => {
    const origin = new Set(
      definition.roles.filter(({ side }) => side === 'receiving').map(({ id }) => id),
    );
    const asked = steps
      .filter(
        (step) =>
          BEFORE_ARRIVAL.has(step.stage) &&
          // Nothing but giving back is asked of who received something.
          !step.recalls &&
          signers(step).some((id) => origin.has(id)),
      )
      .map(({ id }) => id);
    expect(asked).toEqual([
      'nationality-and-documents',
      'document-relay',
      // The arrival itself.
      'handover-act',
      'arrival-reception',
      // Only once the person is home.
      'protected-referral-reception',
      'minority-referral-reception',
    ]);
  });

  test('after the arrival nobody contacts a person who did not agree', () => {
    expect(get('post-arrival-contact').when).toMatchObject({
      all: expect.arrayContaining([{ attribute: 'contactAgreed', is: true }]),
    });
    expect(getEvent('consent-revoked').assigns).toMatchObject({ contactAgreed: false });
  });

  test('what is shared was asked before, or in the same form', () => {
    const asked = new Set<string>();
    for (const step of steps) {
      for (const field of step.form ?? []) asked.add(field.category);
      for (const share of step.shares ?? []) {
        for (const category of share.categories) {
          expect([...asked], `${step.id}/${share.id}`).toContain(category);
        }
      }
    }
  });
});

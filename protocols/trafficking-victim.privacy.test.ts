import { describe, expect, test } from 'vitest';
import {
  entails,
  events,
  get,
  getEvent,
  getOutcome,
  MARKER,
  receiving,
  shares,
  steps,
  withEffect,
} from '../test/fixtures/protected-definition.js';
import type { Category } from './language/form.js';
import { type Step, signers } from './language/step.js';

/** The widest a recipient may get by default; a share may only be narrower. */
const MATRIX: Record<string, readonly Category[]> = {
  'CPA-S': ['D1', 'D2', 'D3', 'D4', 'D5a', 'D5b', 'D6', 'D7', 'D8', 'D10'],
  'CPA-R': ['D1', 'D2', 'D4', 'D5a', 'D7', 'D10', 'D12'],
  CON: ['D1', 'D10'],
  'MIG-S': ['D1', 'D7', 'D8'],
  'MIG-R': ['D1', 'D7', 'D10'],
  REC: ['D1', 'D7', 'D10'],
  'ATU-S': ['D1', 'D2', 'D3', 'D4', 'D5a', 'D5b', 'D6', 'D7', 'D8', 'D10', 'D13'],
  'ATU-R': ['D1', 'D2', 'D3', 'D4', 'D5a', 'D5b', 'D6', 'D7', 'D8', 'D10'],
  PROS: ['D1', 'D6'],
  ASY: ['D1', 'D6', 'D8'],
  'HEA-S': ['D1', 'D5a', 'D5b'],
  'HEA-R': ['D1', 'D5a', 'D5b'],
  LAB: ['D1', 'D2', 'D11', 'D12'],
  EDU: ['D1', 'D2', 'D11', 'D12'],
  SOC: ['D1', 'D2', 'D11', 'D12'],
  WOM: ['D1', 'D2', 'D11', 'D12'],
  MON: ['D13'],
  // As consented: the travel document and the journey; housing under a pseudonym; counsel acts for the person.
  IOM: ['D1', 'D5a', 'D10'],
  'CSO-S': ['D1'],
  'CSO-R': ['D1', 'D12'],
  LEGAL: ['D1', 'D6', 'D8', 'D11'],
};

/** Who may know why a run exists. Everybody else sees protected handling and nothing more. */
const CLOSED_LIST = 'RECTOR ATU-S ATU-R LEGAL PROS CPA-S CPA-R ASY IOM CSO-S CSO-R MON'.split(' ');
describe('what only this protocol promises', () => {
  test('nothing discloses who the person is without risk cleared and an authorisation (INV-T1)', () => {
    const disclosing = withEffect('discloses-identity');
    expect(disclosing.length).toBeGreaterThan(4);
    for (const step of disclosing) {
      expect(step.requires, step.id).toEqual(
        expect.arrayContaining(['riskCleared', 'disclosureAuthorised']),
      );
    }
  });

  test('no step and no share reaches the country of origin before both, or before arrival (INV-T1, V4)', () => {
    // What makes a step open after arrival or at it: a fact it requires, or its guard.
    const late = (step: Step) =>
      ['inTransit', 'received'].some(
        (fact) => step.requires?.includes(fact) || entails(step.when, fact),
      );
    const authorised = (step: Step) =>
      ['riskCleared', 'disclosureAuthorised'].every((fact) => step.requires?.includes(fact));
    const reaching = steps.filter(
      (step) =>
        // A recall opens only at who received something, and tells nothing but which packet.
        (!step.recalls && signers(step).some((role) => receiving.includes(role))) ||
        (step.shares ?? []).some(({ to }) => receiving.includes(to)),
    );
    expect(reaching.length).toBeGreaterThan(25);
    for (const step of reaching) {
      if (step.id === 'r-protected-reception') continue;
      expect(authorised(step) || late(step), step.id).toBe(true);
    }
    for (const { step, share } of shares) {
      if (share.to !== 'CON' && share.to !== 'ATU-R' && share.to !== 'CPA-R') continue;
      if (late(step) || step.effects?.includes('departs')) continue;
      expect(JSON.stringify(share.unless), `${step.id}/${share.id}`).toContain(
        '{"not":"disclosureAuthorised"}',
      );
    }
  });

  test('a reassessment of risk, an asylum claim and a withdrawal end the authorisation', () => {
    expect(get('risk-assessment').clearsAtOpening).toContain('disclosureAuthorised');
    for (const id of ['asylum-claim', 'disclosure-revoked', 'consent-revoked', 'minority-claim']) {
      expect(getEvent(id).clears, id).toContain('disclosureAuthorised');
    }
  });

  test('the recovery period lasts 90 days unless the person ends it with counsel (INV-T2, T3)', () => {
    const period = get('recovery-reflection');
    expect(period.deadline).toMatchObject({ length: 90, unit: 'calendar-days', silence: 'L3' });
    expect(period.by).toEqual(['ATU-S', 'LEGAL']);
    expect(getOutcome('recovery-reflection', 'ended-early').alone).toBeUndefined();
    expect(period.form?.filter(({ required }) => required).map(({ id }) => id)).toEqual([
      'written-wish',
      'counsel-present',
    ]);
    expect(get('reflection-end').series).toEqual({
      after: 'inform-rights:informed',
      at: [{ length: period.deadline!.length, unit: 'calendar-days' }],
    });
    expect(
      getOutcome('reflection-end', get('reflection-end').deadline!.lapse!).sets,
    ).toBeUndefined();
    expect(get('risk-assessment').requires).toContain('reflectionDone');
  });

  test('the own decision comes after counselling and 72 hours, and is confirmed within a day (INV-V1)', () => {
    expect(get('options-and-decision').series).toEqual({
      after: 'options-counselling:counselled',
      at: [{ length: 72, unit: 'hours' }],
    });
    expect(get('pre-departure-check').notBefore).toEqual({
      length: 24,
      unit: 'hours',
      before: 'departure',
    });
    const consent = getOutcome('pre-departure-check', 'reconfirmed').sets;
    expect(consent).toContainEqual({
      fact: 'consentValid',
      validFor: { length: 24, unit: 'hours' },
    });
    expect(signers(get('options-and-decision'))).toContain('LEGAL');
  });

  test('assistance does not depend on justice (INV-T4)', () => {
    const justice = /justice|proceedings|PROS|hearing/;
    for (const id of [
      'assistance-consent',
      'assistance-open-door',
      'shelter-and-care',
      'recovery-reflection',
      'reflection-end',
      'formal-identification',
      'legal-status',
      'r-shelter',
      'referral',
      'reintegration-plan',
    ]) {
      const { when, requires } = get(id);
      expect(JSON.stringify({ when, requires }), id).not.toMatch(justice);
    }
  });

  test('who is outside the closed list reads no marker: not in texts, sources or grounds (INV-T5)', () => {
    for (const step of steps) {
      expect(step.deadline?.source.ref, step.id).not.toMatch(MARKER);
      const inside = signers(step).every((role) => CLOSED_LIST.includes(role));
      if (!inside) expect(JSON.stringify(step.basis ?? []), step.id).not.toMatch(MARKER);
      for (const share of step.shares ?? []) {
        if (CLOSED_LIST.includes(share.to)) continue;
        expect(`${share.ground.ref} ${share.acknowledge?.source.ref}`, step.id).not.toMatch(MARKER);
        expect(share.categories, `${step.id}/${share.id}`).not.toContain('D6');
      }
    }
  });

  test('the only code others see is protected handling', () => {
    const codes = steps.flatMap(({ form = [] }) =>
      form.filter(({ category }) => category === 'D7'),
    );
    expect(codes.length).toBeGreaterThan(0);
    for (const field of codes) {
      expect(
        field.options?.map(({ id }) => id),
        field.id,
      ).toEqual(['protected-handling']);
    }
    for (const event of events) {
      expect((event.form ?? []).some(({ category }) => category === 'D7')).toBe(false);
    }
  });

  test('addresses, places and code words never stand in a category that leaves the closed list', () => {
    const hidden =
      /address|shelter|housing|safe-|code-word|place-now|emergency|receiver|contact-channel/;
    for (const field of steps.flatMap(({ form = [] }) => form)) {
      if (!hidden.test(field.id) || field.id === 'safe-phone') continue;
      expect(field.category, field.id).toBe('D6');
    }
  });

  test('never a seat on a group deportation (INV-T6)', () => {
    expect(JSON.stringify(steps)).not.toMatch(/manifest|group-operation|seat/i);
    for (const step of withEffect('departs')) expect(step.by, step.id).toBe('IOM');
    const route = get('safe-return-plan').form?.find(({ id }) => id === 'route');
    expect(route?.options?.map(({ id }) => id)).toEqual([
      'scheduled-flight',
      'private-road',
      'scheduled-sea',
    ]);
  });

  test('alternatives to return can be asked for in every state before departure (INV-T7)', () => {
    const event = getEvent('stay-requested');
    expect(event).toMatchObject({
      by: 'anyone',
      while: { all: [{ not: 'inTransit' }, { not: 'received' }] },
    });
    expect(event.clears).toContain('returnOpen');
    expect(get('alternatives-to-return').when).toEqual({
      all: ['inSendingState', { not: 'returnOpen' }],
    });
  });
});

describe('sharing', () => {
  test('nothing is wider than the sharing matrix', () => {
    for (const { step, share } of shares) {
      const widest = MATRIX[share.to] ?? [];
      for (const category of share.categories)
        expect(widest, `${step.id}/${share.id}`).toContain(category);
    }
  });

  test('child protection is told only of children', () => {
    for (const { step, share } of shares) {
      if (share.to !== 'CPA-S' && share.to !== 'CPA-R') continue;
      const of = `${step.id}/${share.id}`;
      const forChildren =
        JSON.stringify(share.unless ?? {}).includes('isMinor') ||
        JSON.stringify(step.when).includes('"isMinor","is":true') ||
        ((share.on ?? []).every((id) => id !== 'adult') && share.on !== undefined) ||
        step.by === 'CPA-R';
      expect(forChildren, of).toBe(true);
    }
  });

  test('criminal records and biometrics are neither asked nor shared', () => {
    const used = steps.flatMap(({ form = [] }) => form.map(({ category }) => category));
    expect(used).not.toContain('D9');
    expect(used).not.toContain('D3');
    expect(shares.flatMap(({ share }) => share.categories)).not.toContain('D9');
  });

  test('what is shared was asked before, or in the same form', () => {
    const asked = new Set<string>();
    for (const step of steps) {
      for (const field of step.form ?? []) asked.add(field.category);
      for (const share of step.shares ?? []) {
        for (const category of share.categories)
          expect([...asked], `${step.id}/${share.id}`).toContain(category);
      }
    }
  });
});

import { expect, test } from 'vitest';
import {
  events,
  get,
  receiving,
  shares,
  steps,
  withEffect,
} from '../test/fixtures/minor-definition.js';
import type { Category } from './language/form.js';

/** The widest a recipient may get by default; a share may only be narrower. D13 is anonymous. */
const MATRIX: Record<string, readonly Category[]> = {
  'CPA-S': ['D1', 'D2', 'D3', 'D4', 'D5a', 'D5b', 'D6', 'D7', 'D8', 'D10', 'D13'],
  'CPA-R': ['D1', 'D2', 'D4', 'D5a', 'D7', 'D10', 'D12', 'D13'],
  CON: ['D1', 'D4', 'D7', 'D10'],
  'MIG-S': ['D1', 'D7', 'D8', 'D10'],
  'MIG-R': ['D1', 'D7', 'D10'],
  REC: ['D1', 'D7', 'D10'],
  'ATU-S': ['D1', 'D6'],
  'ATU-R': ['D1', 'D6'],
  ASY: ['D1', 'D6', 'D8'],
  'HEA-S': ['D1', 'D5a', 'D5b'],
  'HEA-R': ['D1', 'D5a', 'D5b'],
  EDU: ['D1', 'D2', 'D11', 'D12'],
  SOC: ['D1', 'D2', 'D11', 'D12'],
  MUN: ['D1', 'D2', 'D12'],
  // As contracted or needed: identity for papers; the journey for the escort; counsel gets all but D9.
  'CIV-R': ['D1'],
  IOM: ['D1', 'D5a', 'D10'],
  // The Red Cross searches by identity and family links; prosecutor and court order and rule on what protects.
  RC: ['D1', 'D4'],
  PROS: ['D1', 'D6'],
  COURT: ['D1', 'D6'],
  LEGAL: ['D1', 'D2', 'D4', 'D5a', 'D5b', 'D6', 'D7', 'D8', 'D10'],
  MON: ['D13'],
  RECTOR: ['D1', 'D7', 'D8'],
};

test('no share exceeds the default matrix, and all are there', () => {
  expect(shares.length).toBeGreaterThan(55);
  for (const { step, share } of shares) {
    const allowed = MATRIX[share.to] ?? [];
    for (const category of share.categories) {
      expect(allowed, `${step.id}/${share.id}`).toContain(category);
    }
  }
});

test('needs are codes of a closed list wherever they are asked: nobody writes an account into them', () => {
  const needs = [...steps, ...events].flatMap(({ form = [] }) =>
    form.filter(({ category }) => category === 'D7'),
  );
  expect(needs.length).toBeGreaterThan(4);
  for (const { id, type, options = [] } of needs) {
    expect(type, id).toBe('codes');
    for (const code of options) {
      expect(
        [
          'child',
          'pregnant',
          'older-person',
          'disability',
          'medical',
          'family-together',
          'protected-handling',
        ],
        id,
      ).toContain(code.id);
    }
  }
});

test('what is shared was asked before', () => {
  const asked = new Set<Category>();
  for (const step of steps) {
    for (const field of step.form ?? []) asked.add(field.category);
    for (const share of step.shares ?? []) {
      for (const category of share.categories) {
        expect([...asked], `${step.id}/${share.id}`).toContain(category);
      }
    }
  }
});

test('the consulate is told nothing while a screening or an asylum claim is open (INV-P1)', () => {
  const consular = shares.filter(({ share }) => share.to === 'CON');
  expect(consular.length).toBeGreaterThan(5);
  for (const { step, share } of consular) {
    for (const fact of [
      'traffickingScreened',
      'protectionScreened',
      'nonRefoulementClear',
      'noAsylumPending',
    ]) {
      expect(JSON.stringify(share.unless), `${step.id}/${share.id}`).toContain(`{"not":"${fact}"}`);
    }
  }
  for (const step of withEffect('discloses-identity')) {
    for (const fact of [
      'traffickingScreened',
      'protectionScreened',
      'nonRefoulementClear',
      'noAsylumPending',
    ]) {
      expect(step.requires, step.id).toContain(fact);
    }
  }
});

test('no authority of origin acts on a child before the three screenings, or before arrival', () => {
  const late = ['inTransit', 'received'];
  const atReception = [
    'reception-immediate-assistance',
    'reception-notify-child-protection',
    'reception-screening',
  ];
  for (const step of steps) {
    const by: readonly string[] = typeof step.by === 'string' ? [step.by] : step.by;
    if (!by.some((role) => receiving.includes(role)) || atReception.includes(step.id)) continue;
    const needs = step.requires ?? [];
    const named = JSON.stringify(step.when);
    const after =
      late.some((fact) => needs.includes(fact)) ||
      named.includes('"received"') ||
      step.id === 'extended-follow-up';
    expect(after || needs.includes('consulateNotified'), step.id).toBe(true);
  }
});

test('records stay where they were checked, and the account never reaches local bodies (INV-P3)', () => {
  for (const { step, share } of shares) {
    expect(share.categories, `${step.id}/${share.id}`).not.toContain('D9');
    expect(share.categories, `${step.id}/${share.id}`).not.toContain('D3');
    if (!['MUN', 'REC', 'MIG-R', 'EDU', 'SOC', 'CON'].includes(share.to)) continue;
    expect(share.categories, `${step.id}/${share.id}`).not.toContain('D6');
  }
  expect(get('consular-notification').outcomes.map(({ id }) => id)).toEqual(['sent', 'suppressed']);
});

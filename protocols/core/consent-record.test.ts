import { describe, expect, test } from 'vitest';
import type { Definition } from '../language/definition.js';
import { traffickingVictim } from '../trafficking-victim.js';
import { unaccompaniedMinor } from '../unaccompanied-minor.js';
import { voluntaryReturn } from '../voluntary-return.js';
import { isChildIn, recordFaults } from './consent-record.js';

const definition: Definition = voluntaryReturn;
const step = (id: string) => definition.steps.find((one) => one.id === id)!;
const WHOLE = {
  'consent-whose': 'person',
  'consent-language': 'español',
  'consent-interpreter': 'not-needed',
  'consent-reading': 'reads',
  'consent-read-aloud': false,
  'consent-private': true,
  'consent-revocable': true,
  'consent-how': 'signature',
};

function faults(
  changed: Record<string, unknown>,
  { isChild = false, id = 'consent', outcome = 'given', assigns = {} } = {},
): string[] {
  const values = { ...WHOLE, ...changed };
  return recordFaults(definition, step(id), { outcome, values, assigns, isChild }).map(
    ({ code }) => code,
  );
}

describe('the record of a consent', () => {
  test('counts as it should', () => {
    expect(faults({})).toEqual([]);
  });

  test.each([
    ['not-private', { 'consent-private': false }],
    ['not-told', { 'consent-revocable': false }],
    ['not-given', { 'consent-how': 'none' }],
    ['not-read-aloud', { 'consent-reading': 'with-companion' }],
    ['not-read-aloud', { 'consent-reading': 'no-companion-wanted', 'consent-read-aloud': false }],
  ])('is refused: %s', (code, changed) => {
    expect(faults(changed)).toEqual([code]);
  });

  test('a thumbprint of somebody who was read to is as good as a signature', () => {
    const changed = { 'consent-reading': 'with-companion', 'consent-read-aloud': true };
    expect(faults({ ...changed, 'consent-how': 'thumb' })).toEqual([]);
  });

  test('a child alone is never enough, nor anybody against the child', () => {
    const child = { isChild: true };
    expect(faults({}, child)).toEqual(['child-alone', 'child-disagrees']);
    expect(faults({ 'consent-whose': 'parents' }, child)).toEqual(['child-disagrees']);
    const against = { 'consent-whose': 'guardian', 'consent-assent': 'disagrees' };
    expect(faults(against, child)).toEqual(['child-disagrees']);
    expect(faults({ 'consent-whose': 'guardian', 'consent-assent': 'agrees' }, child)).toEqual([]);
  });

  test('a refusal needs no record, whatever was said', () => {
    expect(faults({ 'consent-private': false }, { outcome: 'refused' })).toEqual([]);
    const nothing = { id: 'arrival-reception', outcome: 'received' };
    const refused = { 'consent-how': 'none' };
    expect(faults(refused, { ...nothing, assigns: { contactAgreed: false } })).toEqual([]);
    expect(faults(refused, { ...nothing, assigns: { contactAgreed: true } })).toEqual([
      'not-given',
    ]);
  });

  test('every fault says what to do in both languages', () => {
    const values = { 'consent-private': false };
    const given = { outcome: 'given', values, isChild: true };
    for (const { message } of recordFaults(definition, step('consent'), given)) {
      expect(message.es.length).toBeGreaterThan(40);
      expect(message.en.length).toBeGreaterThan(40);
    }
  });

  test('protocols say when the person is a child', () => {
    const none = { holds: () => false, attribute: () => undefined };
    expect(isChildIn(unaccompaniedMinor, none)).toBe(true);
    expect(isChildIn(voluntaryReturn, none)).toBe(false);
    expect(
      isChildIn(voluntaryReturn, {
        ...none,
        holds: (atom) => atom === 'who-travels:accompanied-child',
      }),
    ).toBe(true);
    expect(isChildIn(traffickingVictim, { ...none, attribute: () => true })).toBe(true);
  });
});

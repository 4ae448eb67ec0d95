import { describe, expect, test } from 'vitest';
import { tiny } from '../../test/fixtures/tiny.js';
import { adultDeportee } from '../adult-deportee.js';
import type { Consent } from '../language/consent.js';
import { isChildIn, recordFaults } from './consent-record.js';

const words = { es: 'Inventado', en: 'Invented' };
const call: Consent = {
  id: 'call',
  kind: 'contact',
  title: words,
  text: words,
  ground: { mark: 'proposal', ref: 'invented' },
  holds: { attribute: 'callAgreed' },
};

/** A record in which nothing was done as it must be, for a step whose outcomes say themselves what was agreed to, or do not. */
function faults(
  outcome: string,
  { assigns, purpose = 'call' }: { assigns?: Record<string, boolean>; purpose?: string } = {},
): string[] {
  const gives = ['as-answered', 'wants', 'wants-not'];
  const definition = tiny(
    [
      {
        id: 'ask',
        outcomes: [
          { id: 'as-answered' },
          { id: 'wants', assigns: { callAgreed: true } },
          { id: 'wants-not', assigns: { callAgreed: false } },
        ],
        consent: [{ purpose, gives }],
      },
    ],
    {
      attributes: [{ id: 'callAgreed', type: 'boolean', initially: false, title: words }],
      consents: [call],
    },
  );
  const values = { 'consent-reading': 'reads', 'consent-private': true, 'consent-how': 'none' };
  const given = { outcome, values: { ...values, 'consent-revocable': true }, isChild: false };
  return recordFaults(definition, definition.steps[0]!, { ...given, assigns }).map(
    ({ code }) => code,
  );
}

describe('whether an answer agrees to something that the run knows as a yes or no', () => {
  test('is what the person was noted to have answered, and nothing where nothing was', () => {
    expect(faults('as-answered', { assigns: { callAgreed: true } })).toEqual(['not-given']);
    expect(faults('as-answered', { assigns: { callAgreed: false } })).toEqual([]);
    expect(faults('as-answered')).toEqual([]);
  });

  test('is what the outcome itself says, whatever was answered: that is what the run will know', () => {
    expect(faults('wants')).toEqual(['not-given']);
    expect(faults('wants', { assigns: { callAgreed: false } })).toEqual(['not-given']);
    expect(faults('wants-not', { assigns: { callAgreed: true } })).toEqual([]);
  });

  test('is taken for a yes where the protocol does not say what the purpose is', () => {
    expect(faults('as-answered', { purpose: 'nobody-declared' })).toEqual(['not-given']);
  });
});

test('a child too young to say whether it agrees is not taken to be against it', () => {
  const definition = tiny([{ id: 'ask', consent: [{ purpose: 'go', gives: ['done'] }] }]);
  const values = {
    'consent-whose': 'guardian',
    'consent-reading': 'reads',
    'consent-private': true,
    'consent-revocable': true,
    'consent-how': 'signature',
    'consent-assent': 'too-young',
  };
  const given = { outcome: 'done', values, isChild: true };
  expect(recordFaults(definition, definition.steps[0]!, given)).toEqual([]);
});

test('nobody is a child under a protocol for adults that does not say when they would be', () => {
  expect(isChildIn(adultDeportee, { holds: () => true, attribute: () => true })).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { voluntaryReturn } from '../../voluntary-return.js';
import type { Consent } from '../consent.js';
import { withheldWhile } from '../consent.js';
import type { Definition } from '../definition.js';
import type { Step } from '../step.js';
import { validateDefinition } from '../validate.js';

const whole: Definition = voluntaryReturn;

function found(changed: Definition): string[] {
  return validateDefinition(changed)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where }) => `${code} ${where}`);
}

const withConsent = (id: string, change: (of: Consent) => Consent): Definition => ({
  ...whole,
  consents: whole.consents!.map((one) => (one.id === id ? change(one) : one)),
});

const withStep = (id: string, change: (of: Step) => Step): Definition => ({
  ...whole,
  steps: whole.steps.map((one) => (one.id === id ? change(one) : one)),
});

describe('consents', () => {
  test('nothing is wrong with those of a shipped protocol', () => {
    expect(found(whole)).toEqual([]);
  });

  test('what a purpose names exists and is of the sort it must be', () => {
    const mark = (holds: Consent['holds']) => withConsent('contact', (of) => ({ ...of, holds }));
    expect(found(mark({ fact: 'nothing' }))).toContain('not-found consents/contact/holds');
    expect(found(mark({ attribute: 'entry' }))).toContain('value-type consents/contact/holds');
    const late = withConsent('return', (of) => ({
      ...of,
      coolingOff: { ...of.coolingOff!, after: 'information-counselling:nothing' },
      reconfirm: { ...of.reconfirm!, before: 'nothing', fact: 'nothing' },
    }));
    expect(found(late)).toEqual(
      expect.arrayContaining([
        'not-found consents/return/coolingOff/after',
        'not-found consents/return/reconfirm/before',
        'not-found consents/return/reconfirm/fact',
      ]),
    );
  });

  test('a share, a step or an event that names a purpose nobody declared', () => {
    const without: Definition = {
      ...whole,
      consents: whole.consents!.filter(({ id }) => id !== 'origin'),
    };
    expect(found(without)).toEqual(
      expect.arrayContaining([
        'not-found steps/advance-notice/shares/reception/restsOn',
        'not-found steps/advance-notice/consent/origin',
        'not-found events/withdrawn-origin/revokes',
      ]),
    );
  });

  test('only a text is written by the system', () => {
    const typed = withStep('consent', (of) => ({
      ...of,
      form: of.form!.map((one) => (one.fills ? { ...one, type: 'boolean' as const } : one)),
    }));
    expect(found(typed)).toContain('part-without-effect steps/consent/form/consent-text/fills');
  });

  test('a share on an unknown purpose is withheld always, without one as it says itself', () => {
    expect(withheldWhile(whole, { restsOn: 'nothing' })).toBe('start');
    expect(withheldWhile(whole, {})).toBeUndefined();
    expect(withheldWhile(whole, { unless: 'returned' })).toBe('returned');
    expect(withheldWhile(whole, { unless: 'returned', restsOn: 'origin' })).toEqual({
      any: ['returned', { not: 'originNoticeAgreed' }],
    });
  });
});

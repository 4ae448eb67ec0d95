import { describe, expect, test } from 'vitest';
import { DAY, drive, HOUR, MINUTE } from '../../test/fixtures/drive.js';
import { event, fact, type TinyStep, tiny } from '../../test/fixtures/tiny.js';
import type { Consent } from '../language/consent.js';
import { consentsOf } from './consents.js';

const words = { es: 'Inventado', en: 'Invented' };
const ground = { mark: 'proposal', ref: 'invented' } as const;
const consent = (id: string, holds: Consent['holds'], more: Partial<Consent> = {}): Consent => ({
  id,
  kind: 'return',
  title: words,
  text: words,
  ground,
  holds,
  ...more,
});

const ask: TinyStep = {
  id: 'ask',
  when: { any: ['start', 'event:again'] },
  outcomes: [{ id: 'yes', sets: ['agreed'] }, 'no', 'unsure'],
  consent: [{ purpose: 'go', gives: ['yes'], refuses: ['no'] }],
};

/** A run that asks whether somebody goes, and whatever else is given. */
function asking(steps: TinyStep[] = [ask], more: Parameters<typeof tiny>[1] = {}) {
  const definition = tiny(steps, {
    facts: [fact('agreed'), fact('confirmed')],
    attributes: [{ id: 'callAgreed', type: 'boolean', initially: false, title: words }],
    dates: [{ id: 'trip', title: words }],
    events: [event('again'), event('withdrawn', { clears: ['agreed'], revokes: ['go'] })],
    consents: [consent('go', { fact: 'agreed' }), consent('call', { attribute: 'callAgreed' })],
    ...more,
  });
  const run = drive(definition);
  return Object.assign(run, { of: (id = 'go') => run.state.consents?.[id] });
}

test('a protocol that asks for no consent has none', () => {
  const { definition, state } = drive(tiny([{ id: 'work' }]));
  expect(consentsOf(definition, state)).toEqual([]);
});

describe('what was refused', () => {
  test('keeps since when it was asked, and when it was refused', () => {
    const run = asking();
    const offered = run.of()!;
    run.wait(HOUR);
    run.answer('ask', 'no');
    expect(run.of()).toEqual({ ...offered, refusedAt: run.at });
  });

  test('stays on record when it is asked again', () => {
    const run = asking();
    run.answer('ask', 'no');
    const refused = run.of();
    run.wait(HOUR);
    run.report('again');
    expect(run.open()).toEqual(['ask']);
    expect(run.of()).toEqual(refused);
  });

  test('is on record where the same step asks anew at once', () => {
    const run = asking([{ ...ask, when: { any: ['start', 'ask:no'] } }]);
    run.answer('ask', 'no');
    expect(run.open()).toEqual(['ask']);
    expect(run.of()).toMatchObject({ status: 'offered', refusedAt: run.at });
  });
});

describe('what was given', () => {
  test('is on record where the same step asks anew at once', () => {
    const run = asking([{ ...ask, when: { any: ['start', 'ask:yes'] } }]);
    run.answer('ask', 'yes');
    expect(run.open()).toEqual(['ask']);
    expect(run.of()).toMatchObject({ status: 'given', step: 'ask' });
  });

  test('has no end where the protocol names none', () => {
    const run = asking();
    run.answer('ask', 'yes');
    expect(run.of()).not.toHaveProperty('until');
  });

  test('stays as it was given when it is asked again and the answer does not touch it', () => {
    const run = asking();
    run.answer('ask', 'yes');
    const given = run.of();
    run.wait(HOUR);
    run.report('again');
    expect(run.of()).toEqual(given);
    run.answer('ask', 'unsure');
    expect(run.of()).toEqual(given);
  });

  test('and taken back still says where it was given; a reminder of an open step does not offer it anew', () => {
    const run = asking([{ ...ask, deadline: { length: 10 } }]);
    run.answer('ask', 'yes');
    run.report('again');
    run.wait(MINUTE);
    run.report('withdrawn');
    const revoked = { status: 'revoked', at: run.at, step: 'ask' };
    expect(run.of()).toMatchObject(revoked);
    run.goTo(run.at + 5 * HOUR);
    expect(run.effects.some((one) => one.type === 'notice' && one.kind === 'nearly-due')).toBe(
      true,
    );
    expect(run.of()).toMatchObject(revoked);
  });

  test('and said again is given as before once that has run out: to its own end, or to none', () => {
    const reconfirm = { length: 24, unit: 'hours', before: 'trip', fact: 'confirmed' } as const;
    const days = (length: number) => ({ length, unit: 'calendar-days' as const });
    const confirm: TinyStep = {
      id: 'confirm',
      when: 'agreed',
      outcomes: [
        { id: 'again', sets: [{ fact: 'confirmed', validFor: { length: 24, unit: 'hours' } }] },
      ],
      consent: [{ purpose: 'go', reconfirms: ['again'] }],
    };
    const consents = [consent('go', { fact: 'agreed' }, { reconfirm })];
    for (const sets of ['agreed', { fact: 'agreed', validFor: days(30) }]) {
      const run = asking([{ ...ask, outcomes: [{ id: 'yes', sets: [sets] }] }, confirm], {
        consents,
      });
      run.answer('ask', 'yes');
      run.answer('confirm', 'again');
      const confirmed = run.of()!;
      expect(confirmed).toMatchObject({ status: 'reconfirmed', until: run.at + DAY });
      run.report('again');
      expect(run.of()).toEqual(confirmed);
      run.wait(DAY);
      const { until: _, ...before } = confirmed;
      const { until } = run.state.facts.agreed!;
      expect(run.of()).toStrictEqual({ ...before, status: 'given', ...(until ? { until } : {}) });
    }
  });
});

describe('an answer that several people give', () => {
  const both: TinyStep = { ...ask, by: ['office', 'other'] };

  test.each(['yes', 'no'])('says nothing until all gave it: %s', (outcome) => {
    const run = asking([both]);
    const offered = run.of();
    run.answer('ask', outcome, { role: 'office' });
    expect(run.of()).toEqual(offered);
    run.answer('ask', outcome, { role: 'other' });
    expect(run.of()).not.toEqual(offered);
  });

  test('counts when the second person of an institution gave it too, where the step stays open', () => {
    const later: TinyStep = {
      ...ask,
      secondPerson: ['not-now'],
      outcomes: [{ id: 'not-now', keepsOpen: true }],
      consent: [{ purpose: 'go', refuses: ['not-now'] }],
    };
    const run = asking([later]);
    run.answer('ask', 'not-now', { role: 'office' });
    expect(run.of()).toBeUndefined();
    run.answer('ask', 'not-now', { role: 'office' });
    expect(run.of()).toMatchObject({ status: 'offered', refusedAt: run.at });
  });
});

test('a step that asks for several things offers each of them, from when it opens', () => {
  const consentAsked = [...ask.consent!, { purpose: 'call', gives: ['yes'] }];
  const run = asking([{ ...ask, consent: consentAsked }]);
  const since = { status: 'offered', at: run.at, seq: run.state.seq };
  expect(run.of('go')).toMatchObject(since);
  expect(run.of('call')).toMatchObject(since);
});

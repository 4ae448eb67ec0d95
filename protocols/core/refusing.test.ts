import { describe, expect, it } from 'vitest';
import { type Drive, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import type { Definition } from '../language/definition.js';
import type { Act } from './acts.js';
import { apply } from './apply.js';

const words = { es: 'Inventado', en: 'Invented' };
const YEAR = 366 * 24 * HOUR;

const definition: Definition = tiny(
  [
    { id: 'first', outcomes: ['done', { id: 'late', bySilence: true }], deadline: {} },
    { id: 'both', by: ['office', 'other'], requires: ['open'] },
    { id: 'never', when: 'gone' },
    {
      id: 'silent',
      outcomes: ['answered', 'over-time'],
      deadline: { silence: 'L3', lapse: 'over-time' },
    },
    { id: 'last', when: 'event:end', outcomes: [{ id: 'ended', ends: 'over' }] },
  ],
  {
    facts: [fact('open', true), fact('gone'), fact('sure', true)],
    attributes: [
      { id: 'needed', type: 'number', title: words, atStart: true },
      { id: 'colour', type: 'code', title: words, options: [{ id: 'red', title: words }] },
      { id: 'sealed', type: 'code', title: words },
    ],
    dates: [
      { id: 'departure', title: words },
      { id: 'other-day', title: words },
    ],
    events: [
      event('end'),
      event('closes', { clears: ['open', 'sure'] }),
      event('office-only', { by: ['office'] }),
      event('while-gone', { while: 'gone' }),
    ],
  },
);

const begun = (): Drive => drive(definition, { assigns: { needed: 1 } });
const at = MONDAY;
const complete = (more: Partial<Extract<Act, { type: 'step-completed' }>>): Act => ({
  type: 'step-completed',
  at,
  step: 'first',
  opening: 1,
  outcome: 'done',
  role: 'office',
  ...more,
});
const report = (event: string, role = 'office'): Act => ({
  type: 'event-reported',
  at,
  event,
  role,
});

/** What is done before, the act, and the refusal with its parameters. */
const REFUSED: [string, (run: Drive) => void, Act, object][] = [
  [
    'a step that is not declared',
    () => {},
    complete({ step: 'nowhere' }),
    { code: 'step-unknown', params: { step: 'nowhere' } },
  ],
  [
    'a step that is not open',
    () => {},
    complete({ step: 'never' }),
    { code: 'step-not-open', params: { step: 'never' } },
  ],
  [
    'an answer to another opening',
    () => {},
    complete({ opening: 2 }),
    { code: 'opening-superseded', params: { step: 'first', current: 1, given: 2 } },
  ],
  [
    'somebody who is not responsible',
    () => {},
    complete({ role: 'other' }),
    { code: 'not-responsible', params: { step: 'first' } },
  ],
  [
    'an outcome that is not declared',
    () => {},
    complete({ outcome: 'perhaps' }),
    { code: 'outcome-unknown', params: { step: 'first', outcome: 'perhaps' } },
  ],
  [
    'an outcome only silence produces',
    () => {},
    complete({ outcome: 'late' }),
    { code: 'outcome-by-silence', params: { step: 'first', outcome: 'late' } },
  ],
  [
    'an answer while required facts are missing, naming them',
    (run) => run.report('closes'),
    complete({ step: 'both' }),
    { code: 'requirement-missing', params: { step: 'both', missing: 'open' } },
  ],
  [
    'an answer after silence has decided',
    () => {},
    { ...complete({ step: 'silent', outcome: 'answered' }), at: at + 10 * HOUR },
    { code: 'deadline-passed', params: { step: 'silent' } },
  ],
  [
    'the same signature twice',
    (run) => run.answer('both', 'done', { role: 'office' }),
    complete({ step: 'both' }),
    { code: 'already-signed', params: { step: 'both' } },
  ],
  [
    'an event that is not declared',
    () => {},
    report('storm'),
    { code: 'event-unknown', params: { event: 'storm' } },
  ],
  [
    'an event of somebody who may not report it',
    () => {},
    report('office-only', 'other'),
    { code: 'event-not-allowed', params: { event: 'office-only' } },
  ],
  [
    'an event outside its time',
    () => {},
    report('while-gone'),
    { code: 'event-too-late', params: { event: 'while-gone' } },
  ],
  [
    'a reassignment of a role that is not declared',
    () => {},
    {
      type: 'role-reassigned',
      at,
      role: 'stranger',
      binding: { institution: 'invented', country: 'HN', timeZone: 'America/Tegucigalpa' },
    },
    { code: 'role-unknown', params: { role: 'stranger' } },
  ],
  [
    'a second start',
    () => {},
    { type: 'run-started', at, bindings: {} },
    { code: 'run-exists', params: {} },
  ],
  [
    'anything after the end',
    (run) => {
      run.report('end');
      run.answer('last', 'ended');
    },
    report('end'),
    { code: 'run-ended', params: { ending: 'over' } },
  ],
  [
    'an attribute that is not declared',
    () => {},
    complete({ assigns: { size: 1 } }),
    { code: 'attribute-unknown', params: { attribute: 'size' } },
  ],
  [
    'a code that is not among the options',
    () => {},
    complete({ assigns: { colour: 'blue' } }),
    { code: 'attribute-invalid', params: { attribute: 'colour' } },
  ],
  [
    'any code where there are no options',
    () => {},
    complete({ assigns: { sealed: 'Stryker was here' } }),
    { code: 'attribute-invalid', params: { attribute: 'sealed' } },
  ],
  [
    'a date that is not declared',
    () => {},
    complete({ dates: { arrival: at } }),
    { code: 'date-unknown', params: { date: 'arrival' } },
  ],
  [
    'a date that is no whole millisecond',
    () => {},
    complete({ dates: { departure: at + 0.5 } }),
    { code: 'date-invalid', params: { date: 'departure' } },
  ],
  [
    'a date a year back',
    () => {},
    complete({ dates: { departure: at - YEAR } }),
    { code: 'date-invalid', params: { date: 'departure' } },
  ],
  [
    'a date more than five years ahead',
    () => {},
    complete({ dates: { departure: at + 6 * YEAR } }),
    { code: 'date-invalid', params: { date: 'departure' } },
  ],
];

describe('the core refuses, and says of what', () => {
  it.each(REFUSED)('%s', (_, before, act, refused) => {
    const run = begun();
    before(run);
    const kept = structuredClone(run.state);
    expect(run.try(act)).toEqual({ ok: false, refusal: refused });
    expect(run.state).toEqual(kept);
  });

  it('an act before the run has begun', () => {
    expect(apply(definition, undefined, complete({}))).toEqual({
      ok: false,
      refusal: { code: 'run-unknown', params: {} },
    });
  });

  it('a start without a role, with a strange role, or without a needed attribute', () => {
    const { bindings, ...start } = begun().acts[0] as Extract<Act, { type: 'run-started' }>;
    const { other, ...without } = bindings;
    expect(apply(definition, undefined, { ...start, bindings: without })).toEqual({
      ok: false,
      refusal: { code: 'role-unbound', params: { role: 'other' } },
    });
    expect(
      apply(definition, undefined, { ...start, bindings: { ...bindings, stranger: other! } }),
    ).toEqual({ ok: false, refusal: { code: 'role-unknown', params: { role: 'stranger' } } });
    expect(apply(definition, undefined, { type: 'run-started', at, bindings })).toEqual({
      ok: false,
      refusal: { code: 'attribute-missing', params: { attribute: 'needed' } },
    });
  });

  it('takes what is just possible: a needed attribute alone, every declared date, both facts named when both miss', () => {
    const run = begun();
    expect(run.state.attributes).toEqual({ needed: 1 });
    expect(run.try(complete({ dates: { 'other-day': at } })).ok).toBe(true);
    run.report('closes');
    const applied = apply(
      tiny([{ id: 'two', requires: ['open', 'sure'] }], {
        facts: [fact('open', true), fact('sure', true)],
        events: [event('closes', { clears: ['open', 'sure'] })],
      }),
      undefined,
      {
        type: 'run-started',
        at,
        bindings: (run.acts[0] as Extract<Act, { type: 'run-started' }>).bindings,
      },
    );
    if (!applied.ok) throw new Error(applied.refusal.code);
    const two = tiny([{ id: 'two', requires: ['open', 'sure'] }], {
      facts: [fact('open', true), fact('sure', true)],
      events: [event('closes', { clears: ['open', 'sure'] })],
    });
    const cleared = apply(two, applied.state, report('closes'));
    if (!cleared.ok) throw new Error(cleared.refusal.code);
    expect(apply(two, cleared.state, complete({ step: 'two' }))).toEqual({
      ok: false,
      refusal: { code: 'requirement-missing', params: { step: 'two', missing: 'open, sure' } },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import type { Definition } from './definition.js';
import { FINDINGS, type FindingCode } from './validate/findings.js';
import { MOST_BYTES } from './validate/size.js';
import { isPublishable, validateDefinition } from './validate.js';

type Json = { [key: string]: Json } & Json[];

/** The fixture with one part replaced. In the path, `#id` picks the entry of a list with that id. */
function spoil(path: string, change: (before: unknown) => unknown): Definition {
  const copy = structuredClone(bookLoan) as unknown as Json;
  const keys = path.split('/');
  const last = keys.pop()!;
  let at = copy;
  for (const key of keys) at = key.startsWith('#') ? entry(at, key) : at[key]!;
  const key = last.startsWith('#') ? String(at.indexOf(entry(at, last))) : last;
  const value = change(at[key]);
  if (value === undefined) delete at[key];
  else at[key] = value as Json;
  return copy as unknown as Definition;
}

function entry(list: Json, key: string): Json {
  const found = list.find((candidate) => String(candidate.id) === key.slice(1));
  if (!found) throw new Error(`No entry ${key}`);
  return found;
}

const to = (value: unknown) => () => value;
const add = (value: unknown) => (before: unknown) => [...((before as unknown[]) ?? []), value];
const merge = (value: object) => (before: unknown) => ({ ...(before as object), ...value });
const good = { es: 'Inventado', en: 'Invented' };

const JOIN = { id: 'start', title: good, ready: 'start', met: 'flood', broken: 'flood' };
const FAMILY = {
  held: 'roadClosed',
  gone: 'farReady',
  diverged: 'flood',
  rejoined: 'flood',
  joins: [],
};

/** What is wrong with a demanded yes, by the finding it must give. */
const YES: [FindingCode, object][] = [
  ['empty', { required: true, yesFor: [] }],
  ['not-found', { required: true, yesFor: ['x'] }],
  ['part-without-effect', { yesFor: ['accepted'] }],
  ['part-without-effect', { required: ['refused'], yesFor: ['accepted'] }],
  ['part-without-effect', { type: 'text', required: true, yesFor: ['accepted'] }],
  ['parts-exclude', { required: true, assigns: 'route', yesFor: ['accepted'] }],
];

/** What is wrong with the last day of a fact, and in which step. */
const ENDS: [FindingCode, string, object][] = [
  ['not-found', 'condition-check', { required: true, ends: 'x' }],
  ['part-without-effect', 'condition-check', { ends: 'conditionChecked' }],
  ['part-without-effect', 'condition-check', { required: ['worn'], ends: 'conditionChecked' }],
  [
    'part-without-effect',
    'condition-check',
    { type: 'text', required: true, ends: 'conditionChecked' },
  ],
  ['part-without-effect', 'condition-check', { required: true, ends: 'permitGiven' }],
  ['part-without-effect', 'permit', { required: true, ends: 'permitGiven' }],
];

const SOURCE = { mark: 'proposal', ref: 'invented' };
/** What is wrong with how long before a date those who receive are told. */
const AHEADS: [FindingCode, string, object][] = [
  ['not-found', 'before', { before: 'x' }],
  ['not-found', 'on', { on: ['x'] }],
  ['empty', 'on', { on: [] }],
  ['value-form', 'hours', { hours: 0 }],
  ['value-form', 'hours', { hours: 1.5 }],
  ['value-form', 'hours', { hours: 721 }],
  ['parts-exclude', 'on', { on: ['given-by-agreement'] }],
];

/** One mistake each: what is changed, which finding it must give and where. */
const MISTAKES: [FindingCode, string, string, (before: unknown) => unknown][] = [
  ['too-large', 'id', 'purpose/es', to('x'.repeat(MOST_BYTES))],
  ['too-many', 'steps', 'steps', to(Array.from({ length: 201 }, () => bookLoan.steps[0]))],
  ['too-deep', 'steps/closing/when', 'steps/#closing/when', to(nested(13))],
  ['too-deep', 'steps', 'steps/#closing/when', to(nested(50_000))],
  ['empty', 'steps/send-off/by', 'steps/#send-off/by', to([])],
  ['empty', 'steps/closing/outcomes', 'steps/#closing/outcomes', to([])],
  ['empty', 'steps/closing/when', 'steps/#closing/when', to({ any: [] })],
  ['id-form', 'id', 'id', to('Book Loan')],
  ['id-form', 'steps/closing/outcomes/Closed', 'steps/#closing/outcomes/#closed/id', to('Closed')],
  ['id-form', 'facts/far-ready', 'facts/#farReady/id', to('far-ready')],
  ['id-form', `dates/a${'a'.repeat(60)}`, 'dates/#departure/id', to('a'.repeat(61))],
  ['id-reserved', 'facts/constructor', 'facts/#roadClosed/id', to('constructor')],
  ['id-reserved', 'steps/expired', 'steps/#closing/id', to('expired')],
  ['id-reserved', 'endings/transferred', 'endings/#done/id', to('transferred')],
  ['id-twice', 'steps/closing', 'steps/#visits/id', to('closing')],
  ['id-twice', 'events/flood', 'events/#flood-over/id', to('flood')],
  ['id-twice', 'steps/send-off/by', 'steps/#send-off/by', to(['courier', 'courier'])],
  ['step-and-stage', 'steps/closing', 'stages/#after/id', to('closing')],
  ['not-found', 'lead', 'lead', to('nobody')],
  ['not-found', 'monitor', 'monitor', to('nobody')],
  ['not-found', 'steps/closing/stage', 'steps/#closing/stage', to('nowhere')],
  ['not-found', 'steps/closing/by', 'steps/#closing/by', to('nobody')],
  ['not-found', 'steps/closing/when', 'steps/#closing/when', to('noFact')],
  ['not-found', 'steps/closing/when', 'steps/#closing/when', to({ not: 'visits:never' })],
  ['not-found', 'steps/closing/when', 'steps/#closing/when', to('nowhere:done')],
  ['not-found', 'steps/closing/when', 'steps/#closing/when', to('event:nothing')],
  ['not-found', 'steps/closing/when', 'steps/#closing/when', to('exhausted:nothing')],
  ['not-found', 'steps/closing/when', 'steps/#closing/when', to('expired:nothing')],
  ['not-found', 'steps/opinion/when', 'steps/#opinion/when', to({ attribute: 'size', is: 1 })],
  ['not-found', 'steps/handover/requires', 'steps/#handover/requires', to(['nothing'])],
  [
    'not-found',
    'steps/condition-check/clearsAtOpening',
    'steps/#condition-check/clearsAtOpening',
    to(['nothing']),
  ],
  ['not-found', 'steps/send-off/notBefore', 'steps/#send-off/notBefore/before', to('never')],
  ['not-found', 'steps/visits/series/after', 'steps/#visits/series/after', to('handover:lost')],
  [
    'not-found',
    'steps/far-ready/deadline/from',
    'steps/#far-ready/deadline/from/before',
    to('never'),
  ],
  ['not-found', 'steps/itinerary/deadline/from', 'steps/#itinerary/deadline/from/after', to('x:y')],
  [
    'not-found',
    'steps/permit/deadline/pausedWhile',
    'steps/#permit/deadline/pausedWhile',
    to(['x']),
  ],
  ['not-found', 'steps/permit/deadline/lapse', 'steps/#permit/deadline/lapse', to('nothing')],
  ['not-found', 'steps/permit/deadline/lapseIf', 'steps/#permit/deadline/lapseIf', to('nothing')],
  [
    'not-found',
    'steps/tell-expert/shares/apology/to',
    'steps/#tell-expert/shares/#apology/to',
    to('x'),
  ],
  [
    'not-found',
    'steps/tell-expert/shares/apology/on',
    'steps/#tell-expert/shares/#apology/on',
    to(['x']),
  ],
  [
    'not-found',
    'steps/tell-expert/shares/route-sheet/unless',
    'steps/#tell-expert/shares/#route-sheet/unless',
    to('x'),
  ],
  [
    'not-found',
    'steps/request/form/reason/required',
    'steps/#request/form/#reason/required',
    to(['x']),
  ],
  ...YES.map(([code, field]): (typeof MISTAKES)[number] => [
    code,
    `steps/request/form/sure/yesFor`,
    'steps/#request/form',
    add({ id: 'sure', type: 'boolean', category: 'D8', label: good, ...field }),
  ]),
  ['not-found', 'steps/request/form/route/assigns', 'steps/#request/form/#route/assigns', to('x')],
  [
    'not-found',
    'steps/itinerary/form/departure/plans',
    'steps/#itinerary/form/#departure/plans',
    to('x'),
  ],
  ['not-found', 'events/flood/by', 'events/#flood/by', to(['nobody'])],
  ['not-found', 'events/claim-filed/while', 'events/#claim-filed/while', to('x')],
  ['not-found', 'events/flood/sets', 'events/#flood/sets', to(['x'])],
  ['not-found', 'events/flood-over/clears', 'events/#flood-over/clears', to(['x'])],
  ['not-found', 'events/flood/assigns', 'events/#flood', merge({ assigns: { x: 1 } })],
  ['not-found', 'events/start-over/withdraws', 'events/#start-over/withdraws', to(['x'])],
  ['not-found', 'events/reader-withdraws/ends', 'events/#reader-withdraws/ends', to('x')],
  ['text-missing', 'title', 'title/en', to(' ')],
  ['text-missing', 'facts/farReady/missing', 'facts/#farReady/missing/es', to('')],
  [
    'text-missing',
    'steps/request/form/route/options/river/title',
    'steps/#request/form/#route/options/#river/title/es',
    to(''),
  ],
  ['text-too-long', 'events/flood/title', 'events/#flood/title/en', to('x'.repeat(201))],
  ['text-same', 'purpose', 'purpose', to({ es: good.es.repeat(4), en: good.es.repeat(4) })],
  ['value-form', 'version', 'version', to(1.5)],
  ['value-form', 'roles/courier/kind', 'roles/#courier/kind', to('courier')],
  ['value-form', 'steps/request/limit', 'steps/#request/limit', to(0)],
  ['value-form', 'steps/request/deadline', 'steps/#request/deadline/length', to(2.5)],
  ['value-form', 'steps/request/deadline', 'steps/#request/deadline/length', to(-1)],
  ['value-form', 'steps/visits/series/at', 'steps/#visits/series/at/0/length', to(1e9)],
  [
    'value-form',
    'steps/condition-check/outcomes/good/sets',
    'steps/#condition-check/outcomes/#good/sets/0/validFor/length',
    to(0),
  ],
  ['value-form', 'steps/request/deadline/source', 'steps/#request/deadline/source/ref', to('')],
  [
    'value-form',
    'steps/request/form/reason/maxLength',
    'steps/#request/form/#reason/maxLength',
    to(0),
  ],
  [
    'value-type',
    'steps/opinion/when',
    'steps/#opinion/when',
    to({ attribute: 'isRare', is: 'yes' }),
  ],
  [
    'value-type',
    'steps/opinion/when',
    'steps/#opinion/when',
    to({ attribute: 'route', is: ['air'] }),
  ],
  [
    'value-type',
    'steps/condition-check/outcomes/worn/assigns',
    'steps/#condition-check/outcomes/#worn/assigns/isRare',
    to('no'),
  ],
  [
    'value-type',
    'steps/itinerary/form/departure/plans',
    'steps/#itinerary/form/#departure/type',
    to('date'),
  ],
  [
    'value-type',
    'attributes/hasAgreement/initially',
    'attributes/#hasAgreement/initially',
    to('no'),
  ],
  ['options-missing', 'attributes/route', 'attributes/#route/options', to(undefined)],
  ['options-missing', 'steps/request/form/route', 'steps/#request/form/#route/options', to([])],
  ['options-unused', 'attributes/copies', 'attributes/#copies', merge({ options: [] })],
  ['option-unknown', 'attributes/route/initially', 'attributes/#route/initially', to('air')],
  [
    'option-unknown',
    'steps/request/form/route/options',
    'steps/#request/form/#route/options',
    add({ id: 'air', title: good }),
  ],
  ['lead-optional', 'lead', 'lead', to('expert')],
  ['deadline-missing', 'steps/permit', 'steps/#permit/deadline', to(undefined)],
  ['deadline-missing', 'steps/tell-expert', 'steps/#tell-expert/deadline', to(undefined)],
  ['lapse-missing', 'steps/opinion/deadline', 'steps/#opinion/deadline/lapse', to(undefined)],
  [
    'lapse-unused',
    'steps/request/deadline',
    'steps/#request/deadline',
    merge({ lapse: 'refused' }),
  ],
  [
    'escalation-none',
    'steps/opinion/deadline',
    'steps/#opinion/deadline',
    merge({ escalates: { length: 30, unit: 'minutes' } }),
  ],
  [
    'escalation-none',
    'steps/opinion/deadline',
    'steps/#opinion/deadline',
    merge({ tellsMonitor: true }),
  ],
  [
    'value-form',
    'steps/request/deadline/escalates',
    'steps/#request/deadline',
    merge({ escalates: { length: 0, unit: 'hours' } }),
  ],
  [
    'by-silence-never',
    'steps/request/outcomes/accepted',
    'steps/#request/outcomes/#accepted',
    merge({ bySilence: true }),
  ],
  [
    'lapse-unused',
    'steps/opinion/deadline',
    'steps/#opinion/deadline',
    merge({ lapseIf: 'start' }),
  ],
  [
    'safeguard-silence',
    'steps/condition-check/deadline',
    'steps/#condition-check/deadline/silence',
    to('L1'),
  ],
  ['safeguard-silence', 'steps/opinion/deadline', 'steps/#opinion', merge({ safeguard: true })],
  ['safeguard-silence', 'steps/permit/deadline', 'steps/#permit', merge({ safeguard: true })],
  [
    'safeguard-without-pressure',
    'steps/condition-check/deadline',
    'steps/#condition-check/deadline/silence',
    to('L0'),
  ],
  [
    'lapse-clears-the-way',
    'steps/condition-check/deadline',
    'steps/#condition-check/deadline',
    merge({ silence: 'L3', lapse: 'good' }),
  ],
  [
    'outcome-never-closes',
    'steps/closing',
    'steps/#closing/outcomes',
    to([{ id: 'closed', title: good, keepsOpen: true, ends: 'done' }]),
  ],
  [
    'two-ends',
    'events/reader-withdraws',
    'events/#reader-withdraws',
    merge({ continues: { protocol: 'other', entry: 'intake' } }),
  ],
  [
    'alone-unneeded',
    'steps/closing/outcomes/closed',
    'steps/#closing/outcomes/#closed',
    merge({ alone: true }),
  ],
  [
    'despite-unneeded',
    'steps/closing/outcomes/closed',
    'steps/#closing/outcomes/#closed',
    merge({ despiteMissing: true }),
  ],
  [
    'part-without-effect',
    'steps/closing/outcomes/closed',
    'steps/#closing/outcomes/#closed',
    merge({ endsSeries: true }),
  ],
  [
    'part-without-effect',
    'steps/closing/outcomes/closed',
    'steps/#closing/outcomes/#closed',
    merge({ keepsTimeLeft: true }),
  ],
  [
    'part-without-effect',
    'steps/request/form/route',
    'steps/#request/form/#route',
    merge({ min: 1 }),
  ],
  [
    'parts-exclude',
    'steps/visits',
    'steps/#visits',
    merge({ notBefore: { length: 1, unit: 'hours', before: 'departure' } }),
  ],
  [
    'parts-exclude',
    'steps/far-ready/outcomes/ready',
    'steps/#far-ready/outcomes/#ready',
    merge({ keepsTimeLeft: true }),
  ],
  [
    'parts-exclude',
    'steps/itinerary/outcomes/proposed',
    'steps/#itinerary/outcomes/#proposed',
    merge({ keepsTimeLeft: true }),
  ],
  ['shares-missing', 'steps/tell-expert', 'steps/#tell-expert/shares', to(undefined)],
  [
    'share-never',
    'steps/tell-expert/shares/apology/on',
    'steps/#tell-expert/outcomes/#not-told',
    merge({ keepsOpen: true }),
  ],
  [
    'share-only',
    'steps/tell-expert/shares/apology/only',
    'steps/#tell-expert/shares/#apology/only',
    to(['no-such-question']),
  ],
  [
    'share-only-none',
    'steps/tell-expert/shares/apology/only',
    'steps/#tell-expert/shares/#apology/only',
    to([]),
  ],
  [
    'requires-cleared',
    'steps/handover',
    'steps/#handover',
    merge({ clearsAtOpening: ['noClaimPending'] }),
  ],
  ['series-order', 'steps/visits/series/at', 'steps/#visits/series/at/2/length', to(2)],
  ['series-over-limit', 'steps/visits', 'steps/#visits', merge({ limit: 2 })],
  ['never-true', 'steps/closing/when', 'steps/#closing/when', to('finished:request')],
  ['never-true', 'steps/closing/when', 'steps/#closing/when', to('exhausted:permit')],
  ['never-true', 'steps/closing/when', 'steps/#closing/when', to('expired:permitGiven')],
  [
    'exhausted-loop',
    'steps/request/when',
    'steps/#request/when',
    to({ any: ['start', 'exhausted:request'] }),
  ],
  ['loop-without-limit', 'steps/request', 'steps/#request/limit', to(undefined)],
  ['date-never-planned', 'dates/departure', 'steps/#itinerary/form', to(undefined)],
  [
    'yes-by-silence',
    'steps/reader-answer/form/sure/yesFor',
    'steps/#reader-answer/form',
    to([
      {
        id: 'sure',
        type: 'boolean',
        category: 'D8',
        label: good,
        required: true,
        yesFor: ['no-answer'],
      },
    ]),
  ],
  [
    'part-without-effect',
    'events/flood/form/sure/yesFor',
    'events/#flood/form',
    to([
      { id: 'sure', type: 'boolean', category: 'D8', label: good, required: true, yesFor: ['x'] },
    ]),
  ],
  ...ENDS.map(([code, step, field]): (typeof MISTAKES)[number] => [
    code,
    `steps/${step}/form/last/ends`,
    `steps/#${step}/form`,
    add({ id: 'last', type: 'date', category: 'D10', label: good, ...field }),
  ]),
  [
    'part-without-effect',
    'events/flood/form/last/ends',
    'events/#flood/form',
    to([{ id: 'last', type: 'date', category: 'D10', label: good, ends: 'roadClosed' }]),
  ],
  ...AHEADS.map(([code, part, ahead]): (typeof MISTAKES)[number] => [
    code,
    `steps/permit/ahead/${part}`,
    'steps/#permit/ahead',
    to({ hours: 24, before: 'departure', on: ['given'], source: SOURCE, ...ahead }),
  ]),
  ['unused', 'dates/holiday', 'dates', add({ id: 'holiday', title: good })],
  ['unused', 'facts/spare', 'facts', add({ id: 'spare', title: good, missing: good })],
  ['unused', 'endings/other', 'endings', add({ id: 'other', title: good })],
  ['fact-never-set', 'facts/roadClosed', 'events/#flood/sets', to(undefined)],
  ['not-found', 'family/gone', 'family', to({ ...FAMILY, gone: 'noFact' })],
  ['not-found', 'family/diverged', 'family', to({ ...FAMILY, diverged: 'no-event' })],
  [
    'not-found',
    'family/joins/start/met',
    'family',
    to({ ...FAMILY, joins: [{ ...JOIN, met: 'x' }] }),
  ],
  ['id-twice', 'family/joins/start', 'family', to({ ...FAMILY, joins: [JOIN, JOIN] })],
  [
    'id-form',
    'family/joins/At Start',
    'family',
    to({ ...FAMILY, joins: [{ ...JOIN, id: 'At Start' }] }),
  ],
  ['family-event', 'family/rejoined', 'family', to(FAMILY)],
  [
    'text-missing',
    'family/joins/start/title',
    'family',
    to({ ...FAMILY, joins: [{ ...JOIN, title: { es: '', en: 'x' } }] }),
  ],
  [
    'entry-form',
    'attributes/entry',
    'attributes',
    add({ id: 'entry', type: 'boolean', title: good }),
  ],
  [
    'entry-unknown',
    'steps/closing/outcomes/closed/continues',
    'steps/#closing/outcomes/#closed',
    merge({ ends: undefined, continues: { protocol: 'other-loan', entry: 'no-such-entry' } }),
  ],
  [
    'continues-unknown',
    'steps/closing/outcomes/closed/continues',
    'steps/#closing/outcomes/#closed',
    merge({ ends: undefined, continues: { protocol: 'no-such-loan', entry: 'request' } }),
  ],
];

/** Another protocol that takes runs, so that re-routes can be checked. */
const OTHERS: readonly Definition[] = [{ ...bookLoan, id: 'other-loan' }];
/** Tried in `validate/recalls.test.ts`: the fixture takes nothing back. */
const OF_RECALLS: readonly FindingCode[] = [
  'recall-part',
  'recall-role',
  'recall-answer',
  'recall-kept-why',
  'recall-never',
];
/** Tried in `validate/groups.test.ts`: the fictional protocol has no groups. */
const OF_GROUPS: readonly FindingCode[] = [
  'line-by-silence',
  'seat-never',
  'operation-decides',
  'reported-by-people',
];

function nested(levels: number): unknown {
  let condition: unknown = 'finished:visits';
  for (let level = 0; level < levels; level += 1) condition = { not: condition };
  return condition;
}

describe('validateDefinition', () => {
  it('finds nothing wrong with the fictional protocol', () => {
    expect(validateDefinition(bookLoan)).toEqual([]);
  });

  it('finds nothing wrong with a last day that is asked for with what it ends', () => {
    const last = { id: 'last', type: 'date', category: 'D10', label: good };
    for (const required of [true, ['good']]) {
      const form = [{ ...last, required, ends: 'conditionChecked' }];
      expect(validateDefinition(spoil('steps/#condition-check/form', to(form)))).toEqual([]);
    }
  });

  it('finds no error in any shipped protocol', async () => {
    for (const definition of ALL_DEFINITIONS) {
      const errors = validateDefinition(definition).filter(({ severity }) => severity === 'error');
      expect(errors, definition.id).toEqual([]);
      expect(JSON.stringify(definition).length, 'room to grow').toBeLessThan(MOST_BYTES * 0.7);
    }
  });

  it.each(MISTAKES)('reports %s at %s when %s is changed', (code, where, path, change) => {
    const found = validateDefinition(spoil(path, change), OTHERS);
    const match = found.find((one) => one.code === code && one.where === where);
    expect(match, JSON.stringify(found.map((one) => [one.code, one.where]))).toBeDefined();
    expect(match?.severity).toBe(FINDINGS[code].severity);
    for (const words of Object.values(match?.message ?? {})) {
      expect(words).not.toMatch(/[{}]|undefined/);
    }
  });

  it('reports no-ending when no outcome and no event ends the run', () => {
    const strip = <T extends object>(entry: T) => ({
      ...entry,
      ends: undefined,
      continues: undefined,
    });
    const endless: Definition = {
      ...bookLoan,
      events: bookLoan.events.map(strip),
      steps: bookLoan.steps.map((step) => ({ ...step, outcomes: step.outcomes.map(strip) })),
    };
    expect(validateDefinition(endless).map(({ code }) => code)).toContain('no-ending');
  });

  it('has a mistake in this test for every finding it can report', () => {
    const tried = new Set<string>([
      ...MISTAKES.map(([code]) => code),
      'no-ending',
      ...OF_GROUPS,
      ...OF_RECALLS,
    ]);
    expect(Object.keys(FINDINGS).filter((code) => !tried.has(code))).toEqual([]);
  });

  it('names the step and says what to do, in both languages', () => {
    const [found] = validateDefinition(spoil('steps/#permit/deadline', to(undefined)));
    expect(found?.message).toEqual({
      es: 'El paso «permit» (approval) no tiene plazo. Fije duración, unidad y qué significa el silencio.',
      en: 'Step "permit" (approval) has no deadline. Set its length, unit and what silence means.',
    });
  });

  it('lets a definition with warnings be published, and none with an error', () => {
    expect(isPublishable(validateDefinition(spoil('steps/#request/limit', to(undefined))))).toBe(
      false,
    );
    const warned = validateDefinition(spoil('dates', add({ id: 'holiday', title: good })));
    expect(warned).toHaveLength(1);
    expect(isPublishable(warned)).toBe(true);
    expect(isPublishable(validateDefinition(spoil('lead', to('nobody'))))).toBe(false);
  });
});

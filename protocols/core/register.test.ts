import { describe, expect, it } from 'vitest';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { fact, tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { RegisterChange } from '../language/register.js';
import { applyVariant } from '../language/variant/apply.js';
import { localDate } from '../rules/zone.js';
import { fold } from './fold.js';

const ZONE = 'America/Tegucigalpa';
const words = { es: 'Inventado', en: 'Invented' };

const decree = (on: string, works = false, country = 'HN'): RegisterChange => ({
  kind: 'day',
  country,
  on,
  works,
});
const changed = (at: number, upTo: number, ...changes: RegisterChange[]) =>
  ({ type: 'register-changed', at, upTo, changes }) as const;

const five = { length: 5, unit: 'working-days' } as const;
const dueOn = (run: ReturnType<typeof drive>, step = 'decide') =>
  localDate(run.step(step)?.open?.clock?.dueAt ?? 0, ZONE);

describe('a day off by decree', () => {
  it('moves a running deadline from then on, with its reminders, and is told', () => {
    const run = drive(tiny([{ id: 'decide', deadline: five }]));
    expect(dueOn(run)).toBe('2026-03-09');
    const marks = run.step('decide')!.open!.clock!.marks.length;
    run.goTo(MONDAY + DAY);
    run.do(changed(run.at, 1, decree('2026-03-05')));
    expect(dueOn(run)).toBe('2026-03-10');
    expect(run.step('decide')!.open!.clock!.marks).toHaveLength(marks);
    expect(run.effects).toMatchObject([
      { type: 'clock-moved', step: 'decide', dueAt: run.step('decide')!.open!.clock!.dueAt },
    ]);
    const due = run.state.steps.decide!.open!.clock!.marks.find(({ mark }) => mark === 'due');
    expect(due?.at).toBe(run.step('decide')!.open!.clock!.dueAt);
  });

  it('changes nothing in another country, in hours, or once the deadline has passed', () => {
    const run = drive(
      tiny([
        { id: 'decide', deadline: five },
        { id: 'watch', deadline: { length: 72, unit: 'hours' } },
        { id: 'abroad', by: 'other', deadline: five },
      ]),
    );
    const watch = run.step('watch')?.open?.clock;
    const before = dueOn(run, 'abroad');
    run.do(changed(run.at, 1, decree('2026-03-05')));
    expect(run.step('watch')?.open?.clock).toEqual(watch);
    expect(dueOn(run, 'abroad')).toBe(before);
    run.goTo(MONDAY + 20 * DAY);
    const passed = run.step('decide')?.open?.clock?.dueAt;
    run.do(changed(run.at, 2, decree('2026-03-23'), decree('2026-03-06')));
    expect(run.step('decide')?.open?.clock?.dueAt).toBe(passed);
  });

  it('is counted by deadlines that begin later', () => {
    const run = drive(
      tiny([{ id: 'first' }, { id: 'decide', when: 'first:done', deadline: five }]),
    );
    run.do(changed(run.at, 1, decree('2026-03-05')));
    run.answer('first', 'done');
    expect(dueOn(run)).toBe('2026-03-10');
  });

  it('moves a clock that stands still as well', () => {
    const run = drive(
      tiny([{ id: 'decide', deadline: { ...five, pausedWhile: ['held'] } }], {
        facts: [fact('held')],
        events: [
          { id: 'hold', title: words, by: 'anyone', sets: ['held'] },
          { id: 'go-on', title: words, by: 'anyone', clears: ['held'] },
        ],
      }),
    );
    run.goTo(MONDAY + DAY);
    run.report('hold');
    run.do(changed(run.at, 1, decree('2026-03-05')));
    expect(run.step('decide')?.open?.clock?.pausedAt).toBe(run.at);
    expect(dueOn(run)).toBe('2026-03-10');
    run.report('go-on');
    // Nothing was lost by standing still for no time: the four days that were left are left.
    expect(dueOn(run)).toBe('2026-03-10');
  });

  it('moves the time that was put aside too, without telling of it', () => {
    const outcomes = [{ id: 'later', keepsTimeLeft: true as const }];
    const when = { any: ['start', 'event:again'] } as const;
    const run = drive(
      tiny([{ id: 'decide', when, outcomes, deadline: five }], {
        events: [{ id: 'again', title: words, by: 'anyone' }],
      }),
    );
    run.answer('decide', 'later');
    run.do(changed(run.at, 1, decree('2026-03-05')));
    expect(run.effects).toEqual([]);
    run.report('again');
    expect(dueOn(run)).toBe('2026-03-10');
  });

  it('says whether the clock it moved stands still', () => {
    const run = drive(
      tiny([{ id: 'decide', requires: ['open'], deadline: five }], {
        facts: [fact('open', true)],
        events: [{ id: 'close', title: words, by: 'anyone', clears: ['open'] }],
      }),
    );
    const moved = () =>
      run.effects.flatMap((one) => (one.type === 'clock-moved' ? [one.paused] : []));
    run.do(changed(run.at, 1, decree('2026-03-05')));
    expect(moved()).toEqual([false]);
    run.report('close');
    run.do(changed(run.at, 2, decree('2026-03-06')));
    expect(moved()).toEqual([true]);
  });

  it('does not wind up what counts back from a planned date, nor move what has nothing to do with it', () => {
    const before = { length: 2, unit: 'hours', from: { before: 'trip' } } as const;
    const run = drive(
      tiny(
        [
          { id: 'pack', deadline: before },
          { id: 'decide', deadline: five },
        ],
        {
          dates: [{ id: 'trip', title: words }],
        },
      ),
      { dates: { trip: MONDAY + 30 * DAY } },
    );
    run.goTo(MONDAY + DAY);
    const kept = run.step('pack')?.open?.clock;
    run.do(
      changed(run.at, 1, { kind: 'agreement', agreement: 'tiny-agreement', until: '2026-03-02' }),
    );
    run.do(
      changed(run.at, 2, { kind: 'closure', point: 'x', from: '2026-03-09', until: '2026-03-11' }),
    );
    expect(run.step('pack')?.open?.clock).toEqual(kept);
    run.do(changed(run.at, 3, decree('2026-04-10')));
    expect(run.effects.filter((one) => 'step' in one && one.step === 'decide')).toEqual([]);
  });

  it('counts working days back from a planned date anew', () => {
    const before = { ...five, from: { before: 'trip' } } as const;
    const run = drive(
      tiny([{ id: 'pack', deadline: before }], { dates: [{ id: 'trip', title: words }] }),
      { dates: { trip: Date.UTC(2026, 2, 20, 18) } },
    );
    expect(dueOn(run, 'pack')).toBe('2026-03-13');
    run.do(changed(run.at, 1, decree('2026-03-17')));
    expect(dueOn(run, 'pack')).toBe('2026-03-12');
    expect(run.effects).toMatchObject([{ type: 'clock-moved', step: 'pack', paused: false }]);
  });

  it('moves the time to acknowledge a share, where it is counted in working days', () => {
    const source = { mark: 'proposal', ref: 'invented' } as const;
    const share = (id: string, unit: 'working-days' | 'calendar-days') => ({
      id,
      to: 'other',
      categories: ['D10'] as const,
      purpose: words,
      ground: source,
      acknowledge: { length: 3, unit, source },
    });
    const run = drive(
      tiny([{ id: 'tell', shares: [share('a', 'working-days'), share('b', 'calendar-days')] }]),
    );
    run.answer('tell', 'done');
    const clock = (id: string) => run.state.acknowledgements[`tell#1:${id}`]!.clock;
    const due = clock('a').dueAt;
    const other = clock('b');
    run.do(changed(run.at, 1, decree('2026-03-04')));
    expect(clock('a').dueAt).toBe(due);
    run.do(changed(run.at, 2, decree('2026-03-04', false, 'PA')));
    expect(clock('a').dueAt).toBe(due + DAY);
    expect(clock('a').marks.map(({ mark }) => mark)).toEqual([
      'reminder-50',
      'reminder-90',
      'due',
      'escalate-150',
      'escalate-200',
    ]);
    expect(clock('a').marks[2]?.at).toBe(due + DAY);
    expect(clock('b')).toEqual(other);
  });

  it('is known from the start of a run that begins after it', () => {
    const register = {
      upTo: 3,
      days: { HN: { off: ['2026-03-05'], working: [] } },
      agreements: {},
      closures: {},
      relations: [],
    };
    const run = drive(tiny([{ id: 'decide', deadline: five }]), { register });
    expect(dueOn(run)).toBe('2026-03-10');
    expect(run.try(changed(run.at, 3, decree('2026-03-06')))).toMatchObject({
      refusal: { code: 'register-known' },
    });
  });

  it('leaves the history replayable: folding it gives the same state', () => {
    const definition = tiny([
      { id: 'decide', deadline: five },
      { id: 'next', when: 'decide:done' },
    ]);
    const run = drive(definition);
    run.goTo(MONDAY + DAY + HOUR);
    run.do(changed(run.at, 1, decree('2026-03-05')));
    run.do(changed(run.at, 2, decree('2026-03-05', true), decree('2026-03-07', true)));
    // The decree was taken back, and Saturday 7 March became a day of work.
    expect(dueOn(run)).toBe('2026-03-07');
    run.answer('decide', 'done');
    expect(fold(definition, run.acts)).toEqual(run.state);
  });
});

describe('days decreed by a pack', () => {
  it('count from the start', () => {
    const pack = tinyPack({ days: { HN: { off: ['2026-03-05'], working: [] } } });
    const run = drive(applyVariant(tiny([{ id: 'decide', deadline: five }]), pack));
    expect(dueOn(run)).toBe('2026-03-10');
  });
});

describe('an agreement and a relay between States', () => {
  const attribute = (id: string, options: string[]) => ({
    id,
    title: words,
    type: 'code' as const,
    initially: options[0]!,
    options: options.map((one) => ({ id: one, title: words })),
  });
  const silence = attribute('agreementSilence', ['none', 'acceptance']);
  const relay = attribute('representation', ['consulate', 'iom', 'liaison-officer']);
  const [agreement] = tinyPack().agreements;
  const asking = (attributes = [silence, relay], more = {}) =>
    tiny([{ id: 'work' }], { regime: 'removal', attributes, ...more });
  const silenceOf = (parties: string[][], more = {}) => {
    const agreements = parties.map((states, index) => ({
      ...agreement!,
      id: `agreement-${index}`,
      parties: states,
    }));
    const run = drive(applyVariant(asking([silence], more), tinyPack({ agreements })));
    return run.state.attributes.agreementSilence;
  };

  it('binds only where a State of each side is party to it', () => {
    expect(silenceOf([['HN', 'PA']])).toBe('acceptance');
    expect(silenceOf([['HN', 'MX']])).toBe('none');
    expect(silenceOf([['MX', 'PA']])).toBe('none');
    expect(
      silenceOf([
        ['MX', 'GT'],
        ['HN', 'PA'],
      ]),
    ).toBe('acceptance');
    const roles = [
      { id: 'office', kind: 'OFF', side: 'sending', title: words },
      { id: 'second', kind: 'OFF', side: 'sending', title: words },
      { id: 'other', kind: 'OTH', side: 'receiving', title: words },
      { id: 'third', kind: 'OTH', side: 'receiving', title: words },
    ] as const;
    const definition = applyVariant(asking([silence], { roles }), tinyPack());
    const abroad = { institution: 'invented', country: 'MX', timeZone: ZONE };
    const run = drive(definition, { beside: { second: abroad, third: abroad } });
    expect(run.state.attributes.agreementSilence).toBe('acceptance');
  });

  it('is not looked for without a pack: what was given stays, and a relay comes from the register', () => {
    const plain = drive(asking(), { assigns: { agreementSilence: 'acceptance' } });
    expect(plain.state.attributes).toEqual({
      agreementSilence: 'acceptance',
      representation: 'consulate',
    });
    const one = { kind: 'relations', channel: 'iom', from: '2026-01-01' } as const;
    for (const [index, states] of [
      { sending: 'HN', receiving: 'MX' },
      { sending: 'MX', receiving: 'PA' },
    ].entries()) {
      plain.do(changed(plain.at, index + 1, { ...one, ...states }));
      expect(plain.state.attributes.representation).toBe('consulate');
    }
    plain.do(changed(plain.at, 3, { ...one, sending: 'HN', receiving: 'PA' }));
    expect(plain.state.attributes.representation).toBe('iom');
  });

  it('writes nothing into a run whose protocol does not ask', () => {
    expect(drive(applyVariant(tiny([{ id: 'work' }]), tinyPack())).state.attributes).toEqual({});
  });
});

describe('what the States agreed', () => {
  const asks = () =>
    tiny(
      [
        {
          id: 'accept',
          by: 'other',
          deadline: {
            length: 24,
            unit: 'hours',
            silence: 'L5',
            lapse: 'deemed',
            lapseIf: { attribute: 'agreementSilence', is: 'acceptance' },
          },
          outcomes: [{ id: 'accepted' }, { id: 'deemed', bySilence: true }],
        },
      ],
      {
        regime: 'removal',
        attributes: [
          {
            id: 'agreementSilence',
            title: words,
            type: 'code',
            atStart: true,
            initially: 'none',
            options: [
              { id: 'none', title: words },
              { id: 'acceptance', title: words },
            ],
          },
          {
            id: 'representation',
            title: words,
            type: 'code',
            initially: 'consulate',
            options: ['consulate', 'iom', 'protecting-state', 'liaison-officer'].map((id) => ({
              id,
              title: words,
            })),
          },
        ],
      },
    );

  it('is read from the agreement in force, never given', () => {
    const varied = applyVariant(asks(), tinyPack());
    const run = drive(varied);
    expect(run.state.attributes.agreementSilence).toBe('acceptance');
    expect(() => drive(varied, { assigns: { agreementSilence: 'none' } })).toThrow(
      'attribute-agreed',
    );
    run.wait(25 * HOUR);
    expect(run.step('accept')?.outcome).toBe('deemed');
  });

  it('gives silence no effect once the agreement has ended, or for a child', () => {
    const ended = drive(applyVariant(asks(), tinyPack()));
    ended.do(
      changed(ended.at, 1, { kind: 'agreement', agreement: 'tiny-agreement', until: '2026-03-02' }),
    );
    ended.wait(25 * HOUR);
    expect(ended.step('accept')?.outcome).toBeUndefined();
    const lapsing = drive(applyVariant(asks(), tinyPack()), { at: Date.UTC(2026, 11, 31, 20) });
    expect(lapsing.state.attributes.agreementSilence).toBe('acceptance');
    lapsing.wait(25 * HOUR);
    expect(lapsing.step('accept')?.outcome).toBeUndefined();
    const child = drive(applyVariant({ ...asks(), regime: 'child' }, tinyPack()));
    expect(child.state.attributes.agreementSilence).toBe('none');
  });

  it('says who stands in where a State has no representation', () => {
    const relay = { sending: 'HN', receiving: 'PA', channel: 'iom', from: '2026-01-01' } as const;
    const from = (relations: Parameters<typeof tinyPack>[0]) =>
      drive(applyVariant(asks(), tinyPack(relations))).state.attributes.representation;
    expect(from({})).toBe('consulate');
    expect(from({ relations: [relay] })).toBe('iom');
    expect(from({ relations: [{ ...relay, until: '2026-02-28' }] })).toBe('consulate');
    expect(from({ relations: [{ ...relay, sending: 'PA', receiving: 'HN' }] })).toBe('consulate');
    const run = drive(applyVariant(asks(), tinyPack()));
    run.do(changed(run.at, 1, { kind: 'relations', ...relay }));
    expect(run.state.attributes.representation).toBe('iom');
  });
});

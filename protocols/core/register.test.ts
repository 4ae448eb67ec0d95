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

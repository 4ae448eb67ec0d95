import { describe, expect, it } from 'vitest';
import { type Drive, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import type { DueClock } from './acts.js';
import { clockKey, nextDueAt, pendingClocks } from './due.js';
import type { Effect } from './effects.js';

const source = { mark: 'proposal', ref: 'invented' } as const;
const words = { es: 'Inventado', en: 'Invented' };

/** Every kind of clock: a step due in ten hours, a share acknowledged in four, a step of tomorrow, a validity. */
const definition = tiny(
  [
    {
      id: 'tell',
      shares: [
        {
          id: 'list',
          to: 'other',
          categories: ['D10'],
          purpose: words,
          ground: source,
          acknowledge: { length: 4, unit: 'hours', source },
        },
      ],
      outcomes: [
        {
          id: 'told',
          sets: [
            { fact: 'late', validFor: { length: 30, unit: 'hours' } },
            { fact: 'early', validFor: { length: 20, unit: 'hours' } },
            { fact: 'also-early', validFor: { length: 20, unit: 'hours' } },
            { fact: 'more-early', validFor: { length: 20, unit: 'hours' } },
          ],
        },
      ],
    },
    { id: 'work', when: 'tell:told', deadline: {} },
    { id: 'again', when: 'tell:told', notBefore: { length: 6, unit: 'hours', before: 'trip' } },
    { id: 'after-early', when: 'expired:early' },
    { id: 'after-also', when: 'expired:also-early' },
    { id: 'after-late', when: 'expired:late' },
    { id: 'quiet', when: 'event:nothing-more', deadline: { silence: 'L0' } },
    { id: 'end', when: 'event:end', outcomes: [{ id: 'ended', ends: 'over' }] },
  ],
  {
    facts: [fact('late'), fact('early'), fact('also-early'), fact('more-early')],
    dates: [{ id: 'trip', title: words }],
    events: [event('end'), event('nothing-more')],
  },
);

const told = (): Drive => {
  const run = drive(definition, { dates: { trip: MONDAY + 30 * HOUR } });
  run.answer('tell', 'told');
  return run;
};
const keysOf = (run: Drive): string[] => pendingClocks(run.state).map(clockKey);

describe('what falls due', () => {
  it('has one name of its own per instant, earliest first, equal instants by name', () => {
    const due = (hours: number) => MONDAY + hours * HOUR;
    expect(keysOf(told())).toEqual([
      `clock/tell#1:list/reminder-50@${due(2)}`,
      `clock/work#1/reminder-50@${due(5)}`,
      `clock/also-early/expires@${due(20)}`,
      `clock/early/expires@${due(20)}`,
      `clock/more-early/expires@${due(20)}`,
      `clock/again#1/opens@${due(24)}`,
      `clock/late/expires@${due(30)}`,
    ]);
  });

  it('the next of it is the earliest; nothing is after the end', () => {
    const run = told();
    expect(nextDueAt(run.state)).toBe(MONDAY + 2 * HOUR);
    run.report('end');
    run.answer('end', 'ended');
    expect(pendingClocks(run.state)).toEqual([]);
    expect(nextDueAt(run.state)).toBeUndefined();
  });

  it('nothing falls due in a run in which nothing waits', () => {
    expect(nextDueAt(drive(tiny([{ id: 'only' }])).state)).toBeUndefined();
  });

  it('validity that ran out before an act is entered at once, in the order in which it ran out', () => {
    const run = told();
    run.at = MONDAY + 40 * HOUR;
    run.report('nothing-more');
    const opened = run.effects.filter((effect) => effect.type === 'step-opened');
    expect(opened.map(({ step }) => step)).toEqual([
      'again',
      'after-early',
      'after-also',
      'after-late',
      'quiet',
    ]);
    const { established } = run.state;
    const order = ['also-early', 'early', 'more-early', 'late'].map((id) => `expired:${id}`);
    const ticks = order.map((atom) => established[atom]?.tick ?? 0);
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
    expect(run.state.facts).toEqual({});
  });

  it('what is still valid, or valid for ever, is left as it is', () => {
    const run = told();
    run.at = MONDAY + 25 * HOUR;
    run.report('nothing-more');
    expect(run.state.facts).toEqual({ late: { until: MONDAY + 30 * HOUR } });
    const sure = tiny(definition.steps as never, {
      facts: [...definition.facts, fact('sure', true)],
      dates: definition.dates,
      events: definition.events,
    });
    const other = drive(sure);
    other.answer('tell', 'told');
    other.at = MONDAY + 25 * HOUR;
    other.report('nothing-more');
    expect(Object.keys(other.state.facts)).toEqual(['sure', 'late']);
  });
});

describe('an act of time', () => {
  const due = (hours: number) => MONDAY + hours * HOUR;
  const work = { kind: 'mark', step: 'work', opening: 1, mark: 'reminder-50' } as const;
  const list = { kind: 'acknowledgement', share: 'tell#1:list', mark: 'reminder-50' } as const;
  const again = { kind: 'opening', step: 'again', opening: 1 } as const;
  const early = { kind: 'expiry', fact: 'early' } as const;
  const reach = (run: Drive, clock: DueClock, dueAt: number, at = due(1000)) =>
    run.try({ type: 'clock-reached', clock, dueAt, at });

  it.each([
    [work, due(5)],
    [list, due(2)],
    [again, due(24)],
    [early, due(20)],
  ] as const)('happens at its instant and not before: %j', (clock, dueAt) => {
    expect(reach(told(), clock, dueAt, dueAt - 1)).toEqual({
      ok: false,
      refusal: { code: 'not-due', params: {} },
    });
    expect(reach(told(), clock, dueAt, dueAt).ok).toBe(true);
  });

  it.each([
    ['another opening', { ...work, opening: 2 }, due(5)],
    ['a later mark', { ...work, mark: 'reminder-90' }, due(9)],
    ['a later mark at the instant of this one', { ...work, mark: 'reminder-90' }, due(5)],
    ['another instant', work, due(5) + 1],
    ['a step that was answered', { ...work, step: 'tell' }, due(5)],
    ['a step that never opened', { ...work, step: 'end' }, due(5)],
    ['a step that is not there', { ...work, step: 'nowhere' }, due(5)],
    ['a later mark of a share', { ...list, mark: 'due' }, due(4)],
    ['another mark of a share', { ...list, mark: 'due' }, due(2)],
    ['another instant of a share', list, due(2) + 1],
    ['a share nobody sent', { ...list, share: 'tell#2:list' }, due(2)],
    ['another opening by time', { ...again, opening: 2 }, due(24)],
    ['another instant of an opening', again, due(24) - 1],
    ['the opening of a step that is open', { ...again, step: 'work', opening: 2 }, due(24)],
    ['the opening of a step not called for', { ...again, step: 'end' }, due(24)],
    ['another instant of a validity', early, due(20) + 1],
    ['a fact that does not hold', { ...early, fact: 'nothing' }, due(20)],
  ] as const)('is refused when nothing like it waits: %s', (_, clock, dueAt) => {
    const run = told();
    expect(reach(run, clock, dueAt)).toEqual({
      ok: false,
      refusal: { code: 'clock-gone', params: {} },
    });
  });

  it('is refused while its clock stands still', () => {
    const paused = drive(
      tiny([{ id: 'work', requires: ['light'], deadline: {} }], {
        facts: [fact('light', true)],
        events: [event('dark', { clears: ['light'] })],
      }),
    );
    expect(reach(paused, work, due(5)).ok).toBe(true);
    paused.report('dark');
    expect(reach(paused, work, due(5))).toMatchObject({ refusal: { code: 'clock-gone' } });
    expect(keysOf(paused)).toEqual([]);
  });
});

describe('a share nobody acknowledges', () => {
  /** Who was told what, and when, in hours after the share. */
  const ladder = (run: Drive, hours: number) => {
    const rungs: (readonly unknown[])[] = [];
    const enter = run.do;
    run.do = (act) => {
      enter(act);
      for (const effect of run.effects as Extract<Effect, { type: 'notice' }>[]) {
        if (effect.type !== 'notice' || effect.step !== 'tell') continue;
        const { kind, role, level, opening, dueAt = 0 } = effect;
        const hour = (run.at - MONDAY) / HOUR;
        rungs.push([hour, kind, role, level, opening, (dueAt - MONDAY) / HOUR]);
      }
    };
    run.goTo(MONDAY + hours * HOUR);
    return rungs;
  };

  it('reminds its recipient, then its supervisor, then the lead at two levels', () => {
    expect(ladder(told(), 9)).toEqual([
      [2, 'nearly-due', 'other', 'institution', 1, 4],
      [3.6, 'nearly-due', 'other', 'institution', 1, 4],
      [4, 'overdue', 'other', 'institution', 1, 4],
      [4, 'overdue', 'other', 'supervisor', 1, 4],
      [6, 'escalated', 'office', 'lead-technical', 1, 4],
      [8, 'escalated', 'office', 'lead-political', 1, 4],
    ]);
  });
});

describe('a role that moves', () => {
  const moved = (role: string, institution: string, run = told()) => {
    run.do({
      type: 'role-reassigned',
      at: run.at,
      role,
      binding: { institution, country: 'PA', timeZone: 'America/Panama' },
    });
    return run.effects;
  };

  it('tells the new institution of each open step, and the old one that it is out of it', () => {
    expect(moved('office', 'invented-second')).toEqual([
      {
        type: 'role-moved',
        role: 'office',
        institution: 'invented-second',
        from: 'invented-office',
      },
      {
        type: 'notice',
        kind: 'reassigned',
        role: 'office',
        level: 'institution',
        step: 'work',
        opening: 1,
        dueAt: MONDAY + 10 * HOUR,
      },
      {
        type: 'notice',
        kind: 'withdrawn',
        role: 'office',
        level: 'institution',
        step: 'work',
        opening: 1,
        institution: 'invented-office',
      },
    ]);
  });

  it('tells nobody that it is out when the role stays where it was', () => {
    const kinds = moved('office', 'invented-office').map((effect) =>
      effect.type === 'notice' ? effect.kind : effect.type,
    );
    expect(kinds).toEqual(['role-moved', 'reassigned']);
  });

  it('has no deadline to tell where the step has none, and nobody to tell who was not there before', () => {
    const open = tiny([{ id: 'only', by: 'helper' }], {
      roles: [
        { id: 'office', kind: 'OFF', side: 'sending', title: words },
        { id: 'helper', kind: 'OTH', side: 'receiving', title: words, optional: true },
      ],
    });
    expect(moved('helper', 'invented-new', drive(open, { without: ['helper'] }))).toStrictEqual([
      { type: 'role-moved', role: 'helper', institution: 'invented-new', from: '' },
      {
        type: 'notice',
        kind: 'reassigned',
        role: 'helper',
        level: 'institution',
        step: 'only',
        opening: 1,
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, type TinyStep, tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { Deadline, Silence } from '../language/deadline.js';
import { applyVariant } from '../language/variant/apply.js';
import { pendingClocks } from './due.js';

/** Runs one silent step for 30 hours; what was told to whom, as `hour kind level role`. */
function silent(silence: Silence, more: Partial<Deadline> = {}, bindMonitor = true) {
  const words = { es: 'Inventado', en: 'Invented' };
  const definition = tiny(
    [
      {
        id: 'work',
        by: 'other',
        outcomes: ['done', 'lapsed'],
        deadline: { silence, length: 10, unit: 'hours', ...more },
      },
      { id: 'after-lapse', when: 'work:lapsed' },
    ],
    {
      roles: [
        { id: 'office', kind: 'OFF', side: 'sending', title: words },
        { id: 'other', kind: 'OTH', side: 'receiving', title: words },
        { id: 'watch', kind: 'MON', side: 'either', title: words, optional: true },
      ],
      monitor: 'watch',
      attributes: [{ id: 'isAgreed', title: words, type: 'boolean', initially: false }],
      facts: [fact('asleep')],
      events: [
        { id: 'agree', title: words, by: 'anyone', assigns: { isAgreed: true } },
        event('sleep', { sets: ['asleep'] }),
        event('wake', { clears: ['asleep'] }),
      ],
    },
  );
  const run = drive(definition, bindMonitor ? {} : { without: ['watch'] });
  return run;
}

function follow(run: ReturnType<typeof silent>, hours = 30): string[] {
  const told: string[] = [];
  for (;;) {
    const next = pendingClocks(run.state).find(
      ({ clock }) => clock.kind === 'mark' && clock.step === 'work',
    );
    if (!next || next.dueAt > MONDAY + hours * HOUR) return told;
    run.goTo(next.dueAt);
    const hour = (run.at - MONDAY) / HOUR;
    for (const effect of run.effects) {
      if (effect.type === 'notice' && effect.step === 'work') {
        told.push(`${hour} ${effect.kind} ${effect.level} ${effect.role}`);
      }
      if (effect.type === 'step-closed') {
        told.push(`${hour} closed ${effect.outcome}${effect.bySilence ? ' by silence' : ''}`);
      }
    }
  }
}

const REMINDERS = ['5 nearly-due institution other', '9 nearly-due institution other'];
const LADDER = [
  ...REMINDERS,
  '10 overdue institution other',
  '10 overdue supervisor other',
  '15 escalated lead-technical office',
  '20 escalated lead-political office',
  '20 escalated monitor watch',
];
const LAPSE = [...REMINDERS, '10 lapsed institution other', '10 closed lapsed by silence'];

describe('silence', () => {
  it('L0 only reminds, and tells nobody above', () => {
    expect(follow(silent('L0'))).toEqual([
      '9 nearly-due institution other',
      '10 overdue institution other',
    ]);
  });

  it('L1 reminds at half and nine tenths, then climbs: supervisor, lead, lead and monitor', () => {
    expect(follow(silent('L1'))).toEqual(LADDER);
  });

  it('L1 goes on without a monitor where nobody fills that role', () => {
    expect(follow(silent('L1', {}, false))).toEqual(LADDER.slice(0, -1));
  });

  it('tells the monitor when the time is up where that is asked for, and again at the end of the climb', () => {
    const due = LADDER.indexOf('10 overdue supervisor other') + 1;
    const early = [...LADDER.slice(0, due), '10 escalated monitor watch', ...LADDER.slice(due)];
    for (const silence of ['L1', 'L2'] as const) {
      expect(follow(silent(silence, { tellsMonitor: true }))).toEqual(early);
    }
    expect(follow(silent('L1', { tellsMonitor: true }, false))).toEqual(LADDER.slice(0, -1));
  });

  it('climbs within the time that is named, not within that of the deadline', () => {
    const half = { escalates: { length: 30, unit: 'minutes' } } as const;
    const fast = LADDER.map((line) => line.replace(/^15 /, '10.25 ').replace(/^20 /, '10.5 '));
    expect(follow(silent('L1', half))).toEqual(fast);
    expect(follow(silent('L2', half))).toEqual(fast);
    const now = follow(silent('L1', { ...half, length: 0 }));
    expect(now.map((line) => line.split(' ')[0])).toEqual(['0', '0', '0.25', '0.5', '0.5']);
  });

  it('climbs within that time after a pause, too', () => {
    const run = silent('L1', {
      escalates: { length: 2, unit: 'hours' },
      pausedWhile: ['asleep'],
    });
    run.wait(4 * HOUR);
    run.report('sleep');
    run.wait(10 * HOUR);
    run.report('wake');
    expect(follow(run, 40).filter((line) => !line.includes('nearly'))).toEqual([
      '20 overdue institution other',
      '20 overdue supervisor other',
      '21 escalated lead-technical office',
      '22 escalated lead-political office',
      '22 escalated monitor watch',
    ]);
  });

  it('L2 climbs like L1 and never produces an outcome', () => {
    const run = silent('L2');
    expect(follow(run, 10_000)).toEqual(LADDER);
    expect(run.open()).toEqual(['work']);
  });

  it.each(['L3', 'L4'] as const)('%s produces its outcome at the due instant', (silence) => {
    const run = silent(silence, { lapse: 'lapsed' });
    run.goTo(MONDAY + 10 * HOUR - 1);
    expect(run.open()).toEqual(['work']);
    const all = silent(silence, { lapse: 'lapsed' });
    expect(follow(all)).toEqual(LAPSE);
    expect(all.open()).toEqual(['after-lapse']);
  });

  it('L5 accepts only where the agreement says so at that instant, else climbs like L1', () => {
    const more = { lapse: 'lapsed', lapseIf: { attribute: 'isAgreed', is: true } } as const;
    expect(follow(silent('L5', more))).toEqual(LADDER);
    const agreed = silent('L5', more);
    agreed.report('agree');
    expect(follow(agreed)).toEqual(LAPSE);
  });

  it('L6 says once that the validity ran out', () => {
    expect(follow(silent('L6'))).toEqual([
      '10 overdue institution other',
      '10 overdue supervisor other',
    ]);
  });

  it('stops at the answer', () => {
    const run = silent('L1');
    run.goTo(MONDAY + 6 * HOUR);
    run.answer('work', 'done');
    expect(pendingClocks(run.state)).toEqual([]);
  });

  it('refuses a lapse before its instant, at another instant, and twice', () => {
    const run = silent('L3', { lapse: 'lapsed' });
    run.goTo(MONDAY + 9 * HOUR);
    const clock = { kind: 'mark', step: 'work', opening: 1, mark: 'due' } as const;
    const due = { type: 'clock-reached', clock, dueAt: MONDAY + 10 * HOUR } as const;
    expect(run.try({ ...due, at: MONDAY + 10 * HOUR - 1 })).toMatchObject({
      refusal: { code: 'not-due' },
    });
    expect(run.try({ ...due, at: MONDAY + 11 * HOUR, dueAt: due.dueAt - 1 })).toMatchObject({
      refusal: { code: 'clock-gone' },
    });
    run.do({ ...due, at: MONDAY + 10 * HOUR });
    expect(run.try({ ...due, at: MONDAY + 10 * HOUR })).toMatchObject({
      refusal: { code: 'clock-gone' },
    });
  });

  it('acts even when looked at late, once per mark and in order', () => {
    const run = silent('L1');
    const due = pendingClocks(run.state)[0]!;
    run.do({ type: 'clock-reached', at: MONDAY + 100 * HOUR, ...due });
    const rest: string[] = [];
    for (let next = pendingClocks(run.state)[0]; next; next = pendingClocks(run.state)[0]) {
      run.do({ type: 'clock-reached', at: MONDAY + 100 * HOUR, ...next });
      if (next.clock.kind === 'mark') rest.push(next.clock.mark);
    }
    expect(rest).toEqual(['reminder-90', 'due', 'escalate-150', 'escalate-200']);
  });
});

describe('an answer after the due instant, before the lapse was entered', () => {
  const answerAt = (run: ReturnType<typeof silent>, hour: number) =>
    run.try({
      type: 'step-completed',
      step: 'work',
      opening: 1,
      outcome: 'done',
      role: 'other',
      at: MONDAY + hour * HOUR,
    });

  it.each(['L3', 'L4', 'L5'] as const)('comes too late where silence decides (%s)', (silence) => {
    const run = silent(silence, { lapse: 'lapsed' });
    expect(answerAt(run, 10 - 1 / HOUR).ok).toBe(true);
    for (const hour of [10, 11, 100]) {
      expect(answerAt(run, hour)).toMatchObject({
        ok: false,
        refusal: { code: 'deadline-passed' },
      });
    }
  });

  it.each(['L0', 'L1', 'L2'] as const)(
    'still counts where it only reminds and climbs (%s)',
    (silence) => {
      expect(answerAt(silent(silence), 100).ok).toBe(true);
    },
  );

  it('counts where the agreement does not let silence act', () => {
    const lapseIf = { attribute: 'isAgreed', is: true } as const;
    expect(answerAt(silent('L5', { lapse: 'lapsed', lapseIf }), 100).ok).toBe(true);
  });
});

describe('an outcome that only silence produces', () => {
  it('cannot be chosen, and comes when the time is over', () => {
    const words = { es: 'Inventado', en: 'Invented' };
    const definition = tiny([
      {
        id: 'window',
        outcomes: ['waived'],
        deadline: { silence: 'L4', length: 10, unit: 'hours', lapse: 'closed' },
      },
      { id: 'after', when: 'window:closed' },
    ]);
    const [window, after] = definition.steps;
    const outcomes = [
      ...window!.outcomes,
      { id: 'closed', title: words, bySilence: true as const },
    ];
    const run = drive({ ...definition, steps: [{ ...window!, outcomes }, after!] });
    const role = typeof window!.by === 'string' ? window!.by : window!.by[0]!;
    expect(
      run.try({
        type: 'step-completed',
        step: 'window',
        opening: 1,
        outcome: 'closed',
        role,
        at: MONDAY + HOUR,
      }),
    ).toMatchObject({ ok: false, refusal: { code: 'outcome-by-silence' } });
    run.wait(11 * HOUR);
    expect(run.open()).toEqual(['after']);
  });
});

describe('silence that stands still', () => {
  const storm = {
    facts: [fact('storm')],
    events: [event('storm', { sets: ['storm'] }), event('calm', { clears: ['storm'] })],
  };
  const work = (outcomes: TinyStep['outcomes'], deadline: TinyStep['deadline']) =>
    drive(tiny([{ id: 'work', outcomes, deadline }], storm));

  it('decides nothing: whoever answers during the pause is in time, however late it is', () => {
    const run = work(['done', 'lapsed'], {
      silence: 'L3',
      lapse: 'lapsed',
      pausedWhile: ['storm'],
    });
    run.wait(9 * HOUR);
    run.report('storm');
    run.wait(100 * HOUR);
    run.answer('work', 'done');
    expect(run.step('work')?.outcome).toBe('done');
  });

  it('has the time left of the first pause, though the answer that keeps it came during the pause', () => {
    const run = drive(
      tiny(
        [
          {
            id: 'work',
            when: { any: ['start', 'event:calm'] },
            outcomes: [{ id: 'later', keepsTimeLeft: true }],
            deadline: { pausedWhile: ['storm'] },
          },
        ],
        storm,
      ),
    );
    run.wait(2 * HOUR);
    run.report('storm');
    run.wait(3 * HOUR);
    run.answer('work', 'later');
    run.wait(HOUR);
    run.report('calm');
    expect(run.step('work')?.open?.clock?.dueAt).toBe(MONDAY + (6 + 8) * HOUR);
  });
});

describe('silence that produces an interim result', () => {
  const begun = () =>
    drive(
      tiny([
        {
          id: 'work',
          outcomes: ['done', { id: 'late', bySilence: true, keepsOpen: true }],
          deadline: { silence: 'L3', lapse: 'late' },
        },
        { id: 'after-late', when: 'work:late' },
      ]),
    );

  it('tells that the step is overdue, for it can still be answered', () => {
    const run = begun();
    run.goTo(MONDAY + 10 * HOUR);
    const due = MONDAY + 10 * HOUR;
    const notice = { type: 'notice', role: 'office', level: 'institution', opening: 1 };
    expect(run.effects).toEqual([
      { type: 'step-lapsed', step: 'work', opening: 1 },
      { ...notice, kind: 'overdue', step: 'work', dueAt: due },
      { type: 'step-opened', step: 'after-late', opening: 1, roles: ['office'] },
      { ...notice, kind: 'opened', step: 'after-late' },
    ]);
    run.answer('work', 'done');
    expect(run.step('work')?.outcome).toBe('done');
  });

  it('does not close the door to an answer given before it was entered', () => {
    const run = begun();
    run.at = MONDAY + 11 * HOUR;
    run.answer('work', 'done');
    expect(run.step('work')?.outcome).toBe('done');
  });
});

describe('silence under a pack whose agreement says nothing of it', () => {
  const [agreement] = tinyPack().agreements;
  const pack = tinyPack({ agreements: [{ ...agreement!, silence: 'none' }] });
  const silence = (which: Silence) => {
    const definition = tiny([
      {
        id: 'work',
        outcomes: ['done', 'lapsed'],
        deadline: { silence: which, lapse: 'lapsed', lapseIf: 'start' },
      },
    ]);
    const run = drive(applyVariant(definition, pack));
    run.wait(10 * HOUR);
    return run.step('work')?.outcome;
  };

  it('is no acceptance, and still protects the person where it protects', () => {
    expect(silence('L5')).toBeUndefined();
    expect(silence('L3')).toBe('lapsed');
    expect(silence('L4')).toBe('lapsed');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Silence } from '../language/deadline.js';
import { ladder } from './ladder.js';

const anySilence = fc.constantFrom<Silence>('L0', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6');
const MINUTE = 60_000;

describe('ladder', () => {
  it('reminds, escalates and flags at shares of the time', () => {
    for (const silence of ['L1', 'L2', 'L3', 'L4', 'L5'] as const) {
      expect(ladder({ silence, startAt: 1000, dueAt: 2000 })).toEqual([
        { mark: 'reminder-50', at: 1500 },
        { mark: 'reminder-90', at: 1900 },
        { mark: 'due', at: 2000 },
        { mark: 'escalate-150', at: 2500 },
        { mark: 'escalate-200', at: 3000 },
      ]);
    }
  });

  it('climbs within a time of its own where one is given', () => {
    const climbed = (dueAt: number) =>
      ladder({ silence: 'L1', startAt: 1000, dueAt, climbMs: 60 }).map(({ mark, at }) => [
        mark,
        at - dueAt,
      ]);
    const climb = [
      ['due', 0],
      ['escalate-150', 30],
      ['escalate-200', 60],
    ];
    expect(climbed(2000)).toEqual([['reminder-50', -500], ['reminder-90', -100], ...climb]);
    expect(climbed(1000)).toEqual(climb);
    expect(ladder({ silence: 'L0', startAt: 0, dueAt: 100, climbMs: 60 })).toHaveLength(2);
  });

  it('puts no pressure where silence means a reminder only', () => {
    expect(ladder({ silence: 'L0', startAt: 0, dueAt: 100 })).toEqual([
      { mark: 'reminder-90', at: 90 },
      { mark: 'due', at: 100 },
    ]);
  });

  it('only expires a validity', () => {
    expect(ladder({ silence: 'L6', startAt: 0, dueAt: 100 })).toEqual([{ mark: 'due', at: 100 }]);
  });

  it('gives an immediate or overdue duty no reminders, but an hour of its own', () => {
    for (const dueAt of [7000, 10]) {
      expect(ladder({ silence: 'L1', startAt: 7000, dueAt })).toEqual([
        { mark: 'due', at: 7000 },
        { mark: 'escalate-150', at: 7000 + 30 * MINUTE },
        { mark: 'escalate-200', at: 7000 + 60 * MINUTE },
      ]);
    }
  });

  it('is ascending, never before the start, with each mark once and the due one exact', () => {
    fc.assert(
      fc.property(anySilence, fc.nat(1e12), fc.nat(1e11), (silence, startAt, span) => {
        const rungs = ladder({ silence, startAt, dueAt: startAt + span });
        const instants = rungs.map((rung) => rung.at);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(instants[0]).toBeGreaterThanOrEqual(startAt);
        expect(new Set(rungs.map((rung) => rung.mark)).size).toBe(rungs.length);
        expect(rungs.find((rung) => rung.mark === 'due')?.at).toBe(startAt + span);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { exactly, IDEAL, planOf, reportOf } from '../../test/fixtures/simulated.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import type { Definition } from '../language/definition.js';
import { countBatches, runsOfBatch } from './simulate.js';

const ENDS = [{ id: 'done', ends: 'over' }];
const stepOf = (report: ReturnType<typeof reportOf>, id: string) =>
  report.steps.find((step) => step.id === id)!;
const officeOf = (report: ReturnType<typeof reportOf>) =>
  report.institutions.find(({ role }) => role === 'office')!;

describe('figures that can be worked out by hand', () => {
  test('a run lasts as long as its steps take one after the other', () => {
    const definition = tiny([
      { id: 'first' },
      { id: 'second', when: 'first:done', outcomes: ENDS },
    ]);
    const effort = { response: exactly(5), work: exactly(1), silence: 0 };
    const report = reportOf(definition, { ...IDEAL, kinds: { task: effort } });
    expect(report.days).toEqual(Object.fromEntries(QUANTILES.map((name) => [name, 0.5])));
    expect(report.endings).toMatchObject([{ id: 'over', runs: 100, share: 1 }]);
    expect(stepOf(report, 'second').hours).toEqual({
      response: 5,
      closed: 0,
      capacity: 0,
      working: 1,
      held: 0,
    });
  });

  test('quantiles are those of people who queue for one officer and are served one an hour', () => {
    const definition = tiny([{ id: 'only', outcomes: ENDS }]);
    const report = reportOf(definition, {
      ...IDEAL,
      // A hundred people within a minute and a half.
      arrivalsPerDay: 100_000,
      institutions: { all: { officers: 1, hours: 'always' } },
    });
    const hours = { p10: 10, p25: 25, p50: 50, p75: 75, p90: 90, p95: 95, p99: 99 };
    for (const [name, value] of Object.entries(hours)) {
      expect(report.days[name as keyof typeof hours], name).toBeCloseTo(value / 24, 1);
    }
    expect(stepOf(report, 'only').hours.capacity).toBeCloseTo((99 * 100) / 2 / 100, 1);
  });

  test('load is work that comes in over work that can be done, office hours and holidays included', () => {
    const definition = tiny([{ id: 'only', outcomes: ENDS }]);
    const always = reportOf(definition, {
      ...IDEAL,
      arrivalsPerDay: 12,
      institutions: { all: { officers: 1, hours: 'always' } },
    });
    expect(officeOf(always).load).toBeCloseTo(0.5, 5);
    const office = reportOf(definition, {
      ...IDEAL,
      arrivalsPerDay: 12,
      institutions: { all: { officers: 4, hours: { from: 9, until: 17 } } },
    });
    // Mexico 2027: 365 days less 104 of weekends and 7 holidays of which one is a Saturday.
    expect(officeOf(office).load).toBeCloseTo(12 / (4 * 8 * ((365 - 104 - 6) / 365)), 2);
  });

  test('weights are the shares of answers', () => {
    const definition = tiny(
      [
        {
          id: 'only',
          outcomes: [
            { id: 'a', ends: 'over' },
            { id: 'b', ends: 'other-end' },
          ],
        },
      ],
      { endings: ['over', 'other-end'].map((id) => ({ id, title: { es: id, en: id } })) },
    );
    const outcomes = { 'only:a': 3, 'only:b': 1 };
    const { endings } = reportOf(definition, { ...IDEAL, outcomes }, { runs: 10_000 });
    expect(endings.map(({ id }) => id)).toEqual(['over', 'other-end']);
    expect(endings[0]!.share).toBeCloseTo(0.75, 1);
    const never = reportOf(definition, { ...IDEAL, outcomes: { 'only:a': 1, 'only:b': 0 } });
    expect(never.never.outcomes).toEqual(['only:b']);
  });

  test('events come at their rate, and only while they can be reported', () => {
    const year = { response: exactly(365 * 24 - 1), work: exactly(1), silence: 0 };
    const definition = tiny([{ id: 'only', outcomes: ENDS }], {
      facts: [fact('possible')],
      events: [event('often'), event('impossible', { while: 'possible' })],
    });
    const report = reportOf(
      definition,
      { ...IDEAL, kinds: { task: year }, events: { often: 2, impossible: 5 } },
      { runs: 1000 },
    );
    expect(report.events[0]!.reports / 1000).toBeCloseTo(2, 0);
    expect(report.never.events).toEqual(['impossible']);
  });
});

const QUANTILES = ['p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p99'];

describe('people and institutions', () => {
  const within = (hours: number): Definition =>
    tiny([{ id: 'only', deadline: { length: hours }, outcomes: ENDS }]);

  test('what nobody takes up lapses, is escalated, and is answered once somebody insists', () => {
    const kinds = { task: { response: exactly(0), work: exactly(1), silence: 1 } };
    const report = reportOf(within(10), { ...IDEAL, kinds }, { runs: 1000 });
    const { deadline } = stepOf(report, 'only');
    expect(deadline).toMatchObject({ kept: 0, lapsed: 1000, reasons: { silence: 1000 } });
    // Half are roused by their supervisor, the rest by the lead at one and a half times the deadline.
    expect(deadline!.escalated[0] / 1000).toBeCloseTo(0.5, 1);
    expect(deadline!.escalated[1]).toBe(0);
    expect(report.days.p10).toBeCloseTo(11 / 24, 2);
    expect(report.days.p90).toBeCloseTo(16 / 24, 2);
  });

  test('offices work in their hours only', () => {
    const report = reportOf(tiny([{ id: 'only', outcomes: ENDS }]), {
      ...IDEAL,
      arrivalsPerDay: 2,
      institutions: { all: { officers: 1000, hours: { from: 9, until: 17 } } },
    });
    const { closed, capacity, working } = stepOf(report, 'only').hours;
    // Two thirds of the hours of a working day and all of a weekend are closed.
    expect(closed).toBeGreaterThan(8);
    expect(capacity).toBe(0);
    expect(working).toBeGreaterThanOrEqual(1);
    expect(report.days.p99).toBeLessThan(4);
  });

  test('a suspended step is answered when what was missing comes', () => {
    const definition = tiny(
      [
        {
          id: 'guarded',
          requires: ['there'],
          outcomes: [{ id: 'done', ends: 'over' }],
        },
      ],
      {
        facts: [fact('there', true)],
        events: [event('lost', { clears: ['there'] }), event('found', { sets: ['there'] })],
      },
    );
    const report = reportOf(definition, {
      ...IDEAL,
      kinds: { task: { response: exactly(24 * 30), work: exactly(1), silence: 0 } },
      events: { lost: 12, found: 12 },
    });
    const guarded = stepOf(report, 'guarded');
    expect(guarded.hoursStoodStill).toBeGreaterThan(24);
    expect(guarded.hours.held).toBeGreaterThan(0);
    expect(report.endings).toMatchObject([{ id: 'over', runs: 100 }]);
  });

  test('runs that cannot end are told, with the step they stand in', () => {
    const definition = tiny([{ id: 'only', outcomes: [{ id: 'done' }] }]);
    const { findings, endings } = reportOf(definition, IDEAL);
    expect(findings).toMatchObject([{ code: 'runs-unfinished', runs: 100, steps: [] }]);
    expect(endings).toMatchObject([{ id: 'unfinished', runs: 100 }]);
  });
});

describe('the same plan', () => {
  const definition = tiny([{ id: 'only', outcomes: ENDS }]);

  test('gives the same report byte for byte, and another seed another one', () => {
    const first = JSON.stringify(reportOf(definition, {}, { runs: 2000, seed: 7 }));
    expect(JSON.stringify(reportOf(definition, {}, { runs: 2000, seed: 7 }))).toBe(first);
    expect(JSON.stringify(reportOf(definition, {}, { runs: 2000, seed: 8 }))).not.toBe(first);
  });

  test('is cut into batches that together have every run', () => {
    for (const runs of [1, 729, 731, 5000, 100_003]) {
      const plan = planOf(definition, {}, { runs });
      const batches = Array.from({ length: countBatches(plan) }, (_, batch) =>
        runsOfBatch(plan, batch),
      );
      expect(batches.reduce((sum, of) => sum + of, 0)).toBe(runs);
      expect(Math.max(...batches) - Math.min(...batches)).toBeLessThanOrEqual(1);
    }
  });
});

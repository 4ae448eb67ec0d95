import { describe, expect, test } from 'vitest';
import { reportOf } from '../../test/fixtures/simulated.js';
import { adultDeportee } from '../adult-deportee.js';
import type { Deadline } from '../language/deadline.js';
import type { Definition } from '../language/definition.js';
import type { Step } from '../language/step.js';
import type { SimulationFinding } from './report/report.js';

const definition: Definition = adultDeportee;
const RUNS = { runs: 700 };

function changed(id: string, change: (step: Step) => Partial<Step>): Definition {
  const steps = definition.steps.map((step) =>
    step.id === id ? { ...step, ...change(step) } : step,
  );
  return { ...definition, steps };
}

function withDeadline(id: string, deadline: Partial<Deadline>): Definition {
  return changed(id, (step) => ({ deadline: { ...step.deadline!, ...deadline } }));
}

const impossible = (findings: readonly SimulationFinding[]) =>
  findings.filter(({ code }) => code === 'deadline-impossible');

describe('what is planted in a protocol is found and named, and nothing else', {
  timeout: 120_000,
}, () => {
  test('nothing is found in the untouched definition', () => {
    expect(reportOf(definition, {}, RUNS).findings).toEqual([]);
  });

  test('a deadline shorter than the work', () => {
    const planted = withDeadline('individual-assessment', { length: 5, unit: 'minutes' });
    const { findings } = reportOf(planted, {}, RUNS);
    expect(impossible(findings)).toMatchObject([
      { step: 'individual-assessment', reason: 'work-too-long' },
    ]);
    expect(findings).toHaveLength(1);
  });

  test('a step that may only open after its own deadline', () => {
    const planted = withDeadline('fit-to-travel', { length: 5, unit: 'calendar-days' });
    expect(planted.steps.find(({ id }) => id === 'fit-to-travel')!.notBefore).toMatchObject({
      length: 72,
      unit: 'hours',
    });
    const { findings } = reportOf(planted, {}, RUNS);
    expect(impossible(findings)).toMatchObject([{ step: 'fit-to-travel', reason: 'not-before' }]);
  });

  test('a deadline that runs from long before the step can open', () => {
    const planted = withDeadline('notify-decision', { length: 6, unit: 'hours', from: 'start' });
    const { findings } = reportOf(planted, {}, RUNS);
    expect(impossible(findings)).toMatchObject([
      { step: 'notify-decision', reason: 'prerequisites' },
    ]);
  });

  test('an institution with too few people, with how many would cure it', () => {
    const report = reportOf(definition, { institutions: { OPB: { officers: 1 } } }, RUNS);
    const overloaded = report.findings.filter(({ code }) => code === 'institution-overloaded');
    expect(overloaded).toEqual([{ code: 'institution-overloaded', role: 'OPB' }]);
    const { load, officersNeeded, hoursOfWaiting, backlogGrowthPerDay } = report.institutions.find(
      ({ role }) => role === 'OPB',
    )!;
    expect(load).toBeGreaterThan(1);
    expect(hoursOfWaiting[2]).toBeGreaterThan(hoursOfWaiting[0] * 3);
    expect(backlogGrowthPerDay).toBeGreaterThan(0);
    const cured = reportOf(
      definition,
      { institutions: { OPB: { officers: officersNeeded } } },
      RUNS,
    );
    expect(cured.findings).toEqual([]);
  });

  test('the same institution without enough people because more arrive', () => {
    const { findings } = reportOf(definition, { arrivalsPerDay: 6 }, { runs: 1000 });
    expect(findings).toContainEqual({ code: 'institution-overloaded', role: 'OPB' });
  });
});

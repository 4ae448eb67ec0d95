import { expect, test } from 'vitest';
import { parseDefinition } from '../api/schemas/definition.js';
import { bindAll, DAY, drive, HOUR, MONDAY } from '../test/fixtures/drive.js';
import { checkDefinition } from './checker/check.js';
import { groupOperation } from './group-operation.js';
import type { Definition } from './language/definition.js';
import { validateDefinition } from './language/validate.js';

const definition: Definition = groupOperation;
const departure = MONDAY + 10 * DAY;
const dates = { departure, 'latest-departure': departure + HOUR };

function start() {
  return drive(definition, { assigns: { purpose: 'removal' }, dates });
}

function planned() {
  const run = start();
  run.answer('operation-draft', 'planned', { assigns: { capacity: 40, route: 'land' }, dates });
  return run;
}

test('is a valid definition without warnings, read back as it is', () => {
  expect(validateDefinition(definition)).toEqual([]);
  expect(parseDefinition(JSON.parse(JSON.stringify(definition))).data).toEqual(definition);
  expect(Object.keys(bindAll(definition))).toContain('MON');
});

test('passes the checker: it moves nobody and has a human exit wherever it stops', () => {
  expect(checkDefinition(definition)).toEqual([]);
});

test('goes through its eight steps in order', () => {
  const run = planned();
  run.answer('seat-individuals', 'closed');
  run.answer('send-manifest', 'sent');
  run.report('lines-answered', { role: 'system' });
  run.answer('monitor-notice', 'attends');
  run.goTo(departure - 5 * HOUR);
  run.answer('boarding-gate', 'closed');
  run.report('journey-over', { role: 'system' });
  run.answer('arrival-reconciliation', 'matches', {
    assigns: { countedArrived: 40, countedRefused: 0 },
  });
  run.answer('operation-report', 'sent');
  expect(run.state.ending?.id).toBe('done');
});

test('nobody need press for the list to be closed in time', () => {
  const run = planned();
  run.goTo(departure - 78 * HOUR);
  expect(run.open()).toContain('send-manifest');
});

test('goes on without the monitor, whose notice stays on record', () => {
  const run = planned();
  run.answer('seat-individuals', 'closed');
  run.answer('send-manifest', 'sent');
  run.goTo(departure - 6 * HOUR);
  expect(run.step('monitor-notice')?.outcome).toBe('no-answer');
  expect(run.open()).toContain('boarding-gate');
});

test('does not board before its lists were sent', () => {
  const run = planned();
  run.goTo(departure - HOUR);
  expect(run.open()).toContain('send-manifest');
  expect(run.open()).not.toContain('boarding-gate');
});

test('a journey without word of its arrival is an incident, and still ends in a report', () => {
  const run = planned();
  run.answer('seat-individuals', 'closed');
  run.answer('send-manifest', 'sent');
  run.goTo(departure);
  run.answer('boarding-gate', 'closed');
  run.wait(25 * HOUR);
  expect(run.step('journey')?.outcome).toBe('time-over');
  expect(run.open()).toEqual(['arrival-reconciliation', 'incident']);
  run.answer('arrival-reconciliation', 'differs', {
    assigns: { countedArrived: 0, countedRefused: 0 },
  });
  run.answer('incident', 'not-explained');
  run.answer('operation-report', 'sent');
  expect(run.state.ending?.id).toBe('done');
});

test('a receiver that cannot answer in time is the lead institution’s to decide', () => {
  const run = planned();
  run.answer('seat-individuals', 'closed');
  run.answer('send-manifest', 'sent');
  run.answer('receiver-response', 'cannot-answer');
  expect(run.open()).toContain('operation-decision');
  run.answer('operation-decision', 'go-on');
  run.goTo(departure);
  expect(run.open()).toContain('boarding-gate');
});

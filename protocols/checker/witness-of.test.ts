import { expect, test } from 'vitest';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { fold } from '../core/fold.js';
import type { Definition } from '../language/definition.js';
import { checkDefinition } from './check.js';
import { tellRun } from './witness/tell-run.js';
import { goalOf, witnessOf } from './witness-of.js';

const definitions = ALL_DEFINITIONS;

function broken(id: string, change: (definition: Definition) => Definition): Definition {
  const found = definitions.find((definition) => definition.id === id);
  if (!found) throw new Error(`No definition ${id}`);
  return change(found);
}

/** The remedy is decided and the transfer goes on although an appeal came in. */
const deafToAppeals = broken('adult-deportee', (definition) => ({
  ...definition,
  events: definition.events.map((event) =>
    event.id === 'appeal-filed' ? { ...event, clears: [], withdraws: [] } : event,
  ),
  steps: definition.steps.map((step) =>
    step.id === 'appeal-pending' ? { ...step, clearsAtOpening: [] } : step,
  ),
}));

test('a finding is played in the core by a run that does what its path says', () => {
  const finding = checkDefinition(deafToAppeals).find(
    ({ invariant, path }) => invariant === 'INV-A4' && path.length > 0,
  );
  expect(finding).toBeDefined();
  const goal = goalOf(deafToAppeals, finding!);
  expect(goal).toBeDefined();
  const witness = witnessOf(deafToAppeals, finding!);
  expect(witness).toBeDefined();
  const state = fold(deafToAppeals, witness!.acts);
  const last = finding!.path.at(-1)!;
  expect(state?.established[`${last.step}:${last.outcome}`]).toBeDefined();
  expect(state?.established['event:appeal-filed']).toBeDefined();
  const told = tellRun(deafToAppeals, witness!.acts);
  console.info(told.map(({ es }) => es).join('\n'));
  expect(told.length).toBeGreaterThan(20);
  expect(told.every(({ es, en }) => es !== '' && en !== '' && !/[{}]/.test(es + en))).toBe(true);
});

test('a path that the language refuses leads nowhere', () => {
  const path = [
    { kind: 'started' },
    { kind: 'answered', step: 'departure', outcome: 'left' },
  ] as const;
  expect(goalOf(deafToAppeals, { path, tracks: ['finalCheckPassed'] })).toBeUndefined();
  expect(goalOf(deafToAppeals, { path, tracks: [] })).toBeDefined();
});

import { describe, expect, test } from 'vitest';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { quickDigest } from '../../test/fixtures/digest.js';
import { fold } from '../core/fold.js';
import { checkDefinition } from './check.js';
import type { CheckFinding } from './finding.js';
import { changedNames } from './mutants/changed.js';
import { type Mutant, mutantsOf, type Operator } from './mutants/mutant.js';
import { OPERATORS } from './mutants/operators.js';
import { VARIATIONS } from './mutants/variations.js';
import { followPath } from './witness/follow-path.js';
import { witnessOf } from './witness-of.js';

/** `all` by `npm run mutants`; part of a name picks those of that name; else one of every operator and protocol. */
const { MUTANTS: wanted } = process.env;
const definitions = ALL_DEFINITIONS.filter(({ regime }) => regime !== 'no-return');

/** Of every operator on every protocol one, spread over what it makes of it. */
function sample(mutants: readonly Mutant[]): readonly Mutant[] {
  if (wanted === 'all') return mutants;
  if (wanted) return mutants.filter(({ id }) => id.includes(wanted));
  const groups = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    const key = `${mutant.protocol}/${mutant.operator}`;
    groups.set(key, [...(groups.get(key) ?? []), mutant]);
  }
  return [...groups.values()].map((group, index) => group[(index * 7) % group.length]!);
}

function all(operators: readonly Operator[]): Mutant[] {
  return [...mutantsOf(definitions, operators, quickDigest)];
}

interface Score {
  made: number;
  tried: number;
  refused: number;
  paths: number;
  played: number;
}

/** The last row counts together; several safeguards may report one mutant, so theirs counts reports, not mutants. */
function table(title: string, rows: ReadonlyMap<string, Score>, together = 'all'): string {
  const line = (name: string, { made, tried, refused, paths, played }: Score) =>
    `${name.padEnd(26)}${[made, tried, refused, paths, played].map((n) => String(n).padStart(9)).join('')}`;
  const sum: Score = { made: 0, tried: 0, refused: 0, paths: 0, played: 0 };
  for (const row of rows.values()) {
    for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += row[key];
  }
  const head = `${title.padEnd(26)}     made    tried  refused    paths   played`;
  return [head, ...[...rows].map(([name, row]) => line(name, row)), line(together, sum)].join('\n');
}

function rowIn(rows: Map<string, Score>, name: string): Score {
  const row = rows.get(name) ?? { made: 0, tried: 0, refused: 0, paths: 0, played: 0 };
  rows.set(name, row);
  return row;
}

/** What is reported of the shipped definitions themselves; a broken one must be told apart from them. */
const known = new Map(
  definitions.map((definition) => [definition.id, checkDefinition(definition)] as const),
);

/** What is reported of a changed definition and was not reported of the one it was made from. */
function newIn(
  { protocol, definition }: Mutant,
  tell: (of: CheckFinding) => string,
): CheckFinding[] {
  const before = new Set(known.get(protocol)!.map(tell));
  return checkDefinition(definition).filter((finding) => !before.has(tell(finding)));
}

const wholly = (finding: CheckFinding) => JSON.stringify(finding);
const byPlace = ({ invariant, where }: CheckFinding) => `${invariant} ${where}`;

describe('broken definitions', () => {
  const mutants = all(OPERATORS);

  test('are at least a thousand, each different from all others', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThan(1000);
  });

  test(
    'are each refused, by one of the safeguards they break, with a way that can be followed',
    () => {
      const byOperator = new Map<string, Score>();
      const byInvariant = new Map<string, Score>();
      const faults: string[] = [];
      for (const { operator } of mutants) rowIn(byOperator, operator).made += 1;
      for (const mutant of sample(mutants)) {
        const row = rowIn(byOperator, mutant.operator);
        row.tried += 1;
        const found = newIn(mutant, wholly);
        const right = found.filter(
          ({ invariant, severity }) => severity === 'error' && mutant.expects.includes(invariant),
        );
        if (right.length === 0)
          faults.push(`${mutant.id} expects ${mutant.expects}; ${said(found)}`);
        else {
          row.refused += 1;
          if (!right.some((finding) => isToThePoint(mutant, finding))) {
            faults.push(`${mutant.id}: nothing reported names what was changed; ${said(right)}`);
          }
        }
        for (const finding of found) {
          if (finding.path.length === 0) continue;
          const followed = followPath(mutant.definition, finding.tracks, finding.path);
          if (!followed.ok) {
            faults.push(
              `${mutant.id}: ${finding.invariant} ${finding.where}: part ${followed.at}: ${followed.why}`,
            );
          }
        }
        const shown = right.find(({ path }) => path.length > 0);
        if (shown) row.paths += 1;
        const isPlayed = shown !== undefined && isPlayable(mutant, shown);
        if (isPlayed) row.played += 1;
        for (const invariant of new Set(right.map((finding) => finding.invariant))) {
          const own = rowIn(byInvariant, invariant);
          own.tried += 1;
          own.refused += 1;
          if (shown) own.paths += 1;
          if (isPlayed) own.played += 1;
        }
      }
      console.info(table('operator', byOperator));
      console.info(table('invariant', byInvariant, 'all reports, not mutants'));
      console.info(`${faults.length} escapes or wrong ways`);
      expect(faults).toEqual([]);
    },
    4 * 3600_000,
  );
});

/** Whether a finding names what was changed, by its place, its words or its way. */
function isToThePoint({ protocol, definition }: Mutant, finding: CheckFinding): boolean {
  const original = definitions.find(({ id }) => id === protocol)!;
  const changed = changedNames(original, definition);
  // Where something is missing altogether, a list is the place; a step also tells by what it names.
  const [list, id] = finding.where.split('/');
  if (id === undefined) return true;
  const place = list === 'steps' ? definition.steps.find((step) => step.id === id) : undefined;
  const told = JSON.stringify([finding, place]);
  // A change of the whole definition is named by no single place.
  return changed.length === 0 || changed.length > 20 || changed.some((name) => told.includes(name));
}

/** Whether the core accepts a run that does what the finding shows. */
function isPlayable({ definition }: Mutant, finding: CheckFinding): boolean {
  const witness = witnessOf(definition, finding, { most: wanted === 'all' ? 400 : 60 });
  if (!witness) return false;
  const state = fold(definition, witness.acts);
  const last = finding.path.at(-1)!;
  const atom = last.outcome ? `${last.step}:${last.outcome}` : '';
  return atom === '' || state?.established[atom] !== undefined;
}

function said(found: readonly CheckFinding[]): string {
  const reported = found.map(
    ({ invariant, severity, where }) => `${invariant} ${severity} ${where}`,
  );
  return reported.length > 0 ? `reported ${[...new Set(reported)].join(', ')}` : 'nothing reported';
}

describe('harmless variations', () => {
  const variations = all(VARIATIONS);

  test('are at least two hundred, each different from all others', () => {
    expect(variations.length).toBeGreaterThan(200);
  });

  test(
    'raise no alarm',
    () => {
      const rows = new Map<string, Score>();
      const alarms: string[] = [];
      for (const { operator } of variations) rowIn(rows, operator).made += 1;
      for (const variation of sample(variations)) {
        const row = rowIn(rows, variation.operator);
        row.tried += 1;
        const errors = newIn(variation, byPlace).filter(({ severity }) => severity === 'error');
        if (errors.length === 0) continue;
        row.refused += 1;
        alarms.push(`${variation.id}: ${said(errors)}`);
      }
      console.info(table('variation', rows));
      expect(alarms).toEqual([]);
    },
    4 * 3600_000,
  );
});

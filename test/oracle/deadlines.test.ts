import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../protocols/rules/calendars/index.js';
import { askRules, type Case, makeCases } from './cases.js';

const SEED = Number(process.env.ORACLE_SEED ?? 20_260_101);
const CASES = Number(process.env.ORACLE_CASES ?? 20_000);
const BATCH = 100_000;
const SCRIPT = fileURLToPath(new URL('./deadlines.py', import.meta.url));

const python = spawnSync('python3', ['--version']);
const hasPython = python.error === undefined && python.status === 0;
if (!hasPython) console.warn('Second opinion on deadlines skipped: there is no python3 here');

function askPython(cases: Case[]): (number | 'range')[] {
  const input = [JSON.stringify(calendars), ...cases.map((one) => JSON.stringify(one)), ''];
  const run = spawnSync('python3', [SCRIPT], {
    input: input.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) throw new Error(`The second opinion failed: ${run.stderr}`);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.skipIf(!hasPython)('second opinion on deadlines', () => {
  it(`agrees in ${CASES} random cases`, { timeout: 600_000 }, () => {
    const source = makeCases(SEED);
    const asked = new Map<string, number>();
    const differences: unknown[] = [];
    let beyondRange = 0;
    for (let done = 0; done < CASES; done += BATCH) {
      const size = Math.min(BATCH, CASES - done);
      const cases = Array.from({ length: size }, () => source.next().value as Case);
      const others = askPython(cases);
      expect(others).toHaveLength(size);
      cases.forEach((one, index) => {
        const ours = askRules(one);
        const other = others[index];
        if (ours === 'range') beyondRange += 1;
        if (ours !== other) differences.push({ ...one, ours, other });
        const kind = 'unit' in one ? `${one.ask} ${one.unit} ${one.country}` : one.ask;
        asked.set(kind, (asked.get(kind) ?? 0) + 1);
      });
    }
    expect(differences.slice(0, 5)).toEqual([]);
    // Every question in every unit and country was really asked, and seldom past the data.
    expect(asked.size).toBe(3 * 5 * calendars.length + 1);
    expect(beyondRange).toBeLessThan(CASES / 20);
  });
});

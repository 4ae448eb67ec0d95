import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultOf, testsNamedIn } from './named-tests.js';

const read = (name: string) => readFileSync(`docs/${name}`, 'utf8');

/** Rows of the document's tables by their first cell. */
function rowsOf(text: string): Map<string, string> {
  const rows = [...text.matchAll(/^\| *([TV]?[\d.]+) *\|(.*)\|$/gm)];
  return new Map(rows.map(([, id = '', rest = '']) => [id, rest]));
}

test.each(['threats.md', 'asvs.md'])('every test %s names is there and runs', (name) => {
  const named = testsNamedIn(read(name));
  expect(named.map(faultOf).filter(Boolean)).toEqual([]);
  expect(named.length).toBeGreaterThan(30);
  // A name in another form would not be looked at.
  const files = read(name).match(/[\w./-]+\.test\.tsx?/g) ?? [];
  expect(new Set(named.map(({ file }) => file))).toEqual(new Set(files));
});

test('every abuse case is answered by a test, or by a sentence that says why not', () => {
  const rows = rowsOf(read('threats.md'));
  expect([...rows.keys()]).toEqual(Array.from({ length: 17 }, (_, n) => `T${n + 1}`));
  for (const [id, row] of rows) {
    expect(testsNamedIn(row).length > 0 || /No test:/.test(row), id).toBe(true);
  }
});

test('every item of the standard is shown by a test, or its gap is said', () => {
  const rows = rowsOf(read('asvs.md'));
  expect(rows.size).toBeGreaterThan(50);
  for (const [id, row] of rows) {
    expect(testsNamedIn(row).length > 0 || /Gap:|Not tested:|Operator:/.test(row), id).toBe(true);
  }
});

test('a name that is wrong is noticed', () => {
  const file = 'test/docs/named-tests.exist.test.ts';
  expect(testsNamedIn(`x \`${file}\` “a”, “b” y`)).toHaveLength(2);
  expect(faultOf({ file, title: 'a name that is wrong is noticed' })).toBeUndefined();
  expect(faultOf({ file, title: ['no', 'such', 'test'].join(' ') })).toMatch(/no test/);
  expect(faultOf({ file: 'test/nowhere.test.ts', title: 'x' })).toMatch(/not there/);
});

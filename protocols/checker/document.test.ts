import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderSafeguards } from './document.js';

test('docs/checker.md says what the checker proves', () => {
  expect(readFileSync('docs/checker.md', 'utf8')).toBe(renderSafeguards());
});

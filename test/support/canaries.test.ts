import { expect, it } from 'vitest';
import { findIn } from './canaries.js';

const TEXT = 'Persona Inventada Ñandú/+ 7';

it.each([
  ['clear', `uno ${TEXT} dos`],
  ['json', JSON.stringify({ name: TEXT })],
  ['ascii json', '{"name":"Persona Inventada \\u00d1and\\u00fa/+ 7"}'],
  ['address', `?q=${encodeURIComponent(TEXT)}`],
  ['hex', Buffer.from(`xx${TEXT}yy`).toString('hex').toUpperCase()],
  ['base64 +0', Buffer.from(`abc${TEXT}`).toString('base64')],
  ['base64 +1', Buffer.from(`a${TEXT} y más`).toString('base64')],
  ['base64 +2', Buffer.from(`{"${TEXT}"}`).toString('base64url')],
])('a text is found in %s', (_, content) => {
  expect(findIn(content, [TEXT], 'x').length).toBeGreaterThan(0);
});

it('is not found where it is not', () => {
  expect(findIn('Persona Inventada Nandu', [TEXT], 'x')).toEqual([]);
});

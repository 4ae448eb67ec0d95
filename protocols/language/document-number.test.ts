import { expect, test } from 'vitest';
import { normalDocumentNumber } from './document-number.js';

test('case, spaces, hyphens and dots make no difference to a document number', () => {
  const ways = ['INV-0801 1990', 'inv08011990', ' Inv.0801-1990 ', 'ＩＮＶ０８０１１９９０'];
  expect(new Set(ways.map(normalDocumentNumber))).toEqual(new Set(['INV08011990']));
});

test('any other letter or digit does', () => {
  expect(normalDocumentNumber('INV08011990')).not.toBe(normalDocumentNumber('INV08011991'));
  expect(normalDocumentNumber('ÑÑ08011990')).not.toBe(normalDocumentNumber('NN08011990'));
});

test('too short a number is none', () => {
  for (const short of ['', ' - ', '12-34', 'A1'])
    expect(normalDocumentNumber(short)).toBeUndefined();
});

import { spawnSync } from 'node:child_process';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { findIn } from '../support/canaries.js';

const TEXT = 'Persona Inventada Ñandú/+ 7';
const BARE = 'PERSONA INVENTADA NANDU/+ 7';
const folded = (text: string, width = 76) =>
  text.replace(new RegExp(`(.{${width}})`, 'g'), '$1\r\n');
const swapped = Buffer.from(`x${TEXT}`, 'utf16le').swap16();

it.each<[string, Buffer | string]>([
  ['clear', `uno ${TEXT} dos`],
  ['another case and without accents', `uno ${BARE} dos`],
  ['accents of their own', TEXT.normalize('NFD')],
  ['latin-1', Buffer.from(TEXT, 'latin1')],
  ['utf-16, little end first', Buffer.from(TEXT, 'utf16le')],
  ['utf-16, big end first', swapped],
  ['json', JSON.stringify({ name: TEXT })],
  ['ascii json', '{"name":"Persona Inventada \\u00d1and\\u00FA/+ 7"}'],
  ['a program’s escapes', "'Persona\\x20Inventada \\xd1and\\u{fa}/+ 7'"],
  ['html', 'Persona Inventada &Ntilde;and&uacute;/&#43; 7'],
  ['html by numbers', 'Persona&#32;Inventada &#209;and&#xFA;&#x2f;+ 7'],
  ['address', `?q=${encodeURIComponent(TEXT)}`],
  ['form', new URLSearchParams({ q: TEXT }).toString()],
  ['quoted-printable', 'Persona Inventada =C3=91and=C3=BA/+ 7'],
  ['quoted-printable with a soft break', 'Persona Inven=\r\ntada =C3=91and=C3=BA/+ 7'],
  ['quoted-printable of latin-1', 'Persona Inventada =D1and=FA/+ 7'],
  ['a mail header', '=?UTF-8?Q?Persona_Inventada_=C3=91and=C3=BA/+_7?='],
  ['a folded calendar', 'SUMMARY:Persona Invent\r\n ada Ñandú/+ 7'],
  ['hex', Buffer.from(`xx${TEXT}yy`).toString('hex').toUpperCase()],
  ['hex of utf-16', Buffer.from(TEXT, 'utf16le').toString('hex')],
  ['base64', Buffer.from(`abc${TEXT}`).toString('base64')],
  ['base64, one further', Buffer.from(`a${TEXT} y más`).toString('base64')],
  ['base64, two further', Buffer.from(`{"${TEXT}"}`).toString('base64url')],
  ['base64 of latin-1', Buffer.from(`-${TEXT}`, 'latin1').toString('base64')],
  ['base64 of utf-16', Buffer.from(`-${TEXT}`, 'utf16le').toString('base64')],
  ['base64 in lines', folded(Buffer.from(`${'x'.repeat(50)}${TEXT}`).toString('base64'))],
  ['gzip', gzipSync(TEXT)],
  ['gzip in the middle', Buffer.concat([Buffer.alloc(99, 1), gzipSync(TEXT), Buffer.alloc(9)])],
  ['zlib in the middle', Buffer.concat([Buffer.alloc(99, 1), deflateSync(TEXT)])],
  ['deflate', deflateRawSync(TEXT)],
  ['brotli', brotliCompressSync(TEXT)],
  ['gzip in base64', `"${gzipSync(TEXT).toString('base64')}"`],
  ['gzip in hex', `\\x${gzipSync(TEXT).toString('hex')}`],
  ['gzip in gzip', gzipSync(gzipSync(JSON.stringify([TEXT])))],
])('a text is found in %s', (_, content) => {
  expect(findIn(content, [TEXT], 'x').length).toBeGreaterThan(0);
});

it('a text is found in zstd, or it is said that nobody can look', () => {
  const packed = spawnSync('zstd', ['-c', '-q'], { input: TEXT.repeat(2) });
  const content = packed.error ? Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 1]) : packed.stdout;
  expect(findIn(Buffer.concat([Buffer.alloc(40, 1), content]), [TEXT], 'x')).not.toEqual([]);
});

it('is not found where it is not, nor in what chance makes', () => {
  expect(findIn('Persona Inventada Mandu/+ 7', [TEXT], 'x')).toEqual([]);
  const bytes = Buffer.alloc(2_000_000);
  for (let n = 0, seed = 7; n < bytes.length; n += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[n] = seed >> 16;
  }
  for (const content of [bytes, bytes.toString('base64'), bytes.toString('hex')]) {
    expect(findIn(content, [TEXT, 'CNR-7Q4X-'], 'x')).toEqual([]);
  }
});

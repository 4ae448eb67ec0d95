import type { Size } from './file-kind.js';

const HEAD = 8;
/**
 * What the picture itself needs; text, time, place and what programs add is not among it, nor a profile of colours, which
 * may hold texts and grow when unpacked.
 */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
]);

/** A PNG picture without texts, time, Exif, and anything after its end. Undefined for what cannot be read to it. */
export function cleanPng(bytes: Buffer): { bytes: Buffer; size: Size } | undefined {
  const kept: Buffer[] = [bytes.subarray(0, HEAD)];
  let size: Size | undefined;
  let at = HEAD;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') {
      // One head, first: a second one would say a second size.
      if (at !== HEAD || end - at !== 25) return undefined;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return size && { bytes: Buffer.concat(kept), size };
    at = end;
  }
  return undefined;
}

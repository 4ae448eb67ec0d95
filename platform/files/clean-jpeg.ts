import type { Size } from './file-kind.js';

/** Start of scan, end of image, markers without content, and those in which the picture's size stands. */
const SOS = 0xda;
const EOI = 0xd9;
const FRAMES = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);
const EXIF = Buffer.from('Exif\0\0', 'latin1');

/**
 * A JPEG picture without what stands beside it: place, device, time, comments, small copies, and anything after its end. How it
 * is to be turned stays. Undefined for what cannot be read to its end (ITU-T T.81, Exif 2.32).
 */
export function cleanJpeg(bytes: Buffer): { bytes: Buffer; size: Size } | undefined {
  const kept: Buffer[] = [Buffer.from([0xff, 0xd8])];
  let size: Size | undefined;
  let turn = 1;
  let at = 2;
  for (;;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) return undefined;
    const segment = bytes.subarray(at, end);
    if (FRAMES.has(marker)) {
      // A second frame would say a second size, and readers differ in which they believe.
      if (segment.length < 9 || size) return undefined;
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    }
    if (marker === 0xe1) turn = turnOf(segment.subarray(4)) ?? turn;
    if (marker === 0xe0) kept.push(...plainHeader(segment));
    else if (isKept(marker)) kept.push(segment);
    at = end;
    if (marker !== SOS) continue;
    const scanEnd = endOfScan(bytes, at);
    if (scanEnd === undefined) return undefined;
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
    if (bytes[at + 1] === EOI) break;
  }
  if (!size) return undefined;
  if (turn !== 1) kept.splice(1, 0, turnSegment(turn));
  return { bytes: Buffer.concat([...kept, Buffer.from([0xff, EOI])]), size };
}

/** Tables, frames and scans; of what applications add only the plain header and how colours are to be read. */
function isKept(marker: number): boolean {
  if (marker === 0xee) return true;
  return !(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe;
}

/** The plain header without the small copy it may hold, which can show more than the picture does; of others nothing. */
function plainHeader(segment: Buffer): Buffer[] {
  if (segment.length < 18 || segment.toString('latin1', 4, 9) !== 'JFIF\0') return [];
  const header = Buffer.from(segment.subarray(0, 18));
  header.writeUInt16BE(16, 2);
  header.writeUInt16BE(0, 16);
  return [header];
}

/** Where the next marker stands that is no part of the scan's data. */
function endOfScan(bytes: Buffer, from: number): number | undefined {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return undefined;
}

/** The orientation tag of an Exif segment, 1 to 8. */
function turnOf(content: Buffer): number | undefined {
  if (!content.subarray(0, 6).equals(EXIF)) return undefined;
  const tiff = content.subarray(6);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const directory = u32(4);
    const count = Math.min(u16(directory), 200);
    for (let n = 0; n < count; n += 1) {
      const entry = directory + 2 + n * 12;
      if (u16(entry) !== 0x0112) continue;
      const turn = u16(entry + 8);
      return turn >= 1 && turn <= 8 ? turn : undefined;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** An Exif segment that holds the orientation and nothing else. */
function turnSegment(turn: number): Buffer {
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    turn,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(2 + EXIF.length + tiff.length);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, EXIF, tiff]);
}

import { describe, expect, it } from 'vitest';
import { cleanFile, LARGEST_FILE } from './clean-file.js';

const PLACE = 'GPS 14.6349,-90.5069 Persona Inventada';

function segment(marker: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, content]);
}

/** Exif with an orientation and a text about the place. */
function exif(turn: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  u16(42, 2);
  if (little) tiff.writeUInt32LE(8, 4);
  else tiff.writeUInt32BE(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  if (little) tiff.writeUInt32LE(1, 14);
  else tiff.writeUInt32BE(1, 14);
  u16(turn, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(PLACE)]);
}

function frame(width: number, height: number): Buffer {
  const content = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  content.writeUInt16BE(height, 1);
  content.writeUInt16BE(width, 3);
  return segment(0xc2, content);
}

/** Two scans, as a progressive picture has, with stuffed bytes and restart marks in their data. */
function jpeg(parts: Buffer[] = [], size: [number, number] = [640, 480]): Buffer {
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...parts,
    frame(...size),
    scan,
    segment(0xc4, Buffer.from([0, 1, 2])),
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)]);
}

function png(parts: Buffer[] = [], width = 640, height = 480): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', Buffer.from([1, 2, 3]));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    ...parts,
    data,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function bytesOf(given: Buffer): Buffer {
  const cleaned = cleanFile(given);
  if ('fault' in cleaned) throw new Error(cleaned.fault);
  return cleaned.bytes;
}

describe('a file before it is stored', () => {
  it.each([true, false])(
    'loses what a photo says of its making, not how it is turned',
    (little) => {
      const comments = [segment(0xe1, exif(6, little)), segment(0xfe, Buffer.from(PLACE))];
      const given = Buffer.concat([jpeg(comments), Buffer.from(PLACE)]);
      const cleaned = bytesOf(given);
      expect(cleaned.toString('latin1')).not.toContain('Inventada');
      expect(cleaned.includes(Buffer.from('Exif\0\0', 'latin1'))).toBe(true);
      expect(cleaned.readUInt8(2 + 4 + 6 + 19)).toBe(6);
      expect(bytesOf(cleaned)).toEqual(cleaned);
    },
  );

  it('keeps every scan of a picture byte by byte', () => {
    expect(bytesOf(jpeg())).toEqual(jpeg());
  });

  it('loses the texts, the time and the tail of a PNG', () => {
    const parts = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt'].map((type) =>
      chunk(type, Buffer.from(PLACE)),
    );
    expect(bytesOf(Buffer.concat([png(parts), Buffer.from(PLACE)]))).toEqual(png());
  });

  it('stays as it is as a PDF', () => {
    const given = Buffer.from('%PDF-1.7 inventado\n%%EOF');
    expect(bytesOf(given)).toEqual(given);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', Buffer.from('<html><script>alert(1)</script>'), 'other-kind'],
    ['a page called a PDF', Buffer.from('<!-- %PDF-1.7 -->'), 'other-kind'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'other-kind'],
    [
      'one byte too much',
      Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(LARGEST_FILE)]),
      'too-large',
    ],
    ['half a photo', jpeg().subarray(0, 60), 'broken'],
    ['half a PNG', png().subarray(0, 40), 'broken'],
    ['a picture of 50 megapixels', jpeg([], [10_000, 5000]), 'too-many-pixels'],
    ['a PNG of 4 gigapixels', png([], 65_535, 65_535), 'too-many-pixels'],
  ])('is refused when it is %s', (_, given, fault) => {
    expect(cleanFile(given)).toEqual({ fault });
  });

  it('never throws, whatever bytes follow a signature', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed;
    };
    for (let n = 0; n < 3000; n += 1) {
      const bytes = Buffer.from(n % 2 === 0 ? jpeg([segment(0xe1, exif(3, true))]) : png());
      for (let changes = 1 + (random() % 6); changes > 0; changes -= 1) {
        bytes[8 + (random() % (bytes.length - 8))] = random() % 256;
      }
      cleanFile(bytes.subarray(0, 8 + (random() % (bytes.length - 7))));
    }
  });
});

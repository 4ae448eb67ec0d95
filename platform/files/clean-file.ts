import { pdfFault } from './check-pdf.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';
import { type FileKind, findKind } from './file-kind.js';

/** Largest file in bytes, and largest picture in pixels: beyond it opening one can bring a machine down. */
export const LARGEST_FILE = 10 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;

export type Cleaned =
  | { readonly kind: FileKind; readonly bytes: Buffer }
  | {
      readonly fault:
        | 'empty'
        | 'too-large'
        | 'other-kind'
        | 'broken'
        | 'active'
        | 'too-many-pixels';
    };

/** A file as it may be stored: a kind that is taken, pictures without what stands beside them. PDF stays as it is, or is refused. */
export function cleanFile(bytes: Buffer): Cleaned {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > LARGEST_FILE) return { fault: 'too-large' };
  const kind = findKind(bytes);
  if (!kind) return { fault: 'other-kind' };
  if (kind.type === 'application/pdf') {
    const fault = pdfFault(bytes);
    return fault ? { fault } : { kind, bytes };
  }
  const cleaned = kind.type === 'image/jpeg' ? cleanJpeg(bytes) : cleanPng(bytes);
  if (!cleaned) return { fault: 'broken' };
  const { width, height } = cleaned.size;
  if (width === 0 || height === 0) return { fault: 'broken' };
  if (width * height > MOST_PIXELS) return { fault: 'too-many-pixels' };
  return { kind, bytes: cleaned.bytes };
}

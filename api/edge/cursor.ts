import type { z } from 'zod';
import { ProblemError } from '../errors.js';

/** Where a page ended, as text clients hand back unread. */
export function writeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position a cursor stands for; undefined without one. Throws a problem for anything not written by us. */
export function readCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // Not base64 of JSON: the same answer as for a position that does not fit.
  }
  throw new ProblemError('cursor-invalid');
}

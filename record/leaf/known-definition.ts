import { createHash } from 'node:crypto';
import type { Definition } from '../../protocols/language/definition.js';
import { type Gates, gatesOf } from './gates.js';

/** A protocol version read from its text, with the digest of that text and what its gates ask for. */
export interface KnownDefinition {
  readonly digest: string;
  readonly definition: Definition;
  readonly gates: Gates;
}

const MOST = 50;
const known = new Map<string, KnownDefinition>();

/**
 * Reads a definition from canonical JSON. What safeguards demand of one takes long to work out, so the last ones are
 * remembered by their digest. Throws on what is no definition.
 */
export function readDefinition(body: string): KnownDefinition {
  const digest = createHash('sha256').update(body).digest('hex');
  const there = known.get(digest);
  if (there) return there;
  const definition = JSON.parse(body) as Definition;
  const read = { digest, definition, gates: gatesOf(definition) };
  if (known.size >= MOST) known.delete(known.keys().next().value!);
  known.set(digest, read);
  return read;
}

import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { parseDefinition } from '../../../api/schemas/definition.js';
import type { BilingualText } from '../../../platform/text.js';
import type { Definition } from '../../../protocols/language/definition.js';

/** A definition read from a file, or why it cannot be used. */
export type Read =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly why: BilingualText };

const MOST_BYTES = 512 * 1024;
const MOST_FAULTS = 20;

/** Reads a definition in YAML or JSON (which is YAML too), without aliases, names given twice or unknown fields. */
export function readDefinition(path: string): Read {
  let text: string;
  try {
    const bytes = readFileSync(path);
    if (bytes.length > MOST_BYTES) {
      return unusable('ocupa más de 512 KB', 'it takes more than 512 KB');
    }
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unusable(`no se puede leer (${reason})`, `it cannot be read (${reason})`);
  }
  const document = parseDocument(text, { version: '1.2', uniqueKeys: true, merge: false });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault)
    return unusable(`no es YAML ni JSON: ${fault.message}`, `it is no YAML: ${fault.message}`);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return unusable('usa alias de YAML', 'it uses YAML aliases');
  }
  const parsed = parseDefinition(value);
  if (parsed.success) return { ok: true, definition: parsed.data };
  const faults = parsed.error.issues
    .slice(0, MOST_FAULTS)
    .map(({ path: at, message }) => `  ${at.join('/') || '.'}: ${message}`)
    .join('\n');
  return unusable(`no tiene la forma de un protocolo:\n${faults}`, `it is no protocol:\n${faults}`);
}

function unusable(es: string, en: string): Read {
  return { ok: false, why: { es, en } };
}

import { type ApiErrorCode, ProblemError } from '../errors.js';

/** Levels of nesting a body may have. */
export const DEEPEST = 24;

/**
 * JSON that means the same to every reader: UTF-8 without faults, no name twice in an object, no `__proto__`, not
 * deeper than 24 levels. Throws a problem otherwise.
 */
export function parseStrictJson(bytes: Buffer): unknown {
  const text = decodeUtf8(bytes, 'json-malformed');
  scan(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('json-malformed');
  }
}

/** The text of a body. Throws the given problem for bytes that are no UTF-8. */
export function decodeUtf8(bytes: Buffer, code: ApiErrorCode): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError(code);
  }
}

/**
 * Looks at nesting and names before the text is parsed: a parsed object no longer shows that a name came twice. Text
 * that is no JSON may pass; the parser refuses it next.
 */
function scan(text: string): void {
  const levels: Set<string>[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (sign === '{' || sign === '[') {
      levels.push(new Set());
      if (levels.length > DEEPEST) throw new ProblemError('json-too-deep');
    } else if (sign === '}' || sign === ']') levels.pop();
    else if (sign === '"') {
      const end = endOfString(text, i);
      if (isName(text, end)) addName(levels.at(-1), text.slice(i, end));
      i = end - 1;
    }
  }
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') return i + 1;
  }
  throw new ProblemError('json-malformed');
}

function isName(text: string, end: number): boolean {
  let i = end;
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i += 1;
  return text[i] === ':';
}

function addName(names: Set<string> | undefined, quoted: string): void {
  let name: string;
  try {
    name = JSON.parse(quoted) as string;
  } catch {
    throw new ProblemError('json-malformed');
  }
  if (name === '__proto__') throw new ProblemError('json-malformed');
  if (names?.has(name)) throw new ProblemError('json-duplicate-key');
  names?.add(name);
}

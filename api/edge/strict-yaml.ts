import { Lexer, parseDocument } from 'yaml';
import { isTooDeep } from '../../protocols/language/validate.js';
import { ProblemError } from '../errors.js';
import { DEEPEST, decodeUtf8 } from './strict-json.js';

/**
 * YAML 1.2 that says what JSON could say, so that every reader understands the same: one document, no name twice, no
 * `__proto__`, no aliases or unknown tags, not deeper than strict JSON. Throws a problem that names line and column otherwise.
 */
export function parseStrictYaml(bytes: Buffer): unknown {
  const text = decodeUtf8(bytes, 'yaml-malformed');
  refuseDeepFlow(text);
  const document = parse(text);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw malformed(fault.linePos?.[0]);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw malformed();
  }
  if (isTooDeep(value, DEEPEST)) throw new ProblemError('json-too-deep');
  if (value === null || typeof value !== 'object' || hasProto(value)) throw malformed();
  return value;
}

/** Brackets in brackets take the parser quadratic time; its lexer sees them in one pass. */
function refuseDeepFlow(text: string): void {
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) throw new ProblemError('json-too-deep');
  }
}

function parse(text: string) {
  try {
    return parseDocument(text, {
      version: '1.2',
      schema: 'core',
      strict: true,
      uniqueKeys: true,
      merge: false,
      stringKeys: true,
      prettyErrors: true,
    });
  } catch {
    // The parser gives up on nesting that exhausts its stack.
    throw new ProblemError('json-too-deep');
  }
}

function hasProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProto);
}

function malformed(at: { line: number; col: number } | undefined = undefined): ProblemError {
  const { line, col } = at ?? { line: 1, col: 1 };
  return new ProblemError('yaml-malformed', { params: { line, column: col } });
}

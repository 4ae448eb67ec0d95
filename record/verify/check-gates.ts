import { canonicalJson } from '../../protocols/language/fingerprint.js';
import { type GatePassage, type Gates, gateNamed } from '../leaf/gates.js';
import { type KnownDefinition, readDefinition } from '../leaf/known-definition.js';
import { codesShown, linesOf, type Reading, type ReadLeaf } from './reading.js';
import { WORDS } from './words.js';

/** The definitions of the pack by digest; one that is not what its digest says is left out. */
export function readDefinitions({ lines, report }: Reading): Map<string, KnownDefinition> {
  const known = new Map<string, KnownDefinition>();
  for (const { digest, body, gates } of linesOf(lines, 'definition')) {
    const read = readIfDefinition(body);
    if (read?.digest !== digest) continue;
    known.set(digest, read);
    if (canonicalJson(gates) !== canonicalJson(read.gates)) {
      report('definition', WORDS.gates, 0);
    }
  }
  return known;
}

function readIfDefinition(body: string): KnownDefinition | undefined {
  try {
    return readDefinition(body);
  } catch {
    return undefined;
  }
}

/** At every departure, handover, disclosure and document: what safeguards and protocol ask for held before. */
export function checkGates(reading: Reading, known: ReadonlyMap<string, KnownDefinition>): void {
  const following = new Map<string, KnownDefinition | undefined>();
  for (const one of reading.leaves) {
    const { run, p } = one.line;
    const codes = codesShown(one);
    if (run === null || !codes) continue;
    if (!following.has(run)) {
      const named = one.values.definition as { digest?: string } | null | undefined;
      const follows = known.get(named?.digest ?? '');
      if (!follows) reading.report('definition', WORDS.definition, p);
      following.set(run, follows);
    }
    const gates = following.get(run)?.gates;
    if (gates && gateNamed(gates, codes) !== undefined) checkPassage(reading, gates, one);
  }
}

function checkPassage({ report }: Reading, gates: Gates, { line, values }: ReadLeaf): void {
  const passage = values.gate as GatePassage | null | undefined;
  // Whatever was made of it in the database: what cannot be read does not say what held.
  if (!Array.isArray(passage?.passed) || !Array.isArray(passage.held)) {
    report('gate', WORDS.gateUnknown, line.p);
    return;
  }
  for (const passed of passage.passed) {
    const step = String(passed).split(':')[0]!;
    const needs = gates[step]?.needs ?? [];
    const missing = needs.filter((fact) => !passage.held.includes(fact));
    if (missing.length > 0) report('gate', WORDS.gate(passed, missing), line.p);
  }
}

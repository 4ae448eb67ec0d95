import {
  type AuditFinding,
  auditRun,
  type Entry,
  type Recording,
} from '../../protocols/checker/audit.js';
import type { Act } from '../../protocols/core/acts.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { KnownDefinition } from '../leaf/known-definition.js';
import { linesOf, type Reading } from './reading.js';
import { WORDS } from './words.js';

/**
 * Folds every run the pack shows in full and asks of it what `retorno audit` asks. What became of shares is as the tables
 * say, which the log does not prove.
 */
export function checkSafeguards(
  { leaves, lines, report }: Reading,
  known: ReadonlyMap<string, KnownDefinition>,
): void {
  for (const { run, rehearsal, length, kept, shares } of linesOf(lines, 'ledger')) {
    const acts = leaves.filter(({ line, leaf }) => line.run === run && leaf?.kind === 'act');
    const digest = (acts[0]?.values.definition as { digest?: string } | undefined)?.digest;
    const follows = known.get(digest ?? '');
    if (!follows) continue;
    const positions = new Map<number, number>();
    const entries = acts.flatMap(({ line, values }) => {
      const entry = entryOf(values, kept);
      if (entry) positions.set(entry.seq, line.p);
      return entry ?? [];
    });
    const last = acts.at(-1)!.line.p;
    const recording = { entries, shares, length, rehearsal };
    for (const { seq, invariant, text } of judge(follows.definition, recording)) {
      const said = { es: `${invariant}: ${text.es}`, en: `${invariant}: ${text.en}` };
      report('safeguard', said, positions.get(seq) ?? last);
    }
  }
}

/** An act that was changed may be of no shape the rules know; then it is said that the run cannot be judged. */
function judge(definition: Definition, recording: Recording): readonly AuditFinding[] {
  try {
    return auditRun(definition, recording);
  } catch {
    return [{ invariant: 'INV-A17', seq: 0, text: WORDS.unjudged }];
  }
}

interface Exact {
  readonly seq: number;
  readonly act: Act;
  readonly answersDigest: string | null;
  readonly at: string;
  readonly recordedAt: string;
}

function entryOf(
  values: Readonly<Record<string, unknown>>,
  kept: readonly number[],
): Entry | undefined {
  const exact = values.exact as Exact | undefined;
  const by = values.by as { institution: string } | undefined;
  if (!exact?.act) return undefined;
  const { seq, act, answersDigest, at, recordedAt } = exact;
  return {
    seq,
    act,
    actor: { institution: by?.institution ?? '', account: String(values.account ?? '') },
    answered: answersDigest !== null,
    kept: kept.includes(seq),
    datedAt: Math.round(Number(at) / 1000),
    recordedAt: Math.round(Number(recordedAt) / 1000),
  };
}

import type { CheckFinding } from '../../protocols/checker/check.js';
import type { Difference } from '../../protocols/compare/difference.js';
import { weakeningsBetween } from '../../protocols/compare/differences.js';
import type { Definition } from '../../protocols/language/definition.js';
import { canonicalJson } from '../../protocols/language/fingerprint.js';
import { refusal } from '../../protocols/refusals.js';
import type { Door } from '../door.js';
import { type NotEntered, notEntered } from './enter.js';
import { errorsIn, findingsOf } from './findings.js';
import type { Standing } from './standing.js';

/**
 * Whether a draft may go on towards publication: no error of validator or checker, something new against the version in
 * force, and a shipped protocol protects no less than before. Asked when it is submitted, approved and published, each
 * time anew: directory, other protocols and the checker may have changed.
 */
export async function guard(
  door: Door,
  standing: Standing,
  definition: Definition,
): Promise<{ findings: readonly CheckFinding[] } | NotEntered> {
  const { protocol } = standing;
  const findings = await findingsOf(door, definition);
  const errors = errorsIn(findings);
  if (errors.length > 0) {
    const refused = refusal('definition-faulty', { protocol, errors: errors.length });
    return notEntered(refused, { findings: errors });
  }
  const inForce =
    standing.current && (await door.definitions.find(protocol, standing.current.version));
  if (inForce && saysTheSame(inForce, definition)) {
    return notEntered(refusal('definition-unchanged', { protocol, version: inForce.version }));
  }
  const weakenings = await weakeningsOf(door, standing, definition);
  if (weakenings.length === 0) return { findings };
  return notEntered(refusal('definition-weakens', { protocol }), { weakenings });
}

/**
 * Where a new version of a shipped protocol protects less than the version in force or the newest the product brought.
 * Empty for protocols of the installation's own: the checker binds those.
 */
export async function weakeningsOf(
  door: Door,
  { protocol, shipped, current, newestShipped }: Standing,
  definition: Definition,
): Promise<Difference[]> {
  if (!shipped) return [];
  const versions = new Set([current?.version, newestShipped].filter((one) => one !== undefined));
  const found: Difference[] = [];
  for (const version of versions) {
    const before = await door.definitions.find(protocol, version);
    if (before) found.push(...weakeningsBetween(before, definition));
  }
  const seen = new Map(found.map((one) => [`${one.where} ${one.text.en}`, one]));
  return [...seen.values()];
}

function saysTheSame(one: Definition, two: Definition): boolean {
  return canonicalJson({ ...one, version: 0 }) === canonicalJson({ ...two, version: 0 });
}

import type { DefinitionAct } from '../../db/queries/definition-acts.js';
import type { Draft, Standing } from '../../door/publication/standing.js';
import type { CheckFinding } from '../../protocols/checker/check.js';
import { type Language, say } from '../language.js';
import type { FindingView, StandingView, SummaryView } from '../schemas/definitions.js';

/** Where a protocol stands, with what was found in its draft and everything that happened. */
export function standingView(standing: Standing, language: Language): StandingView {
  const { draft, acts } = standing;
  const findings = (draft?.findings ?? []) as readonly CheckFinding[];
  return {
    ...headOf(standing),
    ...(draft
      ? { draft: { ...draftView(draft), findings: findingViews(findings, language) } }
      : {}),
    acts: acts.map(actView),
  };
}

/** Where a protocol stands, for a list. */
export function summaryView(standing: Standing): SummaryView {
  const { draft } = standing;
  return { ...headOf(standing), ...(draft ? { draft: draftView(draft) } : {}) };
}

/** Findings in one language, errors first. */
export function findingViews(findings: readonly CheckFinding[], language: Language): FindingView[] {
  const weight = ({ severity }: CheckFinding) => (severity === 'error' ? 0 : 1);
  return findings
    .toSorted((a, b) => weight(a) - weight(b))
    .map(({ invariant, severity, where, must, found, fix, path }) => ({
      invariant,
      severity,
      where,
      must: say(must, language),
      found: say(found, language),
      fix: say(fix, language),
      path: path.map(({ text }) => say(text, language)),
    }));
}

function headOf({ protocol, shipped, current }: Standing) {
  return { protocol, shipped, ...(current ? { current } : {}) };
}

function draftView({ version, digest, state, authors, changedAt, approvedBy }: Draft) {
  return {
    version,
    digest,
    state,
    authors: [...authors],
    changedAt: changedAt.toISOString(),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}

function actView(act: DefinitionAct) {
  const { n, kind, version, digest, institution, account, reasons, at } = act;
  const findings = act.findings as readonly CheckFinding[] | null;
  const errors = findings?.filter(({ severity }) => severity === 'error').length;
  return {
    n,
    kind,
    version,
    digest,
    institution,
    account,
    ...(reasons === null ? {} : { reasons }),
    ...(findings && errors !== undefined ? { errors, warnings: findings.length - errors } : {}),
    at: at.toISOString(),
  };
}

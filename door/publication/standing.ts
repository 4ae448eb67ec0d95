import type { DefinitionAct } from '../../db/queries/definition-acts.js';

/** A draft between its first upload and its publication. */
export interface Draft {
  readonly version: number;
  readonly digest: string;
  /** Position of the act that holds the content. */
  readonly n: number;
  readonly state: 'draft' | 'submitted' | 'approved';
  /** Every account that wrote a part of it; none of them may approve. */
  readonly authors: readonly string[];
  readonly changedAt: Date;
  /** The account that approved it as it is now. */
  readonly approvedBy?: string;
  /** What was last found in it as it is now. */
  readonly findings: readonly unknown[];
}

/** What the acts of one protocol add up to. */
export interface Standing {
  readonly protocol: string;
  readonly acts: readonly DefinitionAct[];
  /** It came with the product. */
  readonly shipped: boolean;
  readonly draft?: Draft;
  /** The newest version in force and its digest; absent before the first and once retired. */
  readonly current?: { readonly version: number; readonly digest: string };
  /** The newest version that came with the product. */
  readonly newestShipped?: number;
  /** The number the next published version gets. */
  readonly nextVersion: number;
}

/**
 * Versions an installation makes of a shipped protocol begin above this, so that they never meet a number the product
 * uses later.
 */
export const OWN_VERSIONS_FROM = 1000;

/** Reads the acts in order. */
export function standingOf(protocol: string, acts: readonly DefinitionAct[]): Standing {
  let draft: Draft | undefined;
  const versions: { version: number; digest: string }[] = [];
  const retired = new Set<number>();
  for (const act of acts) {
    draft = draftAfter(draft, act);
    if (act.kind === 'shipped' || act.kind === 'published') versions.push(act);
    if (act.kind === 'retired') retired.add(act.version);
  }
  const shipped = acts.filter(({ kind }) => kind === 'shipped').map(({ version }) => version);
  const [newest] = versions.toSorted((a, b) => b.version - a.version);
  const floor = Math.max(shipped.length > 0 ? OWN_VERSIONS_FROM : 0, newest?.version ?? 0);
  return {
    protocol,
    acts,
    shipped: shipped.length > 0,
    ...(draft ? { draft } : {}),
    ...(newest && !retired.has(newest.version)
      ? { current: { version: newest.version, digest: newest.digest } }
      : {}),
    ...(shipped.length > 0 ? { newestShipped: Math.max(...shipped) } : {}),
    nextVersion: floor + 1,
  };
}

function draftAfter(draft: Draft | undefined, act: DefinitionAct): Draft | undefined {
  const { version, digest, n, account } = act;
  const seen = act.findings ? { findings: act.findings } : {};
  switch (act.kind) {
    case 'drafted': {
      const authors = [...new Set([...(draft?.authors ?? []), account])];
      const findings = act.findings ?? [];
      return { version, digest, n, state: 'draft', authors, changedAt: act.at, findings };
    }
    case 'checked':
      return draft && { ...draft, ...seen };
    case 'submitted':
      return draft && { ...draft, state: 'submitted', ...seen };
    case 'approved':
      return draft && { ...draft, state: 'approved', approvedBy: account, ...seen };
    case 'sent-back': {
      if (!draft) return undefined;
      const { approvedBy: _, ...rest } = draft;
      return { ...rest, state: 'draft' };
    }
    case 'published':
    case 'discarded':
      return undefined;
    case 'shipped':
    case 'retired':
      return draft;
  }
}

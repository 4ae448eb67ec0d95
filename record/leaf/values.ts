import type { Act } from '../../protocols/core/acts.js';
import { canonicalJson } from '../../protocols/language/fingerprint.js';
import type { Values } from './leaf.js';

/** Committed rows as the log takes them. Instants are microseconds since 1970, as text. */
export type SourceRow = ActRow | ReadRow | ChangeRow;

interface Sourced {
  /** Table it comes from, and its name there: a row is logged once. */
  readonly source: string;
  readonly ref: string;
}

export interface ActRow extends Sourced {
  readonly kind: 'act';
  readonly run: string;
  readonly seq: number;
  readonly actId: string;
  readonly act: Act;
  readonly actor: {
    readonly institution: string;
    readonly access: string;
    readonly account: string;
  };
  /** Keyed with the person's key: proves the answers while it exists, and is noise afterwards. */
  readonly answersDigest: string | null;
  readonly at: string;
  readonly recordedAt: string;
}

export interface ReadRow extends Sourced {
  readonly kind: 'read';
  readonly run: string;
  /** What was read: `answers` and the position of the act, `share` and its key, `page` and its name. */
  readonly what: string;
  readonly which: string;
  readonly institution: string;
  readonly account: string;
  /** Role of the access; null for what was read before that was kept. */
  readonly access: string | null;
  readonly at: string;
}

export interface ChangeRow extends Sourced {
  readonly kind: 'change';
  /** Codes only: what changed, and how. */
  readonly what: string;
  readonly how: string;
  /** Everything recorded about it; never shown to monitoring bodies. */
  readonly content: unknown;
  /** Who did it: an access of an institution, or `system` or `guest` alone; null for what changed before that was kept. */
  readonly actor: {
    readonly institution?: string;
    readonly access?: string;
    readonly account?: string;
  } | null;
  readonly at: string;
}

/** An act without instants, attributes and ids: what it was, by the protocol's own names. */
export interface ActCodes {
  readonly seq: number;
  readonly type: Act['type'];
  readonly step?: string;
  readonly opening?: number;
  readonly outcome?: string;
  readonly role?: string;
  readonly event?: string;
  readonly share?: string;
  readonly clock?: Readonly<Record<string, string | number>>;
}

const CODES = ['step', 'opening', 'outcome', 'role', 'event', 'share', 'clock'] as const;

export function codesOf(seq: number, act: Act): ActCodes {
  const given = act as Partial<Record<(typeof CODES)[number], unknown>>;
  const named = CODES.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]));
  return { seq, type: act.type, ...Object.fromEntries(named) };
}

/** What the leaf of a row commits to. */
export function valuesOf(row: SourceRow): Values {
  const day = new Date(Number(row.at) / 1000).toISOString().slice(0, 10);
  const dates = { day: canonicalJson(day), month: canonicalJson(day.slice(0, 7)) };
  switch (row.kind) {
    case 'act': {
      const { run, seq, actId, act, answersDigest, at, recordedAt, actor } = row;
      return {
        ...dates,
        exact: canonicalJson({ run, seq, actId, act, answersDigest, at, recordedAt }),
        codes: canonicalJson(codesOf(seq, act)),
        by: canonicalJson({ institution: actor.institution, access: actor.access }),
        account: canonicalJson(actor.account),
      };
    }
    case 'read': {
      const { run, what, which, institution, access, account, at } = row;
      return {
        ...dates,
        exact: canonicalJson({ run, what, which, at }),
        codes: canonicalJson({ type: 'read', what, which }),
        by: canonicalJson(access === null ? { institution } : { institution, access }),
        account: canonicalJson(account),
      };
    }
    case 'change': {
      const { what, how, content, actor, at } = row;
      const { account, ...by } = actor ?? {};
      return {
        ...dates,
        exact: canonicalJson({ what, how, content, at }),
        codes: canonicalJson({ type: 'change', what, how }),
        ...(actor === null ? {} : { by: canonicalJson(by) }),
        ...(account === undefined ? {} : { account: canonicalJson(account) }),
      };
    }
  }
}

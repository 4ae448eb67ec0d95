import type { Actor } from '../../db/schema/history.js';
import { refusal } from '../../protocols/refusals.js';
import type { Door } from '../door.js';
import { changedMeanwhile, readDraft } from './draft.js';
import {
  type Decision,
  type Entered,
  enterDefinitionAct,
  type NotEntered,
  notEntered,
} from './enter.js';
import { guard } from './guard.js';

/** What somebody says about a draft: which one exactly, and why. */
export interface Judgement {
  readonly protocol: string;
  /** Digest of the draft as the person read it. */
  readonly digest: string;
  readonly reasons?: string;
}

/** Hands a draft to a second person. Refused while it has an error. */
export async function submitDraft(
  door: Door,
  actor: Actor,
  of: Judgement,
): Promise<Entered | NotEntered> {
  return enterDefinitionAct(door, of.protocol, actor, async (standing): Promise<Decision> => {
    const { draft } = standing;
    if (!draft) return notEntered(refusal('definition-draft-unknown', { protocol: of.protocol }));
    if (draft.digest !== of.digest) return changedMeanwhile(draft, of.protocol);
    if (draft.state !== 'draft') return 'done';
    const guarded = await guard(door, standing, await readDraft(door, standing, draft));
    if ('ok' in guarded) return guarded;
    return { kind: 'submitted', ...spokenOf(of, draft.version), findings: guarded.findings };
  });
}

/**
 * The second person's yes to exactly this draft. Impossible for whoever wrote any part of it; there is no setting for
 * that, and the database refuses it too.
 */
export async function approveDraft(
  door: Door,
  actor: Actor,
  of: Judgement,
): Promise<Entered | NotEntered> {
  return enterDefinitionAct(door, of.protocol, actor, async (standing): Promise<Decision> => {
    const { draft } = standing;
    if (!draft) return notEntered(refusal('definition-draft-unknown', { protocol: of.protocol }));
    if (draft.authors.includes(actor.account)) {
      return notEntered(refusal('definition-own-work', { protocol: of.protocol }));
    }
    if (draft.digest !== of.digest) return changedMeanwhile(draft, of.protocol);
    if (draft.approvedBy === actor.account) return 'done';
    if (draft.state === 'draft') {
      return notEntered(refusal('definition-not-submitted', { protocol: of.protocol }));
    }
    const guarded = await guard(door, standing, await readDraft(door, standing, draft));
    if ('ok' in guarded) return guarded;
    return { kind: 'approved', ...spokenOf(of, draft.version), findings: guarded.findings };
  });
}

/** The second person's no: the draft goes back to its authors, with the reasons. It also takes back a yes. */
export async function sendBack(
  door: Door,
  actor: Actor,
  of: Judgement & { readonly reasons: string },
): Promise<Entered | NotEntered> {
  return enterDefinitionAct(door, of.protocol, actor, ({ draft }): Decision => {
    if (!draft) return notEntered(refusal('definition-draft-unknown', { protocol: of.protocol }));
    if (draft.digest !== of.digest) return changedMeanwhile(draft, of.protocol);
    if (draft.state === 'draft') {
      return notEntered(refusal('definition-not-submitted', { protocol: of.protocol }));
    }
    return { kind: 'sent-back', ...spokenOf(of, draft.version) };
  });
}

function spokenOf({ digest, reasons }: Judgement, version: number) {
  return { version, digest, ...(reasons === undefined ? {} : { reasons }) };
}

import { findDraftBody } from '../../db/queries/definition-acts.js';
import type { Actor } from '../../db/schema/history.js';
import type { Definition } from '../../protocols/language/definition.js';
import { MOST_BYTES } from '../../protocols/language/validate/size.js';
import { refusal } from '../../protocols/refusals.js';
import { digestOf } from '../definitions.js';
import type { Door } from '../door.js';
import {
  type Decision,
  type Entered,
  enterDefinitionAct,
  type NotEntered,
  notEntered,
} from './enter.js';
import { findingsOf } from './findings.js';
import { isReserved } from './names.js';
import type { Draft, Standing } from './standing.js';

/**
 * Stores a definition as draft, with everything found in it. Its version number is replaced by the next free one. The
 * first draft of a round needs no `replaces`; a later one names the digest it was made from, so that nobody's work is
 * overwritten unread. Whatever was submitted or approved is so no longer.
 */
export async function saveDraft(
  door: Door,
  actor: Actor,
  given: Definition,
  replaces?: string,
): Promise<Entered | NotEntered> {
  return enterDefinitionAct(door, given.id, actor, async (standing): Promise<Decision> => {
    const { draft, protocol } = standing;
    if (isReserved(standing)) return notEntered(refusal('definition-name-taken', { protocol }));
    const definition = { ...given, version: standing.nextVersion };
    const digest = digestOf(definition);
    if (draft?.digest === digest) return 'done';
    if (draft && replaces === undefined) {
      return notEntered(refusal('definition-draft-exists', { protocol, digest: draft.digest }));
    }
    if (!draft && replaces !== undefined) {
      return notEntered(refusal('definition-draft-unknown', { protocol }));
    }
    if (draft && draft.digest !== replaces) return changedMeanwhile(draft, protocol);
    const body = JSON.stringify(definition);
    if (Buffer.byteLength(body) > MOST_BYTES) {
      return notEntered(refusal('definition-too-large', { protocol, limit: MOST_BYTES }));
    }
    const findings = await findingsOf(door, definition);
    return { kind: 'drafted', version: definition.version, digest, body, findings };
  });
}

/** Looks again for what is wrong in a draft and records what was found. */
export async function checkDraft(
  door: Door,
  actor: Actor,
  protocol: string,
): Promise<Entered | NotEntered> {
  return enterDefinitionAct(door, protocol, actor, async (standing): Promise<Decision> => {
    const { draft } = standing;
    if (!draft) return notEntered(refusal('definition-draft-unknown', { protocol }));
    const findings = await findingsOf(door, await readDraft(door, standing, draft));
    return { kind: 'checked', version: draft.version, digest: draft.digest, findings };
  });
}

/** Gives a draft up. What was drafted stays on record. */
export async function discardDraft(
  door: Door,
  actor: Actor,
  protocol: string,
  digest: string,
): Promise<Entered | NotEntered> {
  return enterDefinitionAct(door, protocol, actor, ({ draft }): Decision => {
    if (!draft) return notEntered(refusal('definition-draft-unknown', { protocol }));
    if (draft.digest !== digest) return changedMeanwhile(draft, protocol);
    return { kind: 'discarded', version: draft.version, digest };
  });
}

/** The content of a draft. Throws when its act holds none. */
export async function readDraft(
  door: Door,
  { protocol }: Standing,
  { n }: Draft,
): Promise<Definition> {
  const body = await findDraftBody(door.db, protocol, n);
  if (body === undefined) throw new Error(`Act ${n} of protocol ${protocol} holds no draft`);
  return JSON.parse(body) as Definition;
}

export function changedMeanwhile({ digest }: Draft, protocol: string): NotEntered {
  return notEntered(refusal('definition-changed', { protocol, digest }));
}

import type { Actor } from '../../db/schema/history.js';
import { refusal } from '../../protocols/refusals.js';
import { workflowTypeOf } from '../../protocols/workflow-types.js';
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
import { isReserved } from './names.js';

/**
 * Puts an approved draft into force as the next version. From the commit on every process starts new runs under it; runs
 * under way stay on the version they began with. Checked once more: an approval does not outlive what it was given for.
 */
export async function publishDraft(
  door: Door,
  actor: Actor,
  of: { readonly protocol: string; readonly digest: string },
): Promise<Entered | NotEntered> {
  const { protocol, digest } = of;
  return enterDefinitionAct(door, protocol, actor, async (standing): Promise<Decision> => {
    const { draft } = standing;
    if (!draft) {
      const isDone = standing.acts.some((act) => act.kind === 'published' && act.digest === digest);
      return isDone ? 'done' : notEntered(refusal('definition-draft-unknown', { protocol }));
    }
    if (draft.digest !== digest) return changedMeanwhile(draft, protocol);
    if (draft.state !== 'approved')
      return notEntered(refusal('definition-not-approved', { protocol }));
    if (isReserved(standing)) return notEntered(refusal('definition-name-taken', { protocol }));
    if (draft.version !== standing.nextVersion) {
      return notEntered(
        refusal('definition-outdated', { protocol, version: standing.nextVersion }),
      );
    }
    const definition = await readDraft(door, standing, draft);
    const guarded = await guard(door, standing, definition);
    if ('ok' in guarded) return guarded;
    const { version } = definition;
    return {
      kind: 'published',
      version,
      digest,
      findings: guarded.findings,
      published: {
        id: protocol,
        version,
        digest,
        body: JSON.stringify(definition),
        workflowType: workflowTypeOf(protocol),
      },
    };
  });
}

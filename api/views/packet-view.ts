import type { ReleaseRecord } from '../../db/queries/shares.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Field } from '../../protocols/language/form.js';
import type { Packet } from '../../protocols/packet.js';
import { type Language, say } from '../language.js';
import type { OpenRun } from '../runs/open-run.js';
import { shownShare } from '../runs/open-share.js';
import type { PacketView } from '../schemas/shares.js';
import { shareView } from './share-view.js';
import { institutionIn } from './words.js';

/** The data of a share for its recipient, each value under the label it was asked with. */
export function packetView(opened: OpenRun, release: ReleaseRecord, packet: Packet): PacketView {
  const { definition, language, context } = opened;
  return {
    share: shareView(shownShare(release, opened.run.state), definition, language),
    from: institutionIn(context.door.directory, packet.from, language),
    fields: Object.entries(packet.fields).map(([id, value]) => ({
      id,
      label: labelOf(definition, id, language),
      value,
    })),
  };
}

/** The question with this id as people read it, or the id where no form asks it. */
export function labelOf(definition: Definition, id: string, language: Language): string {
  const field = findField(definition, id);
  return field ? say(field.label, language) : id;
}

/** The field with this id, in whichever form of a protocol it is asked. */
export function findField({ steps, events }: Definition, id: string): Field | undefined {
  for (const { form } of [...steps, ...events]) {
    const field = form?.find((candidate) => candidate.id === id);
    if (field) return field;
  }
  return undefined;
}

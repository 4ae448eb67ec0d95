import { addShareOpening } from '../../../db/queries/shares.js';
import { unseal } from '../../../platform/vault/seal.js';
import { type Packet, packetPlace } from '../../../protocols/packet.js';
import { refusal } from '../../../protocols/refusals.js';
import type { Api, ApiContext } from '../../context.js';
import { refused } from '../../errors.js';
import { type OpenRun, openRun } from '../../runs/open-run.js';
import { getShareOf } from '../../runs/open-share.js';
import { openPersonKeys } from '../../runs/person-keys.js';
import { shareParams } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { packet } from '../../schemas/shares.js';
import { packetView } from '../../views/packet-view.js';

export function getShare(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs/:run/shares/:share',
    {
      config: { action: 'share.read' },
      schema: {
        operationId: 'getShare',
        tags: ['shares'],
        summary: 'Open data sent to you',
        description: 'Only the recipient can. Every opening is recorded for good.',
        'x-es': {
          summary: 'Abrir los datos que le enviaron',
          description: 'Solo puede quien los recibe. Cada apertura queda registrada.',
        },
        params: shareParams,
        response: { 200: packet, ...problems(404, 410) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'share.read');
      const release = await getShareOf(opened, request.params.share);
      const keys = await openPersonKeys(context.door, opened.run.personId);
      if (!release.packet) throw refused(refusal('share-unknown'));
      const place = packetPlace(release.runId, release.share);
      const plain = unseal(keys.identity, release.packet, place);
      await record(opened, release.share);
      return packetView(opened, release, JSON.parse(plain.toString('utf8')) as Packet);
    },
  );
}

/** Before the data leaves: an opening that cannot be recorded does not happen. */
async function record({ context, run, access }: OpenRun, share: string): Promise<void> {
  await addShareOpening(context.door.db, {
    runId: run.id,
    share,
    institutionId: access.institution,
    account: access.account,
  });
}

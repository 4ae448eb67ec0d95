import type { Api, ApiContext } from '../../context.js';
import { openRun } from '../../runs/open-run.js';
import { openPacket } from '../../runs/open-share.js';
import { shareParams } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { packet as packetShape } from '../../schemas/shares.js';
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
        response: { 200: packetShape, ...problems(404, 410) },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'share.read');
      const { release, packet } = await openPacket(opened, request.params.share);
      return packetView(opened, release, packet);
    },
  );
}

import { z } from 'zod';
import type { Api, ApiContext } from '../../context.js';
import { openNotice } from '../../runs/open-notice.js';
import { notice, reference } from '../../schemas/notices.js';
import { problems } from '../../schemas/problem.js';
import { noticeView } from '../../views/notice-view.js';

export function getNotice(app: Api, context: ApiContext): void {
  app.get(
    '/v1/notices/:reference',
    {
      config: { action: 'notice.read' },
      schema: {
        operationId: 'getNotice',
        tags: ['inbox'],
        summary: 'A notice by the reference in its mail',
        description:
          'What your institution was told, and the step or share it leads to as it stands now.',
        'x-es': {
          summary: 'Un aviso por la referencia de su correo',
          description:
            'Lo que se avisó a su institución, y el paso o envío al que lleva tal como está ahora.',
        },
        params: z.object({ reference }),
        response: { 200: notice, ...problems(404) },
      },
    },
    async (request) => {
      const opened = await openNotice(context, request, request.params.reference);
      const { directory } = context.door;
      if (!directory.find(opened.notice.institutionId)) await directory.reload();
      return noticeView(opened, directory, request.language);
    },
  );
}

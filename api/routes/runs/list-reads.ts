import { z } from 'zod';
import { listReads } from '../../../db/queries/log/reads.js';
import type { Api, ApiContext } from '../../context.js';
import { readCursor, writeCursor } from '../../edge/cursor.js';
import { openRun } from '../../runs/open-run.js';
import { cursor, limit, runParams } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { readEntry } from '../../schemas/runs.js';
import { readView } from '../../views/read-view.js';

export function listReadsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs/:run/reads',
    {
      config: { action: 'run.reads' },
      schema: {
        operationId: 'listReads',
        tags: ['runs'],
        summary: 'Who read stored data of a run, oldest first',
        description:
          'Answers, packets, drafts, files and requests that were opened: for the person or the guardian, who may ask for it.',
        'x-es': {
          summary: 'Quién leyó datos guardados de un proceso, desde el inicio',
          description:
            'Respuestas, paquetes, borradores, archivos y consultas que se abrieron: para la persona o su tutor, que pueden pedirlo.',
        },
        params: runParams,
        querystring: z.strictObject({ limit, cursor }),
        response: {
          200: z.object({ items: z.array(readEntry), next: z.string().optional() }),
          ...problems(404),
        },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'run.reads');
      const start = readCursor(request.query.cursor, z.int().min(0).max(1_000_000)) ?? 0;
      const all = await listReads(opened.context.door.db.sql, opened.run.id);
      const end = start + request.query.limit;
      const items = all.slice(start, end).map((entry) => readView(opened, entry));
      return end < all.length ? { items, next: writeCursor(end) } : { items };
    },
  );
}

import { z } from 'zod';
import { listEntries } from '../../../db/queries/list-entries.js';
import type { Api, ApiContext } from '../../context.js';
import { readCursor, writeCursor } from '../../edge/cursor.js';
import { openRun } from '../../runs/open-run.js';
import { cursor, limit, runParams } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { historyEntry } from '../../schemas/runs.js';
import { historyView } from '../../views/history-view.js';

export function listHistory(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs/:run/history',
    {
      config: { action: 'run.history' },
      schema: {
        operationId: 'listHistory',
        tags: ['runs'],
        summary: 'What has happened in a run, oldest first',
        description: 'Acts in words, without answers, as far as they concern you.',
        'x-es': {
          summary: 'Qué ha pasado en un proceso, desde el inicio',
          description: 'Los actos en palabras, sin respuestas, en lo que le concierne.',
        },
        params: runParams,
        querystring: z.strictObject({ limit, cursor }),
        response: {
          200: z.object({ items: z.array(historyEntry), next: z.string().optional() }),
          ...problems(404),
        },
      },
    },
    async (request) => {
      const opened = await openRun(context, request, request.params.run, 'run.history');
      // A place among the visible acts: counting all of them would tell how many are hidden.
      const start = readCursor(request.query.cursor, z.int().min(0).max(1_000_000)) ?? 0;
      const entries = await listEntries(opened.context.door.db, opened.run.id);
      const visible = entries.flatMap((entry) => historyView(opened, entry) ?? []);
      const end = start + request.query.limit;
      const items = visible.slice(start, end);
      return end < visible.length ? { items, next: writeCursor(end) } : { items };
    },
  );
}

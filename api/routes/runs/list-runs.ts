import { z } from 'zod';
import { type ListedRun, listRuns } from '../../../db/queries/list-runs.js';
import { getDefinition } from '../../../door/commit-act.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { roleOfKey } from '../../../protocols/language/pack.js';
import type { Access } from '../../auth/access.js';
import { mayShow } from '../../auth/fields.js';
import type { Relation } from '../../auth/policy.js';
import { isStarter, levelOf } from '../../auth/relations.js';
import { within } from '../../auth/within.js';
import type { Api, ApiContext } from '../../context.js';
import { readCursor, writeCursor } from '../../edge/cursor.js';
import { type Language, say } from '../../language.js';
import { scopeOf } from '../../runs/scope.js';
import { code, cursor, limit } from '../../schemas/common.js';
import { problems } from '../../schemas/problem.js';
import { runListItem } from '../../schemas/runs.js';
import { iso } from '../../views/run-view.js';
import { namedIn } from '../../views/words.js';

const position = z.object({
  startedAt: z.int().min(0).max(4_102_444_800_000),
  id: z.string().max(40),
});

export function listRunsRoute(app: Api, context: ApiContext): void {
  app.get(
    '/v1/runs',
    {
      config: { action: 'run.list' },
      schema: {
        operationId: 'listRuns',
        tags: ['runs'],
        summary: 'List runs, newest first',
        description:
          'Case leads and officers see the runs their institution fills a role in, monitors all. Institutions of the receiving side see a run once one of its steps or shares has reached them.',
        'x-es': {
          summary: 'Procesos, el más nuevo primero',
          description:
            'Quien conduce y el personal ven los procesos en que participa su institución; el monitoreo, todos. Las instituciones del país receptor ven un proceso cuando les llega un paso o un envío de datos.',
        },
        querystring: z.strictObject({
          state: z.enum(['open', 'ended', 'all']).default('all'),
          protocol: code.optional(),
          rehearsals: z.enum(['true', 'false']).default('false'),
          limit,
          cursor,
        }),
        response: {
          200: z.object({ items: z.array(runListItem), next: z.string().optional() }),
          ...problems(),
        },
      },
    },
    async ({ query, access, language }) => {
      const after = readCursor(query.cursor, position);
      const { db } = within(context, access).door;
      const rows = await listRuns(db, await scopeOf(context.door, access), {
        limit: query.limit + 1,
        rehearsals: query.rehearsals === 'true',
        ...(query.state === 'all' ? {} : { ended: query.state === 'ended' }),
        ...(query.protocol === undefined ? {} : { protocol: query.protocol }),
        ...(after ? { after } : {}),
      });
      const page = rows.slice(0, query.limit);
      const items = [];
      for (const row of page) {
        items.push(itemView(row, await getDefinition(context.door, row), access, language));
      }
      const last = page.at(-1);
      const next = rows.length > page.length && last ? writeCursor(positionOf(last)) : undefined;
      return next === undefined ? { items } : { items, next };
    },
  );
}

function positionOf({ startedAt, id }: ListedRun): z.infer<typeof position> {
  return { startedAt, id };
}

/** How a run ended and how much of it is open is not told to the receiving side. */
function itemView(
  row: ListedRun,
  definition: Definition,
  access: Access,
  language: Language,
): z.infer<typeof runListItem> {
  const filled = row.roles.map(roleOfKey);
  const roles = definition.roles.filter(({ id }) => filled.includes(id));
  const relations = new Set<Relation>();
  if (row.roles.includes(definition.lead)) relations.add('lead');
  if (isStarter(row, access.institution, row.roles.length)) {
    relations.add('starter');
    if (row.rehearsal) relations.add('rehearsal');
  }
  const viewer = { access, level: levelOf(access, relations, roles) };
  return {
    run: row.id,
    protocol: { id: row.protocol, version: row.version, title: say(definition.title, language) },
    rehearsal: row.rehearsal,
    startedAt: iso(row.startedAt),
    ...(row.endedAt === null ? {} : { endedAt: iso(row.endedAt) }),
    ...(row.ending !== null && mayShow(viewer, 'run.ending')
      ? { ending: namedIn(definition.endings, row.ending, language) }
      : {}),
    myRoles: roles.map(({ id, title }) => ({ id, title: say(title, language) })),
    waitingForMe: row.waiting,
    ...(mayShow(viewer, 'run.openSteps') ? { openSteps: row.open } : {}),
  };
}

import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { findRun } from '../../../db/queries/find-run.js';
import { choosePack } from '../../../door/choose-pack.js';
import { getDefinition } from '../../../door/commit-act.js';
import { type StartRequest, startRun } from '../../../door/start-run.js';
import { refusal } from '../../../protocols/refusals.js';
import { actorOf } from '../../auth/access.js';
import { may, type Relation } from '../../auth/policy.js';
import type { Api, ApiContext } from '../../context.js';
import { ProblemError, refused } from '../../errors.js';
import { actIdOf } from '../../runs/commit.js';
import { openRun, withState } from '../../runs/open-run.js';
import { idempotencyHeaders, parseInstant } from '../../schemas/common.js';
import { bodyProblems } from '../../schemas/problem.js';
import { actAnswer, startBody } from '../../schemas/runs.js';
import { actAnswer as answerOf } from '../../views/act-answer.js';

type StartBody = z.infer<typeof startBody>;

export function startRunRoute(app: Api, context: ApiContext): void {
  app.post(
    '/v1/runs',
    {
      config: { action: 'run.start' },
      schema: {
        operationId: 'startRun',
        tags: ['runs'],
        summary: 'Start a run',
        description:
          'Starts the newest version of a protocol. The same Idempotency-Key again answers 200 with the same run.',
        'x-es': {
          summary: 'Iniciar un proceso',
          description:
            'Inicia la versión más nueva de un protocolo. La misma Idempotency-Key responde 200 con el mismo proceso.',
        },
        headers: idempotencyHeaders,
        body: startBody,
        response: {
          200: actAnswer,
          201: actAnswer.describe('Started; Location names the run'),
          ...bodyProblems(404, 409),
        },
      },
    },
    async (request, reply) => {
      checkMayStart(context, request, request.body);
      const { relativeOf } = request.body;
      if (relativeOf !== undefined) await openRun(context, request, relativeOf, 'family.link');
      const key = request.headers['idempotency-key'];
      const pack = await packFor(context, request.body);
      const result = await startRun(context.door, {
        ...startRequest(request, request.body, key),
        ...pack,
      });
      if (!result.ok) throw refused(result.refusal);
      const run = await findRun(context.door.db.sql, result.runId);
      if (!run) throw refused(refusal('run-unknown'));
      const definition = await getDefinition(context.door, run);
      const { access, language } = request;
      const opened = withState({ context, access, language, run, definition }, result.state);
      reply.header('location', `/v1/runs/${result.runId}`);
      return reply.code(result.replayed ? 200 : 201).send(await answerOf(opened, result));
    },
  );
}

/** The pack given, or the one for these countries. A rehearsal is under none unless it says so. */
async function packFor({ door }: ApiContext, body: StartBody): Promise<{ pack?: string }> {
  if (body.pack !== undefined) return { pack: body.pack };
  const current = await door.definitions.findCurrent(body.protocol);
  if (!current || body.rehearsal) return {};
  const chosen = await choosePack(door, current.definition, body.bindings);
  if ('code' in chosen) throw refused(chosen);
  return chosen;
}

function checkMayStart(context: ApiContext, { access }: FastifyRequest, body: StartBody): void {
  const relations = new Set<Relation>();
  if (Object.values(body.bindings).includes(access.institution)) relations.add('bound');
  const action = body.rehearsal ? 'run.rehearse' : 'run.start';
  if (body.rehearsal && !context.settings.rehearsals) throw new ProblemError('rehearsals-off');
  if (may(access.role, action, relations)) return;
  const couldIfBound = may(access.role, action, new Set<Relation>(['bound']));
  throw new ProblemError(couldIfBound ? 'institution-unbound' : 'not-allowed');
}

function startRequest({ access }: FastifyRequest, body: StartBody, key: string): StartRequest {
  const { protocol, bindings, attributes, dates, rehearsal, relativeOf } = body;
  return {
    actId: actIdOf(access, key),
    actor: actorOf(access),
    protocol,
    bindings,
    ...(attributes ? { assigns: attributes } : {}),
    ...(dates ? { dates: instants(dates) } : {}),
    ...(relativeOf === undefined ? {} : { relativeOf }),
    ...(rehearsal ? { rehearsalAt: parseInstant(rehearsal.startsAt)! } : {}),
  };
}

function instants(dates: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(Object.entries(dates).map(([id, at]) => [id, parseInstant(at)!]));
}

import { ProblemError } from '../../api/errors.js';
import { findOpenRun } from '../../api/runs/open-run.js';
import { findStepRequest } from '../../db/queries/step-requests.js';
import type { Redirected, Visit } from '../frame/visit.js';

/**
 * Leads from the mail about a request to where it is replied to, and whoever asked to where the reply stands. Throws
 * `notice-unknown` for a request that does not exist, and for everybody else.
 */
export async function followRequest(visit: Visit): Promise<Redirected> {
  const { context, params, access } = visit;
  const request = await findStepRequest(context.door.db.sql, params.request ?? '');
  const opened = request && (await findOpenRun(context, visit, request.runId));
  if (!opened) throw new ProblemError('notice-unknown');
  const run = opened.run.id;
  if (opened.relations.has('lead') || opened.relations.has('starter')) {
    return { to: access.role === 'case-lead' ? `/casos/${run}#pedidos` : `/tareas/${run}` };
  }
  if (request?.institution === access.institution) return { to: `/tareas/${run}#pedidos` };
  throw new ProblemError('notice-unknown');
}

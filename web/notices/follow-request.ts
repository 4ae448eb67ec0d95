import { ProblemError } from '../../api/errors.js';
import { findOpenRun } from '../../api/runs/open-run.js';
import { findStepRequest } from '../../db/queries/step-requests.js';
import type { Redirected, Visit } from '../frame/visit.js';

/**
 * Leads from the mail about a request to where it is replied to. Throws `notice-unknown` for a request that does not exist and for
 * one whose run the institution does not lead.
 */
export async function followRequest(visit: Visit): Promise<Redirected> {
  const { context, params, access } = visit;
  const request = await findStepRequest(context.door.db.sql, params.request ?? '');
  const opened = request && (await findOpenRun(context, visit, request.runId));
  if (!opened?.relations.has('lead') && !opened?.relations.has('starter')) {
    throw new ProblemError('notice-unknown');
  }
  const run = opened.run.id;
  return { to: access.role === 'case-lead' ? `/casos/${run}#pedidos` : `/tareas/${run}` };
}

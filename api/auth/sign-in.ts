import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../context.js';
import { ProblemError } from '../errors.js';
import { findAccess } from './access.js';
import { relationsOf } from './policy.js';

/** Counts a failed sign-in; the seconds to wait when the address has had too many. */
export type CountFailure = (request: FastifyRequest) => Promise<number | undefined>;

/**
 * Signs a request in and refuses actions its role never has, before anything about the run is looked up, so that the
 * answer is the same for a known and an unknown one.
 */
export async function signIn(
  context: ApiContext,
  request: FastifyRequest,
  countFailure: CountFailure,
): Promise<void> {
  const { action, page } = request.routeOptions.config;
  if (action === undefined || action === 'public' || page) return;
  const access = await findAccess(context.door.db, request.headers.authorization);
  if (!access) {
    const seconds = await countFailure(request);
    if (seconds !== undefined) throw new ProblemError('rate-limited', { params: { seconds } });
    throw new ProblemError('unauthenticated');
  }
  request.access = access;
  // Starting a rehearsal shares its address with starting a run; the handler tells them apart.
  const actions = action === 'run.start' ? ([action, 'run.rehearse'] as const) : [action];
  if (actions.every((one) => relationsOf(access.role, one).length === 0)) {
    throw new ProblemError('not-allowed');
  }
}

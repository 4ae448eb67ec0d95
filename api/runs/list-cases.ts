import { type CaseList, type CaseQuestion, listCases } from '../../db/queries/list-cases.js';
import { getDefinition } from '../../door/known-runs.js';
import { within } from '../auth/within.js';
import type { ApiContext } from '../context.js';
import { limitsAt } from '../views/due-state.js';
import { type Asking, type OpenRun, withState } from './open-run.js';
import { leadRoles, scopeOf } from './scope.js';

/** Without an act of a person for so long, a case has no news. */
const QUIET_FOR = 7 * 24 * 3600_000;

/** What of a list of cases is asked for; the rest follows from who asks. */
export type CasesAsked = Pick<
  CaseQuestion,
  | 'side'
  | 'rehearsals'
  | 'ended'
  | 'protocol'
  | 'steps'
  | 'state'
  | 'waitsFor'
  | 'prefix'
  | 'offset'
  | 'limit'
>;

/** A page of cases as this access sees each of them, with every count from the same snapshot. */
export interface OpenCases extends Omit<CaseList, 'items'> {
  readonly cases: readonly OpenRun[];
}

/** The cases an access may see, the longest overdue first. */
export async function openCases(
  unbound: ApiContext,
  { access, language }: Asking,
  asked: CasesAsked,
): Promise<OpenCases> {
  const context = within(unbound, access);
  const now = context.door.clock.now();
  const { items, ...rest } = await listCases(context.door.db, {
    ...asked,
    scope: await scopeOf(context.door, access),
    leadRoles: await leadRoles(context.door),
    limits: limitsAt(now, access),
    quietSince: now - QUIET_FOR,
  });
  const cases: OpenRun[] = [];
  for (const run of items) {
    const definition = await getDefinition(context.door, run);
    cases.push(withState({ context, access, language, run, definition }, run.state));
  }
  return { ...rest, cases };
}

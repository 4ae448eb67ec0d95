import { viewOf } from '../../protocols/core/draft.js';
import { evaluate } from '../../protocols/language/condition.js';
import {
  isWithdrawal,
  mayReport,
  type ProtocolEvent,
} from '../../protocols/language/definition.js';
import { mayShow } from '../auth/fields.js';
import { may } from '../auth/policy.js';
import type { OpenRun } from '../runs/open-run.js';

/**
 * What the institution may report in a run now. The receiving side is not told what the state of the run excludes: that
 * an appeal can no longer be reported would say that there was one.
 */
export function reportableIn(opened: OpenRun): ProtocolEvent[] {
  const { run, definition, roles, access, relations } = opened;
  if (!may(access.role, 'event.report', relations)) return [];
  const { state } = run;
  const view = viewOf(state);
  return definition.events
    .filter((event) => !state.ending || isWithdrawal(event))
    .filter((event) => roles.some(({ id }) => mayReport(event, id)))
    .filter((event) => !mayShow(opened, 'run.why') || !event.while || evaluate(event.while, view));
}

import { bindingIn } from '../../protocols/core/draft.js';
import type { Binding } from '../../protocols/core/state.js';
import { findPack } from '../../protocols/language/pack.js';
import { type Step, signers } from '../../protocols/language/step.js';
import { getCalendar } from '../../protocols/rules/calendars/index.js';
import { type DueExplanation, explainDue } from '../../protocols/rules/deadline.js';
import { withDecreedDays } from '../../protocols/rules/register.js';
import { CalendarRangeError } from '../../protocols/rules/working-days.js';
import type { ForeseenStart } from './start-run.js';

/** A deadline with the dates it would have. */
export interface PreviewedDeadline {
  readonly step: Step;
  readonly holder: Binding;
  /** The step opens with the start; the others are counted as if they opened at the same instant. */
  readonly opensNow: boolean;
  /** Absent where the calendar does not reach so far, or the deadline runs back from a date nobody planned yet. */
  readonly due?: DueExplanation;
}

/** Every deadline of a run that would begin now, with real dates and the days that are skipped. */
export function previewDeadlines({ definition, state }: ForeseenStart): PreviewedDeadline[] {
  const pack = findPack(definition);
  return definition.steps.flatMap((step) => {
    const { deadline } = step;
    if (!deadline) return [];
    const holder = bindingIn(state, definition.lead, signers(step)[0]!);
    const byPack = withDecreedDays(getCalendar(holder.country), pack?.days[holder.country]);
    const calendar = withDecreedDays(byPack, state.register?.days[holder.country]);
    const { length, unit, from } = deadline;
    const runsBack = typeof from === 'object' && 'before' in from;
    const place = { calendar, timeZone: holder.timeZone };
    const due = runsBack
      ? undefined
      : withinCalendar(() => explainDue({ length, unit, startAt: state.startedAt, ...place }));
    const opensNow = state.steps[step.id]?.open !== undefined;
    return [{ step, holder, opensNow, ...(due ? { due } : {}) }];
  });
}

function withinCalendar<T>(count: () => T): T | undefined {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}

import type { Committed } from '../../door/acts.js';
import { checkAnswers } from '../forms/check-answers.js';
import { commit } from './commit.js';
import { answersTo, type OpenRun } from './open-run.js';
import { getEvent, reporterRole } from './pick-role.js';

/** Checks a report and enters it, once per key. Throws `form-invalid` with every fault, or the door's refusal. */
export async function reportEventOf(
  opened: OpenRun,
  eventId: string,
  key: string,
  report: {
    readonly role?: string | undefined;
    readonly answers: Readonly<Record<string, unknown>>;
  },
): Promise<Committed> {
  const event = getEvent(opened.definition, eventId);
  const role = reporterRole(opened, event, report.role);
  const { values, brought } = checkAnswers(event.form ?? [], report.answers, undefined);
  const act = { type: 'event-reported', event: event.id, role, ...brought } as const;
  return commit(opened, key, act, await answersTo(opened, event, values));
}

import type { Definition } from '../definition.js';
import type { Step } from '../step.js';
import { checkAtom } from './conditions.js';
import { checkLength } from './lengths.js';
import { factOf, reportNotFound, type Scope } from './scope.js';

/** Policies under which silence itself produces an outcome. */
const ACTING: readonly string[] = ['L3', 'L4', 'L5'];
/** Kinds whose answer somebody waits for: never without a deadline (INV-A13). */
const NEEDING: readonly string[] = ['share', 'approval'];

/** Deadlines: length, anchor, what silence means; and that silence never stands in for a safeguard. */
export function checkDeadlines(scope: Scope): void {
  for (const step of scope.definition.steps) {
    if (step.deadline) checkDeadline(scope, step, step.deadline);
    else if (NEEDING.includes(step.kind)) {
      scope.report('deadline-missing', `steps/${step.id}`, { step: step.id, kind: step.kind });
    }
  }
}

function checkDeadline(scope: Scope, step: Step, deadline: NonNullable<Step['deadline']>): void {
  const where = `steps/${step.id}/deadline`;
  const { from, silence, lapse, lapseIf } = deadline;
  checkLength(scope, deadline, where, 0);
  if (typeof from === 'object' && 'after' in from) checkAtom(scope, from.after, `${where}/from`);
  if (typeof from === 'object' && 'before' in from) {
    scope.resolve('date', from.before, `${where}/from`);
  }
  for (const fact of deadline.pausedWhile ?? []) {
    scope.resolve('fact', fact, `${where}/pausedWhile`);
  }
  const of = { step: step.id, silence };
  const acting = ACTING.includes(silence);
  if (acting && lapse === undefined) scope.report('lapse-missing', where, of);
  if (!acting && lapse !== undefined) {
    scope.report('lapse-unused', where, { ...of, part: 'lapse' });
  }
  if (lapseIf && silence !== 'L5') scope.report('lapse-unused', where, { ...of, part: 'lapseIf' });
  checkEscalation(scope, step.id, deadline, where);
  const outcome = step.outcomes.find((candidate) => candidate.id === lapse);
  if (lapse !== undefined && !outcome) reportNotFound(scope, 'outcome', lapse, `${where}/lapse`);
  if (!step.safeguard) return;
  if (silence === 'L0') scope.report('safeguard-without-pressure', where, of);
  else if (silence !== 'L2' && silence !== 'L3') scope.report('safeguard-silence', where, of);
  for (const setting of outcome?.sets ?? []) {
    const fact = factOf(setting);
    const other = departureNeeding(scope.definition, fact);
    if (!outcome || !other) continue;
    const params = { step: step.id, outcome: outcome.id, fact, other };
    scope.report('lapse-clears-the-way', where, params);
  }
}

/** How fast those above hear of it, and the monitor: only where they hear of it at all. */
function checkEscalation(
  scope: Scope,
  step: string,
  { silence, escalates, tellsMonitor }: NonNullable<Step['deadline']>,
  where: string,
): void {
  if (escalates) checkLength(scope, escalates, `${where}/escalates`, 1);
  const climbs = silence === 'L1' || silence === 'L2';
  const none = (part: string) => scope.report('escalation-none', where, { step, part });
  if (escalates && !climbs) none('escalates');
  if (tellsMonitor && !(climbs && scope.definition.monitor)) none('tellsMonitor');
}

function departureNeeding(definition: Definition, fact: string): string | undefined {
  return definition.steps.find(
    (step) =>
      step.requires?.includes(fact) &&
      step.effects?.some((effect) => effect === 'departs' || effect === 'hands-over'),
  )?.id;
}

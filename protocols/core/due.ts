import { type Refusal, refusal } from '../refusals.js';
import type { Mark } from '../rules/ladder.js';
import type { Act, DueClock } from './acts.js';
import { conclude, lapseOf } from './answer.js';
import type { CompiledStep } from './compiled.js';
import type { Draft } from './draft.js';
import { expireFact } from './facts.js';
import { notifyRole, notifySigners } from './notices.js';
import type { Clock, RunState } from './state.js';

/** One thing that falls due and when. */
export interface Due {
  readonly clock: DueClock;
  readonly dueAt: number;
}

/** Everything that will fall due by itself if nobody acts, earliest first; equal instants in a fixed order. */
export function pendingClocks(state: RunState): Due[] {
  if (state.ending) return [];
  const found: Due[] = [];
  for (const [step, { open, armed, opensAt, openings }] of Object.entries(state.steps)) {
    const next = open?.clock && open.clock.pausedAt === undefined ? open.clock.marks[0] : undefined;
    if (open && next) {
      found.push({
        clock: { kind: 'mark', step, opening: open.opening, mark: next.mark },
        dueAt: next.at,
      });
    }
    if (armed && opensAt !== undefined) {
      found.push({ clock: { kind: 'opening', step, opening: openings + 1 }, dueAt: opensAt });
    }
  }
  for (const [share, { clock }] of Object.entries(state.acknowledgements)) {
    const next = clock.marks[0];
    if (next)
      found.push({ clock: { kind: 'acknowledgement', share, mark: next.mark }, dueAt: next.at });
  }
  for (const [fact, { until }] of Object.entries(state.facts)) {
    if (until !== undefined) found.push({ clock: { kind: 'expiry', fact }, dueAt: until });
  }
  return found.sort((a, b) => a.dueAt - b.dueAt || (clockKey(a) < clockKey(b) ? -1 : 1));
}

/** The earliest instant at which the run must be looked at again, or undefined. */
export function nextDueAt(state: RunState): number | undefined {
  let earliest: number | undefined;
  for (const { dueAt } of pendingClocks(state)) {
    if (earliest === undefined || dueAt < earliest) earliest = dueAt;
  }
  return earliest;
}

/** A stable name of one due instant of one run: the same lapse always gets the same act id. */
export function clockKey({ clock, dueAt }: Due): string {
  switch (clock.kind) {
    case 'mark':
      return `clock/${clock.step}#${clock.opening}/${clock.mark}@${dueAt}`;
    case 'acknowledgement':
      return `clock/${clock.share}/${clock.mark}@${dueAt}`;
    case 'opening':
      return `clock/${clock.step}#${clock.opening}/opens@${dueAt}`;
    case 'expiry':
      return `clock/${clock.fact}/expires@${dueAt}`;
  }
}

/** Time has come. Refused when the clock no longer runs or its instant is not reached. */
export function reachClock(
  draft: Draft,
  act: Extract<Act, { type: 'clock-reached' }>,
): Refusal | undefined {
  const key = clockKey(act);
  const due = pendingClocks(draft.state).find((pending) => clockKey(pending) === key);
  if (!due) return refusal('clock-gone');
  if (due.dueAt > draft.at) return refusal('not-due');
  const { clock } = due;
  if (clock.kind === 'expiry') expireFact(draft, clock.fact);
  // An armed step whose time has come is opened when the run settles.
  if (clock.kind === 'mark') reachMark(draft, draft.compiled.steps.get(clock.step)!, clock.mark);
  if (clock.kind === 'acknowledgement') reachAcknowledgement(draft, clock.share, clock.mark);
  return undefined;
}

function reachMark(draft: Draft, entry: CompiledStep, mark: Mark): void {
  const open = draft.state.steps[entry.id]!.open!;
  const clock = open.clock!;
  clock.marks = clock.marks.slice(1);
  const { deadline } = entry.step;
  if (mark === 'due') {
    draft.effects.push({ type: 'step-lapsed', step: entry.id, opening: open.opening });
    const lapse = lapseOf(draft, entry);
    const decides = lapse !== undefined && !lapse.keepsOpen;
    notifySigners(draft, entry, decides ? 'lapsed' : 'overdue');
    if (lapse) conclude(draft, entry, lapse, true);
    else if (deadline?.silence !== 'L0') notifySigners(draft, entry, 'overdue', 'supervisor');
    return;
  }
  if (mark === 'reminder-50' || mark === 'reminder-90') notifySigners(draft, entry, 'nearly-due');
  else escalate(draft, entry.id, open.opening, mark, clock);
}

function escalate(draft: Draft, step: string, opening: number, mark: Mark, clock: Clock): void {
  const { lead, monitor } = draft.compiled.definition;
  const level = mark === 'escalate-150' ? 'lead-technical' : 'lead-political';
  notifyRole(draft, step, opening, lead, 'escalated', level, clock.dueAt);
  if (mark === 'escalate-200' && monitor && draft.state.bindings[monitor]) {
    notifyRole(draft, step, opening, monitor, 'escalated', 'monitor', clock.dueAt);
  }
}

function reachAcknowledgement(draft: Draft, share: string, mark: Mark): void {
  const waiting = draft.state.acknowledgements[share]!;
  waiting.clock.marks = waiting.clock.marks.slice(1);
  const [step = '', rest = ''] = share.split('#');
  const opening = Number.parseInt(rest, 10);
  if (mark === 'due') {
    for (const level of ['institution', 'supervisor'] as const) {
      notifyRole(draft, step, opening, waiting.role, 'overdue', level, waiting.clock.dueAt);
    }
  } else if (mark === 'reminder-50' || mark === 'reminder-90') {
    notifyRole(
      draft,
      step,
      opening,
      waiting.role,
      'nearly-due',
      'institution',
      waiting.clock.dueAt,
    );
  } else escalate(draft, step, opening, mark, waiting.clock);
}

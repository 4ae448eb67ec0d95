import { type Refusal, refusal } from '../refusals.js';
import type { Mark } from '../rules/ladder.js';
import type { Act, DueClock } from './acts.js';
import { conclude, lapseOf } from './answer.js';
import type { CompiledStep } from './compiled.js';
import type { Draft, Memory } from './draft.js';
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
  const add = (due: Due) => found.push(due);
  for (const step in state.steps) pendingOfStep(state, step, add);
  pendingElsewhere(state, Object.keys(state.facts), add);
  return found.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

/**
 * The first of `pendingClocks`, without making the whole list. Where it is remembered which steps are active and which
 * facts can run out, only these are looked at.
 */
export function nextPending(
  state: RunState,
  memory?: Pick<Memory, 'active' | 'expiring'>,
): Due | undefined {
  let first: Due | undefined;
  const keep = (due: Due): void => {
    if (!first || isBefore(due, first)) first = due;
  };
  if (state.ending) return undefined;
  for (const step of memory?.active ?? Object.keys(state.steps)) pendingOfStep(state, step, keep);
  pendingElsewhere(state, memory?.expiring ?? Object.keys(state.facts), keep);
  return first;
}

/** The earliest instant at which the run must be looked at again, or undefined. */
export function nextDueAt(state: RunState): number | undefined {
  return nextPending(state)?.dueAt;
}

function isBefore(a: Due, b: Due): boolean {
  return a.dueAt < b.dueAt || (a.dueAt === b.dueAt && clockKey(a) < clockKey(b));
}

function pendingOfStep(state: RunState, step: string, visit: (due: Due) => void): void {
  const { open, opensAt, openings } = state.steps[step]!;
  const next = open?.clock && open.clock.pausedAt === undefined ? open.clock.marks[0] : undefined;
  if (open && next) {
    visit({
      clock: { kind: 'mark', step, opening: open.opening, mark: next.mark },
      dueAt: next.at,
    });
  }
  if (opensAt !== undefined) {
    visit({ clock: { kind: 'opening', step, opening: openings + 1 }, dueAt: opensAt });
  }
}

function pendingElsewhere(
  state: RunState,
  facts: readonly string[],
  visit: (due: Due) => void,
): void {
  for (const share in state.acknowledgements) {
    const next = state.acknowledgements[share]!.clock.marks[0];
    if (next) visit({ clock: { kind: 'acknowledgement', share, mark: next.mark }, dueAt: next.at });
  }
  for (const fact of facts) {
    const until = state.facts[fact]?.until;
    if (until !== undefined) visit({ clock: { kind: 'expiry', fact }, dueAt: until });
  }
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
  if (!isPending(draft.state, act)) return refusal('clock-gone');
  if (act.dueAt > draft.at) return refusal('not-due');
  const { clock } = act;
  if (clock.kind === 'expiry') expireFact(draft, clock.fact);
  // An armed step whose time has come is opened when the run settles.
  if (clock.kind === 'mark') reachMark(draft, draft.compiled.steps.get(clock.step)!, clock.mark);
  if (clock.kind === 'acknowledgement') reachAcknowledgement(draft, clock.share, clock.mark);
  return undefined;
}

/** Whether this very clock still runs, to the same instant. */
function isPending(state: RunState, { clock, dueAt }: Due): boolean {
  switch (clock.kind) {
    case 'mark': {
      const open = state.steps[clock.step]?.open;
      if (!open?.clock || open.clock.pausedAt !== undefined) return false;
      const next = open.clock.marks[0];
      return open.opening === clock.opening && next?.mark === clock.mark && next.at === dueAt;
    }
    case 'opening': {
      const step = state.steps[clock.step];
      return step !== undefined && step.openings + 1 === clock.opening && step.opensAt === dueAt;
    }
    case 'acknowledgement': {
      const next = state.acknowledgements[clock.share]?.clock.marks[0];
      return next?.mark === clock.mark && next.at === dueAt;
    }
    case 'expiry':
      return state.facts[clock.fact]?.until === dueAt;
  }
}

function reachMark(draft: Draft, entry: CompiledStep, mark: Mark): void {
  const open = draft.state.steps[entry.id]!.open!;
  const clock = open.clock!;
  clock.marks = clock.marks.slice(1);
  if (mark === 'due') {
    draft.effects.push({ type: 'step-lapsed', step: entry.id, opening: open.opening });
    const lapse = lapseOf(draft, entry);
    const decides = lapse !== undefined && !lapse.keepsOpen;
    notifySigners(draft, entry, decides ? 'lapsed' : 'overdue');
    if (lapse) conclude(draft, entry, lapse, true);
    else if (entry.step.deadline!.silence !== 'L0')
      notifySigners(draft, entry, 'overdue', 'supervisor');
    if (entry.step.deadline!.tellsMonitor) tellMonitor(draft, entry.id, open.opening, clock.dueAt);
    return;
  }
  if (mark === 'reminder-50' || mark === 'reminder-90') notifySigners(draft, entry, 'nearly-due');
  else escalate(draft, entry.id, open.opening, mark, clock);
}

function escalate(draft: Draft, step: string, opening: number, mark: Mark, clock: Clock): void {
  const { lead } = draft.compiled.definition;
  const level = mark === 'escalate-150' ? 'lead-technical' : 'lead-political';
  notifyRole(draft, step, opening, lead, 'escalated', level, clock.dueAt);
  if (mark === 'escalate-200') tellMonitor(draft, step, opening, clock.dueAt);
}

function tellMonitor(draft: Draft, step: string, opening: number, dueAt: number): void {
  const { monitor } = draft.compiled.definition;
  if (!monitor || !draft.state.bindings[monitor]) return;
  notifyRole(draft, step, opening, monitor, 'escalated', 'monitor', dueAt);
}

function reachAcknowledgement(draft: Draft, share: string, mark: Mark): void {
  const waiting = draft.state.acknowledgements[share]!;
  waiting.clock.marks = waiting.clock.marks.slice(1);
  if (waiting.forbidden) return;
  const end = share.indexOf('#');
  const step = share.slice(0, end);
  const opening = Number.parseInt(share.slice(end + 1), 10);
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

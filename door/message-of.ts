import type { NoticeRow, RowChanges } from '../db/rows.js';
import type { Act } from '../protocols/core/acts.js';
import { compile } from '../protocols/core/compiled.js';
import { holderIn } from '../protocols/core/draft.js';
import { nextDueAt } from '../protocols/core/due.js';
import type { Effect, NoticeKind, NoticeLevel } from '../protocols/core/effects.js';
import { hasSigned } from '../protocols/core/signing.js';
import type { RunState } from '../protocols/core/state.js';
import type { Definition } from '../protocols/language/definition.js';
import type { FollowMessage, NoticeNote, OpenNote, SeatNote } from '../protocols/messages.js';

/** What the run's workflow is told about an act. */
export function messageOf(
  definition: Definition,
  state: RunState,
  act: Act,
  rows: RowChanges,
  effects: readonly Effect[],
): FollowMessage {
  const seats = seatNotes(definition, act, rows, effects);
  return {
    ...standingMessage(definition, state),
    name: nameOf(act),
    notices: rows.notices.filter((row) => row.state === 'pending').map(noteOf),
    releases: rows.releases
      .filter((row) => row.state === 'pending')
      .map((row) => ({ share: row.share, to: row.institution ?? '' })),
    ...(seats.length > 0 ? { seats } : {}),
  };
}

/** Which operations must hear of this act, and whether those who hold a seat on this one must. */
function seatNotes(
  definition: Definition,
  act: Act,
  rows: RowChanges,
  effects: readonly Effect[],
): SeatNote[] {
  const notes: SeatNote[] = rows.seats.map(({ operation }) => ({ kind: 'tell', operation }));
  if (!definition.operation) return notes;
  // What people answer in an operation may be what its lines were waiting for.
  if (act.type === 'step-completed') notes.push({ kind: 'look' });
  if (effects.some(({ type }) => type === 'seats-called-off')) notes.push({ kind: 'call-off' });
  return notes;
}

/** The open steps of a run and the stage it is in, as the engine shows them. */
export function standing(
  definition: Definition,
  state: RunState,
): { open: OpenNote[]; stage?: string } {
  const open: OpenNote[] = [];
  let stage: string | undefined;
  for (const entry of compile(definition).order) {
    const opened = state.steps[entry.id]?.open;
    if (!opened) continue;
    stage ??= entry.step.stage;
    const role =
      entry.signers.find((signer) => !hasSigned(entry.step, opened, signer)) ?? entry.signers[0]!;
    open.push({
      step: entry.id,
      institution: holderIn(state, definition.lead, entry.id, role).institution,
      ...(opened.clock ? { dueAt: opened.clock.dueAt } : {}),
      ...(opened.missing ? { suspended: true as const } : {}),
    });
  }
  return { open, ...(stage === undefined ? {} : { stage }) };
}

function noteOf(row: NoticeRow): NoticeNote {
  return {
    n: row.n,
    kind: row.kind as NoticeKind,
    level: row.level as NoticeLevel,
    institution: row.institution,
    ...(row.step === undefined ? {} : { step: row.step }),
    ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt }),
  };
}

function nameOf(act: Act): string {
  switch (act.type) {
    case 'run-started':
      return 'run-started';
    case 'step-completed':
      return `step-completed ${act.step} ${act.outcome}`;
    case 'event-reported':
      return `event-reported ${act.event}`;
    case 'share-acknowledged':
      return `share-acknowledged ${act.share}`;
    case 'family-joined':
      return 'family-joined';
    case 'role-reassigned':
      return `role-reassigned ${act.role}`;
    case 'origin-stopped':
    case 'origin-lift-asked':
    case 'origin-lift-decided':
      return act.type;
    case 'step-nudged':
      return `step-nudged ${act.step}`;
    case 'register-changed':
      return `register-changed ${act.upTo}`;
    case 'clock-reached':
      return clockName(act);
  }
}

const MARK_NAMES = {
  'reminder-50': 'reminder',
  'reminder-90': 'reminder',
  due: 'deadline-lapsed',
  'escalate-150': 'deadline-escalated',
  'escalate-200': 'deadline-escalated',
} as const;

function clockName({ clock }: Extract<Act, { type: 'clock-reached' }>): string {
  switch (clock.kind) {
    case 'mark':
      return `${MARK_NAMES[clock.mark]} ${clock.step} ${clock.mark}`;
    case 'acknowledgement':
      return `${MARK_NAMES[clock.mark]} ${clock.share} ${clock.mark}`;
    case 'opening':
      return `time-reached ${clock.step} opens`;
    case 'expiry':
      return `validity-expired ${clock.fact}`;
  }
}

/** Where a run stands, without anything to do: the reconciler's word to a workflow that is missing or behind. */
export function standingMessage(definition: Definition, state: RunState): FollowMessage {
  const next = nextDueAt(state);
  return {
    seq: state.seq,
    at: state.lastAt,
    name: 'reconciled',
    notices: [],
    releases: [],
    ...standing(definition, state),
    ...(next === undefined ? {} : { nextDueAt: next }),
    ...(state.ending ? { ended: state.ending.id } : {}),
  };
}

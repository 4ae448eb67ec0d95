import { isCancellation, log } from '@temporalio/workflow';
import type { FollowMessage, PendingEffect, SeatNote } from '../../protocols/messages.js';
import { world } from './activities.js';
import { summaryOf } from './words.js';

/** Carries out what acts bring about, beside the following of further acts. */
export interface Effects {
  /** Begins the effects of acts followed together: all notices in one activity, each share in its own. */
  begin(acts: readonly FollowMessage[]): void;
  /** Begins effects handed over by an earlier history. */
  resume(effects: readonly PendingEffect[]): void;
  /** Begun and not finished. */
  underWay(): readonly PendingEffect[];
}

export function createEffects(runId: string): Effects {
  let underWay: readonly PendingEffect[] = [];

  const start = async (effect: PendingEffect): Promise<void> => {
    underWay = [...underWay, effect];
    try {
      await carryOut(runId, effect);
    } catch (error) {
      if (isCancellation(error)) return;
      log.warn('An effect cannot be carried out', { effect: effect.kind });
    }
    underWay = underWay.filter((other) => other !== effect);
  };

  const resume = (effects: readonly PendingEffect[]): void => {
    for (const effect of effects) void start(effect);
  };

  return {
    begin: (acts) => resume(effectsOf(runId, acts)),
    resume,
    underWay: () => underWay,
  };
}

function effectsOf(runId: string, acts: readonly FollowMessage[]): PendingEffect[] {
  const told = acts.filter((act) => act.notices.length > 0);
  const effects: PendingEffect[] = acts.flatMap((act) =>
    act.releases.map((release) => ({ kind: 'release' as const, ...release })),
  );
  if (told.length > 0) {
    effects.push({ kind: 'notices', acts: told.map(({ seq, notices }) => ({ seq, notices })) });
  }
  return [
    ...effects,
    ...seatEffects(
      runId,
      acts.flatMap((act) => act.seats ?? []),
    ),
  ];
}

/** One of each: how the lines stand is asked of the facts when the effect is carried out. */
function seatEffects(runId: string, notes: readonly SeatNote[]): PendingEffect[] {
  const operations = new Set<string>();
  for (const note of notes) {
    if (note.kind === 'tell') operations.add(note.operation);
    if (note.kind === 'look') operations.add(runId);
  }
  const effects: PendingEffect[] = [...operations].map((operation) => ({
    kind: 'tell-operation',
    operation,
  }));
  if (notes.some(({ kind }) => kind === 'call-off')) effects.push({ kind: 'call-off-seats' });
  return effects;
}

function carryOut(runId: string, effect: PendingEffect): Promise<void> {
  const options = { summary: summaryOf(effect) };
  if (effect.kind === 'release') {
    return world.releaseData.executeWithOptions(options, [{ runId, share: effect.share }]);
  }
  if (effect.kind === 'tell-operation') {
    return world.tellOperation.executeWithOptions(options, [{ operation: effect.operation }]);
  }
  if (effect.kind === 'call-off-seats') {
    return world.callOffSeats.executeWithOptions(options, [{ operation: runId }]);
  }
  const acts = effect.acts.map(({ seq, notices }) => ({ seq, notices: notices.map(({ n }) => n) }));
  return world.sendNotices.executeWithOptions(options, [{ runId, acts }]);
}

import { evaluate } from '../language/condition.js';
import { withheldWhile } from '../language/consent.js';
import { toldTo } from '../language/origin.js';
import type { Outcome } from '../language/step.js';
import { type Refusal, refusal } from '../refusals.js';
import { dueAt } from '../rules/deadline.js';
import { ladder } from '../rules/ladder.js';
import type { Act } from './acts.js';
import { calendarOf, pauseClock } from './clocks.js';
import { answersKey, type CompiledStep } from './compiled.js';
import { applyConsequences, takeBrought } from './consequences.js';
import { agreementSilence } from './countries.js';
import { bindingOf, type Draft, establish, stepState, touch, touchStep } from './draft.js';
import { endsOf, noteEnds, refuseEnded } from './ends.js';
import { refuseTooSoon } from './floor.js';
import { noteLowered } from './lowered.js';
import { notifySecond } from './notices.js';
import { missingFacts } from './open-steps.js';
import { isAtRest, isCutOff } from './origin-stop.js';
import { refuseDeparture, refusePlan } from './places.js';
import { noteRecallAnswer, noteReceived } from './recalls.js';
import { freezeList, moveSeat, refuseSeat } from './seats.js';
import { findUnseconded, secondSigner } from './signing.js';
import type { OpenStep } from './state.js';

type Completion = Extract<Act, { type: 'step-completed' }>;

/** A signer answers a step. The step closes when all signers chose the same outcome, or one that stands alone. */
export function completeStep(draft: Draft, act: Completion): Refusal | undefined {
  const entry = draft.compiled.steps.get(act.step);
  if (!entry) return refusal('step-unknown', { step: act.step });
  const open = draft.state.steps[act.step]?.open;
  if (!open) return refusal('step-not-open', { step: act.step });
  if (open.opening !== act.opening) {
    return refusal('opening-superseded', {
      step: act.step,
      current: open.opening,
      given: act.opening,
    });
  }
  if (!entry.signers.includes(act.role)) return refusal('not-responsible', { step: act.step });
  const outcome = entry.step.outcomes.find((candidate) => candidate.id === act.outcome);
  if (!outcome) return refusal('outcome-unknown', { step: act.step, outcome: act.outcome });
  if (outcome.bySilence) {
    return refusal('outcome-by-silence', { step: act.step, outcome: act.outcome });
  }
  if (isAtRest(draft.compiled.definition, draft.state, entry.step)) {
    return refusal('origin-stopped', { step: act.step });
  }
  if (isDecidedBySilence(draft, entry)) return refusal('deadline-passed', { step: act.step });
  const missing = missingFacts(draft, entry);
  if (missing.length > 0 && !outcome.despiteMissing) {
    return refusal('requirement-missing', { step: act.step, missing: missing.join(', ') });
  }
  const outOfPlace =
    refusePlan(draft, act) ??
    refuseTooSoon(draft, { step: entry.step, outcome, dates: act.dates, at: draft.at }) ??
    (outcome.despiteMissing ? undefined : refuseDeparture(draft, entry));
  if (outOfPlace) return outOfPlace;
  const ended = refuseEnded(draft, outcome, act);
  if (ended) return ended;
  takeBrought(draft, act);
  noteEnds(open, act, findUnseconded(entry.step, open, act.role)?.outcome === outcome.id);
  const unseated = refuseSeat(draft, outcome);
  if (unseated) return unseated;
  const alone = entry.signers.length === 1 || outcome.alone || outcome.keepsOpen;
  if (alone && !secondSigner(entry.step, outcome.id, act.role)) {
    conclude(draft, entry, outcome);
    return undefined;
  }
  return sign(draft, entry, outcome, act.role);
}

/**
 * Where silence decides, it decides at the due instant: an answer after it comes too late even if the lapse was not
 * entered yet. A person who must be released is not kept because a process was slow.
 */
function isDecidedBySilence(draft: Draft, entry: CompiledStep): boolean {
  const { clock } = draft.state.steps[entry.id]!.open!;
  if (!clock || clock.pausedAt !== undefined) return false;
  const due = clock.marks.find((mark) => mark.mark === 'due');
  if (!due || due.at > draft.at) return false;
  const lapse = lapseOf(draft, entry);
  return lapse !== undefined && !lapse.keepsOpen;
}

/** The outcome silence about a step with a deadline produces at this moment, if it acts at all. */
export function lapseOf(draft: Draft, entry: CompiledStep): Outcome | undefined {
  const { outcomes } = entry.step;
  const deadline = entry.step.deadline!;
  if (deadline.lapseIf && !evaluate(deadline.lapseIf, draft.view)) return undefined;
  // An agreement that ended since the run was started no longer makes silence an acceptance.
  if (deadline.silence === 'L5' && draft.compiled.pack && agreementSilence(draft) === 'none') {
    return undefined;
  }
  return outcomes.find((candidate) => candidate.id === deadline.lapse);
}

function sign(
  draft: Draft,
  entry: CompiledStep,
  outcome: Outcome,
  role: string,
): Refusal | undefined {
  const open = draft.state.steps[entry.id]!.open!;
  open.signatures ??= {};
  const { signatures } = open;
  const unseconded = findUnseconded(entry.step, open, role)?.outcome === outcome.id;
  if (signatures[role]?.outcome === outcome.id && !unseconded) {
    return refusal('already-signed', { step: entry.id });
  }
  const awaitsSecond = !unseconded && secondSigner(entry.step, outcome.id, role) === role;
  signatures[role] = {
    outcome: outcome.id,
    at: draft.at,
    ...(unseconded ? { seconded: true } : {}),
  };
  draft.effects.push({
    type: 'step-signed',
    step: entry.id,
    opening: open.opening,
    role,
    outcome: outcome.id,
    ...(awaitsSecond ? { awaitsSecond } : {}),
  });
  if (awaitsSecond) notifySecond(draft, entry, role);
  const needed = outcome.alone ? [role] : entry.signers;
  const all = needed.every(
    (one) => signatures[one]?.outcome === outcome.id && !findUnseconded(entry.step, open, one),
  );
  if (all) conclude(draft, entry, outcome);
  return undefined;
}

/** Closes an open step with an outcome, chosen by people or produced by silence, and lets it take effect. */
export function conclude(
  draft: Draft,
  entry: CompiledStep,
  outcome: Outcome,
  bySilence = false,
): void {
  const state = stepState(draft, entry.id);
  const open = state.open!;
  state.outcome = outcome.id;
  touch(draft, answersKey(entry.id));
  touchStep(draft, entry.id);
  if (outcome.keepsOpen) {
    establish(draft, `${entry.id}:${outcome.id}`);
    if (outcome.lowers) noteLowered(draft, entry, outcome, open.opening);
    takeEffect(draft, entry, outcome, open, bySilence);
    return;
  }
  delete state.open;
  if (outcome.keepsTimeLeft && open.clock) {
    if (open.clock.pausedAt === undefined) pauseClock(open.clock, draft.at);
    state.heldClock = open.clock;
  }
  draft.effects.push({
    type: 'step-closed',
    step: entry.id,
    opening: open.opening,
    outcome: outcome.id,
    ...(bySilence ? { bySilence: true as const } : {}),
  });
  establish(draft, `${entry.id}:${outcome.id}`);
  if (outcome.lowers) noteLowered(draft, entry, outcome, open.opening);
  continueSeries(draft, entry, outcome);
  takeEffect(draft, entry, outcome, open, bySilence);
  share(draft, entry, outcome, open.opening);
  noteRecallAnswer(draft, entry, outcome, open.opening);
}

/** What an answer does to the run, its person's line and the list, whether or not the step stays open. */
function takeEffect(
  draft: Draft,
  entry: CompiledStep,
  outcome: Outcome,
  open: OpenStep,
  bySilence: boolean,
): void {
  applyConsequences(draft, outcome, endsOf(open));
  if (!bySilence) moveSeat(draft, entry, outcome);
  if (outcome.manifest) freezeList(draft);
}

function continueSeries(draft: Draft, entry: CompiledStep, outcome: Outcome): void {
  const state = stepState(draft, entry.id);
  if (!state.series) return;
  state.series = { ...state.series, next: state.series.next + 1 };
  if (outcome.endsSeries || state.series.next >= entry.step.series!.at.length) {
    delete state.series;
    establish(draft, `finished:${entry.id}`);
  } else state.armed = true;
}

function share(draft: Draft, entry: CompiledStep, outcome: Outcome, opening: number): void {
  for (const entryShare of entry.step.shares ?? []) {
    if (entryShare.on && !entryShare.on.includes(outcome.id)) continue;
    const key = `${entry.id}#${opening}:${entryShare.id}`;
    const of = { share: key, step: entry.id, opening, to: entryShare.to };
    // Data never goes to a stand-in: a share for a role nobody fills is not sent to the lead instead.
    const { definition } = draft.compiled;
    const categories = toldTo(definition, entryShare);
    const nobody =
      draft.state.bindings[entryShare.to] === undefined ||
      isCutOff(definition, draft.state, entryShare.to) ||
      categories.length === 0;
    const withheld = withheldWhile(definition, entryShare);
    if (nobody || (withheld && evaluate(withheld, draft.view))) {
      draft.effects.push({ type: 'share-suppressed', ...of });
      continue;
    }
    noteReceived(draft, key, entry.step, entryShare);
    const { acknowledge } = entryShare;
    let acknowledgeBy: number | undefined;
    if (acknowledge && !draft.state.ending) {
      const { length, unit } = acknowledge;
      const days = calendarOf(draft, bindingOf(draft, entryShare.to));
      const by = dueAt({ length, unit, startAt: draft.at, ...days });
      acknowledgeBy = by;
      draft.state.acknowledgements[key] = {
        role: entryShare.to,
        unit,
        clock: {
          startAt: draft.at,
          dueAt: by,
          marks: ladder({ silence: 'L1', startAt: draft.at, dueAt: by }),
        },
      };
    }
    draft.effects.push({
      type: 'share-released',
      ...of,
      categories,
      ...(acknowledgeBy === undefined ? {} : { acknowledgeBy }),
    });
  }
}

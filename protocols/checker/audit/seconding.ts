import type { Act } from '../../core/acts.js';
import { findUnseconded } from '../../core/signing.js';
import type { RunState } from '../../core/state.js';
import { isReleaseToOrigin, releasing } from '../../language/origin.js';
import type { Step } from '../../language/step.js';
import type { Model } from '../model.js';
import { nameStep, t } from '../words.js';
import type { Entry, Moment } from './moment.js';

type Answer = Extract<Act, { type: 'step-completed' }>;

/** The answer an act confirms as the second person's; undefined where it is the first, or needs none. */
export function secondedBy(model: Model, before: RunState | undefined, act: Act) {
  if (act.type !== 'step-completed') return undefined;
  const step = model.steps.get(act.step);
  const open = before?.steps[act.step]?.open;
  if (!step || !open || open.opening !== act.opening) return undefined;
  return findUnseconded(step, open, act.role)?.outcome === act.outcome ? { step, act } : undefined;
}

/**
 * Two people gave an answer that takes two: whoever confirms it is another account of the institution that gave it. Acts carry
 * no account, so the rules cannot know; the door refuses it, and here it is seen whether it ever let it pass.
 */
export function auditSeconding({ model, entry, before, past, report }: Moment): void {
  const second = secondedBy(model, before, entry.act);
  if (!second) return;
  const { step, act } = second;
  const first = past.slice(0, -1).findLast((one) => isFirstOf(one, act));
  const { institution, account } = first?.actor ?? {};
  if (account !== entry.actor.account && institution === entry.actor.institution) return;
  const name = nameStep(model, step.id);
  report(
    tellsOrigin(model, step, act.outcome) ? 'INV-P7' : 'INV-A17',
    t(
      `En ${name.es} confirmó la respuesta quien la había dado, o alguien de otra institución: hacen falta dos personas.`,
      `In ${name.en} whoever had given the answer confirmed it, or somebody of another institution: it takes two people.`,
    ),
  );
}

function isFirstOf({ act }: Entry, second: Answer): boolean {
  return (
    act.type === 'step-completed' &&
    act.step === second.step &&
    act.opening === second.opening &&
    act.role === second.role &&
    act.outcome === second.outcome
  );
}

function tellsOrigin(model: Model, step: Step, outcome: string): boolean {
  return (step.shares ?? []).some(
    (share) =>
      isReleaseToOrigin(step, share, model.role) &&
      releasing(step, share).some(({ id }) => id === outcome),
  );
}

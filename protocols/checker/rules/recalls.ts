import { positiveAtoms } from '../../language/condition.js';
import { withheldWhile } from '../../language/consent.js';
import { coversCategory, coversShare } from '../../language/recall.js';
import { type Share, type Step, signers } from '../../language/step.js';
import { ARRIVED } from '../model.js';
import { factOf } from '../moves.js';
import { type Scope, type Shown, shortestWay } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { nameEvent, nameStep } from '../words.js';
import { isSuppressed } from './disclosure.js';

/** The answers of a step that release a share. */
function releasing(step: Step, { on }: Share) {
  return step.outcomes.filter(({ id, keepsOpen }) => (on ? on.includes(id) : !keepsOpen));
}

/**
 * Whether a share goes out only because somebody agreed: the step requires the fact, the share is held back without it,
 * or an answer that releases it is itself what the person agreed to.
 */
export function restsOn({ model }: Scope, step: Step, share: Share, fact: string): boolean {
  const withheld = withheldWhile(model.definition, share);
  if (step.requires?.includes(fact) || isSuppressed(withheld, fact)) return true;
  return releasing(step, share).some(({ sets }) => sets?.some((one) => factOf(one) === fact));
}

/** Whether a share is held back for certain while an attribute, by which somebody said yes, says no. */
export function needsYes({ model }: Scope, share: Share, attribute: string): boolean {
  const withheld = withheldWhile(model.definition, share);
  return withheld !== undefined && judge(withheld, knowing({}, { [attribute]: false })) === true;
}

/** Whether a role itself takes down that the person agrees: it holds the agreement, and gives up nothing it was sent. */
export function takesDown({ model }: Scope, role: string, fact: string): boolean {
  return model.setters(fact).some(({ step }) => step && signers(step).includes(role));
}

/**
 * Proves that what a share brings is taken back when an event is reported.
 *
 * Why that follows: `noteReceived` remembers the share, because the recall covers it; the guard is true for certain once
 * the event is reported and names it, so `recallPredicate` finds it established after the release; a recall requires
 * nothing and has no limit (the validator), so it opens, and `withdrawStep` and the end of the run leave it open.
 */
export function requireRecall(scope: Scope, step: Step, share: Share, event: string): void {
  const { model } = scope;
  if (!model.events.has(event)) return;
  const recalls = model.definition.steps.filter(
    ({ recalls, by }) => recalls !== undefined && by === share.to,
  );
  const isEarly = model.early.has(step);
  const atom = `event:${event}`;
  const known = knowing({
    [atom]: true,
    ...(isEarly ? Object.fromEntries(ARRIVED.map((fact) => [fact, false])) : {}),
  });
  const calledFor = recalls.filter(
    ({ when }) => positiveAtoms(when).includes(atom) && judge(when, known) === true,
  );
  const isTaken = (category: Share['categories'][number]) =>
    category === 'D13' ||
    calledFor.some(
      (recall) => coversShare(recall, step, share) && coversCategory(recall.recalls!, category),
    );
  const left = share.categories.filter((category) => !isTaken(category));
  if (left.length === 0) return;
  const fillers = {
    step: nameStep(model, step.id),
    to: share.to,
    event: nameEvent(model, event),
    categories: left.join(', '),
    id: recalls[0]?.id ?? `recall-${share.to.toLowerCase()}`,
  };
  const shown = keptWay(scope, step, share, event);
  scope.report('recall-missing', `steps/${step.id}/shares/${share.id}`, fillers, shown);
}

/** The share goes out, and then what should bring it back. */
function keptWay({ model }: Scope, step: Step, share: Share, event: string): Shown | undefined {
  const answers = new Set<unknown>(releasing(step, share));
  return shortestWay(
    model,
    [],
    (move, _, memory) => memory === 1 && move.event?.id === event,
    (memory, move) => (move?.kind === 'answered' && answers.has(move.outcome) ? 1 : memory),
  );
}

/** Proves that only people answer a recall, and that it is pressed for until they do. */
export function requireAnswered(scope: Scope): void {
  const { model } = scope;
  for (const step of model.definition.steps) {
    if (!step.recalls) continue;
    const fillers = { step: nameStep(model, step.id) };
    if (step.deadline?.silence === 'L0') {
      scope.report('recall-unpressed', `steps/${step.id}/deadline`, fillers);
    }
    const causes = positiveAtoms(step.when).filter((atom) => atom.startsWith('event:'));
    for (const move of model.moves) {
      if (move.step !== step || move.kind !== 'silence') continue;
      const tracked = [`open:${step.id}`, ...causes.slice(0, 8)];
      const shown = shortestWay(model, tracked, (next) => next === move);
      scope.report('recall-by-silence', `${move.where}`, fillers, shown);
    }
  }
}

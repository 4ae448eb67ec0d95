import { coversShare } from '../recalled.js';
import type { Outcome, Step } from '../step.js';
import type { Scope } from './scope.js';

/** What would keep a recall from opening, or make it do more than take data back. */
const NO_PARTS = [
  'requires',
  'effects',
  'clearsAtOpening',
  'notBefore',
  'ahead',
  'limit',
  'series',
  'shares',
] as const satisfies readonly (keyof Step)[];
const NO_CONSEQUENCES = [
  'clears',
  'sets',
  'assigns',
  'withdraws',
  'ends',
  'continues',
  'seat',
  'manifest',
  'keepsTimeLeft',
] as const satisfies readonly (keyof Outcome)[];

/** The steps that take data back: one role each, always possible, answered about the data and nothing else. */
export function checkRecalls(scope: Scope): void {
  const asked = new Set<string>();
  for (const step of scope.definition.steps) {
    const where = `steps/${step.id}`;
    if (!step.recalls) {
      for (const { id, recalled } of step.outcomes) {
        if (!recalled) continue;
        const of = { part: 'recalled', needs: 'recalls' };
        scope.report('part-without-effect', `${where}/outcomes/${id}`, of);
      }
      continue;
    }
    for (const part of NO_PARTS) {
      if (step[part] !== undefined) scope.report('recall-part', where, { part });
    }
    if (typeof step.by !== 'string' || asked.has(step.by)) {
      scope.report('recall-role', `${where}/by`, { role: String(step.by) });
    } else asked.add(step.by);
    if (!step.deadline) {
      scope.report('deadline-missing', where, { step: step.id, kind: step.kind });
    }
    for (const id of step.recalls.from ?? []) scope.resolve('step', id, `${where}/recalls/from`);
    const takesAny = scope.definition.steps.some((of) =>
      of.shares?.some((share) => coversShare(step, of, share)),
    );
    if (!takesAny) scope.report('recall-never', `${where}/recalls`, { role: String(step.by) });
    for (const outcome of step.outcomes) checkAnswer(scope, step, outcome);
  }
}

function checkAnswer(scope: Scope, { id, form }: Step, outcome: Outcome): void {
  const where = `steps/${id}/outcomes/${outcome.id}`;
  for (const part of NO_CONSEQUENCES) {
    if (outcome[part] !== undefined) scope.report('recall-part', where, { part });
  }
  const isInterim = outcome.keepsOpen !== undefined;
  if ((outcome.recalled === undefined) !== isInterim) scope.report('recall-answer', where);
  if (outcome.recalled !== 'kept') return;
  const asksWhy = form?.some(
    ({ required }) =>
      required === true || (Array.isArray(required) && required.includes(outcome.id)),
  );
  if (!asksWhy) scope.report('recall-kept-why', where);
}

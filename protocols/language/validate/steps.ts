import { type Share, type Step, signers } from '../step.js';
import { checkAtom } from './conditions.js';
import { checkLength } from './lengths.js';
import { reportNotFound, type Scope } from './scope.js';

/** Each step on its own: who, where, what it needs, its outcomes, its series, and what it shares. */
export function checkSteps(scope: Scope): void {
  for (const step of scope.definition.steps) {
    const where = `steps/${step.id}`;
    scope.resolve('stage', step.stage, `${where}/stage`);
    checkSigners(scope, step, where);
    for (const fact of step.requires ?? []) {
      scope.resolve('fact', fact, `${where}/requires`);
      if (!step.clearsAtOpening?.includes(fact)) continue;
      scope.report('requires-cleared', where, { step: step.id, fact });
    }
    for (const fact of step.clearsAtOpening ?? []) {
      scope.resolve('fact', fact, `${where}/clearsAtOpening`);
    }
    if (step.limit !== undefined && (!Number.isInteger(step.limit) || step.limit < 1)) {
      scope.report('value-form', `${where}/limit`, { value: step.limit, form: '≥ 1' });
    }
    checkSecondPerson(scope, step, where);
    checkTiming(scope, step, where);
    checkOutcomes(scope, step, where);
    checkShares(scope, step, where);
  }
}

function checkSigners(scope: Scope, step: Step, where: string): void {
  const roles = signers(step);
  if (roles.length === 0) scope.report('empty', `${where}/by`);
  for (const role of roles) scope.resolve('role', role, `${where}/by`);
  if (new Set(roles).size < roles.length) {
    scope.report('id-twice', `${where}/by`, { id: roles.join(', ') });
  }
}

/** A second person confirms an answer that people gave and that takes effect at once. */
function checkSecondPerson(scope: Scope, step: Step, where: string): void {
  const path = `${where}/secondPerson`;
  if (step.secondPerson?.length === 0) scope.report('empty', path);
  for (const id of step.secondPerson ?? []) {
    const outcome = step.outcomes.find((candidate) => candidate.id === id);
    if (!outcome) reportNotFound(scope, 'outcome', id, path);
    for (const other of ['keepsOpen', 'bySilence'] as const) {
      if (outcome?.[other]) scope.report('parts-exclude', path, { part: 'secondPerson', other });
    }
  }
}

function checkTiming(scope: Scope, step: Step, where: string): void {
  const { notBefore, series, limit } = step;
  if (notBefore) {
    scope.resolve('date', notBefore.before, `${where}/notBefore`);
    checkLength(scope, notBefore, `${where}/notBefore`, 0);
  }
  checkAhead(scope, step, where);
  if (!series) return;
  if (notBefore) scope.report('parts-exclude', where, { part: 'notBefore', other: 'series' });
  checkAtom(scope, series.after, `${where}/series/after`);
  if (series.at.length === 0) scope.report('empty', `${where}/series/at`);
  series.at.forEach((distance, index) => {
    checkLength(scope, distance, `${where}/series/at`, 0);
    const before = series.at[index - 1];
    if (before && before.unit === distance.unit && before.length >= distance.length) {
      scope.report('series-order', `${where}/series/at`);
    }
  });
  if (limit !== undefined && limit < series.at.length) {
    scope.report('series-over-limit', where, { step: step.id, count: series.at.length, limit });
  }
}

const LONGEST_AHEAD_HOURS = 720;

/** Whoever receives is told by people, with outcomes of this step, and before a date the protocol has. */
function checkAhead(scope: Scope, { ahead, outcomes, deadline }: Step, where: string): void {
  if (!ahead) return;
  const path = `${where}/ahead`;
  const { hours, before, on } = ahead;
  scope.resolve('date', before, `${path}/before`);
  if (!Number.isInteger(hours) || hours < 1 || hours > LONGEST_AHEAD_HOURS) {
    scope.report('value-form', `${path}/hours`, { value: hours, form: `1–${LONGEST_AHEAD_HOURS}` });
  }
  if (on.length === 0) scope.report('empty', `${path}/on`);
  for (const id of on) {
    const outcome = outcomes.find((candidate) => candidate.id === id);
    if (!outcome) reportNotFound(scope, 'outcome', id, `${path}/on`);
    else if (outcome.bySilence || deadline?.lapse === id) {
      scope.report('parts-exclude', `${path}/on`, { part: 'ahead', other: 'lapse' });
    }
  }
}

function checkOutcomes(scope: Scope, step: Step, where: string): void {
  if (step.outcomes.length === 0) scope.report('empty', `${where}/outcomes`);
  else if (step.outcomes.every((outcome) => outcome.keepsOpen)) {
    scope.report('outcome-never-closes', where, { step: step.id });
  }
  for (const outcome of step.outcomes) {
    const path = `${where}/outcomes/${outcome.id}`;
    if (outcome.bySilence && step.deadline?.lapse !== outcome.id) {
      scope.report('by-silence-never', path, { step: step.id, outcome: outcome.id });
    }
    if (outcome.alone && signers(step).length < 2) scope.report('alone-unneeded', path);
    if (outcome.despiteMissing && !step.requires?.length) scope.report('despite-unneeded', path);
    const without = (part: string, needs: string) =>
      scope.report('part-without-effect', path, { part, needs });
    if (outcome.endsSeries && !step.series) without('endsSeries', 'series');
    if (outcome.keepsTimeLeft) {
      const from = step.deadline?.from;
      if (!step.deadline) without('keepsTimeLeft', 'deadline');
      else if (typeof from === 'object' && 'before' in from) {
        scope.report('parts-exclude', path, { part: 'keepsTimeLeft', other: 'from: before' });
      }
    }
    if (outcome.lowers && outcome.bySilence) {
      scope.report('parts-exclude', path, { part: 'lowers', other: 'bySilence' });
    }
    for (const part of ['keepsTimeLeft', 'endsSeries', 'alone', 'lowers'] as const) {
      if (outcome.keepsOpen && outcome[part]) {
        scope.report('parts-exclude', path, { part, other: 'keepsOpen' });
      }
    }
  }
}

function checkShares(scope: Scope, step: Step, where: string): void {
  if (step.kind === 'share' && !step.shares?.length) {
    scope.report('shares-missing', where, { step: step.id });
  }
  for (const share of step.shares ?? []) {
    const path = `${where}/shares/${share.id}`;
    scope.resolve('role', share.to, `${path}/to`);
    if (share.categories.length === 0) scope.report('empty', `${path}/categories`);
    if (new Set(share.categories).size < share.categories.length) {
      scope.report('id-twice', `${path}/categories`, { id: share.categories.join(', ') });
    }
    checkOnly(scope, share, path);
    if (share.on?.length === 0) scope.report('empty', `${path}/on`);
    for (const id of share.on ?? []) {
      const outcome = step.outcomes.find((candidate) => candidate.id === id);
      if (!outcome) reportNotFound(scope, 'outcome', id, `${path}/on`);
      else if (outcome.keepsOpen) scope.report('share-never', `${path}/on`, { outcome: id });
    }
    if (share.acknowledge) checkLength(scope, share.acknowledge, `${path}/acknowledge`, 1);
  }
}

/** A share kept to some fields names fields of what it shares, and some of each category: else a name slipped in or fell out. */
function checkOnly(scope: Scope, { only, categories }: Share, path: string): void {
  if (!only) return;
  const { steps, events } = scope.definition;
  const fields = [...steps, ...events].flatMap(({ form }) => form ?? []);
  const categoryOf = new Map(fields.map(({ id, category }) => [id, category]));
  const named = only.map((id) => ({ id, category: categoryOf.get(id) }));
  for (const { id, category } of named) {
    if (category && categories.includes(category)) continue;
    scope.report('share-only', `${path}/only`, { field: id });
  }
  for (const category of categories) {
    if (named.some((one) => one.category === category)) continue;
    scope.report('share-only-none', `${path}/only`, { category });
  }
}

import { namesIn } from '../condition.js';
import type { Definition } from '../definition.js';
import { signers } from '../step.js';
import { consequencesOf, factOf, type NameKind, type Scope } from './scope.js';

type Uses = Record<NameKind, Set<string>>;

/** What is declared and never used, and what is waited for though nothing brings it about. */
export function checkUses(scope: Scope): void {
  const { definition } = scope;
  const used = usesOf(definition);
  const set = new Set<string>();
  for (const { does } of consequencesOf(definition)) {
    for (const setting of does.sets ?? []) set.add(factOf(setting));
  }
  for (const fact of definition.facts) {
    if (!used.fact.has(fact.id) && !set.has(fact.id)) scope.report('unused', `facts/${fact.id}`);
    else if (used.fact.has(fact.id) && !set.has(fact.id) && !fact.initially) {
      scope.report('fact-never-set', `facts/${fact.id}`, { fact: fact.id });
    }
  }
  const planned = new Set(fieldsOf(definition).map((field) => field.plans));
  for (const { id } of definition.dates) {
    if (!used.date.has(id)) scope.report('unused', `dates/${id}`);
    else if (!planned.has(id)) scope.report('date-never-planned', `dates/${id}`, { date: id });
  }
  for (const [kind, list] of [
    ['role', 'roles'],
    ['stage', 'stages'],
    ['ending', 'endings'],
  ] as const) {
    for (const { id } of definition[list]) {
      if (!used[kind].has(id)) scope.report('unused', `${list}/${id}`);
    }
  }
}

function fieldsOf(definition: Definition) {
  return [...definition.steps, ...definition.events].flatMap((entry) => entry.form ?? []);
}

function usesOf(definition: Definition): Uses {
  const uses: Uses = {
    role: new Set([definition.lead, ...(definition.monitor ? [definition.monitor] : [])]),
    attribute: new Set(),
    fact: new Set(),
    date: new Set(),
    stage: new Set(definition.steps.map((step) => step.stage)),
    step: new Set(),
    event: new Set(),
    ending: new Set(),
    purpose: new Set(),
  };
  const asks = (condition: Parameters<typeof namesIn>[0] | undefined) => {
    if (condition === undefined) return;
    for (const atom of namesIn(condition).atoms) {
      if (!atom.includes(':')) uses.fact.add(atom);
      else if (atom.startsWith('expired:')) uses.fact.add(atom.slice('expired:'.length));
    }
  };
  for (const step of definition.steps) {
    for (const role of signers(step)) uses.role.add(role);
    for (const share of step.shares ?? []) {
      uses.role.add(share.to);
      asks(share.unless);
    }
    for (const fact of step.requires ?? []) uses.fact.add(fact);
    for (const fact of step.deadline?.pausedWhile ?? []) uses.fact.add(fact);
    asks(step.when);
    asks(step.deadline?.lapseIf);
    const from = step.deadline?.from;
    if (typeof from === 'object' && 'before' in from) uses.date.add(from.before);
    if (step.notBefore) uses.date.add(step.notBefore.before);
    if (step.ahead) uses.date.add(step.ahead.before);
  }
  for (const event of definition.events) {
    asks(event.while);
    if (typeof event.by !== 'string') for (const role of event.by) uses.role.add(role);
  }
  for (const { holds, reconfirm } of definition.consents ?? []) {
    if ('fact' in holds) uses.fact.add(holds.fact);
    if (reconfirm) uses.fact.add(reconfirm.fact);
  }
  asks(definition.minorWhen);
  const { family } = definition;
  for (const condition of family ? [family.held, family.stays, family.gone] : []) asks(condition);
  for (const { ready } of family?.joins ?? []) asks(ready);
  asks(definition.seat?.protectedWhen);
  const { seat, operation } = definition;
  if (seat) uses.date.add(seat.date);
  if (operation) {
    for (const date of [operation.departure, operation.latest]) uses.date.add(date);
    for (const fact of [operation.seating, operation.live, operation.boarded]) uses.fact.add(fact);
  }
  for (const { does } of consequencesOf(definition)) if (does.ends) uses.ending.add(does.ends);
  return uses;
}

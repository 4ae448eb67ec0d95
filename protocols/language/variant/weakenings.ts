import type { Definition, ProtocolEvent } from '../definition.js';
import { canonicalJson } from '../fingerprint.js';
import { signers } from '../step.js';
import type { Step } from '../step.js';
import { addedStepFindings } from './added-steps.js';
import { blockingAdditions } from './additions.js';
import { weakerConsequences } from './weaker-consequences.js';
import { weakerDeadline } from './weaker-deadline.js';
import { weakerForm, weakerShares } from './weaker-sharing.js';
import { type Weakening, weakening } from './weakening-words.js';

/**
 * Everything in which a definition is less safe than the one it comes from: a step, event, requirement, signature,
 * clearing or notice taken away, a fact given where it was not, a silence that protects less, data for more people. An
 * empty list is the proof for INV-A19 (a country's variant) and INV-A18 (a later version): every departure, handover
 * and disclosure the new definition allows needs at least what the old one needed, by the same outcomes of the same
 * steps, and everything that took a requirement away still does. What was only added is judged by `added-steps.ts`
 * and `additions.ts`.
 */
export function findWeakenings(base: Definition, changed: Definition): Weakening[] {
  return [
    ...frame(base, changed),
    ...roles(base, changed),
    ...base.steps.flatMap((step) => {
      const now = changed.steps.find(({ id }) => id === step.id);
      const where = `steps/${step.id}`;
      return now
        ? weakerStep(base, step, now)
        : [weakening('step-removed', where, { step: step.id })];
    }),
    ...base.events.flatMap((event) => {
      const now = changed.events.find(({ id }) => id === event.id);
      const where = `events/${event.id}`;
      return now ? weakerEvent(base, event, now) : [weakening('event-removed', where, { event: event.id })];
    }),
    ...addedStepFindings(base, changed),
    ...blockingAdditions(base, changed),
  ];
}

/** Parts of a definition that say what it is about and who answers for it. */
const FRAME = ['id', 'regime', 'lead', 'monitor', 'endings'] as const;

function frame(base: Definition, changed: Definition): Weakening[] {
  const parts = FRAME.filter((part) => differs(base[part], changed[part]));
  const found = parts.map((part) => weakening('frame-changed', part, { part }));
  for (const fact of base.facts) {
    const now = changed.facts.find(({ id }) => id === fact.id);
    if (!now) found.push(weakening('frame-changed', `facts/${fact.id}`, { part: fact.id }));
    else if (now.initially !== fact.initially) {
      found.push(weakening('fact-given', `facts/${fact.id}`, { fact: fact.id }));
    }
  }
  return found;
}

/** Authorities that want the return done; they may not take over what protects the person from them. */
const INTERESTED: readonly string[] = ['MIG', 'CON'];

function roles(base: Definition, changed: Definition): Weakening[] {
  return base.roles.flatMap((role) => {
    const where = `roles/${role.id}`;
    const now = changed.roles.find(({ id }) => id === role.id);
    if (!now) return [weakening('role-changed', where, { role: role.id, part: 'id' })];
    const parts = (['side', 'optional'] as const).filter((part) => now[part] !== role[part]);
    const found = parts.map((part) => weakening('role-changed', where, { role: role.id, part }));
    const guards = base.steps.find((step) => step.safeguard && signers(step).includes(role.id));
    if (guards && now.kind !== role.kind && INTERESTED.includes(now.kind)) {
      const params = { role: role.id, step: guards.id, kind: now.kind };
      found.push(weakening('role-interested', where, params));
    }
    return found;
  });
}

/** What says when a step opens; a country cannot make a protection open later or a departure earlier. */
const OPENING = ['when', 'notBefore', 'limit', 'series'] as const;

function weakerStep(base: Definition, step: Step, now: Step): Weakening[] {
  const where = `steps/${step.id}`;
  const of = { step: step.id };
  return [
    ...(step.safeguard && !now.safeguard ? [weakening('safeguard-removed', where, of)] : []),
    ...lost(step.requires, now.requires).map((fact) =>
      weakening('requirement-removed', `${where}/requires`, { ...of, fact }),
    ),
    ...OPENING.filter((part) => differs(step[part], now[part])).map((part) =>
      weakening('opening-changed', where, { ...of, part }),
    ),
    ...(differs([...(step.effects ?? [])].sort(), [...(now.effects ?? [])].sort())
      ? [weakening('effects-changed', where, of)]
      : []),
    ...lost(signers(step), signers(now)).map((role) =>
      weakening('signer-removed', `${where}/by`, { ...of, role }),
    ),
    ...lost(step.clearsAtOpening, now.clearsAtOpening).map((fact) =>
      weakening('clearing-removed', `${where}/clearsAtOpening`, { fact }),
    ),
    ...weakerDeadline(base, step, now),
    ...weakerOutcomes(step, now, where),
    ...weakerShares(step, now),
    ...weakerForm(step, now),
  ];
}

function weakerOutcomes(step: Step, now: Step, where: string): Weakening[] {
  const kept = step.outcomes.flatMap((outcome) => {
    const path = `${where}/outcomes/${outcome.id}`;
    const after = now.outcomes.find(({ id }) => id === outcome.id);
    if (!after) return [weakening('outcome-removed', path, { step: step.id, outcome: outcome.id })];
    return weakerConsequences(outcome, after, path);
  });
  const added = now.outcomes.filter(({ id }) => !step.outcomes.some((one) => one.id === id));
  const nothing = { id: '', title: step.title } as const;
  return [
    ...kept,
    ...added.flatMap((outcome) =>
      weakerConsequences(nothing, outcome, `${where}/outcomes/${outcome.id}`),
    ),
  ];
}

function weakerEvent(base: Definition, event: ProtocolEvent, now: ProtocolEvent): Weakening[] {
  const where = `events/${event.id}`;
  const of = { event: event.id };
  const silenced =
    event.by === 'anyone'
      ? now.by !== 'anyone'
      : now.by !== 'anyone' && lost(event.by, now.by).length > 0;
  return [
    ...(silenced ? [weakening('event-narrowed', where, { ...of, part: 'by' })] : []),
    ...(differs(event.while, now.while)
      ? [weakening('event-narrowed', where, { ...of, part: 'while' })]
      : []),
    ...weakerConsequences(event, now, where, new Set(base.facts.map(({ id }) => id))),
  ];
}

/** What was in the first list and is not in the second. */
function lost(before: readonly string[] = [], after: readonly string[] = []): string[] {
  return before.filter((entry) => !after.includes(entry));
}

function differs(before: unknown, after: unknown): boolean {
  return canonicalJson(before ?? null) !== canonicalJson(after ?? null);
}

import { evaluate } from '../language/condition.js';
import { type Definition, mayReport } from '../language/definition.js';
import { packKey } from '../language/pack.js';
import { type Refusal, refusal } from '../refusals.js';
import { isDate } from '../rules/dates.js';
import type { Act, Brought, FamilyNews, FamilyPlace, Reroute } from './acts.js';
import { completeStep } from './answer.js';
import { type Compiled, compile } from './compiled.js';
import { keepConsents } from './consents.js';
import { applyConsequences, noteContinuation, takeBrought } from './consequences.js';
import { refreshAgreed } from './countries.js';
import { createDraft, type Draft, establish, type Memory } from './draft.js';
import { reachClock } from './due.js';
import type { Effect } from './effects.js';
import { expireFact } from './facts.js';
import { noteForbidden } from './forbidden-shares.js';
import { tellLowered } from './lowered.js';
import { notifyLead } from './notices.js';
import { nudge } from './nudge.js';
import { settle } from './open-steps.js';
import { callsOff, operationOf } from './operation.js';
import { changeStop, isCutOff, keepSilent } from './origin-stop.js';
import { refusePlan } from './places.js';
import { isBindable, reassign } from './reassign.js';
import { handOverRecalls, isHeardAfterEnd } from './recalls.js';
import { changeRegister } from './register.js';
import { keepSeat } from './seats.js';
import { copyState, type RunState } from './state.js';

/** The new state and what the outside must do, or why nothing happened. */
export type Applied =
  | { readonly ok: true; readonly state: RunState; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The only implementation of the rules: what an act does to a run. Pure; the given state is not changed. `state` is
 * undefined for the act that starts the run. An act dated before the last one counts as happening at the last one.
 */
export function apply(definition: Definition, state: RunState | undefined, act: Act): Applied {
  return applyTo(definition, state, act);
}

/**
 * As `apply`, for a caller who owns the state and gives it up: the same object comes back changed, and only steps that
 * what happened can concern are looked at. The same `memory`, blank at the start of the run, must come with every act
 * of the run, and all its acts must come this way. After a refusal the state may be half changed and must not be used
 * any more.
 */
export function applyOwned(
  definition: Definition,
  state: RunState | undefined,
  act: Act,
  memory: Memory,
): Applied {
  return applyTo(definition, state, act, memory);
}

function applyTo(
  definition: Definition,
  state: RunState | undefined,
  act: Act,
  memory?: Memory,
): Applied {
  const compiled = compile(definition);
  const known = checkBrought(compiled, act);
  if (known) return { ok: false, refusal: known };
  if (act.type === 'run-started') {
    if (state) return { ok: false, refusal: refusal('run-exists') };
    return start(compiled, act, memory);
  }
  if (!state) return { ok: false, refusal: refusal('run-unknown') };
  if (state.ending && !isHeardAfterEnd(compiled, act)) {
    return { ok: false, refusal: refusal('run-ended', { ending: state.ending.id }) };
  }
  const before = operationOf(definition, state);
  const hadEnded = state.ending !== undefined;
  const { lowered } = state;
  const next = memory ? state : copyState(state);
  next.seq += 1;
  next.lastAt = Math.max(state.lastAt, act.at);
  const draft = createDraft(compiled, next, next.lastAt, act, memory);
  // Who is cut off with this act is asked for nothing that ran out before it.
  const stops = act.type === 'origin-stopped';
  if (act.type !== 'clock-reached' && !stops) expireOverdue(draft);
  if ('role' in act && act.type !== 'role-reassigned' && isCutOff(definition, next, act.role)) {
    return { ok: false, refusal: refusal('run-unknown') };
  }
  const refused = dispatch(draft, act);
  if (refused) return { ok: false, refusal: refused };
  if (stops) expireOverdue(draft);
  if (act.continuation) noteContinuation(draft, act.continuation);
  settle(draft);
  if (next.ending) handOverRecalls(draft, hadEnded);
  noteForbidden(draft);
  keepConsents(draft);
  keepSeat(draft);
  tellLowered(draft, lowered);
  keepSilent(draft);
  if (callsOff(before, operationOf(definition, next)))
    draft.effects.push({ type: 'seats-called-off' });
  return { ok: true, state: next, effects: draft.effects };
}

/**
 * Validity ends at its instant, not when somebody gets round to entering that: what ran out before this act no longer
 * holds for it. Acts of time come in order by themselves.
 */
function expireOverdue(draft: Draft): void {
  if (!hasOverdue(draft)) return;
  const overdue = Object.entries(draft.state.facts)
    .filter(([, { until }]) => until !== undefined && until <= draft.at)
    .sort(([a, { until: x = 0 }], [b, { until: y = 0 }]) => x - y || (a < b ? -1 : 1));
  for (const [fact] of overdue) expireFact(draft, fact);
  settle(draft);
}

function hasOverdue({ state: { facts }, expiring, at }: Draft): boolean {
  return expiring.some((id) => (facts[id]?.until ?? Number.POSITIVE_INFINITY) <= at);
}

function dispatch(draft: Draft, act: Exclude<Act, { type: 'run-started' }>): Refusal | undefined {
  switch (act.type) {
    case 'step-completed':
      return completeStep(draft, act);
    case 'event-reported':
      return reportEvent(draft, act);
    case 'clock-reached':
      return reachClock(draft, act);
    case 'share-acknowledged':
      return acknowledge(draft, act);
    case 'origin-stopped':
    case 'origin-lift-asked':
    case 'origin-lift-decided':
      return changeStop(draft, act);
    case 'role-reassigned':
      return reassign(draft, act);
    case 'family-joined':
      return joinFamily(draft, act);
    case 'register-changed':
      return changeRegister(draft, act);
    case 'step-nudged':
      return nudge(draft, act);
  }
}

function start(
  compiled: Compiled,
  act: Extract<Act, { type: 'run-started' }>,
  memory?: Memory,
): Applied {
  const { definition, pack } = compiled;
  if ((act.pack && packKey(act.pack)) !== (pack && packKey(pack))) {
    return { ok: false, refusal: refusal('pack-unfit', { pack: act.pack?.id ?? '-' }) };
  }
  const vacant = definition.roles.filter((role) => !role.optional && !act.bindings[role.id]);
  for (const role of vacant) {
    // A person who is carried over must not wait for an entry of the directory; the lead stands in and is told.
    if (!act.reroute || role.id === definition.lead) {
      return { ok: false, refusal: refusal('role-unbound', { role: role.id }) };
    }
  }
  for (const role of Object.keys(act.bindings)) {
    if (!isBindable(compiled, role)) {
      return { ok: false, refusal: refusal('role-unknown', { role }) };
    }
  }
  if (act.family && !definition.family) {
    return { ok: false, refusal: refusal('family-unknown', { protocol: definition.id }) };
  }
  const attributes: RunState['attributes'] = {};
  for (const attribute of definition.attributes) {
    const given = act.assigns?.[attribute.id] ?? attribute.initially;
    if (given === undefined && attribute.atStart && !act.reroute) {
      return { ok: false, refusal: refusal('attribute-missing', { attribute: attribute.id }) };
    }
    if (given !== undefined) attributes[attribute.id] = given;
  }
  const state: RunState = {
    v: 1,
    seq: 1,
    tick: 0,
    startedAt: act.at,
    lastAt: act.at,
    ...(pack ? { pack: packKey(pack) } : {}),
    ...(act.register ? { register: act.register } : {}),
    bindings: { ...act.bindings },
    attributes,
    dates: { ...act.dates },
    ...(act.refers ? { refers: { ...act.refers } } : {}),
    facts: {},
    established: {},
    steps: {},
    acknowledgements: {},
    ...(act.family ? { family: placeOf(act.family) } : {}),
    ...(act.reroute ? { origin: originOf(act.reroute) } : {}),
    ...(act.reroute?.lowered ? { lowered: act.reroute.lowered } : {}),
    ...(act.originStop ? { originStop: act.originStop } : {}),
  };
  const draft = createDraft(compiled, state, act.at, act, memory);
  refreshAgreed(draft);
  const contradicted = Object.keys(act.assigns ?? {}).find(
    (id) => state.attributes[id] !== act.assigns?.[id],
  );
  if (contradicted) {
    return { ok: false, refusal: refusal('attribute-agreed', { attribute: contradicted }) };
  }
  const outOfPlace = refusePlan(draft, act);
  if (outOfPlace) return { ok: false, refusal: outOfPlace };
  establish(draft, 'start');
  for (const fact of definition.facts) {
    if (!fact.initially) continue;
    state.facts[fact.id] = {};
    establish(draft, fact.id);
  }
  settle(draft);
  keepConsents(draft);
  if (vacant.length > 0) notifyLead(draft, 'vacant');
  keepSilent(draft);
  return { ok: true, state, effects: draft.effects };
}

function reportEvent(
  draft: Draft,
  act: Extract<Act, { type: 'event-reported' }>,
): Refusal | undefined {
  const event = draft.compiled.events.get(act.event);
  if (!event) return refusal('event-unknown', { event: act.event });
  if (!act.carried && !mayReport(event, act.role)) {
    return refusal('event-not-allowed', { event: act.event });
  }
  if (event.while && !evaluate(event.while, draft.view)) {
    return refusal('event-too-late', { event: act.event });
  }
  const outOfPlace = refusePlan(draft, act);
  if (outOfPlace) return outOfPlace;
  takeBrought(draft, act);
  if (act.family) noteFamily(draft, act.family);
  establish(draft, `event:${act.event}`);
  applyConsequences(draft, event);
  return undefined;
}

function joinFamily(draft: Draft, place: FamilyPlace): Refusal | undefined {
  const { definition } = draft.compiled;
  if (!definition.family) return refusal('family-unknown', { protocol: definition.id });
  if (draft.state.family) return refusal('family-known');
  draft.state.family = placeOf(place);
  return undefined;
}

function originOf({ fromRun, fromSeq, fromProtocol }: Reroute): NonNullable<RunState['origin']> {
  return { run: fromRun, seq: fromSeq, protocol: fromProtocol };
}

function placeOf({ unit, member, others }: FamilyPlace): NonNullable<RunState['family']> {
  return { unit, member, others: { ...others }, broken: [] };
}

function noteFamily(draft: Draft, news: FamilyNews): void {
  const { family } = draft.state;
  if (!family) return;
  if ('others' in news) {
    draft.state.family = { ...family, others: { ...family.others, ...news.others } };
    return;
  }
  const broken = family.broken.filter((id) => id !== news.join);
  draft.state.family = { ...family, broken: news.met ? broken : [...broken, news.join] };
}

function acknowledge(
  draft: Draft,
  act: Extract<Act, { type: 'share-acknowledged' }>,
): Refusal | undefined {
  const waiting = draft.state.acknowledgements[act.share];
  if (!waiting) return refusal('share-unknown');
  if (waiting.role !== act.role) return refusal('not-recipient');
  delete draft.state.acknowledgements[act.share];
  return undefined;
}

/** Attributes and dates must be declared and of the declared type, whatever act brings them. */
function checkBrought({ definition }: Compiled, act: Act & Brought): Refusal | undefined {
  for (const [id, value] of Object.entries(act.assigns ?? {})) {
    const attribute = definition.attributes.find((candidate) => candidate.id === id);
    if (!attribute) return refusal('attribute-unknown', { attribute: id });
    const fits =
      attribute.type === 'code'
        ? (attribute.options ?? []).some((option) => option.id === value)
        : typeof value === attribute.type;
    if (!fits) return refusal('attribute-invalid', { attribute: id });
  }
  for (const [id, at] of Object.entries(act.dates ?? {})) {
    if (!definition.dates.some((date) => date.id === id))
      return refusal('date-unknown', { date: id });
    const possible = at > act.at - LONGEST_BACK && at < act.at + LONGEST_AHEAD;
    if (!Number.isInteger(at) || !possible) return refusal('date-invalid', { date: id });
  }
  for (const [id, on] of Object.entries(act.ends ?? {})) {
    if (!definition.facts.some((fact) => fact.id === id) || !isDate(on)) {
      return refusal('last-day-invalid', { fact: id });
    }
  }
  for (const [id, code] of Object.entries(act.refers ?? {})) {
    if (!REFERENCE.test(code)) return refusal('reference-invalid', { reference: id });
  }
  return undefined;
}

/** A code of something outside the run: no spaces, so no name fits in by accident. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const YEAR = 366 * 86_400_000;
/** A planned date further away is a slip of the pen, and no calendar reaches there. */
const LONGEST_BACK = YEAR;
const LONGEST_AHEAD = 5 * YEAR;

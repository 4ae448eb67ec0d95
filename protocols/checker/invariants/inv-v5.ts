import { type Consent, findConsent } from '../../language/consent.js';
import type { ProtocolEvent } from '../../language/definition.js';
import type { Consequences, Outcome, Step } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { factOf } from '../moves.js';
import { requireConsentClocks } from '../rules/consent-clocks.js';
import type { Scope } from '../scope.js';
import { judge, knowing } from '../truth.js';
import { nameOutcome, nameStep, t } from '../words.js';

/**
 * What says that a consent holds is a fact or attribute of its own, which nothing but an answer that gives this consent
 * makes hold, and no answer gives two that cannot be given apart. So one ends with another only where the same
 * outcome or event clears both; that is looked at for each. Every consent is asked somewhere and is taken back by an
 * event every party may report, in every state (`reportEvent` refuses only by `by` and `while`), which moves nobody
 * anywhere. Whoever no longer wants to go home may thereby end what was to be told for the journey, not the reverse.
 */
export const invV5: Invariant = {
  id: 'INV-V5',
  regimes: MOVING,
  must: t(
    'Cada consentimiento vale solo para lo suyo, se retira en todo momento sin consecuencia, y negar uno no cierra los demás.',
    'Each consent is good for its own purpose only, is taken back at any time without consequence, and refusing one closes no other.',
  ),
  source: 'GCM objective 21(b)',
  check(scope) {
    const { definition } = scope.model;
    for (const consent of definition.consents ?? []) {
      checkAsked(scope, consent);
      checkTaken(scope, consent);
      checkRevocable(scope, consent);
    }
    for (const step of definition.steps) {
      checkGiven(scope, step);
      checkBundled(scope, step);
      const own = step.consent?.map(({ purpose }) => purpose) ?? [];
      for (const { purpose, refuses = [] } of step.consent ?? []) {
        for (const outcome of step.outcomes.filter(({ id }) => refuses.includes(id))) {
          checkAlone(scope, `steps/${step.id}/outcomes/${outcome.id}`, outcome, [purpose], own);
          checkRefused(scope, step, outcome, purpose);
        }
      }
    }
    for (const event of definition.events) {
      if (!event.revokes?.length) continue;
      checkEnded(scope, event);
      checkAlone(scope, `events/${event.id}`, event, event.revokes, event.revokes);
    }
    requireConsentClocks(scope);
  },
};

function checkAsked(scope: Scope, { id }: Consent): void {
  const { steps } = scope.model.definition;
  const isAsked = steps.some(({ consent }) =>
    consent?.some(({ purpose, gives }) => purpose === id && gives?.length),
  );
  if (!isAsked) scope.report('consent-unasked', `consents/${id}`, { purpose: id });
}

/** What says that a consent holds says so only by an answer in which the person gave it. */
function checkTaken(scope: Scope, { id, holds, reconfirm }: Consent): void {
  const { definition } = scope.model;
  const isGiven = (step: Step | undefined, outcome: string | undefined, again = false) =>
    step?.consent?.some(
      ({ purpose, gives = [], reconfirms = [] }) =>
        purpose === id && (again ? reconfirms : gives).some((one) => one === outcome),
    ) ?? false;
  const taken = (where: string, marks: string) =>
    scope.report('consent-taken', where, { purpose: id, marks });
  for (const [fact, again] of [
    ...('fact' in holds ? [[holds.fact, false] as const] : []),
    ...(reconfirm ? [[reconfirm.fact, true] as const] : []),
  ]) {
    if (definition.facts.some((one) => one.id === fact && one.initially))
      taken(`facts/${fact}`, fact);
    for (const { step, outcome, where, sets, kind } of scope.model.setters(fact)) {
      // For a child a panel decides; that is no consent, and nobody calls it one.
      if (sets.includes('bidReturn')) continue;
      if (kind !== 'answered' || !isGiven(step, outcome?.id, again)) taken(where, fact);
    }
  }
  if (!('attribute' in holds)) return;
  const { attribute } = holds;
  const declared = definition.attributes.find((one) => one.id === attribute);
  if (declared?.initially === true || declared?.atStart)
    taken(`attributes/${attribute}`, attribute);
  for (const { outcome, event, step, where, kind } of scope.model.moves) {
    if ((outcome ?? event)?.assigns?.[attribute] !== true) continue;
    if (kind !== 'answered' || !isGiven(step, outcome?.id)) taken(where, attribute);
  }
  for (const entry of [...definition.steps, ...definition.events]) {
    if (!entry.form?.some(({ assigns }) => assigns === attribute)) continue;
    const asks = 'consent' in entry && entry.consent?.some(({ purpose }) => purpose === id);
    if (!asks)
      taken(`${scope.model.steps.has(entry.id) ? 'steps' : 'events'}/${entry.id}/form`, attribute);
  }
}

/** Two consents one answer gives together can also be given apart, in the same step. */
function checkBundled(scope: Scope, step: Step): void {
  const given = (step.consent ?? []).filter(({ purpose, gives }) => {
    const consent = findConsent(scope.model.definition, purpose);
    return gives?.length && consent && 'fact' in consent.holds;
  });
  for (const [index, one] of given.entries()) {
    for (const other of given.slice(index + 1)) {
      const shared = one.gives!.filter((id) => other.gives!.includes(id));
      const isApart =
        one.gives!.some((id) => !other.gives!.includes(id)) &&
        other.gives!.some((id) => !one.gives!.includes(id));
      if (shared.length === 0 || isApart) continue;
      scope.report('consent-bundled', `steps/${step.id}/consent`, {
        step: nameStep(scope.model, step.id),
        purpose: one.purpose,
        other: other.purpose,
      });
    }
  }
}

/** Who does not agree to go home or to be told of leaves no earlier yes to that standing. */
function checkRefused(scope: Scope, step: Step, outcome: Outcome, purpose: string): void {
  const consent = findConsent(scope.model.definition, purpose);
  if (!consent || !['return', 'sharing'].includes(consent.kind)) return;
  if (!('fact' in consent.holds) || outcome.ends !== undefined || outcome.continues) return;
  const { fact } = consent.holds;
  const isGone =
    outcome.clears?.some((one) => one === fact || one === 'returnWanted') ||
    step.clearsAtOpening?.includes(fact) ||
    judge(step.when, knowing({ [fact]: true })) === false;
  if (isGone) return;
  const where = `steps/${step.id}/outcomes/${outcome.id}`;
  scope.report('consent-kept', where, { purpose, marks: fact });
}

function checkGiven(scope: Scope, step: Step): void {
  for (const { purpose, gives = [], reconfirms = [] } of step.consent ?? []) {
    const consent = findConsent(scope.model.definition, purpose);
    const wrong = (outcome: string, marks: string) =>
      scope.report('consent-not-given', `steps/${step.id}/consent/${purpose}`, {
        step: nameStep(scope.model, step.id),
        outcome: nameOutcome(scope.model, step.id, outcome),
        purpose,
        marks,
      });
    for (const outcome of step.outcomes) {
      const sets = (outcome.sets ?? []).map(factOf);
      if (gives.includes(outcome.id) && consent) {
        const { holds } = consent;
        if ('fact' in holds && !sets.includes(holds.fact)) wrong(outcome.id, holds.fact);
        if ('attribute' in holds && !isAsked(step, outcome, holds.attribute)) {
          wrong(outcome.id, holds.attribute);
        }
      }
      const again = consent?.reconfirm?.fact ?? '';
      if (reconfirms.includes(outcome.id) && !sets.includes(again)) wrong(outcome.id, again);
    }
  }
}

function isAsked({ form }: Step, { assigns }: Consequences, attribute: string): boolean {
  return assigns?.[attribute] === true || (form ?? []).some((field) => field.assigns === attribute);
}

function checkRevocable(scope: Scope, { id, kind }: Consent): void {
  const revoking = scope.model.definition.events.filter(({ revokes }) => revokes?.includes(id));
  const isRevocable = revoking.some(
    // Going home is taken back until the arrival; that it is until then is proven with the withdrawal (INV-A5).
    ({ by, while: until }) => by === 'anyone' && (until === undefined || kind === 'return'),
  );
  if (isRevocable) return;
  const [first] = revoking;
  scope.report('consent-unrevocable', first ? `events/${first.id}` : `consents/${id}`, {
    purpose: id,
  });
}

function checkEnded(scope: Scope, { id: event, revokes, clears, assigns }: ProtocolEvent): void {
  for (const { id, holds, reconfirm } of scope.model.definition.consents ?? []) {
    if (!revokes?.includes(id)) continue;
    const facts = [
      ...('fact' in holds ? [holds.fact] : []),
      ...(reconfirm ? [reconfirm.fact] : []),
    ].filter((fact) => !clears?.includes(fact));
    const asked =
      'attribute' in holds && assigns?.[holds.attribute] !== false ? [holds.attribute] : [];
    for (const marks of [...facts, ...asked]) {
      scope.report('consent-kept', `events/${event}/revokes`, { purpose: id, marks });
    }
  }
}

function checkAlone(
  scope: Scope,
  where: string,
  does: Consequences,
  refused: readonly string[],
  together: readonly string[],
): void {
  const all = scope.model.definition.consents ?? [];
  const isReturn = all.some(({ id, kind }) => kind === 'return' && refused.includes(id));
  if (!isReturn && (does.ends !== undefined || does.continues)) {
    scope.report('consent-punished', where);
  }
  for (const { id, kind, holds } of all) {
    if (together.includes(id) || (isReturn && kind === 'sharing')) continue;
    const mark = 'fact' in holds ? holds.fact : holds.attribute;
    const isEnded =
      'fact' in holds
        ? does.clears?.includes(holds.fact)
        : does.assigns?.[holds.attribute] === false;
    if (!isEnded) continue;
    const fillers = { purpose: refused.join(', '), other: id, marks: mark };
    scope.report('consent-closes-others', where, fillers);
  }
}

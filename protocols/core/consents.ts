import { evaluate } from '../language/condition.js';
import { type Consent, type ConsentAsked, holding } from '../language/consent.js';
import type { Definition } from '../language/definition.js';
import { textVersion } from './consent-record.js';
import type { Draft } from './draft.js';
import type { ConsentState, RunState } from './state.js';

/** One declared consent and where it stands in a run; nothing is known of one that was never asked. */
export interface ConsentStanding {
  readonly consent: Consent;
  readonly standing?: ConsentState;
}

/** Every consent of a protocol with where it stands, in the order of the protocol. */
export function consentsOf(definition: Definition, state: RunState): ConsentStanding[] {
  return (definition.consents ?? []).map((consent) => {
    const standing = state.consents?.[consent.id];
    return { consent, ...(standing ? { standing } : {}) };
  });
}

/** Whether the consent counts: it was given, or given and said again, and not taken back or run out. */
export function isStanding({ status }: Pick<ConsentState, 'status'>): boolean {
  return status === 'given' || status === 'reconfirmed';
}

/**
 * Notes what the act under way did to each consent. The facts and attributes that say that a consent holds are changed
 * by the rules all acts follow; here is only told what became of the consent by it, so that both can never disagree.
 */
export function keepConsents(draft: Draft): void {
  for (const consent of draft.compiled.definition.consents ?? []) {
    const before = draft.state.consents?.[consent.id];
    const after = standingAfter(draft, consent, before);
    if (after && after !== before) {
      draft.state.consents = { ...draft.state.consents, [consent.id]: after };
    }
  }
}

function standingAfter(
  draft: Draft,
  consent: Consent,
  before: ConsentState | undefined,
): ConsentState | undefined {
  const holds = evaluate(holding(consent), draft.view);
  const answer = answerTo(draft, consent);
  if (holds) {
    if (answer?.how === 'reconfirms' && confirmedNow(draft, consent)) {
      return noted(draft, consent, 'reconfirmed', answer.step);
    }
    if (answer?.how === 'gives') return noted(draft, consent, 'given', answer.step);
    // The same fact may also say that somebody else decided, as a panel does for a child: that is no consent.
    if (!before || !isStanding(before)) return askedNow(draft, consent, before);
    if (before.status === 'reconfirmed' && !confirmedNow(draft, consent)) {
      return { ...withoutEnd(before), status: 'given', ...endOf(draft, consent, 'given') };
    }
    return before;
  }
  const stood = before !== undefined && isStanding(before);
  if (answer) {
    return stood ? lost(draft, before, 'revoked', answer.step) : offered(draft, before, true);
  }
  if (stood) {
    const { act } = draft;
    const revoked =
      act.type === 'event-reported' &&
      draft.compiled.events.get(act.event)?.revokes?.includes(consent.id);
    return lost(draft, before, revoked ? 'revoked' : 'expired');
  }
  return askedNow(draft, consent, before);
}

/** A consent is offered once a step that can give it opens. */
function askedNow(
  draft: Draft,
  { id: consent }: Consent,
  before: ConsentState | undefined,
): ConsentState | undefined {
  const isAsked = draft.effects.some(
    (effect) =>
      effect.type === 'step-opened' &&
      draft.compiled.steps
        .get(effect.step)
        ?.step.consent?.some(({ purpose, gives }) => purpose === consent && gives),
  );
  return isAsked && before?.status !== 'offered' ? offered(draft, before, false) : before;
}

/** How the act under way answered the consent, if it did. */
function answerTo(
  { act, compiled, state }: Draft,
  { id }: Consent,
): { how: 'gives' | 'reconfirms' | 'refuses'; step: string } | undefined {
  if (act.type !== 'step-completed') return undefined;
  const { open, outcome } = state.steps[act.step]!;
  // A step that several must sign has said nothing until all did. One that closed may be open again already.
  if (open?.opening === act.opening && outcome !== act.outcome) return undefined;
  const asked = compiled.steps.get(act.step)?.step.consent?.find(({ purpose }) => purpose === id);
  const how = asked && howOf(asked, act.outcome);
  return how && { how, step: act.step };
}

function howOf(asked: ConsentAsked, outcome: string) {
  if (asked.reconfirms?.includes(outcome)) return 'reconfirms';
  if (asked.gives?.includes(outcome)) return 'gives';
  return asked.refuses?.includes(outcome) ? 'refuses' : undefined;
}

function confirmedNow({ state }: Draft, { reconfirm }: Consent): boolean {
  return reconfirm !== undefined && state.facts[reconfirm.fact] !== undefined;
}

function noted(
  draft: Draft,
  consent: Consent,
  status: 'given' | 'reconfirmed',
  step: string,
): ConsentState {
  return {
    status,
    at: draft.at,
    seq: draft.state.seq,
    text: textVersion(draft.compiled.definition),
    step,
    ...endOf(draft, consent, status),
  };
}

function endOf(
  { state }: Draft,
  { holds, reconfirm }: Consent,
  status: 'given' | 'reconfirmed',
): { until?: number } {
  const fact =
    status === 'reconfirmed' ? reconfirm?.fact : 'fact' in holds ? holds.fact : undefined;
  const until = fact === undefined ? undefined : state.facts[fact]?.until;
  return until === undefined ? {} : { until };
}

function withoutEnd({ until: _, ...rest }: ConsentState): ConsentState {
  return rest;
}

function offered(draft: Draft, before: ConsentState | undefined, refused: boolean): ConsentState {
  const since = before?.status === 'offered' ? before : { at: draft.at, seq: draft.state.seq };
  return {
    status: 'offered',
    at: since.at,
    seq: since.seq,
    text: textVersion(draft.compiled.definition),
    ...(refused ? { refusedAt: draft.at } : {}),
  };
}

/** A consent that stood no longer does; what it was given by is remembered. */
function lost(
  draft: Draft,
  { text, step: given }: ConsentState,
  status: 'revoked' | 'expired',
  step: string | undefined = given,
): ConsentState {
  return { status, at: draft.at, seq: draft.state.seq, text, ...(step ? { step } : {}) };
}

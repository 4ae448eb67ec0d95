import type { Condition } from '../../language/condition.js';
import type { ProtocolEvent } from '../../language/definition.js';
import { editEvent, editSteps, keeping, keptAtOpening, withoutEvent } from './edit.js';
import type { Operator } from './mutant.js';
import { CLEARINGS, invariantsOf, OPEN_EVENTS } from './rows.js';

const dropEvent: Operator = {
  id: 'drop-event',
  says: 'what must be heard at every hour can no longer be reported',
  *breaks(definition) {
    const needed: Record<string, readonly string[]> = {
      ...OPEN_EVENTS,
      'new-risk-information': ['INV-A2', 'INV-A5'],
    };
    for (const [id, expects] of Object.entries(needed)) {
      if (!definition.events.some((event) => event.id === id)) continue;
      yield { at: id, expects, definition: withoutEvent(definition, id) };
    }
  },
};

function only(event: ProtocolEvent, condition: Condition): ProtocolEvent {
  return { ...event, while: event.while ? { all: [event.while, condition] } : condition };
}

/** After these reports the person goes on under another protocol; nothing is lost by hearing them once. */
const LEADS_AWAY = ['trafficking-indicator', 'minority-claim'];

/** The event is accepted in some states before the handover only. */
const narrowEvent: Operator = {
  id: 'narrow-event',
  says: 'an event is accepted in some states only',
  *breaks(definition) {
    const declared = new Set(definition.facts.map(({ id }) => id));
    for (const [id, expects] of Object.entries(OPEN_EVENTS)) {
      if (!definition.events.some((event) => event.id === id)) continue;
      const ways: [string, Condition][] = [
        ['not-in-transit', { not: 'inTransit' }],
        ['only-before-final-check', { not: 'finalCheckPassed' }],
        ['only-once', { not: `event:${id}` }],
        ['only-before-departure', 'inSendingState'],
        ['only-while-present', 'personPresent'],
        ['only-after-identity', 'identityConfirmed'],
      ];
      for (const [name, condition] of ways) {
        const fact = typeof condition === 'string' ? condition : undefined;
        if (fact && !declared.has(fact)) continue;
        const leadsAway = LEADS_AWAY.includes(id) && declared.has('noReferralPending');
        if (name === 'only-once' && leadsAway) continue;
        if (name === 'not-in-transit' && !declared.has('inTransit')) continue;
        if (name === 'only-before-final-check' && !declared.has('finalCheckPassed')) continue;
        yield {
          at: `${id}/${name}`,
          expects,
          definition: editEvent(definition, id, (event) => only(event, condition)),
        };
      }
    }
  },
};

/** Only the authority the event is directed against may report it. */
const narrowReporters: Operator = {
  id: 'narrow-reporters',
  says: 'only the migration authority may report what the person must be able to say',
  *breaks(definition) {
    const authority = definition.roles.find(({ kind }) => kind === 'MIG');
    if (!authority) return;
    for (const [id, expects] of Object.entries(OPEN_EVENTS)) {
      if (definition.events.find((event) => event.id === id)?.by !== 'anyone') continue;
      yield {
        at: id,
        expects,
        definition: editEvent(definition, id, (event) => ({ ...event, by: [authority.id] })),
      };
    }
  },
};

/** After the event the fact still holds, by itself and by what it opens. */
const keepAfterEvent: Operator = {
  id: 'keep-after-event',
  says: 'a fact survives the event that must take it away',
  *breaks(definition) {
    for (const { event: id, fact, invariants } of CLEARINGS) {
      const event = definition.events.find((candidate) => candidate.id === id);
      if (!event?.clears?.includes(fact)) continue;
      const kept = editEvent(definition, id, (of) => keeping(of, [fact]));
      yield {
        at: `${id}/${fact}`,
        expects: [...invariants, ...invariantsOf(definition, fact)],
        definition: keptAtOpening(kept, [fact], `event:${id}`),
      };
    }
  },
};

/** Nothing ever takes the fact away, but a change to another protocol. */
const neverClear: Operator = {
  id: 'never-clear',
  says: 'once set, a fact stays whatever happens',
  *breaks(definition) {
    const declared = new Set(definition.facts.map(({ id }) => id));
    const rows = new Map<string, readonly string[]>();
    for (const { fact, invariants } of CLEARINGS) {
      rows.set(fact, [...(rows.get(fact) ?? []), ...invariants]);
    }
    for (const fact of ['decisionNotified', 'remedyWindowClosed']) rows.set(fact, []);
    for (const [fact, invariants] of rows) {
      const own = invariantsOf(definition, fact);
      if (!declared.has(fact) || own.length === 0) continue;
      const steps = editSteps(definition, (step) => ({
        ...step,
        ...(step.clearsAtOpening
          ? { clearsAtOpening: step.clearsAtOpening.filter((other) => other !== fact) }
          : {}),
        outcomes: step.outcomes.map((outcome) =>
          outcome.continues ? outcome : keeping(outcome, [fact]),
        ),
      }));
      yield {
        at: fact,
        expects: [...invariants, ...own, 'INV-A15'],
        definition: {
          ...steps,
          events: steps.events.map((event) => keeping(event, [fact])),
        },
      };
    }
  },
};

export const events: readonly Operator[] = [
  dropEvent,
  narrowEvent,
  narrowReporters,
  keepAfterEvent,
  neverClear,
];

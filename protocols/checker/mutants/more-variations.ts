import type { Definition } from '../../language/definition.js';
import { editEvent, editOutcome, editStep, keeping } from './edit.js';
import type { Broken, Operator } from './mutant.js';

/** A change that leaves every safeguard where it was. */
const harmless = (at: string, definition: Definition): Broken => ({ at, expects: [], definition });

/** Data is taken back for one more reason, and whatever the body was sent. */
export const moreRecalled: Operator = {
  id: 'more-recalled',
  says: 'a recall is called for by one more event, or takes back more',
  *breaks(definition) {
    for (const { id, recalls, when } of definition.steps) {
      if (!recalls) continue;
      const more = editStep(definition, id, (step) => ({
        ...step,
        when: { any: [when, 'event:absconded'] },
      }));
      if (definition.events.some((event) => event.id === 'absconded')) yield harmless(id, more);
      if (recalls.from)
        yield harmless(
          `${id}/all`,
          editStep(definition, id, (step) => ({ ...step, recalls: {} })),
        );
    }
  },
};

export const moreReporters: Operator = {
  id: 'more-reporters',
  says: 'anyone may report what only some could',
  *breaks(definition) {
    for (const { id, by, ends, continues, clears } of definition.events) {
      if (typeof by === 'string' || ends || continues || !clears?.length) continue;
      yield harmless(
        id,
        editEvent(definition, id, (event) => ({ ...event, by: 'anyone' })),
      );
    }
  },
};

/** An answer that stops also takes the last check back: whoever stops is checked anew. */
export const clearsMore: Operator = {
  id: 'clears-more',
  says: 'a result that stops takes one more finding back',
  *breaks(definition) {
    const fact = 'fitToTravel';
    for (const step of definition.steps) {
      if (!step.effects?.includes('departs')) continue;
      for (const outcome of step.outcomes) {
        if (!outcome.despiteMissing || outcome.clears?.includes(fact)) continue;
        yield harmless(
          `${step.id}:${outcome.id}`,
          editOutcome(definition, step.id, outcome.id, (of) => ({
            ...keeping(of, [fact]),
            clears: [...(of.clears ?? []), fact],
          })),
        );
      }
    }
  },
};

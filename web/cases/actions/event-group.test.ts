import { describe, expect, it } from 'vitest';
import { isWithdrawal } from '../../../protocols/language/definition.js';
import { SHIPPED } from '../../../protocols/registry.js';
import { groupOf } from './event-group.js';

const events = SHIPPED.flatMap((definition) =>
  definition.events.map((event) => ({ definition, event })),
);

describe('where an event is listed', () => {
  it('has one heading for every consent that is taken back, and for nothing else', () => {
    expect(events.some(({ event }) => isWithdrawal(event))).toBe(true);
    for (const { definition, event } of events) {
      const isOwn = groupOf(definition, event) === 'consent';
      expect(isOwn, `${definition.id}/${event.id}`).toBe(isWithdrawal(event));
    }
  });

  it('lists what opens a step apart from what stops the run', () => {
    const groups = new Set(events.map(({ definition, event }) => groupOf(definition, event)));
    expect(groups).toContain('extra');
    expect(groups).toContain('stop');
  });
});

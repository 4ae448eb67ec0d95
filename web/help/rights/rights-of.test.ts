import { describe, expect, it } from 'vitest';
import { adultDeportee } from '../../../protocols/adult-deportee.js';
import { groupOperation } from '../../../protocols/group-operation.js';
import { withheldWhile } from '../../../protocols/language/consent.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { SHIPPED } from '../../../protocols/registry.js';
import { rightsOf } from './rights-of.js';

const MOVING = SHIPPED.filter(({ id }) => id !== 'group-operation').map(
  (definition) => [definition.id, definition] as const,
);

describe('the rights a definition gives', () => {
  it.each(MOVING)(
    'say what stops a departure, and never that somebody died: %s',
    (_, definition) => {
      const { voices } = rightsOf(definition);
      const stopping = voices.filter((voice) => voice.stopsDeparture).map(({ event }) => event.id);
      expect(stopping).toEqual(
        expect.arrayContaining(['appeal-filed', 'court-order', 'asylum-claim', 'medical-hold']),
      );
      expect(voices.map(({ event }) => event.id)).not.toContain('deceased');
    },
  );

  it.each(MOVING)('list everything every departure needs: %s', (_, definition) => {
    const { departures, before } = rightsOf(definition);
    expect(departures.length).toBeGreaterThan(0);
    const titles = new Set(before.map(({ es }) => es));
    const title = (fact: string) => definition.facts.find(({ id }) => id === fact)!.title.es;
    for (const fact of departures[0]!.requires ?? []) {
      const all = departures.every(({ requires }) => requires?.includes(fact));
      expect(titles.has(title(fact)), fact).toBe(all);
    }
    expect(titles).toContain(title('noRemedyPending'));
  });

  it('do not say that something stops a departure that a departure does not need', () => {
    const loose: Definition = {
      ...adultDeportee,
      steps: adultDeportee.steps.map((step) =>
        step.effects?.includes('departs') ? { ...step, requires: ['rightsInformed'] } : step,
      ),
    };
    const stopping = (definition: Definition) =>
      rightsOf(definition).voices.filter(({ stopsDeparture }) => stopsDeparture).length;
    expect(stopping(adultDeportee)).toBeGreaterThan(5);
    expect(stopping(loose)).toBe(0);
  });

  it('tell the time to appeal apart from silence that protects', () => {
    const { windows, protective } = rightsOf(adultDeportee);
    expect(windows.map(({ step }) => step.id)).toContain('appeal-window');
    expect(protective.find(({ step }) => step.id === 'removal-decision')?.lapse.id).toBe('release');
    for (const { deadline } of protective) expect(deadline.silence).toBe('L3');
  });

  it.each(MOVING)('name every recipient of data with all it may get: %s', (_, definition) => {
    const { recipients } = rightsOf(definition);
    for (const share of definition.steps.flatMap((step) => step.shares ?? [])) {
      const recipient = recipients.find(({ role }) => role.id === share.to);
      expect(recipient?.categories).toEqual(expect.arrayContaining([...share.categories]));
      const withheld = withheldWhile(definition, share);
      if (withheld) expect(recipient?.heldBackWhile).toContainEqual(withheld);
    }
  });

  it('move nobody where the protocol moves nobody', () => {
    expect(rightsOf(groupOperation)).toMatchObject({ departures: [], before: [], voices: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { bindAll, MONDAY } from '../test/fixtures/drive.js';
import { apply } from './core/apply.js';
import type { Definition } from './language/definition.js';
import { onwardOf } from './language/step.js';
import { consequencesOf } from './language/validate/scope.js';
import { validateDefinition } from './language/validate.js';
import { SHIPPED } from './registry.js';

const getDefinition = (id: string): Definition => SHIPPED.find((one) => one.id === id)!;

/** Every way from one shipped protocol into another, each once. */
const WAYS = SHIPPED.flatMap((from) =>
  consequencesOf(from).flatMap(({ where, does }) =>
    onwardOf(does).map(({ protocol, entry }) => ({ from: from.id, where, protocol, entry })),
  ),
);

/** Written by hand from the rows of the protocols: where a person may come from and where they are taken in. */
const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'adult-deportee → trafficking-victim': ['indicator-detected', 'r-protected-reception'],
  'adult-deportee → unaccompanied-minor': ['presume-minority', 'reception-screening'],
  'adult-deportee → voluntary-return': ['information-counselling'],
  'trafficking-victim → adult-deportee': ['inform-rights'],
  'trafficking-victim → unaccompanied-minor': ['presume-minority', 'register-child'],
  'trafficking-victim → voluntary-return': ['information-counselling'],
  'unaccompanied-minor → adult-deportee': ['inform-rights'],
  'unaccompanied-minor → trafficking-victim': ['indicator-detected', 'r-protected-reception'],
  'voluntary-return → adult-deportee': ['inform-rights'],
  'voluntary-return → trafficking-victim': ['indicator-detected', 'r-protected-reception'],
  'voluntary-return → unaccompanied-minor': [
    'presume-minority',
    'reception-screening',
    'register-child',
  ],
};

describe('re-routes between the shipped protocols', () => {
  it('lead where the protocols say, and nowhere else', () => {
    const found: Record<string, string[]> = {};
    for (const { from, protocol, entry } of WAYS) {
      const pair = `${from} → ${protocol}`;
      found[pair] = [...new Set([...(found[pair] ?? []), entry])].sort();
    }
    expect(found).toEqual(ENTRIES);
  });

  it.each(WAYS)('$from $where enters $protocol at $entry, and that step opens', (way) => {
    const target = getDefinition(way.protocol);
    const act = {
      type: 'run-started',
      at: MONDAY,
      bindings: bindAll(target),
      assigns: { entry: way.entry },
    } as const;
    const started = apply(target, undefined, act);
    if (!started.ok) throw new Error(started.refusal.code);
    expect(started.state.steps[way.entry]?.open).toBeDefined();
  });

  it('pass the validator, which knows all of them', () => {
    for (const definition of SHIPPED) {
      const errors = validateDefinition(definition, SHIPPED).filter(
        ({ severity, code }) => severity === 'error' || code === 'continues-unknown',
      );
      expect(errors, definition.id).toEqual([]);
    }
  });
});

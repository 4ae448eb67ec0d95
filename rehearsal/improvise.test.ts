import { expect, test } from 'vitest';
import { asDraft, isDraft } from '../protocols/drafts.js';
import type { Definition } from '../protocols/language/definition.js';
import { isPublishable, validateDefinition } from '../protocols/language/validate.js';
import { SHIPPED } from '../protocols/registry.js';
import { playInCore } from '../test/protocols/core-player.js';
import { improvise } from './improvise.js';
import { bindingsOf } from './invented-institutions.js';
import { playScene } from './scene.js';

const at = Date.UTC(2026, 1, 2, 15);

const begin = (definition: Definition) =>
  playInCore(definition, { at, bindings: bindingsOf(definition) });

/** An operation declares its vehicle at its start and moves no person; its own tests play it. */
const ofPersons = SHIPPED.filter(({ operation }) => !operation);

test.each(ofPersons.map((definition) => [definition.id, definition] as const))(
  '%s is played by chance to an end, the same way with the same seed',
  async (_, definition) => {
    const endings = new Set<string>();
    for (let seed = 1; seed <= 12; seed += 1) {
      const player = begin(definition);
      const beats = await improvise(player, definition, seed);
      const { ending } = await player.state();
      if (ending) endings.add(ending.id);
      const again = begin(definition);
      expect(await improvise(again, definition, seed)).toEqual(beats);
      expect(again.acts).toEqual(player.acts);
    }
    expect(endings.size).toBeGreaterThan(2);
  },
  60_000,
);

test('what was improvised is a scene that plays the same run again', async () => {
  const [definition] = SHIPPED;
  const player = begin(definition!);
  const beats = await improvise(player, definition!, 5);
  const again = begin(definition!);
  await playScene(again, beats);
  expect(again.acts).toEqual(player.acts);
});

test('no definition can be published under the name of a draft', () => {
  const draft = asDraft(SHIPPED[0]!, 1);
  expect(isDraft(draft.id)).toBe(true);
  expect(isDraft(SHIPPED[0]!.id)).toBe(false);
  const found = validateDefinition(draft);
  expect(isPublishable(found)).toBe(false);
  expect(found).toContainEqual(expect.objectContaining({ code: 'id-form', where: 'id' }));
});

import { expect, test } from 'vitest';
import { DEMO_SCENE } from '../cli/demo/scene.js';
import { playScene } from '../rehearsal/scene.js';
import { adultDeporteeScenes } from '../test/protocols/adult-deportee/scenes.js';
import { playInCore } from '../test/protocols/core-player.js';
import { playedInCore } from '../test/protocols/in-core.js';
import { bindingsOf } from '../test/protocols/two-states.js';
import { adultDeportee } from './adult-deportee.js';

playedInCore(adultDeportee, adultDeporteeScenes);

test('the demo goes through its whole year, and no answer of it is given in vain', async () => {
  const at = Date.parse('2026-02-02T15:00:00Z');
  const bindings = bindingsOf(adultDeportee);
  const player = playInCore(adultDeportee, { at, bindings, attributes: { ageBand: 'adult' } });
  await playScene(player, DEMO_SCENE);
  expect((await player.state()).ending?.id).toBe('closed-done-goal');
});

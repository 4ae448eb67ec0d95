import { expect, test } from 'vitest';
import { adultDeportee } from '../protocols/adult-deportee.js';
import { playInCore } from '../test/protocols/core-player.js';
import { bindingsOf } from '../test/protocols/two-states.js';
import { ActRefused } from './act-refused.js';
import { type Beat, playScene } from './scene.js';

const HOUR = 3_600_000;
const at = Date.UTC(2026, 1, 2, 15);

async function play(...beats: Beat[]) {
  const player = playInCore(adultDeportee, { at, bindings: bindingsOf(adultDeportee) });
  await playScene(player, beats);
  return { state: await player.state(), now: await player.now() };
}

test('an answer to a step that is not open is never given in vain', async () => {
  await expect(play({ answers: 'inform-rights:informed' })).rejects.toThrow(ActRefused);
});

test('what must be refused fails the scene when it is accepted, or refused for another reason', async () => {
  const refused = 'inform-rights:informed';
  await play({ refused, code: 'step-not-open' });
  await expect(play({ refused, code: 'not-responsible' })).rejects.toThrow(ActRefused);
  const accepted: Beat = { refused: 'apprehension-record:ordered', code: 'step-not-open' };
  await expect(play(accepted)).rejects.toThrow('was accepted');
});

test('a deadline is let pass by five minutes, and no more', async () => {
  const { state, now } = await play(
    { answers: 'apprehension-record:ordered' },
    { untilDue: 'inform-rights' },
  );
  expect(state.steps['inform-rights']?.open?.clock?.marks[0]?.mark).toBe('escalate-150');
  expect(now - at).toBe(24 * HOUR + 300_000);
});

test('waiting for a deadline or an opening that no clock brings is a mistake of the scene', async () => {
  await expect(play({ untilDue: 'inform-rights' })).rejects.toThrow('No deadline');
  await expect(play({ untilOpen: 'departure' })).rejects.toThrow('does not open by itself');
});

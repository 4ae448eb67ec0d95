import { languageOf } from '../../platform/text.js';
import { play } from '../../rehearsal/player.js';
import { playScene } from '../../rehearsal/scene.js';
import { demoStart } from '../demo-institutions.js';
import { onOwnStage } from '../rehearsal/own-stage.js';
import { showPlayed } from '../rehearsal/show-played.js';
import { ensureDemoData } from '../up/demo-data.js';
import { DEMO_SCENE } from './scene.js';

/** One invented person from apprehension to closure, a year of it in less than a minute, on real servers. */
export async function demo(): Promise<void> {
  const language = languageOf(process.env);
  const ended = await onOwnStage('demo', async (stage) => {
    await ensureDemoData(stage.db, stage.dataDir);
    await stage.door.directory.reload();
    const ready = performance.now();
    const text = {
      es: 'Viviendo un año de una persona inventada',
      en: 'Living a year of an invented person',
    };
    const player = await stage.progress.step(text, async (report) => {
      const played = await play(stage, {
        protocol: 'adult-deportee',
        ...demoStart('adult-deportee'),
      });
      await playScene(played, DEMO_SCENE, (_, index) =>
        report({ fraction: index / DEMO_SCENE.length }),
      );
      return played;
    });
    return showPlayed(stage, player, language, performance.now() - ready);
  });
  if (!ended) process.exitCode = 1;
}

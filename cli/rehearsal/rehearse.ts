import { saveInstitutions } from '../../db/queries/institutions.js';
import { languageOf, OperatorError } from '../../platform/text.js';
import type { Definition } from '../../protocols/language/definition.js';
import { chooseValue } from '../../protocols/simulator/play/choices.js';
import { completeProfile } from '../../protocols/simulator/profile/complete-profile.js';
import { createRandom } from '../../protocols/simulator/random.js';
import { enterDraft } from '../../rehearsal/enter-draft.js';
import { improvise } from '../../rehearsal/improvise.js';
import { bindingsOf, institutionsOf } from '../../rehearsal/invented-institutions.js';
import { play } from '../../rehearsal/player.js';
import { playScene } from '../../rehearsal/scene.js';
import { getDefinitionFrom } from '../definition-source.js';
import { onOwnStage } from './own-stage.js';
import { readScene } from './read-scene.js';
import { showPlayed } from './show-played.js';

/** What the command line gives, as text. */
export interface RehearseOptions {
  readonly scene?: string;
  readonly seed: string;
}

/** Plays a definition on real servers with skipped time, from a scene or by chance, and tells what happened. */
export async function rehearseCommand(nameOrFile: string, options: RehearseOptions): Promise<void> {
  const { definition, isDraft } = getDefinitionFrom(nameOrFile);
  const scene = options.scene === undefined ? undefined : readScene(options.scene);
  const seed = seedOf(options.seed);
  const language = languageOf(process.env);
  const ended = await onOwnStage('rehearsal', async (stage) => {
    const { door, progress } = stage;
    const protocol = isDraft ? await enterDraft(door.definitions, definition) : definition.id;
    await saveInstitutions(stage.db, institutionsOf(definition));
    await door.directory.reload();
    const ready = performance.now();
    const text = { es: 'Ensayando', en: 'Rehearsing' };
    const player = await progress.step(text, async (tell) => {
      const played = await play(stage, {
        protocol,
        bindings: Object.fromEntries(
          Object.entries(bindingsOf(definition)).map(([role, { institution }]) => [
            role,
            institution,
          ]),
        ),
        attributes: attributesOf(definition, seed),
      });
      const tellBeat = (count: number) =>
        tell({ text: { es: `${text.es}: ${count}`, en: `${text.en}: ${count}` } });
      if (scene) await playScene(played, scene, (_, index) => tellBeat(index + 1));
      else await improvise(played, definition, seed, (_, index) => tellBeat(index + 1));
      return played;
    });
    process.stdout.write(
      language === 'es'
        ? `ENSAYO de ${definition.title.es} (${protocol} v${player.definition.version}): personas e instituciones inventadas\n\n`
        : `REHEARSAL of ${definition.title.en} (${protocol} v${player.definition.version}): invented people and institutions\n\n`,
    );
    return showPlayed(stage, player, language, performance.now() - ready);
  });
  if (!ended) process.exitCode = 1;
}

/** Values for what must be given at the start; the seed decides. */
function attributesOf(
  definition: Definition,
  seed: number,
): Record<string, string | number | boolean> {
  const random = createRandom(seed, 1);
  const profile = completeProfile(definition);
  return Object.fromEntries(
    definition.attributes
      .filter(({ atStart, initially }) => atStart && initially === undefined)
      .map(({ id }) => [id, chooseValue(random, profile.attributes[id]!)!]),
  );
}

function seedOf(given: string): number {
  const seed = Number(given);
  if (/^\d+$/.test(given) && Number.isSafeInteger(seed)) return seed;
  throw new OperatorError({
    es: `--seed debe ser un número entero desde 0; se dio «${given}».`,
    en: `--seed must be a whole number from 0; "${given}" was given.`,
  });
}

import { saveInstitutions } from '../../db/queries/institutions.js';
import { listUnlogged } from '../../db/queries/log/source-rows.js';
import type { Door } from '../../door/door.js';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import type { Definition } from '../../protocols/language/definition.js';
import { unaccompaniedMinor } from '../../protocols/unaccompanied-minor.js';
import { issueCheckpoint } from '../../record/log/checkpoints.js';
import { type Log, openLog } from '../../record/log/open-log.js';
import { sequence } from '../../record/log/sequencer.js';
import { newSeed, type Signer, signerOf } from '../../record/note/keys.js';
import { playScene } from '../../rehearsal/scene.js';
import { playAtTheDoor } from '../audit/door-player.js';
import { adultDeporteeScenes } from '../protocols/adult-deportee/scenes.js';
import type { ProtocolScene } from '../protocols/scene.js';
import { institutionsOf } from '../protocols/two-states.js';
import { unaccompaniedMinorScenes } from '../protocols/unaccompanied-minor/scenes.js';
import type { TestDatabase } from '../support/database.js';
import { openTestDoor } from '../support/door.js';

const AT = Date.parse('2026-02-02T15:00:00Z');

/** A log of runs that were lived to their end, with its key. */
export interface Recorded {
  readonly door: Door;
  readonly log: Log;
  readonly signer: Signer;
  readonly seed: Buffer;
  readonly runs: readonly string[];
  /** The latest checkpoint as text. */
  checkpoint(): Promise<string>;
}

/** Plays whole runs (an adult deported, a child returned) and puts them into the log, with a checkpoint after each. */
export async function recordRuns(
  database: TestDatabase,
  adults = 1,
  children = 1,
): Promise<Recorded> {
  const definitions: Definition[] = [adultDeportee, unaccompaniedMinor];
  const door = await openTestDoor(database, definitions);
  for (const of of definitions) await saveInstitutions(database.db, institutionsOf(of));
  await door.directory.reload();
  const log = await openLog(door);
  const seed = newSeed();
  const signer = signerOf(log.origin, 'note', seed);
  const runs: string[] = [];
  const play = async (of: Definition, { attributes, beats }: ProtocolScene) => {
    const bindings = Object.fromEntries(
      of.roles.map((role, index) => [role.id, institutionsOf(of)[index]!.id]),
    );
    const start = {
      at: AT + runs.length * 86_400_000,
      bindings,
      ...(attributes ? { attributes } : {}),
    };
    const player = await playAtTheDoor(door, of, start);
    await playScene(player, beats);
    runs.push(player.runId);
    await sequenceAll(log);
    await issueCheckpoint(log, signer, true);
  };
  const handed = ({ beats }: ProtocolScene) =>
    JSON.stringify(beats).includes('handover-reception-act:');
  const adult = adultDeporteeScenes.find(handed)!;
  const child = unaccompaniedMinorScenes.find(
    ({ id }) => id === 'turned eighteen during the follow-up',
  )!;
  for (let i = 0; i < adults; i += 1) await play(adultDeportee, adult);
  for (let i = 0; i < children; i += 1) await play(unaccompaniedMinor, child);
  return {
    door,
    log,
    signer,
    seed,
    runs,
    async checkpoint() {
      const [row] = await database.db.sql.unsafe<{ note: string }[]>(
        'SELECT note FROM log_checkpoints ORDER BY size DESC LIMIT 1',
      );
      return row!.note;
    },
  };
}

/**
 * Puts everything that was committed into the log. Transactions of other tests on the same server hold it up, so it is tried
 * until nothing is left.
 */
export async function sequenceAll({ door, salts }: Log): Promise<void> {
  const everything = { from: '0', below: '9223372036854775807', limit: 1 };
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    await sequence(door, salts);
    if ((await listUnlogged(door.db.sql, everything)).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Something was not put into the log within a minute');
}

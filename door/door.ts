import type { Database } from '../db/client.js';
import type { PersonKeys, Vault } from '../platform/vault/vault.js';
import type { RunState } from '../protocols/core/state.js';
import { type BackPressure, createBackPressure } from './back-pressure.js';
import { createDatabaseClock, type DatabaseClock } from './database-clock.js';
import { createDefinitions, type Definitions } from './definitions.js';
import { createDirectory, type Directory } from './directory.js';
import { LruMap } from './lru-map.js';
import { createPacks, type Packs } from './packs.js';
import { createRegister, type RegisterSource } from './register.js';
import { HUMAN_PACE, type SeriesLimits } from './series/limits.js';

/** What is remembered of a run between acts. Never trusted: every write checks the position it was read at. */
export interface KnownRun {
  readonly id: string;
  readonly protocol: string;
  readonly version: number;
  /** `id@version` of the pack it is under. */
  readonly pack: string | null;
  readonly personId: string;
  /** Institution whose case lead started it, or that leads it where it carries on another. */
  readonly startedBy: string;
  readonly rehearsal: boolean;
  readonly state: RunState;
}

/** Everything `commitAct` works with. One per process. */
export interface Door {
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: DatabaseClock;
  readonly definitions: Definitions;
  readonly packs: Packs;
  readonly register: RegisterSource;
  readonly directory: Directory;
  readonly pressure: BackPressure;
  /** A real run under no pack has no known point, and its departure is refused. */
  readonly departuresNeedPack: boolean;
  /** How fast one account may decide about persons. */
  readonly series: SeriesLimits;
  readonly runs: LruMap<string, KnownRun>;
  readonly keys: LruMap<string, PersonKeys>;
}

/** Opens the door. `remember` bounds how many runs' states are kept in memory (2,000 unless given). */
export async function openDoor(
  db: Database,
  vault: Vault,
  options: { remember?: number; departuresNeedPack?: boolean; series?: SeriesLimits } = {},
): Promise<Door> {
  const clock = createDatabaseClock();
  await clock.adjust(db.sql);
  const directory = createDirectory(db);
  await directory.reload();
  const remember = options.remember ?? 2000;
  return {
    db,
    vault,
    clock,
    directory,
    pressure: createBackPressure(db.sql),
    departuresNeedPack: options.departuresNeedPack ?? false,
    series: options.series ?? HUMAN_PACE,
    definitions: createDefinitions(db),
    packs: createPacks(db),
    register: createRegister(db),
    runs: new LruMap(remember),
    keys: new LruMap(remember),
  };
}

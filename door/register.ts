import type { Database } from '../db/client.js';
import { listRegister, type RegisterEntry } from '../db/queries/register.js';
import type { Register } from '../protocols/language/register.js';
import { EMPTY_REGISTER, withChanges } from '../protocols/rules/register.js';

/** The register as this process knows it. */
export interface RegisterSource {
  /** Folded, at most `REGISTER_AGE` old; undefined while it has no entry. */
  current(): Promise<Register | undefined>;
  /** Reads what is new, whatever was read before. */
  reload(): Promise<Register>;
  /** Entries after a number, as read by the last `current` or `reload`. */
  entriesAfter(upTo: number): readonly RegisterEntry[];
}

/** How old a process's knowledge of the register may be when a run is started, in milliseconds. */
export const REGISTER_AGE = 5000;

export function createRegister(db: Database): RegisterSource {
  const entries: RegisterEntry[] = [];
  let folded = EMPTY_REGISTER;
  let readAt = Number.NEGATIVE_INFINITY;
  const reload = async (): Promise<Register> => {
    const news = await listRegister(db, folded.upTo);
    readAt = performance.now();
    // Two reloads at once may read the same entries.
    for (const entry of news.filter(({ id }) => id > folded.upTo)) {
      entries.push(entry);
      folded = withChanges(folded, [entry.change], entry.id);
    }
    return folded;
  };
  return {
    reload,
    async current() {
      if (performance.now() - readAt > REGISTER_AGE) await reload();
      return folded.upTo === 0 ? undefined : folded;
    },
    entriesAfter: (upTo) => entries.filter(({ id }) => id > upTo),
  };
}

import { createApp } from '../../api/app.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import type { saveInstitutions } from '../../db/queries/institutions.js';
import type { CaughtMailSummary } from '../../platform/mail/mail-store.js';
import type { Definition } from '../../protocols/language/definition.js';
import { webPages } from '../../web/register-web.js';
import { moveClock } from '../support/movable-clock.js';
import { type Stage, setStage } from '../support/stage.js';
import { type Counts, type Officer, officerAt } from './officer.js';

type Institution = Parameters<typeof saveInstitutions>[1][number];

/** Everything around the people of a case. */
export interface World {
  readonly stage: Stage;
  readonly app: Awaited<ReturnType<typeof createApp>>;
  readonly counts: Counts;
  /** The clock everybody goes by. */
  now(): number;
  zoneOf(institution: string): string;
  /** The person of an institution in a role, hired at first use. */
  officer(institution: string, role: AccessRole): Promise<Officer>;
  /** Whoever reads a mailbox: the institution's people, or its supervisor. */
  readerOf(mailbox: string): Promise<Officer>;
  /** Waits until every mail that is to be sent has arrived; those nobody has read, oldest first. */
  newMail(): Promise<CaughtMailSummary[]>;
  /** Nobody has anything to do: lets time pass until something falls due. False when nothing ever will. */
  passTime(): Promise<boolean>;
  stop(): Promise<void>;
}

const PATIENCE = 60_000;

/** Starts servers and pages for institutions of which one leads cases. */
export async function startWorld(options: {
  readonly definitions: readonly Definition[];
  readonly institutions: readonly Institution[];
  readonly lead: string;
}): Promise<World> {
  const { definitions, institutions, lead } = options;
  const stage = await setStage({ definitions, institutions, clockMoves: true });
  const { door, database, catcher, settings } = stage;
  const { publicUrl } = settings.http;
  const app = await createApp({
    door,
    settings: { requestsPerWindow: 1_000_000, failuresPerWindow: 1_000_000 },
    pages: webPages({ publicUrl }),
  });
  await app.ready();
  const counts: Counts = { pages: 0, posts: 0, signIns: 0 };
  const people = new Map<string, Promise<Officer>>();
  const officer: World['officer'] = (institution, role) => {
    const key = `${institution}/${role}`;
    const known = people.get(key);
    if (known) return known;
    const hired = officerAt({ app, door, counts }, institution, role);
    people.set(key, hired);
    return hired;
  };
  let read = 0;

  return {
    stage,
    app,
    counts,
    officer,
    now: () => door.clock.now(),
    zoneOf: (id) => institutions.find((one) => one.id === id)?.timeZone ?? 'UTC',
    readerOf(mailbox) {
      const is = (address: string | null | undefined) => address?.toLowerCase() === mailbox;
      const to = institutions.find(({ email }) => is(email));
      if (to) return officer(to.id, to.id === lead ? 'case-lead' : 'officer');
      const above = institutions.find(({ supervisorEmail }) => is(supervisorEmail));
      if (above) return officer(above.id, 'supervisor');
      throw new Error(`Nobody reads ${mailbox}`);
    },
    async newMail() {
      await settled(stage);
      const { mails, total } = catcher.list({ limit: 100_000 });
      const unread = mails.slice(0, total - read).reverse();
      read = total;
      return unread;
    },
    async passTime() {
      const { sql } = database.db;
      const dueIn = async () => {
        const [row] = await sql<{ ms: number | null }[]>`
          select (extract(epoch from min(next_due_at) - clock_timestamp()) * 1000)::float8 as ms from runs`;
        return row?.ms ?? undefined;
      };
      const ms = await dueIn();
      if (ms === undefined) return false;
      if (ms > 0) await moveClock(sql, ms + 50);
      // Institutions confirm their people's roles every three months; tests of accounts see to that.
      await sql`update memberships set renewed_at = now()`;
      await door.clock.adjust(sql);
      await until('what was due happens', async () => ((await dueIn()) ?? 1) > 0);
      return true;
    },
    async stop() {
      await app.close();
      await stage.stop();
    },
  };
}

/** Everything that was entered has been followed, and its mail and data are where they are to be. */
async function settled({ database }: Stage): Promise<void> {
  const { sql } = database.db;
  await until('all mail is sent', async () => {
    const [left] = await sql<{ n: number }[]>`
      select (select count(*) from outbox)::int + (select count(*) from releases where state = 'pending')::int
        + (select count(*) from notices where state in ('pending', 'sending'))::int as n`;
    return left?.n === 0;
  });
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Within a minute it was not so that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

import { hiddenId } from '../../activities/mail/compose.js';
import { rebuild } from '../../door/rebuild.js';
import { startRun } from '../../door/start-run.js';
import { messageIdKey } from '../../worker/start-worker.js';
import type { TestDatabase } from '../support/database.js';
import { accepted, answer, officerOf } from '../support/door.js';
import { check, messageIds, type Verdict } from './checker.js';
import type { Field } from './field.js';
import { relayRace } from './protocol.js';
import { pause, type Seen } from './race.js';

/** The way of every run of a drill, from its first answer to its end. */
export const WAY = [
  ['lead', 'ready', 'go'],
  ['left', 'run-left', 'done'],
  ['right', 'run-right', 'done'],
  ['left', 'photo', 'agreed'],
  ['right', 'photo', 'agreed'],
  ['goal', 'prize', 'given'],
] as const;
/** Runs that are worked on at once. */
const HANDS = 8;
const DAY = 86_400_000;

/** Begins runs of the relay race whose deadline is far. */
export async function beginRuns(field: Field, count: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  await atOnce(Array.from({ length: count }), async (_, n) => {
    const { runId } = accepted(
      await startRun(field.door, {
        actId: `drill-${n}`,
        actor: officerOf('lead'),
        protocol: relayRace.id,
        bindings: field.bindings,
        dates: { whistle: Date.now() + DAY },
      }),
    );
    seen.push({ runId, acts: [`drill-${n}`], late: false });
  });
  return seen;
}

/** Brings each run forward until so many answers of the way were given; `field` may be another than the one it began on. */
export function playOn(
  field: Field,
  runs: readonly Seen[],
  until: (n: number) => number = () => WAY.length,
): Promise<void> {
  return atOnce(runs, async ({ runId, acts }, n) => {
    for (const [role, step, outcome] of WAY.slice(acts.length - 1, until(n))) {
      accepted(await answer(field.door, runId, role, step, outcome));
      acts.push(`${step}#1/${role}`);
    }
  });
}

async function atOnce<T>(all: readonly T[], work: (one: T, n: number) => Promise<void>) {
  const left = [...all.entries()];
  const hand = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

/** Waits until everybody was told of what has happened so far: without mails before the loss none could come twice. */
export async function everybodyTold({ database }: Field): Promise<void> {
  const until = performance.now() + 600_000;
  while (performance.now() < until) {
    const left = await database.db.sql`
      select run_id from outbox union all
      select run_id from notices where state in ('pending', 'sending') limit 1`;
    if (left.length === 0) return;
    await pause(100);
  }
  throw new Error('Not everybody was told within ten minutes');
}

/** Mails of the site that was lost. */
export interface MailsBefore {
  /** All that arrived until the loss. */
  readonly arrived: ReadonlySet<string>;
  /** Those the restored facts call sent. */
  readonly known: ReadonlySet<string>;
}

/** What the loss has done, as the drivers' own record and the mailboxes show it. */
export interface Account extends Omit<Verdict, 'mailsMissing' | 'mailCopies'> {
  /** Rows that are not what the history says. */
  readonly differences: number;
  /** Sent as the facts say, and in no mailbox, neither before the loss nor after. */
  readonly mailsLost: number;
  /** Sent again although the facts knew that they had been, or twice since. */
  readonly mailsDoubled: number;
  /** Had left between copy and loss, of which the facts know nothing: they come once more, under the same Message-ID. */
  readonly mailsOnceMore: number;
}

/** The account of a site that came back whole. A mail that only the lost site knew of may come once more. */
export const NOTHING_LOST_OR_DOUBLED = {
  lost: 0,
  doubled: 0,
  differences: 0,
  lapsesWrong: 0,
  lapsesEarly: 0,
  noticesUnsent: 0,
  mailsLost: 0,
  mailsDoubled: 0,
  releasesOpen: 0,
  workflowsOpen: 0,
} as const satisfies Partial<Account>;

/** The Message-ID of each notice the facts call sent. To be asked before anything is sent again. */
export async function mailsKnown(
  { db }: Pick<TestDatabase, 'db'>,
  settings: Field['settings'],
): Promise<Set<string>> {
  const key = { messageIdKey: messageIdKey(settings) };
  const domain = settings.mail.from.split('@').at(-1)!.replace('>', '');
  const sent = await db.sql<{ of: string }[]>`
    select 'notice/' || run_id || '/' || seq || '/' || n as of from notices where state = 'sent'`;
  return new Set(sent.map(({ of }) => `${hiddenId(key, of)}@${domain}`));
}

/** Waits until all runs have ended and everything has left; then counts what is missing and what is there twice. */
export async function accountFor(
  field: Field,
  runs: readonly Seen[],
  { arrived, known }: MailsBefore,
): Promise<Account> {
  const { mailsMissing, mailCopies, ...verdict } = await check(field, runs);
  const { differences } = await rebuild(field.door, { write: false });
  const mails = messageIds(field);
  const now = new Set(mails);
  const sent = await mailsKnown(field.database, field.settings);
  return {
    ...verdict,
    differences: differences.length,
    mailsLost: [...sent].filter((id) => !arrived.has(id) && !now.has(id)).length,
    mailsDoubled: mails.length - now.size + [...now].filter((id) => known.has(id)).length,
    mailsOnceMore: [...now].filter((id) => arrived.has(id) && !known.has(id)).length,
  };
}

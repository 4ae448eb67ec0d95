import { workflowIdOf } from '../../protocols/messages.js';
import type { Field } from './field.js';
import { relayRace } from './protocol.js';
import { pause, type Seen } from './race.js';

/** What was found wrong, by kind. All zero, or the guarantee is broken. */
export interface Verdict {
  readonly runs: number;
  readonly acts: number;
  readonly lost: number;
  readonly doubled: number;
  readonly lapses: number;
  readonly lapsesWrong: number;
  readonly lapsesEarly: number;
  readonly noticesUnsent: number;
  readonly mails: number;
  readonly mailsMissing: number;
  /** Copies beyond the first of one message, all under its Message-ID. */
  readonly mailCopies: number;
  readonly releasesOpen: number;
  readonly workflowsOpen: number;
}

/** Waits until nothing is left to do, then compares the driver's own record with database, engine and mail. */
export async function check(field: Field, seen: readonly Seen[]): Promise<Verdict> {
  const { sql } = field.database.db;
  await quiet(field, seen);
  const ids = seen.map((run) => run.runId);
  const [history] = await sql<{ acts: number; doubled: number }[]>`
    select count(*)::int as acts, (count(*) - count(distinct (run_id, act_id)))::int as doubled
    from history where run_id = any(${ids})`;
  const entered = new Set(
    (
      await sql<{ act: string }[]>`select act_id as act from history where run_id = any(${ids})`
    ).map((row) => row.act),
  );
  const lost = seen.flatMap((run) => run.acts).filter((act) => !entered.has(act)).length;
  const lapses = await sql<{ run: string; n: number; early: number }[]>`
    select run_id as run, count(*)::int as n,
      count(*) filter (where extract(epoch from at) * 1000 < (act->>'dueAt')::float8)::int as early
    from history where run_id = any(${ids}) and act->'clock'->>'mark' = 'due' group by run_id`;
  const lapsesOf = new Map(lapses.map((row) => [row.run, row.n]));
  const [notices] = await sql<{ all: number; unsent: number }[]>`
    select count(*)::int as all, count(*) filter (where state in ('pending', 'sending'))::int as unsent
    from notices where run_id = any(${ids})`;
  const [sent] = await sql<{ n: number }[]>`
    select count(*)::int as n from notices where run_id = any(${ids}) and state = 'sent'`;
  const [releases] = await sql<{ n: number }[]>`
    select count(*)::int as n from releases where run_id = any(${ids}) and state = 'pending'`;
  const mails = messageIds(field);
  const distinct = new Set(mails).size;
  return {
    runs: seen.length,
    acts: history!.acts,
    lost,
    doubled: history!.doubled,
    lapses: lapses.length,
    lapsesWrong: seen.filter((run) => (lapsesOf.get(run.runId) ?? 0) !== (run.late ? 1 : 0)).length,
    lapsesEarly: lapses.reduce((sum, row) => sum + row.early, 0),
    noticesUnsent: notices!.unsent,
    mails: mails.length,
    mailsMissing: Math.max(0, sent!.n - distinct),
    mailCopies: mails.length - distinct,
    releasesOpen: releases!.n,
    workflowsOpen: (await openWorkflows(field, ids)).length,
  };
}

async function quiet(field: Field, seen: readonly Seen[]): Promise<void> {
  const { sql } = field.database.db;
  const ids = seen.map((run) => run.runId);
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    const [row] = await sql<{ left: number }[]>`
      select ((select count(*) from outbox) + (select count(*) from notices where state in ('pending', 'sending'))
        + (select count(*) from releases where state = 'pending'))::int as left`;
    if (row!.left === 0 && (await openWorkflows(field, ids)).length === 0) return;
    await pause(500);
  }
}

async function openWorkflows(field: Field, ids: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const id of ids) {
    const handle = field.client.workflow.getHandle(workflowIdOf(relayRace.id, id));
    const status = await handle.describe().then(
      (found) => found.status.name,
      () => 'MISSING',
    );
    if (status !== 'COMPLETED') open.push(`${id} ${status}`);
  }
  return open;
}

/** The Message-ID of every mail that arrived, copies included. */
export function messageIds({ catcher }: Pick<Field, 'catcher'>): string[] {
  const found: string[] = [];
  for (let offset = 0; ; offset += 500) {
    const { mails, total } = catcher.list({ limit: 500, offset });
    found.push(...mails.map((mail) => mail.messageId));
    if (found.length >= total || mails.length === 0) return found;
  }
}

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addAbsence } from '../../db/queries/absences.js';
import { listBouncedNotices } from '../../db/queries/bounced-notices.js';
import { moveHolding } from '../../db/queries/holders.js';
import { saveMailPreferences } from '../../db/queries/mail-preferences.js';
import { addUser } from '../../db/queries/users.js';
import { answer, institutionOf, startTestRun } from '../support/door.js';
import { type Desk, lending, openDesk } from './desk.js';

const OFFICE = institutionOf('office');
const MAILBOX = `${OFFICE}@oficina-inventada.example`;
const SUPERVISION = 'supervision@oficina-inventada.example';
let desk: Desk;
const sql = () => desk.database.db.sql;

beforeAll(async () => {
  desk = await openDesk();
  await sql()`update institutions set supervisor_email = ${SUPERVISION} where id = ${OFFICE}`;
});
afterAll(() => desk.close());
afterEach(async () => {
  desk.catcher.setBehaviour('accept');
  await sql()`delete from mail_preferences`;
  await sql()`delete from outbox`;
  await sql()`update mails set state = 'obsolete' where state = 'pending'`;
});

let people = 0;
async function person(): Promise<{ id: string; email: string }> {
  people += 1;
  const email = `persona.inventada.${people}@oficina-inventada.example`;
  const memberships = [{ institution: OFFICE, role: 'officer' as const }];
  const displayName = 'Persona Inventada';
  return { id: await addUser(desk.database.db, { displayName, email, memberships }), email };
}

/** A run whose first task this person took. */
async function taken(user: string): Promise<string> {
  const { runId } = await startTestRun(desk.door, lending);
  const place = { run: runId, step: 'ask', opening: 1, role: 'office', institution: OFFICE };
  const change = { kind: 'taken' as const, from: null, to: user, by: user };
  expect(await moveHolding(desk.database.db, { ...place, ...change })).toBe(true);
  return runId;
}
const send = (runId: string) => desk.does.sendNotices({ runId, acts: [{ seq: 1, notices: [0] }] });
const countTo = (to: string) => desk.catcher.list({ to }).total;
const awayToday = (userId: string, deputyId?: string) =>
  addAbsence(
    desk.database.db,
    { userId, institution: OFFICE },
    { fromOn: '2020-01-01', untilOn: '2099-12-31', ...(deputyId ? { deputyId } : {}) },
  );

describe('who works on a task', () => {
  test('gets its notices in the own mailbox; nobody else does', async () => {
    const { id, email } = await person();
    const before = countTo(MAILBOX);
    await send(await taken(id));
    expect([countTo(email), countTo(MAILBOX) - before]).toEqual([1, 0]);
  });

  test('is stood in for while away, by the deputy, the deputy’s deputy, or the institution', async () => {
    const [holder, deputy, second, alone] = [
      await person(),
      await person(),
      await person(),
      await person(),
    ];
    await awayToday(holder.id, deputy.id);
    await awayToday(alone.id);
    await send(await taken(holder.id));
    expect([holder, deputy, second].map(({ email }) => countTo(email))).toEqual([0, 1, 0]);
    await awayToday(deputy.id, second.id);
    await send(await taken(holder.id));
    expect([holder, deputy, second].map(({ email }) => countTo(email))).toEqual([0, 1, 1]);
    const before = countTo(MAILBOX);
    await send(await taken(alone.id));
    expect([countTo(alone.email), countTo(MAILBOX) - before]).toEqual([0, 1]);
  });

  test('may leave the notices to the institution’s mailbox', async () => {
    const { id, email } = await person();
    await saveMailPreferences(desk.database.db, { institution: OFFICE, user: id }, { own: false });
    const before = countTo(MAILBOX);
    await send(await taken(id));
    expect([countTo(email), countTo(MAILBOX) - before]).toEqual([0, 1]);
  });

  test('whose mailbox refuses is not the end: the institution gets it, and the supervisor hears of it', async () => {
    const { id, email } = await person();
    desk.catcher.setBehaviour('refuse', { to: email });
    const [before, told] = [countTo(MAILBOX), countTo(SUPERVISION)];
    const runId = await taken(id);
    await send(runId);
    await desk.does.deliverMails({ forMs: 200 });
    expect([countTo(MAILBOX) - before, countTo(SUPERVISION) - told]).toEqual([1, 1]);
    expect(await desk.stateOf(runId, 1)).toBe('sent');
  });
});

describe('a notice the mailbox refuses', () => {
  test('is told to the supervisor once, and shown on the page of the institution', async () => {
    const { runId } = await startTestRun(desk.door, lending);
    desk.catcher.setBehaviour('refuse', { to: MAILBOX });
    const told = countTo(SUPERVISION);
    await send(runId);
    await send(runId);
    await desk.does.deliverMails({ forMs: 200 });
    expect(countTo(SUPERVISION) - told).toBe(1);
    const [summary] = desk.catcher.list({ to: SUPERVISION }).mails;
    const mail = await desk.catcher.get(summary!.id);
    const [row] = await sql()<{ reference: string }[]>`
      select reference from notices where run_id = ${runId} and seq = 1`;
    expect(mail.subject).toBe(`Urgente: un aviso no llegó - ${row!.reference}`);
    expect(mail.text).toContain('https://retorno.example/institucion/avisos');
    const bounced = await listBouncedNotices(desk.database.db, OFFICE);
    expect(bounced.map(({ reference }) => reference)).toContain(row!.reference);
    expect(await listBouncedNotices(desk.database.db, institutionOf('other'))).toEqual([]);
  });

  test('of a mail server that refuses everybody makes no circle of mails', async () => {
    desk.catcher.setBehaviour('refuse');
    const { runId } = await startTestRun(desk.door, lending);
    await send(runId);
    await desk.does.deliverMails({ forMs: 300 });
    const [count] = await sql()<{ n: number }[]>`
      select count(*)::int as n from mails where kind = 'bounce' and created_at > now() - interval '5 seconds' and state = 'pending'`;
    expect(count!.n).toBe(0);
  });
});

describe('mails that put notices together', () => {
  /** Makes the first notice of a run what the test is about. */
  const turnInto = (runId: string, kind: string) => sql()`
    update notices set kind = ${kind}, due_at = now() + interval '3 days' where run_id = ${runId} and seq = 1`;
  const hurry = () => sql()`update mails set not_before = now() where state = 'pending'`;

  test('bring the reminders of a day once, without those answered meanwhile', async () => {
    await saveMailPreferences(desk.database.db, { institution: OFFICE }, { reminders: 'daily' });
    const runs: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { runId } = await startTestRun(desk.door, lending);
      await turnInto(runId, 'nearly-due');
      await send(runId);
      runs.push(runId);
    }
    const before = countTo(MAILBOX);
    await desk.does.deliverMails({ forMs: 200 });
    expect(countTo(MAILBOX) - before).toBe(0);
    await answer(desk.door, runs[0]!, 'office', 'ask', 'told');
    await hurry();
    await desk.does.deliverMails({ forMs: 300 });
    expect(countTo(MAILBOX) - before).toBe(1);
    const mail = await desk.catcher.get(desk.catcher.list({ to: MAILBOX }).mails[0]!.id);
    expect(mail.subject).toBe('Recordatorios del día: 2');
    const references = await sql()<{ run: string; reference: string; state: string }[]>`
      select run_id as run, reference, state from notices where run_id = any(${runs}) and seq = 1`;
    for (const { run, reference, state } of references) {
      const isIn = run !== runs[0];
      expect(mail.text.includes(reference)).toBe(isIn);
      expect(mail.html.includes(reference)).toBe(isIn);
      expect(state).toBe(isIn ? 'sent' : 'obsolete');
    }
    expect(mail.text).toContain('https://retorno.example/tareas');
  });

  test('never hold back a deadline, whatever was chosen', async () => {
    await saveMailPreferences(
      desk.database.db,
      { institution: OFFICE },
      { reminders: 'daily', together: true },
    );
    for (const kind of ['opened', 'overdue', 'escalated']) {
      const { runId } = await startTestRun(desk.door, lending);
      await turnInto(runId, kind);
      await send(runId);
      expect(await desk.stateOf(runId, 1)).toBe('sent');
    }
  });

  test('gather what is about one group operation, and a refusal of it reaches the supervisor', async () => {
    const bus = await startTestRun(desk.door, lending);
    const runs: string[] = [];
    for (let n = 0; n < 40; n += 1) runs.push((await startTestRun(desk.door, lending)).runId);
    // Lines come of acts, which triggers see to; the list itself is not what is tried here.
    await sql().begin(async (tx) => {
      await tx`alter table manifest_entries disable trigger user`;
      await tx`insert into manifest_entries (operation_id, run_id, seq, list, status, status_seq, departs_at)
        select ${bus.runId}, id, 1, 'passengers', 'accepted', 1, now() from unnest(${runs}::text[]) as id`;
    });
    const before = countTo(MAILBOX);
    for (const run of runs) await send(run);
    expect(countTo(MAILBOX) - before).toBe(0);
    await hurry();
    desk.catcher.setBehaviour('unavailable');
    await desk.does.deliverMails({ forMs: 200 });
    desk.catcher.setBehaviour('accept');
    await hurry();
    await desk.does.deliverMails({ forMs: 300 });
    expect(countTo(MAILBOX) - before).toBe(1);
    const mail = await desk.catcher.get(desk.catcher.list({ to: MAILBOX }).mails[0]!.id);
    expect(mail.subject).toBe('Avisos de un mismo grupo: 40');
    expect(mail.text.match(/^- R-/gm)).toHaveLength(40);
    expect(mail.raw).not.toContain(bus.runId);
    await sql()`update notices set state = 'pending' where run_id = any(${runs.slice(0, 2)}) and seq = 1`;
    for (const run of runs.slice(0, 2)) await send(run);
    desk.catcher.setBehaviour('refuse', { to: MAILBOX });
    const told = countTo(SUPERVISION);
    await hurry();
    await desk.does.deliverMails({ forMs: 200 });
    await desk.does.deliverMails({ forMs: 200 });
    expect(countTo(SUPERVISION) - told).toBe(1);
    expect(await desk.stateOf(runs[0]!, 1)).toBe('bounced');
  });
});

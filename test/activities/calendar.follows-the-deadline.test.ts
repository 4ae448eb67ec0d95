import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveMailPreferences } from '../../db/queries/mail-preferences.js';
import { answer, institutionOf, startTestRun } from '../support/door.js';
import { type CaughtFile, filesTo } from '../support/mail-files.js';
import { type Desk, lending, openDesk } from './desk.js';

let desk: Desk;
const OFFICE = institutionOf('office');
const MAILBOX = `${OFFICE}@oficina-inventada.example`;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** A run whose first task was announced. */
async function announced(): Promise<string> {
  const { runId } = await startTestRun(desk.door, lending);
  await desk.does.sendNotices({ runId, acts: [{ seq: 1, notices: [0] }] });
  return runId;
}

/** What has come for the entry of a run's first task, oldest first. */
async function entryOf(runId: string): Promise<CaughtFile[]> {
  await desk.does.deliverMails({ forMs: 300 });
  const [row] = await desk.database.db.sql<{ uid: string }[]>`
    select uid from calendar_entries where run_id = ${runId} and role = 'office'`;
  const files = await filesTo(desk.catcher, MAILBOX);
  return files.filter(({ uid }) => row && uid === `${row.uid}@retorno.example`);
}

test('the first notice of a task brings its deadline for the calendar, without any detail', async () => {
  const runId = await announced();
  const [file, ...more] = await entryOf(runId);
  expect(more).toEqual([]);
  const [step] = await desk.database.db.sql<{ due: Date; reference: string }[]>`
    select s.due_at as due, n.reference from steps s join notices n using (run_id)
    where s.run_id = ${runId} and s.step = 'ask' and n.seq = 1`;
  expect(file).toMatchObject({
    method: 'PUBLISH',
    sequence: 0,
    endsAt: Math.floor(step!.due.getTime() / 1000) * 1000,
    title: `Plazo de una tarea – ${step!.reference}`,
    isTransparent: true,
  });
  expect(file!.endsAt - file!.startsAt).toBe(30 * 60_000);
  expect(file!.raw).not.toMatch(/DESCRIPTION|LOCATION|ATTENDEE|ORGANIZER|VALARM|URL/);
  expect(file!.raw).not.toContain(runId);
});

test('a second attempt brings the same entry, and all mails of a task are one thread', async () => {
  const runId = await announced();
  await desk.database.db.sql`update notices set state = 'pending' where run_id = ${runId}`;
  await desk.does.sendNotices({ runId, acts: [{ seq: 1, notices: [0] }] });
  const files = await entryOf(runId);
  expect(files).toHaveLength(2);
  expect(files[0]!.raw).toBe(files[1]!.raw);
  const threads = files.map(({ mail }) => mail.headers.find(({ name }) => name === 'references'));
  expect(threads[0]!.value).toMatch(/^<[0-9a-f]{40}@retorno\.example>$/);
  expect(threads[0]).toEqual(threads[1]);
  const other = await entryOf(await announced());
  expect(other[0]!.mail.headers.find(({ name }) => name === 'references')).not.toEqual(threads[0]);
});

test('a deadline that moves moves the entry; once answered it is taken out, once', async () => {
  const runId = await announced();
  const { sql } = desk.database.db;
  await sql`update steps set due_at = due_at + interval '2 hours' where run_id = ${runId} and step = 'ask'`;
  const [first, moved] = await entryOf(runId);
  expect(moved).toMatchObject({ method: 'PUBLISH', sequence: 1, uid: first!.uid });
  expect(moved!.endsAt - first!.endsAt).toBe(2 * 60 * 60_000);
  expect(moved!.mail.text).toContain('Cambió el plazo de una tarea.');
  const thread = (file: CaughtFile) =>
    file.mail.headers.find(({ name }) => name === 'references')?.value;
  expect(thread(moved!)).toBe(thread(first!));
  expect(await entryOf(runId)).toHaveLength(2);
  await answer(desk.door, runId, 'office', 'ask', 'told');
  const [, , cancelled, ...more] = await entryOf(runId);
  expect(more).toEqual([]);
  expect(cancelled).toMatchObject({
    method: 'CANCEL',
    sequence: 2,
    uid: first!.uid,
    isCancelled: true,
    endsAt: moved!.endsAt,
  });
  expect(cancelled!.mail.text).not.toContain('2026');
  expect(await entryOf(runId)).toHaveLength(3);
});

test('while the clock stands still the entry is away, and comes back with it', async () => {
  const runId = await announced();
  const { sql } = desk.database.db;
  await sql`update steps set paused = true where run_id = ${runId} and step = 'ask'`;
  await entryOf(runId);
  await sql`update steps set paused = false, due_at = due_at + interval '1 hour' where run_id = ${runId} and step = 'ask'`;
  const files = await entryOf(runId);
  expect(files.map(({ method, sequence }) => [method, sequence])).toEqual([
    ['PUBLISH', 0],
    ['CANCEL', 1],
    ['PUBLISH', 2],
  ]);
});

test('a task that went to another institution leaves the first one’s calendar', async () => {
  const runId = await announced();
  await desk.database.db
    .sql`update steps set institution_id = ${institutionOf('other')} where run_id = ${runId} and step = 'ask'`;
  expect((await entryOf(runId)).map(({ method }) => method)).toEqual(['PUBLISH', 'CANCEL']);
});

test('whoever wants no files gets none, and no mail about them', async () => {
  await saveMailPreferences(desk.database.db, { institution: OFFICE }, { calendar: false });
  const before = desk.catcher.list({ to: MAILBOX }).total;
  const runId = await announced();
  await answer(desk.door, runId, 'office', 'ask', 'told');
  expect(await entryOf(runId)).toEqual([]);
  const [newest] = desk.catcher.list({ to: MAILBOX }).mails;
  expect(desk.catcher.list({ to: MAILBOX }).total).toBe(before + 1);
  expect((await desk.catcher.get(newest!.id)).text).not.toContain('calendario');
  await saveMailPreferences(desk.database.db, { institution: OFFICE }, { calendar: true });
});

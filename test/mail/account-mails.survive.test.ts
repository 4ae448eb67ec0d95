import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { invite } from '../../accounts/invite.js';
import type { Door } from '../../door/door.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { institutionOf, openTestDoor } from '../support/door.js';
import { openPost, type Post } from '../support/post.js';

let database: TestDatabase;
let door: Door;
let post: Post;
const HOME = institutionOf('home-library');

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [bookLoan]);
  post = await openPost(door);
});
afterAll(async () => {
  await post.close();
  await database.drop();
});
afterEach(() => post.catcher.setBehaviour('accept'));

let invited = 0;
async function invitation(): Promise<{ email: string; userId: string; secret: string }> {
  invited += 1;
  const email = `persona.inventada.${invited}@biblioteca.example`;
  const made = await invite(door.db, {
    displayName: 'Persona Inventada',
    email,
    language: 'es',
    institution: HOME,
    role: 'officer',
    vault: door.vault,
  });
  return { email, userId: made.userId, secret: made.secret! };
}
const rowsOf = (userId: string) =>
  door.db.sql<
    { state: string; sealed: string | null; attempts: number }[]
  >`select state, sealed, attempts from mails where user_id = ${userId} order by created_at`;
/** Lets mails that wait for another attempt be due now. */
const hurry = () => door.db.sql`update mails set not_before = now() where state = 'pending'`;

test('an invitation made while the mail server is away goes out when it is back', async () => {
  const { email, userId, secret } = await invitation();
  post.catcher.setBehaviour('unavailable');
  await post.deliver();
  const [waiting] = await rowsOf(userId);
  expect(waiting).toMatchObject({ state: 'pending', attempts: 1 });
  expect(post.catcher.list({ to: email }).total).toBe(0);
  post.catcher.setBehaviour('accept');
  expect(await post.deliver()).toBe(0);
  await hurry();
  await post.deliver();
  const [mail] = post.catcher.list({ to: email }).mails;
  const { text, html } = await post.catcher.get(mail!.id);
  const link = `https://retorno.example/invitacion/${secret}`;
  expect(text).toContain(link);
  expect(html).toContain(`href="${link}"`);
  expect(text).toContain('Nunca le pediremos su contraseña por correo.');
  expect((await rowsOf(userId))[0]).toMatchObject({ state: 'sent', sealed: null });
});

test('a secret is never in the database in clear, and is forgotten with the mail', async () => {
  const { userId, secret } = await invitation();
  const [waiting] = await rowsOf(userId);
  expect(waiting!.sealed).toBeTruthy();
  const [all] = await door.db.sql<{ all: string }[]>`select json_agg(m)::text as all from mails m`;
  expect(all!.all).not.toContain(secret);
  expect(all!.all).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
  await post.deliver();
  expect((await rowsOf(userId))[0]!.sealed).toBeNull();
});

test('a mail moved to another row brings no link', async () => {
  const [one, other] = [await invitation(), await invitation()];
  await door.db
    .sql`update mails set sealed = (select sealed from mails where user_id = ${one.userId} and state = 'pending')
    where user_id = ${other.userId} and state = 'pending'`;
  await post.deliver();
  expect(post.catcher.list({ to: one.email }).total).toBe(1);
  expect(post.catcher.list({ to: other.email }).total).toBe(0);
  expect((await rowsOf(other.userId))[0]!.state).toBe('pending');
  await door.db.sql`delete from mails where user_id = ${other.userId}`;
});

test('a mail that could not go out in a day brings no dead link', async () => {
  const { email, userId } = await invitation();
  await door.db.sql`update mails set expires_at = now() where user_id = ${userId}`;
  await post.deliver();
  expect(post.catcher.list({ to: email }).total).toBe(0);
  expect((await rowsOf(userId))[0]).toMatchObject({ state: 'expired', sealed: null });
});

test('a newer link takes the place of a mail that still waits', async () => {
  const { email, userId, secret } = await invitation();
  const again = await invite(door.db, {
    displayName: 'Persona Inventada',
    email,
    language: 'es',
    institution: HOME,
    role: 'officer',
    vault: door.vault,
  });
  await post.deliver();
  const { mails, total } = post.catcher.list({ to: email });
  expect(total).toBe(1);
  const { text } = await post.catcher.get(mails[0]!.id);
  expect(text).toContain(again.secret);
  expect(text).not.toContain(secret);
  expect((await rowsOf(userId)).map(({ state }) => state)).toEqual(['obsolete', 'sent']);
});

test('two workers send a mail once', async () => {
  const { email } = await invitation();
  const other = await openPost(door, { smtpUrl: post.catcher.smtpUrl });
  await Promise.all([post.deliver(), other.deliver(), post.deliver()]);
  await other.close();
  expect(post.catcher.list({ to: email }).total).toBe(1);
});

test('nobody who left gets a mail', async () => {
  const { email, userId } = await invitation();
  await door.db.sql`update users set active = false where id = ${userId}`;
  await post.deliver();
  expect(post.catcher.list({ to: email }).total).toBe(0);
  expect((await rowsOf(userId))[0]!.state).toBe('obsolete');
});

test('a mail in doubt is sent once more under the same id, then left', async () => {
  const { email, userId } = await invitation();
  post.catcher.setBehaviour('drop-after-data', { times: 1 });
  await post.deliver();
  await hurry();
  await post.deliver();
  const { mails } = post.catcher.list({ to: email });
  expect(mails).toHaveLength(2);
  expect(mails[0]!.messageId).toBe(mails[1]!.messageId);
  const lost = await invitation();
  post.catcher.setBehaviour('lose-after-data', { times: 2 });
  await post.deliver();
  await hurry();
  await post.deliver();
  expect((await rowsOf(lost.userId))[0]).toMatchObject({ state: 'unknown', sealed: null });
  expect((await rowsOf(userId))[0]!.state).toBe('sent');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPasskey, findSecondFactors, saveTotp } from '../../db/queries/second-factors.js';
import { deleteEndedSessions } from '../../db/queries/sessions.js';
import type { Visitor } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { personIn, signedIn } from './people.js';

let web: TestWeb;
let demo: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
  demo = await startTestWeb({ web: { demo: true } });
});
afterAll(async () => {
  await web.close();
  await demo.close();
});

const PAGE = '/cuenta/segundo';
const remove = (browser: Visitor, factor: string) =>
  browser.submit(PAGE, { factor }, `${PAGE}/quitar`);

/** An officer, so that the password alone opens the session, who then gets factors and maybe another role. */
async function person(at: TestWeb, of: { keys?: readonly string[]; codes?: true; also?: string }) {
  const { id, email } = await personIn(at, 'officer');
  const browser = await signedIn(at, email);
  const { db } = at.database;
  for (const key of of.keys ?? []) {
    const fresh = { id: `${key}-${id}`, publicKey: Buffer.from('key'), counter: 0, transports: [] };
    await addPasskey(db, id, fresh);
  }
  if (of.codes) await saveTotp(db, id, 'sealed', 1);
  if (of.also) {
    await db.sql`insert into memberships (user_id, institution_id, role)
      select user_id, institution_id, ${of.also} from memberships where user_id = ${id}`;
  }
  return { id, browser, has: () => findSecondFactors(db, id) };
}

describe('a second factor', () => {
  it('is removed by the person, the others stay, and other sessions end', async () => {
    const { id, browser, has } = await person(web, { keys: ['one', 'two'], codes: true });
    const [{ n: before }] = (await web.database.db
      .sql`select count(*)::int as n from sessions where user_id = ${id} and revoked_at is null`) as [
      { n: number },
    ];
    expect(before).toBe(1);
    const page = await browser.get(PAGE);
    expect(page.html).toContain('Llave de acceso 2');
    expect((await remove(browser, `one-${id}`)).status).toBe(303);
    expect(await has()).toEqual({ totp: true, passkeys: 1 });
    expect((await remove(browser, 'codigos')).status).toBe(303);
    expect(await has()).toEqual({ totp: false, passkeys: 1 });
    expect((await browser.get('/cuenta')).status).toBe(200);
  });

  it.each(['supervisor', 'case-lead', 'admin', 'monitor'])(
    'is never taken from a %s who has no other',
    async (also) => {
      const { id, browser, has } = await person(web, { keys: ['one'], codes: true, also });
      expect((await remove(browser, 'codigos')).status).toBe(303);
      const refused = await remove(browser, `one-${id}`);
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('Agregue otro antes de quitarlo');
      expect(await has()).toEqual({ totp: false, passkeys: 1 });
    },
  );

  it('is left when the last two are removed in the same moment', async () => {
    const { id, browser, has } = await person(web, { keys: ['one'], codes: true, also: 'admin' });
    await browser.get(PAGE);
    await Promise.all([remove(browser, 'codigos'), remove(browser, `one-${id}`)]);
    const { totp, passkeys } = await has();
    expect(Number(totp) + passkeys).toBe(1);
  });

  it('may be the last of an officer, and of anybody where all people are invented', async () => {
    const officer = await person(web, { codes: true });
    expect((await remove(officer.browser, 'codigos')).status).toBe(303);
    expect(await officer.has()).toEqual({ totp: false, passkeys: 0 });
    const invented = await person(demo, { codes: true, also: 'admin' });
    expect((await remove(invented.browser, 'codigos')).status).toBe(303);
    expect(await invented.has()).toEqual({ totp: false, passkeys: 0 });
  });

  it('of somebody else is not there, and an old proof of identity removes nothing', async () => {
    const mine = await person(web, { keys: ['one'] });
    const theirs = await person(web, { keys: ['one'] });
    await remove(mine.browser, `one-${theirs.id}`);
    expect(await theirs.has()).toEqual({ totp: false, passkeys: 1 });
    await mine.browser.get(PAGE);
    await web.database.db
      .sql`update sessions set authenticated_at = now() - interval '11 minutes' where user_id = ${mine.id}`;
    const sent = await mine.browser.submit(
      '/cuenta',
      { factor: `one-${mine.id}` },
      `${PAGE}/quitar`,
    );
    expect(sent.location).toContain('/cuenta/confirmar');
    expect(await mine.has()).toEqual({ totp: false, passkeys: 1 });
  });
});

describe('sessions that are over', () => {
  it('are deleted a day after they ended; those that live stay', async () => {
    const { id } = await person(web, {});
    const { sql } = web.database.db;
    await sql`insert into sessions (id, token_hash, user_id, institution_id, role, factors, device, expires_at, revoked_at)
      select id || n, token_hash || n, user_id, institution_id, role, factors, device,
        now() + (CASE n WHEN 1 THEN interval '-2 days' ELSE interval '8 hours' END),
        CASE n WHEN 2 THEN now() - interval '2 days' WHEN 3 THEN now() - interval '1 hour' END
      from sessions, generate_series(1, 3) as n where user_id = ${id}`;
    expect(await deleteEndedSessions(web.database.db, 1)).toBe(1);
    expect(await deleteEndedSessions(web.database.db, 100)).toBe(1);
    expect(await deleteEndedSessions(web.database.db, 100)).toBe(0);
    const left = await sql`select revoked_at is null as lives from sessions where user_id = ${id}`;
    expect(left.map(({ lives }) => lives).toSorted()).toEqual([false, true]);
  });
});

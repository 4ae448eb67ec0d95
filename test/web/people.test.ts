import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findLink } from '../../db/queries/one-time-links.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { formTo } from '../support/page-form.js';
import { openPost, type Post } from '../support/post.js';
import { hiddenIn, type Visitor, visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { FAR, HOME, PASSWORD, personIn, signedIn } from './people.js';
import { wordsOf } from './task-play.js';

const publicUrl = 'https://retorno.example';
const PEOPLE = '/institucion/personas';
let web: TestWeb;
let post: Post;

beforeAll(async () => {
  web = await startTestWeb({ web: { demo: true, publicUrl } });
  post = await openPost(web.door, { publicUrl });
});
afterAll(async () => {
  await post.close();
  await web.close();
});

let boss: Visitor;
let bossId: string;
beforeEach(async () => {
  const { id, email } = await personIn(web, 'supervisor');
  bossId = id;
  boss = await signedIn(web, email);
});

let invited = 0;
const freshAddress = () => {
  invited += 1;
  return `invitada.inventada.${invited}@biblioteca.example`;
};
const add = (browser: Visitor, correo: string, funcion = 'officer', page = PEOPLE) =>
  browser.submit(page, { nombre: 'Persona Inventada, préstamos', correo, funcion, idioma: 'es' });

/** The path of the one-time link in the newest mail to an address. */
async function linkTo(email: string): Promise<string> {
  await post.deliver();
  const [newest] = post.catcher.list({ to: email }).mails;
  const full = await post.catcher.find(newest!.id);
  return /https:\/\/retorno\.example(\/invitacion\/[0-9a-v]{52})/.exec(full?.text ?? '')![1]!;
}

describe('an invitation', () => {
  it('leads by mail to a password of one’s own and into the work', async () => {
    const correo = freshAddress();
    expect(await add(boss, correo)).toMatchObject({
      status: 303,
      location: `${PEOPLE}?hecho=agregada`,
    });
    const link = await linkTo(correo);
    const browser = visitorOf(web);
    const seen = await browser.submit(link, { nueva: PASSWORD });
    expect(seen).toMatchObject({ status: 303, location: '/tareas' });
    expect((await browser.get('/cuenta')).html).toContain(correo);
  });

  it('is shown as often as a mail program likes, and used once', async () => {
    const correo = freshAddress();
    await add(boss, correo);
    const link = await linkTo(correo);
    for (let n = 0; n < 5; n += 1) expect((await visitorOf(web).get(link)).status).toBe(200);
    const browsers = [visitorOf(web), visitorOf(web)];
    const seen = await Promise.all(browsers.map((one) => one.submit(link, { nueva: PASSWORD })));
    expect(seen.map(({ status }) => status).sort()).toEqual([303, 410]);
    const used = await visitorOf(web).get(link);
    expect(used).toMatchObject({ status: 410 });
    expect(used.html).toContain('Si ya eligió su contraseña con esta dirección, entre con ella');
    expect(used.html).toContain('href="/entrar"');
    const late = visitorOf(web);
    const { html } = await late.get('/entrar');
    const sent = await late.post(link, { ...hiddenIn(html), nueva: 'otra frase de alguien' });
    expect(sent.status).toBe(410);
  });

  it('ends after a day, and with a newer one', async () => {
    const correo = freshAddress();
    await add(boss, correo);
    const first = await linkTo(correo);
    const secret = first.split('/').at(-1)!;
    await add(boss, correo);
    expect(await visitorOf(web).get(first)).toMatchObject({ status: 410 });
    const second = await linkTo(correo);
    await web.database.db.sql`update one_time_links set expires_at = now()`;
    expect(await visitorOf(web).get(second)).toMatchObject({ status: 410 });
    expect(await findLink(web.database.db, secret)).toBeUndefined();
  });

  it('keeps no secret in the database', async () => {
    const correo = freshAddress();
    await add(boss, correo);
    const secret = (await linkTo(correo)).split('/').at(-1)!;
    const [row] = await web.database.db.sql<{ all: string }[]>`
      select json_agg(l)::text as all from one_time_links l`;
    expect(row!.all).not.toContain(secret);
  });

  it('gives a known person the role without a new password', async () => {
    const { email } = await personIn(web, `${FAR}/officer`);
    await add(boss, email, 'case-lead');
    const browser = await signedIn(web, email);
    expect((await browser.get('/cuenta')).html).toContain('Responsable de caso');
  });

  it('refuses a weak password and keeps the link', async () => {
    const correo = freshAddress();
    await add(boss, correo);
    const link = await linkTo(correo);
    const browser = visitorOf(web);
    expect(await browser.submit(link, { nueva: 'corta' })).toMatchObject({ status: 422 });
    expect(await browser.submit(link, { nueva: PASSWORD })).toMatchObject({ status: 303 });
  });
});

describe('who looks after people', () => {
  it('gives only roles of the own institution', async () => {
    const correo = freshAddress();
    expect(await add(boss, correo, 'admin')).toMatchObject({ status: 422 });
    expect(await add(boss, correo, 'monitor')).toMatchObject({ status: 422 });
    expect(await boss.get(`${PEOPLE}?institucion=${FAR}`)).toMatchObject({ status: 403 });
    const { email } = await personIn(web, 'admin');
    const admin = await signedIn(web, email);
    const page = `${PEOPLE}?institucion=${FAR}`;
    expect(await add(admin, correo, 'monitor', page)).toMatchObject({ status: 303 });
  });

  it.each(['officer', 'case-lead', 'monitor'])('is not the role %s', async (role) => {
    const { email } = await personIn(web, role);
    const browser = await signedIn(web, email);
    expect(await browser.get(PEOPLE)).toMatchObject({ status: 403 });
    const form = hiddenIn((await browser.get('/cuenta')).html);
    for (const path of ['', '/renovar', '/terminar', '/aprobar', '/rechazar', '/reenviar']) {
      const sent = await browser.post(PEOPLE + path, { ...form, de: bossId });
      expect(sent.status).toBe(403);
    }
  });

  it('cannot touch people of another institution, nor end themselves', async () => {
    const { id } = await personIn(web, `${FAR}/officer`);
    for (const path of ['/renovar', '/terminar']) {
      expect(await boss.submit(PEOPLE, { de: id }, PEOPLE + path)).toMatchObject({ status: 403 });
      expect(await boss.submit(PEOPLE, { de: bossId }, PEOPLE + path)).toMatchObject({
        status: 403,
      });
    }
  });

  it('gives nobody a role themselves, nor themselves more time', async () => {
    const { db } = web.database;
    const { id, email } = await personIn(web, 'admin');
    const admin = await signedIn(web, email);
    await db.sql`update memberships set renewed_at = now() - interval '80 days' where user_id in (${id}, ${bossId})`;
    const [mine] = await db.sql<{ email: string }[]>`select email from users where id = ${bossId}`;
    const page = `${PEOPLE}?institucion=${FAR}`;
    const tried = [
      await add(boss, mine!.email, 'case-lead'),
      await add(boss, mine!.email.toUpperCase(), 'supervisor'),
      await add(admin, email, 'case-lead', page),
    ];
    for (const seen of tried) {
      expect(seen.status).toBe(422);
      expect(seen.html).toContain('Nadie se da una función a sí mismo');
    }
    const roles = await db.sql<{ role: string; stale: boolean }[]>`
      select role, renewed_at < now() - interval '79 days' as stale from memberships
      where user_id in (${id}, ${bossId}) order by role`;
    expect([...roles]).toEqual([
      { role: 'admin', stale: true },
      { role: 'supervisor', stale: true },
    ]);
  });

  it('brings faulty forms back with what was typed', async () => {
    const seen = await boss.submit(PEOPLE, { nombre: '', correo: 'sin arroba', funcion: '' });
    expect(seen.status).toBe(422);
    expect(seen.html).toContain('value="sin arroba"');
    for (const said of ['Escriba el nombre y el puesto', 'Seleccione la función']) {
      expect(seen.html.split(said)).toHaveLength(3);
    }
  });
});

describe('a person who leaves', () => {
  it('loses every session of the institution at once, and keeps another institution’s', async () => {
    const one = await personIn(web, 'officer');
    const both = await personIn(web, 'officer', `${FAR}/officer`);
    const [first, second] = [await signedIn(web, one.email), await signedIn(web, both.email)];
    await second.submit('/cuenta', { institucion: HOME, funcion: 'officer' }, '/cuenta/funcion');
    for (const { id } of [one, both]) {
      const sent = await boss.submit(PEOPLE, { de: id }, `${PEOPLE}/terminar`);
      expect(sent.location).toBe(`${PEOPLE}?hecho=terminada`);
    }
    expect(await first.get('/cuenta')).toMatchObject({ status: 303 });
    expect(await second.get('/cuenta')).toMatchObject({ status: 303 });
    await expect(signedIn(web, one.email)).rejects.toThrow('422');
    const elsewhere = await signedIn(web, both.email);
    expect((await elsewhere.get('/cuenta')).html).toContain('far-library');
  });

  it('comes back with a new link, not with the old password', async () => {
    const { id, email } = await personIn(web, 'officer');
    await boss.submit(PEOPLE, { de: id }, `${PEOPLE}/terminar`);
    await add(boss, email);
    await expect(signedIn(web, email)).rejects.toThrow('422');
    const nueva = 'siete ríos muy lentos';
    expect(await visitorOf(web).submit(await linkTo(email), { nueva })).toMatchObject({
      status: 303,
    });
  });
});

describe('ending an access', () => {
  const page = `${PEOPLE}/terminar`;

  it('shows first who loses what, and does it only when that is confirmed', async () => {
    const { id, email } = await personIn(web, 'officer', 'case-lead');
    const theirs = await signedIn(web, email);
    const list = await boss.get(`${PEOPLE}?pagina=1`);
    expect(list.html).not.toContain(`action="${page}`);
    expect(list.html).toContain(`href="${page}?de=`);
    const shown = await boss.get(`${page}?de=${id}`);
    expect(shown.status).toBe(200);
    const said = wordsOf(shown.html);
    for (const word of [email, 'Responsable de caso', 'sesiones se cierran', 'No, volver']) {
      expect(said).toContain(word);
    }
    expect(await theirs.get('/cuenta')).toMatchObject({ status: 200 });
    const { fields, action } = formTo(shown.html, page);
    expect(fields.de).toBe(id);
    expect(await boss.post(action, fields)).toMatchObject({
      status: 303,
      location: `${PEOPLE}?hecho=terminada`,
    });
    expect(await theirs.get('/cuenta')).toMatchObject({ status: 303 });
    expect(await boss.get(`${page}?de=${id}`)).toMatchObject({
      status: 303,
      location: `${PEOPLE}?hecho=tarde`,
    });
  });

  it('is not shown for people of another institution, nor for oneself', async () => {
    const { id } = await personIn(web, `${FAR}/officer`);
    for (const de of [id, bossId, 'nadie', '']) {
      expect((await boss.get(`${page}?de=${de}`)).status, de).toBe(403);
    }
  });
});

describe('an institution of many people', () => {
  it('is shown 25 a page, each person once, and an act leads back to its page', async () => {
    const { email } = await personIn(web, `${FAR}/supervisor`);
    const chief = await signedIn(web, email);
    const { db } = web.database;
    for (let n = 0; n < 60; n += 1) await personIn(web, `${FAR}/officer`);
    const [row] = await db.sql<{ n: number }[]>`
      select count(distinct user_id)::int as n from memberships where institution_id = ${FAR}`;
    const pages = Math.ceil(row!.n / 25);
    const seen: string[] = [];
    for (let n = 1; n <= pages; n += 1) {
      const { html } = await chief.get(`${PEOPLE}?pagina=${n}`);
      const found = [...html.matchAll(/rt-address">([^<]+)</g)].map(([, one]) => one!);
      expect(found).toHaveLength(n < pages ? 25 : row!.n - 25 * (pages - 1));
      expect(html.includes(`href="${PEOPLE}?pagina=${n + 1}"`)).toBe(n < pages);
      seen.push(...found);
    }
    expect(new Set(seen).size).toBe(row!.n);
    expect((await chief.get(`${PEOPLE}?pagina=999`)).html).toContain(seen.at(-1));
    const second = await chief.get(`${PEOPLE}?pagina=2`);
    const { fields, action } = formTo(second.html, /\/renovar\?pagina=2$/);
    const renewed = await chief.post(action, fields);
    expect(renewed.location).toBe(`${PEOPLE}?pagina=2&hecho=renovada`);
    expect((await chief.get(renewed.location)).html).toContain('renovado por 90 días');
    const link = new RegExp(`href="(${PEOPLE}/terminar[^"]+)"`).exec(second.html)![1]!;
    const confirm = await chief.get(link.replaceAll('&amp;', '&'));
    const sent = formTo(confirm.html, /\/terminar\?pagina=2$/);
    expect((await chief.post(sent.action, sent.fields)).location).toBe(
      `${PEOPLE}?pagina=2&hecho=terminada`,
    );
  });
});

describe('the search for a person', () => {
  const addressesIn = (html: string) =>
    [...html.matchAll(/rt-address">([^<]+)</g)].map(([, one]) => one!);

  it('finds by parts of name and address, whatever accents and case, and keeps what was asked', async () => {
    const { email: chiefs } = await personIn(web, `${FAR}/supervisor`);
    const chief = await signedIn(web, chiefs);
    const { id, email } = await personIn(web, `${FAR}/officer`);
    await web.database.db.sql`
      update users set display_name = 'Íñigo Güemes Inventado' where id = ${id}`;
    const elsewhere = await personIn(web, `officer`);
    for (const sought of ['guemes', 'INIGO  Inventad', email.slice(0, 30), 'íñigo güemes']) {
      const { html } = await chief.get(`${PEOPLE}?${new URLSearchParams({ buscar: sought })}`);
      expect(addressesIn(html), sought).toContain(email);
      expect(addressesIn(html), sought).not.toContain(elsewhere.email);
    }
    const { html } = await chief.get(`${PEOPLE}?buscar=guemes`);
    expect(addressesIn(html)).toEqual([email]);
    expect(html).toContain('1 persona encontrada.');
    expect(html).toContain('value="guemes"');
    const { fields, action } = formTo(html, /\/renovar\?buscar=guemes$/);
    expect((await chief.post(action, fields)).location).toBe(
      `${PEOPLE}?buscar=guemes&hecho=renovada`,
    );
  });

  it.each(['nadie-se-llama-así', '%', '_', "'; --", '\u{10ffff}'])(
    'finds nobody by %s',
    async (sought) => {
      const { status, html } = await boss.get(
        `${PEOPLE}?${new URLSearchParams({ buscar: sought })}`,
      );
      expect(status).toBe(200);
      expect(addressesIn(html)).toEqual([]);
      expect(html).toContain('Nadie aquí tiene ese nombre o correo.');
      expect(html).toContain('Agregar a una persona');
    },
  );
});

describe('ninety days', () => {
  it('end a role unless the institution renews it', async () => {
    const { id, email } = await personIn(web, 'officer');
    await web.database.db
      .sql`update memberships set renewed_at = now() - interval '91 days' where user_id = ${id}`;
    // The list has pages; this puts the person on the first.
    await web.database.db.sql`update users set display_name = 'Ana Inventada' where id = ${id}`;
    await expect(signedIn(web, email)).rejects.toThrow('422');
    expect((await boss.get(PEOPLE)).html).toContain('Sin acceso: pasaron 90 días sin renovar');
    await boss.submit(PEOPLE, { de: id }, `${PEOPLE}/renovar`);
    await signedIn(web, email);
  });
});

describe('the way back', () => {
  const ask = (correo: string) => visitorOf(web).submit('/entrar/recuperar', { correo });
  const requestOf = async (id: string) => {
    const [row] = await web.database.db.sql<{ id: string }[]>`
      select id from recoveries where user_id = ${id} and decided_at is null`;
    return row?.id ?? '';
  };

  it('opens by a second officer’s word, once, and closes every other way', async () => {
    const { id, email } = await personIn(web, 'officer');
    await web.database.db.sql`
      insert into totp_secrets (user_id, sealed, last_step) values (${id}, 'x:y', 1)`;
    await ask(email);
    expect((await boss.get(PEOPLE)).html).toContain('Piden volver a entrar');
    const de = await requestOf(id);
    const approved = await boss.submit(PEOPLE, { de }, `${PEOPLE}/aprobar`);
    expect(approved.location).toBe(`${PEOPLE}?hecho=aprobada`);
    const again = await boss.submit(PEOPLE, { de }, `${PEOPLE}/aprobar`);
    expect(again.location).toBe(`${PEOPLE}?hecho=tarde`);
    const nueva = 'siete ríos muy lentos';
    const browser = visitorOf(web);
    await browser.submit(await linkTo(email), { nueva });
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(true);
    await expect(signedIn(web, email)).rejects.toThrow('422');
    const [row] = await web.database.db.sql`
      select count(*)::int as n from totp_secrets where user_id = ${id}`;
    expect(row!.n).toBe(0);
  });

  it('is answered alike for an address without an account, and asked for once', async () => {
    const { id, email } = await personIn(web, 'officer');
    const seen = [await ask(email), await ask(email), await ask('nadie@biblioteca.example')];
    for (const one of seen) {
      expect(one).toMatchObject({ status: 303, location: '/entrar/recuperar?pedido' });
    }
    const [row] = await web.database.db.sql`
      select count(*)::int as n from recoveries where user_id = ${id}`;
    expect(row!.n).toBe(1);
  });

  it('is not opened by an institution that gave somebody of elsewhere a role to that end', async () => {
    const { id, email } = await personIn(web, `${FAR}/case-lead`);
    const { email: own } = await personIn(web, `${FAR}/supervisor`);
    expect(await add(boss, email)).toMatchObject({ status: 303 });
    await ask(email);
    const de = await requestOf(id);
    expect((await boss.get(PEOPLE)).html).not.toContain(`value="${de}"`);
    const sent = await boss.submit(PEOPLE, { de }, `${PEOPLE}/aprobar`);
    expect(sent.location).toBe(`${PEOPLE}?hecho=tarde`);
    expect(await requestOf(id)).toBe(de);
    const approved = await (await signedIn(web, own)).submit(PEOPLE, { de }, `${PEOPLE}/aprobar`);
    expect(approved.location).toBe(`${PEOPLE}?hecho=aprobada`);
  });

  it('is not opened by oneself, nor by another institution', async () => {
    const { email } = await personIn(web, `${FAR}/supervisor`);
    const stranger = await signedIn(web, email);
    const [mine] = await web.database.db.sql<{ email: string }[]>`
      select email from users where id = ${bossId}`;
    await ask(mine!.email);
    const de = await requestOf(bossId);
    for (const browser of [boss, stranger]) {
      const sent = await browser.submit(PEOPLE, { de }, `${PEOPLE}/aprobar`);
      expect(sent.location).toBe(`${PEOPLE}?hecho=tarde`);
    }
    expect(await requestOf(bossId)).toBe(de);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPost, type Post } from '../support/post.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { fieldsOf, HOME } from '../web/task-play.js';

const COURIER = 'invented-courier/officer';
const LEAD = 'invented-home-library/case-lead';
const MAILBOX = 'biblioteca@correo.example';
const REASON = 'Falta un puente: Persona Inventada Canaria';

let web: TestWeb;
let post: Post;
beforeAll(async () => {
  web = await startTestWeb();
  post = await openPost(web.door);
  await web.database.db.sql`update institutions set email = ${MAILBOX}, language = 'es'
    where id = 'invented-home-library'`;
});
afterAll(async () => {
  await post.close();
  await web.close();
});
afterEach(() => post.catcher.setBehaviour('accept'));

/** A case whose courier has asked for more time, as often as the form was sent. */
async function asked(times = 1, more = {}): Promise<{ run: string; id: string }> {
  const run = await web.startLoan(more);
  await web.answer(run, 'home-library', 'request', 'accepted');
  const address = `/tareas/${run}/itinerary/pedir/plazo`;
  const fields = fieldsOf((await web.open(address, COURIER)).html, address);
  for (let n = 0; n < times; n += 1) {
    const { status } = await web.send(address, COURIER, { ...fields, motivo: REASON });
    expect(status).toBe(303);
  }
  const [row] = await web.database.db.sql<{ id: string }[]>`
    select id from step_requests where run_id = ${run}`;
  return { run, id: row!.id };
}

/** The mails that speak of a request. */
async function mailsOf(id: string) {
  const { mails } = post.catcher.list({ limit: 1000 });
  const read = await Promise.all(mails.map((mail) => post.catcher.get(mail.id)));
  return read.filter(({ text }) => text.includes(id));
}

describe('what an institution asks of the lead', () => {
  it('is mailed once to the institution that leads, with a link and nothing of case, step or reason', async () => {
    const { run, id } = await asked(2);
    await post.deliver();
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(mail!.to).toEqual([MAILBOX]);
    expect(mail!.subject).toBe('Una institución espera su respuesta');
    for (const said of [mail!.text, mail!.html]) {
      expect(said).toContain(`https://retorno.example/avisos/pedidos/${id}`);
    }
    for (const hidden of [run, 'Canaria', 'puente', 'itinerary', 'Planear', 'courier']) {
      expect(mail!.raw.toString(), hidden).not.toContain(hidden);
    }
  });

  it('waits for the mail server, and is not sent once somebody replied', async () => {
    const { run, id } = await asked();
    post.catcher.setBehaviour('unavailable');
    await post.deliver();
    const state = () =>
      web.database.db.sql`select state from mails where about = ${id} and kind = 'request'`;
    expect(await state()).toEqual([{ state: 'pending' }]);
    const reply = `/tareas/${run}/pedidos/${id}`;
    expect((await web.send(reply, LEAD, { respuesta: 'Hasta el martes' })).status).toBe(303);
    post.catcher.setBehaviour('accept');
    await web.database.db.sql`update mails set not_before = now() where about = ${id}`;
    await post.deliver();
    expect(await state()).toEqual([{ state: 'obsolete' }]);
    expect((await mailsOf(id)).filter(({ to }) => to.includes(MAILBOX))).toEqual([]);
  });

  it('is mailed to nobody from a rehearsal', async () => {
    const { id } = await asked(1, { rehearsal: { startsAt: new Date().toISOString() } });
    expect(await web.database.db.sql`select id from mails where about = ${id}`).toEqual([]);
  });

  it('leads by the link to the request, for those of the leading institution alone', async () => {
    const { run, id } = await asked();
    const link = `/avisos/pedidos/${id}`;
    expect((await web.open(link)).location).toBe(`/entrar?a=${encodeURIComponent(link)}`);
    const lead = await web.open(link, LEAD);
    expect(lead).toMatchObject({ status: 303, location: `/casos/${run}#pedidos` });
    expect((await web.open(lead.location, LEAD)).html).toContain('id="pedidos"');
    expect((await web.open(link, HOME)).location).toBe(`/tareas/${run}`);
    const stranger = await web.open(link, 'invented-foreign-library/case-lead');
    expect(stranger.status).toBe(404);
    expect(stranger.html).not.toContain(run);
    expect((await web.open('/avisos/pedidos/ninguno', LEAD)).status).toBe(404);
    expect((await web.open(link, 'invented-audit-office/monitor')).status).toBe(403);
  });
});

describe('what the lead replies', () => {
  const ASKED_AT = 'mensajeria@correo.example';
  const REPLY = 'Hasta el martes, dice Persona Inventada Canaria';
  beforeAll(
    () =>
      web.database.db.sql`update institutions set email = ${ASKED_AT}, language = 'en'
      where id = 'invented-courier'`,
  );

  const reply = async ({ run, id }: { run: string; id: string }) =>
    (await web.send(`/tareas/${run}/pedidos/${id}`, LEAD, { respuesta: REPLY })).status;
  const stateOf = async (id: string) => {
    const rows = await web.database.db.sql<{ state: string }[]>`
      select state from mails where about = ${id} and kind = 'reply'`;
    return rows.map(({ state }) => state);
  };

  it('is mailed once to the institution that asked, with a link and nothing of case, step or reply', async () => {
    const { run, id } = await asked();
    expect(await stateOf(id)).toEqual([]);
    expect(await reply({ run, id })).toBe(303);
    expect(await reply({ run, id }), 'replied before').not.toBe(303);
    await post.deliver();
    const mails = (await mailsOf(id)).filter(({ to }) => to.includes(ASKED_AT));
    expect(mails.map(({ subject }) => subject)).toEqual([
      'There is a reply to what your institution asked',
    ]);
    const [mail] = mails;
    const link = `/avisos/pedidos/${id}`;
    expect(mail!.text).toContain(`https://retorno.example${link}`);
    for (const hidden of [run, 'Canaria', 'martes', 'itinerary', 'Planear']) {
      expect(mail!.raw.toString(), hidden).not.toContain(hidden);
    }
    const led = await web.open(link, COURIER);
    expect(led).toMatchObject({ status: 303, location: `/tareas/${run}#pedidos` });
    const { html } = await web.open(led.location, COURIER);
    expect(html).toContain('id="pedidos"');
    expect(html).toContain('Persona Inventada Canaria');
  });

  it('is mailed to nobody who lost its part in the case meanwhile', async () => {
    const lost = await asked();
    expect(await reply(lost)).toBe(303);
    await web.database.db.sql`update run_parties set institution_id = 'invented-expert'
      where run_id = ${lost.run} and institution_id = 'invented-courier'`;
    await post.deliver();
    expect(await stateOf(lost.id)).toEqual(['obsolete']);
    expect((await web.open(`/avisos/pedidos/${lost.id}`, COURIER)).status).toBe(404);
  });

  it('is mailed to nobody who is cut off from it meanwhile', async () => {
    const cut = await asked();
    expect(await reply(cut)).toBe(303);
    await web.database.db.sql`update run_parties set cut = true
      where run_id = ${cut.run} and institution_id = 'invented-courier'`;
    await post.deliver();
    expect(await stateOf(cut.id)).toEqual(['obsolete']);
    expect((await web.open(`/avisos/pedidos/${cut.id}`, COURIER)).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPost, type Post } from '../support/post.js';
import { hiddenIn, type Visitor } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { callWebhooksOnce } from '../webhooks/call-once.js';
import { isSignedWith, type Receiver, startReceiver } from '../webhooks/receiver.js';
import { FAR, HOME, personIn, signedIn } from './people.js';

let web: TestWeb;
let post: Post;
let receiver: Receiver;
let one: Visitor;
let other: Visitor;

beforeAll(async () => {
  web = await startTestWeb({ web: { demo: true }, settings: { webhooksToLoopback: true } });
  post = await openPost(web.door);
  receiver = await startReceiver();
  one = await signedIn(web, (await personIn(web, 'supervisor')).email);
  other = await signedIn(web, (await personIn(web, 'supervisor')).email);
});
afterAll(async () => {
  await receiver.close();
  await post.close();
  await web.close();
});

const hostId = async (host: string): Promise<string> => {
  const [row] = await web.database.db.sql<{ id: string }[]>`
    select id from webhook_hosts where host = ${host} and removed_at is null`;
  return row!.id;
};

describe('calls to an institution’s own system', () => {
  it('are set up by two people, and the secret on the page opens the first call', async () => {
    const asked = await one.submit(
      '/webhooks',
      { servidor: receiver.host },
      '/webhooks/servidores',
    );
    expect(asked).toMatchObject({ status: 303, location: '/webhooks?hecho=pedido' });
    const approve = `/webhooks/servidores/${await hostId(receiver.host)}/aprobar`;
    expect((await one.get('/webhooks')).html).toContain(
      'Usted lo pidió; debe aprobarlo otra persona',
    );
    expect((await one.submit('/webhooks', {}, approve)).status).toBe(409);
    const early = await one.submit('/webhooks/nueva', { direccion: receiver.url });
    expect(early.status).toBe(422);
    expect(early.html).toContain('espere a que otra persona lo apruebe');
    expect((await other.submit('/webhooks', {}, approve)).location).toBe(
      '/webhooks?hecho=aprobado',
    );

    const form = (await one.get('/webhooks/nueva')).html;
    const secret = /whsec_[A-Za-z0-9+/=]+/.exec(form)![0];
    const added = await one.post('/webhooks/nueva', { ...hiddenIn(form), direccion: receiver.url });
    expect(added).toMatchObject({ status: 303, location: '/webhooks?hecho=agregada' });
    const run = await web.startLoan();
    await callWebhooksOnce(post.deps);
    const [got] = receiver.received;
    expect(isSignedWith(secret, got!)).toBe(true);
    expect(got!.body).not.toContain(run);
    const { html } = await one.get('/webhooks');
    expect(html).toContain(receiver.url);
    expect(html).not.toContain(secret);
  });

  it('tell what became of each, and are made again from the page', async () => {
    const [endpoint] = await web.database.db.sql<
      { id: string }[]
    >`select id from webhook_endpoints`;
    const page = `/webhooks/${endpoint!.id}/llamadas`;
    const { html } = await one.get(page);
    expect(html).toContain('Entregada');
    expect(html).toContain('contestó 204');
    const [call] = await web.database.db.sql<{ id: string }[]>`select id from webhook_deliveries`;
    const again = await one.submit(page, {}, `${page}/${call!.id}`);
    expect(again.location).toBe(`${page}?hecho=repetida`);
    await callWebhooksOnce(post.deps);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([call!.id, call!.id]);
  });

  it('take a new secret only from the form that showed it to this person', async () => {
    const [endpoint] = await web.database.db.sql<{ id: string; secret: string }[]>`
      select id, secret from webhook_endpoints`;
    const page = `/webhooks/${endpoint!.id}/secreto`;
    const mine = hiddenIn((await one.get(page)).html);
    const theirs = hiddenIn((await other.get(page)).html);
    const stolen = await one.post(page, { ...mine, secreto: theirs.secreto! });
    expect(stolen.status).toBe(403);
    expect((await one.post(page, mine)).location).toBe('/webhooks?hecho=cambiado');
    const [after] = await web.database.db.sql<
      { secret: string }[]
    >`select secret from webhook_endpoints`;
    expect(after!.secret).not.toBe(endpoint!.secret);
    expect((await one.get('/webhooks')).html).toContain('El secreto anterior también sirve hasta');
  });

  it('rest and go on', async () => {
    const [endpoint] = await web.database.db.sql<
      { id: string }[]
    >`select id from webhook_endpoints`;
    const at = `/webhooks/${endpoint!.id}`;
    expect((await one.submit('/webhooks', {}, `${at}/detener`)).location).toContain('detenida');
    expect((await one.submit('/webhooks', {}, `${at}/detener`)).status).toBe(409);
    expect((await one.get('/webhooks')).html).toContain('Detenida');
    expect((await one.submit('/webhooks', {}, `${at}/reanudar`)).location).toContain('reanudada');
  });

  it.each(['10.0.0.1', '169.254.169.254', 'a.local', 'b/c', ''])(
    'do not go to %s, and the form says what to write',
    async (servidor) => {
      const seen = await one.submit('/webhooks', { servidor }, '/webhooks/servidores');
      expect(seen.status).toBe(422);
      expect(seen.html).toContain('<title>Error:');
      expect(seen.html).toContain('No se admiten números ni nombres internos');
    },
  );

  it('are nobody else’s business', async () => {
    const stranger = await signedIn(web, (await personIn(web, `${FAR}/supervisor`)).email);
    const [endpoint] = await web.database.db.sql<
      { id: string }[]
    >`select id from webhook_endpoints`;
    expect((await stranger.get('/webhooks')).html).not.toContain(receiver.url);
    expect((await stranger.get(`/webhooks/${endpoint!.id}/llamadas`)).status).toBe(404);
    expect((await stranger.get(`/webhooks?institucion=${HOME}`)).status).toBe(403);
    for (const role of ['officer', 'case-lead', 'monitor']) {
      const who = await signedIn(web, (await personIn(web, role)).email);
      expect((await who.get('/webhooks')).status).toBe(403);
    }
    const admin = await signedIn(web, (await personIn(web, `${FAR}/admin`)).email);
    expect((await admin.get(`/webhooks?institucion=${HOME}`)).html).toContain(receiver.url);
  });
});

describe('the same by API', () => {
  const supervisor = `${HOME}/supervisor`;

  it('lists, asks, approves by another account only, adds, rotates, stops, lists calls and replays', async () => {
    const second = await startReceiver();
    const asked = await web.call<{ id: string }>('POST', '/v1/webhooks/hosts', {
      as: supervisor,
      body: { host: second.host },
    });
    expect(asked.status).toBe(201);
    const approval = `/v1/webhooks/hosts/${asked.body.id}/approval`;
    expect((await web.call('POST', approval, { as: supervisor })).status).toBe(409);
    expect(
      (await web.call('POST', `${approval}?institution=${HOME}`, { as: `${FAR}/admin` })).status,
    ).toBe(204);
    const added = await web.call<{ id: string; secret: string }>('POST', '/v1/webhooks', {
      as: supervisor,
      body: { url: second.url },
    });
    expect(added).toMatchObject({
      status: 201,
      body: { secret: expect.stringMatching(/^whsec_/) },
    });
    const at = `/v1/webhooks/${added.body.id}`;
    const rotated = await web.call<{ secret: string }>('POST', `${at}/secret`, { as: supervisor });
    expect(rotated.body.secret).not.toBe(added.body.secret);
    await web.startLoan();
    await callWebhooksOnce(post.deps);
    expect(isSignedWith(added.body.secret, second.received[0]!)).toBe(true);
    const calls = await web.call<{ items: { id: string; state: string }[] }>('GET', `${at}/calls`, {
      as: supervisor,
    });
    expect(calls.body.items).toMatchObject([{ state: 'delivered', lastStatus: 204, attempts: 1 }]);
    const replay = `${at}/calls/${calls.body.items[0]!.id}/replay`;
    expect((await web.call('POST', replay, { as: supervisor })).status).toBe(202);
    const state = { as: supervisor, body: { state: 'stopped' } };
    expect((await web.call('PUT', `${at}/state`, state)).status).toBe(204);
    expect((await web.call('PUT', `${at}/state`, state)).status).toBe(409);
    const list = await web.call<{ hosts: object[]; webhooks: object[] }>('GET', '/v1/webhooks', {
      as: supervisor,
    });
    expect(list.body.webhooks).toHaveLength(2);
    expect(JSON.stringify(list.body)).not.toMatch(/whsec_|secret/);
    const host = `/v1/webhooks/hosts/${asked.body.id}`;
    expect((await web.call('DELETE', host, { as: supervisor })).status).toBe(204);
    expect((await web.call('DELETE', host, { as: supervisor })).status).toBe(404);
    expect((await web.call('GET', `${at}/calls`, { as: `${FAR}/supervisor` })).status).toBe(404);
    await second.close();
  });

  it('is for supervisors and administrators', async () => {
    for (const role of ['officer', 'case-lead', 'monitor']) {
      const as = `${HOME}/${role}`;
      expect((await web.call('GET', '/v1/webhooks', { as })).status).toBe(403);
      const body = { url: 'https://a.example/' };
      expect((await web.call('POST', '/v1/webhooks', { as, body })).status).toBe(403);
    }
    const foreign = { as: `${FAR}/supervisor` };
    expect((await web.call('GET', `/v1/webhooks?institution=${HOME}`, foreign)).status).toBe(403);
  });
});

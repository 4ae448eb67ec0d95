import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { registerMailCatcherPages } from '../../platform/mail/catcher-pages.js';
import { sampleMail, testCatcher, testTransport } from './mail-fixtures.js';

async function pagesWith(mails: Parameters<typeof sampleMail>[0][]) {
  const catcher = await testCatcher();
  const transport = testTransport(catcher.smtpUrl);
  for (const mail of mails) await transport.send(sampleMail(mail));
  const app = Fastify();
  await registerMailCatcherPages(app, catcher, { prefix: '/correo' });
  onTestFinished(() => app.close());
  return (url: string) => app.inject({ url });
}

test('the list shows the newest first, in Spanish, and says what it is', async () => {
  const get = await pagesWith([{ subject: 'Primero' }, { subject: 'Segundo' }]);
  const { statusCode, body, headers } = await get('/correo');
  expect(statusCode).toBe(200);
  expect(body).toContain('<html lang="es">');
  expect(body).toContain('Herramienta de demostración');
  expect(body.indexOf('Segundo')).toBeLessThan(body.indexOf('Primero'));
  expect(body).toContain('href="/correo/2"');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers['cache-control']).toBe('no-store');
  expect(body).not.toContain('<script');
});

test('English is one link away and stays', async () => {
  const get = await pagesWith([{}]);
  expect((await get('/correo?to=guardia')).body).toContain('href="/correo?to=guardia&amp;lang=en"');
  const { body } = await get('/correo?lang=en');
  expect(body).toContain('<html lang="en">');
  expect(body).toContain('Demonstration tool');
  expect(body).toContain('href="/correo/1?lang=en"');
  expect((await get('/correo/1?lang=en')).body).toContain('Back to the list');
});

test('it is filtered by recipient and says when nothing matches', async () => {
  const get = await pagesWith([
    { to: 'uno@inventado.example', subject: 'Para uno' },
    { to: 'dos@inventado.example', subject: 'Para dos' },
  ]);
  const { body } = await get('/correo?to=DOS%40inventado');
  expect(body).toContain('Para dos');
  expect(body).not.toContain('Para uno');
  expect(body).toContain('value="DOS@inventado"');
  expect((await get('/correo?to=nadie')).body).toContain('Ningún correo para esa dirección');
  expect((await (await pagesWith([]))('/correo')).body).toContain('Todavía no ha llegado');
});

test('25 to a page; a page that is not there shows the nearest', async () => {
  const get = await pagesWith(
    Array.from({ length: 30 }, (_, i) => ({ subject: `Aviso n${i + 1}.` })),
  );
  const firstPage = (await get('/correo')).body;
  expect(firstPage.match(/<li>/g)).toHaveLength(25);
  expect(firstPage).toContain('30 correos');
  expect(firstPage).toContain('Página 1 de 2');
  const second = (await get('/correo?page=2')).body;
  expect(second.match(/<li>/g)).toHaveLength(5);
  expect(second).toContain('Aviso n1.');
  for (const page of ['99', '2.9', '2&page=1']) {
    expect((await get(`/correo?page=${page}`)).body).toContain('Página 2 de 2');
  }
  for (const page of ['0', '-1', 'x', '']) {
    expect((await get(`/correo?page=${page}`)).body).toContain('Página 1 de 2');
  }
});

test('a mail shows its text with links and its HTML in a locked frame', async () => {
  const text = 'Abrir:\nhttps://servicio.example/t/1?a=b&c=d\n<b>fin</b>\n';
  const get = await pagesWith([{ text, html: '<p style="color:red">Hola</p><script>1</script>' }]);
  const page = await get('/correo/1');
  expect(page.body).toContain(
    '<a href="https://servicio.example/t/1?a=b&amp;c=d" rel="noreferrer">',
  );
  expect(page.body).toContain('&lt;b&gt;fin&lt;/b&gt;');
  expect(page.body).toContain('<iframe sandbox src="/correo/1/html"');
  expect(page.body).toContain('auto-submitted: auto-generated');
  expect(page.body).not.toContain('<script');
  const frame = await get('/correo/1/html');
  expect(frame.body).toContain('<p style="color:red">Hola</p>');
  expect(frame.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox$/);
});

test('hostile text is shown, never run', async () => {
  const payload = '"><script>alert(1)</script>';
  const get = await pagesWith([{ subject: payload }]);
  for (const url of ['/correo', '/correo/1', `/correo?to=${encodeURIComponent(payload)}`]) {
    const { body } = await get(url);
    expect(body).not.toContain('<script');
    expect(body).toContain('&quot;&gt;&lt;script&gt;');
  }
});

test('a mail that is not there is a 404 in words', async () => {
  const get = await pagesWith([]);
  for (const url of ['/correo/7', '/correo/7/html', '/correo/..%2F..%2Fetc']) {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(404);
    expect(body).toContain('No existe ese correo');
  }
});

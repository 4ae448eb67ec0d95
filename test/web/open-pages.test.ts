import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';

const OFFICER = 'invented-far-library/officer';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ web: { testMail: true } });
});
afterAll(() => web.close());

describe('pages everybody may read', () => {
  it.each([
    ['/ayuda', 'Ayuda', 'Help'],
    ['/privacidad', 'Datos personales y privacidad', 'Personal data and privacy'],
    ['/accesibilidad', 'Declaración de accesibilidad', 'Accessibility statement'],
  ])('%s is read without signing in, in both languages', async (url, es, en) => {
    const first = await web.open(url);
    expect(first.status).toBe(200);
    expect(first.html).toContain(`<h1 class="govuk-heading-l">${es}</h1>`);
    expect(first.html).not.toContain('action="/salir"');
    const second = await web.open(url, undefined, { 'accept-language': 'en' });
    expect(second.html).toContain(`<h1 class="govuk-heading-l">${en}</h1>`);
    expect(second.headers['content-language']).toBe('en');
  });

  it('shows their menu to those who are signed in', async () => {
    const { html } = await web.open('/ayuda', OFFICER);
    expect(html).toContain('action="/salir"');
  });

  it('leads to caught mail only where mail is caught', async () => {
    expect((await web.open('/ayuda')).html).toContain('href="/correo"');
    const plain = await startTestWeb();
    const { html } = await plain.open('/ayuda');
    await plain.close();
    expect(html).not.toContain('/correo');
  });
});

describe('an address that does not exist', () => {
  it('is a page for a browser, with the menu of whoever is signed in', async () => {
    const guest = await web.open('/no/existe');
    expect(guest.status).toBe(404);
    expect(guest.html).toContain('No hay nada en esta dirección');
    expect(guest.html).not.toContain('action="/salir"');
    expect((await web.open('/no/existe', OFFICER)).html).toContain('action="/salir"');
    const english = await web.open('/no/existe', undefined, { 'accept-language': 'en' });
    expect(english.html).toContain('There is nothing at this address');
  });

  it('never repeats what was asked for', async () => {
    const { html } = await web.open('/%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(html).not.toContain('alert(1)');
  });

  it.each(['/v1/no/existe', '/health/x'])('is a problem document at the API: %s', async (url) => {
    const { status, headers } = await web.open(url, undefined, { accept: '*/*' });
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('is a problem document for a program that asks for no HTML', async () => {
    const { headers } = await web.open('/no/existe', undefined, { accept: 'application/json' });
    expect(headers['content-type']).toContain('application/problem+json');
  });
});

describe('every page', () => {
  it.each(['/ayuda', '/no/existe', '/entrar'])(
    'may load and run nothing of others, is kept by no cache and listed by no search engine: %s',
    async (url) => {
      const { headers, html } = await web.open(url);
      expect(String(headers['content-security-policy'])).toMatch(/^default-src 'none'; /);
      expect(String(headers['content-security-policy'])).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(html).not.toMatch(/<script(?! type="module" src="\/recursos\/)|javascript:|\son\w+=/i);
      expect(html).not.toMatch(/\s(src|href|action)="(https?:)?\/\//i);
      expect(html).not.toMatch(/<style|\sstyle="/i);
    },
  );

  it('refuses what is no form with a page', async () => {
    const json = await web.app.inject({
      method: 'POST',
      url: '/entrar',
      headers: { accept: 'text/html' },
      payload: { correo: 'x' },
    });
    expect(json.statusCode).toBe(415);
    expect(json.headers['content-type']).toContain('text/html');
    expect(json.body).toContain('No se pudo hacer');
    expect((await web.app.inject({ method: 'PUT', url: '/entrar' })).statusCode).toBe(405);
  });
});

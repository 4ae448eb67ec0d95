import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../door/definitions.js';
import { SHIPPED } from '../../protocols/registry.js';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from '../../web/frame/cookies.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const PEOPLE = SHIPPED.filter(({ operation }) => operation === undefined);

const OFFICER = 'invented-far-library/officer';
const HOME = 'invented-home-library/officer';
const LEAD = 'invented-home-library/case-lead';

let web: TestWeb;
/** Its first step is answered: the next institutions have tasks. */
let run: string;
let fresh: string;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [bookLoan, ...SHIPPED] });
  run = await web.startLoan();
  await web.answer(run, 'home-library', 'request', 'accepted');
  fresh = await web.startLoan();
});
afterAll(() => web.close());

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** As a person who chose the language. */
const inLanguage = async (language: 'es' | 'en', url: string) =>
  web.open(url, OFFICER, {
    cookie: `${LANGUAGE_COOKIE}=${language}; ${SESSION_COOKIE}=${await web.sessionOf(OFFICER)}`,
  });
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ');

describe.each(SHIPPED.map((definition) => [definition.id, definition] as const))(
  'the manual of %s',
  (id, definition) => {
    it.each(['es', 'en'] as const)('says all of the definition, in %s', async (language) => {
      const { status, html } = await inLanguage(language, `/ayuda/protocolos/${id}`);
      expect(status).toBe(200);
      expect(html).toContain(digestOf(definition));
      for (const step of definition.steps) {
        expect(html.includes(`. ${escaped(step.title[language])}</h3>`), step.id).toBe(true);
        const said = [
          ...(step.deadline ? [step.deadline.source.ref] : []),
          ...(step.shares ?? []).flatMap(({ ground, purpose }) => [ground.ref, purpose[language]]),
        ];
        expect(said.filter((text) => !html.includes(escaped(text)))).toEqual([]);
      }
      const proposals = definition.steps.filter(
        ({ deadline }) => deadline?.source.mark === 'proposal',
      );
      const mark = language === 'es' ? 'propuesta, sin fuente' : 'proposed, without a source';
      expect(html.split(`(${mark})`).length - 1).toBeGreaterThanOrEqual(proposals.length);
      const other = language === 'es' ? 'If nobody answers' : 'Si nadie responde';
      expect(html).not.toContain(other);
      expect(textOf(html)).not.toMatch(/undefined|\[object|NaN/);
    });
  },
);

describe('a sheet of rights', () => {
  it.each(PEOPLE.map((definition) => [definition.id, definition] as const))(
    'speaks to the person of %s in both languages',
    async (id, { endings }) => {
      const es = await inLanguage('es', `/ayuda/derechos/${id}`);
      const en = await inLanguage('en', `/ayuda/derechos/${id}`);
      expect([es.status, en.status]).toEqual([200, 200]);
      expect(es.html).toContain('Sus derechos en este proceso</h1>');
      expect(en.html).toContain('Your rights in this procedure</h1>');
      const missing = endings.filter(
        ({ title }) => !es.html.includes(escaped(title.es)) || !en.html.includes(escaped(title.en)),
      );
      expect(missing).toEqual([]);
      expect(es.html).toContain('Nadie puede trasladarle mientras falte');
    },
  );

  it('is not made of a protocol about a vehicle', async () => {
    expect((await web.open('/ayuda/derechos/group-operation', OFFICER)).status).toBe(404);
    const { html } = await web.open('/ayuda/protocolos', OFFICER);
    expect(html).not.toContain('/ayuda/derechos/group-operation');
  });
});

describe('manuals', () => {
  it('are listed with the version in force', async () => {
    const { html } = await web.open('/ayuda/protocolos', OFFICER);
    for (const { id, version, title } of SHIPPED) {
      expect(html).toContain(`href="/ayuda/protocolos/${id}"`);
      expect(html).toContain(`${escaped(title.es)}, versión ${version}`);
    }
  });

  it('are read after signing in, and only of protocols there are', async () => {
    expect((await web.open('/ayuda/protocolos')).location).toContain('/entrar');
    for (const name of ['no-such', '..%2F', 'a'.repeat(200)]) {
      expect((await web.open(`/ayuda/protocolos/${name}`, OFFICER)).status, name).toBe(404);
      expect((await web.open(`/ayuda/derechos/${name}`, OFFICER)).status, name).toBe(404);
    }
  });
});

describe('the sheet of rights of a case', () => {
  const contactsIn = (html: string) =>
    [...html.matchAll(/<li class="rt-contact"><strong>([^<]+)<\/strong>/g)].map(([, name]) => name);

  it('names every institution of the case where its lead prints it', async () => {
    const { status, html } = await web.open(`/ayuda/casos/${run}/derechos`, LEAD);
    expect(status).toBe(200);
    expect(contactsIn(html)).toHaveLength(bookLoan.roles.length);
    expect(html).toContain('conduce el caso');
  });

  it('names only itself where the receiving side prints it', async () => {
    const { html } = await web.open(`/ayuda/casos/${run}/derechos`, OFFICER);
    expect(contactsIn(html)).toEqual(['Institución inventada far-library']);
  });

  it('names itself, the lead and the monitor where another party prints it', async () => {
    const { html } = await web.open(`/ayuda/casos/${run}/derechos`, 'invented-courier/officer');
    expect(contactsIn(html)).toEqual(
      ['home-library', 'courier', 'audit-office'].map((role) => `Institución inventada ${role}`),
    );
  });

  it('is not there for whoever has no part in the case', async () => {
    for (const page of ['derechos', 'protocolo']) {
      const url = `/ayuda/casos/${run}/${page}`;
      expect((await web.open(url, 'invented-foreign-library/officer')).status).toBe(404);
      expect((await web.open(url, 'invented-audit-office/monitor')).status).toBe(403);
      expect((await web.open(url, HOME)).status).toBe(200);
    }
  });
});

describe('a case in plain words', () => {
  it('says what happens now, who has to act, until when and what silence brings, with its instants', async () => {
    for (const url of [`/casos/${fresh}`, `/casos/${fresh}/pasos/request`]) {
      const { html } = await web.open(url, LEAD);
      const words = textOf(html.slice(html.indexOf('En palabras sencillas'))).replace(/\s+/g, ' ');
      expect(words).toContain('Qué pasa ahora');
      expect(words).toMatch(
        /Quién tiene que actuar Su institución\. Institución inventada home-library/,
      );
      expect(words).toMatch(/Hasta cuándo Hasta el .+ de \d{4}, \d\d:\d\d \(hora de .+?\)\. Vence/);
      expect(words).toMatch(
        /Qué pasa si nadie responde .+ de \d{4}, \d\d:\d\d \([^)]+\): se recuerda/,
      );
    }
  });

  it('folds the same into the page of the task, with the ways to manual and sheet', async () => {
    const { html } = await web.open(`/tareas/${fresh}/request`, HOME);
    expect(html).toMatch(/<summary[^>]*><span[^>]*>En palabras sencillas/);
    expect(html).toContain(`href="/ayuda/casos/${fresh}/derechos"`);
    expect(html).toContain(`href="/ayuda/casos/${fresh}/protocolo"`);
  });

  it('does not tell the receiving side that nothing goes on', async () => {
    const before = await web.open(`/tareas/${run}`, OFFICER);
    expect(before.html).toContain('Una persona tiene que decidir: «Dar el permiso».');
    await web.answer(run, 'far-library', 'permit', 'given');
    await web.answer(run, 'far-library', 'far-ready', 'ready');
    const { html } = await web.open(`/tareas/${run}`, OFFICER);
    expect(html).toContain('De lo que su institución puede ver, nada espera respuesta ahora');
    expect(html).not.toContain('nada sigue por sí solo');
    expect(html).not.toContain('/pasos/');
  });
});

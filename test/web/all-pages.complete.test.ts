import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webPages } from '../../web/register-web.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { ALL_PAGES } from './all-pages.js';
import type { Seed } from './seed-pages.js';

/** Addresses that show nothing themselves, or need what only their own tests set up; each with the reason. */
const NOT_LOOKED_AT: Readonly<Record<string, string>> = {
  '/': 'leads on',
  '/idioma/:language': 'leads on',
  '/recursos/:file': 'style and script',
  '/panel/novedades': 'for a script',
  '/casos/:run/novedades': 'for a script',
  '/avisos/:reference': 'leads on',
  '/avisos/pedidos/:request': 'leads on',
  '/pruebas/:request/novedades': 'for a script',
  '/pruebas/:request/archivo': 'a file, never shown by the browser',
  '/entrar/institucion/regreso': 'leads on',
  '/entrar/institucion/:institucion': 'leads on',
  '/ayuda/casos/:run/consentimientos/:purpose': 'as at /ayuda/consentimientos/:protocol/:purpose',
  '/ayuda/casos/:run/protocolo': 'the manual, as at /ayuda/protocolos/:protocol',
  '/tareas/:run/:step/evidencia/:file': 'a file, never shown by the browser',
};

/** Any names do: only the form of the addresses counts here. */
const SEED: Seed = {
  run: 'run1',
  next: 'run2',
  drafted: 'run3',
  shared: 'run4',
  family: 'run5',
  pseudonym: 'name1',
  reported: '/tareas/run6/sucesos/event/registrado',
  entry: '',
  webhook: 'webhook1',
  colleague: 'user1',
  evidence: { ready: 'evidence1', late: 'evidence2', failed: 'evidence3' },
};

const addresses = new Set<string>();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    pages: (app, context, countFailure) => {
      app.addHook('onRoute', ({ method, url, config }) => {
        if (config?.page && [method].flat().includes('GET')) addresses.add(url);
      });
      return webPages()(app, context, countFailure);
    },
  });
});
afterAll(() => api.close());

/** The route a page of the list belongs to: of those that fit, the one with the fewest parameters. */
function routeOf(url: string): string | undefined {
  const path = url.split('?')[0];
  return [...addresses]
    .filter((route) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path ?? ''))
    .sort((a, b) => a.split(':').length - b.split(':').length)[0];
}

describe('the list of all pages', () => {
  it('has every page, and names none there is not', () => {
    const looked = new Set(ALL_PAGES.map(({ url }) => routeOf(url(SEED))));
    const forgotten = [...addresses].filter((url) => !looked.has(url) && !(url in NOT_LOOKED_AT));
    console.log(
      `${addresses.size} addresses of pages, ${looked.size - 1} looked at by every check`,
    );
    expect(forgotten).toEqual([]);
    expect(ALL_PAGES.filter(({ url, status }) => status !== 404 && !routeOf(url(SEED)))).toEqual(
      [],
    );
    const names = ALL_PAGES.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webPages } from '../../web/register-web.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { ALL_PAGES } from './all-pages.js';

/** Addresses that show nothing themselves, or need what only their own tests set up; each with the reason. */
const NOT_LOOKED_AT: Readonly<Record<string, string>> = {
  '/': 'leads on',
  '/idioma/:language': 'leads on',
  '/recursos/:file': 'style and script',
  '/panel/novedades': 'for a script',
  '/casos/:run/novedades': 'for a script',
  '/avisos/:reference': 'leads on',
  '/entrar/institucion/regreso': 'leads on',
  '/entrar/institucion/:institucion': 'leads on',
};

/** Pages that are to come onto the list; it may only become shorter. */
const MISSING = [
  '/casos/:run/acciones/recordar',
  '/casos/:run/acciones/suceso',
  '/casos/nuevo/datos',
  '/casos/nuevo/instituciones',
  '/casos/nuevo/plazos',
  '/casos/nuevo/revisar',
  '/compartidos/:run/:share',
  '/entrar/segundo',
  '/monitoreo/casos/:pseudonym',
  '/tareas/:run/:step/evidencia',
  '/tareas/:run/:step/evidencia/:file',
  '/tareas/:run/:step/revisar',
  '/tareas/:run/sucesos/:event',
  '/tareas/:run/sucesos/:event/registrado',
];

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
  it('has every page but those named, and names none too many', () => {
    const seed = { run: 'run1', next: 'run2', webhook: 'webhook1' };
    const looked = new Set(ALL_PAGES.map(({ url }) => routeOf(url(seed))));
    const forgotten = [...addresses].filter((url) => !looked.has(url) && !(url in NOT_LOOKED_AT));
    console.log(
      `${addresses.size} addresses of pages, ${looked.size - 1} looked at by every check`,
    );
    expect(forgotten.filter((url) => !MISSING.includes(url))).toEqual([]);
    expect(MISSING.filter((url) => !forgotten.includes(url))).toEqual([]);
  });
});

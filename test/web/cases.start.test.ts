import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookLoan } from '../fixtures/book-loan.js';
import { FOREIGN } from '../support/api.js';
import { bindingsOf } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const LEAD = 'invented-home-library/case-lead';
const KEY = (n: number) => `web-${String(n).padStart(24, '0')}`;

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

const said = (more: Record<string, string> = {}) => ({
  protocolo: 'book-loan',
  pais: 'MX',
  'dato.isRare': 'no',
  ...Object.fromEntries(
    Object.entries(bindingsOf(bookLoan)).map(([role, id]) => [`institucion.${role}`, id]),
  ),
  ...more,
});
const at = (page: string, fields: Record<string, string>) =>
  `/casos/nuevo${page}?${new URLSearchParams(fields)}`;

describe('starting a case', () => {
  it('asks which protocol, and comes back when none was chosen', async () => {
    const first = await web.open('/casos/nuevo', LEAD);
    expect(first.status).toBe(200);
    expect(first.html).toContain('value="book-loan"');
    const again = await web.open('/casos/nuevo/datos', LEAD);
    expect(again.status).toBe(422);
    expect(again.html).toContain('<title>Error: ');
    expect(again.html).toContain('href="#protocolo"');
  });

  it('names every missing fact at once and keeps what was said', async () => {
    const { status, html } = await web.open(at('/instituciones', { protocolo: 'book-loan' }), LEAD);
    expect(status).toBe(422);
    expect(html).toContain('Seleccione: Es un libro raro');
    expect(html).toContain('Seleccione el país');
    const kept = await web.open(
      at('/instituciones', { protocolo: 'book-loan', 'dato.isRare': 'si' }),
      LEAD,
    );
    expect(kept.html).toMatch(/value="si" checked/);
  });

  it('proposes the own institution, and the only one of its kind', async () => {
    const { html } = await web.open(
      at('/instituciones', { protocolo: 'book-loan', pais: 'MX', 'dato.isRare': 'no' }),
      LEAD,
    );
    expect(html).toMatch(
      /<option selected value="invented-home-library"|value="invented-home-library" selected/,
    );
    expect(html).toMatch(
      /<option selected value="invented-courier"|value="invented-courier" selected/,
    );
  });

  it('keeps an institution chosen by hand when the country changes, and proposes the others anew', async () => {
    const chosen = said({ 'institucion.far-library': FOREIGN, 'institucion.courier': '' });
    const facts = await web.open(at('/datos', chosen), LEAD);
    const carried = [
      ...facts.html.matchAll(/type="hidden" name="(institucion\.[^"]+)"(?: value="([^"]*)")?/g),
    ];
    expect(carried.map(([, name, value = '']) => [name, value])).toEqual([
      ['institucion.far-library', FOREIGN],
      ['institucion.courier', ''],
    ]);
    const next = await web.open(
      at('/instituciones', {
        protocolo: 'book-loan',
        'dato.isRare': 'no',
        pais: 'MX',
        ...Object.fromEntries(carried.map(([, name, value = '']) => [name!, value])),
      }),
      LEAD,
    );
    expect(next.html).toMatch(
      new RegExp(`value="${FOREIGN}" selected|selected value="${FOREIGN}"`),
    );
    expect(next.html).toMatch(
      /value="invented-home-library" selected|selected value="invented-home-library"/,
    );
    expect(next.html).not.toMatch(
      /value="invented-courier" selected|selected value="invented-courier"/,
    );
  });

  it('says which role still needs an institution', async () => {
    const { status, html } = await web.open(
      at('/plazos', said({ 'institucion.courier': '' })),
      LEAD,
    );
    expect(status).toBe(422);
    expect(html).toContain('Elija una institución para la función Mensajería');
  });

  it('says which institution is of the other State', async () => {
    const chosen = said({ 'institucion.far-library': 'invented-home-library' });
    const { status, html } = await web.open(at('/plazos', chosen), LEAD);
    expect(status).toBe(422);
    expect(html).toContain('href="#institucion.far-library"');
    expect(html).toContain(
      'La institución Institución inventada home-library es de México y, por la que cumple Biblioteca propietaria, la función Biblioteca lejana pertenece a otro Estado',
    );
  });

  it('shows every deadline with a real date', async () => {
    const { status, html } = await web.open(at('/plazos', said()), LEAD);
    expect(status).toBe(200);
    for (const step of bookLoan.steps.filter(({ deadline }) => deadline)) {
      expect(html).toContain(step.title.es);
    }
    expect(html.match(/<time datetime="20/gi)?.length).toBeGreaterThan(3);
  });

  it('starts one case for a page sent twice, and leads to it', async () => {
    const check = await web.open(at('/revisar', said()), LEAD);
    expect(check.status).toBe(200);
    const clave = /name="clave" value="([^"]+)"/.exec(check.html)?.[1] ?? '';
    const before = (await web.database.countRows()).runs!;
    const first = await web.send('/casos/nuevo/iniciar', LEAD, { ...said(), clave });
    const second = await web.send('/casos/nuevo/iniciar', LEAD, { ...said(), clave });
    expect(first).toMatchObject({ status: 303 });
    expect(first.location).toMatch(/^\/casos\/[0-9a-v]{26}\?hecho=F-[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    expect(second.location).toBe(first.location);
    expect((await web.database.countRows()).runs).toBe(before + 1);
    const page = await web.open(first.location, LEAD);
    expect(page.html).toContain('Quedó registrado el');
    expect(page.html).toContain(new URL(first.location, 'http://x').searchParams.get('hecho')!);
  });

  it('asks whether it is another person when the same was started a short while ago', async () => {
    const check = await web.open(at('/revisar', said()), LEAD);
    expect(check.html).toContain('¿Es el mismo caso?');
    const warned = await web.send('/casos/nuevo/iniciar', LEAD, { ...said(), clave: KEY(1) });
    expect(warned.status).toBe(422);
    expect(warned.html).toContain('Confirme que es otra persona');
    const other = { ...said(), clave: KEY(1), 'otra-persona': 'si' };
    expect((await web.send('/casos/nuevo/iniciar', LEAD, other)).status).toBe(303);
  });

  it('starts nothing for an institution that fills no role', async () => {
    const before = (await web.database.countRows()).runs;
    const answer = await web.send('/casos/nuevo/iniciar', 'invented-foreign-library/case-lead', {
      ...said({ 'dato.isRare': 'si' }),
      clave: KEY(2),
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Su institución debe cumplir una función');
    expect((await web.database.countRows()).runs).toBe(before);
  });

  it.each(['officer', 'supervisor', 'monitor'])('is not for this role: %s', async (role) => {
    expect((await web.open('/casos/nuevo', `invented-home-library/${role}`)).status).toBe(403);
  });
});

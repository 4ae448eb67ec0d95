import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveInstitutions, setInstitutionState } from '../../db/queries/institutions.js';
import { consular } from '../fixtures/consular.js';
import { freshKey } from '../support/api.js';
import { bindingsOf, inventedInstitutions } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const ADMIN = 'invented-office/admin';
const LEAD = 'invented-office/case-lead';
const CONSULATE = 'invented-consulate';
const THIRD = 'invented-third-consulate';
const UNSURE = 'Consulado o cancillería por confirmar';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [consular] });
  const consulate = inventedInstitutions(consular).find(({ id }) => id === CONSULATE)!;
  await saveInstitutions(web.database.db, [
    { ...consulate, country: 'MX' },
    { ...consulate, id: THIRD, country: 'MX', ofState: 'PA' },
  ]);
});
afterAll(() => web.close());

async function known(ofState: string | null): Promise<void> {
  await setInstitutionState(web.database.db, CONSULATE, ofState);
  await web.door.directory.reload();
}

const start = (page: string, consulate: string) =>
  web.open(
    `/casos/nuevo${page}?${new URLSearchParams({
      protocolo: 'consular',
      pais: 'CR',
      ...Object.fromEntries(
        Object.entries({ ...bindingsOf(consular), consulate }).map(([role, id]) => [
          `institucion.${role}`,
          id,
        ]),
      ),
    })}`,
    LEAD,
  );

describe('the page of consulates and ministries', () => {
  it('names those of which nobody has said whose they are, and enters it', async () => {
    const before = await web.open('/directorio', ADMIN);
    expect(before.status).toBe(200);
    expect(before.html).toContain('De una institución no consta de qué Estado es');
    expect(before.html).toContain('Sin registrar');
    const sent = await web.send('/directorio', ADMIN, { institucion: CONSULATE, estado: ' cr ' });
    expect([sent.status, sent.location]).toEqual([303, '/directorio?hecho=registrado']);
    const after = await web.open(sent.location, ADMIN);
    expect(after.html).toContain('El Estado quedó registrado');
    expect(after.html).not.toContain('Sin registrar');
    expect(web.door.directory.find(CONSULATE)?.ofState).toBe('CR');
  });

  it('asks again for what is no consulate and no State, and keeps what was typed', async () => {
    const { status, html } = await web.send('/directorio', ADMIN, {
      institucion: 'invented-shelter',
      estado: 'Q9',
    });
    expect(status).toBe(422);
    for (const field of ['institucion', 'estado']) expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('value="Q9"');
  });

  it('takes back what was entered by mistake, and not together with another State', async () => {
    await known('CR');
    const back = { institucion: CONSULATE, 'no-consta': 'si' };
    const both = await web.send('/directorio', ADMIN, { ...back, estado: 'HN' });
    expect(both.status).toBe(422);
    expect(both.html).toContain('Escriba un Estado o marque que no consta');
    expect(web.door.directory.find(CONSULATE)?.ofState).toBe('CR');
    const sent = await web.send('/directorio', ADMIN, { ...back, estado: '' });
    expect([sent.status, sent.location]).toEqual([303, '/directorio?hecho=quitado']);
    expect((await web.open(sent.location, ADMIN)).html).toContain('Ya no consta de qué Estado es');
    expect(web.door.directory.find(CONSULATE)?.ofState ?? null).toBeNull();
  });

  it('is for administrators', async () => {
    expect((await web.open('/directorio', LEAD)).status).toBe(403);
  });
});

describe('whoever starts a case', () => {
  it('reads beside each consulate where it sits and of which State it is', async () => {
    await known(null);
    const { html } = await start('/instituciones', CONSULATE);
    expect(html).toContain('(en MX, sin Estado registrado)');
    expect(html).toContain('(en MX, de PA)');
  });

  it('is refused a consulate of a third State, with the name of that State', async () => {
    const { status, html } = await start('/revisar', THIRD);
    expect(status).toBe(422);
    expect(html).toContain('href="#institucion.consulate"');
    expect(html).toContain('es de Panamá y,');
  });

  it('is told before starting that nobody has said whose a consulate is, and only then', async () => {
    await known(null);
    expect((await start('/revisar', CONSULATE)).html).toContain(UNSURE);
    await known('CR');
    const sure = await start('/revisar', CONSULATE);
    expect(sure.status).toBe(200);
    expect(sure.html).not.toContain(UNSURE);
  });
});

it('the case tells its lead for as long as nobody has said it, and so does giving the role away', async () => {
  await known(null);
  const { body } = await web.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: { protocol: 'consular', bindings: bindingsOf(consular) },
  });
  const page = `/casos/${body.run.run}`;
  expect((await web.open(page, LEAD)).html).toContain(UNSURE);
  const again = `${page}/acciones/reasignar?funcion=consulate&institucion=${CONSULATE}&motivo=place-changed`;
  expect((await web.open(again, LEAD)).html).toContain(UNSURE);
  await known('CR');
  expect((await web.open(page, LEAD)).html).not.toContain(UNSURE);
  expect((await web.open(again, LEAD)).html).not.toContain(UNSURE);
});

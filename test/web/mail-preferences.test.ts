import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMailPreferences } from '../../db/queries/mail-preferences.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME } from './people.js';

let web: TestWeb;
const OFFICER = `${HOME}/officer`;
const SUPERVISOR = `${HOME}/supervisor`;

beforeAll(async () => {
  web = await startTestWeb({ web: { demo: true } });
});
afterAll(() => web.close());

it('lets a person choose for themselves, and nobody else', async () => {
  const chosen = { recordatorios: 'daily', tambien: ['calendar'] };
  const saved = await web.send('/cuenta/avisos', OFFICER, chosen);
  expect(saved).toMatchObject({ status: 303, location: '/cuenta/avisos?hecho=guardado' });
  const { html } = await web.open('/cuenta/avisos', OFFICER);
  expect(html).toMatch(/value="daily"[^>]*checked/);
  expect(html).toMatch(/value="calendar"[^>]*checked/);
  expect(html).not.toMatch(/value="own"[^>]*checked/);
  expect((await web.open('/cuenta/avisos', SUPERVISOR)).html).toMatch(/value="each"[^>]*checked/);
  const { db } = web.database;
  expect(await findMailPreferences(db, { institution: HOME })).toMatchObject({ reminders: 'each' });
});

it('lets a supervisor choose for the institution; deadlines are nobody’s choice', async () => {
  const chosen = { recordatorios: 'daily', tambien: ['together', 'own', 'overdue'] };
  expect((await web.send('/institucion/avisos', SUPERVISOR, chosen)).status).toBe(303);
  const { db } = web.database;
  expect(await findMailPreferences(db, { institution: HOME })).toEqual({
    reminders: 'daily',
    calendar: false,
    together: true,
    own: true,
  });
  for (const role of ['officer', 'case-lead', 'monitor']) {
    expect((await web.open('/institucion/avisos', `${HOME}/${role}`)).status).toBe(403);
    expect((await web.send('/institucion/avisos', `${HOME}/${role}`, chosen)).status).toBe(403);
  }
  const { html } = await web.open('/institucion/avisos', SUPERVISOR);
  expect(html).toContain('se avisa siempre y al momento');
  expect(html).not.toMatch(/name="[^"]*"[^>]*value="overdue"/);
});

it('brings a form back that chooses nothing', async () => {
  const sent = await web.send('/cuenta/avisos', OFFICER, {});
  expect(sent.status).toBe(422);
  expect(sent.html).toContain('<title>Error:');
  expect(sent.html).toContain('Seleccione cómo recibir los recordatorios');
});

it('tells supervisors, in the inbox and on the page, of a notice that did not arrive', async () => {
  const run = await web.startLoan();
  expect((await web.open('/tareas', SUPERVISOR)).html).not.toContain('no llegó a su buzón');
  const [row] = await web.database.db.sql<{ reference: string }[]>`
    update notices set state = 'bounced' where run_id = ${run} and institution_id = ${HOME} and n = 0 and seq = 1 returning reference`;
  expect((await web.open('/tareas', SUPERVISOR)).html).toContain('Un aviso no llegó a su buzón');
  expect((await web.open('/tareas', OFFICER)).html).not.toContain('no llegó a su buzón');
  const { html } = await web.open('/institucion/avisos', SUPERVISOR);
  expect(html).toContain(`href="/avisos/${row!.reference}"`);
  const list = await web.open('/monitoreo', 'invented-audit-office/monitor');
  const address = /href="(\/monitoreo\/(?!pruebas)[^"?]+)"/.exec(list.html)![1]!;
  const seen = await web.open(address, 'invented-audit-office/monitor');
  expect(seen.html).toContain('Avisos que el buzón de la institución rechazó');
});

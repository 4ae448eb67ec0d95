import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseKeyOf } from '../../api/views/case-key.js';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import type { Definition } from '../../protocols/language/definition.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { closing } from '../fixtures/closing.js';
import { startTestRun } from '../support/door.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { fieldsOf, wordsOf } from './task-play.js';

const LEAD = 'invented-home-library/case-lead';
const RECTOR = 'invented-rector/case-lead';
const COURIER = 'invented-courier/officer';

const words = { es: 'Otra salida', en: 'Another departure' };
/** A loan whose departure may be moved by an event. */
const moved: Definition = {
  ...bookLoan,
  id: 'moved-loan',
  events: [
    ...bookLoan.events,
    {
      id: 'moved',
      title: words,
      by: 'anyone',
      form: [
        {
          id: 'departure',
          type: 'instant',
          category: 'D10',
          label: words,
          required: true,
          plans: 'departure',
        },
      ],
    },
  ],
};

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [bookLoan, closing, moved, adultDeportee] });
});
afterAll(() => web.close());

const acts = async (run: string, type: string) =>
  (
    await web.database.db.sql`
    SELECT seq FROM history WHERE run_id = ${run} AND act->>'type' = ${type}`
  ).length;

describe('what an action would bring', () => {
  it('is shown of the case a whole key stands for, before two cases are one family', async () => {
    const { runId: run } = await startTestRun(web.door, adultDeportee);
    const { runId: relative } = await startTestRun(web.door, adultDeportee);
    const address = `/casos/${run}/acciones/familia`;
    const { html } = await web.open(address, RECTOR);
    const typing = (key: string) =>
      web.send(address, RECTOR, { ...fieldsOf(html, address), 'clave-familiar': key });
    const key = caseKeyOf(relative);
    for (const wrong of ['', key.slice(0, -1), caseKeyOf(run), 'C-00000-00000']) {
      const refused = await typing(wrong);
      expect(refused.status, wrong).toBe(422);
      expect(wordsOf(refused.html)).toContain('Escriba la clave completa de otro caso abierto');
    }
    const check = await typing(key);
    expect(check.status).toBe(200);
    expect(check.html).toContain(`data-case="${relative}"`);
    expect(await acts(run, 'family-joined')).toBe(0);
    const shown = fieldsOf(check.html, address);
    const done = await web.send(address, RECTOR, shown);
    expect(done.status).toBe(303);
    const page = await web.open(done.location, RECTOR);
    expect(wordsOf(page.html)).toContain('Quedó registrado el');
    const again = await web.send(address, RECTOR, { ...fieldsOf(html, address), ...shown });
    expect(again.status).toBe(303);
  });

  it('is told with the answers it depends on, again when they change, and only then recorded', async () => {
    const { runId: run } = await startTestRun(web.door, moved, { assigns: { isRare: false } });
    const address = `/casos/${run}/acciones/suceso`;
    const first = await web.open(`${address}?suceso=moved`, LEAD);
    expect(first.status).toBe(200);
    const said = wordsOf(first.html);
    expect(said).toContain('Lo que pasaría depende de sus respuestas');
    expect(said).not.toContain('No se puede hacer ahora');
    expect(said).not.toContain('Registrar y aplicar');
    const on = (day: number) => {
      const at = new Date(Date.now() + day * 24 * 3600_000);
      const parts = (field: string) => ({
        [`${field}-day`]: String(at.getUTCDate()),
        [`${field}-month`]: String(at.getUTCMonth() + 1),
        [`${field}-year`]: String(at.getUTCFullYear()),
        [`${field}-time`]: '12:00',
      });
      return { ...parts('departure'), porque: 'Motivo inventado' };
    };
    const shown = await web.send(address, LEAD, { ...fieldsOf(first.html, address), ...on(20) });
    expect(shown.status).toBe(200);
    expect(wordsOf(shown.html)).toContain('Qué pasaría ahora');
    const changed = await web.send(address, LEAD, { ...fieldsOf(shown.html, address), ...on(21) });
    expect(changed.status, 'other dates than were shown').toBe(200);
    expect(await acts(run, 'event-reported')).toBe(0);
    const done = await web.send(address, LEAD, { ...fieldsOf(changed.html, address), ...on(21) });
    expect(done.status).toBe(303);
    expect(await acts(run, 'event-reported')).toBe(1);
  });

  it('is, of a case that ended, what a consent taken back still does', async () => {
    const { runId: run } = await startTestRun(web.door, closing);
    await web.answer(run, 'shelter', 'send', 'sent');
    const { html } = await web.open(`/casos/${run}/acciones`, 'invented-office/case-lead');
    const words = wordsOf(html);
    expect(words).toContain('El caso terminó. Todavía puede registrar');
    expect(words).toContain('La persona retira un consentimiento');
    expect(words).not.toContain('Abrir un paso adicional');
    expect(words).not.toContain('Detener');
    const page = `/casos/${run}/acciones/suceso`;
    const asked = await web.open(`${page}?suceso=taken-back`, 'invented-office/case-lead');
    const done = await web.send(page, 'invented-office/case-lead', {
      ...fieldsOf(asked.html, page),
      porque: 'Lo dijo por teléfono',
    });
    const now = wordsOf((await web.open(done.location, 'invented-office/case-lead')).html);
    expect(now).toContain('Terminó el');
    expect(now).toContain('Todavía espera respuesta:');
    expect(now).not.toContain('ningún paso espera respuesta');
  });
});

describe('what an institution asked of the lead', () => {
  it('stands on the board until it has a reply, and is not renewed under who writes one', async () => {
    const run = await web.startLoan();
    await web.answer(run, 'home-library', 'request', 'accepted');
    const board = async () =>
      Number(
        /data-tile="asked"><strong[^>]*>(\d+)/.exec((await web.open('/panel', LEAD)).html)?.[1],
      );
    expect(await board()).toBe(0);
    const address = `/tareas/${run}/itinerary/pedir/plazo`;
    const asking = fieldsOf((await web.open(address, COURIER)).html, address);
    await web.send(address, COURIER, { ...asking, motivo: 'El puente está cerrado' });
    expect(await board()).toBe(1);
    expect((await web.open('/casos?estado=asked', LEAD)).html).toContain(`data-case="${run}"`);
    const page = (await web.open(`/casos/${run}`, LEAD)).html;
    expect(page).toContain('<textarea');
    expect(page.slice(page.indexOf('data-live='))).not.toContain('<textarea');
    const reply = /action="(\/tareas\/[^"]+\/pedidos\/[^"]+)"/.exec(page)![1]!;
    await web.send(reply, LEAD, { respuesta: 'Hasta el martes' });
    expect(await board()).toBe(0);
  });

  it('is not lost without a word when the task has been answered meanwhile', async () => {
    const run = await web.startLoan();
    const as = 'invented-home-library/officer';
    const address = `/tareas/${run}/request/pedir/plazo`;
    const asking = fieldsOf((await web.open(address, as)).html, address);
    await web.answer(run, 'home-library', 'request', 'accepted');
    const late = await web.send(address, as, { ...asking, motivo: 'Falta un dato' });
    expect(late.status).toBe(422);
    expect(wordsOf(late.html)).toContain('el pedido no se envió');
    expect(late.html).toContain('Falta un dato');
  });
});

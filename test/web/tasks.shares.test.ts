import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { SHARE, sharedLoan } from './shared-loan.js';
import { fieldsOf, wordsOf } from './task-play.js';

const EXPERT = 'invented-expert/officer';
const ID = SHARE.id;
const NAME = 'Persona <b>Inventada</b>';

let web: TestWeb;
let run: string;
beforeAll(async () => {
  web = await startTestWeb();
  run = await sharedLoan(web, NAME);
});
afterAll(() => web.close());

async function openings(): Promise<number> {
  const rows = await web.database.db.sql`select id from share_openings where run_id = ${run}`;
  return rows.length;
}

describe('data that was sent to an institution', () => {
  it('shows as an envelope; the data only when asked for, each time recorded', async () => {
    const list = await web.open('/compartidos', EXPERT);
    expect(wordsOf(list.html)).toContain('Avisar a la persona experta');
    expect(wordsOf(list.html)).toContain('identidad, viaje y logística');
    const page = await web.open(`/compartidos/${run}/${ID}`, EXPERT);
    expect(wordsOf(page.html)).toContain('Seguir el viaje');
    const inCase = await web.open(`/tareas/${run}`, EXPERT);
    for (const { html } of [list, page, inCase]) expect(html).not.toContain('Inventada<');
    expect(await openings()).toBe(0);
    const data = await web.open(`/compartidos/${run}/${ID}?datos=ver`, EXPERT);
    expect(wordsOf(data.html)).toContain(NAME);
    expect(data.html).not.toContain('<b>Inventada</b>');
    expect(wordsOf(data.html)).toContain('Salida jueves 31 de diciembre de 2026, 18:00');
    expect(await openings()).toBe(1);
  });

  it('reaches nobody else, and no opening is recorded for them', async () => {
    const before = await openings();
    for (const as of [
      'invented-far-library/officer',
      'invented-courier/officer',
      'invented-expert/monitor',
    ]) {
      const { status, html } = await web.open(`/compartidos/${run}/${ID}?datos=ver`, as);
      expect([403, 404]).toContain(status);
      expect(wordsOf(html)).not.toContain('Inventada');
    }
    expect(await openings()).toBe(before);
  });

  it('is acknowledged once, whoever sends the form twice', async () => {
    const address = `/compartidos/${run}/${ID}`;
    const fields = fieldsOf((await web.open(address, EXPERT)).html, address);
    const both = await Promise.all([
      web.send(address, EXPERT, fields),
      web.send(address, EXPERT, fields),
    ]);
    expect(both.map(({ location }) => location)).toEqual(Array(2).fill(`${address}?acuse=si`));
    const page = await web.open(both[0]!.location, EXPERT);
    expect(wordsOf(page.html)).toContain('Recibo acusado.');
    expect(page.html).not.toContain('Acusar recibo</button>');
    const rows = await web.database.db.sql`
      select seq from history where run_id = ${run} and act->>'type' = 'share-acknowledged'`;
    expect(rows).toHaveLength(1);
    const done = await web.open('/compartidos?ver=acusados', EXPERT);
    expect(wordsOf(done.html)).toContain('Acusado el');
  });
});

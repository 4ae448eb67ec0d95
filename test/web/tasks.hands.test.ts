import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHolder, moveHolding } from '../../db/queries/holders.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { fieldsOf, HOME, wordsOf } from './task-play.js';

const OTHER = 'invented-home-library/case-lead';
const SUPERVISOR = 'invented-home-library/supervisor';
const place = (run: string) => ({ run, step: 'request', opening: 1, role: 'home-library' });
const at = (run: string, page = '') => `/tareas/${run}/request${page}`;

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
  for (const as of [HOME, OTHER, SUPERVISOR]) await web.sessionOf(as);
});
afterAll(() => web.close());

async function holder(run: string): Promise<string | undefined> {
  const of = { ...place(run), institution: 'invented-home-library' };
  return (await findHolder(web.database.db, of)).holder?.name;
}

async function userOf(as: string): Promise<string> {
  const [row] = await web.database.db.sql<{ id: string }[]>`
    select id from users where email = ${`${as.replace('/', '.')}@demo.example`}`;
  return row!.id;
}

function change(run: string, as: string, accion: string) {
  return web.send(at(run, '/manos'), as, { vez: '1', funcion: 'home-library', accion });
}

describe('who of an institution works on a task', () => {
  it('takes, releases and undoes at once, and logs who did what', async () => {
    const run = await web.startLoan();
    await change(run, HOME, 'tomar');
    expect(await holder(run)).toContain('officer');
    const { html } = await web.open(at(run), HOME);
    expect(wordsOf(html)).toContain('Usted tomó la tarea.');
    await change(run, HOME, 'deshacer');
    expect(await holder(run)).toBeUndefined();
    await change(run, HOME, 'tomar');
    await change(run, HOME, 'soltar');
    expect(await holder(run)).toBeUndefined();
    await change(run, HOME, 'deshacer');
    expect(await holder(run)).toContain('officer');
    const log = await web.database.db.sql<{ kind: string }[]>`
      select kind from step_holder_log where run_id = ${run} order by id`;
    expect(log.map(({ kind }) => kind)).toEqual(['taken', 'undone', 'taken', 'released', 'undone']);
  });

  it('is nothing the history of the run knows', async () => {
    const run = await web.startLoan();
    await change(run, HOME, 'tomar');
    const [row] = await web.database.db
      .sql`select count(*)::int as n from history where run_id = ${run}`;
    expect(row).toEqual({ n: 1 });
  });

  it('gives a task to one of two who take it at the same moment', async () => {
    for (let n = 0; n < 5; n += 1) {
      const run = await web.startLoan();
      await Promise.all([change(run, HOME, 'tomar'), change(run, OTHER, 'tomar')]);
      const rows = await web.database.db.sql`
        select (select count(*)::int from step_holders where run_id = ${run}) as held,
          (select count(*)::int from step_holder_log where run_id = ${run}) as logged`;
      expect([...rows]).toEqual([{ held: 1, logged: 1 }]);
    }
  });

  it('lets only the holder release, and only a supervisor free', async () => {
    const run = await web.startLoan();
    await change(run, HOME, 'tomar');
    await change(run, OTHER, 'soltar');
    expect(await holder(run)).toContain('officer');
    expect((await change(run, OTHER, 'liberar')).status).toBe(403);
    await change(run, SUPERVISOR, 'liberar');
    expect(await holder(run)).toBeUndefined();
  });

  it('hands over to people of the institution only', async () => {
    const run = await web.startLoan();
    await change(run, HOME, 'tomar');
    await web.sessionOf('invented-far-library/officer');
    const foreign = await userOf('invented-far-library/officer');
    const page = await web.open(at(run, '/pasar'), HOME);
    expect(page.html).not.toContain(foreign);
    const fields = fieldsOf(page.html, at(run, '/pasar'));
    const refused = await web.send(at(run, '/pasar'), HOME, { ...fields, persona: foreign });
    expect(refused.status).toBe(422);
    const direct = await moveHolding(web.database.db, {
      ...place(run),
      institution: 'invented-home-library',
      kind: 'handed-over',
      from: await userOf(HOME),
      to: foreign,
      by: foreign,
    });
    expect(direct).toBe(false);
    await web.send(at(run, '/pasar'), HOME, { ...fields, persona: await userOf(OTHER) });
    expect(await holder(run)).toContain('case-lead');
    expect((await web.open(at(run, '/pasar'), HOME)).status).toBe(403);
  });

  it('counts whoever left as nobody, so that the task shows as unassigned', async () => {
    const run = await web.startLoan();
    const { sql } = web.database.db;
    await change(run, OTHER, 'tomar');
    const id = await userOf(OTHER);
    await sql`update memberships set active = false where user_id = ${id}`;
    expect(await holder(run)).toBeUndefined();
    await change(run, HOME, 'tomar');
    expect(await holder(run)).toContain('officer');
    await sql`update memberships set active = true where user_id = ${id}`;
    expect(await holder(run)).toContain('officer');
  });

  it('takes and releases many, each on its own', async () => {
    const runs = [await web.startLoan(), await web.startLoan(), await web.startLoan()];
    await change(runs[1]!, OTHER, 'tomar');
    const tarea = runs.map((run) => `${run}/request/1/home-library`);
    const taken = await web.send('/tareas', HOME, {
      accion: 'tomar',
      volver: '/tareas?ver=mias',
      tarea,
    });
    expect(taken.location).toBe('/tareas?ver=mias&tomadas=2&no=1');
    expect(await holder(runs[0]!)).toContain('officer');
    expect(await holder(runs[1]!)).toContain('case-lead');
    const { html } = await web.open(taken.location, HOME);
    expect(wordsOf(html)).toContain('Tomó 2 tareas. 1 no cambió');
    const released = await web.send('/tareas', HOME, { accion: 'soltar', tarea });
    expect(released.location).toContain('soltadas=2&no=1');
    const none = await web.send('/tareas', HOME, {
      accion: 'tomar',
      volver: '//elsewhere.example',
    });
    expect(none.status).toBe(422);
    expect(wordsOf(none.html)).toContain('Elija al menos una tarea');
  });

  it('keeps the log for good', async () => {
    const run = await web.startLoan();
    await change(run, HOME, 'tomar');
    const { sql } = web.database.db;
    await expect(sql`delete from step_holder_log where run_id = ${run}`).rejects.toThrow();
    await expect(
      sql`update step_holder_log set by_user = 'x' where run_id = ${run}`,
    ).rejects.toThrow();
  });
});

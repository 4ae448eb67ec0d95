import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAbsence, saveShifts } from '../../db/queries/absences.js';
import { findStandIn, listUnreachable } from '../../db/queries/reach.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME, personIn, signedIn } from './people.js';

let web: TestWeb;
let zone: string;
beforeAll(async () => {
  web = await startTestWeb({ web: { demo: true } });
  await web.startLoan();
  // Noon at the library, so that no test depends on the time of day it runs at.
  const hours = new Date().getUTCHours() - 12;
  zone = `Etc/GMT${hours < 0 ? '-' : '+'}${Math.abs(hours)}`;
  await web.database.db.sql`update institutions set time_zone = ${zone} where id = ${HOME}`;
});
afterAll(() => web.close());
beforeEach(async () => {
  await web.database.db.sql`update memberships set active = false`;
});

const at = (userId: string) => ({ userId, institution: HOME });
/** Local date of the library, so many days from today. */
const day = async (away: number): Promise<string> => {
  const [row] = await web.database.db.sql<{ on: string }[]>`
    select to_char((now() at time zone ${zone}) + ${away} * interval '1 day', 'YYYY-MM-DD') as on`;
  return row!.on;
};
const isUnreachable = async () => {
  const all = await listUnreachable(web.database.db);
  return all.some(({ institution }) => institution === HOME);
};
const away = async (userId: string, from: number, until: number, deputyId?: string) =>
  addAbsence(web.database.db, at(userId), {
    fromOn: await day(from),
    untilOn: await day(until),
    ...(deputyId === undefined ? {} : { deputyId }),
  });
const dueIn = (span: string) =>
  web.database.db.sql.unsafe(
    `update steps set due_at = now() + interval '${span}', paused = false where institution_id = '${HOME}'`,
  );
const weekday = async (days: number) => {
  const on = new Date(`${await day(days)}T00:00:00Z`).getUTCDay();
  return on === 0 ? 7 : on;
};

describe('an institution with open steps', () => {
  it('is reported while nobody active is there', async () => {
    expect(await isUnreachable()).toBe(true);
    const { id } = await personIn(web, 'officer');
    expect(await isUnreachable()).toBe(false);
    await web.database.db.sql`update users set active = false where id = ${id}`;
    expect(await isUnreachable()).toBe(true);
  });

  it('is not helped by monitors, administrators, or people whose time ran out', async () => {
    await personIn(web, 'monitor', 'admin');
    const { id } = await personIn(web, 'officer');
    await web.database.db
      .sql`update memberships set renewed_at = now() - interval '91 days' where user_id = ${id}`;
    expect(await isUnreachable()).toBe(true);
  });

  it('is reported when the only person is away until after the deadline', async () => {
    const { id } = await personIn(web, 'officer');
    await dueIn('3 days');
    await away(id, 0, 2);
    expect(await isUnreachable()).toBe(false);
    await away(id, 3, 9);
    expect(await isUnreachable()).toBe(true);
    await personIn(web, 'officer');
    expect(await isUnreachable()).toBe(false);
  });

  it('is reported when nobody has hours before the deadline', async () => {
    const { id } = await personIn(web, 'officer');
    await dueIn('2 days');
    const on = async (days: number) =>
      saveShifts(web.database.db, at(id), [
        { weekday: await weekday(days), fromMinute: 480, untilMinute: 960 },
      ]);
    await on(4);
    expect(await isUnreachable()).toBe(true);
    await on(1);
    expect(await isUnreachable()).toBe(false);
  });

  it('counts hours that began yesterday and end today', async () => {
    const { id } = await personIn(web, 'officer');
    await dueIn('1 hour');
    const [row] = await web.database.db.sql<{ minute: number }[]>`
      select (extract(hour from now() at time zone ${zone}) * 60
        + extract(minute from now() at time zone ${zone}))::int as minute`;
    const minute = row!.minute;
    const untilMinute = Math.min(minute + 30, 1439);
    const night = { weekday: await weekday(-1), fromMinute: 1439, untilMinute };
    await saveShifts(web.database.db, at(id), [night]);
    expect(await isUnreachable()).toBe(false);
    await saveShifts(web.database.db, at(id), [{ ...night, untilMinute: Math.max(minute - 5, 0) }]);
    expect(await isUnreachable()).toBe(true);
  });

  it('is shown to its supervisors', async () => {
    const { email, id } = await personIn(web, 'supervisor');
    const browser = await signedIn(web, email);
    await dueIn('1 day');
    expect((await browser.get('/institucion/personas')).html).not.toContain('nadie localizable');
    await away(id, 0, 9);
    expect((await browser.get('/institucion/personas')).html).toContain('nadie localizable');
  });
});

describe('who stands in', () => {
  it('is the person, then the deputy, then the deputy’s deputy, and nobody in a circle', async () => {
    const [one, two, three] = [
      await personIn(web, 'officer'),
      await personIn(web, 'officer'),
      await personIn(web, 'officer'),
    ];
    const on = await day(0);
    const who = () => findStandIn(web.database.db, { ...at(one.id), on });
    expect(await who()).toBe(one.id);
    await away(one.id, 0, 0, two.id);
    expect(await who()).toBe(two.id);
    await away(two.id, -1, 1, three.id);
    expect(await who()).toBe(three.id);
    await away(three.id, 0, 0, one.id);
    expect(await who()).toBeUndefined();
    const tomorrow = { ...at(one.id), on: await day(1) };
    expect(await findStandIn(web.database.db, tomorrow)).toBe(one.id);
  });

  it('sees the tasks of whoever is away among their own, is told so, and can take them', async () => {
    const [one, two, third] = [
      await personIn(web, 'officer'),
      await personIn(web, 'officer'),
      await personIn(web, 'officer'),
    ];
    const loan = await web.startLoan();
    const page = `/tareas/${loan}/request`;
    const holder = await signedIn(web, one.email);
    await holder.submit(page, { vez: '1', accion: 'tomar' }, `${page}/manos`);
    const [deputy, other] = [await signedIn(web, two.email), await signedIn(web, third.email)];
    const mine = '/tareas?ver=mias';
    expect((await deputy.get(mine)).html).not.toContain(loan);
    await away(one.id, 0, 0, two.id);
    const list = await deputy.get(mine);
    expect(list.html).toContain(loan);
    expect(list.html).toContain('Está ausente; usted le suple');
    expect((await other.get(mine)).html).not.toContain(loan);
    expect((await deputy.get(page)).html).toContain('Hoy está ausente y usted le suple');
    await other.submit(page, { vez: '1', accion: 'tomar' }, `${page}/manos`);
    await deputy.submit(page, { vez: '1', accion: 'tomar' }, `${page}/manos`);
    const [row] = await web.database.db
      .sql`select user_id from step_holders where run_id = ${loan}`;
    expect(row).toEqual({ user_id: two.id });
  });

  it('is not somebody who left', async () => {
    const [one, two] = [await personIn(web, 'officer'), await personIn(web, 'officer')];
    await away(one.id, 0, 0, two.id);
    await web.database.db.sql`update memberships set active = false where user_id = ${two.id}`;
    const of = { ...at(one.id), on: await day(0) };
    expect(await findStandIn(web.database.db, of)).toBeUndefined();
  });
});

describe('the pages', () => {
  it('take absences and hours, and say what is wrong with them', async () => {
    const { email } = await personIn(web, 'officer');
    const other = await personIn(web, 'officer');
    const browser = await signedIn(web, email);
    const [year, month, date] = (await day(5)).split('-') as [string, string, string];
    const fields = (from: string) => ({
      ...{ 'desde-day': from, 'desde-month': month, 'desde-year': year },
      ...{ 'hasta-day': date, 'hasta-month': month, 'hasta-year': year, suple: other.id },
    });
    expect(await browser.submit('/cuenta/ausencias', fields('31'))).toMatchObject({ status: 422 });
    const sent = await browser.submit('/cuenta/ausencias', fields(date));
    expect(sent).toMatchObject({ status: 303, location: '/cuenta/ausencias' });
    const list = await browser.get('/cuenta/ausencias');
    expect(list.html).toContain('suple Persona Inventada');
    const cual = /name="cual" value="([^"]+)"/.exec(list.html)![1]!;
    await browser.submit('/cuenta/ausencias', { cual }, '/cuenta/ausencias/quitar');
    expect((await browser.get('/cuenta/ausencias')).html).toContain('No tiene ausencias');

    const wrong = await browser.submit('/cuenta/horario', { 'dia-1': 'mañana' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="mañana"');
    await browser.submit('/cuenta/horario', { 'dia-1': '8-16', 'dia-7': '22:00-6:30' });
    const hours = await browser.get('/cuenta/horario');
    expect(hours.html).toContain('value="8:00-16:00"');
    expect(hours.html).toContain('value="22:00-6:30"');
  });
});

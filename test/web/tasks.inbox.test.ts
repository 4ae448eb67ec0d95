import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseKeyOf } from '../../api/views/case-key.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME, wordsOf } from './task-play.js';

const HOUR = 3_600_000;
const offsets = [2, -30, 500, -3, null, 1000];
const runs: string[] = [];

let web: TestWeb;
/** Moves the deadlines of open steps in the read model only: what is tested here is how they are shown. */
beforeAll(async () => {
  web = await startTestWeb();
  for (const offset of offsets) {
    const run = await web.startLoan();
    runs.push(run);
    const due = offset === null ? null : new Date(Date.now() + offset * HOUR);
    await web.database.db
      .sql`update steps set due_at = ${due}, opened_at = ${new Date(Date.now() - HOUR)} where run_id = ${run}`;
  }
});
afterAll(() => web.close());

/** Keys of the cases in the order in which a page lists them. */
function keysIn(html: string): string[] {
  return [...html.matchAll(/class="rt-key">(C-[0-9A-Z-]+)</g)].map(([, key]) => key!);
}

describe('the inbox', () => {
  it('groups by deadline, overdue first and the longest overdue on top', async () => {
    const { html } = await web.open('/tareas', HOME);
    const wanted = [1, 3, 0, 2, 5, 4].map((index) => caseKeyOf(runs[index]!));
    expect(keysIn(html)).toEqual(wanted);
    const words = wordsOf(html);
    expect(words).toContain('Vencidas (2)');
    expect(words).toContain('Vencida hace 30 h');
    expect(words.indexOf('Vencidas (2) Tarea')).toBeLessThan(
      words.indexOf('Sin plazo corriendo (1) Tarea'),
    );
    expect(words).toMatch(
      /Actualizado \p{L}+ \d+ de \p{L}+ de \d{4}, \d\d:\d\d \(hora de Ciudad de México\)/u,
    );
  });

  it('writes words, moment and zone at every deadline', async () => {
    const { html: page } = await web.open('/tareas', HOME);
    const dues = page.split('class="rt-due').slice(1);
    expect(dues).toHaveLength(6);
    for (const due of dues.slice(0, 5)) {
      expect(due).toMatch(/<strong><time dateTime|<strong><time datetime/);
      expect(due).toMatch(/\d\d:\d\d \(hora de Ciudad de México\)/);
    }
  });

  it('opens the list behind each count, from the same question', async () => {
    const { html } = await web.open('/tareas?ver=institucion&plazo=overdue', HOME);
    expect(keysIn(html)).toHaveLength(2);
    expect(wordsOf(html)).toContain('De mi institución (6)');
  });

  it('finds a case by its key, its beginning and the key written otherwise', async () => {
    const key = caseKeyOf(runs[2]!);
    for (const typed of [key, key.toLowerCase(), key.slice(0, 9)]) {
      const { html } = await web.open(`/tareas?ver=institucion&clave=${typed}`, HOME);
      expect(keysIn(html), typed).toContain(key);
    }
    const none = await web.open('/tareas?clave=%27%20OR%201=1', HOME);
    expect(keysIn(none.html)).toEqual([]);
    expect(wordsOf(none.html)).toContain('Escriba la clave como está en los avisos');
    const other = await web.open(`/tareas?clave=${key}`, 'invented-far-library/officer');
    expect(keysIn(other.html)).toEqual([]);
  });

  it('says what emptiness means', async () => {
    const mine = await web.open('/tareas?ver=mias', HOME);
    expect(wordsOf(mine.html)).toContain('No tiene tareas asignadas.');
    const far = await web.open('/tareas', 'invented-far-library/officer');
    expect(wordsOf(far.html)).toContain('Las respondidas están en Hechas.');
    const done = await web.open('/tareas/hechas', 'invented-far-library/officer');
    expect(wordsOf(done.html)).toContain('todavía no ha respondido tareas');
  });

  it('pages through everything once, 25 a page', async () => {
    const library = 'invented-courier/officer';
    const many: string[] = [];
    for (let n = 0; n < 28; n += 1) {
      const run = await web.startLoan();
      await web.answer(run, 'home-library', 'request', 'accepted');
      many.push(caseKeyOf(run));
    }
    const first = await web.open('/tareas', library);
    expect(keysIn(first.html)).toHaveLength(25);
    const next = /href="(\/tareas\?[^"]*desde=[^"]*)"/
      .exec(first.html)![1]!
      .replaceAll('&amp;', '&');
    const second = await web.open(next, library);
    expect([...keysIn(first.html), ...keysIn(second.html)].toSorted()).toEqual(many.toSorted());
  });

  it('lists what was done, with whether it was in time and never in the colours of a deadline', async () => {
    const { html } = await web.open('/tareas/hechas', HOME);
    expect(keysIn(html)).toHaveLength(25);
    expect(wordsOf(html)).toContain('Respondida a tiempo');
    expect(html).not.toContain('rt-due');
  });

  it.each([
    '?desde=x',
    '?desde=eyJ4IjoxfQ',
    '?ver=otra&plazo=nunca',
    '?protocolo=%00',
    '?clave=%00',
  ])('answers any address in words: %s', async (query) => {
    const { status, html } = await web.open(`/tareas${query}`, HOME);
    expect(status).toBeLessThan(500);
    expect(html).toContain('<h1');
  });
});

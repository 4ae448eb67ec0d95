import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from '../../web/frame/cookies.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { wordsOf } from './task-play.js';

const LEAD = 'invented-home-library/case-lead';
const COURIER = 'invented-courier/case-lead';
const FAR = 'invented-far-library/case-lead';

let web: TestWeb;
let run: string;
beforeAll(async () => {
  web = await startTestWeb();
  run = await web.startLoan();
  await web.answer(run, 'home-library', 'request', 'accepted');
});
afterAll(() => web.close());

const stepsIn = (html: string) => [...html.matchAll(/data-step="([^"]+)"/g)].map(([, id]) => id);
const statesIn = (html: string, part: 'steps' | 'flow') =>
  new Map(
    [...html.matchAll(new RegExp(`rt-${part}__step--(\\w+)" data-step="([^"]+)"`, 'g'))].map(
      ([, state, id]) => [id, state],
    ),
  );

describe('the page of a case', () => {
  it('says in one sentence where the case is, with whom, since when and until when', async () => {
    const { status, html } = await web.open(`/casos/${run}`, LEAD);
    expect(status).toBe(200);
    const now = /<p class="govuk-body rt-now">(.*?)<\/p>/s.exec(html)?.[1] ?? '';
    expect(now).toMatch(/lo tiene Institución inventada .+ desde el .+ vence el .+ \(vence /);
    expect(now).toContain(`/casos/${run}/pasos/`);
  });

  it('lists every step of the protocol in its order, each with its state', async () => {
    const { html } = await web.open(`/casos/${run}`, LEAD);
    expect(stepsIn(html)).toEqual(
      bookLoan.stages.flatMap(({ id }) =>
        bookLoan.steps.filter(({ stage }) => stage === id).map((step) => step.id),
      ),
    );
    expect(statesIn(html, 'steps').get('request')).toBe('done');
    expect([...statesIn(html, 'steps').values()]).toContain('current');
  });

  it('says why a step has not opened', async () => {
    const { html } = await web.open(`/casos/${run}`, LEAD);
    expect(html).toMatch(/Espera: [^<]*Que «/);
  });

  it.each([
    ['es', 'Espera todo esto: ', 'Todo esto:', 'Al menos una de estas cosas (Que «'],
    ['en', 'Waits for all of this: ', 'All of this:', 'At least one of these (“'],
  ])('says whether all or any of what a step waits for is needed: %s', async (...said) => {
    const [language, listed, heading, group] = said;
    const cookie = `${SESSION_COOKIE}=${await web.sessionOf(LEAD)}; ${LANGUAGE_COOKIE}=${language}`;
    const list = await web.open(`/casos/${run}`, undefined, { cookie });
    expect(wordsOf(list.html)).toContain(listed);
    const step = await web.open(`/casos/${run}/pasos/send-off`, undefined, { cookie });
    expect(wordsOf(step.html)).toContain(heading);
    expect(wordsOf(step.html)).toContain(group);
  });

  it('draws the picture from the same steps with the same states and links', async () => {
    const list = await web.open(`/casos/${run}`, LEAD);
    const picture = await web.open(`/casos/${run}/flujo`, LEAD);
    expect(picture.status).toBe(200);
    expect(new Set(stepsIn(picture.html))).toEqual(new Set(stepsIn(list.html)));
    expect(stepsIn(picture.html)).toHaveLength(stepsIn(list.html).length);
    for (const [id, state] of statesIn(list.html, 'steps')) {
      expect(picture.html).toContain(`href="/casos/${run}/pasos/${id}"`);
      expect(picture.html).toMatch(
        new RegExp(`rt-flow__step rt-flow__step--${state}" data-step="${id}"`),
      );
    }
  });

  it('gives each box of the picture its title and state as a text of its own', async () => {
    const { html } = await web.open(`/casos/${run}/flujo`, LEAD);
    const boxes = html.match(/<a href="[^"]+" class="rt-flow__step/g) ?? [];
    expect(boxes).toHaveLength(bookLoan.steps.length);
    expect(html.match(/<title>[^<]+: [^<]+<\/title>/g)?.length).toBeGreaterThanOrEqual(
      bookLoan.steps.length,
    );
  });

  it('shows the page of a step: who holds it, why, what each answer would bring', async () => {
    const { html } = await web.open(`/casos/${run}`, LEAD);
    const [open] = [...statesIn(html, 'steps')].find(([, state]) => state === 'current')!;
    const step = await web.open(`/casos/${run}/pasos/${open}`, LEAD);
    expect(step.status).toBe(200);
    expect(step.html).toContain('Qué pasaría con cada respuesta');
    expect(step.html).toContain('A quién le toca');
  });

  it('shows everything at once for paper', async () => {
    const { html } = await web.open(`/casos/${run}/imprimir`, LEAD);
    expect(new Set(stepsIn(html)).size).toBe(bookLoan.steps.length);
    expect(html).toContain('Línea de tiempo');
    expect(html).toContain('rt-print__code');
  });

  it('speaks English to who prefers it', async () => {
    const cookie = `${SESSION_COOKIE}=${await web.sessionOf(LEAD)}; ${LANGUAGE_COOKIE}=en`;
    const { html } = await web.open(`/casos/${run}`, LEAD, { cookie });
    expect(html).toContain('Where it is now');
    expect(html).toMatch(/: with Invented institution .+ since .+ due /);
    expect(html).not.toContain('Institución');
  });
});

describe('the timeline of a case', () => {
  it('shows what happened, newest first, and the other way round when asked', async () => {
    const at = (html: string) =>
      [...html.matchAll(/<time datetime="([^"]+)"/gi)].map(([, x]) => x!);
    const newest = at((await web.open(`/casos/${run}/linea`, LEAD)).html);
    const oldest = at((await web.open(`/casos/${run}/linea?orden=antiguos`, LEAD)).html);
    expect(newest.length).toBeGreaterThan(1);
    expect(oldest).toEqual([...newest].reverse());
  });

  it('finds words whatever their accents, and says so when nothing fits', async () => {
    const found = await web.open(`/casos/${run}/linea?buscar=SOLICITUD`, LEAD);
    expect(found.html).toContain('Revisar la solicitud: «Aceptada»');
    expect(found.html).not.toContain('Se inició el proceso');
    const none = await web.open(`/casos/${run}/linea?buscar=zzz`, LEAD);
    expect(none.html).toContain('Nada coincide');
  });

  it('shows only the kinds asked for', async () => {
    const { html } = await web.open(`/casos/${run}/linea?clase=changes`, LEAD);
    expect(html).toContain('Se inició el proceso');
    expect(html).not.toContain('«Aceptada»');
  });
});

describe('who may see a case', () => {
  it.each(['invented-foreign-library/case-lead', FAR])(
    'does not show it to an institution it has not reached: %s',
    async (as) => {
      const run = await web.startLoan();
      for (const part of ['', '/flujo', '/linea', '/imprimir', '/pasos/request']) {
        expect((await web.open(`/casos/${run}${part}`, as)).status).toBe(404);
      }
    },
  );

  it('shows a party no outcome of others, in the list or in the picture', async () => {
    const list = await web.open(`/casos/${run}`, COURIER);
    const picture = await web.open(`/casos/${run}/flujo`, COURIER);
    expect(list.status).toBe(200);
    expect(list.html).not.toContain('Aceptada');
    expect(new Set(stepsIn(picture.html))).toEqual(new Set(stepsIn(list.html)));
  });

  it.each(['invented-home-library/monitor', 'invented-home-library/officer'])(
    'is not a page of this role: %s',
    async (as) => {
      expect((await web.open(`/casos/${run}`, as)).status).toBe(403);
    },
  );

  it.each(['x', '%00', '..%2f', "'%3B--", 'c'.repeat(300)])(
    'answers an address that names no case as one that may not be seen: %s',
    async (id) => {
      expect((await web.open(`/casos/${id}`, LEAD)).status).toBe(404);
    },
  );
});

describe('the data of the person', () => {
  const SUPERVISOR = 'invented-home-library/supervisor';
  const at = (page: string) => `/casos/${run}${page}`;
  const key = () => `web-${randomBytes(18).toString('base64url')}`;

  it('comes with a sheet of who read it: when, what and which institution, and nobody by name', async () => {
    const { sql } = web.database.db;
    await sql`insert into answer_openings (run_id, seq, institution_id, account, access)
      values (${run}, 2, 'invented-courier', 'account-invented', 'officer')`;
    const link = await web.open(at('/quien-sabe'), LEAD);
    expect(link.html).toContain(`href="${at('/lecturas')}"`);
    const { html } = await web.open(at('/lecturas'), LEAD);
    expect(html).toContain('Institución inventada courier');
    expect(html).toContain('Respuestas de una tarea o sus archivos');
    expect(html).toContain('Pregunte a la persona si es seguro llevar esta hoja');
    expect(html).not.toContain('account-invented');
    const english = await web.open(at('/lecturas'), LEAD, await inEnglish(LEAD));
    expect(english.html).toContain('Answers of a task or their files');
    for (const as of [COURIER, SUPERVISOR, 'invented-audit-office/monitor']) {
      expect((await web.open(at('/lecturas'), as)).status, as).toBe(403);
    }
  });

  it('is kept or erased by what one asks and another decides, with what follows told before', async () => {
    const empty = await web.send(at('/datos/pedir'), LEAD, { clave: key() });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Seleccione qué se pide');
    expect(empty.html).toContain('Seleccione el motivo');
    const wish = { medida: 'erase', motivo: 'person-request', clave: key() };
    for (let time = 0; time < 2; time += 1) {
      expect((await web.send(at('/datos/pedir'), LEAD, wish)).status).toBe(303);
    }
    const own = await web.open(at('/datos'), LEAD);
    expect(own.html.split('rt-sheet')).toHaveLength(2);
    expect(own.html).toContain('Espera la decisión de otra persona');
    expect(own.html).not.toContain('/decidir');
    const reach = await web.open(`/tareas/${run}`, SUPERVISOR);
    expect(reach.html).toContain(`href="${at('/datos')}"`);
    const page = await web.open(at('/datos'), SUPERVISOR);
    expect(page.html).toContain('queda ilegible para siempre');
    const [, decide] = /action="([^"]+\/decidir)"/.exec(page.html)!;
    expect((await web.send(decide!, LEAD, { decision: 'approved' })).status).toBe(403);
    expect((await web.send(decide!, SUPERVISOR, {})).status).toBe(422);
    // The run is open: nothing is erased under its feet.
    expect((await web.send(decide!, SUPERVISOR, { decision: 'approved' })).status).toBe(409);
    expect((await web.send(decide!, SUPERVISOR, { decision: 'refused' })).status).toBe(303);
    expect((await web.send(decide!, SUPERVISOR, { decision: 'approved' })).status).toBe(409);
    const hold = { medida: 'hold', motivo: 'court-order', clave: key() };
    expect((await web.send(at('/datos/pedir'), SUPERVISOR, hold)).status).toBe(303);
    const after = await web.open(at('/datos'), SUPERVISOR);
    expect(after.html).toContain('Rechazada por Institución inventada home-library');
    expect(after.html).toContain('Usted pidió esta medida');
    for (const as of ['invented-courier/supervisor', 'invented-courier/case-lead']) {
      expect((await web.open(at('/datos'), as)).status, as).toBe(403);
      expect((await web.send(at('/datos/pedir'), as, hold)).status, as).toBe(403);
    }
  });

  async function inEnglish(as: string): Promise<Record<string, string>> {
    return {
      cookie: `${SESSION_COOKIE}=${await web.sessionOf(as)}; ${LANGUAGE_COOKIE}=en`,
    };
  }
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import type { Api } from '../../api/context.js';
import { caseKeyOf } from '../../api/views/case-key.js';
import { createToken } from '../../db/queries/access-tokens.js';
import { joinFamily } from '../../door/join-family.js';
import { HUMAN_PACE } from '../../door/series/limits.js';
import { LIKE_BITS, printOf } from '../../door/series/print.js';
import { watchReadings } from '../../door/watch/watch-readings.js';
import { DECISIONS, desk } from '../fixtures/desk.js';
import { verdictOf } from '../fixtures/pace-model.js';
import { seeded } from '../fixtures/seeded.js';
import { freshKey } from '../support/api.js';
import { accepted, officerOf, openTestDoor, startTestRun } from '../support/door.js';
import { openPost } from '../support/post.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

const OFFICE = 'invented-office';
const MINUTE = 60_000;

let api: TestWeb;
/** Another process at the same database. */
let second: Api;

beforeAll(async () => {
  api = await startTestWeb({ definitions: [desk], series: HUMAN_PACE });
  const door = await openTestDoor({ db: api.database.serving }, [], api.door.vault, HUMAN_PACE);
  second = await createApp({ door, settings: { requestsPerWindow: 1_000_000 } });
  await second.ready();
});
afterAll(async () => {
  await second.close();
  await api.close();
});

/** The key of an account that decided nothing yet. */
async function newAccount(role: 'officer' | 'supervisor' = 'officer') {
  return createToken(api.database.db, { institution: OFFICE, role, label: 'Sistema 4711' });
}

async function startMany(many: number): Promise<string[]> {
  const runs: string[] = [];
  while (runs.length < many) {
    // Nobody relays here, and starts wait for a relay that is far behind.
    await api.database.db.sql`delete from outbox`;
    const some = Array.from({ length: Math.min(20, many - runs.length) }, () =>
      startTestRun(api.door, desk),
    );
    runs.push(...(await Promise.all(some)).map(({ runId }) => runId));
  }
  return runs;
}

interface Given {
  readonly status: number;
  readonly code?: string;
  readonly detail?: string;
}

async function decide(
  token: string,
  run: string,
  step = 'decide-1',
  more: { answers?: object; at?: Api; key?: string; language?: string } = {},
): Promise<Given> {
  const { answers, at = api.app, key = freshKey(), language = 'es' } = more;
  const response = await at.inject({
    method: 'POST',
    url: `/v1/runs/${run}/steps/${step}/complete`,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'accept-language': language,
    },
    payload: {
      opening: 1,
      outcome: step === 'receipt' ? 'taken' : 'yes',
      ...(answers ? { answers } : {}),
    },
  });
  return { ...response.json(), status: response.statusCode };
}

const taken = (given: readonly Given[]) => given.filter(({ status }) => status === 200).length;

/** Rows of the history an account wrote into these runs. */
async function written(runs: readonly string[]): Promise<number> {
  const [row] = await api.database.db.sql<{ n: number }[]>`
    select count(*)::int as n from history
    where run_id = any(${runs as string[]}) and act->>'type' = 'step-completed'`;
  return row!.n;
}

/** As if so long had passed since everything an account decided. */
async function letPass(account: string, ms: number): Promise<void> {
  await api.database.db.sql`
    update decision_marks set at = at - ${ms} * interval '1 millisecond' where account = ${account}`;
}

const holdsOf = (account: string) =>
  api.database.db.sql<
    { id: string; cause: string; decisions: object[]; monitors: string[]; released: boolean }[]
  >`select id, cause, decisions, monitors, released_at is not null as released from series_holds where account = ${account}`;

const REASONS =
  'La persona relató que vivió siete años en la ciudad inventada, trabajó en el mercado y no quiere volver porque la amenazaron dos veces en su barrio durante el invierno pasado.';

describe('an account that decides about persons faster than anybody can', () => {
  it('is held before the tenth of 500 answers sent at once to two processes, and none after it takes effect', async () => {
    const { token, id } = await newAccount();
    const runs = await startMany(500 / DECISIONS);
    const given = await Promise.all(
      runs.flatMap((run, n) =>
        Array.from({ length: DECISIONS }, (_, step) =>
          decide(token, run, `decide-${step + 1}`, { at: (n + step) % 2 ? second : api.app }),
        ),
      ),
    );
    expect(given).toHaveLength(500);
    expect(taken(given)).toBe(HUMAN_PACE.short.most);
    expect(await written(runs)).toBe(HUMAN_PACE.short.most);
    expect(new Set(given.flatMap(({ status, code }) => (status === 200 ? [] : [code])))).toEqual(
      new Set(['series-held']),
    );
    const [hold, ...others] = await holdsOf(id);
    expect(others).toEqual([]);
    expect(hold).toMatchObject({ cause: 'fast', monitors: ['invented-watch'], released: false });
    expect(hold!.decisions).toHaveLength(HUMAN_PACE.short.most);
  });

  it('is held one after the other too, is told why and what to do, and stays held when the time has passed', async () => {
    const { token, id } = await newAccount();
    const runs = await startMany(8);
    const given: Given[] = [];
    for (const run of runs) given.push(await decide(token, run));
    expect(given.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 409, 409]);
    expect(given[6]!.detail).toContain('nada de ella tuvo efecto');
    const english = await decide(token, runs[7]!, 'decide-2', { language: 'en' });
    expect(english.detail).toContain('Ask a supervisor of your institution');
    await letPass(id, 3 * 60 * MINUTE);
    expect((await decide(token, runs[7]!)).code).toBe('series-held');
    expect(await written(runs)).toBe(6);
  });

  it('leaves the draft as it was, and lets it take receipts and others decide', async () => {
    const { token } = await newAccount();
    const runs = await startMany(7);
    for (const run of runs.slice(0, 6)) await decide(token, run);
    const run = runs[6]!;
    const saved = await api.app.inject({
      method: 'PUT',
      url: `/v1/runs/${run}/steps/decide-1/draft`,
      headers: { authorization: `Bearer ${token}` },
      payload: { opening: 1, answers: { reasons: 'Borrador inventado' } },
    });
    expect(saved.statusCode).toBe(200);
    expect((await decide(token, run)).code).toBe('series-held');
    const drafts = await api.database.db.sql`select step from drafts where run_id = ${run}`;
    expect(drafts).toEqual([{ step: 'decide-1' }]);
    expect((await decide(token, run, 'receipt')).status).toBe(200);
    expect((await decide((await newAccount()).token, run)).status).toBe(200);
  });

  it('is held by the longer time where each ten minutes would pass', async () => {
    const { token, id } = await newAccount();
    const runs = await startMany(21);
    const given: Given[] = [];
    for (const run of runs) {
      given.push(await decide(token, run));
      await letPass(id, 2.5 * MINUTE);
    }
    expect(taken(given)).toBe(HUMAN_PACE.long.most);
    expect((await holdsOf(id))[0]).toMatchObject({ cause: 'fast' });
  });

  it('is not held for one decision every four minutes, nor for sending the same again', async () => {
    const { token, id } = await newAccount();
    const runs = await startMany(25);
    for (const run of runs) {
      const key = freshKey();
      const twice = [await decide(token, run, 'decide-1', { key })];
      twice.push(await decide(token, run, 'decide-1', { key }));
      expect(twice.map(({ status }) => status)).toEqual([200, 200]);
      await letPass(id, 4 * MINUTE);
    }
    expect(await holdsOf(id)).toEqual([]);
  });
});

describe('reasons given again', () => {
  const about = (n: number) => REASONS.replace('siete', ['dos', 'tres', 'cuatro', 'cinco'][n]!);

  it('hold the account at the fourth person, though a few words were changed and hours lie between', async () => {
    const { token, id } = await newAccount();
    const runs = await startMany(4);
    const given: Given[] = [];
    for (const [n, run] of runs.entries()) {
      given.push(await decide(token, run, 'decide-1', { answers: { reasons: about(n) } }));
      await letPass(id, 5 * 60 * MINUTE);
    }
    expect(given.map(({ code }) => code)).toEqual([undefined, undefined, undefined, 'series-held']);
    const [hold] = await holdsOf(id);
    expect(hold).toMatchObject({ cause: 'alike' });
    expect(hold!.decisions.length).toBe(3);
    for (const one of hold!.decisions) expect(one).toMatchObject({ alike: expect.any(Number) });
    expect(JSON.stringify(await api.database.db.sql`select * from decision_marks`)).not.toContain(
      'mercado',
    );
  });

  it('do not hold it when they are about one family, too short, or the person’s own', async () => {
    const { token, id } = await newAccount();
    const family = await startMany(4);
    for (const run of family.slice(1)) {
      accepted(
        await joinFamily(api.door, {
          actId: `join-${run}`,
          actor: { ...officerOf('office'), access: 'case-lead' },
          runId: run,
          relativeOf: family[0]!,
        }),
      );
    }
    for (const run of family) {
      const { status } = await decide(token, run, 'decide-1', { answers: { reasons: REASONS } });
      expect(status).toBe(200);
      await letPass(id, 10 * MINUTE);
    }
    for (const [n, run] of (await startMany(8)).entries()) {
      const own = `${PLACES[n]} ${PLACES[(n + 3) % 8]} ${PLACES[(n * 5 + 1) % 8]}`;
      const reasons = n % 2 ? 'No hay riesgo' : own;
      expect((await decide(token, run, 'decide-1', { answers: { reasons } })).status).toBe(200);
      await letPass(id, 10 * MINUTE);
    }
    expect(await holdsOf(id)).toEqual([]);
  });
});

describe('the verdict of the database', () => {
  it('is that of a second implementation, for 300 decisions of chance', async () => {
    const random = seeded(79);
    const { sql } = api.database.db;
    const limits = { short: { most: 3, minutes: 10 }, long: { most: 5, minutes: 60 }, alike: 3 };
    const texts = Array.from({ length: 3 }, (_, n) =>
      Array.from({ length: 20 }, (_, word) => `palabra${n * 13 + word}`).join(' '),
    );
    const key = Buffer.alloc(32, 1);
    const prints = texts.map((text) => printOf(key, [text]));
    const seen = new Map<string, number>();
    for (let account = 0; account < 30; account += 1) {
      const [{ now }] =
        (await sql`select extract(epoch from clock_timestamp()) * 1000 as now`) as unknown as [
          { now: string },
        ];
      const marks = Array.from({ length: Math.floor(random() * 8) }, () => ({
        at: Number(now) - random() ** 5 * 26 * 60 * MINUTE - 1000,
        unit: `unit-${Math.floor(random() * 5)}`,
        print: random() < 0.2 ? undefined : prints[Math.floor(random() * prints.length)],
      }));
      for (const [seq, mark] of marks.entries()) {
        await sql`insert into decision_marks (run_id, seq, account, step, unit, print, at)
          values (${`model-${account}`}, ${seq}, ${`model-${account}`}, 'x', ${mark.unit}, ${mark.print ?? null}::text::bit(512),
            to_timestamp(${mark.at / 1000}))`;
      }
      for (let n = 0; n < 10; n += 1) {
        const next = {
          at: Number(now),
          unit: `unit-${Math.floor(random() * 5)}`,
          print: prints[Math.floor(random() * prints.length)]!,
        };
        const [row] = await sql<{ verdict: string }[]>`
          select series_verdict(${`model-${account}`}, ${next.unit}, ${next.print}::text::bit(512),
            ${[3, 10, 5, 60, 3, LIKE_BITS]}::int[]) as verdict`;
        expect(row!.verdict, `account ${account}, decision ${n}`).toBe(
          verdictOf(marks, next, limits),
        );
        seen.set(row!.verdict, (seen.get(row!.verdict) ?? 0) + 1);
      }
    }
    for (const verdict of ['fits', 'fast', 'alike']) {
      expect(seen.get(verdict), verdict).toBeGreaterThan(10);
    }
  });
});

/** An account that is held, and a case it has not decided about. */
async function held(role: 'officer' | 'supervisor' = 'officer') {
  const account = await newAccount(role);
  const runs = await startMany(7);
  for (const run of runs) await decide(account.token, run);
  const [hold] = await holdsOf(account.id);
  return { ...account, hold: hold!.id, runs };
}

const SUPERVISOR = `${OFFICE}/supervisor`;
const RELEASE = { decision: 'released', allowance: 3, reason: 'Se revisó caso por caso' } as const;

const review = (as: string, hold: string, body: object = RELEASE, key = freshKey()) =>
  api.call<{ code?: string; releasedAt?: string; reviews?: object[] }>(
    'POST',
    `/v1/series/${hold}/reviews`,
    { as, body, key },
  );

describe('a held account', () => {
  it('is released by a second person for a number of decisions, after which its pace counts again', async () => {
    const { token, hold, runs } = await held();
    expect((await review(SUPERVISOR, hold)).body.releasedAt).toEqual(expect.any(String));
    const given: Given[] = [];
    for (const run of runs.slice(0, 5)) given.push(await decide(token, run, 'decide-2'));
    expect(taken(given)).toBe(RELEASE.allowance);
    expect(given.at(-1)!.code).toBe('series-held');
    expect((await review(SUPERVISOR, hold)).body.code).toBe('series-released');
  });

  it('is never released by itself, by others than supervisors and administrators, or from outside', async () => {
    const { id, token, hold, runs } = await held('supervisor');
    const own = await api.app.inject({
      method: 'POST',
      url: `/v1/series/${hold}/reviews`,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': freshKey() },
      payload: RELEASE,
    });
    expect(own.json()).toMatchObject({ status: 409, code: 'series-own' });
    for (const role of ['officer', 'case-lead', 'monitor'] as const) {
      expect((await review(`${OFFICE}/${role}`, hold)).status, role).toBe(403);
    }
    const outside = await review('invented-other/supervisor', hold);
    const unknown = await review('invented-other/supervisor', '0'.repeat(26));
    expect([outside.status, outside.body.code]).toEqual([404, unknown.body.code]);
    // Nor by writing past the API: the database has the rule too.
    const { serving } = api.database;
    await expect(
      serving.sql`insert into series_reviews (id, hold_id, decision, allowance, reason, institution_id, account)
        values ('own', ${hold}, 'released', 50, 'x', ${OFFICE}, ${id})`,
    ).rejects.toMatchObject({ code: 'RT014' });
    for (const change of [
      `update series_holds set released_at = now(), allowance = 50 where id = '${hold}'`,
      `delete from series_holds where id = '${hold}'`,
    ]) {
      await expect(serving.sql.unsafe(change), change).rejects.toMatchObject({ code: '42501' });
    }
    expect((await decide(token, runs[6]!)).code).toBe('series-held');
    expect((await review('invented-other/admin', hold)).status).toBe(200);
  });

  it('may be kept held, as a row of the log with whoever decided and without the reason', async () => {
    const { token, id, hold, runs } = await held();
    const key = freshKey();
    const keep = { decision: 'kept', reason: 'Falta hablar con la Persona Inventada' };
    await review(SUPERVISOR, hold, keep, key);
    const again = await review(SUPERVISOR, hold, keep, key);
    expect(again.body.reviews).toHaveLength(1);
    expect((await decide(token, runs[6]!)).code).toBe('series-held');
    const rows = await api.database.db.sql`
      select what, actor, content from log_changes
      where what like 'series%' and content->'row'->>'id' in (${hold}, (select id from series_reviews where hold_id = ${hold}))`;
    expect(rows).toMatchObject([
      { what: 'series_holds', actor: { access: 'system' }, content: { row: { account: id } } },
      { what: 'series_reviews', actor: { institution: OFFICE, access: 'supervisor' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Falta');
    const stored = await api.database.db
      .sql`select reason from series_reviews where hold_id = ${hold}`;
    expect(JSON.stringify(stored)).not.toContain('Falta');
  });

  it('is told by mail to its supervisors and the monitoring body, with nobody’s name', async () => {
    const post = await openPost(api.door);
    await api.database.db
      .sql`update institutions set email = id || '@demo.example', supervisor_email = id || '.lead@demo.example'`;
    await api.database.db.sql`delete from mails`;
    const { id, hold, runs } = await held();
    while ((await post.deliver()) > 0);
    const first = post.catcher.list().mails;
    expect(first.flatMap(({ to }) => to).toSorted()).toEqual([
      'invented-office.lead@demo.example',
      'invented-watch@demo.example',
    ]);
    await review(SUPERVISOR, hold);
    while ((await post.deliver()) > 0);
    const { mails } = post.catcher.list();
    expect(mails).toHaveLength(4);
    for (const secret of [id, hold, ...runs]) expect(JSON.stringify(mails)).not.toContain(secret);
    await post.close();
  });

  it('is on the page of its supervisors with times, steps and cases, and of monitors without a name', async () => {
    const { token, hold, runs } = await held();
    const seen = await api.open('/series', SUPERVISOR);
    expect(seen.html).toContain(`action="/series/${hold}/revisar"`);
    for (const shown of [caseKeyOf(runs[0]!), 'Sistema 4711']) expect(seen.html).toContain(shown);
    const watched = await api.open('/series', 'invented-watch/monitor');
    expect(watched.status).toBe(200);
    expect(watched.html).toContain('Más decisiones de las que una persona puede dar');
    for (const hidden of [...runs.map(caseKeyOf), 'Sistema 4711', 'revisar']) {
      expect(watched.html, hidden).not.toContain(hidden);
    }
    const idem = /name="clave" value="([^"]+)"/.exec(seen.html)?.[1] ?? '';
    const send = (fields: Record<string, string>) =>
      api.send(`/series/${hold}/revisar`, SUPERVISOR, { clave: idem, ...fields });
    const empty = await send({ decision: 'released' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Escriba el motivo');
    const done = await send({ decision: 'released', cuantas: '5', motivo: 'Se revisó' });
    expect(done.location).toBe('/series?hecho=revisada');
    expect((await decide(token, runs[6]!)).status).toBe(200);
  });
});

describe('an account that opens far more cases than is usual', () => {
  it('is told of once a week to its supervisors and monitors, is a row of the log, and learns nothing itself', async () => {
    const { sql } = api.database.db;
    await sql`delete from mails`;
    const runs = await startMany(40);
    const { id, token } = await newAccount('supervisor');
    const colleague = await newAccount('supervisor');
    const read = (account: string, run: string, daysAgo: number) => sql`
      insert into answer_openings (run_id, seq, institution_id, account, access, opened_at)
      values (${run}, 1, ${OFFICE}, ${account}, 'supervisor', now() - ${daysAgo} * interval '1 day')`;
    for (const [n, run] of runs.entries()) {
      await read(id, run, (n % 5) + 0.1);
      if (n < 8) await read(colleague.id, run, 1);
    }
    expect([await watchReadings(api.door), await watchReadings(api.door)]).toEqual([1, 0]);
    const alarms =
      await sql`select account, opened, usual, unrelated, monitors from reading_alarms`;
    expect(alarms).toEqual([
      { account: id, opened: 40, usual: 0, unrelated: 0, monitors: ['invented-watch'] },
    ]);
    const mails = await sql`select kind, institution_id as to, mailbox from mails order by 2`;
    expect(mails).toEqual([
      { kind: 'reading-unusual', to: OFFICE, mailbox: 'supervisor' },
      { kind: 'reading-unusual', to: 'invented-watch', mailbox: 'institution' },
    ]);
    const logged = await sql`select actor from log_changes where what = 'reading_alarms'`;
    expect(logged).toEqual([{ actor: { access: 'system' } }]);
    type List = { items: { account?: string }[] };
    const list = async (as: string) =>
      (await api.call<List>('GET', '/v1/reading-alarms', { as })).body.items;
    expect(await list(SUPERVISOR)).toMatchObject([{ account: id, opened: 40 }]);
    expect((await list('invented-watch/monitor')).map(({ account }) => account)).toEqual([
      undefined,
    ]);
    expect(await list('invented-other/supervisor')).toEqual([]);
    const own = await api.app.inject({
      url: '/v1/reading-alarms',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(own.json()).toEqual({ items: [] });
    const { html } = await api.open('/series', SUPERVISOR);
    expect(html).toContain('Lecturas fuera de lo habitual');
    expect(runs.filter((run) => html.includes(caseKeyOf(run))).length).toBeGreaterThanOrEqual(20);
    const watched = await api.open('/series', 'invented-watch/monitor');
    expect(watched.html).toContain('Casos nuevos en cinco días');
    expect(runs.filter((run) => watched.html.includes(caseKeyOf(run)))).toEqual([]);
  });
});

const PLACES = [
  'Trabajaba en un taller de bicicletas y su hermano menor vive con la abuela.',
  'La policía del pueblo inventado no recibió su denuncia el año anterior.',
  'Tiene un tratamiento médico que no puede interrumpirse antes de marzo.',
  'Su vivienda se perdió en la crecida y no quedó nadie en el valle.',
  'Dice que el grupo la buscó en la escuela y después en casa de una amiga.',
  'Presentó tres cartas y una constancia escolar que coinciden con el relato.',
  'Estudió dos cursos de enfermería y quiere terminarlos donde está su madre.',
  'No mencionó amenazas, teme perder el empleo y el cuarto que alquila.',
];

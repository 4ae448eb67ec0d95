import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPEND_ONLY } from '../../db/append-only.js';
import { connectDatabase } from '../../db/client.js';
import { ACCESS_ROLES, type AccessRole } from '../../db/queries/access-tokens.js';
import { findPersonKeys } from '../../db/queries/person-keys.js';
import { GUARDED, TABLE_CLASSES } from '../../db/table-classes.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

const HOME = 'invented-home-library';
const COURIER = 'invented-courier';
const FAR = 'invented-far-library';
const EXPERT = 'invented-expert';
const AUDIT = 'invented-audit-office';
const INSTITUTIONS = [HOME, COURIER, FAR, EXPERT, AUDIT, FOREIGN, 'nobody-of-this-name', ''];

let api: TestApi;
/** Led by the home library; and one of which the foreign library leads. */
let ours: string;
let theirs: string;

beforeAll(async () => {
  api = await startTestApi();
  ours = await api.startLoan();
  await fill(ours, HOME);
  const { status, body } = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: `${FOREIGN}/case-lead`,
    key: freshKey(),
    body: {
      protocol: 'book-loan',
      bindings: { ...bindingsOf(bookLoan), 'home-library': FOREIGN },
      attributes: { isRare: false },
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  theirs = body.run.run;
  await fill(theirs, FOREIGN);
});
afterAll(() => api.close());

/** Rows in every guarded table, of several institutions. */
async function fill(run: string, lead: string): Promise<void> {
  const answer = async (institution: string, step: string, outcome: string, answers?: object) => {
    const { status, body } = await api.call('POST', `/v1/runs/${run}/steps/${step}/complete`, {
      as: `${institution}/officer`,
      key: freshKey(),
      body: { opening: 1, outcome, ...(answers ? { answers } : {}) },
    });
    if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
  };
  await answer(lead, 'request', 'accepted', { reason: 'Persona Inventada' });
  const saved = await api.call('PUT', `/v1/runs/${run}/steps/itinerary/draft`, {
    as: `${COURIER}/officer`,
    body: { opening: 1, answers: {} },
  });
  if (saved.status !== 200) throw new Error(`Draft: ${JSON.stringify(saved.body)}`);
  const departure = new Date(Date.now() + 3_600_000).toISOString();
  await answer(COURIER, 'itinerary', 'proposed', { departure });
  const sealed = Buffer.from('sealed');
  const { sql } = api.database.db;
  for (const institution of [lead, COURIER]) {
    const id = `${run}/${institution}`;
    await sql`insert into evidence (id, run_id, step, opening, role, institution_id, account, type, size, digest, description)
      values (${id}, ${run}, 'itinerary', 1, 'courier', ${institution}, 'invented', 'image/png', 1, 'x', ${sealed})`;
    await sql`insert into evidence_chunks (evidence_id, n, ciphertext) values (${id}, 0, ${sealed})`;
    await sql`insert into unfinished_uploads (id, run_id, step, opening, role, institution_id, account, size)
      values (${id}, ${run}, 'itinerary', 1, 'courier', ${institution}, 'invented', 1)`;
    await sql`insert into unfinished_pieces (upload_id, from_byte, ciphertext) values (${id}, 0, ${sealed})`;
    await sql`insert into step_requests (id, run_id, step, opening, role, institution_id, account, kind, reason)
      values (${id}, ${run}, 'itinerary', 1, 'courier', ${institution}, 'invented', 'information', ${sealed})`;
    await sql`insert into act_reasons (run_id, act_id, institution_id, account, reason)
      values (${run}, ${id}, ${institution}, 'invented', ${sealed})`;
    await sql`insert into document_keys (person_id, hash)
      select person_id, ${Buffer.from(institution)} from runs where id = ${run}`;
    await sql`insert into answer_openings (run_id, seq, institution_id, account) values (${run}, 2, ${institution}, 'invented')`;
    for (const access of ['monitor', 'case-lead'])
      await fillEvidence(`${id}/${access}`, institution, access, run);
    await sql`insert into decision_marks (run_id, seq, account, step, unit, at)
      values (${run}, ${institution === lead ? 2 : 3}, 'invented', 'itinerary', 'unit', now())`;
    await sql`insert into series_holds (id, account, institution_id, cause, run_id, step, decisions, monitors)
      values (${id}, ${id}, ${institution}, 'fast', ${run}, 'itinerary', '[]', ${[AUDIT]})`;
    await sql`insert into series_reviews (id, hold_id, decision, reason, institution_id, account)
      values (${id}, ${id}, 'kept', 'sealed', ${institution}, 'invented')`;
    await sql`insert into reading_alarms (id, account, institution_id, access, opened, usual, unrelated, cases, monitors)
      values (${id}, ${id}, ${institution}, 'officer', 90, 8, 0, '[]', ${[AUDIT]})`;
  }
  for (const [to, state] of [
    [EXPERT, 'released'],
    [COURIER, 'pending'],
    [FAR, 'suppressed'],
  ] as const) {
    await sql`insert into releases (run_id, share, seq, step, opening, to_role, institution_id, categories, state, packet)
      values (${run}, ${`tell#1:${to}`}, 3, 'itinerary', 1, 'courier', ${to}, ${['D1']}, ${state}, ${sealed})`;
    await sql`insert into share_openings (run_id, share, institution_id, account)
      values (${run}, ${`tell#1:${to}`}, ${to}, 'invented')`;
  }
}

/** A request for evidence with a file, of a run, and one of a period where the role may ask for one. */
async function fillEvidence(id: string, institution: string, access: string, run: string) {
  const { sql } = api.database.db;
  const add = async (of: string, runId: string | null) => {
    const day = runId === null ? '2026-11-01Z' : null;
    await sql`insert into evidence_requests (id, institution_id, account, access, run_id, from_at, to_at, state, ended_at, expires_at,
        size, digest, checkpoint, sealed_key)
      values (${of}, ${institution}, 'invented', ${access}, ${runId}, ${day}, ${day}, 'ready', now(), now() + interval '1 day',
        1, 'x', 'x', 'x')`;
    await sql`insert into evidence_pieces (request_id, n, ciphertext) values (${of}, 0, ${Buffer.from('sealed')})`;
  };
  await add(id, run);
  if (access === 'monitor') await add(`${id}/period`, null);
}

type Row = Record<string, unknown>;

/** What a table shows to an asker: the row's place in it, for comparing. */
async function seen(table: string, institution: string, role: AccessRole): Promise<string[]> {
  const rows = await api.database.serving
    .as({ institution, role })
    .orm.execute<Row>(`SELECT to_json(t)::text AS row FROM ${table} t`);
  return rows.map(({ row }) => String(row)).toSorted();
}

/** Who leads each run here, as the test set it up. */
const leads = (institution: string, run: unknown) =>
  (institution === HOME && run === ours) || (institution === FOREIGN && run === theirs);

/** What may be seen, written a second time: from who did what above, not from the policies. */
const MAY: Record<string, (row: Row, institution: string, role: AccessRole) => boolean> = {
  answers: ({ run_id, seq }, institution) =>
    seq === 2
      ? leads(institution, run_id)
      : seq === 3 && institution === COURIER && (run_id === ours || run_id === theirs),
  drafts: (_, institution) => institution === COURIER,
  evidence: ({ institution_id }, institution) => institution_id === institution,
  evidence_chunks: ({ evidence_id }, institution) =>
    institution !== '' && String(evidence_id).endsWith(`/${institution}`),
  unfinished_uploads: ({ institution_id }, institution) => institution_id === institution,
  unfinished_pieces: ({ upload_id }, institution) =>
    institution !== '' && String(upload_id).endsWith(`/${institution}`),
  step_requests: ({ institution_id, run_id }, institution, role) =>
    institution_id === institution || (role === 'case-lead' && leads(institution, run_id)),
  act_reasons: ({ institution_id, run_id }, institution, role) =>
    institution_id === institution || (role === 'case-lead' && leads(institution, run_id)),
  releases: ({ institution_id, run_id, state }, institution, role) =>
    (institution_id === institution && state === 'released') ||
    (role === 'case-lead' && leads(institution, run_id)),
  person_keys: () => false,
  // Only the door searches, with limits and a record of it.
  document_keys: () => false,
  share_openings: ({ run_id }, institution, role) =>
    role === 'case-lead' && leads(institution, run_id),
  answer_openings: () => false,
  evidence_requests: ({ id }, institution, role) => mayHaveEvidence(id, institution, role),
  evidence_pieces: ({ request_id }, institution, role) =>
    mayHaveEvidence(request_id, institution, role),
  decision_marks: () => false,
  series_holds: ofASeries,
  series_reviews: ofASeries,
  reading_alarms: ofASeries,
};

/** Whoever asked, in the role it was asked in; a case lead as long as the institution leads. Its id says who that was. */
function mayHaveEvidence(id: unknown, institution: string, role: AccessRole): boolean {
  const [run, by, access] = String(id).split('/');
  return by === institution && access === role && (role === 'monitor' || leads(institution, run));
}

/** Tables monitors have rows of their own in. */
const OF_MONITORS = ['evidence_requests', 'evidence_pieces'];

/** The institution of the account by its supervisors, administrators, and the body that watches over the runs. */
function ofASeries({ institution_id }: Row, institution: string, role: AccessRole): boolean {
  if (role === 'monitor') return institution === AUDIT;
  return role === 'admin' || (role === 'supervisor' && institution_id === institution);
}

describe('row security', () => {
  it('is on, also before the owner, for every guarded table, and every table has a class', async () => {
    const { sql } = api.database.db;
    const tables = await sql<{ name: string; on: boolean; forced: boolean }[]>`
      select relname as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    const classed = Object.values(TABLE_CLASSES).flat();
    expect(new Set(classed).size, 'a table stands in two classes').toBe(classed.length);
    expect(
      tables.map(({ name }) => name).toSorted(),
      'a table without a class, or a class without its table: see db/table-classes.ts',
    ).toEqual(classed.toSorted());
    expect(
      tables
        .filter(({ on, forced }) => on && forced)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(GUARDED.toSorted());
    expect(tables.filter(({ on, forced }) => on !== forced)).toEqual([]);
    expect(GUARDED).toEqual(expect.arrayContaining([...TABLE_CLASSES.personal]));
    const views = await sql`select relname from pg_class
      where relnamespace = 'public'::regnamespace and (relkind = 'm'
        or relkind = 'v' and not coalesce(reloptions, '{}') @> '{security_invoker=true}')`;
    expect(views, 'a view shows rows as its owner sees them').toHaveLength(0);
    const definers = await sql`select proname from pg_proc
      where pronamespace = 'public'::regnamespace and prosecdef`;
    expect(definers, 'a function that runs as its owner').toHaveLength(0);
  });

  it('stands before the role of the processes, which owns nothing', async () => {
    const sql = postgres(api.database.processUrl, { max: 1 });
    const [role] = await sql<{ can: boolean }[]>`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as can from pg_roles where rolname = current_user`;
    const owned = await sql`select 1 from pg_class where relowner = current_user::regrole`;
    const other = await sql`select 1 from pg_auth_members where member = current_user::regrole`;
    await sql.end();
    expect({ role, owned: owned.length, other: other.length }).toEqual({
      role: { can: false },
      owned: 0,
      other: 0,
    });
  });

  it('leaves that role nothing but reading and adding where nobody may change or remove', async () => {
    const sql = postgres(api.database.processUrl, { max: 1 });
    const rows = await sql<{ name: string; adds: boolean; more: boolean }[]>`
      select c.relname as name, has_table_privilege(c.oid, 'INSERT') as adds,
        has_table_privilege(c.oid, 'UPDATE') or has_any_column_privilege(c.oid, 'UPDATE') or has_table_privilege(c.oid, 'DELETE')
          or has_table_privilege(c.oid, 'TRUNCATE') or has_table_privilege(c.oid, 'TRIGGER') as more
      from pg_class c where c.oid in (${sql.unsafe(APPEND_ONLY)}) order by 1`;
    const [schema] = await sql<{ makes: boolean }[]>`
      select has_schema_privilege('public', 'CREATE') or has_schema_privilege('drizzle', 'CREATE') as makes`;
    await sql.end();
    expect(schema).toEqual({ makes: false });
    expect(rows.filter(({ adds, more }) => !adds || more)).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'history',
        'log_changes',
        'log_checkpoints',
        'log_leaves',
        'share_openings',
      ]),
    );
  });

  it('shows a question without WHERE what is its asker’s own, and nothing else', async () => {
    let checked = 0;
    let shown = 0;
    for (const table of GUARDED) {
      const all = await api.database.db.sql.unsafe<{ row: string }[]>(
        `SELECT to_json(t)::text AS row FROM ${table} t`,
      );
      expect(all.length, `nothing was put into ${table}`).toBeGreaterThan(1);
      for (const institution of INSTITUTIONS) {
        for (const role of ACCESS_ROLES) {
          const works =
            /^(series_|reading_)/.test(table) || (role !== 'monitor' && role !== 'admin');
          const may = all
            .map(({ row }) => row)
            .filter(
              (row) =>
                (works || OF_MONITORS.includes(table)) &&
                MAY[table]!(JSON.parse(row), institution, role),
            )
            .toSorted();
          const rows = await seen(table, institution, role);
          expect(rows, `${table} for ${institution}/${role}`).toEqual(may);
          checked += all.length;
          shown += rows.length;
        }
      }
    }
    console.info(`row security: ${checked} rows looked for, ${shown} shown, each as expected`);
    expect(checked).toBeGreaterThan(1000);
    expect(shown).toBeGreaterThan(50);
  });

  it('shows nothing, and takes nothing, where nobody says who asks', async () => {
    const { serving } = api.database;
    for (const table of GUARDED) {
      const rows = await serving.orm.execute(`SELECT 1 FROM ${table}`);
      expect(rows, table).toHaveLength(0);
      // Of some the role may remove nothing at all.
      const gone = await serving.orm
        .execute(`DELETE FROM ${table} RETURNING 1`)
        .catch((error: Error) => {
          expect(error.cause).toMatchObject({ code: '42501' });
          return [];
        });
      expect(gone, table).toHaveLength(0);
    }
    const written = serving.orm.execute(
      `INSERT INTO drafts (run_id, step, opening, role, ciphertext) VALUES ('x', 'x', 1, 'x', '')`,
    );
    await expect(written).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('lets no request write what only the door writes, nor for another institution', async () => {
    const asked = api.database.serving.as({ institution: HOME, role: 'case-lead' });
    const before = await api.database.countRows();
    const refused = [
      `INSERT INTO answers (run_id, seq, compartment, form, ciphertext) VALUES ('${ours}', 1, 'identity', 'x', '')`,
      `INSERT INTO releases (run_id, share, seq, step, opening, to_role, institution_id, categories, state)
        VALUES ('${ours}', 'x', 1, 'x', 1, 'x', '${HOME}', '{}', 'released')`,
      `INSERT INTO person_keys (person_id, wrapped_by, identity, contact, protection) VALUES ('x', 'x', '', '', '')`,
      `INSERT INTO evidence (id, run_id, step, opening, role, institution_id, account, type, size, digest, description)
        VALUES ('x', '${ours}', 'x', 1, 'x', '${COURIER}', 'x', 'image/png', 1, 'x', '')`,
      `INSERT INTO share_openings (run_id, share, institution_id, account) VALUES ('${ours}', 'x', '${COURIER}', 'x')`,
    ];
    for (const text of refused) {
      await expect(asked.orm.execute(text), text).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
    const officer = api.database.serving.as({ institution: COURIER, role: 'officer' });
    const given = `UPDATE step_requests SET institution_id = '${FAR}'`;
    await expect(officer.orm.execute(given)).rejects.toMatchObject({ cause: { code: '42501' } });
    for (const text of [
      `UPDATE releases SET state = 'released', packet = 'x'`,
      'UPDATE answers SET ciphertext = $$x$$',
      'DELETE FROM person_keys',
      'DELETE FROM answers',
      'DELETE FROM releases',
    ]) {
      expect(await asked.orm.execute(`${text} RETURNING 1`), text).toHaveLength(0);
    }
    expect(await api.database.countRows()).toEqual(before);
  });

  it('never reaches the next question of the same connection', async () => {
    const one = connectDatabase(api.database.processUrl, { max: 1, serving: true });
    const ask = (institution?: string) => {
      const db = institution ? one.as({ institution, role: 'officer' }) : one;
      const text = `SELECT pg_backend_pid() AS pid, count(*)::int AS n, min(institution_id) AS who,
        current_setting('app.institution', true) AS setting FROM evidence`;
      return db.orm.execute<{ pid: number; n: number; who: string; setting: string | null }>(text);
    };
    const order = Array.from(
      { length: 300 },
      (_, i) => [HOME, undefined, COURIER, FOREIGN, FAR][i % 5],
    );
    const answers = await Promise.all(order.map((institution) => ask(institution)));
    const pids = new Set<number>();
    answers.forEach(([row], i) => {
      const institution = order[i];
      const has = institution !== undefined && institution !== FAR;
      pids.add(row!.pid);
      expect(row).toMatchObject({
        n: has ? (institution === COURIER ? 2 : 1) : 0,
        who: has ? institution : null,
      });
      expect(row!.setting ?? '').toBe(institution ?? '');
    });
    expect(pids.size).toBe(1);
    // Also after a question that failed, and after one inside a transaction of several.
    await expect(
      one.as({ institution: HOME, role: 'officer' }).orm.execute('SELECT 1/0 FROM evidence'),
    ).rejects.toThrow();
    expect((await ask())[0]!.n).toBe(0);
    await one.as({ institution: HOME, role: 'officer' }).orm.transaction(async (tx) => {
      expect(await tx.execute('SELECT 1 FROM evidence')).toHaveLength(1);
    });
    expect((await ask())[0]!.n).toBe(0);
    await one.close();
  });

  it('leaves the door and its processes their work', async () => {
    const worker = connectDatabase(api.database.processUrl, { max: 1 });
    const counts = await api.database.countRows();
    for (const table of GUARDED) {
      for (const rows of [
        await worker.sql.unsafe(`SELECT 1 FROM ${table}`),
        await worker.orm.execute(`SELECT 1 FROM ${table}`),
      ]) {
        expect(rows, table).toHaveLength(counts[table]!);
      }
    }
    const [person] = await worker.sql<{ id: string }[]>`select person_id as id from runs limit 1`;
    expect(await findPersonKeys(api.database.serving.sql, person!.id)).toBeDefined();
    await worker.close();
  });

  it('shows whoever began a run and gave its last role away no more of it, but of a rehearsal', async () => {
    const { sql } = api.database.db;
    const start = async (more?: object) => {
      const run = await api.startLoan(more);
      await sql`insert into act_reasons (run_id, act_id, institution_id, account, reason)
        values (${run}, 'passed', ${COURIER}, 'invented', ${Buffer.from('sealed')})`;
      return run;
    };
    const reads = async (institution: string, run: string) => {
      const asked = api.database.serving.as({ institution, role: 'case-lead' });
      const rows = await asked.orm.execute<{ run: string }>(
        'SELECT run_id AS run FROM act_reasons',
      );
      return rows.some((row) => row.run === run);
    };
    const real = await start();
    const rehearsed = await start({ rehearsal: { startsAt: new Date().toISOString() } });
    for (const run of [real, rehearsed]) {
      expect([await reads(HOME, run), await reads(FOREIGN, run)]).toEqual([true, false]);
      await sql`update run_parties set institution_id = ${FOREIGN}
        where run_id = ${run} and institution_id = ${HOME}`;
    }
    expect([await reads(HOME, real), await reads(FOREIGN, real)]).toEqual([false, true]);
    expect([await reads(HOME, rehearsed), await reads(FOREIGN, rehearsed)]).toEqual([true, true]);
  });
});

import { execFile } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { auditRuns } from '../../cli/commands/audit.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { createAuditor } from '../../door/audit.js';
import { digestOf } from '../../door/definitions.js';
import type { Door } from '../../door/door.js';
import { silentProgress } from '../../platform/progress.js';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import type { Definition } from '../../protocols/language/definition.js';
import { unaccompaniedMinor } from '../../protocols/unaccompanied-minor.js';
import { playScene } from '../../rehearsal/scene.js';
import { recommendable } from '../fixtures/recommendable.js';
import { signedBy, without } from '../fixtures/weakened.js';
import { adultDeporteeScenes } from '../protocols/adult-deportee/scenes.js';
import type { ProtocolScene } from '../protocols/scene.js';
import { institutionsOf } from '../protocols/two-states.js';
import { unaccompaniedMinorScenes } from '../protocols/unaccompanied-minor/scenes.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openTestDoor } from '../support/door.js';
import { playAtTheDoor } from './door-player.js';

const adult: Definition = adultDeportee;
const minor: Definition = unaccompaniedMinor;
const AT = Date.parse('2026-02-02T15:00:00Z');
/** What somebody who owns the database can change; put back after each test. */
const TABLES = ['history', 'runs', 'answers', 'releases', 'share_openings', 'definitions'] as const;

let database: TestDatabase;
let door: Door;
let adultRun: string;
let childRun: string;
let recommended: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  door = await openTestDoor(database, [adult, minor, recommendable]);
  for (const of of [adult, minor]) await saveInstitutions(database.db, institutionsOf(of));
  await door.directory.reload();
  const handed = ({ beats }: ProtocolScene) =>
    JSON.stringify(beats).includes('handover-reception-act:');
  adultRun = await play(adult, adultDeporteeScenes.find(handed)!);
  const early = ({ id }: ProtocolScene) => id === 'turned eighteen during the follow-up';
  childRun = await play(minor, unaccompaniedMinorScenes.find(early)!);
  recommended = await play(recommendable, {
    id: 'answered',
    beats: [{ event: 'recommended/watch' }, { answers: 'reply:replied' }],
    ends: 'over',
  });
  for (const table of TABLES) {
    await database.db.sql.unsafe(`CREATE TABLE kept_${table} AS TABLE ${table}`);
    await database.db.sql.unsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  }
}, 240_000);
afterAll(() => database.drop());
beforeEach(async () => {
  for (const table of TABLES) {
    await database.db.sql.unsafe(`DELETE FROM ${table}`);
    await database.db.sql.unsafe(`INSERT INTO ${table} TABLE kept_${table}`);
  }
});

async function play(of: Definition, { attributes, beats }: ProtocolScene): Promise<string> {
  const bindings = Object.fromEntries(
    of.roles.map((role, index) => [role.id, institutionsOf(of)[index]!.id]),
  );
  if (of === recommendable) await saveInstitutions(database.db, institutionsOf(of));
  await door.directory.reload();
  const start = { at: AT, bindings, ...(attributes ? { attributes } : {}) };
  const player = await playAtTheDoor(door, of, start);
  await playScene(player, beats);
  return player.runId;
}

const sql = (text: string, ...values: (string | number)[]) =>
  database.db.sql.unsafe(text, values as never[]);

/** The safeguards the audit of a run finds broken, and where. */
async function found(run: string): Promise<string[]> {
  const audited = await createAuditor(database.db).audit(run);
  return [...new Set(audited!.findings.map(({ invariant }) => invariant))].sort();
}

/** Puts another definition where the run's own was, as whoever owns the database could, digest included. */
async function replaceDefinition(of: Definition): Promise<void> {
  await sql(
    'UPDATE definitions SET body = $1, digest = $2 WHERE id = $3',
    JSON.stringify(of),
    digestOf(of),
    of.id,
  );
}

const ENTRY = `run_id = $1 AND act->>'step' = $2 AND act->>'outcome' = $3`;

test('a run that was recorded as it happened has nothing to be said about', async () => {
  for (const run of [adultRun, childRun, recommended]) {
    const audited = await createAuditor(database.db).audit(run);
    expect(audited!.findings, run).toEqual([]);
    expect(audited!.acts).toBeGreaterThan(2);
  }
});

describe('a history that was tampered with is found out by', () => {
  test('INV-A17: another author, another date, a gap, a missing end, lost reasons', async () => {
    const at = [adultRun, 'individual-assessment', 'complete'] as const;
    const changes: [string, ...(string | number)[]][] = [
      [
        `UPDATE history SET actor = '{"institution":"otra","access":"officer","account":"x"}' WHERE ${ENTRY}`,
        ...at,
      ],
      [`UPDATE history SET at = at + interval '1 day' WHERE ${ENTRY}`, ...at],
      [`UPDATE history SET recorded_at = recorded_at - interval '1 day' WHERE ${ENTRY}`, ...at],
      [`UPDATE history SET answers_digest = NULL WHERE ${ENTRY}`, ...at],
      [
        `DELETE FROM answers USING history h WHERE answers.run_id = h.run_id AND answers.seq = h.seq AND h.run_id = $1
           AND h.act->>'step' = $2 AND h.act->>'outcome' = $3`,
        ...at,
      ],
      ['DELETE FROM history WHERE run_id = $1 AND seq = 10', adultRun],
      [
        'DELETE FROM history WHERE run_id = $1 AND seq = (SELECT max(seq) FROM history WHERE run_id = $1)',
        adultRun,
      ],
      ['DELETE FROM history WHERE run_id = $1', adultRun],
      ['DELETE FROM runs WHERE id = $1', adultRun],
      [
        `UPDATE definitions SET body = replace(body, '"hours"', '"calendar-days"') WHERE id = $1`,
        adult.id,
      ],
      ['DELETE FROM definitions WHERE id = $1', adult.id],
    ];
    for (const [change, ...values] of changes) {
      for (const table of TABLES) {
        await sql(`DELETE FROM ${table}`);
        await sql(`INSERT INTO ${table} TABLE kept_${table}`);
      }
      const { count } = await sql(change, ...values);
      expect(count, change).toBeGreaterThan(0);
      expect(await found(adultRun), change).toContain('INV-A17');
    }
  });

  test('INV-P2: a share invented, widened, redirected, freed or taken out, and a stranger who opened it', async () => {
    const one = `run_id = $1 AND share = (SELECT share FROM releases WHERE run_id = $1 AND state <> 'suppressed' ORDER BY seq LIMIT 1)`;
    const changes = [
      `INSERT INTO releases (run_id, share, seq, step, opening, to_role, institution_id, categories, state)
         SELECT run_id, 'invented#1:more', seq, step, opening, to_role, institution_id, categories, 'released' FROM releases WHERE ${one}`,
      `UPDATE releases SET categories = categories || '{D9}'::text[] WHERE ${one}`,
      `UPDATE releases SET institution_id = 'otra' WHERE ${one}`,
      `UPDATE releases SET state = 'suppressed' WHERE ${one}`,
      `DELETE FROM releases WHERE ${one}`,
      `INSERT INTO share_openings (run_id, share, institution_id, account) SELECT run_id, share, 'otra', 'x' FROM releases WHERE ${one}`,
    ];
    for (const change of changes) {
      for (const table of ['releases', 'share_openings']) {
        await sql(`DELETE FROM ${table}`);
        await sql(`INSERT INTO ${table} TABLE kept_${table}`);
      }
      expect((await sql(change, adultRun)).count, change).toBe(1);
      expect(await found(adultRun), change).toContain('INV-P2');
    }
  });

  test('INV-M1: a departure before the monitoring body had been handed anything', async () => {
    const monitor = `run_id = $1 AND to_role = 'MON'`;
    await sql(
      `UPDATE releases SET state = 'pending', released_at = NULL, packet = NULL WHERE ${monitor}`,
      adultRun,
    );
    expect(await found(adultRun)).toEqual(['INV-M1']);
    await sql(
      `UPDATE releases SET released_at = now() + interval '1 day' WHERE ${monitor}`,
      adultRun,
    );
    expect(await found(adultRun)).toEqual(['INV-M1']);
  });

  test('INV-A10: a handover only one State signed, under a protocol changed to allow it', async () => {
    await replaceDefinition(signedBy(adult, 'handover-reception-act', 'MIG-S'));
    const { count } = await sql(
      `DELETE FROM history WHERE run_id = $1 AND act->>'step' = 'handover-reception-act' AND act->>'role' <> 'MIG-S'`,
      adultRun,
    );
    expect(count).toBeGreaterThan(0);
    expect(await found(adultRun)).toContain('INV-A10');
  });

  test('INV-C2: a child without an escort, under a protocol changed to allow it', async () => {
    await replaceDefinition(without(minor, 'escortAssigned'));
    expect(await found(childRun)).toContain('INV-C2');
  });

  test('INV-C9: the file of a child closed early, its reason rewritten', async () => {
    const rewritten = (text: string) => text.replaceAll('turned-eighteen', 'convenient');
    await replaceDefinition(JSON.parse(rewritten(JSON.stringify(minor))) as Definition);
    await sql(
      `UPDATE history SET act = replace(act::text, 'turned-eighteen', 'convenient')::json WHERE run_id = $1`,
      childRun,
    );
    expect(await found(childRun)).toEqual(['INV-C9']);
  });

  test('INV-M2: a recommendation that was never answered, in a run that is over', async () => {
    expect(await found(recommended)).toEqual([]);
    const { count } = await sql(
      `UPDATE history SET act = (act::jsonb || '{"step":"end","outcome":"over"}')::json WHERE run_id = $1 AND act->>'step' = 'reply'`,
      recommended,
    );
    expect(count).toBe(1);
    expect(await found(recommended)).toContain('INV-M2');
  });
});

describe('retorno audit', () => {
  const auditing = async (runs: string[], options: { all?: boolean; json?: boolean } = {}) => {
    let text = '';
    const code = await auditRuns(database.db, {
      runs,
      ...options,
      language: 'en',
      progress: silentProgress,
      out: (more) => {
        text += more;
      },
    });
    return { code, text };
  };

  test('tells of one run, of every run, and of each in JSON', async () => {
    const one = await auditing([adultRun]);
    expect(one.code).toBe(0);
    expect(one.text).toMatch(/adult-deportee 2\): no findings\n1 run, \d+ acts: no findings\n$/);
    await sql('UPDATE releases SET released_at = NULL WHERE run_id = $1', adultRun);
    const runs = await sql('SELECT DISTINCT run_id AS id FROM history');
    expect(runs.map(({ id }) => id)).toEqual(
      expect.arrayContaining([adultRun, childRun, recommended]),
    );
    const all = await auditing([], { all: true });
    expect(all.code).toBe(1);
    expect(all.text).toContain('INV-M1');
    expect(all.text).not.toContain(childRun);
    expect(all.text).toMatch(new RegExp(`\n${runs.length} runs, \\d+ acts: 1 finding\n$`));
    const json = await auditing([], { all: true, json: true });
    const lines = json.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ run }) => run).sort()).toEqual(runs.map(({ id }) => id).sort());
    expect(lines.find(({ run }) => run === adultRun).findings).toMatchObject([
      { invariant: 'INV-M1', text: { es: expect.any(String), en: expect.any(String) } },
    ]);
  });

  test('also of a run of which only the history, or only the row is left', async () => {
    await sql('DELETE FROM runs WHERE id = $1', adultRun);
    await sql('DELETE FROM history WHERE run_id = $1', childRun);
    const { code, text } = await auditing([], { all: true });
    expect(code).toBe(1);
    expect(text).toContain(`${adultRun}: 1 finding`);
    expect(text).toContain(childRun);
  });

  test('asks for a run that is there', async () => {
    await expect(auditing([])).rejects.toThrow(/--all/);
    await expect(auditing([adultRun], { all: true })).rejects.toThrow(/--all/);
    await expect(auditing(['no-such-run'])).rejects.toThrow(/no-such-run/);
  });

  test('ends with 0 when clean, 1 with findings, 2 when it could not be done', async () => {
    const ended = (databaseUrl: string, ...args: string[]) =>
      new Promise<{ code: number; out: string; err: string }>((resolve) => {
        const env = { ...process.env, DATABASE_URL: databaseUrl, LANG: 'es_MX.UTF-8' };
        const command = ['dist/cli/main.js', 'audit', ...args];
        execFile(process.execPath, command, { env }, (error, out, err) =>
          resolve({ code: error ? Number(error.code) : 0, out, err }),
        );
      });
    expect(await ended(database.url, adultRun)).toMatchObject({ code: 0 });
    await sql('UPDATE releases SET released_at = NULL WHERE run_id = $1', adultRun);
    const bad = await ended(database.url, adultRun);
    expect(bad).toMatchObject({ code: 1, err: '' });
    expect(bad.out).toContain('El órgano de monitoreo no fue avisado');
    expect(await ended(database.url, 'no-such-run')).toMatchObject({ code: 2, out: '' });
    expect(await ended(database.url)).toMatchObject({ code: 2, out: '' });
    const nowhere = await ended('postgres://nobody@127.0.0.1:1/nothing', adultRun);
    expect(nowhere).toMatchObject({ code: 2, out: '' });
  }, 60_000);
});

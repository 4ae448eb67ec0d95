import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueCheckpoint } from '../../record/log/checkpoints.js';
import { makeEvidence } from '../../record/log/evidence.js';
import { type Log, openLog } from '../../record/log/open-log.js';
import { newSeed, type Signer, signerOf } from '../../record/note/keys.js';
import { openPack } from '../../record/pack/file.js';
import { verifyPack } from '../../record/verify/verify-pack.js';
import { stayAtHomeLoan } from '../fixtures/stay-at-home-loan.js';
import { freshKey } from '../support/api.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME, personIn, signedIn } from '../web/people.js';
import { buildVerifier, startVerifier } from './go-verifier.js';
import { sequenceAll } from './recorded.js';

const SUPERVISOR = `${HOME}/supervisor`;
const ADMIN = `${HOME}/admin`;

let web: TestWeb;
let log: Log;
let signer: Signer;
let folder: string;
beforeAll(async () => {
  web = await startTestWeb({
    definitions: [stayAtHomeLoan],
    web: { demo: true },
    settings: { webhooksToLoopback: true },
  });
  log = await openLog({ ...web.door, db: web.database.db });
  signer = signerOf(log.origin, 'note', newSeed());
  folder = mkdtempSync(join(tmpdir(), 'retorno-changes-'));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await web.close();
});

const sql = (text: string) => web.database.db.sql.unsafe(text);

interface Change {
  readonly how: string;
  readonly changed: readonly string[];
  readonly row: Record<string, unknown>;
  readonly by: Record<string, unknown>;
  readonly account: unknown;
}

let seen = 0;

/** What came into the log about a table since it was asked last, as a file of evidence shows it, which both verifiers find good. */
async function changesOf(table: string): Promise<Change[]> {
  await sequenceAll(log);
  await issueCheckpoint(log, signer, false);
  const pack = await makeEvidence(log, signer, {});
  expect(
    verifyPack(pack, { log: signer }).faults.filter(({ code }) => code !== 'safeguard'),
  ).toEqual([]);
  const program = await buildVerifier();
  if (program) {
    writeFileSync(join(folder, 'pack'), pack);
    const second = startVerifier(program, { key: signer.text, own: [] });
    expect((await second.verify(join(folder, 'pack'))).faults ?? []).toEqual([]);
    second.stop();
  }
  const { head, lines } = openPack(pack);
  const from = seen;
  seen = head!.to;
  return lines.flatMap((line) => {
    if (line.t !== 'leaf' || line.p < from || !line.open?.exact) return [];
    const { what, how, content } = JSON.parse(line.open.exact[1]);
    if (what !== table) return [];
    const said = (name: string) => JSON.parse(line.open?.[name]?.[1] ?? 'null');
    return [{ how, ...content, by: said('by'), account: said('account') } as Change];
  });
}

async function call(method: 'POST' | 'PUT' | 'DELETE', url: string, as: string, body?: object) {
  const answer = await web.call<{ id: string }>(method, url, {
    as,
    ...(body ? { body } : {}),
    key: freshKey(),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body.id;
}

const accountOf = async (as: string) => {
  const [, role] = as.split('/');
  const [row] = await sql(
    `SELECT id FROM access_tokens WHERE institution_id = '${HOME}' AND role = '${role}'`,
  );
  return row!.id as string;
};

describe('a change by the API or a page is in the log with whoever made it, and verifies', () => {
  it('hosts of an institution’s own system: asked for, approved by another person, taken away', async () => {
    await changesOf('');
    const host = '127.0.0.1:4443';
    const id = await call('POST', '/v1/webhooks/hosts', SUPERVISOR, { host });
    await call('POST', `/v1/webhooks/hosts/${id}/approval`, ADMIN);
    await call('DELETE', `/v1/webhooks/hosts/${id}`, SUPERVISOR);
    const changes = await changesOf('webhook_hosts');
    expect(
      changes.map(({ how, by, account }) => [how, by.institution, by.access, account]),
    ).toEqual([
      ['insert', HOME, 'supervisor', await accountOf(SUPERVISOR)],
      ['update', HOME, 'admin', await accountOf(ADMIN)],
      ['update', HOME, 'supervisor', await accountOf(SUPERVISOR)],
    ]);
    expect(changes.map(({ row }) => row.host)).toEqual([host, host, host]);
    expect(changes[1]).toMatchObject({
      changed: ['approved_at', 'approved_by'],
      row: { approved_by: await accountOf(ADMIN) },
    });
  });

  it('addresses: made, with a new secret, stopped; never the secret or the address itself', async () => {
    const host = '127.0.0.1:4444';
    const asked = await call('POST', '/v1/webhooks/hosts', SUPERVISOR, { host });
    await call('POST', `/v1/webhooks/hosts/${asked}/approval`, ADMIN);
    const secrets: string[] = [];
    const { body } = await web.call<{ id: string; secret: string }>('POST', '/v1/webhooks', {
      as: SUPERVISOR,
      body: { url: `https://${host}/avisos/clave-inventada` },
    });
    const rotated = await web.call<{ secret: string }>('POST', `/v1/webhooks/${body.id}/secret`, {
      as: ADMIN,
    });
    secrets.push(body.secret, rotated.body.secret);
    await call('PUT', `/v1/webhooks/${body.id}/state`, SUPERVISOR, { state: 'stopped' });
    const changes = await changesOf('webhook_endpoints');
    expect(changes.map(({ how, by, row }) => [how, by.access, row.state])).toEqual([
      ['insert', 'supervisor', 'active'],
      ['update', 'admin', 'active'],
      ['update', 'supervisor', 'stopped'],
    ]);
    expect(changes[1]!.changed).toEqual([
      'changed_at',
      'previous_secret',
      'previous_until',
      'secret',
    ]);
    expect(changes[0]!.row).toEqual({ id: body.id, institution_id: HOME, host, state: 'active' });
    const all = JSON.stringify(await sql('SELECT content FROM log_changes'));
    for (const secret of [...secrets, 'clave-inventada', 'whsec_'])
      expect(all).not.toContain(secret);
  });

  it('passwords, absences and preferences of mail, on the pages of whoever they are of', async () => {
    const { email, id } = await personIn(web, 'supervisor');
    const browser = await signedIn(web, email);
    await changesOf('');
    const nueva = 'una frase inventada y bastante larga';
    expect(await browser.submit('/cuenta/clave', { nueva })).toMatchObject({ location: '/cuenta' });
    const passwords = await changesOf('passwords');
    expect(passwords).toMatchObject([
      {
        how: 'update',
        row: { user_id: id },
        by: { institution: HOME, access: 'supervisor' },
        account: id,
      },
    ]);
    expect(passwords[0]!.changed).toContain('hash');
    expect(JSON.stringify(passwords)).not.toMatch(/argon|inventada y/);
    const away = {
      'desde-day': '1',
      'desde-month': '3',
      'desde-year': '2030',
      'hasta-day': '2',
      'hasta-month': '3',
      'hasta-year': '2030',
    };
    expect((await browser.submit('/cuenta/ausencias', away)).status).toBe(303);
    expect(await changesOf('absences')).toMatchObject([
      { how: 'insert', row: { user_id: id, institution_id: HOME }, account: id },
    ]);
    expect((await browser.submit('/institucion/avisos', { recordatorios: 'daily' })).status).toBe(
      303,
    );
    expect(await changesOf('mail_preferences')).toMatchObject([
      {
        how: 'insert',
        row: { institution_id: HOME, user_id: null, reminders: 'daily' },
        account: id,
      },
    ]);
  });

  it('ways to sign in and links to set a password: that they changed, and by whom', async () => {
    const { id } = await personIn(web);
    await changesOf('');
    const asker = { institution: HOME, role: 'supervisor', account: 'u-invented' } as const;
    const { orm } = web.database.serving.as(asker);
    const statements = {
      totp_secrets: `INSERT INTO totp_secrets (user_id, sealed, last_step) VALUES ('${id}', 'sellado', 1)`,
      passkeys: `INSERT INTO passkeys (id, user_id, public_key, counter, transports) VALUES ('llave', '${id}', 'x', 0, '{}')`,
      identities: `INSERT INTO identities (issuer, subject, user_id) VALUES ('https://idp.example', 'persona-inventada', '${id}')`,
      one_time_links: `INSERT INTO one_time_links (token_hash, user_id, kind, expires_at) VALUES ('hash', '${id}', 'recovery', now())`,
      recoveries: `INSERT INTO recoveries (id, user_id) VALUES ('r1', '${id}')`,
    };
    for (const text of Object.values(statements)) await orm.execute(text);
    // Each use of a factor is none.
    await orm.execute('UPDATE totp_secrets SET last_step = 2');
    await orm.execute('UPDATE passkeys SET counter = 1, used_at = now()');
    const rows = await sql(`SELECT what, content::text AS content, actor FROM log_changes
      WHERE what IN ('${Object.keys(statements).join("','")}') AND content->'row'->>'user_id' = '${id}' ORDER BY id`);
    expect(rows.map(({ what }) => what)).toEqual(Object.keys(statements));
    for (const { actor, content } of rows) {
      expect(actor).toEqual({ institution: HOME, access: 'supervisor', account: 'u-invented' });
      expect(content).not.toMatch(/sellado|persona-inventada|hash"?:|llave/);
    }
    await changesOf('');
  });

  it('measures about data of persons: who asked, who decided, and that keys went; never whose', async () => {
    const run = await web.startLoan();
    const person = (await sql(`SELECT person_id AS id FROM runs WHERE id = '${run}'`))[0]!.id;
    await sql(`UPDATE runs SET ended_at = now() WHERE id = '${run}'`);
    await changesOf('');
    const measures = `/v1/runs/${run}/data-measures`;
    const id = await call('POST', measures, `${HOME}/case-lead`, {
      kind: 'erase',
      ground: 'person-request',
    });
    await call('POST', `${measures}/${id}/decision`, SUPERVISOR, { decision: 'approved' });
    await sequenceAll(log);
    const changes = await changesOf('data_measures');
    expect(changes).toMatchObject([
      {
        how: 'insert',
        row: { run_id: run, kind: 'erase', decision: null },
        by: { access: 'case-lead' },
      },
      {
        how: 'update',
        row: { id, decision: 'approved' },
        by: { institution: HOME, access: 'supervisor' },
        account: await accountOf(SUPERVISOR),
      },
    ]);
    const gone = await sql(
      `SELECT content::text AS content FROM log_changes WHERE what = 'key_destructions'`,
    );
    expect(gone.map(({ content }) => JSON.parse(content).row)).toEqual(
      expect.arrayContaining(
        ['identity', 'contact', 'protection'].map((compartment) => ({
          compartment,
          measure_id: id,
        })),
      ),
    );
    expect(JSON.stringify(await sql('SELECT * FROM log_changes'))).not.toContain(person);
  });
});

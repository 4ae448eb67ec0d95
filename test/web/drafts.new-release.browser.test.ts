import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { openSession } from '../../db/queries/sessions.js';
import { addUser } from '../../db/queries/users.js';
import { openDoor } from '../../door/door.js';
import { findFreePorts } from '../../platform/ports.js';
import { createVault } from '../../platform/vault/vault.js';
import { DEFAULT_WEB } from '../../web/context.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { theBrowser } from '../support/browser/browser.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { inventedInstitutions, startTestRun } from '../support/door.js';
import { testSettings } from '../support/servers.js';

const CANARY = 'Persona Inventada Canaria';
const OLD = fileURLToPath(new URL('../../dist', import.meta.url));
const KEY = Buffer.alloc(32, 7).toString('base64');

let database: TestDatabase;
let port: number;
let run: string;
let secret: string;
let folder: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'));
  [port = 0] = await findFreePorts(1);
  const { secrets } = testSettings({ RETORNO_MASTER_KEY: KEY });
  await saveInstitutions(database.db, inventedInstitutions(bookLoan));
  const door = await openDoor(database.db, createVault(secrets.masterKeys));
  await door.definitions.publishShipped([bookLoan]);
  run = (await startTestRun(door, bookLoan, { assigns: { isRare: false } })).runId;
  const at = { institution: 'invented-home-library', role: 'officer' } as const;
  const userId = await addUser(database.db, {
    displayName: 'Persona Inventada',
    email: 'persona.inventada@oficina-inventada.example',
    memberships: [at],
  });
  const life = DEFAULT_WEB.sessionLife;
  secret = await openSession(database.db, { userId, ...at, factors: ['password'], life });
  // Beside the packages, so that the copy finds them.
  folder = mkdtempSync(
    fileURLToPath(new URL('../../node_modules/.retorno-release-', import.meta.url)),
  );
}, 120_000);
afterAll(async () => {
  await stop();
  await (await theBrowser()).close();
  await database?.drop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Starts the built product and waits until it answers. */
async function start(dist: string): Promise<void> {
  const child = spawn(process.execPath, [join(dist, 'cli/main.js'), 'api'], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      RETORNO_MASTER_KEY: KEY,
      RETORNO_PAYLOAD_KEY: KEY,
      RETORNO_PORT: String(port),
    },
    stdio: 'ignore',
  });
  server = child;
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/entrar`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect
    .poll(async () => child.exitCode !== null || (await answers()), { timeout: 60_000 })
    .toBe(true);
  expect(child.exitCode).toBeNull();
}

async function stop(): Promise<void> {
  const child = server;
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** The build as a later release: the same pages, with style and script under other names. */
function laterRelease(): string {
  const dist = join(folder, 'dist');
  cpSync(OLD, dist, { recursive: true });
  const assets = join(dist, 'web/assets');
  const at = join(assets, 'manifest.json');
  const manifest = JSON.parse(readFileSync(at, 'utf8')) as Record<string, string>;
  for (const [name, file] of Object.entries(manifest)) {
    const other = file.replace(/\.[0-9a-f]{12}\./, '.0123456789ab.');
    for (const suffix of ['', '.gz', '.br']) {
      renameSync(join(assets, file + suffix), join(assets, other + suffix));
    }
    manifest[name] = other;
  }
  writeFileSync(at, JSON.stringify(manifest));
  return dist;
}

it('a draft typed while the server goes over to a new release is all there, and the page tells the truth', async () => {
  await start(OLD);
  const baseURL = `http://localhost:${port}`;
  const browser = await theBrowser();
  const context = await browser.newContext({
    baseURL,
    locale: 'es-GT',
    viewport: { width: 360, height: 740 },
  });
  const url = `https://localhost:${port}`;
  const cookie = { name: SESSION_COOKIE, value: secret, url, secure: true, httpOnly: true };
  await context.addCookies([{ ...cookie, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.clock.install();
  const says = (start: string) =>
    expect
      .poll(() => page.textContent('[data-draft-status]'), { timeout: 20_000 })
      .toMatch(new RegExp(`^${start}`));
  const script = () => page.getAttribute('script[type=module]', 'src');
  const reason = page.locator('form#respuesta [name=reason]').first();

  await page.goto(`/tareas/${run}/request`);
  const before = await script();
  await reason.fill(`${CANARY}, antes`);
  await says('Borrador guardado');
  await stop();
  await reason.fill(`${CANARY}, mientras`);
  await says('Sin conexión. Su borrador está guardado en este equipo');
  await start(laterRelease());
  // The page of the old release tries again by itself, at the server of the new one.
  await page.clock.fastForward(16_000);
  await says('Conexión recuperada. Borrador enviado al servidor');
  await reason.fill(`${CANARY}, después`);
  await says('Borrador guardado');

  await page.reload();
  expect(await script()).not.toBe(before);
  expect((await page.request.get(before!)).status()).toBe(404);
  expect(await reason.inputValue()).toBe(`${CANARY}, después`);
  await context.close();
}, 180_000);

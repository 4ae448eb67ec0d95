import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../api/app.js';
import { ACCESS_ROLES, createToken } from '../db/queries/access-tokens.js';
import { startPostgres } from '../platform/embedded/postgres.js';
import { silentProgress } from '../platform/progress.js';
import { bookLoan } from '../test/fixtures/book-loan.js';
import { createTestDatabase } from '../test/support/database.js';
import { institutionOf, openTestDoor, startTestRun } from '../test/support/door.js';

/**
 * The API on a PostgreSQL of its own with invented institutions and one open loan, for `scripts/fuzz-api.sh`. Writes
 * where it listens, the run and a token per role to the file named by the first argument; runs until told to stop.
 */
async function main(resultFile: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'retorno-fuzz-'));
  const postgres = await startPostgres({ dataDir, progress: silentProgress });
  const database = await createTestDatabase(postgres.url);
  const door = await openTestDoor(database, [bookLoan]);
  const { runId } = await startTestRun(door, bookLoan, { assigns: { isRare: true } });
  const tokens: Record<string, string> = {};
  for (const role of ACCESS_ROLES) {
    const of = { institution: institutionOf(bookLoan.lead), role, label: 'fuzz' };
    tokens[role] = (await createToken(database.db, of)).token;
  }
  let failed = 0;
  const limits = { requestsPerWindow: 1e9, failuresPerWindow: 1e9 };
  const app = await createApp({ door, settings: { rehearsals: true, ...limits } });
  const errors = new WeakMap<object, Error>();
  app.addHook('onError', async (request, _reply, error) => {
    errors.set(request, error);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode < 500) return;
    failed += 1;
    const { method, routeOptions } = request;
    const why = errors.get(request)?.stack ?? '';
    process.stdout.write(`${reply.statusCode} ${method} ${routeOptions.url}\n${why}\n`);
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  writeFileSync(resultFile, JSON.stringify({ url, runId, tokens }));
  process.once('SIGTERM', async () => {
    await app.close();
    await database.drop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
    process.stdout.write(`answers of 5xx: ${failed}\n`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
}

await main(process.argv[2]!);

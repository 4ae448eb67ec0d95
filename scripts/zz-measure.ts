import { execSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINDINGS, INSTITUTIONS, PARALLEL, r10, SEQUENCE } from '../bench/r10.js';
import { connectDatabase } from '../db/client.js';
import { migrateDatabase } from '../db/migrate.js';
import { saveInstitutions } from '../db/queries/institutions.js';
import { commitAct } from '../door/commit-act.js';
import { openDoor } from '../door/door.js';
import { startRelay } from '../door/relay.js';
import { startRun } from '../door/start-run.js';
import { createLogger } from '../platform/logger.js';
import { startMailCatcher } from '../platform/mail/catcher.js';
import { connectClient } from '../platform/temporal/connection.js';
import { createVault } from '../platform/vault/vault.js';
import { workflowIdOf } from '../protocols/messages.js';
import { startServers, testSettings } from '../test/support/servers.js';
import { startWorker } from '../worker/start-worker.js';

const mail = process.argv[2] === 'mail';
const N = Number(process.argv[3] ?? 150);
const gap = Number(process.argv[4] ?? 0);
const servers = await startServers();
const settings = testSettings({});
const url = new URL(servers.postgresUrl);
const dbUrl = url.toString();
await migrateDatabase(dbUrl);
const db = connectDatabase(dbUrl, { max: 10 });
await saveInstitutions(
  db,
  INSTITUTIONS.map((r) => (mail ? { ...r, email: `${r.id}@x.example` } : r)),
);
const door = await openDoor(db, createVault([{ id: 'k', key: randomBytes(32) }]));
await door.definitions.publishShipped([r10]);
const catcher = await startMailCatcher({ store: mkdtempSync(join(tmpdir(), 'm-')) });
const worker = await startWorker({
  settings,
  door,
  temporalAddress: servers.temporalAddress,
  logger: createLogger({ log: { level: 'error' } }, 'x'),
  smtpUrl: catcher.smtpUrl,
  workflows: { workflowBundle: { codePath: join(process.cwd(), 'dist/workflows/bundle.js') } },
  failureConverterPath: join(process.cwd(), 'dist/platform/temporal/failure-converter.js'),
});
const client = await connectClient(settings, servers.temporalAddress);
const relay = startRelay({ db, databaseUrl: dbUrl, client });
const port = servers.temporalAddress.split(':')[1];
const tpid = execSync(`ss -ltnp | grep :${port} | sed 's/.*pid=\\([0-9]*\\).*/\\1/'`)
  .toString()
  .trim()
  .split('\n')[0]!;
const ppid = execSync(`ss -ltnp | grep :${url.port} | sed 's/.*pid=\\([0-9]*\\).*/\\1/'`)
  .toString()
  .trim()
  .split('\n')[0]!;
const cpu = (pid: string) => {
  const f = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const p = f.slice(f.lastIndexOf(')') + 2).split(' ');
  return (Number(p[11]) + Number(p[12])) * 10;
};
const kids = () =>
  execSync(`pgrep -P ${ppid} || true`).toString().trim().split('\n').filter(Boolean).concat(ppid);
const pgCpu = () =>
  kids().reduce((s, p) => {
    try {
      return s + cpu(p);
    } catch {
      return s;
    }
  }, 0);
const me = () => {
  const u = process.cpuUsage();
  return (u.user + u.system) / 1000;
};
const as = (role: string) => ({ institution: `bench-${role}`, access: 'officer', account: 'a' });
async function one(i: string) {
  const r = await startRun(door, {
    actId: `s${i}`,
    actor: as('reception'),
    protocol: r10.id,
    bindings: BINDINGS,
    dates: { 'intake-due': Date.now() + 3e8 },
  });
  if (!r.ok) throw new Error('x');
  for (const step of ['intake', ...PARALLEL, 'best-interests', ...SEQUENCE]) {
    if (gap) await new Promise((x) => setTimeout(x, gap));
    const role = r10.steps.find((c) => c.id === step)!.by as string;
    const outcome = step === 'best-interests' ? 'approved' : 'done';
    const c = await commitAct(door, {
      runId: r.runId,
      actId: `${step}`,
      actor: as(role),
      act: { type: 'step-completed', step, opening: 1, outcome, role },
    });
    if (!c.ok) throw new Error(c.refusal.code);
  }
  return r.runId;
}
async function batch(n: number, tag: string) {
  const ids: string[] = [];
  let k = 0;
  const t0 = performance.now();
  const c0 = [me(), cpu(tpid), pgCpu()];
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (k < n) {
        k += 1;
        ids.push(await one(`${tag}${k}`));
      }
    }),
  );
  const t1 = performance.now();
  while (Number((await db.sql`select count(*)::int as n from outbox`)[0]!.n) > 0)
    await new Promise((x) => setTimeout(x, 20));
  await Promise.all(ids.map((id) => client.workflow.getHandle(workflowIdOf(r10.id, id)).result()));
  const t2 = performance.now();
  const c1 = [me(), cpu(tpid), pgCpu()];
  const h = await Promise.all(
    ids
      .slice(0, 20)
      .map((id) => client.workflow.getHandle(workflowIdOf(r10.id, id)).fetchHistory()),
  );
  const ev = h.map((x) => x.events!.length);
  const wft = h.map((x) => x.events!.filter((e) => Number(e.eventType) === 7).length);
  console.log(tag, {
    n,
    acceptedPerSec: (n / (t1 - t0)) * 1000,
    followedPerSec: (n / (t2 - t0)) * 1000,
    events: ev.reduce((a, b) => a + b) / ev.length,
    wft: wft.reduce((a, b) => a + b) / wft.length,
    cpuPerRun: c1.map((x, i) => ((x - c0[i]!) / n).toFixed(1)).join(' node/temporal/pg '),
  });
}
await batch(30, 'warm');
await batch(N, 'a');
await batch(N, 'b');
await relay.stop();
await worker.stop();
await client.connection.close();
await catcher.stop();
await db.close();
await servers.stop();

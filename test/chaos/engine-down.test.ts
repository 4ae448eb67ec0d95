import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { createApp } from '../../api/app.js';
import { createToken } from '../../db/queries/access-tokens.js';
import { startRun } from '../../door/start-run.js';
import { ensureTemporalServer } from '../../platform/embedded/temporal-server.js';
import { findFreePort } from '../../platform/ports.js';
import { silentProgress } from '../../platform/progress.js';
import { accepted, answer, institutionOf, officerOf } from '../support/door.js';
import { testSettings } from '../support/servers.js';
import { check } from './checker.js';
import { setField } from './field.js';
import { relayRace } from './protocol.js';

it('with the engine down acts are accepted and steps open; when it is back everything follows', {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retorno-down-'));
  const settings = testSettings({
    ...process.env,
    RETORNO_DATA_DIR: folder,
    DATABASE_URL: undefined,
  });
  const port = await findFreePort();
  const startEngine = () => ensureTemporalServer({ settings, progress: silentProgress, port });
  let engine = await startEngine();
  const field = await setField({
    postgresUrl: inject('postgresUrl'),
    temporalAddress: engine.address,
    folder,
  });
  try {
    const { door, bindings, database } = field;
    const app = await createApp({ door });
    const tokenOf = async (role: string) => {
      const of = { institution: institutionOf(role), role: 'officer' as const, label: 'test' };
      return (await createToken(database.db, of)).token;
    };
    const [leadToken, leftToken] = [await tokenOf('lead'), await tokenOf('left')];
    const begin = async (n: number, whistle: number) =>
      accepted(
        await startRun(door, {
          actId: `down-${n}`,
          actor: officerOf('lead'),
          protocol: relayRace.id,
          bindings,
          dates: { whistle },
        }),
      ).runId;
    const hour = Date.now() + 3600_000;
    const before = await begin(0, hour);
    await engine.stop();

    const runs = [before];
    for (let n = 1; n <= 10; n += 1)
      runs.push(await begin(n, n % 2 === 0 ? Date.now() + 500 : hour));
    const acts = new Map<string, string[]>(runs.map((run, n) => [run, [`down-${n}`]]));
    const give = async (run: string, role: string, step: string, outcome: string) => {
      const actId = `${step}/${role}`;
      accepted(await answer(door, run, role, step, outcome, { actId }));
      acts.get(run)!.push(actId);
    };
    const late = runs.filter((_, n) => n > 0 && n % 2 === 0);
    for (const run of runs) {
      if (late.includes(run)) continue;
      const answered = await app.inject({
        method: 'POST',
        url: `/v1/runs/${run}/steps/ready/complete`,
        headers: { authorization: `Bearer ${leadToken}`, 'idempotency-key': `ready-${run}` },
        payload: { opening: 1, outcome: 'go', answers: { name: 'Persona Inventada' } },
      });
      expect(answered.statusCode).toBe(200);
      const inbox = await app.inject({
        url: '/v1/inbox?limit=100',
        headers: { authorization: `Bearer ${leftToken}` },
      });
      expect(inbox.json().items).toContainEqual(
        expect.objectContaining({ run, step: 'run-left', opening: 1 }),
      );
      await give(run, 'left', 'run-left', 'done');
      await give(run, 'right', 'run-right', 'done');
    }
    const [unsent] = await database.db.sql<{ n: number }[]>`
      select count(*)::int as n from notices where state = 'pending'`;
    expect(unsent!.n).toBeGreaterThan(20);

    engine = await startEngine();
    const until = Date.now() + 120_000;
    const lapsed = async () => {
      const [row] = await database.db.sql<{ n: number }[]>`
        select count(*)::int as n from steps where lapsed_at is not null`;
      return row!.n;
    };
    while ((await lapsed()) < late.length && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    for (const run of late) await give(run, 'lead', 'ready', 'go');
    for (const run of late) {
      await give(run, 'left', 'run-left', 'done');
      await give(run, 'right', 'run-right', 'done');
    }
    for (const run of runs) {
      await give(run, 'left', 'photo', 'agreed');
      await give(run, 'right', 'photo', 'agreed');
      await give(run, 'goal', 'prize', 'given');
    }
    const verdict = await check(
      field,
      runs.map((runId) => ({ runId, acts: acts.get(runId)!, late: late.includes(runId) })),
    );
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    expect(verdict).toMatchObject({
      runs: 11,
      lost: 0,
      doubled: 0,
      lapses: 5,
      lapsesWrong: 0,
      lapsesEarly: 0,
      noticesUnsent: 0,
      mailsMissing: 0,
      releasesOpen: 0,
      workflowsOpen: 0,
      mailCopies: 0,
    });
  } finally {
    await field.stop();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

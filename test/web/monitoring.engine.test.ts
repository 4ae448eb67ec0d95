import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { type EngineEvent, engineHistory } from '../../api/gateway/engine-history.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { accepted, answer, inventedInstitutions, startTestRun } from '../support/door.js';
import { type Stage, setStage } from '../support/stage.js';

let stage: Stage;
let engine: ReturnType<typeof engineHistory>;
beforeAll(async () => {
  stage = await setStage({
    definitions: [bookLoan],
    institutions: inventedInstitutions(bookLoan),
  });
  engine = engineHistory(stage.settings, inject('temporalAddress'));
});
afterAll(async () => {
  await engine.close();
  await stage.stop();
});

it('shows what the engine itself recorded of a run, in codes and times only', async () => {
  const { runId } = await startTestRun(stage.door, bookLoan, { assigns: { isRare: false } });
  const run = { id: runId, protocol: 'book-loan' };
  const untilTold = (code: string) =>
    vi.waitFor(
      async () => {
        const found = (await engine.read(run)) ?? [];
        expect(found.map((event) => event.code)).toContain(code);
        return found;
      },
      { timeout: 50_000, interval: 200 },
    );
  await untilTold('run-started');
  accepted(await answer(stage.door, runId, 'home-library', 'request', 'accepted'));
  const events = await untilTold('step-completed request accepted');
  expect(events[0]).toMatchObject({ kind: 'started' });
  const [first, last] = [events[0]!.at, events.at(-1)!.at];
  expect(last).toBeGreaterThanOrEqual(first);
  expect(Math.abs(first - Date.now())).toBeLessThan(600_000);
  const told = JSON.stringify(events satisfies readonly EngineEvent[]);
  expect(told).not.toContain(runId);
  expect(told).not.toContain('invented-');
});

it('knows nothing of a run the engine never had, and does not fail', async () => {
  expect(await engine.read({ id: 'a'.repeat(26), protocol: 'book-loan' })).toBeUndefined();
});

it('says nothing, soon, when there is no engine at the address', async () => {
  const none = engineHistory(stage.settings, '127.0.0.1:9');
  const before = Date.now();
  expect(await none.read({ id: 'a'.repeat(26), protocol: 'book-loan' })).toBeUndefined();
  expect(Date.now() - before).toBeLessThan(10_000);
  await none.close();
});

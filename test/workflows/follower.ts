import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { DueAnswer, RunActivities, SendNotices } from '../../protocols/ports.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const workflowsPath = fileURLToPath(new URL('../../workflows/index.ts', import.meta.url));

/** What the stub activities were asked, in order. */
export interface Asked {
  notices: SendNotices[];
  releases: string[];
  due: { runId: string; rehearsalAt?: number }[];
  loads: { runId: string; afterSeq: number }[];
  told: string[];
  calledOff: string[];
}

/** A worker with the real workflows whose activities only note what they were asked, unless told otherwise. */
export interface Follower extends TestWorker {
  asked: Asked;
  /** What the activities do; a test may replace any of them. */
  does: RunActivities;
}

export async function startFollower(): Promise<Follower> {
  const asked: Asked = { notices: [], releases: [], due: [], loads: [], told: [], calledOff: [] };
  const does: RunActivities = {
    sendNotices: async () => {},
    releaseData: async () => {},
    commitDue: async () => ({ now: Date.now() }) satisfies DueAnswer,
    loadActs: async () => [],
    tellOperation: async () => {},
    callOffSeats: async () => {},
  };
  const worker = await startTestWorker({
    temporalAddress: inject('temporalAddress'),
    workflowsPath,
    activities: {
      async sendNotices(input: SendNotices) {
        asked.notices.push(input);
        await does.sendNotices(input);
      },
      async releaseData(input: { runId: string; share: string }) {
        asked.releases.push(input.share);
        await does.releaseData(input);
      },
      async commitDue(input: { runId: string; rehearsalAt?: number }) {
        asked.due.push(input);
        return does.commitDue(input);
      },
      async loadActs(input: { runId: string; afterSeq: number }) {
        asked.loads.push(input);
        return does.loadActs(input);
      },
      async tellOperation(input: { operation: string }) {
        asked.told.push(input.operation);
        await does.tellOperation(input);
      },
      async callOffSeats(input: { operation: string }) {
        asked.calledOff.push(input.operation);
        await does.callOffSeats(input);
      },
    } satisfies RunActivities,
  });
  return { ...worker, asked, does };
}

import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type ComparedRun, findComparedRuns, listSettledRuns } from '../db/queries/reconcile.js';
import { type FollowState, WORKFLOW_ID_PREFIX, workflowIdOf } from '../protocols/messages.js';
import type { ReconcileReport } from '../protocols/ports.js';
import { getDefinition, rememberRun } from './commit-act.js';
import type { Door } from './door.js';
import { handOver } from './hand-over.js';
import { standingMessage } from './message-of.js';

const PAGE = 200;
/** A run that was acted on more recently than this is still on its way to the engine. */
const QUIET_FOR = 5000;

export interface ReconcileOptions {
  /** How long a run must have been quiet, in milliseconds; 5,000 unless given. */
  readonly quietFor?: number;
  readonly onRepair?: (what: Repair, runId: string) => void;
}

export type Repair = 'restarted' | 'caught-up' | 'diverged' | 'ended' | 'unknown-run';

/**
 * Compares every open run with its workflow and every running workflow with its run. The facts win: a missing workflow
 * is started, one that is behind is told, one that claims more than the facts or follows no run is terminated.
 */
export async function reconcile(
  door: Door,
  client: Client,
  options: ReconcileOptions = {},
): Promise<ReconcileReport> {
  const report = { compared: 0, restarted: 0, caughtUp: 0, ended: 0 };
  for await (const run of settledRuns(door, options.quietFor ?? QUIET_FOR)) {
    report.compared += 1;
    const repair = await compare(door, client, run);
    if (repair === 'restarted' || repair === 'diverged') report.restarted += 1;
    if (repair === 'caught-up') report.caughtUp += 1;
    if (repair) options.onRepair?.(repair, run.runId);
  }
  for await (const { runId, repair } of endStrayWorkflows(door, client)) {
    report.ended += 1;
    options.onRepair?.(repair, runId);
  }
  return report;
}

async function* settledRuns(door: Door, quietFor: number): AsyncGenerator<ComparedRun> {
  let after = '';
  while (true) {
    const page = await listSettledRuns(door.db.sql, { after, limit: PAGE, quietFor });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.runId;
  }
}

/** What a run needs for its workflow to fit the facts. People go on while this looks: what differs is held against facts read later. */
async function compare(door: Door, client: Client, read: ComparedRun): Promise<Repair | undefined> {
  const handle = client.workflow.getHandle(workflowIdOf(read.protocol, read.runId));
  const isThere = await isRunning(handle);
  const seq = isThere ? (await handle.query<FollowState>('standing')).seq : 0;
  if (isThere && seq === read.seq) return undefined;
  const [run] = await findComparedRuns(door.db.sql, [read.runId]);
  if (!run || run.ended) return undefined;
  if (isThere && seq > run.seq) {
    await handle.terminate('The workflow claims acts the history does not have');
    await tellStanding(door, client, run);
    return 'diverged';
  }
  // What it has heard since is on its way like any other act.
  if (isThere && seq > read.seq) return undefined;
  await tellStanding(door, client, run);
  return isThere ? 'caught-up' : 'restarted';
}

async function isRunning(handle: {
  describe(): Promise<{ status: { name: string } }>;
}): Promise<boolean> {
  try {
    return (await handle.describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Where the run stands, as a message: a workflow that lacks earlier acts fetches them from the facts. */
async function tellStanding(door: Door, client: Client, run: ComparedRun): Promise<void> {
  const current = await rememberRun(door, run.runId);
  if (!current) return;
  const definition = await getDefinition(door, current);
  await handOver(client, { ...run, messages: [standingMessage(definition, current.state)] });
}

async function* endStrayWorkflows(
  door: Door,
  client: Client,
): AsyncGenerator<{ runId: string; repair: Repair }> {
  const query = `ExecutionStatus = 'Running' AND WorkflowId STARTS_WITH '${WORKFLOW_ID_PREFIX}/'`;
  const page: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query, pageSize: PAGE })) {
    page.push(workflowId);
    if (page.length === PAGE) yield* endStray(door, client, page.splice(0));
  }
  yield* endStray(door, client, page);
}

async function* endStray(
  door: Door,
  client: Client,
  workflowIds: readonly string[],
): AsyncGenerator<{ runId: string; repair: Repair }> {
  const byRun = new Map(workflowIds.map((id) => [id.slice(id.lastIndexOf('/') + 1), id]));
  const runs = new Map(
    (await findComparedRuns(door.db.sql, [...byRun.keys()])).map((run) => [run.runId, run]),
  );
  for (const [runId, workflowId] of byRun) {
    const run = runs.get(runId);
    if (run && !run.ended) continue;
    const handle = client.workflow.getHandle(workflowId);
    if (!run) {
      await handle.terminate('No run has this id');
      yield { runId, repair: 'unknown-run' };
    } else if ((await handle.query<FollowState>('standing')).seq < run.seq) {
      await tellStanding(door, client, run);
      yield { runId, repair: 'ended' };
    }
  }
}

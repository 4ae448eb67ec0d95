import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { beforeAll, expect, test } from 'vitest';
import { SHIPPED } from '../../protocols/registry.js';
import { workflowTypeOf } from '../../protocols/workflow-types.js';
import { SCENES } from './scenes.js';

interface Recorded {
  workflowId: string;
  history: Record<string, unknown>;
}

const { History } = proto.temporal.api.history.v1;
const folder = new URL('./histories/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort();
const histories = files.flatMap((name) =>
  (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Recorded[]).map(
    ({ workflowId, history }) => ({ name, workflowId, history: History.fromObject(history) }),
  ),
);

beforeAll(() => {
  // Failures are expected here and told by the results; the log, its native part included, would only repeat them.
  Runtime.install({
    logger: new DefaultLogger('ERROR', () => {}),
    telemetryOptions: {
      logging: {
        forward: {},
        filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }),
      },
    },
  });
});

async function bundleOf(path: string) {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(path, import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
}

/** The names of the files that do not replay with the given code, with the kind of error. */
async function failuresWith(path: string): Promise<Record<string, string>> {
  const failures: Record<string, string> = {};
  let index = 0;
  const results = Worker.runReplayHistories({ workflowBundle: await bundleOf(path) }, histories);
  for await (const { error } of results) {
    const { name } = histories[index]!;
    if (error) failures[name] = error.name;
    index += 1;
  }
  expect(index).toBe(histories.length);
  return failures;
}

test('there is a history of every scene', () => {
  for (const scene of Object.keys(SCENES)) {
    expect(
      files.some((name) => name.endsWith(`-${scene}.json`)),
      scene,
    ).toBe(true);
  }
});

test('there is a history of every shipped protocol', () => {
  const types = histories.map(
    ({ history }) => history.events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name,
  );
  for (const { id } of SHIPPED) expect(types, id).toContain(workflowTypeOf(id));
});

test('every recorded history replays with the code of today', async () => {
  expect(await failuresWith('../../workflows/index.ts')).toEqual({});
});

test('code that was changed without a marker does not replay', async () => {
  const failures = await failuresWith('./changed-workflows.ts');
  expect(failures['1-ten-acts.json']).toBe('DeterminismViolationError');
});

test('recorded histories hold neither machine names nor paths', () => {
  for (const name of files) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(text, name).not.toMatch(/\/work\/|\/home\/|\/root\/|\/tmp\//);
    expect(text, name).not.toMatch(/"identity": "(?!recorded"|[a-z-]*@?[0-9a-f]*")/);
  }
});

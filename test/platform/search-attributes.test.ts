import { randomUUID } from 'node:crypto';
import { TypedSearchAttributes } from '@temporalio/common';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectClient } from '../../platform/temporal/connection.js';
import {
  registerSearchAttributes,
  retornoLead,
  retornoProtocol,
  retornoRehearsal,
  retornoStage,
  retornoVersion,
} from '../../platform/temporal/search-attributes.js';
import { testNamespace, testSettings } from '../support/servers.js';

let client: Awaited<ReturnType<typeof connectClient>>;
beforeAll(async () => {
  client = await connectClient(testSettings(), inject('temporalAddress'));
});
afterAll(() => client?.connection.close());

test('registering again, twice at once, changes nothing and fails nothing', async () => {
  const list = () => client.connection.operatorService.listSearchAttributes({ namespace });
  const namespace = testNamespace;
  const before = (await list()).customAttributes;
  await Promise.all([1, 2].map(() => registerSearchAttributes(client.connection, namespace)));
  expect((await list()).customAttributes).toEqual(before);
});

test('a run is accepted with all attributes and carries them', async () => {
  const handle = await client.workflow.start('nobodyRunsThis', {
    taskQueue: `test-${randomUUID()}`,
    workflowId: `attributes-${randomUUID()}`,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: retornoProtocol, value: 'invented-protocol' },
      { key: retornoVersion, value: 3 },
      { key: retornoStage, value: 'intake' },
      { key: retornoLead, value: 'MIG-S' },
      { key: retornoRehearsal, value: true },
    ]),
  });
  const { typedSearchAttributes } = await handle.describe();
  expect(typedSearchAttributes.get(retornoVersion)).toBe(3);
  expect(typedSearchAttributes.get(retornoLead)).toBe('MIG-S');
  expect(typedSearchAttributes.get(retornoRehearsal)).toBe(true);
  await handle.terminate();
});

import { expect, test } from 'vitest';
import { buildCommand } from './temporal-build.js';
import {
  dynamicConfigFile,
  otherPortCount,
  sqliteStore,
  temporalConfig,
} from './temporal-config.js';

const others = Array.from({ length: otherPortCount }, (_, index) => 5001 + index);
const config = temporalConfig(sqliteStore('/d'), { frontend: 5000, others }, '/d/dynamic.yaml');

test('each service has ports of its own, and all listen on this machine only', () => {
  const text = JSON.stringify(config);
  for (const port of [5000, ...others]) expect(text).toMatch(new RegExp(`Port":${port}[,}]`));
  expect(text.match(/"bindOnLocalHost":true/g)).toHaveLength(4);
  expect(text).not.toContain('0.0.0.0');
});

test('the store writes ahead and flushes every commit', () => {
  expect(JSON.stringify(config)).toContain('"journal_mode":"wal","synchronous":"2"');
});

test('another store can be put in its place', () => {
  const sql = { pluginName: 'postgres12_pgx' };
  const store = { histories: { sql }, visibility: { sql }, shards: 4 };
  expect(temporalConfig(store, { frontend: 5000, others }, '/d')).toMatchObject({
    persistence: { numHistoryShards: 4, datastores: { histories: { sql } } },
  });
});

test('time skipping is switched on under both of its names', () => {
  expect(JSON.parse(dynamicConfigFile())).toMatchObject({
    'frontend.WorkflowTimeSkippingEnabled': [{ value: true }],
    'system.workflowTimeSkippingEnabled': [{ value: true }],
  });
});

test('the server is built stripped, without paths, at the version asked for, where asked', () => {
  const build = buildCommand('1.32.0', '/cache/go-bin');
  expect([build.command, ...build.args].join(' ')).toBe(
    'go install -v -trimpath -ldflags -s -w go.temporal.io/server/cmd/server@v1.32.0',
  );
  expect(build.env).toEqual({ GOBIN: '/cache/go-bin' });
});

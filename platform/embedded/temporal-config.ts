import { join } from 'node:path';

/** Where Temporal keeps its histories and its search index. */
export interface TemporalStore {
  histories: Record<string, unknown>;
  visibility: Record<string, unknown>;
  /** Number of history shards; fixed for the life of a store. */
  shards: number;
}

/** Ports of the server on 127.0.0.1; each service has one for calls and one for membership. */
export interface TemporalPorts {
  frontend: number;
  others: number[];
}

/** How many ports besides the frontend's `temporalConfig` needs. */
export const otherPortCount = 7;

/** One SQLite file: written ahead and flushed at each commit, so a kill loses nothing accepted. */
export function sqliteStore(folder: string): TemporalStore {
  const sql = {
    pluginName: 'sqlite',
    databaseName: join(folder, 'temporal.db'),
    connectAddr: 'localhost',
    connectProtocol: 'tcp',
    connectAttributes: {
      mode: 'rwc',
      cache: 'private',
      setup: 'true',
      journal_mode: 'wal',
      synchronous: '2',
    },
    maxConns: 1,
    maxIdleConns: 1,
    maxConnLifetime: '1h',
  };
  return { histories: { sql }, visibility: { sql: { ...sql } }, shards: 1 };
}

/** The server's configuration file: four services in one process, all on 127.0.0.1; its metrics at a port where one is given. */
export function temporalConfig(
  store: TemporalStore,
  ports: TemporalPorts,
  dynamicConfigFile: string,
  metricsPort?: number,
): Record<string, unknown> {
  const [frontendMembership, history, historyMembership, matching, matchingMembership, ...rest] =
    ports.others;
  const [system, systemMembership] = rest;
  const service = (grpcPort?: number, membershipPort?: number) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true },
  });
  const frontendAddress = `127.0.0.1:${ports.frontend}`;
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'histories',
      visibilityStore: 'visibility',
      numHistoryShards: store.shards,
      datastores: { histories: store.histories, visibility: store.visibility },
    },
    global: {
      membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' },
      ...(metricsPort === undefined
        ? {}
        : { metrics: { prometheus: { listenAddress: `127.0.0.1:${metricsPort}` } } }),
    },
    services: {
      frontend: service(ports.frontend, frontendMembership),
      history: service(history, historyMembership),
      matching: service(matching, matchingMembership),
      worker: service(system, systemMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: frontendAddress,
        },
      },
    },
    publicClient: { hostPort: frontendAddress },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: {
      history: { state: 'disabled', enableRead: false },
      visibility: { state: 'disabled', enableRead: false },
    },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '60s' },
  };
}

/** Settings of a single small server that nobody else uses. */
export const dynamicConfig: Record<string, boolean | number | string> = {
  // The switch is called differently after server 1.32; a key that is not known is ignored.
  'frontend.WorkflowTimeSkippingEnabled': true,
  'system.workflowTimeSkippingEnabled': true,
  // A skipped clock waits for the timer queue to look again; by default that is a second.
  'history.timerProcessorMaxTimeShift': '10ms',
  // Each skip makes the timer queue look four times: at the default of 20 looks a second a skip
  // took 190 ms, now 40 ms (measured).
  'history.timerProcessorMaxPollRPS': 1_000,
  'frontend.rps': 100_000,
  'frontend.namespaceRPS': 100_000,
  'frontend.namespaceCount': 10_000,
  'frontend.namespaceRPS.visibility': 1_000,
  'history.rps': 100_000,
  'matching.rps': 100_000,
  'frontend.persistenceMaxQPS': 100_000,
  'history.persistenceMaxQPS': 100_000,
  'matching.persistenceMaxQPS': 100_000,
  'matching.numTaskqueueReadPartitions': 1,
  'matching.numTaskqueueWritePartitions': 1,
};

/** `dynamicConfig` in the shape of the server's file. */
export function dynamicConfigFile(): string {
  const entries = Object.entries(dynamicConfig).map(([key, value]) => [key, [{ value }]]);
  return JSON.stringify(Object.fromEntries(entries), null, 1);
}

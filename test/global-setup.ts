import type { TestProject } from 'vitest/node';
import { startServers } from './support/servers.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** PostgreSQL of the test run, as owner of the server. */
    postgresUrl: string;
    /** Temporal server of the test run, host:port. */
    temporalAddress: string;
    /** Where these servers keep what they write, logs included. */
    serversFolder: string;
  }
}

/** Starts the servers once for all files of the project `server`, and stops them at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startServers();
  project.provide('postgresUrl', servers.postgresUrl);
  project.provide('temporalAddress', servers.temporalAddress);
  project.provide('serversFolder', servers.folder);
  return servers.stop;
}

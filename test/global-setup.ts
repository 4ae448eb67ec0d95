import type { TestProject } from 'vitest/node';
import { startServers } from './support/servers.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** PostgreSQL of the test run, as owner of the server. */
    postgresUrl: string;
    /** Temporal server of the test run, host:port. */
    temporalAddress: string;
  }
}

/** Starts the servers once for all files of the project `server`, and stops them at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await startServers();
  project.provide('postgresUrl', servers.postgresUrl);
  project.provide('temporalAddress', servers.temporalAddress);
  return servers.stop;
}

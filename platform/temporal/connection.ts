import { Client, Connection, type ConnectionOptions } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, type NativeConnectionOptions } from '@temporalio/worker';
import type { Settings } from '../settings.js';
import { dataConverter } from './data-converter.js';

/** What is needed of the settings to reach Temporal. */
export type TemporalSettings = Pick<Settings, 'temporal' | 'secrets'>;

/**
 * Address, TLS and API key from Temporal's own environment variables and profile file, read by the
 * SDK. `address` (of the embedded server) goes before the configured one; a server of our own is
 * reached without TLS and key, whatever the profile says.
 */
export function temporalConnectOptions(
  settings: TemporalSettings,
  address?: string,
): ConnectionOptions & NativeConnectionOptions {
  if (address !== undefined && address !== settings.temporal.address) return { address };
  const { temporalApiKey } = settings.secrets;
  const { connectionOptions } = loadClientConnectConfig({
    overrideEnvVars: {
      ...settings.temporal.environment,
      ...(temporalApiKey === undefined ? {} : { TEMPORAL_API_KEY: temporalApiKey }),
    },
  });
  return { ...connectionOptions, address: settings.temporal.address ?? connectionOptions.address };
}

/** A client with our data converter. Close its `connection` when done. Errors: no connection. */
export async function connectClient(settings: TemporalSettings, address?: string): Promise<Client> {
  const connection = await Connection.connect(temporalConnectOptions(settings, address));
  const { namespace } = settings.temporal;
  return new Client({ connection, namespace, dataConverter: dataConverter(settings) });
}

/** The connection a worker runs on. Errors: no connection. */
export function connectWorker(
  settings: TemporalSettings,
  address?: string,
): Promise<NativeConnection> {
  return NativeConnection.connect(temporalConnectOptions(settings, address));
}

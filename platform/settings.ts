import type { NamedKey } from './named-keys.js';

/** What the processes need to know, grouped. Nothing secret is outside `secrets`. */
export interface Settings {
  http: {
    host: string;
    port: number;
    /** Address that people's browsers and mails use, without a slash at the end. */
    publicUrl: string;
  };
  database: {
    /** True when no DATABASE_URL is given: PostgreSQL is started from the package. */
    embedded: boolean;
  };
  temporal: {
    /** Undefined: a server is found or built and started on this machine. */
    address: string | undefined;
    namespace: string;
    /** The TEMPORAL_* variables without the API key, read by the SDK's own environment reader. */
    environment: Record<string, string>;
  };
  mail: {
    /** Sender of every message, as in `Retorno <avisos@example.org>`. */
    from: string;
    /** False when no SMTP_URL is given: mail stays in the built-in catcher. */
    delivers: boolean;
    /** The mail server is the built-in catcher, run by another process of this machine. */
    isCaught: boolean;
  };
  webhooks: {
    /** Calls to institutions' own systems may go to this machine, unencrypted. For tests and demos. */
    toLoopback: boolean;
  };
  paths: {
    /** Absolute folder of this installation's data. */
    dataDir: string;
    /** Absolute folder of this user's downloaded and built programs. */
    cacheDir: string;
  };
  /** Days after the end of a person's last run for which each kind of data is kept. */
  retention: { contact: number; protection: number; identity: number };
  /** Most decisions about persons by one account, and the how manieth with like reasons within a day is held. */
  series: {
    short: { most: number; minutes: number };
    long: { most: number; minutes: number };
    alike: number;
  };
  /** ClamAV's `clamd`: `host:port` or the path of its socket; undefined: files get the local check alone. */
  clamdAddress: string | undefined;
  log: { level: LogLevel };
  secrets: Secrets;
}

/** A token reached by PKCS#11 and the labels of its keys. */
export interface KeyDevice {
  module: string;
  token: string;
  pin: string;
  /** First wraps, all unwrap. */
  keys: string[];
  /** As `keys`, for the protection compartment; empty: `keys`. */
  protectionKeys: string[];
}

/** Values that must never be logged, listed or sent anywhere. */
export interface Secrets {
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  temporalApiKey: string | undefined;
  /** First encrypts what goes to Temporal, all decrypt. Empty only before `withLocalKeys`. */
  payloadKeys: NamedKey[];
  /** First wraps the keys of persons and seals secrets of accounts, all unwrap. Empty only before `withLocalKeys`. */
  masterKeys: NamedKey[];
  /** Seed of the Ed25519 key that signs the log's checkpoints; a process without one signs nothing. */
  logKeys: NamedKey[];
  /** Wrap the protection keys of persons instead; empty: the master keys do. */
  protectionKeys: NamedKey[];
  /** A device that wraps the keys of persons instead of both. */
  keyDevice: KeyDevice | undefined;
}

/** Levels of the log, least to most talkative. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** One of `logLevels`. */
export type LogLevel = (typeof logLevels)[number];

/** What an operator may set of the API. Times in milliseconds, sizes in bytes. */
export interface ApiSettings {
  /** Whether runs with skipped time and invented people may be started here. */
  readonly rehearsals: boolean;
  /** Requests one token (or one address without a token) may make per window. */
  readonly requestsPerWindow: number;
  /** Failed sign-ins one address may make per window. */
  readonly failuresPerWindow: number;
  readonly windowFor: number;
  readonly bodyLimit: number;
  /** Time a client has to send its whole request. */
  readonly requestFor: number;
  /** Time an answer may take. */
  readonly answerFor: number;
  /** "Not found" is answered at whole multiples of this since the request came; 0 answers at once. */
  readonly unknownEvery: number;
  /** Addresses of institutions' own systems may be this machine's. Only for tests and demos. */
  readonly webhooksToLoopback: boolean;
  /** Browsers reach this service by TLS and are told to come no other way. */
  readonly strictTransport: boolean;
}

export const DEFAULT_SETTINGS: ApiSettings = {
  rehearsals: false,
  requestsPerWindow: 600,
  failuresPerWindow: 60,
  windowFor: 60_000,
  bodyLimit: 256 * 1024,
  requestFor: 30_000,
  answerFor: 20_000,
  unknownEvery: 20,
  webhooksToLoopback: false,
  strictTransport: false,
};

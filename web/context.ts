import type { FastifyInstance } from 'fastify';
import type { CountFailure } from '../api/auth/sign-in.js';
import type { ApiContext } from '../api/context.js';
import type { SessionLife } from '../db/queries/sessions.js';
import { LOCAL_SCANNER, type Scanner } from '../platform/files/scanner.js';

/** What pages work with besides what the API has. */
export interface WebContext extends ApiContext {
  readonly web: WebSettings;
}

export interface WebSettings {
  /** Longest a session lives without use and at all. */
  readonly sessionLife: SessionLife;
  /** Caught mail can be read at `/correo`; the first page then leads there. */
  readonly testMail: boolean;
  /** Address people's browsers use, without a slash at the end; links in mails and passkeys are bound to it. */
  readonly publicUrl: string;
  /** A password alone opens every role. Only where all people are invented. */
  readonly demo: boolean;
  /** Looks into files before they are stored. */
  readonly scanner: Scanner;
  /** An institution's own sign-in may be at an `http://` address. Only for tests and demos on one machine. */
  readonly insecureProviders: boolean;
}

/** What pages without a session need besides: the counter of failed sign-ins they share with the API. */
export interface WebTools {
  readonly context: WebContext;
  readonly countFailure: CountFailure;
}

/** OWASP ASVS 5.0 7.3: an idle and an absolute limit; posts share computers. */
export const DEFAULT_WEB: WebSettings = {
  sessionLife: { idle: 20 * 60_000, absolute: 8 * 60 * 60_000 },
  testMail: false,
  publicUrl: 'http://127.0.0.1:8080',
  demo: false,
  scanner: LOCAL_SCANNER,
  insecureProviders: false,
};

/** The part of the server on which pages are registered: form bodies in, HTML out. */
export type Pages = FastifyInstance;

import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../api/context.js';
import type { SessionLife } from '../db/queries/sessions.js';

/** What pages work with besides what the API has. */
export interface WebContext extends ApiContext {
  readonly web: WebSettings;
}

export interface WebSettings {
  /** Longest a session lives without use and at all. */
  readonly sessionLife: SessionLife;
  /** Caught mail can be read at `/correo`; the first page then leads there. */
  readonly testMail: boolean;
}

/** OWASP ASVS 5.0 7.3: an idle and an absolute limit; posts share computers. */
export const DEFAULT_WEB: WebSettings = {
  sessionLife: { idle: 20 * 60_000, absolute: 8 * 60 * 60_000 },
  testMail: false,
};

/** The part of the server on which pages are registered: form bodies in, HTML out. */
export type Pages = FastifyInstance;

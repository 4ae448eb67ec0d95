import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Door } from '../door/door.js';
import type { Access } from './auth/access.js';
import type { Action } from './auth/policy.js';
import type { ReadEngineHistory } from './gateway/engine-history.js';
import type { Language } from './language.js';
import type { ApiSettings } from './settings.js';

/** The Fastify instance routes register on: requests and answers typed by their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What handlers work with. */
export interface ApiContext {
  readonly door: Door;
  readonly settings: ApiSettings;
  /** Whether the workflow engine answers; absent where none is configured. */
  readonly temporal?: () => Promise<boolean>;
  /** The engine's own record of a run; absent where none is configured. */
  readonly engineHistory?: ReadEngineHistory;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Entry of the policy table, or `public`. A route under /v1 without one stops the boot. */
    action?: Action | 'public';
    /** A page for people: signed in by session, refused in HTML. */
    page?: true;
    /** The body may also be YAML. */
    yaml?: true;
  }
  interface FastifyRequest {
    /** Who asks; set by the sign-in hook on every route that is not public. */
    access: Access;
    language: Language;
  }
  interface FastifySchema {
    /** Summary and description in Spanish, carried into the OpenAPI document. */
    'x-es'?: { summary: string; description: string };
  }
}

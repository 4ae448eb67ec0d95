import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Access } from '../../api/auth/access.js';
import type { Language } from '../../api/language.js';
import type { Session } from '../../db/queries/sessions.js';
import type { WebContext } from '../context.js';
import type { Download, Json } from './data.js';

/** One request for a page or by one of its forms, by somebody signed in. Pages take nothing else from the request. */
export interface Visit {
  readonly context: WebContext;
  readonly session: Session;
  readonly access: Access;
  readonly language: Language;
  /** Address as asked, with its query. */
  readonly url: string;
  /** Parameters of the address. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What the form sent; empty for GET. */
  readonly form: URLSearchParams;
  /** For the log and for what needs the raw request; pages seldom do. */
  readonly request: FastifyRequest;
}

/** A page to show. */
export interface Shown {
  /** Heading of the browser's tab, without the name of the service. */
  readonly title: string;
  readonly content: ComponentChildren;
  /** 200 unless said; 422 for a form that comes back with faults. */
  readonly status?: number;
  /** The page comes back with faults: the title then begins with “Error:”. */
  readonly faulty?: boolean;
}

/** Where to go next; after every form that changed something, so that reloading repeats nothing. */
export interface Redirected {
  readonly to: string;
  /** Secret of the session from now on; `ended` takes the session away. */
  readonly session?: string | 'ended';
}

export type Answer = Shown | Redirected | Json | Download;

export type Handler = (visit: Visit) => Promise<Answer> | Answer;

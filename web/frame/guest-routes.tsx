import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { CountFailure } from '../../api/auth/sign-in.js';
import { ProblemError } from '../../api/errors.js';
import type { Language } from '../../api/language.js';
import { randomCode } from '../../db/queries/random-code.js';
import type { Pages, WebContext, WebTools } from '../context.js';
import { ENTRY_COOKIE, giveEntry, giveSession, takeEntry } from './cookies.js';
import { FORM_KEY, formKeyOf, isOurs } from './form-key.js';
import { languageOf } from './language.js';
import { sendPage } from './send.js';
import type { Redirected, Shown } from './visit.js';
import { FRAME } from './words.js';

/** One request by somebody who is not signed in, or not yet. */
export interface Guest {
  readonly context: WebContext;
  readonly language: Language;
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** Secret of the entry cookie: binds forms to this browser, and names the sign-in under way if there is one. */
  readonly entry: string;
  readonly request: FastifyRequest;
  /** Takes one of the sign-in attempts of this address; throws `rate-limited` when there were too many. */
  countAttempt(): Promise<void>;
}

/** Where a guest goes next: a sign-in begins or goes on (`entry`), or is complete (`session`). */
export interface GuestRedirected extends Redirected {
  readonly entry?: string;
}

export type GuestAnswer = Shown | GuestRedirected;
export type GuestHandler = (guest: Guest) => Promise<GuestAnswer> | GuestAnswer;

/** Registers a page for people who are not signed in. */
export function showGuest(pages: Pages, tools: WebTools, url: string, handler: GuestHandler): void {
  pages.get(url, OPEN, (request, reply) => answer(tools, request, reply, handler));
}

/** Registers what a form of such a page does. The form must have been shown to this browser. */
export function actGuest(pages: Pages, tools: WebTools, url: string, handler: GuestHandler): void {
  pages.post(url, OPEN, (request, reply) => answer(tools, request, reply, handler));
}

const OPEN = {
  config: { action: 'public' as const, page: true as const },
  schema: { hide: true },
};

async function answer(
  tools: WebTools,
  request: FastifyRequest,
  reply: FastifyReply,
  handler: GuestHandler,
): Promise<FastifyReply> {
  const given = request.cookies[ENTRY_COOKIE] ?? '';
  const isKnown = /^[0-9a-v]{52}$/.test(given);
  const entry = isKnown ? given : randomCode(32);
  if (!isKnown) giveEntry(reply, entry);
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  if (request.method !== 'GET' && !isOurs(request, form, isKnown ? entry : '')) {
    throw new ProblemError('form-stale');
  }
  const mark = request.url.indexOf('?');
  const guest: Guest = {
    context: tools.context,
    language: languageOf(request),
    url: request.url,
    params: request.params as Record<string, string>,
    query: new URLSearchParams(mark < 0 ? '' : request.url.slice(mark + 1)),
    form,
    entry,
    request,
    countAttempt: () => countAttempt(tools.countFailure, request),
  };
  request.language = guest.language;
  return send(reply, await handler(guest), guest);
}

/** Counted before anything is looked up: a password costs 35 ms and must not be free to try. */
async function countAttempt(countFailure: CountFailure, request: FastifyRequest): Promise<void> {
  const seconds = await countFailure(request);
  if (seconds !== undefined) throw new ProblemError('rate-limited', { params: { seconds } });
}

function send(reply: FastifyReply, given: GuestAnswer, guest: Guest): FastifyReply {
  if ('to' in given) {
    if (given.session !== undefined && given.session !== 'ended') {
      takeEntry(reply);
      giveSession(reply, given.session);
    }
    if (given.entry !== undefined) giveEntry(reply, given.entry);
    return reply.redirect(given.to, 303);
  }
  const { language, url } = guest;
  return sendPage(reply, given.status ?? (given.faulty ? 422 : 200), {
    language,
    title: given.faulty ? `${FRAME[language].error}: ${given.title}` : given.title,
    url,
    children: given.content,
  });
}

/** The hidden field that binds a form to this browser. */
export function GuestKey({ guest }: { guest: Guest }) {
  return <input type="hidden" name={FORM_KEY} value={formKeyOf(guest.entry)} />;
}

/** A form of a page for guests, bound to this browser. */
export function GuestForm({
  guest,
  action,
  children,
}: {
  guest: Guest;
  action?: string;
  children: ComponentChildren;
}) {
  return (
    <form method="post" action={action} noValidate>
      <GuestKey guest={guest} />
      {children}
    </form>
  );
}

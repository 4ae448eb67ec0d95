import { randomUUID } from 'node:crypto';
import { DEFAULT_SETTINGS } from '../../api/settings.js';
import { addEndpoint } from '../../api/webhooks/endpoints.js';
import { approveHost, askForHost } from '../../api/webhooks/hosts.js';
import { type AccessRole, createToken } from '../../db/queries/access-tokens.js';
import { findRun } from '../../db/queries/find-run.js';
import { openSession } from '../../db/queries/sessions.js';
import { addUser } from '../../db/queries/users.js';
import { fieldsOf } from '../../door/sealed-answers.js';
import { startRun } from '../../door/start-run.js';
import { holderIn } from '../../protocols/core/draft.js';
import type { Definition } from '../../protocols/language/definition.js';
import { signers } from '../../protocols/language/step.js';
import { DEFAULT_WEB } from '../../web/context.js';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { FORM_KEY, formKeyOf } from '../../web/frame/form-key.js';
import { bindingsOf } from '../protocols/two-states.js';
import { hiddenIn } from '../support/visitor.js';
import { failOnce } from './faults.js';
import type { Installation } from './installation.js';
import { NUMBER, type Seeds } from './seeds.js';

/** An answer of the service to somebody. */
export interface Told {
  readonly to: string;
  readonly status: number;
  readonly text: string;
}

/** A case that is worked on by hand, through API and pages. */
export interface ByHand {
  readonly run: string;
  readonly step: string;
  /** The institution whose task it is, and the cookie of somebody there. */
  readonly institution: string;
  readonly cookie: string;
  readonly token: string;
  /** What requests that went wrong were answered. */
  readonly refused: readonly Told[];
  /** The page of the task: it shows what its officer wrote. */
  readonly screen: Told;
}

/** Every institution's own system is told of its tasks. */
export async function takeCalls({ door, receiver }: Installation, institutions: readonly string[]) {
  const context = { door, settings: { ...DEFAULT_SETTINGS, webhooksToLoopback: true } };
  for (const institution of institutions) {
    const asked = await askForHost(context, { institution, by: 'one' }, receiver.host);
    await approveHost(context, { institution, by: 'another' }, asked);
    await addEndpoint(context, { institution, by: 'one' }, receiver.url);
  }
}

/**
 * Begins a case and writes canaries wherever people can write besides answering a step: a draft, a file with what it
 * shows, a request, and everything that goes wrong, in every part of a request.
 */
export async function workByHand(
  at: Installation,
  definition: Definition,
  seeds: Seeds,
): Promise<ByHand> {
  const { door, database } = at;
  const bindings = Object.fromEntries(
    Object.entries(bindingsOf(definition)).map(([role, { institution }]) => [role, institution]),
  );
  const started = await startRun(door, {
    actId: randomUUID(),
    actor: { institution: bindings[definition.lead]!, access: 'case-lead', account: 'x' },
    protocol: definition.id,
    bindings,
  });
  if (!started.ok) throw new Error(started.refusal.code);
  const run = started.runId;
  const { state } = (await findRun(database.db.sql, run))!;
  const open = definition.steps.filter(
    ({ id, form }) =>
      state.steps[id]?.open &&
      (form ?? []).some(({ type }) => type === 'long-text' || type === 'text'),
  );
  const step = open[0]!;
  const role = signers(step)[0]!;
  const { institution } = holderIn(state, definition.lead, step.id, role);
  const cookie = await signedIn(at, institution, 'officer');
  const { token } = await createToken(database.db, { institution, role: 'officer', label: 'x' });
  const opening = state.steps[step.id]!.open!.opening;
  const answers = seeds.answers(fieldsOf(definition, step.id), step.outcomes[0]!.id, Date.now());
  const place = `/v1/runs/${run}/steps/${step.id}`;
  const refused: Told[] = [];
  const text = seeds.text();
  const inUrl = encodeURIComponent(text);
  const api = async (
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Told> => {
    const response = await fetch(`${at.address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    // An answer may repeat to somebody what they sent themselves just now, and nothing more.
    const said = (await textOf(response)).replaceAll(text, '').replaceAll(inUrl, '');
    const told = { to: `${method} ${place}`, status: response.status, text: said };
    if (told.status >= 400) refused.push(told);
    return told;
  };
  const json = JSON.stringify;
  const key = () => ({ 'idempotency-key': randomUUID() });

  // The database fails first, and says in its failure what was to be stored.
  await failOnce(at, 'drafts', 'INSERT', 'true', 1, seeds.text());
  must(await api('PUT', `${place}/draft`, json({ opening, answers })), 500);
  must(await api('PUT', `${place}/draft`, json({ opening, answers })), 200);
  const form = async (path: string, fields: Record<string, string | Blob>) => {
    const body = new FormData();
    body.append(FORM_KEY, formKeyOf(cookie));
    for (const [name, value] of Object.entries(fields))
      if (name !== FORM_KEY) body.append(name, value);
    const plain = !Object.values(fields).some((value) => value instanceof Blob);
    const response = await fetch(`${at.address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: `${SESSION_COOKIE}=${cookie}`,
        'user-agent': NAME_ASCII,
      },
      body: plain ? new URLSearchParams(body as unknown as Record<string, string>) : body,
    });
    return { to: `POST ${path}`, status: response.status, text: await textOf(response) };
  };
  const page = `/tareas/${run}/${step.id}`;
  const pdf = Buffer.from(`%PDF-1.7 ${seeds.text()}\n%%EOF\n`);
  const file = new Blob([new Uint8Array(pdf)]);
  must(
    await form(`${page}/evidencia`, { vez: String(opening), muestra: seeds.text(), archivo: file }),
    303,
  );
  const open2 = await fetch(`${at.address}${page}/pedir/informacion`, {
    headers: { accept: 'text/html', cookie: `${SESSION_COOKIE}=${cookie}` },
  });
  const asking = { ...hiddenIn(await open2.text()), motivo: seeds.text() };
  must(await form(`${page}/pedir/informacion`, asking), 303);

  // What goes wrong, with a canary in each part of a request.
  await api('GET', `/v1/runs/${inUrl}`);
  await api('GET', `/v1/runs?country=${inUrl}`);
  await api('GET', `/v1/inbox?${inUrl}=1`);
  await api('GET', `/${inUrl}/%zz`);
  await api(
    'POST',
    `${place}/complete`,
    `{"opening": ${opening}, "answers": {"a": "${text}"`,
    key(),
  );
  await api('POST', `${place}/complete`, json({ opening, [text]: text, outcome: text }), key());
  await api(
    'POST',
    `${place}/complete`,
    json({ opening, outcome: step.outcomes[0]!.id, answers: { [text]: text } }),
    key(),
  );
  await api(
    'POST',
    `${place}/complete`,
    json({ opening, outcome: 'x', answers: { ...answers, x: text.repeat(400) } }),
    key(),
  );
  await api('POST', `${place}/complete`, text, { ...key(), 'content-type': `text/${NUMBER}` });
  await api('POST', `/v1/runs/${run}/events/${inUrl}`, json({ answers }), key());
  await api('GET', '/v1/me', undefined, {
    authorization: `Bearer ${NUMBER}1`,
    'x-request-id': NUMBER,
    referer: `http://x/${inUrl}`,
    'accept-language': NUMBER,
  });
  await fetch(`${at.address}/entrar`, {
    method: 'POST',
    body: new URLSearchParams({ correo: `${NUMBER}@x.example`, clave: text }),
    redirect: 'manual',
    headers: { cookie: `x=${NUMBER}` },
  });
  const screen = await fetch(`${at.address}${page}`, {
    headers: { accept: 'text/html', cookie: `${SESSION_COOKIE}=${cookie}` },
  });
  return {
    run,
    step: step.id,
    institution,
    cookie,
    token,
    refused,
    screen: { to: page, status: screen.status, text: await screen.text() },
  };
}

const NAME_ASCII = `Mozilla/5.0 (${NUMBER})`;

/** The cookie of an invented person with a role at an institution. */
export async function signedIn(
  { database }: Installation,
  institution: string,
  role: AccessRole,
): Promise<string> {
  const userId = await addUser(database.db, {
    displayName: `Persona Inventada (${role})`,
    email: `${randomUUID()}@oficina-inventada.example`,
    memberships: [{ institution, role }],
  });
  const life = DEFAULT_WEB.sessionLife;
  return openSession(database.db, {
    userId,
    institution,
    role,
    factors: ['password', 'totp'],
    life,
  });
}

/** Head and body of an answer. */
async function textOf(response: Response): Promise<string> {
  return `${JSON.stringify([...response.headers])}\n${await response.text()}`;
}

function must({ to, status, text }: Told, wanted: number): void {
  if (status !== wanted) throw new Error(`${to} answered ${status}: ${text.slice(0, 600)}`);
}

import { randomUUID } from 'node:crypto';
import { DEFAULT_SETTINGS } from '../../api/settings.js';
import { addEndpoint } from '../../api/webhooks/endpoints.js';
import { approveHost, askForHost } from '../../api/webhooks/hosts.js';
import { type AccessRole, createToken } from '../../db/queries/access-tokens.js';
import { findRun } from '../../db/queries/find-run.js';
import { openSession } from '../../db/queries/sessions.js';
import { addUser } from '../../db/queries/users.js';
import { startRun } from '../../door/start-run.js';
import { holderIn } from '../../protocols/core/draft.js';
import type { Definition } from '../../protocols/language/definition.js';
import { signers } from '../../protocols/language/step.js';
import { DEFAULT_WEB } from '../../web/context.js';
import type { ProtocolScene } from '../protocols/scene.js';
import { bindingsOf } from '../protocols/two-states.js';
import { hiddenIn } from '../support/visitor.js';
import { callerAt, type Told } from './caller.js';
import { failOnce } from './faults.js';
import type { Installation } from './installation.js';
import type { Seeds } from './seeds.js';
import { goWrong } from './wrong-requests.js';

/** A case that is worked on by hand, through API and pages. */
export interface ByHand {
  readonly run: string;
  readonly step: string;
  /** The institution whose task it is, and the cookie of somebody there. */
  readonly institution: string;
  readonly cookie: string;
  readonly token: string;
  /** What the officer asked of who leads the case, who is to read it. */
  readonly asked: string;
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
 * shows, a request, and everything that goes wrong.
 */
export async function workByHand(
  at: Installation,
  definition: Definition,
  seeds: Seeds,
): Promise<ByHand> {
  const task = await firstTask(at, definition);
  const { run, step, opening, institution } = task;
  const cookie = await signedIn(at, institution, 'officer');
  const { token } = await createToken(at.database.db, {
    institution,
    role: 'officer',
    label: 'invented',
  });
  const caller = callerAt(at.address, token, cookie);
  const { form = [], outcomes } = definition.steps.find(({ id }) => id === step)!;
  const answers = seeds.answers(form, outcomes[0]!.id, Date.now());

  // The database fails first, and says in its failure what was to be stored.
  await failOnce(at, 'drafts', 'INSERT', 'true', 1, seeds.text());
  const draft = () =>
    caller.api('PUT', `/v1/runs/${run}/steps/${step}/draft`, JSON.stringify({ opening, answers }));
  const failed = must(await draft(), 500);
  must(await draft(), 200);
  const page = `/tareas/${run}/${step}`;
  const pdf = new Blob([`%PDF-1.7 ${seeds.text()}\n%%EOF\n`]);
  const file = { vez: String(opening), muestra: seeds.text(), archivo: pdf };
  must(await caller.form(`${page}/evidencia`, file), 303);
  const asking = hiddenIn((await caller.open(`${page}/pedir/informacion`)).text);
  const asked = seeds.text();
  must(await caller.form(`${page}/pedir/informacion`, { ...asking, motivo: asked }), 303);
  const refused = [failed, ...(await goWrong(caller, task, answers, seeds))];
  const screen = await caller.open(page);
  return { run, step, institution, cookie, token, asked, refused, screen };
}

interface FirstTask {
  readonly run: string;
  readonly step: string;
  readonly opening: number;
  readonly institution: string;
}

/** Begins a case; its first open step whose form takes text. */
async function firstTask(at: Installation, definition: Definition): Promise<FirstTask> {
  const { run } = await beginCase(at, definition);
  const { state } = (await findRun(at.database.db.sql, run))!;
  const step = definition.steps.find(
    ({ id, form = [] }) =>
      state.steps[id]?.open && form.some(({ type }) => type === 'text' || type === 'long-text'),
  )!;
  const { institution } = holderIn(state, definition.lead, step.id, signers(step)[0]!);
  const { opening } = state.steps[step.id]!.open!;
  return { run, step: step.id, opening, institution };
}

/** Begins a case that is no rehearsal. */
export async function beginCase(
  { door }: Installation,
  definition: Definition,
  attributes?: ProtocolScene['attributes'] | undefined,
): Promise<{ readonly run: string }> {
  const bindings = Object.fromEntries(
    Object.entries(bindingsOf(definition)).map(([role, { institution }]) => [role, institution]),
  );
  const started = await startRun(door, {
    actId: randomUUID(),
    actor: { institution: bindings[definition.lead]!, access: 'case-lead', account: 'invented' },
    protocol: definition.id,
    bindings,
    ...(attributes ? { assigns: attributes } : {}),
  });
  if (!started.ok) throw new Error(started.refusal.code);
  return { run: started.runId };
}

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

/** What was told, if it has the status that was wanted. */
export function must(told: Told, wanted: number): Told {
  if (told.status === wanted) return told;
  throw new Error(`${told.to} answered ${told.status}: ${told.text.slice(0, 600)}`);
}

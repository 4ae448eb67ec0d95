import { findRun } from '../../db/queries/find-run.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { getPersonKeys, packetKey } from '../../door/sealed-answers.js';
import { seal } from '../../platform/vault/seal.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Category } from '../../protocols/language/form.js';
import { type Packet, packetPlace } from '../../protocols/packet.js';
import type { BookLoan } from '../fixtures/book-loan/names.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { freshKey } from '../support/api.js';
import { bindingsOf, inventedInstitutions } from '../support/door.js';
import type { TestWeb } from '../support/web.js';
import { COURIER, EXPERT, FAR, FOREIGN, HOME, OTHER_COURIER } from './readers.js';

/** A category of each compartment in turn, so that every key is used. */
const CATEGORIES: readonly Category[] = ['D1', 'D2', 'D6'];

/** How an outcome is called: found nowhere else. */
export function outcomeName(step: string, outcome: string): string {
  return `Desenlace-${step}-${outcome}.`;
}

/** The fictional loan with a note in every step and outcomes that are named nowhere else. */
export const guardedLoan: Definition<BookLoan> = {
  ...bookLoan,
  steps: bookLoan.steps.map((step, n) => ({
    ...step,
    form: [
      ...(step.form ?? []),
      {
        id: `note-${step.id}`,
        type: 'long-text',
        category: CATEGORIES[n % CATEGORIES.length]!,
        label: { es: 'Nota', en: 'Note' },
      },
    ],
    outcomes: step.outcomes.map((outcome) => ({
      ...outcome,
      title: { es: outcomeName(step.id, outcome.id), en: outcomeName(step.id, outcome.id) },
    })),
  })),
};

/** What stands in a field of a run: found nowhere else. */
export const canary = (run: string, field: string) => `canaria-${run.slice(0, 8)}-${field}.`;

export const SHARE_KEY = 'tell-expert#1:route-sheet';
export const SHARE = 'tell-expert.1.route-sheet';

/** What was seeded in a run so far, for the judge: never read back from the product. */
export interface Loan {
  readonly run: string;
  readonly lead: string;
  readonly startedBy: string;
  readonly rehearsedBy?: string;
  /** Institution by role; changes when a role is reassigned. */
  readonly bindings: Record<string, string>;
  /** `step` → how it was answered. */
  readonly answered: Map<string, { outcome: string; by: string[] }>;
  readonly seeded: Set<string>;
  ended?: string;
  shared?: boolean;
  /** The State the far library belongs to is cut off. */
  cutOff?: true;
}

export async function startLoan(
  web: TestWeb,
  bindings: Partial<Record<string, string>> = {},
  as = `${HOME}/case-lead`,
  more: object = {},
): Promise<Loan> {
  const bound = { ...bindingsOf(bookLoan), ...bindings } as Record<string, string>;
  const { status, body } = await web.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as,
    key: freshKey(),
    body: { protocol: 'book-loan', bindings: bound, attributes: { isRare: false }, ...more },
  });
  if (status !== 201) throw new Error(`Not started: ${JSON.stringify(body)}`);
  const [startedBy = ''] = as.split('/');
  return {
    run: body.run.run,
    lead: bound['home-library']!,
    startedBy,
    bindings: bound,
    answered: new Map(),
    seeded: new Set(),
    ...('rehearsal' in more ? { rehearsedBy: startedBy } : {}),
  };
}

/** Answers a step with a note in it. */
export async function answer(
  web: TestWeb,
  loan: Loan,
  role: string,
  step: string,
  outcome: string,
  answers: Record<string, unknown> = {},
): Promise<void> {
  const by = loan.bindings[role]!;
  const { status, body } = await web.call('POST', `/v1/runs/${loan.run}/steps/${step}/complete`, {
    as: `${by}/officer`,
    key: freshKey(),
    body: {
      opening: 1,
      outcome,
      answers: { [`note-${step}`]: canary(loan.run, `note-${step}-${role}`), ...answers },
    },
  });
  if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
  const before = loan.answered.get(step)?.by ?? [];
  loan.answered.set(step, { outcome, by: [...before, by] });
  loan.seeded.add(`note-${step}-${role}`);
}

/** What a party writes besides answers: a draft, a file, a request with its reply. */
export async function writeBeside(web: TestWeb, loan: Loan): Promise<void> {
  const { run, bindings } = loan;
  const courier = `${bindings.courier}/officer`;
  const draft = await web.call('PUT', `/v1/runs/${run}/steps/itinerary/draft`, {
    as: courier,
    body: { opening: 1, answers: { 'note-itinerary': canary(run, 'draft') } },
  });
  if (draft.status !== 200) throw new Error(`Draft: ${JSON.stringify(draft.body)}`);
  const stored = await findRun(web.door.db.sql, run);
  const keys = await getPersonKeys(web.door, stored!.personId);
  const { sql } = web.database.db;
  const sealed = (text: string, place: string) => seal(keys.protection, Buffer.from(text), place);
  const file = `file-${run}`;
  await sql`insert into evidence (id, run_id, step, opening, role, institution_id, account, type, size, digest, description)
    values (${file}, ${run}, 'itinerary', 1, 'courier', ${bindings.courier!}, 'x', 'application/pdf', 40, 'x',
      ${sealed(canary(run, 'description'), `evidence/${file}/description`)})`;
  await sql`insert into evidence_chunks (evidence_id, n, ciphertext)
    values (${file}, 0, ${sealed(`%PDF-1.7 ${canary(run, 'file')}`, `evidence/${file}/0/1`)})`;
  const id = `request-${run}`;
  const place = (part: string) => `step-requests/${run}/${id}/${part}`;
  await sql`insert into step_requests (id, run_id, step, opening, role, institution_id, account, kind, reason, reply, replied_by, replied_at)
    values (${id}, ${run}, 'itinerary', 1, 'courier', ${bindings.courier!}, 'x', 'information',
      ${sealed(canary(run, 'reason'), place('reason'))}, ${sealed(canary(run, 'reply'), place('reply'))}, 'x', now())`;
  for (const field of ['draft', 'description', 'file', 'reason', 'reply']) loan.seeded.add(field);
}

/** Hands the packet to the expert as the activity does. */
export async function releasePacket(web: TestWeb, loan: Loan): Promise<void> {
  const { run } = loan;
  const stored = await findRun(web.door.db.sql, run);
  const keys = await getPersonKeys(web.door, stored!.personId);
  const packet: Packet = {
    fields: { name: canary(run, 'packet') },
    purpose: { es: 'Seguir el viaje', en: 'Follow the journey' },
    ground: { mark: 'proposal', ref: 'Invented' },
    from: HOME,
    to: EXPERT,
    at: Date.now(),
  };
  const [row] = await web.database.db.sql<{ categories: Category[] }[]>`
    select categories from releases where run_id = ${run} and share = ${SHARE_KEY}`;
  const key = packetKey(keys, row!.categories);
  const sealed = seal(key, Buffer.from(JSON.stringify(packet)), packetPlace(run, SHARE_KEY));
  await web.database.db
    .sql`update releases set state = 'released', released_at = now(), packet = ${sealed}
    where run_id = ${run} and share = ${SHARE_KEY}`;
  loan.seeded.add('packet');
  loan.shared = true;
}

export async function report(web: TestWeb, loan: Loan, by: string, event: string): Promise<void> {
  const { status, body } = await web.call('POST', `/v1/runs/${loan.run}/events/${event}`, {
    as: `${by}/officer`,
    key: freshKey(),
    body: {},
  });
  if (status !== 200) throw new Error(`${event}: ${JSON.stringify(body)}`);
}

/** What brings a loan from its start to its end; a state of every kind lies between. */
export const SCENE: readonly ((web: TestWeb, loan: Loan) => Promise<void>)[] = [
  async () => {},
  async (web, loan) => {
    const reason = canary(loan.run, 'note-reason');
    await answer(web, loan, 'home-library', 'request', 'accepted', { reason });
    loan.seeded.add('note-reason');
  },
  writeBeside,
  async (web, loan) => {
    await answer(web, loan, 'home-library', 'condition-check', 'good');
    await answer(web, loan, 'far-library', 'permit', 'given');
    await answer(web, loan, 'far-library', 'far-ready', 'ready');
  },
  async (web, loan) => {
    const departure = new Date(Date.now() + 3_600_000).toISOString();
    await answer(web, loan, 'courier', 'itinerary', 'fixed', { departure });
    loan.seeded.delete('draft');
    await answer(web, loan, 'home-library', 'send-off', 'sent');
  },
  async (web, loan) => {
    await answer(web, loan, 'courier', 'send-off', 'sent');
    await answer(web, loan, 'home-library', 'tell-expert', 'told');
    await releasePacket(web, loan);
  },
  (web, loan) => report(web, loan, COURIER, 'claim-filed'),
  async (web, loan) => {
    await report(web, loan, HOME, 'reader-withdraws');
    loan.ended = 'Solicitud retirada';
  },
];

/** A loan of strangers, one whose courier was replaced, a rehearsal, and one the far library must not hear of any more. */
export async function otherLoans(web: TestWeb): Promise<Loan[]> {
  const courier = inventedInstitutions(bookLoan).find(({ id }) => id === COURIER)!;
  await saveInstitutions(web.database.db, [{ ...courier, id: OTHER_COURIER }]);
  await web.door.directory.reload();
  const strangers = await startLoan(web, { 'home-library': FOREIGN }, `${FOREIGN}/case-lead`);
  await answer(web, strangers, 'home-library', 'request', 'accepted');
  await writeBeside(web, strangers);
  const replaced = await startLoan(web);
  await answer(web, replaced, 'home-library', 'request', 'accepted');
  await answer(web, replaced, 'courier', 'itinerary', 'fixed', {
    departure: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const { status, body } = await web.call('POST', `/v1/runs/${replaced.run}/roles/courier`, {
    as: `${HOME}/case-lead`,
    key: freshKey(),
    body: { institution: OTHER_COURIER, reason: 'no-capacity' },
  });
  if (status !== 200) throw new Error(`Not reassigned: ${JSON.stringify(body)}`);
  replaced.bindings.courier = OTHER_COURIER;
  const rehearsal = await startLoan(web, {}, `${FAR}/admin`, {
    rehearsal: { startsAt: '2030-01-07T15:00:00Z' },
  });
  await answer(web, rehearsal, 'home-library', 'request', 'accepted');
  const stopped = await startLoan(web);
  for (const act of SCENE.slice(1, 4)) await act(web, stopped);
  const stop = await web.call('POST', `/v1/runs/${stopped.run}/origin-stop`, {
    as: `${HOME}/case-lead`,
    key: freshKey(),
    body: { reason: 'asked', why: 'Motivo inventado' },
  });
  if (stop.status !== 200) throw new Error(`Not stopped: ${JSON.stringify(stop.body)}`);
  return [strangers, replaced, rehearsal, { ...stopped, cutOff: true }];
}

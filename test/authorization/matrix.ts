import { pseudonymOf } from '../../door/pseudonyms.js';
import { webPages } from '../../web/register-web.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { type Address, addressesOf, FEW_STEPS, generalAddresses, type Known } from './addresses.js';
import { ask, check, type Given, look, type Tally, type World } from './ask.js';
import { compareHistory, compareRun } from './fields.js';
import { INSTITUTIONS, knows, RULES, STRICTEST } from './judge.js';
import { guardedLoan, type Loan } from './loans.js';
import { READERS, type Reader } from './readers.js';

/** The service with every address it registered. */
export interface Guarded {
  readonly web: TestWeb;
  /** Addresses that can be read, and those that change something as `METHOD address`. */
  readonly reading: readonly string[];
  readonly changing: readonly string[];
}

/** Public, or without anything of a case. */
const OPEN =
  /^\/(health|ready|docs|recursos|ayuda|privacidad|accesibilidad|entrar|invitacion|idioma|recuperar|v1\/openapi)/;

/** Starts the service; `more` registers further pages, as a careless change would. */
export async function startGuarded(more?: ReturnType<typeof webPages>): Promise<Guarded> {
  const reading = new Set<string>();
  const changing = new Set<string>();
  const note = (method: string, url: string) => {
    if (OPEN.test(url) || url === '/') return;
    if (method === 'GET') reading.add(url);
    else if (method !== 'HEAD' && method !== 'OPTIONS') changing.add(`${method} ${url}`);
  };
  const pages: ReturnType<typeof webPages> = async (app, context, countFailure) => {
    app.addHook('onRoute', ({ method, url, config }) => {
      if (config?.action === undefined || config.action === 'public') return;
      for (const one of [method].flat()) note(one, url);
    });
    await webPages()(app, context, countFailure);
    await more?.(app, context, countFailure);
  };
  const web = await startTestWeb({ definitions: [guardedLoan], pages });
  const { body } = await web.call<{ paths: Record<string, Record<string, unknown>> }>(
    'GET',
    '/v1/openapi.json',
  );
  for (const [path, methods] of Object.entries(body.paths)) {
    for (const method of Object.keys(methods)) {
      note(method.toUpperCase(), path.replace(/\{(\w+)\}/g, ':$1'));
    }
  }
  return { web, reading: [...reading].toSorted(), changing: [...changing].toSorted() };
}

/** What is so at this moment, read as the owner of the database. */
export async function worldOf({ web }: Guarded, loans: readonly Loan[]): Promise<World> {
  const { sql } = web.database.db;
  const steps = await sql<
    { key: string }[]
  >`select run_id || '/' || step || '/' || institution_id as key from steps`;
  const shares = await sql<{ key: string }[]>`
    select run_id || '/' || institution_id as key from releases where state in ('released', 'acknowledged')`;
  const people = await sql<
    { run: string; person: string }[]
  >`select id as run, person_id as person from runs`;
  const staff = await sql<{ value: string; as: string }[]>`
    select unnest(array[u.id, u.email]) as value, m.institution_id as as from users u join memberships m on m.user_id = u.id
    union all select id, institution_id from access_tokens`;
  const references = await sql<{ institution: string; reference: string; run: string }[]>`
    select institution_id as institution, reference, run_id as run from notices`;
  return {
    loans,
    facts: {
      steps: new Set(steps.map(({ key }) => key)),
      shares: new Set(shares.map(({ key }) => key)),
    },
    people: new Map(people.map(({ run, person }) => [run, person])),
    references,
    staff: staff.map(({ value, as }) => ({ value, institution: as })),
  };
}

/** Some at a time: the service is one process. */
export async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let one = rest.pop(); one !== undefined; one = rest.pop()) await work(one);
    }),
  );
}

async function knownOf({ web }: Guarded, world: World, { run }: Loan): Promise<Known> {
  const names = await Promise.all(
    INSTITUTIONS.map(async (institution) => ({
      institution,
      name: await pseudonymOf(web.door, institution, run),
    })),
  );
  const notices = INSTITUTIONS.flatMap(
    (institution) =>
      world.references.find((one) => one.institution === institution && one.run === run) ?? [],
  );
  return { notices, names };
}

/**
 * Every reader at every address of one loan as it stands. With `few` those are left out whose role has no business at an address
 * whatever the case, which no state changes, and supervisors and administrators, who stand to a case as officers and nobody do.
 */
export async function sweepLoan(
  guarded: Guarded,
  world: World,
  loan: Loan,
  tally: Tally,
  { few = false } = {},
): Promise<void> {
  const { web, reading } = guarded;
  const known = few ? { notices: [], names: [] } : await knownOf(guarded, world, loan);
  const addresses = addressesOf(reading, loan, known, few ? FEW_STEPS : undefined);
  const lead = READERS.find(
    ({ institution, role }) => institution === loan.lead && role === 'case-lead',
  )!;
  const wholeAt = async (route: string): Promise<unknown> =>
    (await ask(web, lead, addresses.find((one) => one.route === route)!)).json;
  const whole = await wholeAt('/v1/runs/:run');
  const acts = await wholeAt('/v1/runs/:run/history');
  const pairs = READERS.flatMap((reader) =>
    addresses.map((address) => ({ reader, address })),
  ).filter(
    ({ reader, address }) =>
      !few ||
      (/officer|case-lead|monitor/.test(reader.role) &&
        (RULES[address.route] ?? STRICTEST).roles.includes(reader.role)),
  );
  await each(pairs, async ({ reader, address }) => {
    const given = await look(web, world, reader, address, tally);
    if (given.status !== 200) return;
    if (address.route === '/v1/runs/:run') compareRun(whole, given, reader, loan, tally);
    if (address.route === '/v1/runs/:run/history') compareHistory(acts, given, reader, loan, tally);
  });
}

/** Every reader at every address that names no case: lists show what may be seen, all of it and nothing else. */
export async function sweepLists(guarded: Guarded, world: World, tally: Tally): Promise<void> {
  const { web, reading } = guarded;
  const addresses = generalAddresses(reading);
  const pairs = READERS.flatMap((reader) => addresses.map((address) => ({ reader, address })));
  await each(pairs, async ({ reader, address }) => {
    const given = await look(web, world, reader, address, tally);
    if (given.status !== 200) return;
    const listed = listedIn(address, given);
    if (!listed) return;
    for (const loan of world.loans) {
      const may = mayList(address, reader, loan, world);
      check(tally, 'lines of lists', listed.has(loan.run) === may, () => {
        return `${reader.as} ${address.url} ${loan.run} ${may ? 'is missing' : 'is listed'}`;
      });
    }
  });
}

function mayList({ route }: Address, reader: Reader, loan: Loan, { facts }: World): boolean {
  if (loan.rehearsedBy) return false;
  if (route === '/v1/runs') return knows(reader, loan, facts);
  return facts.shares.has(`${loan.run}/${reader.institution}`);
}

function listedIn({ route }: Address, { json }: Given): Set<string> | undefined {
  if (route !== '/v1/runs' && route !== '/v1/shares') return undefined;
  return new Set((json as { items: { run: string }[] }).items.map(({ run }) => run));
}

const NOTHING = '0'.repeat(26);

/** Whoever may not know of a loan gets the very answer that a loan gets which does not exist. */
export async function sweepExistence(
  guarded: Guarded,
  world: World,
  loan: Loan,
  tally: Tally,
): Promise<void> {
  const { web, reading } = guarded;
  const addresses = addressesOf(
    reading.filter((route) => route.includes(':run')),
    loan,
    { notices: [], names: [] },
    ['request'],
  );
  const pairs = READERS.filter((reader) => !knows(reader, loan, world.facts)).flatMap((reader) =>
    addresses.map((address) => ({ reader, address })),
  );
  await each(pairs, async ({ reader, address }) => {
    const unknown = { ...address, url: address.url.replaceAll(loan.run, NOTHING) };
    const [one, other] = [await ask(web, reader, address), await ask(web, reader, unknown)];
    check(
      tally,
      'existence',
      one.status === other.status && bare(one, loan) === bare(other, loan),
      () => {
        return `${reader.as} can tell ${address.url} (${one.status}) from one that is not there (${other.status})`;
      },
    );
  });
}

/** What an answer says, without what differs from one request to the next; of a page its title and content. */
function bare({ text }: Given, { run }: Loan): string {
  const parts = text.match(/<title.*?<\/title>|<main.*?<\/main>/gs);
  return (parts ? parts.join('') : text)
    .replaceAll(run, NOTHING)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
}

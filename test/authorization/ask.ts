import type { TestWeb } from '../support/web.js';
import type { Address } from './addresses.js';
import {
  type Facts,
  judge,
  knows,
  mayReadEnding,
  mayReadField,
  mayReadOutcome,
  mayReadPeople,
  RULES,
  STRICTEST,
  type Verdict,
} from './judge.js';
import { canary, type Loan, outcomeName } from './loans.js';
import { READERS, type Reader } from './readers.js';

/** What was looked for, by kind, and what was found that should not be there or is missing. */
export interface Tally {
  readonly checks: Record<string, number>;
  readonly wrong: string[];
  /** Routes nobody wrote a rule for. */
  readonly unruled: Set<string>;
}

export const emptyTally = (): Tally => ({ checks: {}, wrong: [], unruled: new Set() });

export function check(tally: Tally, kind: string, holds: boolean, what: () => string): void {
  tally.checks[kind] = (tally.checks[kind] ?? 0) + 1;
  if (!holds && tally.wrong.length < 200) tally.wrong.push(`${kind}: ${what()}`);
}

/** An answer as text, whatever it was. */
export interface Given {
  readonly status: number;
  readonly text: string;
  readonly json?: unknown;
}

export async function ask(web: TestWeb, { as }: Reader, { url, api }: Address): Promise<Given> {
  if (api) {
    const { status, body } = await web.call('GET', url, { as });
    return { status, text: JSON.stringify(body), json: body };
  }
  const { status, html, location } = await web.open(url, as);
  return { status, text: `${html}\n${location}` };
}

/** What the judge has to know of the world besides who asks. */
export interface World {
  readonly loans: readonly Loan[];
  readonly facts: Facts;
  /** Persons' ids by run: nobody is ever shown one. */
  readonly people: ReadonlyMap<string, string>;
  /** Addresses and opaque ids of the people and tokens of institutions. */
  readonly staff: readonly { value: string; institution: string }[];
  readonly references: readonly { institution: string; reference: string; run: string }[];
}

/** Asks and looks for everything that must not be in the answer. */
export async function look(
  web: TestWeb,
  world: World,
  reader: Reader,
  address: Address,
  tally: Tally,
): Promise<Given & { verdict: Verdict }> {
  const rule = RULES[address.route];
  if (!rule) tally.unruled.add(address.route);
  const verdict = judge(rule ?? STRICTEST, reader, address.about, world.facts);
  const given = await ask(web, reader, address);
  const where = () => `${reader.as} ${address.url} (${given.status}, ${verdict})`;
  check(tally, 'answers', isAsJudged(given.status, verdict, rule?.more ?? false), where);
  for (const [kind, value] of hiddenFrom(reader, address, world)) {
    // A refusal shows neither lists nor people; what it could quote is the case it refuses.
    if (given.status >= 400 && kind !== 'values' && kind !== 'outcomes') continue;
    const name = given.status < 400 ? kind : `${kind} in refusals`;
    check(tally, name, !given.text.includes(value), () => `${value} ${where()}`);
  }
  return { ...given, verdict };
}

function isAsJudged(status: number, verdict: Verdict, more: boolean): boolean {
  switch (verdict) {
    case 'ok':
      return more ? status < 500 : status === 200 || status === 303;
    case 'never':
      return status === 403;
    case 'unknown':
      return status === 404;
    case 'refused':
      return status >= 400 && status < 500;
  }
}

/** Values that the answer could hold, because it is about their run or lists all, and that this reader may not see. */
function* hiddenFrom(
  reader: Reader,
  { route, about, general }: Address,
  { loans, facts, people, references, staff }: World,
): Generator<[kind: string, value: string]> {
  const concerned = general || !about.loan ? loans : [about.loan];
  for (const loan of concerned) {
    for (const field of loan.seeded) {
      if (!mayReadField(field, reader, loan)) yield ['values', canary(loan.run, field)];
    }
    yield ['ids of persons', people.get(loan.run)!];
    if (general && !knows(reader, loan, facts) && !hasAnswered(route, reader, loan, facts)) {
      yield ['runs in lists', loan.run];
    }
    if (general || isProtocol(route)) continue;
    for (const [step, { outcome }] of loan.answered) {
      if (mayReadOutcome(step, reader, loan, facts)) continue;
      yield ['outcomes', outcomeName(step, outcome)];
    }
    if (loan.ended && !mayReadEnding(reader, loan, facts)) yield ['endings', loan.ended];
  }
  for (const { institution, reference, run } of references) {
    if (institution === reader.institution || route.includes(':reference')) continue;
    if (concerned.some((loan) => loan.run === run)) yield ['references of notices', reference];
  }
  for (const { value, institution } of staff) {
    if (!mayReadPeople(institution, reader)) yield ['accounts of staff', value];
  }
  if (route.startsWith('/v1')) return;
  for (const one of READERS) {
    if (!mayReadPeople(one.institution, reader)) yield ['names of staff', nameOf(one.as)];
  }
}

/** What an institution answered itself stays in its list of that, also once its role went to another. */
function hasAnswered(
  route: string,
  { institution }: Reader,
  { run }: Loan,
  { steps }: Facts,
): boolean {
  return (
    route === '/tareas/hechas' &&
    [...steps].some((key) => key.startsWith(`${run}/`) && key.endsWith(`/${institution}`))
  );
}

/** The protocol itself names every outcome and ending; it is nobody's. */
const isProtocol = (route: string) => /protocol|definition|\/casos\/nuevo/.test(route);

/** How the invented person of a role is called, up to what HTML may write otherwise. */
const nameOf = (as: string) => `Persona Inventada (${as})`;

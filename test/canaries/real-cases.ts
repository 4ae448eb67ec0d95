import { randomUUID } from 'node:crypto';
import { createToken } from '../../db/queries/access-tokens.js';
import { findRun } from '../../db/queries/find-run.js';
import { holderIn } from '../../protocols/core/draft.js';
import { findUnseconded } from '../../protocols/core/signing.js';
import type { RunState } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import { type Step, signings } from '../../protocols/language/step.js';
import type { ProtocolScene } from '../protocols/scene.js';
import { beginCase } from './acts.js';
import { type Caller, callerAt, type Told } from './caller.js';
import type { Installation } from './installation.js';
import type { Seeds } from './seeds.js';

/** More than enough; cases that go in circles stop here. */
const MOST_ACTS = 40;
/** A step that opens again and again is answered so often. */
const MOST_OPENINGS = 2;

/** What became of cases that were worked on by their institutions' programs. */
export interface RealCases {
  readonly runs: readonly string[];
  /** Answers that were taken. */
  readonly taken: number;
  /** What every request was answered, refusals included. */
  readonly told: readonly Told[];
}

/**
 * Cases that are no rehearsals, answered through the API by the programs of all their institutions, as far as one gets
 * without time passing, each with other outcomes first. Rehearsals call nobody's system; these do.
 */
export async function liveForReal(
  at: Installation,
  definition: Definition,
  {
    cases,
    seeds,
    attributes,
  }: { cases: number; seeds: Seeds; attributes?: ProtocolScene['attributes'] | undefined },
): Promise<RealCases> {
  const callers = new Map<string, Promise<Caller>>();
  const callerOf = (institution: string, person: number) => {
    const name = `${institution} ${person}`;
    const made = callers.get(name) ?? newCaller(at, institution);
    callers.set(name, made);
    return made;
  };
  const runs: string[] = [];
  const told: Told[] = [];
  let taken = 0;
  for (let n = 0; n < cases; n += 1) {
    const { run } = await beginCase(at, definition, attributes);
    runs.push(run);
    const spent = new Set<string>();
    for (let acts = 0; acts < MOST_ACTS; acts += 1) {
      const { state } = (await findRun(at.database.db.sql, run))!;
      const next = choose(definition, state, spent, n);
      if (state.ending || !next) break;
      const { step, outcome, role, isSecond } = next;
      const { institution } = holderIn(state, definition.lead, step.id, role);
      const caller = await callerOf(institution, isSecond ? 2 : 1);
      const path = `/v1/runs/${run}/steps/${step.id}`;
      const body = {
        ...(isSecond ? { confirms: await waitingAt(caller, `${path}?role=${role}`) } : {}),
        opening: state.steps[step.id]!.open!.opening,
        outcome,
        role,
        answers: isSecond ? {} : seeds.answers(step.form ?? [], outcome, Date.now()),
      };
      const said = await caller.api('POST', `${path}/complete`, JSON.stringify(body), {
        'idempotency-key': randomUUID(),
      });
      told.push(said);
      if (said.status === 200) taken += 1;
      else spent.add(next.key);
    }
  }
  return { runs, taken, told };
}

interface Next {
  readonly key: string;
  readonly step: Step;
  readonly outcome: string;
  readonly role: string;
  readonly isSecond: boolean;
}

/** What somebody could answer next and has not been refused: what waits for a second person first. */
function choose(
  { steps }: Definition,
  state: RunState,
  spent: ReadonlySet<string>,
  turn: number,
): Next | undefined {
  const found: (Next & { rank: number })[] = [];
  for (const step of steps) {
    const open = state.steps[step.id]?.open;
    if (!open || open.opening > MOST_OPENINGS) continue;
    const count = step.outcomes.length;
    for (const [index, { id: outcome, ends, keepsOpen }] of step.outcomes.entries()) {
      for (const role of signings(step, outcome)) {
        const key = `${step.id}#${open.opening}:${outcome}/${role}`;
        const waiting = findUnseconded(step, open, role);
        const isSecond = waiting?.outcome === outcome;
        if (spent.has(key) || (open.signatures?.[role] && !isSecond)) continue;
        const late = ends ? 100 : keepsOpen ? 50 : 0;
        const rank = isSecond ? -1 : late + ((index - turn + 40 * count) % count);
        found.push({ key, step, outcome, role, isSecond, rank });
      }
    }
  }
  return found.sort((a, b) => a.rank - b.rank)[0];
}

/** The folio of the answer that waits for a second person, as the step says it. */
async function waitingAt(caller: Caller, path: string): Promise<string | undefined> {
  const { text } = await caller.api('GET', path);
  return /"unconfirmed":\{.*?"folio":"([^"]+)"/.exec(text)?.[1];
}

async function newCaller({ database, address }: Installation, institution: string) {
  const of = { institution, role: 'officer', label: 'invented' } as const;
  const { token } = await createToken(database.db, of);
  return callerAt(address, token, '');
}

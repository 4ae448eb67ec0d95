import { findStart } from '../db/queries/find-entry.js';
import { isUniqueViolation } from '../db/queries/unique-violation.js';
import { type RunStart, writeActs } from '../db/queries/write-acts.js';
import type { Actor } from '../db/schema/history.js';
import type { Act, Brought, FamilyPlace } from '../protocols/core/acts.js';
import { apply } from '../protocols/core/apply.js';
import { isDraft } from '../protocols/drafts.js';
import { countriesOf, fitOf } from '../protocols/language/corridor.js';
import type { Definition } from '../protocols/language/definition.js';
import { canonicalJson } from '../protocols/language/fingerprint.js';
import { findPack, type Pack, packKey } from '../protocols/language/pack.js';
import { type Refusal, refusal } from '../protocols/refusals.js';
import type { Committed, Refused } from './acts.js';
import { begin, rememberBatch, writesOf } from './batch.js';
import { CLOCK_TOLERANCE } from './database-clock.js';
import type { Door, KnownRun } from './door.js';
import { append, type Batch, type Part } from './entry-of.js';
import { inTurns, MOST_RACES } from './in-turn.js';
import { placeBeside } from './join-family.js';
import { rememberRun } from './known-runs.js';
import { stopToBegin } from './origin-stop.js';
import { randomId } from './random-id.js';
import { resolveBindings } from './resolve-bindings.js';

/** A case lead's wish to start a run. */
export interface StartRequest extends Brought {
  /** The same wish always carries the same id; one run comes of it. */
  readonly actId: string;
  readonly actor: Actor;
  readonly protocol: string;
  /** The country or corridor pack it is under; the protocol alone unless given. */
  readonly pack?: string;
  /** Institution of the directory for each role. */
  readonly bindings: Readonly<Record<string, string>>;
  /** A person known from an earlier run; a new one unless given. */
  readonly personId?: string;
  /** Marked for ever: invented people, own clock, in no figure. `rehearsalAt` is where its clock begins. */
  readonly rehearsalAt?: number;
  /** A run of the same family; its members stay linked, each in a run of their own. */
  readonly relativeOf?: string;
}

/** What a run would start with: the definition as it holds under its pack, and the codes its first act carries. */
export interface Prepared {
  readonly definition: Definition;
  readonly given: Omit<Start, 'type' | 'at' | 'reroute' | 'family'>;
}

/** Looks everything up that a start needs, or says why there can be none. Starts nothing. */
export async function prepareStart(
  door: Door,
  request: Pick<
    StartRequest,
    'protocol' | 'pack' | 'bindings' | 'assigns' | 'dates' | 'rehearsalAt'
  >,
): Promise<Prepared | Refusal> {
  const { protocol } = request;
  if (isDraft(protocol) && request.rehearsalAt === undefined) {
    return refusal('draft-only-rehearsed', { protocol });
  }
  const current = await door.definitions.findCurrent(protocol);
  if (!current) {
    return (await door.definitions.isRetired(protocol))
      ? refusal('definition-retired', { protocol })
      : refusal('definition-unknown', { protocol, version: '' });
  }
  const pack = await findWantedPack(door, request.pack);
  if (pack === null) return refusal('pack-unfit', { pack: request.pack ?? '' });
  const { definition: base } = current;
  const definition = pack ? await door.packs.vary(base, pack) : base;
  if (!definition) return refusal('pack-weakens', { pack: pack?.id ?? '' });
  const bindings = await resolveBindings(door, definition, request.bindings);
  if ('code' in bindings) return bindings as Refusal;
  if (pack && fitOf(pack, countriesOf(definition, bindings)) === undefined) {
    return refusal('pack-unfit', { pack: pack.id });
  }
  const register = await door.register.current();
  const given = {
    bindings,
    ...(pack ? { pack: { id: pack.id, version: pack.version } } : {}),
    ...(register ? { register } : {}),
    ...(request.assigns ? { assigns: request.assigns } : {}),
    ...(request.dates ? { dates: request.dates } : {}),
  };
  return { definition, given };
}

/** Starts a run of the newest version of a protocol, or refuses and writes nothing. */
export async function startRun(door: Door, request: StartRequest): Promise<Committed | Refused> {
  if (request.personId !== undefined && request.rehearsalAt !== undefined) {
    return refuse(refusal('rehearsal-invented'));
  }
  const prepared = await prepareStart(door, request);
  if ('code' in prepared) return refuse(prepared);
  await door.pressure.admit();
  // A start that is linked reads a run in which people act; a plain one can lose only to a wrong clock.
  const besides = request.relativeOf === undefined ? [] : [request.relativeOf];
  return inTurns(door, besides, () => tryUntilStarted(door, request, prepared));
}

async function tryUntilStarted(
  door: Door,
  request: StartRequest,
  { definition, given }: Prepared,
): Promise<Committed | Refused> {
  for (let attempt = 0; attempt < MOST_RACES; attempt += 1) {
    const at = request.rehearsalAt ?? door.clock.now();
    const batch: Batch = { parts: new Map() };
    const plain: Start = { type: 'run-started', at, ...given };
    const place = await placeOf(door, batch, request, at);
    if (place && 'code' in place) return (await findReplay(door, request, plain)) ?? refuse(place);
    const rehearsal = request.rehearsalAt !== undefined;
    const originStop = await stopToBegin(door, batch, {
      personId: request.personId,
      rehearsal,
      at,
    });
    const act: Act = {
      ...plain,
      ...(place ? { family: place } : {}),
      ...(originStop ? { originStop } : {}),
    };
    const applied = apply(definition, undefined, act);
    if (!applied.ok) return refuse(applied.refusal);
    const { start, run } = await newRun(door, definition, request, applied.state);
    const part: Part = { definition, run, entries: [], start };
    await append(door, part, request, act, applied);
    await begin(door, batch, part);
    try {
      const { written } = await writeActs(door.db.sql, writesOf(batch));
      rememberBatch(door, batch, written);
      if (written.has(run.id)) {
        const { state } = part.run;
        const { effects } = applied;
        return { ok: true, runId: run.id, seq: 1, at, replayed: false, state, effects };
      }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const replay = await findReplay(door, request, plain);
    if (replay) return replay;
    await door.clock.adjust(door.db.sql);
  }
  throw new Error(
    `A start lost ${MOST_RACES} races in a row, or the database's clock could not be followed within ${CLOCK_TOLERANCE} ms`,
  );
}

type Start = Extract<Act, { type: 'run-started' }>;

async function placeOf(
  door: Door,
  batch: Batch,
  { relativeOf, rehearsalAt, actor }: StartRequest,
  at: number,
): Promise<FamilyPlace | Refusal | undefined> {
  if (relativeOf === undefined) return undefined;
  return placeBeside(door, batch, { relativeOf, rehearsal: rehearsalAt !== undefined, at, actor });
}

async function newRun(
  door: Door,
  definition: Definition,
  request: StartRequest,
  state: KnownRun['state'],
): Promise<{ start: RunStart; run: KnownRun }> {
  const personId = request.personId ?? randomId();
  const rehearsal = request.rehearsalAt !== undefined;
  const part = findPack(definition);
  const of = {
    protocol: definition.id,
    version: definition.version,
    pack: part ? packKey(part) : null,
    personId,
    rehearsal,
  };
  const startedBy = request.actor.institution;
  const run: KnownRun = { id: randomId(), ...of, startedBy, state };
  if (request.personId) return { run, start: { ...of, startedBy } };
  const { keys, stored } = await door.vault.create(personId);
  door.keys.set(personId, keys);
  const personKeys = {
    wrappedBy: stored.wrappedBy,
    identity: stored.identity.toString('base64'),
    contact: stored.contact.toString('base64'),
    protection: stored.protection.toString('base64'),
  };
  return { run, start: { ...of, startedBy, personKeys } };
}

/** The newest version of a pack; null when there is none of that id, undefined when none is wanted. */
export async function findWantedPack(
  door: Door,
  id: string | undefined,
): Promise<Pack | null | undefined> {
  if (id === undefined) return undefined;
  return (await door.packs.listCurrent()).find((pack) => pack.id === id) ?? null;
}

async function findReplay(
  door: Door,
  request: StartRequest,
  act: Act,
): Promise<Committed | Refused | undefined> {
  const entry = await findStart(door.db.sql, request.actId);
  const run = entry && (await rememberRun(door, entry.runId));
  if (!run) return undefined;
  // The place in a family is the door's own part of the act; whether there is one is part of the wish.
  const { family, ...plain } = entry.act as Start;
  const same =
    run.protocol === request.protocol &&
    (family !== undefined) === (request.relativeOf !== undefined) &&
    canonicalJson(wishOf(plain)) === canonicalJson(wishOf(act));
  if (!same) return refuse(refusal('act-conflict'));
  const { at } = entry.act;
  return { ok: true, runId: run.id, seq: 1, at, replayed: true, state: run.state, effects: [] };
}

/** What a start asked for, without what it found: its date, the version of the pack, the register of the moment. */
function wishOf(act: Act): object {
  const { at: _, register: __, originStop: ___, pack, ...wish } = act as Start;
  return { ...wish, pack: pack?.id };
}

function refuse(refused: Refusal): Refused {
  return { ok: false, refusal: refused };
}

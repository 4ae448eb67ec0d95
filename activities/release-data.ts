import { ApplicationFailure } from '@temporalio/common';
import { findPersonKeys } from '../db/queries/person-keys.js';
import {
  completeRelease,
  FIRST_ADDED_NOTICE,
  findReach,
  findRelease,
  listAnswers,
  type ReleaseToMake,
  withholdRelease,
} from '../db/queries/release-data.js';
import { listCaseFile } from '../door/case-file.js';
import { getDefinition, rememberRun } from '../door/commit-act.js';
import type { Door, KnownRun } from '../door/door.js';
import { channelOf } from '../door/notice-channel.js';
import { answersPlace, compartmentOf, fieldsOf, packetKey } from '../door/sealed-answers.js';
import { seal, unseal } from '../platform/vault/seal.js';
import { COMPARTMENTS, type PersonKeys } from '../platform/vault/vault.js';
import { bindingIn, viewOf } from '../protocols/core/draft.js';
import { isCutOff } from '../protocols/core/origin-stop.js';
import { evaluate } from '../protocols/language/condition.js';
import { withheldWhile } from '../protocols/language/consent.js';
import type { Definition } from '../protocols/language/definition.js';
import type { Category } from '../protocols/language/form.js';
import { isToldIdentityOnly } from '../protocols/language/origin.js';
import { type Share, signers } from '../protocols/language/step.js';
import { type Packet, packetPlace } from '../protocols/packet.js';
import { ACTIVITY_FAILURES, type RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';

/**
 * Hands shared data over: the answers of the categories or fields the share names, as they stood when it was decided, sealed for
 * the recipient's eyes. What forbids the share is looked at again first, because hours may lie between decision and
 * hand-over; when the run goes on in the meantime, it is looked at once more. Fails (to be tried again) where it has
 * to wait for an earlier share.
 */
export function createReleaseData(
  { door }: Pick<ActivityDeps, 'door'>,
  sendNotices: RunActivities['sendNotices'],
): RunActivities['releaseData'] {
  return async ({ runId, share }) => {
    const { sql } = door.db;
    let release = await getRelease(door, runId, share);
    while (release.state === 'pending') {
      const run = await getRun(door, runId);
      const definition = await getDefinition(door, run);
      const declared = getShare(definition, release.step, share);
      if (await isForbidden(door, definition, run, { ...release, share }, declared)) {
        await withholdRelease(sql, runId, share);
        return;
      }
      const keys = await getKeysNow(door, run, share);
      const at = door.clock.now();
      const packet = await buildPacket(door, definition, run, release, declared, keys, at);
      const sealed = seal(
        packetKey(keys, release.categories as readonly Category[]),
        Buffer.from(JSON.stringify(packet)),
        packetPlace(runId, share),
      );
      const notice = { n: noticeOf(release), reference: channelOf(door.directory).reference() };
      const runSeq = run.state.seq;
      await completeRelease(sql, { runId, share, packet: sealed, at, runSeq, notice });
      release = await getRelease(door, runId, share);
    }
    if (release.state !== 'released' && release.state !== 'acknowledged') return;
    await sendNotices({ runId, acts: [{ seq: release.seq, notices: [noticeOf(release)] }] });
  };
}

const noSuchShare = () =>
  ApplicationFailure.nonRetryable('no such share', ACTIVITY_FAILURES.runUnknown);
const noticeOf = ({ position }: ReleaseToMake): number => FIRST_ADDED_NOTICE + position;

async function getRelease(door: Door, runId: string, share: string): Promise<ReleaseToMake> {
  const release = await findRelease(door.db.sql, runId, share);
  if (!release) throw noSuchShare();
  return release;
}

/** The run as it stands now: another process may have taken it on. */
async function getRun(door: Door, runId: string): Promise<KnownRun> {
  const run = await rememberRun(door, runId);
  if (!run) throw noSuchShare();
  return run;
}

/** Whether what forbids the share holds by now, it was recalled already, or it is news for somebody who was never told. */
async function isForbidden(
  door: Door,
  definition: Definition,
  { id, state }: KnownRun,
  { share, institution, seq }: ReleaseToMake & { readonly share: string },
  declared: Share,
): Promise<boolean> {
  if (state.received?.[share]?.recall) return true;
  const withheld = withheldWhile(definition, declared);
  if (withheld && evaluate(withheld, viewOf(state))) return true;
  if (isCutOff(definition, state, declared.to)) return true;
  if (!declared.onlyIfReached) return false;
  const reach = await findReach(door.db.sql, { runId: id, institution, before: seq });
  if (reach === 'pending') {
    const code = ACTIVITY_FAILURES.earlierShareUnderWay;
    throw ApplicationFailure.retryable('an earlier share is under way', code);
  }
  return reach === 'never';
}

/** Whether the recipient is told the parts of identity and nothing else, whatever the definition names. */
function isIdentityOnly({ roles }: Definition, to: string): boolean {
  const role = roles.find(({ id }) => id === to);
  return role !== undefined && isToldIdentityOnly(role);
}

function getShare(definition: Definition, step: string, key: string): Share {
  const id = key.slice(key.indexOf(':') + 1);
  const declared = definition.steps
    .find((candidate) => candidate.id === step)
    ?.shares?.find((candidate) => candidate.id === id);
  if (!declared) throw new Error('A released share is not in the definition');
  return declared;
}

/** The person's keys as they are stored now, not as remembered: they may have been destroyed. */
async function getKeysNow(door: Door, run: KnownRun, share: string): Promise<PersonKeys> {
  const row = await findPersonKeys(door.db.sql, run.personId);
  const keys = row && (await door.vault.open(run.personId, row));
  // Of somebody erased in part nothing is shared any more.
  if (keys && Object.keys(keys).length === COMPARTMENTS.length) return keys;
  await withholdRelease(door.db.sql, run.id, share);
  throw ApplicationFailure.nonRetryable('keys destroyed', ACTIVITY_FAILURES.keysDestroyed);
}

async function buildPacket(
  door: Door,
  definition: Definition,
  run: KnownRun,
  release: ReleaseToMake,
  { purpose, ground, to, only }: Share,
  keys: PersonKeys,
  at: number,
): Promise<Packet> {
  const identityOnly = isIdentityOnly(definition, to);
  const categories = release.categories as readonly Category[];
  const compartments = [...new Set(categories.map(compartmentOf))];
  const fields: Record<string, unknown> = {};
  // What was answered before a re-route is part of the file: later answers to the same question take its place.
  for (const part of await listCaseFile(door, run, release.seq)) {
    const of = { runId: part.run.id, upTo: part.upTo, compartments };
    for (const { seq, form, compartment, ciphertext } of await listAnswers(door.db.sql, of)) {
      const known = compartments.find((candidate) => candidate === compartment)!;
      const bound = answersPlace(part.run.id, seq, known);
      const values = JSON.parse(unseal(keys[known], ciphertext, bound).toString()) as object;
      const named = fieldsOf(part.definition, form).filter(
        (field) =>
          categories.includes(field.category) &&
          (!only || only.includes(field.id)) &&
          (!identityOnly || field.identity !== undefined),
      );
      for (const { id } of named) if (id in values) fields[id] = values[id as keyof typeof values];
    }
  }
  const step = definition.steps.find((candidate) => candidate.id === release.step)!;
  const from = bindingIn(run.state, definition.lead, signers(step)[0]!).institution;
  return { fields, purpose, ground, from, to: release.institution, at };
}

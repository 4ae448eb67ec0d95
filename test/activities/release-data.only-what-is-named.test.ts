import type { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeRelease } from '../../db/queries/release-data.js';
import { commitAct } from '../../door/commit-act.js';
import { getPersonKeys, packetKey } from '../../door/sealed-answers.js';
import { unseal } from '../../platform/vault/seal.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Category } from '../../protocols/language/form.js';
import { type Packet, packetPlace } from '../../protocols/packet.js';
import { ACTIVITY_FAILURES } from '../../protocols/ports.js';
import { accepted, answer, institutionOf, officerOf, startTestRun } from '../support/door.js';
import { type Desk, lending, openDesk } from './desk.js';

const SHARE = 'ask#1:name-only';
const EARLIER = { name: 'Persona Inventada Antes', address: 'Calle Inventada 1' };
const LATER = { name: 'Persona Inventada', testimony: 'Relato inventado' };

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** A run in which the name was answered twice and then shared. */
async function shared(): Promise<string> {
  const { runId } = await startTestRun(desk.door, lending);
  const values = (id: string, outcome: string, given: object) =>
    answer(desk.door, runId, 'office', 'ask', outcome, {
      actId: id,
      answers: { form: 'ask', values: { ...given } },
    });
  accepted(await values('first', 'again', EARLIER));
  accepted(await values('second', 'told', LATER));
  return runId;
}

async function releaseOf(runId: string, share = SHARE) {
  const [row] = await desk.database.db.sql<{ state: string; packet: Buffer | null }[]>`
    select state, packet from releases where run_id = ${runId} and share = ${share}`;
  return row!;
}

async function open(runId: string, at = runId, { database, door } = desk): Promise<Packet> {
  const [run] = await database.db.sql<{ person: string }[]>`
    select person_id as person from runs where id = ${runId}`;
  const keys = await getPersonKeys(door, run!.person);
  const [release] = await database.db.sql<{ packet: Buffer; categories: Category[] }[]>`
    select packet, categories from releases where run_id = ${runId} and share = ${SHARE}`;
  const { packet, categories } = release!;
  return JSON.parse(
    unseal(packetKey(keys, categories), packet, packetPlace(at, SHARE)).toString(),
  ) as Packet;
}

test('the packet holds the latest answers of the categories named, and nothing else', async () => {
  const runId = await shared();
  await desk.does.releaseData({ runId, share: SHARE });
  const packet = await open(runId);
  expect(packet).toEqual({
    fields: { name: 'Persona Inventada' },
    purpose: { es: 'Inventado', en: 'Invented' },
    ground: { mark: 'proposal', ref: 'invented' },
    from: institutionOf('office'),
    to: institutionOf('other'),
    at: expect.any(Number),
  });
  expect(Math.abs(packet.at - Date.now())).toBeLessThan(60_000);
});

test('of a category kept to some fields the packet holds these alone, from whichever answer', async () => {
  const [ask, ...rest] = lending.steps;
  const [declared] = ask!.shares!;
  const nickname = { ...ask!.form![0]!, id: 'nickname' };
  const kept = {
    ...lending,
    steps: [
      {
        ...ask!,
        form: [...ask!.form!, nickname],
        shares: [{ ...declared!, categories: ['D1', 'D2'], only: ['nickname', 'address'] }],
      },
      ...rest,
    ],
  } as Definition;
  const other = await openDesk(kept);
  try {
    const { runId } = await startTestRun(other.door, kept);
    const values = { ...LATER, address: 'Calle Inventada 1', nickname: 'Apodo Inventado' };
    accepted(
      await answer(other.door, runId, 'office', 'ask', 'told', {
        answers: { form: 'ask', values },
      }),
    );
    await other.does.releaseData({ runId, share: SHARE });
    const { fields } = await open(runId, runId, other);
    expect(fields).toEqual({ nickname: 'Apodo Inventado', address: 'Calle Inventada 1' });
  } finally {
    await other.close();
  }
});

test('a packet is unreadable in the database and opens at its own place only', async () => {
  const [one, other] = [await shared(), await shared()];
  await desk.does.releaseData({ runId: one, share: SHARE });
  expect((await releaseOf(one)).packet!.toString('latin1')).not.toContain('Inventada');
  await expect(open(one, other)).rejects.toThrow();
});

test('released again, it stays the same packet and the recipient is told once', async () => {
  const runId = await shared();
  await Promise.all(
    [1, 2, 3].map(() => desk.does.releaseData({ runId, share: SHARE }).catch(() => {})),
  );
  const first = await releaseOf(runId);
  await desk.does.releaseData({ runId, share: SHARE });
  expect(await releaseOf(runId)).toEqual(first);
  const notices = await desk.database.db.sql<{ reference: string; institution: string }[]>`
    select reference, institution_id as institution from notices
    where run_id = ${runId} and kind = 'shared' and state = 'sent'`;
  expect(notices.map((notice) => notice.institution)).toEqual([institutionOf('other')]);
  const { mails } = desk.catcher.list({ limit: 1000 });
  const told = mails.filter((mail) => mail.subject.includes(notices[0]!.reference));
  expect(told).toHaveLength(1);
  const mail = await desk.catcher.get(told[0]!.id);
  expect(mail.raw).not.toContain('Persona');
});

const object = async (runId: string) =>
  accepted(
    await commitAct(desk.door, {
      runId,
      actId: 'objection',
      actor: officerOf('office'),
      act: { type: 'event-reported', event: 'objected', role: 'office' },
    }),
  );

test('what was forbidden between decision and hand-over is withheld', async () => {
  const runId = await shared();
  await object(runId);
  await desk.does.releaseData({ runId, share: SHARE });
  expect(await releaseOf(runId)).toEqual({ state: 'withheld', packet: null });
});

test('a packet that was built before the objection is not handed over after it', async () => {
  const runId = await shared();
  const { sql } = desk.database.db;
  const [run] = await sql<{ seq: number }[]>`select seq from runs where id = ${runId}`;
  await object(runId);
  const built = {
    runId,
    share: SHARE,
    packet: Buffer.from('built before'),
    at: Date.now(),
    runSeq: run!.seq,
    notice: { n: 1000, reference: 'built-before' },
  };
  expect(await completeRelease(sql, built)).toBe(false);
  expect(await releaseOf(runId)).toEqual({ state: 'pending', packet: null });
});

describe('news that something is off', () => {
  const NEWS = 'call-off#1:news';
  const calledOff = async (runId: string) =>
    accepted(await answer(desk.door, runId, 'office', 'call-off', 'off'));

  test('goes to whoever was handed data of the run before', async () => {
    const runId = await shared();
    await desk.does.releaseData({ runId, share: SHARE });
    await calledOff(runId);
    await desk.does.releaseData({ runId, share: NEWS });
    expect((await releaseOf(runId, NEWS)).state).toBe('released');
  });

  test('never goes to an institution from which the first share was withheld', async () => {
    const runId = await shared();
    await object(runId);
    await calledOff(runId);
    await desk.does.releaseData({ runId, share: SHARE });
    await desk.does.releaseData({ runId, share: NEWS });
    expect(await releaseOf(runId, NEWS)).toEqual({ state: 'withheld', packet: null });
  });

  test('waits until it is known whether the first share was handed over', async () => {
    const runId = await shared();
    await object(runId);
    await calledOff(runId);
    const failure = (await desk.does
      .releaseData({ runId, share: NEWS })
      .catch((error: unknown) => error)) as ApplicationFailure;
    expect(failure.type).toBe(ACTIVITY_FAILURES.earlierShareUnderWay);
    expect(failure.nonRetryable).toBe(false);
    expect((await releaseOf(runId, NEWS)).state).toBe('pending');
  });
});

test('of an erased person nothing can be shared, and that is final', async () => {
  const runId = await shared();
  await desk.database.db.sql`
    delete from person_keys where person_id = (select person_id from runs where id = ${runId})`;
  const failure = (await desk.does
    .releaseData({ runId, share: SHARE })
    .catch((error: unknown) => error)) as ApplicationFailure;
  expect(failure.type).toBe(ACTIVITY_FAILURES.keysDestroyed);
  expect(failure.nonRetryable).toBe(true);
  expect((await releaseOf(runId)).state).toBe('withheld');
});

test('an unknown share fails for good, with a code', async () => {
  const failure = (await desk.does
    .releaseData({ runId: 'no-such-run', share: SHARE })
    .catch((error: unknown) => error)) as ApplicationFailure;
  expect(failure.type).toBe(ACTIVITY_FAILURES.runUnknown);
});

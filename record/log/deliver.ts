import {
  delayDelivery,
  endDelivery,
  listPendingDeliveries,
  type PendingDelivery,
  setCosigned,
} from '../../db/queries/log/witnesses.js';
import type { OutgoingMail } from '../../platform/mail/transport.js';
import { parseCheckpoint } from '../note/checkpoint.js';
import { parseVerifier } from '../note/keys.js';
import { parseNote, signedAt } from '../note/note.js';
import { proveConsistency } from '../tree/consistency.js';
import { formatSubmission } from '../witness/witness.js';
import type { Log } from './open-log.js';
import { nodesBetween, readNodes } from './tree-reader.js';
import { witnessMail } from './witness-mail.js';

export interface DeliverOptions {
  readonly log: Log;
  readonly mail?: { send(mail: OutgoingMail): Promise<unknown> };
  /** A witness said that a checkpoint is not consistent with its copy: somebody must look at once. */
  readonly onAlarm: (witness: string, size: number) => void;
  readonly onError?: (error: unknown) => void;
}

const PATIENCE = 10_000;
const LONGEST_ANSWER = 4096;

/** Carries the latest checkpoint to every witness that does not have it yet. One that cannot be reached waits for its next turn. */
export async function deliverCheckpoints(options: DeliverOptions): Promise<void> {
  const { sql } = options.log.door.db;
  for (const delivery of await listPendingDeliveries(sql)) {
    try {
      if (delivery.channel === 'http') await post(options, delivery);
      else await mail(options, delivery);
    } catch (error) {
      options.onError?.(error);
      await delayDelivery(sql, delivery);
    }
  }
}

async function submissionOf({ door }: Log, old: number, { size, note }: PendingDelivery) {
  const { sql } = door.db;
  const proof =
    old === 0 ? [] : proveConsistency(old, size, await readNodes(sql, nodesBetween(old, size)));
  return formatSubmission({ old, proof, note });
}

async function post(options: DeliverOptions, delivery: PendingDelivery): Promise<void> {
  const { log, onAlarm } = options;
  const { sql } = log.door.db;
  const { id, size } = delivery;
  const send = async (old: number) => {
    const response = await fetch(new URL('add-checkpoint', delivery.url!), {
      method: 'POST',
      body: await submissionOf(log, old, delivery),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: response.status, text: (await response.text()).slice(0, LONGEST_ANSWER) };
  };
  let answer = await send(delivery.cosignedSize);
  if (answer.status === 409) {
    const held = Number(answer.text.trim());
    if (Number.isSafeInteger(held) && held > size) {
      // It signed a longer log than this one: a later delivery, or a log that was set back.
      await setCosigned(sql, id, held);
      onAlarm(id, held);
      return endDelivery(sql, delivery, { state: 'refused' });
    }
    answer = await send(held);
  }
  if (answer.status === 422) {
    onAlarm(id, size);
    return endDelivery(sql, delivery, { state: 'refused' });
  }
  if (answer.status !== 200) throw new Error(`Witness ${id} answered ${answer.status}`);
  if (!isCosigned(delivery, answer.text)) throw new Error(`Witness ${id} gave no good signature`);
  return endDelivery(sql, delivery, { state: 'cosigned', cosignature: answer.text });
}

function isCosigned({ note, verifier, size }: PendingDelivery, line: string): boolean {
  const text = parseNote(note)?.text ?? '';
  const signed = parseNote(`${text}\n${line}`);
  const witness = parseVerifier(verifier);
  return (
    parseCheckpoint(text)?.size === size &&
    signed !== undefined &&
    witness !== undefined &&
    signedAt(signed, witness) !== undefined
  );
}

async function mail(options: DeliverOptions, delivery: PendingDelivery): Promise<void> {
  if (!options.mail) return;
  const { log } = options;
  const text = await submissionOf(log, delivery.sentSize, delivery);
  await options.mail.send(witnessMail(log.origin, delivery, text));
  await endDelivery(log.door.db.sql, delivery, { state: 'sent' });
}

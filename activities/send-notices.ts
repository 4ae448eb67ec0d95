import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import {
  bundleNotice,
  type ClaimedNotice,
  claimNotice,
  findNoticeState,
  finishNotice,
  type NoticeKey,
} from '../db/queries/claim-notice.js';
import type { NoticeState } from '../db/schema/notices.js';
import { MailRefused, MailUnavailable, MailUnknown } from '../platform/mail/mail-errors.js';
import type { NoticeKind } from '../protocols/core/effects.js';
import { ACTIVITY_FAILURES, type RunActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';
import { keepAlive } from './keep-alive.js';
import { bundleOf } from './mail/bundling.js';
import { composeNotice } from './mail/compose.js';
import { type Mailbox, mailboxesOf } from './mail/mailboxes.js';
import { tellSupervisor } from './mail/tell-supervisor.js';
import { createMailBreaker, type MailBreaker } from './mail-breaker.js';
import { isStillTrue } from './still-true.js';

/** One mail may take this long in all; the transport of the worker is made with it. */
export const LONGEST_MAIL = 60_000;
/** An attempt that is older than this was cut off. */
const LEASE = LONGEST_MAIL + 30_000;
/** Better twice than never: sent once more, with the same message id, when nobody knows whether it arrived. */
const SENT_AGAIN: readonly NoticeKind[] = [
  'opened',
  'reassigned',
  'overdue',
  'lapsed',
  'escalated',
  'withdrawn',
  'suspended',
  'resumed',
  'shared',
  'recalled',
  'recall-rests',
  'vacant',
  'unclaimed',
  'second-needed',
  'lowered',
  'lowered-soon',
];

type Failure = (typeof ACTIVITY_FAILURES)[keyof typeof ACTIVITY_FAILURES];

/**
 * Sends notices that are due to be mailed, each at most once as far as mail allows. A notice belongs to one attempt at
 * a time, and only that attempt can say what became of it. One that cannot be sent now does not hold up the others.
 */
export function createSendNotices(deps: ActivityDeps): RunActivities['sendNotices'] {
  const breaker = createMailBreaker();
  return ({ runId, acts }) =>
    keepAlive(async () => {
      let failure: Failure | undefined;
      for (const { seq, notices } of acts) {
        for (const n of notices) {
          failure = (await sendNotice(deps, breaker, { runId, seq, n })) ?? failure;
        }
      }
      if (failure) throw ApplicationFailure.retryable(failure, failure);
    });
}

/** Why the notice must be tried again, or nothing. */
async function sendNotice(
  deps: ActivityDeps,
  breaker: MailBreaker,
  key: NoticeKey,
): Promise<Failure | undefined> {
  const { sql } = deps.door.db;
  if (!breaker.mayTry()) {
    const state = await findNoticeState(sql, key);
    return state === 'pending' || state === 'sending'
      ? ACTIVITY_FAILURES.mailUnavailable
      : undefined;
  }
  const notice = await claimNotice(sql, key, { again: SENT_AGAIN, lease: LEASE });
  if (!notice) {
    const state = await findNoticeState(sql, key);
    return state === 'sending' ? ACTIVITY_FAILURES.noticeBusy : undefined;
  }
  if (notice.state === 'unknown') return undefined;
  const finish = (state: NoticeState) => finishNotice(sql, key, notice.attempt, state);
  try {
    const mailboxes = await mailboxesOf(deps.door, notice);
    const [first] = mailboxes;
    const silent = !first || (notice.rehearsal && !deps.mailIsCaught);
    if (silent || !isStillTrue(notice.kind as NoticeKind, notice)) {
      await finish(silent ? 'inbox' : 'obsolete');
      return undefined;
    }
    const bundle = bundleOf(notice, first, deps.door.clock.now());
    if (bundle) {
      const { institution } = notice;
      await bundleNotice(sql, key, notice.attempt, { ...bundle, institution, user: first.user });
      return undefined;
    }
    await sendToFirst(deps, key, notice, mailboxes);
  } catch (error) {
    return fail(deps, breaker, notice, error, finish);
  }
  breaker.answered();
  await finish('sent');
  return undefined;
}

/** Sends to the first mailbox that takes it. Throws what the last one said. */
async function sendToFirst(
  deps: ActivityDeps,
  key: NoticeKey,
  notice: ClaimedNotice,
  mailboxes: readonly Mailbox[],
): Promise<void> {
  for (const [index, mailbox] of mailboxes.entries()) {
    try {
      await deps.mail.send(await composeNotice(deps, key, notice, mailbox));
      return;
    } catch (error) {
      const isLast = index === mailboxes.length - 1;
      if (isLast || !(error instanceof MailRefused)) throw error;
      log.warn('A person’s mailbox refused a notice', { stage: error.stage });
      await tellSupervisor(deps.door, notice);
    }
  }
}

async function fail(
  deps: ActivityDeps,
  breaker: MailBreaker,
  notice: ClaimedNotice,
  error: unknown,
  finish: (state: NoticeState) => Promise<void>,
): Promise<Failure | undefined> {
  if (error instanceof MailRefused) {
    breaker.answered();
    log.warn('A notice was refused for good', { stage: error.stage, code: error.responseCode });
    await tellSupervisor(deps.door, notice);
    await finish('bounced');
    return undefined;
  }
  if (error instanceof MailUnknown) {
    await finish('unknown');
    const again = notice.doubts === 0 && SENT_AGAIN.some((kind) => kind === notice.kind);
    return again ? ACTIVITY_FAILURES.mailUnknown : undefined;
  }
  await finish('pending');
  if (!(error instanceof MailUnavailable)) {
    log.error('A notice cannot be made', { err: error });
    return ACTIVITY_FAILURES.noticeFailed;
  }
  if (error.stage === 'recipient' || error.stage === 'message') breaker.answered();
  else breaker.failed();
  return ACTIVITY_FAILURES.mailUnavailable;
}

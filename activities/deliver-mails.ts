import { cancellationSignal, log } from '@temporalio/activity';
import { spreadCalendarChanges } from '../db/queries/calendar.js';
import { listBundled } from '../db/queries/claim-notice.js';
import { type ClaimedMail, claimMails, finishMail } from '../db/queries/mails.js';
import { MailRefused, MailUnavailable, MailUnknown } from '../platform/mail/mail-errors.js';
import type { SystemActivities } from '../protocols/ports.js';
import type { ActivityDeps } from './deps.js';
import { keepAlive } from './keep-alive.js';
import { composeMail } from './mail/compose-mail.js';
import { tellSupervisor } from './mail/tell-supervisor.js';
import { createMailBreaker, type MailBreaker } from './mail-breaker.js';
import { pauseFor } from './pause-for.js';
import { LONGEST_MAIL } from './send-notices.js';

/** Mails in hand at once. */
const BATCH = 5;
const LEASE = LONGEST_MAIL + 30_000;
const BETWEEN_LOOKS = 1000;
/** Entries of calendars are compared with the steps this often; it reads every one that is open. */
const BETWEEN_CALENDARS = 15_000;
const CALENDARS_AT_ONCE = 200;
const LONGEST_WAIT = 300_000;

/**
 * Sends the mails no run's workflow sends: about accounts, digests, changed deadlines, notices that did not arrive. Each
 * waits in its row until a server took it. Works until the time is up or the worker stops.
 */
export function createDeliverMails(deps: ActivityDeps): SystemActivities['deliverMails'] {
  const breaker = createMailBreaker();
  const work = async (forMs: number, signal: AbortSignal): Promise<number> => {
    const end = performance.now() + forMs;
    let compareAt = 0;
    let sent = 0;
    while (!signal.aborted && performance.now() < end) {
      if (performance.now() >= compareAt) {
        const changed = await spreadCalendarChanges(deps.door.db.sql, CALENDARS_AT_ONCE);
        if (changed < CALENDARS_AT_ONCE) compareAt = performance.now() + BETWEEN_CALENDARS;
      }
      const done = await deliverDue(deps, breaker);
      sent += done;
      if (done < BATCH) await pauseFor(Math.min(BETWEEN_LOOKS, end - performance.now()), signal);
    }
    return sent;
  };
  return ({ forMs }) =>
    keepAlive(async () => ({
      sent: await work(forMs, AbortSignal.any([cancellationSignal(), deps.stopping])),
    }));
}

/** One round: the mails whose time has come, a few at once. How many were in hand. */
export async function deliverDue(deps: ActivityDeps, breaker: MailBreaker): Promise<number> {
  const { sql } = deps.door.db;
  if (!breaker.mayTry()) return 0;
  const claimed = await claimMails(sql, { limit: BATCH, lease: LEASE });
  await Promise.all(claimed.map((mail) => deliver(deps, breaker, mail)));
  return claimed.length;
}

async function deliver(
  deps: ActivityDeps,
  breaker: MailBreaker,
  claimed: ClaimedMail,
): Promise<void> {
  const { sql } = deps.door.db;
  try {
    if (claimed.isExpired) return await finishMail(sql, claimed, 'expired');
    if (claimed.doubts > 1) return await finishMail(sql, claimed, 'unknown');
    const mail = await composeMail(deps, claimed);
    if (!mail) return await finishMail(sql, claimed, 'obsolete');
    await deps.mail.send(mail);
    breaker.answered();
    await finishMail(sql, claimed, 'sent');
  } catch (error) {
    await fail(deps, breaker, claimed, error);
  }
}

async function fail(
  { door }: ActivityDeps,
  breaker: MailBreaker,
  claimed: ClaimedMail,
  error: unknown,
): Promise<void> {
  const { sql } = door.db;
  const again = Math.min(1000 * 2 ** Math.min(claimed.attempt, 9), LONGEST_WAIT);
  if (error instanceof MailRefused) {
    breaker.answered();
    log.warn('A mail was refused for good', { kind: claimed.kind, stage: error.stage });
    const [notice] = await listBundled(sql, claimed.id);
    if (notice) await tellSupervisor(door, notice);
    return finishMail(sql, claimed, 'bounced');
  }
  if (error instanceof MailUnknown) {
    return finishMail(sql, claimed, claimed.doubts > 0 ? 'unknown' : { again, inDoubt: true });
  }
  if (!(error instanceof MailUnavailable)) {
    log.error('A mail cannot be made', { err: error, kind: claimed.kind });
  } else if (error.stage === 'recipient' || error.stage === 'message') breaker.answered();
  else breaker.failed();
  return finishMail(sql, claimed, { again });
}

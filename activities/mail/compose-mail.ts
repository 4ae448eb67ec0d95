import { findCalendarRow } from '../../db/queries/calendar.js';
import { listBundled, unbundleNotice } from '../../db/queries/claim-notice.js';
import type { ClaimedMail } from '../../db/queries/mails.js';
import { findStepRequest } from '../../db/queries/step-requests.js';
import type { OutgoingMail } from '../../platform/mail/transport.js';
import type { NoticeKind } from '../../protocols/core/effects.js';
import type { ActivityDeps } from '../deps.js';
import { isStillTrue } from '../still-true.js';
import { entryFile, hiddenId, threadOf } from './compose.js';
import type { Letter, LetterLine } from './letter.js';

import { renderLetter } from './templates/letter-content.js';
import { zoneName } from './zone-name.js';

type Part = Pick<Letter, 'link' | 'reference' | 'dueAt' | 'lines'> &
  Pick<OutgoingMail, 'calendar' | 'thread'>;

/** The mail of a row of `mails` as things stand now; undefined when there is nothing left to say or nobody to say it to. */
export async function composeMail(
  deps: ActivityDeps,
  claimed: ClaimedMail,
): Promise<OutgoingMail | undefined> {
  const { id, kind, user, timeZone } = claimed;
  const to = recipientOf(claimed);
  if (!to) return undefined;
  const language = user === null ? claimed.language : (claimed.userLanguage ?? 'es');
  const part = await partOf(deps, claimed, language);
  if (!part) return undefined;
  const { calendar, thread, ...said } = part;
  const letter = renderLetter({
    ...said,
    kind,
    language,
    timeZone,
    zoneName: zoneName(timeZone),
    institutionName: language === 'es' ? claimed.nameEs : claimed.nameEn,
  });
  return {
    ...letter,
    messageId: hiddenId(deps, `mail/${id}`),
    to,
    language,
    ...(thread ? { thread } : {}),
    ...(calendar ? { calendar } : {}),
  };
}

function recipientOf(claimed: ClaimedMail): string | null {
  const { user, userEmail, mailbox, email, supervisorEmail } = claimed;
  if (user !== null) return userEmail;
  // A bounce of the only mailbox there is would bounce again; the page shows it in any case.
  if (claimed.kind === 'bounce' && mailbox === 'supervisor') return supervisorEmail;
  return (mailbox === 'supervisor' ? supervisorEmail : null) ?? email;
}

async function partOf(
  deps: ActivityDeps,
  claimed: ClaimedMail,
  language: 'es' | 'en',
): Promise<Part | undefined> {
  const { publicUrl, door } = deps;
  const { id, kind, about, sealed } = claimed;
  switch (kind) {
    case 'invitation':
    case 'recovery': {
      if (sealed === null) return undefined;
      return { link: `${publicUrl}/invitacion/${door.vault.reveal(sealed, `mail/${id}`)}` };
    }
    case 'role':
      return { link: `${publicUrl}/entrar` };
    case 'bounce':
      return { link: `${publicUrl}/institucion/avisos`, reference: about };
    case 'webhook-gone':
      return { link: `${publicUrl}/webhooks` };
    case 'series-held':
    case 'series-reviewed':
    case 'reading-unusual':
      return { link: `${publicUrl}/series` };
    case 'request': {
      const request = await findStepRequest(door.db.sql, about);
      if (!request || request.isReplied) return undefined;
      return { link: `${publicUrl}/avisos/pedidos/${about}` };
    }
    case 'reply': {
      const request = await findStepRequest(door.db.sql, about);
      if (!request?.isTold) return undefined;
      return { link: `${publicUrl}/avisos/pedidos/${about}` };
    }
    case 'calendar': {
      const entry = await findCalendarRow(door.db.sql, about);
      if (!entry) return undefined;
      const { reference, dueAt } = entry;
      return {
        link: `${publicUrl}/avisos/${reference}`,
        reference,
        calendar: entryFile(deps, entry, language),
        thread: threadOf(deps, entry),
        ...(dueAt === null ? {} : { dueAt }),
      };
    }
    case 'daily':
    case 'operation': {
      const lines = await linesOf(deps, id);
      const [only] = lines;
      if (!only) return undefined;
      const link = lines.length === 1 ? `/avisos/${only.reference}` : '/tareas';
      return { link: publicUrl + link, lines };
    }
  }
}

/** The notices of a digest that are still true; the others are taken out of it. */
async function linesOf({ door }: ActivityDeps, mailId: string): Promise<LetterLine[]> {
  const lines: LetterLine[] = [];
  for (const notice of await listBundled(door.db.sql, mailId)) {
    const { reference, dueAt } = notice;
    const kind = notice.kind as NoticeKind;
    if (!isStillTrue(kind, notice)) await unbundleNotice(door.db.sql, mailId, reference);
    else lines.push({ kind, reference, ...(dueAt === null ? {} : { dueAt }) });
  }
  return lines;
}

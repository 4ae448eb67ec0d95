import { createHmac } from 'node:crypto';
import { type CalendarRow, type CalendarTask, enterInCalendar } from '../../db/queries/calendar.js';
import type { ClaimedNotice, NoticeKey } from '../../db/queries/claim-notice.js';
import { calendarFile } from '../../platform/mail/calendar-file.js';
import type { OutgoingMail } from '../../platform/mail/transport.js';
import type { ActivityDeps } from '../deps.js';
import type { Mailbox } from './mailboxes.js';
import type { NoticeKind, NoticeLanguage, NoticeLevel } from './notice-mail.js';
import { renderNotice } from './templates/render-notice.js';
import { zoneName } from './zone-name.js';

/** The first notices of a task; the deadline goes with them for the calendar. */
const BRINGS_DEADLINE: readonly NoticeKind[] = ['opened', 'reassigned', 'recalled'];
const ENTRY_TITLE = { es: 'Plazo de una tarea', en: 'Deadline of a task' } as const;

/** An id that stays the same for one thing and tells nothing about it. */
export function hiddenId({ messageIdKey }: Pick<ActivityDeps, 'messageIdKey'>, of: string): string {
  return createHmac('sha256', messageIdKey).update(of).digest('hex').slice(0, 40);
}

/** All mails about one task of one institution are a thread. */
export function threadOf(
  deps: Pick<ActivityDeps, 'messageIdKey'>,
  { runId, step, opening, institution }: CalendarTask,
): string {
  return hiddenId(deps, `thread/${runId}/${step}/${opening}/${institution}`);
}

/** The mail of one notice to one mailbox. Enters the deadline in the calendar it goes to. */
export async function composeNotice(
  deps: ActivityDeps,
  key: NoticeKey,
  notice: ClaimedNotice,
  mailbox: Mailbox,
): Promise<OutgoingMail> {
  const { kind, level, dueAt, reference, step, opening, institution } = notice;
  const { to, language, user, preferences } = mailbox;
  const timeZone = notice.timeZone ?? 'UTC';
  const brings = preferences.calendar && BRINGS_DEADLINE.includes(kind as NoticeKind);
  const entry = brings ? await enterInCalendar(deps.door.db.sql, { ...key, user }) : undefined;
  const mail = renderNotice({
    kind: kind as NoticeKind,
    language,
    reference,
    timeZone,
    zoneName: zoneName(timeZone),
    link: `${deps.publicUrl}/avisos/${reference}`,
    institutionName: (language === 'es' ? notice.nameEs : notice.nameEn) ?? '',
    level: level as NoticeLevel,
    ...(dueAt === null ? {} : { dueAt }),
    ...(entry ? { calendar: true } : {}),
  });
  const { runId, seq, n } = key;
  return {
    ...mail,
    messageId: hiddenId(deps, `notice/${runId}/${seq}/${n}`),
    to,
    language,
    ...(step === null
      ? {}
      : { thread: threadOf(deps, { runId, step, opening: opening ?? 0, institution }) }),
    ...(entry ? { calendar: entryFile(deps, entry, language) } : {}),
  };
}

/** The calendar file of an entry as it stands. */
export function entryFile(
  { publicUrl }: Pick<ActivityDeps, 'publicUrl'>,
  { uid, sequence, reference, dueAt, lastDueAt, changedAt }: CalendarRow,
  language: NoticeLanguage,
): NonNullable<OutgoingMail['calendar']> {
  const method = dueAt === null ? 'cancel' : 'publish';
  const content = calendarFile({
    uid: `${uid}@${new URL(publicUrl).hostname}`,
    sequence,
    method,
    title: `${ENTRY_TITLE[language]} – ${reference}`,
    endsAt: dueAt ?? lastDueAt,
    changedAt,
  });
  return { content, method };
}

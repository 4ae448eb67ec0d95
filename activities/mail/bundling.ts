import type { ClaimedNotice } from '../../db/queries/claim-notice.js';
import { instantOf, localDate, localTime } from '../../protocols/rules/zone.js';
import type { Mailbox } from './mailboxes.js';
import type { NoticeKind } from './notice-mail.js';

/** How long notices of one group operation are gathered. */
export const GATHERED_FOR = 60_000;
/** Reminders that come together come at this local time. */
const MORNING = '07:00';
const DAY = 24 * 60 * 60_000;

/** May wait for the morning, where the recipient wants it so. All others are told at once, as the law requires. */
const REMINDERS: readonly NoticeKind[] = ['nearly-due'];
/** Come by the dozen when something happens to a bus or a flight. What is late or needs somebody today never waits. */
const OF_GROUPS: readonly NoticeKind[] = [
  'opened',
  'nearly-due',
  'withdrawn',
  'suspended',
  'resumed',
  'shared',
  'ended',
];

/** Into which mail a notice goes with others, and when that is sent. */
export interface Bundle {
  readonly kind: 'daily' | 'operation';
  readonly about: string;
  readonly sendAt: number;
}

/**
 * Whether a notice goes out together with others. One whose deadline would be too close by then goes alone and at once:
 * a reminder must come before what it reminds of.
 */
export function bundleOf(
  notice: ClaimedNotice,
  { preferences, user }: Mailbox,
  now: number,
): Bundle | undefined {
  const kind = notice.kind as NoticeKind;
  const timeZone = notice.timeZone ?? 'UTC';
  const waits = (until: number) => notice.dueAt === null || notice.dueAt > until;
  if (preferences.reminders === 'daily' && REMINDERS.includes(kind)) {
    const sendAt = nextMorning(now, timeZone);
    if (waits(sendAt + 60 * 60_000)) {
      return { kind: 'daily', about: localDate(sendAt, timeZone), sendAt };
    }
  }
  const isOfGroup = notice.operation !== null && user === null && notice.level === 'institution';
  if (isOfGroup && preferences.together && OF_GROUPS.includes(kind)) {
    const sendAt = now + GATHERED_FOR;
    if (waits(sendAt + 30 * 60_000)) {
      return { kind: 'operation', about: notice.operation!, sendAt };
    }
  }
  return undefined;
}

/** The next 07:00 in a zone after an instant. */
export function nextMorning(now: number, timeZone: string): number {
  const today = localDate(now, timeZone);
  if (localTime(now, timeZone) < MORNING) return instantOf(today, MORNING, timeZone);
  const noon = instantOf(today, '12:00', timeZone);
  return instantOf(localDate(noon + DAY, timeZone), MORNING, timeZone);
}

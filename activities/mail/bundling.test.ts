import { expect, test } from 'vitest';
import type { ClaimedNotice } from '../../db/queries/claim-notice.js';
import { DEFAULT_PREFERENCES } from '../../db/queries/mail-preferences.js';
import { bundleOf, nextMorning } from './bundling.js';
import type { Mailbox } from './mailboxes.js';
import { noticeKinds } from './notice-mail.js';

const zone = 'America/Guatemala';
const HOUR = 60 * 60_000;
/** Monday 23 November 2026, 14:00 in Guatemala. */
const now = Date.UTC(2026, 10, 23, 20, 0);
const mailbox = (
  change: Partial<Mailbox['preferences']> = {},
  user: string | null = null,
): Mailbox => ({
  to: 'buzon@institucion.example',
  language: 'es',
  user,
  preferences: { ...DEFAULT_PREFERENCES, ...change },
});
const notice = (change: Partial<ClaimedNotice> = {}) =>
  ({
    kind: 'nearly-due',
    level: 'institution',
    timeZone: zone,
    dueAt: now + 48 * HOUR,
    operation: null,
    ...change,
  }) as ClaimedNotice;

test('the morning is 07:00 where the institution is, today or tomorrow, through changes of clocks', () => {
  expect(nextMorning(now, zone)).toBe(Date.UTC(2026, 10, 24, 13, 0));
  expect(nextMorning(Date.UTC(2026, 10, 23, 12, 59), zone)).toBe(Date.UTC(2026, 10, 23, 13, 0));
  expect(nextMorning(Date.UTC(2026, 10, 23, 13, 0), zone)).toBe(Date.UTC(2026, 10, 24, 13, 0));
  // New York goes to winter time on 1 November 2026, to summer time on 8 March.
  expect(nextMorning(Date.UTC(2026, 9, 31, 23, 0), 'America/New_York')).toBe(
    Date.UTC(2026, 10, 1, 12, 0),
  );
  expect(nextMorning(Date.UTC(2026, 2, 7, 23, 0), 'America/New_York')).toBe(
    Date.UTC(2026, 2, 8, 11, 0),
  );
});

test('only reminders ever wait for the morning, and none whose deadline would be too close by then', () => {
  const daily = mailbox({ reminders: 'daily' });
  const waiting = noticeKinds.filter((kind) => bundleOf(notice({ kind }), daily, now));
  expect(waiting).toEqual(['nearly-due']);
  expect(bundleOf(notice(), daily, now)).toEqual({
    kind: 'daily',
    about: '2026-11-24',
    sendAt: Date.UTC(2026, 10, 24, 13, 0),
  });
  const morning = Date.UTC(2026, 10, 24, 13, 0);
  expect(bundleOf(notice({ dueAt: morning + HOUR }), daily, now)).toBeUndefined();
  expect(bundleOf(notice({ dueAt: morning + HOUR + 1 }), daily, now)).toBeDefined();
  expect(bundleOf(notice(), mailbox(), now)).toBeUndefined();
});

test('what is late or needs somebody today never waits for others of its group', () => {
  const waiting = noticeKinds.filter((kind) =>
    bundleOf(notice({ kind, operation: 'bus' }), mailbox(), now),
  );
  expect(waiting).toEqual([
    ...['opened', 'nearly-due', 'withdrawn', 'suspended', 'resumed', 'shared', 'ended'],
  ]);
  const of = (change: Partial<ClaimedNotice>, to = mailbox()) =>
    bundleOf(notice({ kind: 'opened', operation: 'bus', ...change }), to, now);
  expect(of({})).toMatchObject({ kind: 'operation', about: 'bus', sendAt: now + 60_000 });
  expect(of({ dueAt: now + 20 * 60_000 })).toBeUndefined();
  expect(of({ level: 'supervisor' })).toBeUndefined();
  expect(of({ operation: null })).toBeUndefined();
  expect(of({}, mailbox({}, 'somebody'))).toBeUndefined();
  expect(of({}, mailbox({ together: false }))).toBeUndefined();
});

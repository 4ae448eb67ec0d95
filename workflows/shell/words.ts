import type { NoticeNote, OpenNote, PendingEffect } from '../../protocols/messages.js';

/** The engine shows summaries on one line and refuses long ones. */
const LONGEST_SUMMARY = 250;

/** An instant to the minute, e.g. `2026-12-03T14:00Z`. */
export function minuteOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** What an effect is, in codes and times. */
export function summaryOf(effect: PendingEffect): string {
  const text = wordsOf(effect);
  return text.length <= LONGEST_SUMMARY ? text : `${text.slice(0, LONGEST_SUMMARY - 3)}...`;
}

function wordsOf(effect: PendingEffect): string {
  switch (effect.kind) {
    case 'release':
      return `release ${effect.share} to ${effect.to}`;
    case 'tell-operation':
      return `lines of operation ${effect.operation}`;
    case 'call-off-seats':
      return 'call off seats that no longer stand';
    case 'notices':
      return effect.acts.flatMap((act) => act.notices.map(noticeWords)).join('; ');
  }
}

function noticeWords({ institution, level, kind, step, dueAt }: NoticeNote): string {
  const to = level === 'institution' ? institution : `${institution} (${level})`;
  return `notice to ${to}: ${kind}${step ? ` ${step}` : ''}${due(dueAt)}`;
}

/** One open step, e.g. `individual-screening: mx-inm, due 2026-12-03T14:00Z`. */
export function openWords({ step, institution, dueAt, suspended }: OpenNote): string {
  return `${step}: ${institution}${suspended ? ', suspended' : ''}${due(dueAt)}`;
}

function due(at: number | undefined): string {
  return at === undefined ? '' : `, due ${minuteOf(at)}`;
}

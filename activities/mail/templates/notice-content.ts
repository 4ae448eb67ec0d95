import type { NoticeLanguage, NoticeMail } from '../notice-mail.js';
import { formatDue, formatDueShort } from './format-due.js';
import { oneLine } from './one-line.js';
import type { NoticeTone, NoticeWords } from './words.js';
import { wordsEn } from './words-en.js';
import { wordsEs } from './words-es.js';

/** A notice in words; both layouts are drawn from it, so that they cannot differ. */
export interface NoticeContent {
  language: NoticeLanguage;
  tone: NoticeTone;
  subject: string;
  heading: string;
  greeting: string;
  /** What to do. Deadline and link follow at once: mail is read on phones, and seldom to its end. */
  paragraphs: readonly string[];
  due?: { label: string; moment: string };
  /** Shown as a list. */
  lines?: readonly string[];
  /** What is only good to know. */
  notes: readonly string[];
  reference?: { label: string; value: string };
  link: { label: string; addressLabel: string; href: string };
  footer: readonly string[];
}

/** Every sentence of the notices. */
export const NOTICE_WORDS: Record<NoticeLanguage, NoticeWords> = { es: wordsEs, en: wordsEn };

/** Puts a notice in words. Throws `RangeError` on a link that is not an absolute http(s) address. */
export function noticeContent(mail: NoticeMail): NoticeContent {
  const { language, level } = mail;
  const common = NOTICE_WORDS[language];
  const kind = common.kinds[mail.kind];
  const reference = oneLine(mail.reference);
  const due = kind.due && mail.dueAt !== undefined ? dueOf(mail, kind.due, mail.dueAt) : undefined;
  const [act, ...more] = kind.body;
  const shortDue = due ? `, ${common.subjectDue} ${due.short}` : '';
  return {
    language,
    tone: kind.tone,
    subject: `${kind.subject}${shortDue} - ${reference}`,
    heading: kind.subject,
    greeting: `${oneLine(mail.institutionName)}:`,
    paragraphs: [act],
    notes: [
      ...more,
      ...(due && kind.ifSilent ? [kind.ifSilent] : []),
      ...(mail.calendar ? [common.calendar] : []),
      ...(level ? [common.levels[level]] : []),
    ],
    due: due && { label: due.label, moment: due.moment },
    reference: { label: common.reference, value: reference },
    link: { label: kind.link, addressLabel: common.address, href: webAddress(mail.link) },
    footer: common.footer,
  };
}

function dueOf({ timeZone, zoneName, language }: NoticeMail, label: string, dueAt: number) {
  return {
    label,
    moment: `${formatDue(dueAt, timeZone, language)} (${oneLine(zoneName[language])})`,
    short: formatDueShort(dueAt, timeZone, language),
  };
}

/** The address as it is shown and followed. Throws `RangeError` on one that is not absolute http(s). */
export function webAddress(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new RangeError('The link of a notice must be an absolute http or https address');
  }
  return url.href;
}

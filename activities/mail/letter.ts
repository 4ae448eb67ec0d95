import type { MailKind } from '../../db/schema/mails.js';
import type { NoticeKind, NoticeLanguage } from './notice-mail.js';

/** A line of a mail that puts several notices together. */
export interface LetterLine {
  readonly kind: NoticeKind;
  readonly reference: string;
  /** Epoch milliseconds; shown where the kind has a deadline that counts. */
  readonly dueAt?: number;
}

/**
 * All that a mail which no single notice stands for may know. As in a notice there is no field for a person, a protocol
 * or a step; `lines` are references of notices.
 */
export interface Letter {
  readonly kind: MailKind;
  readonly language: NoticeLanguage;
  /** IANA zone of the institution. */
  readonly timeZone: string;
  readonly zoneName: { es: string; en: string };
  readonly institutionName: string;
  /** Absolute http(s) address of a page that shows and never acts. */
  readonly link: string;
  /** Of the notice it is about: the one that bounced, or the one a calendar entry came with. */
  readonly reference?: string;
  /** The new deadline of a calendar entry; absent where the entry is to go. */
  readonly dueAt?: number;
  readonly lines?: readonly LetterLine[];
}

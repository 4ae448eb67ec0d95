import type { NoticeKind, NoticeLevel } from '../notice-mail.js';

/** Every sentence of the notices in one language. */
export interface NoticeWords {
  kinds: Record<NoticeKind, KindWords>;
  levels: Record<NoticeLevel, string>;
  /** That a calendar file goes with the notice. */
  calendar: string;
  /** Stands between the subject and the short date. */
  subjectDue: string;
  reference: string;
  address: string;
  footer: readonly string[];
}

/** The words of one kind of notice. */
export interface KindWords {
  /** Urgent kinds begin with the word that says so. */
  subject: string;
  /** What to do, in one sentence; whatever else there is to know stands below the link. */
  body: readonly [string, ...string[]];
  /** Label of the deadline; a kind without it shows none, since none counts then. */
  due?: string;
  link: string;
  /** Where it says what silence means, while the deadline is still ahead. */
  ifSilent?: string;
  tone: NoticeTone;
}

/** How the notice looks; the words alone already say it. */
export type NoticeTone = 'neutral' | 'soon' | 'late' | 'stop';

/** What a notice can be about. */
export const noticeKinds = [
  'opened',
  'reassigned',
  'nearly-due',
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
  'ended',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export const noticeLanguages = ['es', 'en'] as const;

export type NoticeLanguage = (typeof noticeLanguages)[number];

/** In which capacity the recipient is told; see the escalation chain of a deadline. */
export const noticeLevels = [
  'institution',
  'supervisor',
  'lead-technical',
  'lead-political',
  'monitor',
] as const;

export type NoticeLevel = (typeof noticeLevels)[number];

/**
 * All that a notice may know. There is no field for a person, a protocol or a step, because the
 * name of either can reveal a child or a victim of trafficking, and mail passes through many hands.
 */
export interface NoticeMail {
  kind: NoticeKind;
  language: NoticeLanguage;
  /** Random for each message, such as `R-7F3K-91`; it says nothing about the case. */
  reference: string;
  /** Epoch milliseconds; shown only where the kind has a deadline that counts. */
  dueAt?: number;
  /** IANA zone of the institution that is written to. */
  timeZone: string;
  /** The zone in our own words, complete: `hora de Guatemala`, `Guatemala time`. */
  zoneName: { es: string; en: string };
  /** Absolute http(s) address of a page that shows and never acts. */
  link: string;
  institutionName: string;
  level?: NoticeLevel;
  /** The deadline goes with it as a calendar file. */
  calendar?: true;
}

/** A notice ready to send: `text` and `html` say the same. */
export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

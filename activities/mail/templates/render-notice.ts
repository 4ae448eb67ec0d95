import type { NoticeMail, RenderedMail } from '../notice-mail.js';
import { htmlLayout } from './html-layout.js';
import { type NoticeContent, noticeContent } from './notice-content.js';
import { textLayout } from './text-layout.js';

/**
 * Turns a notice into subject, text and HTML. Pure: the same notice always reads the same, so a
 * repeated mail is the same mail. Throws `RangeError` on an unknown zone or a link that is not web.
 */
export function renderNotice(mail: NoticeMail): RenderedMail {
  return renderContent(noticeContent(mail));
}

/** Subject, text and HTML of what is to be said; text and HTML say the same. */
export function renderContent(content: NoticeContent): RenderedMail {
  return { subject: content.subject, text: textLayout(content), html: htmlLayout(content) };
}

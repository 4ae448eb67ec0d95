import type { NoticeContent } from './notice-content.js';

/** The notice as plain text. The address stands alone on its line so that it can be selected. */
export function textLayout(notice: NoticeContent): string {
  const { due, lines = [], reference, link } = notice;
  return [
    notice.heading,
    notice.greeting,
    ...notice.paragraphs,
    due && `${due.label}: ${due.moment}`,
    `${link.label}\n${link.addressLabel}\n${link.href}`,
    lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : undefined,
    ...notice.notes,
    reference && `${reference.label}: ${reference.value}`,
    `--\n${notice.footer.join('\n')}`,
  ]
    .filter((block) => block !== undefined)
    .join('\n\n')
    .concat('\n');
}

import { escapeHtml } from '../../../platform/mail/escape-html.js';
import type { NoticeContent } from './notice-content.js';
import type { NoticeTone } from './words.js';

const tones: Record<NoticeTone, { ink: string; paper: string; bar: string }> = {
  neutral: { ink: '#16202A', paper: '#E9EDF5', bar: '#12506B' },
  soon: { ink: '#5C4A00', paper: '#FFF8D6', bar: '#8A7000' },
  late: { ink: '#8E1B1B', paper: '#FBE6E4', bar: '#B3261E' },
  stop: { ink: '#8E1B1B', paper: '#FBE6E4', bar: '#B3261E' },
};

const fonts = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";
const small = 'margin: 0 0 8px; font-size: 15px; color: #44525F;';

/**
 * The notice as HTML: one column, styles inline, no table, picture or anything from elsewhere, and
 * one link. Mail programs drop what they do not know, so it reads well without any style too.
 */
export function htmlLayout(notice: NoticeContent): string {
  const { due, lines = [], reference, link } = notice;
  const tone = tones[notice.tone];
  return `<!doctype html>
<html lang="${notice.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(notice.subject)}</title>
</head>
<body style="margin: 0; padding: 0; background: #F4F6F8; color: #16202A; font: 17px/1.5 ${fonts};">
<div role="article" lang="${notice.language}" style="max-width: 36em; margin: 0 auto; padding: 16px;">
<div style="padding: 24px 20px; background: #FFFFFF; border: 1px solid #7A8794; border-top: 6px solid ${tone.bar}; border-radius: 4px; overflow-wrap: anywhere;">
<h1 style="margin: 0 0 16px; font-size: 26px; line-height: 1.25; color: ${tone.ink};">${escapeHtml(notice.heading)}</h1>
<p style="margin: 0 0 12px;">${escapeHtml(notice.greeting)}</p>
${paragraphs(notice.paragraphs)}
${due ? dueBlock(due, tone) : ''}
<p style="margin: 24px 0;"><a href="${escapeHtml(link.href)}" style="display: inline-block; padding: 12px 20px; background: #12506B; color: #FFFFFF; border-radius: 4px; font-weight: bold;">${escapeHtml(link.label)}</a></p>
<p style="${small} margin-bottom: 20px;">${escapeHtml(link.addressLabel)}<br>${escapeHtml(link.href)}</p>
${lines.length > 0 ? list(lines) : ''}
${paragraphs(notice.notes)}
${reference ? `<p style="margin: 0; font-size: 15px; color: #44525F;">${escapeHtml(reference.label)}: ${escapeHtml(reference.value)}</p>` : ''}
</div>
<div style="padding: 16px 20px 8px;">
${notice.footer.map((line) => `<p style="${small}">${escapeHtml(line)}</p>`).join('\n')}
</div>
</div>
</body>
</html>
`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p style="margin: 0 0 12px;">${escapeHtml(text)}</p>`).join('\n');
}

function list(lines: readonly string[]): string {
  const items = lines.map((line) => `<li style="margin: 0 0 8px;">${escapeHtml(line)}</li>`);
  return `<ul style="margin: 0 0 12px; padding-left: 24px;">${items.join('')}</ul>`;
}

function dueBlock(
  due: NonNullable<NoticeContent['due']>,
  tone: { ink: string; paper: string; bar: string },
): string {
  const style = `margin: 16px 0; padding: 12px 16px; background: ${tone.paper}; color: ${tone.ink}; border-left: 6px solid ${tone.bar};`;
  return `<p style="${style}">${escapeHtml(due.label)}: <strong>${escapeHtml(due.moment)}</strong></p>`;
}

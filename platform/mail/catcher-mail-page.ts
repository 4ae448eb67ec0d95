import { catcherLayout, type PageContext, timeTag, withLanguage } from './catcher-layout.js';
import { catcherWords } from './catcher-words.js';
import { escapeHtml } from './escape-html.js';
import type { CaughtMail } from './mail-store.js';

/** One caught mail: its text with links to follow, its HTML in a locked frame, its headers. */
export function catcherMailPage(context: PageContext, mail: CaughtMail): string {
  const words = catcherWords[context.language];
  const subject = mail.subject || words.noSubject;
  const headers = mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n');
  const content = `${backLink(context)}
<h1>${escapeHtml(subject)}</h1>
<dl>
<dt>${words.from}</dt><dd>${escapeHtml(mail.from)}</dd>
<dt>${words.to}</dt><dd>${escapeHtml(mail.to.join(', '))}</dd>
<dt>${words.received}</dt><dd>${timeTag(mail.receivedAt, context)}</dd>
</dl>
<h2>${words.text}</h2>
<pre>${withLinks(mail.text)}</pre>
${mail.html ? htmlFrame(context, mail) : ''}
<details><summary>${words.headers}</summary><pre>${escapeHtml(headers)}</pre></details>`;
  return catcherLayout(context, subject, content);
}

/** What is said when the mail asked for is not there. */
export function catcherMissingPage(context: PageContext): string {
  const words = catcherWords[context.language];
  return catcherLayout(
    context,
    words.missing,
    `<h1>${words.missing}</h1><p>${words.missingHint}</p>${backLink(context)}`,
  );
}

function backLink(context: PageContext): string {
  const href = withLanguage(context.prefix, context.language);
  return `<p class="link"><a href="${escapeHtml(href)}">${catcherWords[context.language].back}</a></p>`;
}

function htmlFrame(context: PageContext, mail: CaughtMail): string {
  const words = catcherWords[context.language];
  return `<h2>${words.html}</h2>
<p class="hint">${words.htmlHint}</p>
<iframe sandbox src="${escapeHtml(`${context.prefix}/${mail.id}/html`)}" title="${words.html}"></iframe>`;
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => {
      const shown = escapeHtml(part);
      return index % 2 === 0 ? shown : `<a href="${shown}" rel="noreferrer">${shown}</a>`;
    })
    .join('');
}

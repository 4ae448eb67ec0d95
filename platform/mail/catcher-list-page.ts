import { catcherLayout, type PageContext, timeTag, withLanguage } from './catcher-layout.js';
import { catcherWords } from './catcher-words.js';
import { escapeHtml } from './escape-html.js';
import type { CaughtMailPage, CaughtMailSummary } from './mail-store.js';

export const pageSize = 25;

/** The caught mails, newest first; `to` is the filter as typed and `page` counts from 1. */
export function catcherListPage(
  context: PageContext,
  { mails, total }: CaughtMailPage,
  to: string,
  page: number,
): string {
  const words = catcherWords[context.language];
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const content = `<h1>${words.list}</h1>
<form method="get" action="${escapeHtml(context.prefix)}" role="search">
<label for="to">${words.filter}</label>
<p class="hint" id="to-hint">${words.filterHint}</p>
<div><input id="to" name="to" type="search" autocomplete="off" spellcheck="false" aria-describedby="to-hint" value="${escapeHtml(to)}">
${context.language === 'en' ? '<input type="hidden" name="lang" value="en">' : ''}
<button type="submit">${words.search}</button></div>
</form>
${to ? `<p class="link"><a href="${escapeHtml(withLanguage(context.prefix, context.language))}">${words.all}</a></p>` : ''}
<h2>${words.count(total)}</h2>
${mails.length > 0 ? `<ol>${mails.map((mail) => item(context, mail)).join('\n')}</ol>` : `<p>${to ? words.emptyFiltered : words.empty}</p>`}
${pages > 1 ? pager(context, to, page, pages) : ''}`;
  return catcherLayout(context, words.title, content);
}

function item(context: PageContext, mail: CaughtMailSummary): string {
  const words = catcherWords[context.language];
  const href = withLanguage(`${context.prefix}/${mail.id}`, context.language);
  return `<li><a href="${escapeHtml(href)}">${escapeHtml(mail.subject || words.noSubject)}</a>
<p>${words.to}: ${escapeHtml(mail.to.join(', '))}</p>
<p>${timeTag(mail.receivedAt, context)}</p></li>`;
}

function pager(context: PageContext, to: string, page: number, pages: number): string {
  const words = catcherWords[context.language];
  const link = (target: number, label: string, rel: string) => {
    const query = new URLSearchParams({ ...(to && { to }), page: String(target) });
    const href = withLanguage(`${context.prefix}?${query}`, context.language);
    return `<a href="${escapeHtml(href)}" rel="${rel}">${label}</a>`;
  };
  return `<nav aria-label="${words.page(page, pages)}">
${page > 1 ? link(page - 1, words.newer, 'prev') : ''}
<span>${words.page(page, pages)}</span>
${page < pages ? link(page + 1, words.older, 'next') : ''}
</nav>`;
}

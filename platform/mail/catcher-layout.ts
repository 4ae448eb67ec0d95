import { createHash } from 'node:crypto';
import { catcherWords, type PageLanguage } from './catcher-words.js';
import { escapeHtml } from './escape-html.js';

/** Where the pages are and who reads them. */
export interface PageContext {
  /** Path the pages hang under, such as `/correo`. */
  prefix: string;
  language: PageLanguage;
  /** IANA zone in which times are shown. */
  timeZone: string;
  /** Path and query of this page without its language. */
  here: string;
}

const styles = `
*{box-sizing:border-box}
body{margin:0;background:#F4F6F8;color:#16202A;font:17px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",
"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
header{background:#0B3A4F;color:#fff}
header div,main{max-width:1088px;margin:0 auto;padding:12px 16px}
header div{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;justify-content:space-between}
header a{color:#fff;padding:10px 0}
header strong{font-size:20px}
h1{font-size:26px;line-height:1.25;margin:24px 0 16px}
h2{font-size:20px;margin:32px 0 8px}
a{color:#0B5C8A}
a:visited{color:#5A3E91}
header a:visited{color:#fff}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,pre:focus-visible,
iframe:focus-visible{outline:3px solid #16202A;outline-offset:2px;box-shadow:0 0 0 8px #FFC83D}
.notice{background:#E9EDF5;color:#33415C;border-left:6px solid #5B6B8C;padding:12px 16px;margin:16px 0}
label{display:block;font-weight:bold}
.hint{color:#44525F;font-size:15px;margin:0 0 4px}
form div{display:flex;flex-wrap:wrap;gap:12px}
input{flex:1 1 200px;max-width:544px;min-height:44px;padding:8px 12px;font:inherit;border:1px solid #44525F;
border-radius:4px;background:#fff;color:inherit}
button{min-height:44px;padding:8px 20px;font:inherit;font-weight:bold;color:#fff;background:#12506B;
border:0;border-radius:4px}
ol{list-style:none;padding:0;margin:16px 0;background:#fff;border:1px solid #7A8794;border-radius:4px}
ol li{padding:12px 16px;border-top:1px solid #B9D5E0}
ol li:first-child{border-top:0}
ol a{display:inline-block;padding:4px 0;font-weight:bold}
ol p{margin:0;font-size:15px;color:#44525F;font-variant-numeric:tabular-nums}
nav{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:center}
p.link{margin:0}
nav a,p.link a{display:inline-block;padding:10px 0}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:16px 0}
dt{font-weight:bold}
dd{margin:0}
pre{margin:0;padding:16px;background:#fff;border:1px solid #7A8794;border-radius:4px;white-space:pre-wrap;
font:inherit}
details pre{font:15px/1.5 ui-monospace,monospace}
summary{padding:10px 0;font-size:20px;font-weight:bold}
iframe{display:block;width:100%;height:42em;border:1px solid #7A8794;border-radius:4px;background:#fff}
@media(max-width:480px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}
`;

/** Nothing may be loaded or run but this one style sheet; frames come from the catcher itself. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A caught mail is somebody else's HTML: it may bring its own styles and nothing else. */
export const framePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; " +
  "frame-ancestors 'self'; sandbox";

/** A whole page around `content`, which must already be HTML. */
export function catcherLayout(context: PageContext, title: string, content: string): string {
  const words = catcherWords[context.language];
  const other: PageLanguage = context.language === 'es' ? 'en' : 'es';
  const otherHref = withLanguage(context.here, other);
  return `<!doctype html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Retorno</title>
<style>${styles}</style>
</head>
<body>
<header><div><strong>${words.title}</strong>
<a href="${escapeHtml(otherHref)}" lang="${other}" hreflang="${other}">${words.other}</a></div></header>
<main>
<p class="notice">${words.notice}</p>
${content}
</main>
</body>
</html>
`;
}

/** The path with the language in its query; Spanish, the default, needs none. */
export function withLanguage(pathAndQuery: string, language: PageLanguage): string {
  if (language === 'es') return pathAndQuery;
  return `${pathAndQuery}${pathAndQuery.includes('?') ? '&' : '?'}lang=${language}`;
}

/** An instant on the 24-hour clock with its zone, ready for HTML. */
export function timeTag(at: number, { language, timeZone }: PageContext): string {
  const shown = new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  const zone = timeZone === 'UTC' ? 'UTC' : timeZone.replaceAll('_', ' ');
  return `<time datetime="${new Date(at).toISOString()}">${escapeHtml(`${shown} (${zone})`)}</time>`;
}

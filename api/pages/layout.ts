import { createHash } from 'node:crypto';
import type { Language } from '../language.js';
import { type Html, html } from './html.js';
import { styles } from './styles.js';

/** Nothing may be loaded or run but the one style sheet; forms go to this server only. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const OTHER = {
  es: { language: 'en', name: 'English', home: '/' },
  en: { language: 'es', name: 'Español', home: '/?lang=en' },
} as const;

const STYLE: Html = { ready: `<style>${styles}</style>` };

/** A whole page. The link to the other language is relative, so that no page repeats its own address. */
export function layout(language: Language, title: string, content: Html): string {
  const other = OTHER[language];
  const { ready } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title === 'Retorno' ? title : `${title} – Retorno`}</title>
${STYLE}
</head>
<body>
<header><div><a class="brand" href="${other.home}">Retorno</a>
<a href="?lang=${other.language}" lang="${other.language}" hreflang="${other.language}">${other.name}</a></div></header>
<main>
${content}
</main>
</body>
</html>
`;
  return ready;
}

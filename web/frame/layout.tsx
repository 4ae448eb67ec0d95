import type { ComponentChildren } from 'preact';
import type { Language } from '../../api/language.js';
import { momentOf } from '../../api/views/due-view.js';
import type { Session } from '../../db/queries/sessions.js';
import { LanguageOfPage } from '../components/language.js';
import { SkipTo } from '../components/skip-to.js';
import { assetAt } from './assets.js';
import { FORM_KEY } from './form-key.js';
import { NAVIGATION } from './navigation.js';
import { FRAME, ROLE_NAMES } from './words.js';

/** What the frame knows of who looks at the page. */
export interface Viewer {
  readonly session: Session;
  /** The present by the clock deadlines go by, which is not this machine's. Epoch milliseconds. */
  readonly now: number;
  readonly institutionName: string;
  readonly formKey: string;
  /** Under which the browser keeps what is not saved yet; see `draft-key.ts`. */
  readonly draftKey: string;
}

export interface LayoutProps {
  readonly language: Language;
  /** Heading of the tab, without the service. */
  readonly title: string;
  /** Address of this page, for the link to the other language and the current entry of the menu. */
  readonly url: string;
  readonly viewer?: Viewer;
  readonly children: ComponentChildren;
}

/** The whole document around a page. */
export function Layout({ language, title, url, viewer, children }: LayoutProps) {
  const words = FRAME[language];
  return (
    <html
      lang={language}
      class="govuk-template"
      data-now={viewer?.now}
      data-zone={viewer?.session.timeZone}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="theme-color" content="#0B3A4F" />
        {viewer && <meta name="rt-llave" content={viewer.draftKey} />}
        <title>{`${title} – ${words.service}`}</title>
        <link rel="icon" type="image/svg+xml" href={assetAt('icon.svg')} />
        <link rel="stylesheet" href={assetAt('app.css')} />
        <script type="module" src={assetAt('app.js')} />
      </head>
      <body class="govuk-template__body">
        <SkipTo to="contenido" text={words.skip} />
        <p class="rt-print-only">{printedAs(language, viewer)}</p>
        <Header language={language} url={url} viewer={viewer} />
        {viewer && <Menu language={language} url={url} viewer={viewer} />}
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="contenido">
            <LanguageOfPage.Provider value={language}>{children}</LanguageOfPage.Provider>
          </main>
        </div>
        <Footer language={language} />
      </body>
    </html>
  );
}

function Header({ language, url, viewer }: Pick<LayoutProps, 'language' | 'url' | 'viewer'>) {
  const words = FRAME[language];
  const other = language === 'es' ? 'en' : 'es';
  return (
    <header class="rt-header">
      <div class="govuk-width-container rt-header__inside">
        <a class="rt-header__brand" href="/">
          {words.service}
        </a>
        {viewer && (
          <span class="rt-header__place">
            {`${viewer.institutionName} · ${ROLE_NAMES[language][viewer.session.role]}`}
          </span>
        )}
        <a
          class="rt-header__language"
          href={`/idioma/${other}?a=${encodeURIComponent(url)}`}
          lang={other}
          hreflang={other}
        >
          {words.other}
        </a>
      </div>
    </header>
  );
}

/** What stands on top of every sheet of paper: whose page it was and when. */
function printedAs(language: Language, viewer: Viewer | undefined): string {
  const timeZone = viewer?.session.timeZone ?? 'UTC';
  const moment = momentOf(viewer?.now ?? Date.now(), timeZone, language);
  return [FRAME[language].service, viewer?.institutionName, moment].filter(Boolean).join(' · ');
}

/** What everybody may read; the place for whoever is lost. */
function Footer({ language }: Pick<LayoutProps, 'language'>) {
  const words = FRAME[language];
  const links = [
    ['/ayuda', words.help],
    ['/privacidad', words.privacy],
    ['/accesibilidad', words.accessibility],
  ];
  return (
    <footer class="rt-footer">
      <ul class="govuk-width-container rt-footer__links">
        {links.map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  );
}

function Menu({ language, url, viewer }: { language: Language; url: string; viewer: Viewer }) {
  const words = FRAME[language];
  const path = url.split('?')[0] ?? '/';
  const entries = [
    ...NAVIGATION[viewer.session.role].filter(({ href }) => href !== '/cuenta'),
    { href: '/cuenta', title: { es: FRAME.es.account, en: FRAME.en.account } },
  ];
  return (
    <nav class="rt-menu" aria-label={words.menu}>
      <div class="govuk-width-container rt-menu__inside">
        {entries.map(({ href, title }) => {
          const inside = path === href || path.startsWith(`${href}/`);
          return (
            <a href={href} aria-current={path === href ? 'page' : inside ? 'true' : undefined}>
              {title[language]}
            </a>
          );
        })}
        <form method="post" action="/salir">
          <input type="hidden" name={FORM_KEY} value={viewer.formKey} />
          <button type="submit" class="rt-menu__leave">
            {words.signOut}
          </button>
        </form>
      </div>
    </nav>
  );
}

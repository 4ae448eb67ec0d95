/// <reference lib="dom" />
import { eraseCopies } from './local-copy.js';
import { announce, language } from './page.js';

/** A second press within this time is the same press; after it, a retry. */
const SAME_PRESS = 3_000;
const WORDS = {
  es: 'Todavía no se ha enviado: no hay conexión. Inténtelo cuando vuelva',
  en: 'Not sent yet: there is no connection. Try again when it is back',
};

/** Keeps a double press from sending twice, says when a form could not leave, erases local copies on signing out. */
export function watchSending(): void {
  let last = { form: undefined as HTMLFormElement | undefined, at: 0 };
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'post') return;
    if (!navigator.onLine) {
      event.preventDefault();
      announce(WORDS[language]);
      document.querySelector('.rt-status')?.scrollIntoView({ block: 'center' });
      return;
    }
    if (last.form === form && Date.now() - last.at < SAME_PRESS) return event.preventDefault();
    last = { form, at: Date.now() };
    if (new URL(form.action).pathname === '/salir') eraseCopies('all');
  });
  // Back from the next page, or a page kept in memory: it may be sent again at once.
  window.addEventListener('pageshow', () => {
    last = { form: undefined, at: 0 };
  });
}

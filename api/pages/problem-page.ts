import type { Language } from '../language.js';
import { html } from './html.js';
import { layout } from './layout.js';

const WORDS = {
  es: {
    title: 'Error: no se pudo mostrar la página',
    heading: 'No se pudo mostrar la página',
    unreadable: 'Vuelva atrás y abra otra vez el enlace del aviso.',
  },
  en: {
    title: 'Error: the page could not be shown',
    heading: 'The page could not be shown',
    unreadable: 'Go back and open the link of the notice again.',
  },
} as const;

/** A page for an error; `sentence` says what the reader can do. */
export function problemPage(language: Language, sentence: string | undefined): string {
  const words = WORDS[language];
  const content = html`<h1>${words.heading}</h1>
<p>${sentence ?? words.unreadable}</p>`;
  return layout(language, words.title, content);
}

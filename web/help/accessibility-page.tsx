import type { Language } from '../../api/language.js';
import type { Reader } from '../frame/open-routes.js';
import type { Shown } from '../frame/visit.js';
import { type Article, articlePage } from './article.js';

/** What is promised and what is known to fall short; each promise has its test in `test/web`. */
const WORDS: Readonly<Record<Language, Article>> = {
  es: {
    title: 'Declaración de accesibilidad',
    intro:
      'Estas páginas se hacen para que todas las personas que atienden un caso puedan usarlas, también con teclado, lector de pantalla, letra grande o una conexión lenta.',
    parts: [
      {
        title: 'Qué puede hacer',
        list: [
          'usar todo con el teclado y ver siempre dónde está el foco',
          'ampliar el texto hasta 400 % sin mover la página de lado',
          'cambiar el espacio entre letras, palabras y líneas sin perder texto',
          'usar los colores de su sistema, con alto contraste o en blanco y negro',
          'trabajar sin JavaScript; solo faltan el guardado automático y las horas que se actualizan solas',
          'leer cada plazo en palabras: el color solo lo repite',
          'leer todo en español o en inglés',
        ],
      },
      {
        title: 'Norma que se sigue',
        text: [
          'Pautas de accesibilidad para el contenido web (WCAG) 2.2, nivel AA. Cada versión se revisa con un programa en todas las páginas, en cuatro tamaños y en los dos idiomas, y no se publica si encuentra una falta.',
        ],
      },
      {
        title: 'Qué falta',
        list: [
          'Un programa no encuentra todas las faltas. Todavía no se ha probado con personas que usan lector de pantalla.',
          'Los documentos que otra institución adjunta se muestran como llegaron.',
          'Los textos legales se citan con sus palabras, que no siempre son sencillas.',
        ],
      },
      {
        title: 'Si algo no le funciona',
        text: [
          'Dígalo a quien administra el servicio en su institución: qué quería hacer, en qué página y con qué equipo. Mientras se arregla, puede pedir la misma información en papel o por teléfono.',
        ],
      },
    ],
  },
  en: {
    title: 'Accessibility statement',
    intro:
      'These pages are made so that everybody who works on a case can use them, also with a keyboard, a screen reader, large text or a slow connection.',
    parts: [
      {
        title: 'What you can do',
        list: [
          'use everything with the keyboard and always see where the focus is',
          'enlarge text up to 400% without moving the page sideways',
          'change the space between letters, words and lines without losing text',
          "use your system's colours, with high contrast or in black and white",
          'work without JavaScript; only automatic saving and times that update themselves are missing',
          'read every deadline in words: colour only repeats them',
          'read everything in Spanish or in English',
        ],
      },
      {
        title: 'The standard we follow',
        text: [
          'Web Content Accessibility Guidelines (WCAG) 2.2, level AA. A program checks every page of each version, at four sizes and in both languages, and a version with a failure is not published.',
        ],
      },
      {
        title: 'What is missing',
        list: [
          'A program does not find every failure. The pages have not been tested yet with people who use a screen reader.',
          'Documents another institution attached are shown as they came.',
          'Legal texts are quoted in their own words, which are not always plain.',
        ],
      },
      {
        title: 'If something does not work for you',
        text: [
          'Tell whoever administers the service in your institution: what you wanted to do, on which page and with which equipment. Until it is mended you can ask for the same information on paper or by telephone.',
        ],
      },
    ],
  },
};

/** What these pages promise to people who cannot use every page, and what is known to be missing. */
export function accessibilityPage({ language }: Reader): Shown {
  return articlePage(WORDS[language]);
}

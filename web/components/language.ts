import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../api/language.js';

/** Language of the page being made; the frame gives it, so that components need not be told one by one. */
export const LanguageOfPage = createContext<Language>('es');

/** The entry of a component's words for the language of the page. */
export function useWords<Words>(all: Readonly<Record<Language, Words>>): Words {
  return all[useContext(LanguageOfPage)];
}

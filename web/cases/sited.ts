import type { Language } from '../../api/language.js';
import { institutionIn } from '../../api/views/words.js';
import type { Institution } from '../../db/queries/institutions.js';
import type { Directory } from '../../door/directory.js';
import { sitsAbroad } from '../../protocols/language/corridor.js';

/** What is said of consulates and ministries, whose State is not where they sit. */
export const SITED = {
  es: {
    of: (country: string, state: string) => `en ${country}, de ${state}`,
    unsaid: (country: string) => `en ${country}, sin Estado registrado`,
    unsure: 'Consulado o cancillería por confirmar',
    hint: 'El directorio no dice que sea del Estado de esa función, y lo que recibe lo recibe su Estado. Confirme con la institución de qué Estado es, o elija otra; quien administra registra el Estado en el directorio.',
  },
  en: {
    of: (country: string, state: string) => `in ${country}, of ${state}`,
    unsaid: (country: string) => `in ${country}, State not entered`,
    unsure: 'Consulate or ministry to be confirmed',
    hint: 'The directory does not say that it is of the State of that role, and what it receives its State receives. Confirm with the institution of which State it is, or choose another; an administrator enters the State in the directory.',
  },
} as const;

/** An institution as one chooses it: its name, where it sits and, of consulates and ministries, of which State it is. */
export function choiceOf(institution: Institution, directory: Directory, language: Language) {
  const { id, country, ofState } = institution;
  const words = SITED[language];
  const place = !sitsAbroad(institution)
    ? country
    : ofState
      ? words.of(country, ofState)
      : words.unsaid(country);
  return { value: id, label: `${institutionIn(directory, id, language).title} (${place})` };
}

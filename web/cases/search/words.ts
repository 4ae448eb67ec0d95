import type { SearchPurpose } from '../../../api/runs/search-document.js';

interface Words {
  readonly title: string;
  readonly link: string;
  readonly back: string;
  readonly about: string;
  readonly number: string;
  readonly numberHint: string;
  readonly purpose: string;
  readonly purposes: Readonly<Record<SearchPurpose, string>>;
  readonly writeNumber: string;
  readonly choosePurpose: string;
  readonly search: string;
  readonly tooMany: string;
  readonly nothing: string;
  readonly yours: (key: string) => string;
  readonly askThere: (institution: string) => string;
}

export const SEARCH: Readonly<Record<'es' | 'en', Words>> = {
  es: {
    title: 'Buscar un caso por número de documento',
    link: 'Buscar si la persona ya tiene un caso',
    back: 'Casos',
    about:
      'Solo el número exacto. Cada búsqueda queda registrada y la persona puede saber que se hizo.',
    number: 'Número de documento',
    numberHint: 'No importan mayúsculas, espacios ni guiones',
    purpose: 'Para qué lo busca',
    purposes: {
      'before-start': 'Antes de iniciar un caso, para no abrir otro',
      'hand-over': 'Para entregar a la persona a quien conduce su caso',
      protection: 'Para protegerla',
    },
    writeNumber: 'Escriba el número de documento, de 80 caracteres como máximo',
    choosePurpose: 'Seleccione para qué lo busca',
    search: 'Buscar',
    tooMany: 'Se buscó demasiadas veces. Intente más tarde',
    nothing:
      'No hay nada que informarle. Esto no quiere decir que la persona no tenga un caso: puede estar con otro número, haber terminado, o ser de los que no se le pueden informar.',
    yours: (key) => `Caso ${key}`,
    askThere: (institution) => `Hay un caso abierto. Pregunte a ${institution}.`,
  },
  en: {
    title: 'Look for a case by document number',
    link: 'Look whether the person has a case already',
    back: 'Cases',
    about: 'Only the exact number. Every search is recorded, and the person can learn of it.',
    number: 'Document number',
    numberHint: 'Capitals, spaces and hyphens make no difference',
    purpose: 'What you search it for',
    purposes: {
      'before-start': 'Before a case is started, not to open another',
      'hand-over': 'To hand the person over to who leads their case',
      protection: 'To protect the person',
    },
    writeNumber: 'Write the document number, of at most 80 characters',
    choosePurpose: 'Select what you search it for',
    search: 'Search',
    tooMany: 'There were too many searches. Try again later',
    nothing:
      'There is nothing to tell you. This does not mean that the person has no case: it may be under another number, have ended, or be one you cannot be told of.',
    yours: (key) => `Case ${key}`,
    askThere: (institution) => `There is an open case. Ask ${institution}.`,
  },
};

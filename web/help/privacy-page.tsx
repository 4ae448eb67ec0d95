import type { Language } from '../../api/language.js';
import type { Reader } from '../frame/open-routes.js';
import type { Shown } from '../frame/visit.js';
import { type Article, articlePage } from './article.js';

/** Says to people what docs/data-protection.md says to operators; a change there changes this. */
const WORDS: Readonly<Record<Language, Article>> = {
  es: {
    title: 'Datos personales y privacidad',
    intro:
      'Un caso contiene datos que pueden poner en peligro a una persona. Por eso cada institución ve solo lo que necesita para su tarea.',
    parts: [
      {
        title: 'Datos de las personas de un caso',
        list: [
          'Lo que se responde en un formulario se guarda cifrado, con llaves de cada persona.',
          'Otra institución recibe solo los datos que su paso permite. Queda constancia de cada vez que los abre.',
          'Ningún correo lleva nombres, números de documento ni datos del caso.',
          'Cuando la persona retira su consentimiento o interpone un recurso, lo que depende de ello se detiene.',
          'Al destruir las llaves de una persona sus datos dejan de poder leerse; el registro de los actos sigue completo.',
        ],
      },
      {
        title: 'Datos de quien usa el servicio',
        list: [
          'Su nombre, correo, institución y función, y cuándo entró.',
          'Cada acto queda registrado con la institución y la función que lo hizo.',
          'El registro técnico guarda horas y códigos; no guarda lo que usted escribe.',
        ],
      },
      {
        title: 'Qué se guarda en este equipo',
        list: [
          'Una cookie de la sesión. Desaparece al salir o al cerrar el navegador, y la sesión termina tras un tiempo sin uso.',
          'Una cookie con el idioma que eligió.',
          'Si se corta la conexión mientras escribe, una copia cifrada de su borrador. Se borra al enviarlo al servidor, al salir y después de 72 horas.',
          'No hay cookies de seguimiento ni contenido de otros sitios.',
        ],
      },
      {
        title: 'Sus derechos y los de la persona',
        text: [
          'Para conocer, corregir o suprimir datos, diríjase a la institución responsable del caso. Ella informa a la persona, sin costo y en su idioma.',
        ],
      },
    ],
  },
  en: {
    title: 'Personal data and privacy',
    intro:
      'A case holds data that can put a person in danger. So every institution sees only what it needs for its task.',
    parts: [
      {
        title: 'Data of the people of a case',
        list: [
          'What is answered in a form is stored encrypted, with keys of each person.',
          'Another institution gets only the data its step allows. Each time it opens them is recorded.',
          'No mail carries names, document numbers or data of the case.',
          'When the person withdraws consent or files a remedy, whatever depends on it stops.',
          "Once a person's keys are destroyed their data can no longer be read; the record of acts stays whole.",
        ],
      },
      {
        title: 'Data of whoever uses the service',
        list: [
          'Your name, mail address, institution and role, and when you signed in.',
          'Every act is recorded with the institution and role that did it.',
          'The technical log keeps times and codes; it does not keep what you type.',
        ],
      },
      {
        title: 'What is kept on this machine',
        list: [
          'A cookie of the session. It goes when you sign out or close the browser, and the session ends after a time without use.',
          'A cookie with the language you chose.',
          'If the connection breaks while you type, an encrypted copy of your draft. It is erased once sent to the server, when you sign out and after 72 hours.',
          'There are no tracking cookies and nothing from other sites.',
        ],
      },
      {
        title: 'Your rights and those of the person',
        text: [
          'To know, correct or erase data, turn to the institution responsible for the case. It informs the person, free of charge and in their language.',
        ],
      },
    ],
  },
};

/** What happens to data, for whoever uses the pages. */
export function privacyPage({ language }: Reader): Shown {
  return articlePage(WORDS[language]);
}

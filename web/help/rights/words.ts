import type { Language } from '../../../api/language.js';

interface RightsWords {
  readonly title: string;
  readonly intro: readonly string[];
  readonly forWhoHandsItOver: string;
  readonly care: string;
  readonly otherLanguage: string;
  readonly about: string;
  readonly aboutText: (title: string, lead: string) => string;
  readonly purpose: string;
  readonly before: string;
  readonly beforeIntro: string;
  readonly movesNobody: string;
  readonly voices: string;
  readonly voicesIntro: string;
  readonly stops: string;
  readonly onlyWhile: string;
  readonly windows: string;
  readonly windowsIntro: string;
  readonly windowEnd: (lapse: string) => string;
  readonly protective: string;
  readonly protectiveIntro: string;
  readonly protectiveEnd: (lapse: string) => string;
  readonly byPerson: string;
  readonly byPersonIntro: string;
  readonly recipients: string;
  readonly recipientsIntro: string;
  readonly noRecipients: string;
  readonly gets: (categories: string) => string;
  readonly purposes: (purposes: string) => string;
  readonly heldBack: string;
  readonly endings: string;
  readonly endingsIntro: string;
  readonly basis: string;
  readonly contacts: string;
  readonly contactsIntro: string;
  readonly yours: string;
  readonly leads: string;
  readonly watches: string;
  readonly writeHere: string;
  readonly edition: (protocol: string, version: number, digest: string) => string;
  readonly back: string;
  readonly backToCase: string;
}

/** Words of the sheet. It speaks to the person, in sentences that can be read aloud. */
export const RIGHTS: Readonly<Record<Language, RightsWords>> = {
  es: {
    title: 'Sus derechos en este proceso',
    intro: [
      'Esta hoja es para usted. Puede pedir que se la lean en voz alta y en un idioma que entienda.',
      'Puede preguntar todo lo que no quede claro. Puede pedir una copia.',
    ],
    forWhoHandsItOver: 'Para quien entrega la hoja',
    care: 'Antes de entregarla, pregunte a la persona si llevarla consigo es seguro. Si otra persona la encuentra, puede ponerla en peligro. Entonces léasela y guárdela en el expediente.',
    otherLanguage:
      'La hoja está en español y en inglés. Para otro idioma, léala con una persona intérprete.',
    about: 'De qué se trata',
    aboutText: (title, lead) => `El proceso se llama «${title}». Lo conduce: ${lead}.`,
    purpose: 'Su propósito es este:',
    before: 'Antes de que alguien le traslade',
    beforeIntro: 'Nadie puede trasladarle mientras falte una sola de estas cosas:',
    movesNobody: 'Este proceso no traslada a nadie.',
    voices: 'Qué puede decir o pedir a cualquier hora',
    voicesIntro:
      'Dígalo a cualquier persona que le atienda. Tiene que registrarlo, y vale desde ese momento. También puede decirlo otra persona por usted.',
    stops: 'Mientras esto se resuelve, el traslado no puede hacerse.',
    onlyWhile: 'Puede hacerlo mientras siga así:',
    windows: 'Tiempo que usted tiene',
    windowsIntro: 'Este tiempo es suyo. Pida que le digan el último día.',
    windowEnd: (lapse) => `Si el tiempo pasa: «${lapse}».`,
    protective: 'Si la autoridad no responde a tiempo',
    protectiveIntro: 'El silencio no puede perjudicarle en estos casos. Vea qué pasa:',
    protectiveEnd: (lapse) => `Si nadie responde: «${lapse}».`,
    byPerson: 'Lo que solo puede decidir una persona',
    byPersonIntro:
      'En estos pasos el visto bueno lo da siempre una persona con nombre. El silencio nunca cuenta como visto bueno.',
    recipients: 'Quién recibe datos de usted',
    recipientsIntro:
      'Cada institución recibe solo lo que se dice aquí. Cada vez que alguien abre sus datos queda registrado. Puede pedir la lista.',
    noRecipients: 'Este proceso no envía datos de nadie.',
    gets: (categories) => `Recibe: ${categories}.`,
    purposes: (purposes) => `Para: ${purposes}.`,
    heldBack: 'Hay datos que no se le envían si:',
    endings: 'Cómo puede terminar',
    endingsIntro: 'Todos estos finales son posibles. Ninguno es un fracaso de usted.',
    basis: 'En qué normas se apoya',
    contacts: 'Quién le atiende',
    contactsIntro: 'Estas instituciones intervienen en su caso:',
    yours: 'quien le entrega esta hoja',
    leads: 'conduce el caso',
    watches: 'vigila que se respeten sus derechos',
    writeHere: 'Teléfono o dirección:',
    edition: (protocol, version, digest) => `${protocol}, versión ${version}. Huella: ${digest}`,
    back: 'Manual de los protocolos',
    backToCase: 'Volver al caso',
  },
  en: {
    title: 'Your rights in this procedure',
    intro: [
      'This sheet is for you. You can ask to have it read aloud, in a language you understand.',
      'You can ask about everything that is not clear. You can ask for a copy.',
    ],
    forWhoHandsItOver: 'For whoever hands over the sheet',
    care: 'Before you hand it over, ask the person whether it is safe to carry it. Found by somebody else it may put them in danger. Then read it to them and keep it in the file.',
    otherLanguage:
      'The sheet is in Spanish and in English. For another language read it with an interpreter.',
    about: 'What it is about',
    aboutText: (title, lead) => `The procedure is called “${title}”. It is led by: ${lead}.`,
    purpose: 'Its purpose is this:',
    before: 'Before anybody moves you',
    beforeIntro: 'Nobody can move you while a single one of these things is missing:',
    movesNobody: 'This procedure moves nobody.',
    voices: 'What you can say or ask for at any hour',
    voicesIntro:
      'Say it to anybody who deals with you. They have to record it, and it counts from that moment. Somebody else can also say it for you.',
    stops: 'Until this is settled, the transfer cannot take place.',
    onlyWhile: 'You can do so as long as this holds:',
    windows: 'Time you have',
    windowsIntro: 'This time is yours. Ask to be told the last day.',
    windowEnd: (lapse) => `If the time passes: “${lapse}”.`,
    protective: 'If the authority does not answer in time',
    protectiveIntro: 'Silence cannot harm you in these cases. See what happens:',
    protectiveEnd: (lapse) => `If nobody answers: “${lapse}”.`,
    byPerson: 'What only a person can decide',
    byPersonIntro:
      'In these steps the clearance always comes from a named person. Silence never counts as clearance.',
    recipients: 'Who receives data about you',
    recipientsIntro:
      'Each institution receives only what is said here. Each time somebody opens your data it is recorded. You can ask for the list.',
    noRecipients: 'This procedure sends nobody’s data.',
    gets: (categories) => `Receives: ${categories}.`,
    purposes: (purposes) => `For: ${purposes}.`,
    heldBack: 'Some data is not sent to it if:',
    endings: 'How it can end',
    endingsIntro: 'All of these ends are possible. None of them is a failure of yours.',
    basis: 'The rules it rests on',
    contacts: 'Who deals with you',
    contactsIntro: 'These institutions take part in your case:',
    yours: 'hands you this sheet',
    leads: 'leads the case',
    watches: 'watches that your rights are respected',
    writeHere: 'Telephone or address:',
    edition: (protocol, version, digest) =>
      `${protocol}, version ${version}. Fingerprint: ${digest}`,
    back: 'Manual of the protocols',
    backToCase: 'Back to the case',
  },
};

import type { ConsentView } from '../../api/schemas/consents.js';

type Status = ConsentView['status'];

/** Words about consents. */
export const CONSENTS = {
  es: {
    title: 'Consentimientos',
    about:
      'A qué se le pidió acuerdo a la persona. Cada uno vale solo para lo suyo y puede retirarse a toda hora, sin razones.',
    none: 'Este protocolo no pide el acuerdo de la persona para nada.',
    purpose: 'Para qué',
    status: 'Estado',
    since: 'Desde',
    until: 'Hasta',
    version: 'Texto',
    refused: (moment: string) => `La persona no estuvo de acuerdo el ${moment}`,
    sheet: 'Hoja para leer y firmar',
    sheetOf: (title: string) => `Hoja para leer y firmar: ${title}`,
    withdraw: 'Anotar que la persona retira su acuerdo',
    readAloud: 'Lea esto en voz alta antes de preguntar',
    backToCase: 'Volver al caso',
    back: 'Manuales',
    care: 'La hoja no lleva el nombre del protocolo ni del caso. Aun así, pregunte antes si es seguro que la persona la guarde.',
    signed: 'Firma o huella',
    helper: 'Quien acompañó o interpretó, si hubo',
    place: 'Lugar, fecha y hora',
    yes: 'Sí, estoy de acuerdo',
    no: 'No estoy de acuerdo',
    free: 'Puede decir que no, o retirarlo en cualquier momento, sin dar razones y sin ninguna consecuencia. Basta decirlo a cualquier persona que le atienda.',
    digest: (version: string, digest: string) => `Texto ${version}, ${digest}`,
  },
  en: {
    title: 'Consents',
    about:
      'What the person was asked to agree to. Each is good for its own purpose only and may be taken back at any time, without reasons.',
    none: 'This protocol asks the person to agree to nothing.',
    purpose: 'What for',
    status: 'State',
    since: 'Since',
    until: 'Until',
    version: 'Text',
    refused: (moment: string) => `The person did not agree on ${moment}`,
    sheet: 'Sheet to read and sign',
    sheetOf: (title: string) => `Sheet to read and sign: ${title}`,
    withdraw: 'Record that the person takes consent back',
    readAloud: 'Read this aloud before you ask',
    backToCase: 'Back to the case',
    back: 'Manuals',
    care: 'The sheet carries neither the name of the protocol nor of the case. Even so, ask first whether it is safe for the person to keep it.',
    signed: 'Signature or thumbprint',
    helper: 'Who accompanied or interpreted, if anybody',
    place: 'Place, date and time',
    yes: 'Yes, I agree',
    no: 'I do not agree',
    free: 'You may say no, or take it back at any time, without giving reasons and without any consequence. It is enough to tell anybody who attends to you.',
    digest: (version: string, digest: string) => `Text ${version}, ${digest}`,
  },
} as const;

export const STATUS_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<Status, string>>>> = {
  es: {
    'not-asked': 'Todavía no se pregunta',
    offered: 'Preguntado',
    given: 'Dado',
    reconfirmed: 'Ratificado',
    revoked: 'Retirado',
    expired: 'Ya no vale',
  },
  en: {
    'not-asked': 'Not asked yet',
    offered: 'Asked',
    given: 'Given',
    reconfirmed: 'Reconfirmed',
    revoked: 'Taken back',
    expired: 'No longer good',
  },
};

export const STATUS_COLOURS = {
  'not-asked': 'grey',
  offered: 'yellow',
  given: 'green',
  reconfirmed: 'green',
  revoked: 'orange',
  expired: 'grey',
} as const satisfies Record<Status, string>;

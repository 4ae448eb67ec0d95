/** Refusals about protocols themselves: reading, drafting, approving, publishing. Part of `refusals.ts`. */
export const DEFINITION_REFUSALS = {
  'definition-unknown': {
    status: 404,
    es: 'No existe el protocolo {protocol} versión {version}.',
    en: 'There is no protocol {protocol} version {version}.',
  },
  'draft-only-rehearsed': {
    status: 409,
    es: 'El protocolo {protocol} no está publicado: solo puede ensayarse. Publíquelo para iniciar procesos.',
    en: 'Protocol {protocol} is not published: it can only be rehearsed. Publish it to start runs.',
  },
  'definition-retired': {
    status: 409,
    es: 'El protocolo {protocol} ya no admite procesos nuevos.',
    en: 'Protocol {protocol} takes no new runs.',
  },
  'definition-name-taken': {
    status: 409,
    es: 'El nombre {protocol} está reservado. Elija otro identificador.',
    en: 'The name {protocol} is reserved. Choose another id.',
  },
  'definition-other': {
    status: 422,
    es: 'La dirección nombra el protocolo {protocol} y la definición es de {given}. Use la dirección de ese protocolo.',
    en: 'The address names protocol {protocol} and the definition is of {given}. Use the address of that protocol.',
  },
  'definition-too-large': {
    status: 422,
    es: 'El protocolo {protocol} ocupa más de {limit} bytes. Acorte textos o divídalo.',
    en: 'Protocol {protocol} takes more than {limit} bytes. Shorten texts or split it.',
  },
  'definition-draft-unknown': {
    status: 404,
    es: 'No hay ningún borrador del protocolo {protocol}.',
    en: 'There is no draft of protocol {protocol}.',
  },
  'definition-draft-exists': {
    status: 409,
    es: 'Ya hay un borrador del protocolo {protocol} (huella {digest}). Léalo y reemplácelo, o descártelo.',
    en: 'There is a draft of protocol {protocol} already (digest {digest}). Read and replace it, or discard it.',
  },
  'definition-changed': {
    status: 409,
    es: 'El borrador del protocolo {protocol} cambió; su huella es ahora {digest}. Léalo otra vez.',
    en: 'The draft of protocol {protocol} was changed; its digest is now {digest}. Read it again.',
  },
  'definition-faulty': {
    status: 422,
    es: 'El protocolo {protocol} no puede entrar en vigor. Fallas por corregir: {errors}.',
    en: 'Protocol {protocol} cannot come into force. Faults to correct: {errors}.',
  },
  'definition-weakens': {
    status: 422,
    es: 'La nueva versión del protocolo {protocol} protege menos que la anterior. Un protocolo del producto solo puede ganar salvaguardias.',
    en: 'The new version of protocol {protocol} protects less than the one before. A protocol of the product may only gain safeguards.',
  },
  'definition-unchanged': {
    status: 409,
    es: 'El borrador dice lo mismo que la versión {version} del protocolo {protocol}, que ya está en vigor.',
    en: 'The draft says the same as version {version} of protocol {protocol}, which is in force.',
  },
  'definition-not-submitted': {
    status: 409,
    es: 'El borrador del protocolo {protocol} no está presentado para aprobación.',
    en: 'The draft of protocol {protocol} is not submitted for approval.',
  },
  'definition-own-work': {
    status: 403,
    es: 'Usted escribió parte del borrador del protocolo {protocol}; debe aprobarlo otra persona.',
    en: 'You wrote part of the draft of protocol {protocol}; another person must approve it.',
  },
  'definition-not-approved': {
    status: 409,
    es: 'Nadie más ha aprobado el borrador del protocolo {protocol} tal como está.',
    en: 'Nobody else has approved the draft of protocol {protocol} as it is.',
  },
  'definition-outdated': {
    status: 409,
    es: 'Desde que comenzó el borrador del protocolo {protocol} hubo otra versión; la siguiente es la {version}. Guárdelo de nuevo.',
    en: 'Another version was made since the draft of protocol {protocol} began; the next one is {version}. Save it again.',
  },
  'definition-not-current': {
    status: 409,
    es: 'La versión en vigor del protocolo {protocol} es la {version}; solo esa puede retirarse.',
    en: 'The version of protocol {protocol} in force is {version}; only that one can be retired.',
  },
  'definition-needed': {
    status: 409,
    es: 'No se puede retirar el protocolo {protocol}: hacia él derivan {others}, y nadie debe quedar sin protocolo.',
    en: 'Protocol {protocol} cannot be retired: {others} lead people to it, and nobody may be left without a protocol.',
  },
} as const;

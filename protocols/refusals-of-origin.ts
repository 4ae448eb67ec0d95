/** Refusals about authorities of origin: who is told, by whom, and who may stop that. Part of `refusals.ts`. */
export const ORIGIN_REFUSALS = {
  'origin-stopped': {
    status: 409,
    es: 'El paso {step} está en reposo: la persona no debe tener contacto con autoridades de su país de origen. Dos instituciones pueden levantarlo.',
    en: 'Step {step} rests: there must be no contact with authorities of the country of origin. Two institutions can lift that.',
  },
  'stop-not-allowed': {
    status: 403,
    es: 'Esta función no puede fijar ni levantar el alto de contacto con el país de origen.',
    en: 'This role can neither set nor lift the stop of contact with the country of origin.',
  },
  'stop-standing': {
    status: 409,
    es: 'Ya no se contacta a las autoridades del país de origen en este proceso.',
    en: 'Authorities of the country of origin are already not contacted in this run.',
  },
  'stop-unknown': {
    status: 409,
    es: 'En este proceso no hay ningún alto de contacto con el país de origen.',
    en: 'There is no stop of contact with the country of origin in this run.',
  },
  'lift-asked-already': {
    status: 409,
    es: 'Ya se pidió levantar el alto. Otra institución debe decidirlo.',
    en: 'Lifting the stop was asked for already. Another institution must decide it.',
  },
  'lift-not-asked': {
    status: 409,
    es: 'Nadie ha pedido levantar el alto. Primero una institución lo pide y luego otra decide.',
    en: 'Nobody asked to lift the stop. First one institution asks, then another decides.',
  },
  'lift-by-another': {
    status: 403,
    es: 'Lo decide otra institución: quien pidió levantar el alto no lo decide.',
    en: 'Another institution decides it: whoever asked to lift the stop does not decide.',
  },
  'second-by-another': {
    status: 403,
    es: 'El paso {step} lo confirma una segunda persona de su institución: usted ya respondió. Pídalo a un colega o a su supervisión.',
    en: 'Step {step} is confirmed by a second person of your institution: you answered already. Ask a colleague or your supervisor.',
  },
  'second-only-confirms': {
    status: 422,
    es: 'El paso {step} ya tiene respuesta: la segunda persona la lee y la confirma sin cambiarla. En la página, con el botón que la confirma; en la interfaz, con su folio en «confirms», sin respuestas ni archivos.',
    en: 'Step {step} is answered already: the second person reads it and confirms it unchanged. On the page, with the button that confirms it; in the API, with its folio as “confirms”, without answers and files.',
  },
  'answer-changed': {
    status: 409,
    es: 'No se confirmó nada: la respuesta al paso {step} que usted leyó ya no es la que espera a una segunda persona; se cambió después, o alguien ya la confirmó. Abra de nuevo la tarea, lea la respuesta que está ahora y confirme esa.',
    en: 'Nothing was confirmed: the answer to step {step} that you read is no longer the one that waits for a second person; it was changed since, or somebody confirmed it already. Open the task again, read the answer that stands now and confirm that.',
  },
} as const;

import type { Text } from '../../language/text.js';

/** What may be wrong with a pack, in words that say what to do. `{where}` names the place. */
export const PACK_FINDINGS = {
  'name-unknown': {
    es: '{where}: no existe «{id}». Corrija el nombre.',
    en: '{where}: there is no "{id}". Correct the name.',
  },
  'id-twice': {
    es: '{where}: «{id}» aparece más de una vez. Cada identificador debe ser único.',
    en: '{where}: "{id}" appears more than once. Each identifier must be unique.',
  },
  'id-form': {
    es: '{where}: «{id}» debe escribirse en minúsculas con guiones.',
    en: '{where}: "{id}" must be written in lower case with hyphens.',
  },
  'text-missing': {
    es: '{where}: falta el texto en uno de los dos idiomas. Escríbalo.',
    en: '{where}: the text in one of the two languages is missing. Write it.',
  },
  'source-missing': {
    es: '{where}: falta decir de dónde viene.',
    en: '{where}: it does not say where it comes from.',
  },
  'country-form': {
    es: '{where}: «{value}» no es un código de país de dos letras mayúsculas.',
    en: '{where}: "{value}" is not a country code of two capital letters.',
  },
  'corridor-empty': {
    es: '{where}: el corredor no nombra ningún país. Nombre al menos un lado.',
    en: '{where}: the corridor names no country. Name at least one side.',
  },
  'date-form': {
    es: '{where}: «{value}» no es una fecha que exista (AAAA-MM-DD).',
    en: '{where}: "{value}" is not an existing date (YYYY-MM-DD).',
  },
  'period-backwards': {
    es: '{where}: termina antes de empezar.',
    en: '{where}: it ends before it begins.',
  },
  'hours-form': {
    es: '{where}: «{value}» no es un horario; se pide HH:MM, y el fin después del inicio (24:00 es el fin del día).',
    en: '{where}: "{value}" are no hours; HH:MM is needed, and the end after the beginning (24:00 is the end of the day).',
  },
  'zone-unknown': {
    es: '{where}: no existe la zona horaria «{value}». Use un nombre como America/Tijuana.',
    en: '{where}: there is no time zone "{value}". Use a name such as America/Tijuana.',
  },
  'calendar-unknown': {
    es: '{where}: no hay calendario del país {value}. Quítelo o agregue el calendario.',
    en: '{where}: there is no calendar of country {value}. Remove it or add the calendar.',
  },
  'length-form': {
    es: '{where}: la duración debe ser un número entero desde 0.',
    en: '{where}: the length must be a whole number from 0.',
  },
  'point-without-agreement': {
    es: '{where}: en un punto de entrega entre autoridades debe decirse el acuerdo en que se basa; sin acuerdo nadie sale por él.',
    en: '{where}: a handover point between authorities must name the agreement it rests on; without one nobody leaves by it.',
  },
  'ceiling-exceeded': {
    es: 'El paso «{step}»: su plazo ({length} {unit}) supera el máximo de la norma {norm} ({most}). Acórtelo.',
    en: 'Step "{step}": its deadline ({length} {unit}) exceeds the ceiling of norm {norm} ({most}). Shorten it.',
  },
  weakens: { es: '{what}', en: '{what}' },
  'fact-withheld': {
    es: '{where}: ya no da «{fact}». Devuélvalo: un paquete no cierra salidas.',
    en: '{where}: it no longer gives "{fact}". Put it back: a pack closes no way out.',
  },
  'fact-given': {
    es: '{where}: da «{fact}», que es del protocolo. Un paso agregado solo da hechos agregados con él.',
    en: '{where}: it gives "{fact}", which belongs to the protocol. An added step gives only facts added with it.',
  },
  'protection-stands-still': {
    es: 'El paso «{step}»: su plazo protege a la persona y se detendría mientras rija «{fact}», que rige de ordinario. Quite esa pausa.',
    en: 'Step "{step}": its deadline protects the person and would stand still while "{fact}" holds, which it ordinarily does. Remove that pause.',
  },
  'remedy-shorter': {
    es: 'El paso «{step}»: el silencio abre el camino a la salida y su plazo sería menor que en el protocolo sin una ley leída (marca «source»). Cite la ley o deje el plazo.',
    en: 'Step "{step}": silence clears the way to a departure and its time would be shorter than in the protocol without a law that was read (mark "source"). Cite the law or leave the time.',
  },
  'role-interested': {
    es: 'La función «{role}» firma salvaguardias (paso «{step}») y la cumpliría una autoridad interesada en el retorno ({kind}). Elija otra.',
    en: 'Role "{role}" signs safeguards (step "{step}") and an authority with an interest in the return ({kind}) would fill it. Choose another.',
  },
  'competence-other': {
    es: '{where}: para la función «{role}», que firma salvaguardias (paso «{step}»), sería competente una institución de otra clase ({kind}). Nombre una de la misma clase o un tribunal (COURT).',
    en: '{where}: for role "{role}", which signs safeguards (step "{step}"), an institution of another kind ({kind}) would be competent. Name one of the same kind or a court (COURT).',
  },
  'addition-blocks': {
    es: '{where}: lo agregado ({part}) podría detener algo que protege a la persona. Agréguelo solo donde se prepara una salida.',
    en: '{where}: what is added ({part}) could hold up something that protects the person. Add it only where a departure is prepared.',
  },
  'added-step-decides': {
    es: 'El paso agregado «{step}»: {where} no puede usar «{part}». Un paso de un paquete pide y quita; no mueve, no envía datos ni termina el proceso.',
    en: 'Added step "{step}": {where} cannot use "{part}". A step of a pack asks and clears; it moves nobody, sends no data and ends no run.',
  },
} as const satisfies Record<string, Text>;

export type PackFindingCode = keyof typeof PACK_FINDINGS;

/** Something wrong with a pack. Each keeps it from being published. */
export interface PackFinding {
  readonly code: PackFindingCode;
  readonly where: string;
  readonly message: Text;
}

type Params = Readonly<Record<string, string | number | Text>>;

/** A finding with its sentences filled in. */
export function packFinding(
  code: PackFindingCode,
  where: string,
  params: Params = {},
): PackFinding {
  const say = (language: 'es' | 'en') =>
    PACK_FINDINGS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'where') return where;
      const value = params[name];
      return typeof value === 'object' ? value[language] : String(value ?? '');
    });
  return { code, where, message: { es: say('es'), en: say('en') } };
}

import type { Text } from '../text.js';
import type { Finding } from '../validate/findings.js';

/**
 * Every way in which something may be less safe than the protocol it comes from, in words that say what to do (INV-A19:
 * a country may change times and institutions, never take a safeguard away).
 */
export const WEAKENINGS = {
  'step-removed': {
    es: 'Falta el paso «{step}» del protocolo. Devuélvalo: un paquete no quita pasos.',
    en: 'Step "{step}" of the protocol is missing. Put it back: a pack removes no step.',
  },
  'event-removed': {
    es: 'Falta el suceso «{event}» del protocolo. Devuélvalo.',
    en: 'Event "{event}" of the protocol is missing. Put it back.',
  },
  'outcome-removed': {
    es: 'El paso «{step}» ya no tiene el resultado «{outcome}». Devuélvalo: puede ser la única salida que protege.',
    en: 'Step "{step}" no longer has outcome "{outcome}". Put it back: it may be the only way out that protects.',
  },
  'safeguard-removed': {
    es: 'El paso «{step}» deja de ser salvaguardia. Devuelva «safeguard».',
    en: 'Step "{step}" is no longer a safeguard. Put "safeguard" back.',
  },
  'requirement-removed': {
    es: 'El paso «{step}» ya no exige «{fact}». Devuélvalo a «requires».',
    en: 'Step "{step}" no longer requires "{fact}". Put it back into "requires".',
  },
  'opening-changed': {
    es: 'El paso «{step}» se abre de otra manera ({part}). Deje «{part}» como en el protocolo.',
    en: 'Step "{step}" opens differently ({part}). Leave "{part}" as in the protocol.',
  },
  'effects-changed': {
    es: 'El paso «{step}» declara otros efectos. Deje «effects» como en el protocolo.',
    en: 'Step "{step}" declares other effects. Leave "effects" as in the protocol.',
  },
  'signer-removed': {
    es: 'El paso «{step}» ya no necesita la firma de «{role}». Devuélvala.',
    en: 'Step "{step}" no longer needs the signature of "{role}". Put it back.',
  },
  'clearing-removed': {
    es: '{where}: ya no quita «{fact}». Devuélvalo: lo que se preparó seguiría en pie.',
    en: '{where}: it no longer clears "{fact}". Put it back: what was prepared would stay.',
  },
  'fact-given': {
    es: '{where}: da «{fact}», que el protocolo no da ahí. Quítelo: sería otro camino hacia la salida.',
    en: '{where}: it gives "{fact}", which the protocol does not give there. Remove it: it would be another way to a departure.',
  },
  'fact-withheld': {
    es: '{where}: ya no da «{fact}». Devuélvalo.',
    en: '{where}: it no longer gives "{fact}". Put it back.',
  },
  'validity-longer': {
    es: '{where}: «{fact}» valdría más tiempo que en el protocolo. Un paquete solo puede acortar una vigencia.',
    en: '{where}: "{fact}" would be valid for longer than in the protocol. A pack can only shorten a validity.',
  },
  'outcome-changed': {
    es: '{where}: cambia «{part}», que decide qué sigue. Déjelo como en el protocolo.',
    en: '{where}: it changes "{part}", which decides what follows. Leave it as in the protocol.',
  },
  'deadline-removed': {
    es: 'El paso «{step}» se queda sin plazo. Devuélvalo; puede cambiar su duración.',
    en: 'Step "{step}" loses its deadline. Put it back; its length may change.',
  },
  'silence-weaker': {
    es: 'El paso «{step}»: su silencio pasa de {before} a {after}, que protege menos. Devuelva {before}.',
    en: 'Step "{step}": its silence goes from {before} to {after}, which protects less. Put {before} back.',
  },
  'lapse-changed': {
    es: 'El paso «{step}»: el silencio produciría otra cosa ({part}). Deje «{part}» como en el protocolo.',
    en: 'Step "{step}": silence would produce something else ({part}). Leave "{part}" as in the protocol.',
  },
  'protection-stands-still': {
    es: 'El paso «{step}»: su plazo protege a la persona y se detendría mientras rija «{fact}», que rige de ordinario. Quite esa pausa.',
    en: 'Step "{step}": its deadline protects the person and would stand still while "{fact}" holds, which it ordinarily does. Remove that pause.',
  },
  'remedy-shorter': {
    es: 'El paso «{step}»: el silencio abre el camino a la salida y su plazo sería menor que en el protocolo sin una ley leída (marca «source»). Cite la ley o deje el plazo.',
    en: 'Step "{step}": silence clears the way to a departure and its time would be shorter than in the protocol without a law that was read (mark "source"). Cite the law or leave the time.',
  },
  'share-widened': {
    es: 'El paso «{step}»: el envío «{share}» llevaría más datos o a otros ({part}). Un paquete solo puede restringir envíos.',
    en: 'Step "{step}": share "{share}" would carry more data or go to others ({part}). A pack can only restrict shares.',
  },
  'share-removed': {
    es: 'El paso «{step}» ya no envía «{share}». Devuélvalo: alguien debe saberlo.',
    en: 'Step "{step}" no longer sends "{share}". Put it back: somebody has to know.',
  },
  'question-removed': {
    es: 'El paso «{step}» ya no pregunta «{field}», o ya no exige responder. Devuélvalo.',
    en: 'Step "{step}" no longer asks "{field}", or no longer requires the answer. Put it back.',
  },
  'event-narrowed': {
    es: 'El suceso «{event}» podría reportarse menos ({part}). Deje «{part}» como en el protocolo.',
    en: 'Event "{event}" could be reported less ({part}). Leave "{part}" as in the protocol.',
  },
  'role-changed': {
    es: 'La función «{role}» cambia «{part}». Un paquete solo puede cambiar el tipo de institución.',
    en: 'Role "{role}" changes "{part}". A pack can only change the kind of institution.',
  },
  'role-interested': {
    es: 'La función «{role}» firma salvaguardias (paso «{step}») y la cumpliría una autoridad interesada en el retorno ({kind}). Elija otra.',
    en: 'Role "{role}" signs safeguards (step "{step}") and an authority with an interest in the return ({kind}) would fill it. Choose another.',
  },
  'frame-changed': {
    es: 'Cambia «{part}» del protocolo. Déjelo como estaba.',
    en: 'It changes "{part}" of the protocol. Leave it as it was.',
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

export type WeakeningCode = keyof typeof WEAKENINGS;

/** Something that would be less safe, with the place and what to do. Always an error. */
export interface Weakening extends Omit<Finding, 'code'> {
  readonly code: WeakeningCode;
}

export function weakening(
  code: WeakeningCode,
  where: string,
  params: Readonly<Record<string, string>> = {},
): Weakening {
  const say = (language: 'es' | 'en') =>
    WEAKENINGS[code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'where' ? where : (params[name] ?? ''),
    );
  return { code, where, severity: 'error', message: { es: say('es'), en: say('en') } };
}

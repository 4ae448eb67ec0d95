import type { Text } from './language/text.js';
import { DEFINITION_REFUSALS } from './refusals-of-definitions.js';
import { ORIGIN_REFUSALS } from './refusals-of-origin.js';

/**
 * Every reason for which an act is refused, with the HTTP status the API answers and a sentence for people.
 * Codes are stable; parameters in braces are codes, never personal data.
 */
export const REFUSALS = {
  ...ORIGIN_REFUSALS,
  'run-unknown': {
    status: 404,
    es: 'El proceso no existe o usted no participa en él.',
    en: 'The run does not exist or you are not a party to it.',
  },
  'run-exists': {
    status: 409,
    es: 'El proceso ya fue iniciado.',
    en: 'The run was already started.',
  },
  'run-ended': {
    status: 409,
    es: 'El proceso ya terminó ({ending}).',
    en: 'The run has already ended ({ending}).',
  },
  ...DEFINITION_REFUSALS,
  'role-unknown': {
    status: 422,
    es: 'El protocolo no tiene la función {role}.',
    en: 'The protocol has no role {role}.',
  },
  'role-unbound': {
    status: 422,
    es: 'Falta decir qué institución cumple la función {role}.',
    en: 'No institution was named for role {role}.',
  },
  'role-mismatch': {
    status: 422,
    es: 'La institución {institution} no puede cumplir la función {role}: se pide una de tipo {kind}.',
    en: 'Institution {institution} cannot fill role {role}: one of kind {kind} is needed.',
  },
  'role-of-other-state': {
    status: 422,
    es: 'La institución {institution} es de {state} y, por la que cumple {other}, la función {role} pertenece a otro Estado. Elija una institución de ese Estado o, si lo equivocado es la otra, cambie esa primero.',
    en: 'Institution {institution} is of {state} and, by the one that fills {other}, role {role} belongs to another State. Choose an institution of that State or, where the other one is what is wrong, change that first.',
  },
  'role-vacant': {
    status: 409,
    es: 'Nadie cumple la función {role}, y el paso {step} solo puede responderlo quien es competente: quien conduce no decide en su lugar. Asigne una institución a esa función; recibirá el paso en seguida.',
    en: 'Nobody fills role {role}, and only whoever is competent can answer step {step}: the lead does not decide in its place. Give the role to an institution; it receives the step at once.',
  },
  'institution-unknown': {
    status: 422,
    es: 'La institución {institution} no está en el directorio o no está activa.',
    en: 'Institution {institution} is not in the directory or not active.',
  },
  'attribute-unknown': {
    status: 422,
    es: 'El protocolo no tiene el dato {attribute}.',
    en: 'The protocol has no attribute {attribute}.',
  },
  'attribute-missing': {
    status: 422,
    es: 'Falta el dato {attribute}.',
    en: 'Attribute {attribute} is missing.',
  },
  'attribute-invalid': {
    status: 422,
    es: 'El valor del dato {attribute} no es válido.',
    en: 'The value of attribute {attribute} is not valid.',
  },
  'date-unknown': {
    status: 422,
    es: 'El protocolo no tiene la fecha {date}.',
    en: 'The protocol has no date {date}.',
  },
  'date-invalid': {
    status: 422,
    es: 'La fecha {date} no es posible: debe estar entre un año antes y cinco años después de hoy.',
    en: 'Date {date} is not possible: it must lie between one year before and five years after today.',
  },
  'last-day-invalid': {
    status: 422,
    es: 'El último día que se indicó para {fact} no es una fecha, o el protocolo no tiene ese hecho.',
    en: 'The last day given for {fact} is no date, or the protocol has no such fact.',
  },
  'already-ended': {
    status: 422,
    es: 'El último día indicado ({on}) ya pasó, y con él lo que esta respuesta da por válido. Corrija la fecha o elija otro resultado.',
    en: 'The last day given ({on}) is over, and with it what this answer says is valid. Correct the date or choose another outcome.',
  },
  'date-too-soon': {
    status: 422,
    es: 'La salida queda demasiado cerca: quien recibe debe saberlo al menos {hours} horas antes. Lo más pronto posible es el {on} a las {time} ({zone}). Elija esa fecha o una posterior; si ya estaba fijada, reporte el cambio de fecha.',
    en: 'The departure is too near: whoever receives must know at least {hours} hours before. The earliest possible is {on} at {time} ({zone}). Choose that date or a later one; if it was set already, report the change of date.',
  },
  'told-too-late': {
    status: 409,
    es: 'Todavía nadie puede salir: quien recibe lo supo hace muy poco. La salida es posible desde el {on} a las {time} ({zone}).',
    en: 'Nobody may depart yet: whoever receives was told too short a time ago. Departure is possible from {on} at {time} ({zone}).',
  },
  'attribute-agreed': {
    status: 422,
    es: 'El dato {attribute} resulta del acuerdo y del registro vigentes; no se puede dar otro valor.',
    en: 'Attribute {attribute} follows from the agreement and the register in force; no other value can be given.',
  },
  'pack-unfit': {
    status: 422,
    es: 'El paquete {pack} no existe, no es para estos países o no corresponde a este proceso.',
    en: 'Pack {pack} does not exist, is not for these countries or does not belong to this run.',
  },
  'state-by-place': {
    status: 422,
    es: 'La institución {institution} es del Estado en que está ({country}): solo de consulados y cancillerías se registra de qué Estado son.',
    en: 'Institution {institution} is of the State where it sits ({country}): only of consulates and foreign ministries it is entered of which State they are.',
  },
  'name-taken': {
    status: 409,
    es: 'Ya consta un nombre de {institution} desde {since}; las entradas no se cambian.',
    en: 'A name of {institution} since {since} is already entered; entries are not changed.',
  },
  'pack-unknown': {
    status: 404,
    es: 'No existe el paquete {pack} versión {version}.',
    en: 'There is no pack {pack} version {version}.',
  },
  'register-unknown': {
    status: 422,
    es: 'El registro habla de «{id}», que ningún paquete ni calendario conoce.',
    en: 'The register entry speaks of "{id}", which no pack and no calendar knows.',
  },
  'pack-missing': {
    status: 409,
    es: 'El paso {step} no puede darse: el proceso no está bajo ningún paquete de país o corredor, y sin punto ni acuerdo conocidos nadie sale.',
    en: 'Step {step} cannot be taken: the run is under no country or corridor pack, and without a known point and agreement nobody departs.',
  },
  'pack-weakens': {
    status: 409,
    es: 'Con el paquete {pack} este protocolo protegería menos; quien administra el paquete debe publicar otra versión.',
    en: 'Under pack {pack} this protocol would protect less; whoever administers the pack must publish another version.',
  },
  'pack-needed': {
    status: 422,
    es: 'Para estos países hay varios paquetes ({packs}). Diga cuál rige.',
    en: 'There are several packs for these countries ({packs}). Say which one applies.',
  },
  'point-unknown': {
    status: 409,
    es: 'El punto de entrega {point} no está en el paquete del corredor. Sin un punto conocido nadie sale.',
    en: 'Handover point {point} is not in the pack of the corridor. Without a known point nobody departs.',
  },
  'point-closed': {
    status: 409,
    es: 'El punto {point} está cerrado el {on} a las {time} ({zone}). Elija una fecha y hora en que esté abierto.',
    en: 'Point {point} is closed on {on} at {time} ({zone}). Choose a date and time at which it is open.',
  },
  'agreement-not-in-force': {
    status: 409,
    es: 'El acuerdo en que se basa el punto {point} no consta vigente el {on} entre estos países. Registre su vigencia o elija otro punto.',
    en: 'The agreement point {point} rests on is not known to be in force on {on} between these countries. Record its validity or choose another point.',
  },
  'register-known': {
    status: 409,
    es: 'El proceso ya conoce estas entradas del registro.',
    en: 'The run already knows these entries of the register.',
  },
  'step-unknown': {
    status: 404,
    es: 'El protocolo no tiene el paso {step}.',
    en: 'The protocol has no step {step}.',
  },
  'step-not-open': {
    status: 409,
    es: 'El paso {step} no está abierto: ya fue respondido, fue retirado o aún no comienza.',
    en: 'Step {step} is not open: it was answered, was withdrawn or has not begun.',
  },
  'nudged-already': {
    status: 409,
    es: 'Ya se recordó el paso {step} en las últimas 24 horas. Espere a que pasen, o pase la función a otra institución.',
    en: 'Step {step} was brought to mind within the last 24 hours. Wait until they are over, or give the role to another institution.',
  },
  'opening-superseded': {
    status: 409,
    es: 'El paso {step} se abrió de nuevo (apertura {current}); usted respondió a la apertura {given}. Lea el paso otra vez.',
    en: 'Step {step} was opened again (opening {current}); you answered opening {given}. Read the step again.',
  },
  'not-responsible': {
    status: 403,
    es: 'Su institución no es responsable del paso {step}.',
    en: 'Your institution is not responsible for step {step}.',
  },
  'deadline-passed': {
    status: 409,
    es: 'El plazo del paso {step} venció y el protocolo sigue por sí mismo; ya no se puede responder.',
    en: 'The deadline of step {step} has passed and the protocol goes on by itself; it can no longer be answered.',
  },
  'already-signed': {
    status: 409,
    es: 'Su institución ya firmó el paso {step} con este resultado.',
    en: 'Your institution has already signed step {step} with this outcome.',
  },
  'outcome-unknown': {
    status: 422,
    es: 'El paso {step} no tiene el resultado {outcome}.',
    en: 'Step {step} has no outcome {outcome}.',
  },
  'outcome-by-silence': {
    status: 409,
    es: 'El resultado {outcome} del paso {step} solo se produce cuando vence el plazo; nadie puede elegirlo.',
    en: 'Outcome {outcome} of step {step} only comes of the deadline passing; nobody can choose it.',
  },
  'requirement-missing': {
    status: 409,
    es: 'El paso {step} está suspendido. Falta: {missing}.',
    en: 'Step {step} is suspended. Missing: {missing}.',
  },
  'event-unknown': {
    status: 404,
    es: 'El protocolo no tiene el suceso {event}.',
    en: 'The protocol has no event {event}.',
  },
  'event-not-allowed': {
    status: 403,
    es: 'Su institución no puede reportar el suceso {event}.',
    en: 'Your institution may not report event {event}.',
  },
  'event-too-late': {
    status: 409,
    es: 'El suceso {event} ya no puede reportarse en este punto del proceso.',
    en: 'Event {event} can no longer be reported at this point of the run.',
  },
  'clock-gone': {
    status: 409,
    es: 'El plazo ya no corre: el paso fue respondido, pausado o retirado.',
    en: 'The clock no longer runs: the step was answered, paused or withdrawn.',
  },
  'not-due': {
    status: 409,
    es: 'El plazo aún no vence.',
    en: 'The deadline has not been reached.',
  },
  'share-unknown': {
    status: 404,
    es: 'No hay un envío de datos pendiente de acuse con esa referencia.',
    en: 'There is no share awaiting acknowledgement with this reference.',
  },
  'share-recalled': {
    status: 410,
    es: 'Estos datos se retiraron y ya no se muestran. No los use; en la tarea está lo que debe hacer con las copias.',
    en: 'These data were recalled and are no longer shown. Do not use them; the task says what to do with copies.',
  },
  'not-recipient': {
    status: 403,
    es: 'Su institución no es la destinataria de este envío.',
    en: 'Your institution is not the recipient of this share.',
  },
  'form-invalid': {
    status: 422,
    es: 'Al formulario le faltan datos, o alguno no es como se pide.',
    en: 'The form lacks answers, or some are not as asked for.',
  },
  'reference-invalid': {
    status: 422,
    es: 'La referencia «{reference}» no es un código: use letras, cifras, puntos y guiones, sin espacios.',
    en: 'Reference "{reference}" is not a code: use letters, digits, dots and hyphens, without spaces.',
  },
  'operation-unknown': {
    status: 404,
    es: 'El operativo no existe o su institución no participa en él.',
    en: 'The operation does not exist or your institution is not a party to it.',
  },
  'operation-closed': {
    status: 409,
    es: 'El operativo ya no admite más personas: cerró su lista o fue suspendido.',
    en: 'The operation takes no more people: its list is closed or it was called off.',
  },
  'operation-full': {
    status: 409,
    es: 'El operativo no tiene lugares libres. Elija otro, o pida a quien lo programó más lugares.',
    en: 'The operation has no free seats. Choose another, or ask whoever planned it for more.',
  },
  'seat-never': {
    status: 409,
    es: 'Nadie bajo el protocolo {protocol} viaja en este operativo.',
    en: 'Nobody under protocol {protocol} travels on this operation.',
  },
  'seat-not-cleared': {
    status: 409,
    es: 'La persona no puede ocupar un lugar: en su propio proceso falta {missing}.',
    en: 'The person cannot take a seat: in their own run {missing} is missing.',
  },
  'seat-date': {
    status: 422,
    es: 'La salida de la persona debe quedar dentro de la que declara el operativo.',
    en: "The person's departure must lie within the one the operation declares.",
  },
  'seat-destination': {
    status: 409,
    es: 'El operativo va a un país distinto del que recibe a la persona.',
    en: 'The operation goes to another country than the one that receives the person.',
  },
  'series-held': {
    status: 409,
    es: 'Esta respuesta no se registró y nada de ella tuvo efecto; el borrador sigue guardado. Desde esta cuenta se decidió sobre varias personas más deprisa de lo que alguien puede valorarlas, o con las mismas razones, y la cuenta quedó retenida. Pida a quien supervisa su institución que revise la serie y la libere.',
    en: 'This answer was not entered and nothing of it took effect; the draft is still kept. This account decided about several persons faster than anybody can assess them, or with the same reasons, and is now held. Ask a supervisor of your institution to look at the series and release it.',
  },
  'act-conflict': {
    status: 409,
    es: 'Esta clave ya se usó para otro acto distinto.',
    en: 'This key was already used for a different act.',
  },
  'family-unknown': {
    status: 422,
    es: 'El protocolo {protocol} no vincula familias. Inicie el proceso de la persona por separado.',
    en: 'Protocol {protocol} does not link families. Start the run of this person on its own.',
  },
  'family-known': {
    status: 409,
    es: 'El proceso ya está vinculado con una familia.',
    en: 'The run is already linked with a family.',
  },
  'relative-unknown': {
    status: 404,
    es: 'No existe el proceso del familiar, ya terminó o usted no lo dirige.',
    en: "The relative's run does not exist, has ended or is not led by you.",
  },
  'rehearsal-invented': {
    status: 409,
    es: 'Un ensayo usa personas inventadas: no puede llevar el expediente de una persona conocida. Inícielo sin persona.',
    en: 'A rehearsal uses invented people: it cannot carry the file of a known person. Start it without one.',
  },
  'not-rehearsal': {
    status: 409,
    es: 'Solo un ensayo lleva su propio reloj.',
    en: 'Only a rehearsal carries its own clock.',
  },
} as const satisfies Record<string, { status: number } & Text>;

export type RefusalCode = keyof typeof REFUSALS;

/** Why an act was refused. `params` are codes and counters only. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export function refusal(code: RefusalCode, params: Refusal['params'] = {}): Refusal {
  return { code, params };
}

/** The sentence of a refusal in one language. */
export function refusalText(refused: Refusal, language: 'es' | 'en'): string {
  return REFUSALS[refused.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(refused.params[name] ?? ''),
  );
}

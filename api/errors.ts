import type { Text } from '../protocols/language/text.js';
import { REFUSALS, type Refusal, type RefusalCode } from '../protocols/refusals.js';
import type { Language } from './language.js';

/** Errors of the API itself; refusals of the domain are in `protocols/refusals`. Codes are stable. */
export const API_ERRORS = {
  'url-malformed': {
    status: 400,
    es: 'La dirección contiene signos que no se pueden leer.',
    en: 'The address contains characters that cannot be read.',
  },
  'request-malformed': {
    status: 400,
    es: 'La petición no sigue las reglas de HTTP.',
    en: 'The request does not follow the rules of HTTP.',
  },
  'json-malformed': {
    status: 400,
    es: 'El cuerpo no es JSON en UTF-8 bien formado.',
    en: 'The body is not well-formed JSON in UTF-8.',
  },
  'json-duplicate-key': {
    status: 400,
    es: 'El cuerpo repite un nombre en el mismo objeto.',
    en: 'The body repeats a name in the same object.',
  },
  'json-too-deep': {
    status: 400,
    es: 'El cuerpo tiene demasiados niveles.',
    en: 'The body has too many levels.',
  },
  'yaml-malformed': {
    status: 400,
    es: 'El cuerpo no es YAML bien formado, o usa alias, etiquetas o nombres repetidos (línea {line}, columna {column}).',
    en: 'The body is not well-formed YAML, or uses aliases, tags or repeated names (line {line}, column {column}).',
  },
  'query-invalid': {
    status: 400,
    es: 'Los parámetros de la dirección no son los que se esperan.',
    en: 'The parameters of the address are not as expected.',
  },
  'header-invalid': {
    status: 400,
    es: 'Falta un encabezado o no tiene la forma que se espera.',
    en: 'A header is missing or not as expected.',
  },
  'cursor-invalid': {
    status: 400,
    es: 'El cursor no proviene de una página anterior de esta lista.',
    en: 'The cursor does not come from an earlier page of this list.',
  },
  unauthenticated: {
    status: 401,
    es: 'Falta una clave de acceso vigente.',
    en: 'A current access token is missing.',
  },
  'not-allowed': {
    status: 403,
    es: 'Su función no permite esta acción.',
    en: 'Your role does not allow this action.',
  },
  'form-stale': {
    status: 403,
    es: 'El formulario venía de otra sesión, así que no se hizo nada. Abra la página otra vez y envíelo de nuevo.',
    en: 'The form came from another session, so nothing was done. Open the page again and send it again.',
  },
  'evidence-period-party': {
    status: 403,
    es: 'Su institución participa en casos como autoridad del país de origen, y un periodo habla de todos los casos. Pida las pruebas caso por caso.',
    en: 'Your institution takes part in cases as an authority of the country of origin, and a period tells of all cases. Ask for evidence case by case.',
  },
  'institution-unbound': {
    status: 403,
    es: 'Su institución debe cumplir una función en el proceso que inicia.',
    en: 'Your institution must fill a role in the run it starts.',
  },
  'rehearsals-off': {
    status: 403,
    es: 'En esta instalación no se hacen ensayos.',
    en: 'This installation takes no rehearsals.',
  },
  'route-unknown': {
    status: 404,
    es: 'Esta dirección no existe.',
    en: 'This address does not exist.',
  },
  'opening-unknown': {
    status: 404,
    es: 'Este paso no se ha abierto para su institución.',
    en: 'This step has not been opened for your institution.',
  },
  'notice-unknown': {
    status: 404,
    es: 'No hay ningún aviso con esa referencia para su institución.',
    en: 'There is no notice with this reference for your institution.',
  },
  'webhook-unknown': {
    status: 404,
    es: 'Su institución no tiene esa dirección, o ya no espera aprobación.',
    en: 'Your institution has no such address, or it no longer waits for approval.',
  },
  'evidence-unknown': {
    status: 404,
    es: 'No hay pruebas con esa referencia para su institución.',
    en: 'There is no evidence with this reference for your institution.',
  },
  'method-not-allowed': {
    status: 405,
    es: 'Esta dirección no admite ese método.',
    en: 'This address does not take that method.',
  },
  'not-acceptable': {
    status: 406,
    es: 'Solo hay respuestas en application/json.',
    en: 'Answers come in application/json only.',
  },
  'webhook-host-known': {
    status: 409,
    es: 'Este servidor ya está en la lista de su institución.',
    en: 'This host is already on the list of your institution.',
  },
  'webhook-own-request': {
    status: 409,
    es: 'Usted pidió este servidor: debe aprobarlo otra persona.',
    en: 'You asked for this host: somebody else must approve it.',
  },
  'webhook-changed': {
    status: 409,
    es: 'Ya está así, u otra persona lo cambió al mismo tiempo. Vea cómo quedó.',
    en: 'It stands so already, or somebody changed it at the same time. See how it stands.',
  },
  'evidence-not-ready': {
    status: 409,
    es: 'El archivo no está hecho. Vea en qué estado está lo que pidió.',
    en: 'The file is not made. See how your request stands.',
  },
  'evidence-expired': {
    status: 410,
    es: 'El archivo se borró al cumplirse su plazo. Pídalo de nuevo.',
    en: 'The file was removed when its time was over. Ask for it again.',
  },
  'data-erased': {
    status: 410,
    es: 'Los datos de esta persona fueron borrados.',
    en: "This person's data has been erased.",
  },
  'measure-unknown': {
    status: 404,
    es: 'No hay una medida con esa referencia para los datos de esta persona.',
    en: "There is no measure with this reference about this person's data.",
  },
  'measure-decided': {
    status: 409,
    es: 'Esta medida ya fue decidida.',
    en: 'This measure was already decided.',
  },
  'measure-own': {
    status: 409,
    es: 'Quien pidió la medida no puede decidirla: debe hacerlo otra persona.',
    en: 'Whoever asked for the measure cannot decide it: somebody else must.',
  },
  'series-unknown': {
    status: 404,
    es: 'No existe esa retención, o no es de su institución.',
    en: 'There is no such hold, or it is not of your institution.',
  },
  'series-own': {
    status: 409,
    es: 'La cuenta retenida es la suya: debe revisarla otra persona que supervise su institución. Si no hay otra, pida a quien administra que la revise o que dé esa función a alguien más.',
    en: 'The account that is held is yours: somebody else who supervises your institution must look at it. If there is nobody, ask an administrator to do so or to give that role to somebody else.',
  },
  'series-released': {
    status: 409,
    es: 'Esta retención ya terminó: la cuenta fue liberada.',
    en: 'This hold is over: the account was released.',
  },
  'data-held': {
    status: 409,
    es: 'Los datos están bajo retención legal. Levántela antes de suprimirlos.',
    en: 'The data is under a legal hold. Lift it before erasing.',
  },
  'data-in-use': {
    status: 409,
    es: 'La persona tiene un proceso abierto que necesita sus datos. Espere a que termine.',
    en: 'The person has an open run that needs the data. Wait until it has ended.',
  },
  'body-too-large': {
    status: 413,
    es: 'El cuerpo es más grande de lo permitido.',
    en: 'The body is larger than allowed.',
  },
  'media-type-unsupported': {
    status: 415,
    es: 'El cuerpo debe ser application/json.',
    en: 'The body must be application/json.',
  },
  'body-invalid': {
    status: 422,
    es: 'El cuerpo no tiene la forma que se espera.',
    en: 'The body is not as expected.',
  },
  'webhook-host-refused': {
    status: 422,
    es: 'Escriba el nombre completo de un servidor de internet, por ejemplo sistema.institucion.gob.mx. No se admiten números ni nombres internos.',
    en: 'Write the full name of a server on the internet, for example system.institution.gov. Numbers and inner names are not taken.',
  },
  'webhook-url-refused': {
    status: 422,
    es: 'Escriba una dirección que empiece con https:// y el nombre completo de un servidor, sin usuario ni «#».',
    en: 'Write an address that begins with https:// and the full name of a server, without a user or “#”.',
  },
  'webhook-host-unapproved': {
    status: 409,
    es: 'Primero pida el servidor de esta dirección y espere a que otra persona lo apruebe.',
    en: 'First ask for the host of this address and wait until somebody else approves it.',
  },
  'evidence-what': {
    status: 422,
    es: 'Diga un caso, o el primer y el último día de un periodo; no ambas cosas.',
    en: 'Name a case, or the first and the last day of a period; not both.',
  },
  'evidence-period': {
    status: 422,
    es: 'Escriba el primer y el último día, en ese orden, de a lo más {days} días y sin empezar en el futuro.',
    en: 'Enter the first and the last day, in this order, at most {days} days in all and none in the future.',
  },
  'evidence-checkpoint': {
    status: 422,
    es: 'Eso no es un punto de control de este registro. Péguelo completo, desde la línea «retorno/log/…» hasta la de la firma.',
    en: 'That is no checkpoint of this log. Paste all of it, from the line “retorno/log/…” to the one of the signature.',
  },
  'role-needed': {
    status: 422,
    es: 'Su institución cumple varias funciones aquí; diga con cuál responde: {roles}.',
    en: 'Your institution fills several roles here; say which one answers: {roles}.',
  },
  'date-out-of-range': {
    status: 422,
    es: 'Una fecha queda fuera de los calendarios que conoce el sistema.',
    en: 'A date lies outside the calendars the system knows.',
  },
  'rate-limited': {
    status: 429,
    es: 'Demasiadas peticiones. Espere {seconds} segundos.',
    en: 'Too many requests. Wait {seconds} seconds.',
  },
  internal: {
    status: 500,
    es: 'El servicio tiene un problema. Intente más tarde.',
    en: 'There is a problem with the service. Try later.',
  },
  unavailable: {
    status: 503,
    es: 'El servicio no está disponible por ahora. Intente de nuevo en unos segundos.',
    en: 'The service is not available right now. Try again in a few seconds.',
  },
} as const satisfies Record<string, { status: number } & Text>;

export type ApiErrorCode = keyof typeof API_ERRORS;
export type ProblemCode = ApiErrorCode | RefusalCode;

/** One fault of the input: where (JSON pointer), a stable code, a sentence. */
export interface InputFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: Text;
}

interface ProblemOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly faults?: readonly InputFault[];
  /** Said instead of the sentence of the register. */
  readonly detail?: Text;
}

/** The one class of expected errors; the error handler turns it into a problem document. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly options: ProblemOptions;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.options = options;
  }
}

/** A refusal of the domain as an error of the API. */
export function refused({ code, params }: Refusal, detail?: Text): ProblemError {
  return new ProblemError(code, { params, ...(detail ? { detail } : {}) });
}

export function statusOf(code: ProblemCode): number {
  return register(code).status;
}

/** The sentence of a problem in one language. */
export function detailOf({ code, options }: ProblemError, language: Language): string {
  const sentence = (options.detail ?? register(code))[language];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(options.params?.[name] ?? ''));
}

function register(code: ProblemCode): { status: number } & Text {
  return code in API_ERRORS ? API_ERRORS[code as ApiErrorCode] : REFUSALS[code as RefusalCode];
}

import { detailOf, type ProblemError, statusOf } from './errors.js';
import type { Language } from './language.js';
import type { Problem } from './schemas/problem.js';

const TITLES: Record<number, { es: string; en: string }> = {
  400: { es: 'Petición incorrecta', en: 'Bad request' },
  401: { es: 'Sin identificación', en: 'Not signed in' },
  403: { es: 'Sin permiso', en: 'Not allowed' },
  404: { es: 'No existe', en: 'Not found' },
  405: { es: 'Método no admitido', en: 'Method not allowed' },
  406: { es: 'Formato no disponible', en: 'Format not available' },
  409: { es: 'El estado no lo permite', en: 'Conflict with the current state' },
  410: { es: 'Ya no existe', en: 'Gone' },
  413: { es: 'Demasiado grande', en: 'Too large' },
  415: { es: 'Formato no admitido', en: 'Format not supported' },
  422: { es: 'Datos por corregir', en: 'Data to correct' },
  429: { es: 'Demasiadas peticiones', en: 'Too many requests' },
  500: { es: 'Problema del servicio', en: 'Problem with the service' },
  503: { es: 'No disponible por ahora', en: 'Not available right now' },
};

/** The problem document (RFC 9457) of an error. `requestId` lets an operator find the log line. */
export function problemOf(error: ProblemError, language: Language, requestId: string): Problem {
  const status = statusOf(error.code);
  const { faults } = error.options;
  return {
    type: `urn:retorno:problem:${error.code}`,
    title: (TITLES[status] ?? TITLES[500]!)[language],
    status,
    detail: detailOf(error, language),
    instance: `urn:retorno:request:${requestId}`,
    code: error.code,
    ...(faults
      ? {
          errors: faults.map(({ pointer, code, message }) => ({
            pointer,
            code,
            message: message[language],
          })),
        }
      : {}),
  };
}

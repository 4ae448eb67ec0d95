import { languageOf, OperatorError } from '../platform/text.js';
import { type ApiClient, createApiClient } from './api-client.js';

/** The API as the institution of RETORNO_TOKEN. Throws with what to do when there is no token. */
export function api(): ApiClient {
  const { RETORNO_URL: url = 'http://127.0.0.1:8080', RETORNO_TOKEN: token } = process.env;
  if (!token) {
    throw new OperatorError({
      es: 'Falta la clave de acceso: póngala en RETORNO_TOKEN («npm start» muestra las de demostración).',
      en: 'The access token is missing: put it in RETORNO_TOKEN ("npm start" shows those of the demo).',
    });
  }
  return createApiClient({ url, token, language: languageOf(process.env) });
}

/** An answer of the API, as JSON people can read and programs too. */
export function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

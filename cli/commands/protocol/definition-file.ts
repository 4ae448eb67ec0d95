import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parse } from 'yaml';
import { OperatorError } from '../../../platform/text.js';

/** A definition as it is on disk: sent unchanged, so that the API alone judges it. */
export interface DefinitionFile {
  readonly id: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Reads a definition in JSON (`.json`) or YAML. Throws with what to do when it cannot be read or names no protocol. */
export function readDefinitionFile(path: string): DefinitionFile {
  let body: Uint8Array<ArrayBuffer>;
  try {
    body = new Uint8Array(readFileSync(path));
  } catch {
    throw new OperatorError({
      es: `No se pudo leer «${path}». Revise el nombre y los permisos.`,
      en: `"${path}" could not be read. Check its name and permissions.`,
    });
  }
  const isJson = extname(path).toLowerCase() === '.json';
  const id = idIn(new TextDecoder().decode(body));
  if (id === undefined) {
    throw new OperatorError({
      es: `«${path}» no es un protocolo en JSON o YAML: falta «id».`,
      en: `"${path}" is no protocol in JSON or YAML: "id" is missing.`,
    });
  }
  return { id, type: isJson ? 'application/json' : 'application/yaml', body };
}

/** JSON is YAML too. */
function idIn(text: string): string | undefined {
  try {
    const { id } = (parse(text) ?? {}) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

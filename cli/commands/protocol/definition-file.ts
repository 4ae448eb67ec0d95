import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { OperatorError } from '../../../platform/text.js';
import { readYaml } from '../../definition-source.js';

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
  // JSON is YAML too; what is neither is told with the line.
  const { id } = (readYaml(path) ?? {}) as { readonly id?: unknown };
  if (typeof id !== 'string') {
    throw new OperatorError({
      es: `«${path}» no es un protocolo: falta «id». Escriba al principio el nombre que lo identifica, como «id: mi-protocolo».`,
      en: `"${path}" is no protocol: "id" is missing. Write the name that identifies it at its beginning, as "id: my-protocol".`,
    });
  }
  return { id, type: isJson ? 'application/json' : 'application/yaml', body };
}

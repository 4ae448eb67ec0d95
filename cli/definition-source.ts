import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseDefinition } from '../api/schemas/definition.js';
import { type BilingualText, OperatorError } from '../platform/text.js';
import type { Definition } from '../protocols/language/definition.js';
import { isPublishable, validateDefinition } from '../protocols/language/validate.js';
import { SHIPPED } from '../protocols/registry.js';

/** A definition and where it came from. */
export interface DefinitionSource {
  readonly definition: Definition;
  /** Read from a file: nobody published it. */
  readonly isDraft: boolean;
}

const MOST_FAULTS = 10;

/**
 * A shipped protocol by its name, otherwise a definition in a file (JSON or YAML). Throws `OperatorError` with every
 * fault when there is none, or one that could never be published.
 */
export function getDefinitionFrom(nameOrFile: string): DefinitionSource {
  const shipped = SHIPPED.find(({ id }) => id === nameOrFile);
  if (shipped) return { definition: shipped, isDraft: false };
  const parsed = parseDefinition(readYaml(nameOrFile));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`);
    throw faulty(nameOrFile, faults, faults);
  }
  const found = validateDefinition(parsed.data);
  if (!isPublishable(found)) {
    const errors = found.filter(({ severity }) => severity === 'error');
    throw faulty(
      nameOrFile,
      errors.map(({ message }) => message.es),
      errors.map(({ message }) => message.en),
    );
  }
  return { definition: parsed.data, isDraft: true };
}

/** A file in JSON or YAML. Throws `OperatorError` when it is not there or neither. */
export function readYaml(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    const names = SHIPPED.map(({ id }) => id).join(', ');
    throw new OperatorError({
      es: `No se pudo leer «${path}». Dé un archivo JSON o YAML, o un protocolo del producto: ${names}.`,
      en: `"${path}" could not be read. Give a JSON or YAML file, or a protocol of the product: ${names}.`,
    });
  }
  try {
    return parse(text);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new OperatorError({
      es: `«${path}» no es JSON ni YAML válido: ${why}`,
      en: `"${path}" is neither valid JSON nor YAML: ${why}`,
    });
  }
}

/** An error that lists the faults of a file, in both languages. */
export function faulty(path: string, es: readonly string[], en: readonly string[]): OperatorError {
  const list = (faults: readonly string[]) => faults.slice(0, MOST_FAULTS).join('\n- ');
  const more = es.length - MOST_FAULTS;
  const text: BilingualText = {
    es: `«${path}» tiene errores:\n- ${list(es)}${more > 0 ? `\n… y ${more} más` : ''}`,
    en: `"${path}" has faults:\n- ${list(en)}${more > 0 ? `\n… and ${more} more` : ''}`,
  };
  return new OperatorError(text);
}

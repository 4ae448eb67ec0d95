import { type Language, languageOf } from '../../platform/text.js';
import { type CheckFinding, checkDefinition } from '../../protocols/checker/check.js';
import type { Definition } from '../../protocols/language/definition.js';
import { SHIPPED } from '../../protocols/registry.js';
import { readDefinition } from './check/read-definition.js';
import { sayFindings } from './check/say-findings.js';

export interface CheckOptions {
  readonly json?: boolean;
  /** Check the protocols of the product as well. */
  readonly shipped?: boolean;
}

/** What the command says and how it ends: 0 clean, 1 findings, 2 unusable input. */
export interface Checked {
  readonly code: 0 | 1 | 2;
  readonly output: string;
  readonly errors: string;
}

/**
 * Checks definitions in files. The protocols of the product and the other files count as those a run may continue
 * under. Needs no server and no database, so the directory of institutions is not looked at.
 */
export function checkFiles(
  files: readonly string[],
  options: CheckOptions,
  language: Language = languageOf(process.env),
): Checked {
  const read = files.map((file) => ({ file, result: readDefinition(file) }));
  const errors: string[] = [];
  const definitions: { name: string; definition: Definition }[] = options.shipped
    ? SHIPPED.map((definition) => ({ name: definition.id, definition }))
    : [];
  for (const { file, result } of read) {
    if (result.ok) definitions.push({ name: file, definition: result.definition });
    else errors.push(`${file}: ${result.why[language]}`);
  }
  if (files.length === 0 && !options.shipped) {
    errors.push(
      language === 'es'
        ? 'Indique al menos un archivo, o --shipped para los protocolos del producto.'
        : 'Name at least one file, or --shipped for the protocols of the product.',
    );
  }
  const given = definitions.map(({ definition }) => definition);
  const checked = definitions.map(({ name, definition }) => ({
    name,
    findings: checkDefinition(definition, { others: othersOf(definition, given) }),
  }));
  const found = checked.some(({ findings }) => findings.length > 0);
  return {
    code: errors.length > 0 ? 2 : found ? 1 : 0,
    output: options.json ? `${JSON.stringify(checked)}\n` : say(checked, language),
    errors: errors.map((error) => `${error}\n`).join(''),
  };
}

/** A file stands for the protocol of the product whose id it has. */
function othersOf(definition: Definition, given: readonly Definition[]): Definition[] {
  const all = new Map([...SHIPPED, ...given].map((other) => [other.id, other]));
  all.delete(definition.id);
  return [...all.values()];
}

function say(
  checked: readonly { readonly name: string; readonly findings: readonly CheckFinding[] }[],
  language: Language,
): string {
  return checked
    .map(({ name, findings }) => `${sayFindings(name, findings, language)}\n`)
    .join('\n');
}

/** The command `retorno check`. */
export function check(files: readonly string[], options: CheckOptions): void {
  const { code, output, errors } = checkFiles(files, options);
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = code;
}

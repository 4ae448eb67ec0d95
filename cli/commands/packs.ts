import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parse } from 'yaml';
import { parsePack } from '../../api/schemas/pack.js';
import { languageOf, OperatorError } from '../../platform/text.js';
import { brokenUnder } from '../../protocols/checker/broken-under.js';
import { checkPack } from '../../protocols/packs/check/check-pack.js';
import { checkVariant } from '../../protocols/packs/check/check-variant.js';
import { SHIPPED } from '../../protocols/registry.js';
import { api } from '../session.js';

interface Packs {
  readonly items: readonly {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly norms: readonly {
      id: string;
      title: string;
      says: string;
      source: { mark: string; ref: string };
    }[];
    readonly agreements: readonly {
      id: string;
      until?: string;
      inForce: boolean;
      endsInDays?: number;
    }[];
  }[];
}

interface Register {
  readonly items: readonly { id: number; words: string; source: { mark: string; ref: string } }[];
}

/** Commands about country and corridor packs and the register of what States made known. */
export function addPackCommands(program: Command): void {
  const pack = program
    .command('pack')
    .description('country and corridor packs / paquetes de países y corredores');
  pack
    .command('list')
    .description('packs with their agreements / paquetes y sus acuerdos')
    .action(async () => listPacks(await api().get<Packs>('/v1/packs')));
  pack
    .command('norms <pack>')
    .description('where each deadline comes from / de dónde viene cada plazo')
    .action(async (id: string) => listNorms(await api().get<Packs>('/v1/packs'), id));
  pack
    .command('check <file...>')
    .description('check packs in YAML or JSON files / revisar paquetes en archivos')
    .action((files: string[]) => {
      const found = files.map(checkFile).reduce((sum, count) => sum + count, 0);
      if (found > 0) process.exitCode = 1;
    });
  const register = program
    .command('register')
    .description('what States made known / lo que los Estados dieron a conocer');
  register
    .command('list')
    .description('every entry / todas las entradas')
    .action(async () => {
      for (const { id, words, source } of (await api().get<Register>('/v1/register')).items) {
        say(`${id}  ${words}  [${source.mark}] ${source.ref}`);
      }
    });
  register
    .command('add <json>')
    .description('enter one, as JSON or @file / registrar una, en JSON o @archivo')
    .requiredOption('--source <text>', 'where it was decreed / dónde se decretó')
    .option('--mark <mark>', 'source, memory, proposal / fuente, memoria, propuesta', 'source')
    .option('--note <text>', 'for readers / para quien lo lea')
    .action(async (json: string, options: { source: string; mark: string; note?: string }) => {
      const entry = await api().post<{ id: number; words: string }>('/v1/register', {
        change: readJson(json),
        source: { mark: options.mark, ref: options.source },
        ...(options.note ? { note: options.note } : {}),
      });
      say(`${entry.id}  ${entry.words}`);
    });
}

function listPacks({ items }: Packs): void {
  for (const { id, version, title, agreements } of items) {
    say(`${id}@${version}  ${title}`);
    for (const { id: agreement, until, inForce, endsInDays } of agreements) {
      const mark = inForce ? '✔' : '✘';
      const soon = endsInDays === undefined ? '' : `  (${endsInDays} d)`;
      say(`  ${mark} ${agreement}${until ? `  → ${until}` : ''}${soon}`);
    }
  }
}

function listNorms({ items }: Packs, id: string): void {
  const pack = items.filter((one) => one.id === id).at(-1);
  if (!pack) {
    throw new OperatorError({
      es: `No existe el paquete ${id}. Vea «retorno pack list».`,
      en: `There is no pack ${id}. See "retorno pack list".`,
    });
  }
  for (const { id: norm, title, says, source } of pack.norms) {
    say(`${norm}  ${title}: ${says}  [${source.mark}] ${source.ref}`);
  }
}

/** Prints what is wrong with a pack in a file; how much that is. */
function checkFile(file: string): number {
  const read = parsePack(parse(readFileSync(file, 'utf8')));
  if (!read.success) {
    for (const { path, message } of read.error.issues)
      say(`${file}: ${path.join('/')}: ${message}`);
    return read.error.issues.length;
  }
  const language = languageOf(process.env);
  const found = [
    ...checkPack(read.data),
    ...SHIPPED.flatMap((protocol) => checkVariant(protocol, read.data)),
  ];
  for (const { message } of found) say(`${file}: ${message[language]}`);
  // What the safeguards themselves ask can only be asked of a protocol that is well formed.
  const broken =
    found.length > 0
      ? []
      : SHIPPED.flatMap((protocol) => brokenUnder(protocol, read.data, SHIPPED));
  for (const { invariant, where, found: wrong } of broken) {
    say(`${file}: ${invariant} ${where}: ${wrong[language]}`);
  }
  if (found.length + broken.length === 0) say(`${file}: ✔`);
  return found.length + broken.length;
}

function readJson(text: string): unknown {
  const source = text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text;
  try {
    return JSON.parse(source);
  } catch {
    throw new OperatorError({
      es: 'La entrada no es JSON válido. Ejemplo: \'{"kind":"day","country":"MX","on":"2026-12-24","works":false}\'',
      en: 'The entry is not valid JSON. Example: \'{"kind":"day","country":"MX","on":"2026-12-24","works":false}\'',
    });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

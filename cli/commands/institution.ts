import { type Command, InvalidArgumentError } from 'commander';
import { isState } from '../../api/institutions/is-state.js';
import { OperatorError } from '../../platform/text.js';
import { unknownInstitution, withDoor } from './accounts.js';

/** `retorno institution …`: the directory, and of which State its consulates and ministries are. Each change is in the log. */
export function addInstitutionCommands(program: Command): void {
  const institution = program
    .command('institution')
    .description('the directory of institutions / el directorio de instituciones');
  institution
    .command('list')
    .description(
      'id, kind, country, State, active; a consulate without State shows "?" / un consulado sin Estado muestra «?»',
    )
    .option('--kind <kind>', 'only these, e.g. CON / solo estas')
    .action(async ({ kind }: { kind?: string }) => list(kind));
  institution
    .command('state')
    .argument('<id>', 'of a consulate or foreign ministry / de un consulado o una cancillería')
    .argument('<state>', 'two letters, e.g. HN; "none" takes it back / dos letras', stateIn)
    .description('enter of which State it is / registrar de qué Estado es')
    .action(async (id: string, state: string) => setState(id, state === 'none' ? null : state));
}

async function list(kind: string | undefined): Promise<void> {
  const { listInstitutions } = await import('../../db/queries/institutions.js');
  const { sitsAbroad, stateOf } = await import('../../protocols/language/corridor.js');
  await withDoor(async ({ db }) => {
    for (const one of await listInstitutions(db)) {
      if (kind !== undefined && one.kind !== kind) continue;
      const state = stateOf(one) ?? (sitsAbroad(one) ? '?' : '-');
      const active = one.active ? 'active' : 'inactive';
      process.stdout.write(
        `${one.id}\t${one.kind}\t${one.country}\t${state}\t${active}\t${one.nameEs}\n`,
      );
    }
  });
}

async function setState(id: string, ofState: string | null): Promise<void> {
  const { setInstitutionState } = await import('../../db/queries/institutions.js');
  const { sitsAbroad } = await import('../../protocols/language/corridor.js');
  await withDoor(async ({ db, directory }) => {
    const known = directory.find(id);
    if (!known) throw unknownInstitution(id);
    if (!sitsAbroad(known)) {
      throw new OperatorError({
        es: `${id} es de tipo ${known.kind} y del Estado en que está (${known.country}). Solo de consulados (CON) y cancillerías (MFA) se registra otro.`,
        en: `${id} is of kind ${known.kind} and of the State where it sits (${known.country}). Only for consulates (CON) and foreign ministries (MFA) another one is entered.`,
      });
    }
    await setInstitutionState(db, id, ofState);
    process.stdout.write(`${id}\t${ofState ?? '?'}\n`);
  });
}

/** A State of the command line, or none. Throws for what is no code of a State. */
function stateIn(given: string): string {
  if (given === 'none') return given;
  const code = given.toUpperCase();
  if (!isState(code)) {
    throw new InvalidArgumentError('ISO 3166-1 alpha-2: HN, GT, SV, MX …');
  }
  return code;
}

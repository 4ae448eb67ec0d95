import type { Command } from 'commander';
import { ACCESS_ROLES, type AccessRole } from '../../db/queries/access-tokens.js';
import { OperatorError } from '../../platform/text.js';
import { roleIn, unknownInstitution, withDoor } from './accounts.js';

interface CreateOptions {
  readonly institution: string;
  readonly role: AccessRole;
  readonly label: string;
}

/** `retorno token …`: by which programs of institutions use the API. Each change is in the log of the installation. */
export function addTokenCommands(program: Command): void {
  const token = program
    .command('token')
    .description('tokens by which programs use the API / claves con que los programas usan la API');
  token
    .command('create')
    .description('make a token; it is shown once / crear una clave; se muestra una vez')
    .requiredOption('--institution <id>', 'as in the directory / como en el directorio')
    .requiredOption('--role <role>', ACCESS_ROLES.join(', '), roleIn)
    .requiredOption('--label <text>', 'which program, and who answers for it / qué programa es')
    .action(async (of: CreateOptions) => create(of));
  token
    .command('list')
    .argument('<institution>')
    .description('tokens of an institution, without their secrets / claves de una institución')
    .action(async (institution: string) => list(institution));
  token
    .command('revoke')
    .argument('<id>', 'as list shows it / como lo muestra list')
    .description('end a token at once, e.g. a stolen one / terminar una clave de inmediato')
    .action(async (id: string) => revoke(id));
}

async function create({ institution, role, label }: CreateOptions): Promise<void> {
  const { createToken } = await import('../../db/queries/access-tokens.js');
  await withDoor(async ({ db, directory }) => {
    if (!directory.find(institution)) throw unknownInstitution(institution);
    const { id, token } = await createToken(db, { institution, role, label });
    process.stdout.write(
      `${token}\nSe muestra solo esta vez: guárdela donde nadie más la lea. Para terminarla: retorno token revoke ${id}\nShown this once: keep it where nobody else reads it. To end it: retorno token revoke ${id}\n`,
    );
  });
}

async function list(institution: string): Promise<void> {
  const { listTokens } = await import('../../db/queries/access-tokens.js');
  await withDoor(async ({ db, directory }) => {
    if (!directory.find(institution)) throw unknownInstitution(institution);
    for (const { id, role, label, createdAt, revokedAt } of await listTokens(db, institution)) {
      const ended = revokedAt ? `revoked ${revokedAt.toISOString()}` : 'current';
      process.stdout.write(`${id}\t${role}\t${ended}\t${createdAt.toISOString()}\t${label}\n`);
    }
  });
}

async function revoke(id: string): Promise<void> {
  const { revokeToken } = await import('../../db/queries/access-tokens.js');
  await withDoor(async ({ db }) => {
    if (await revokeToken(db, id)) return;
    throw new OperatorError({
      es: 'No hay una clave vigente con ese número. Vea «retorno token list INSTITUCIÓN»: se da el número, no la clave.',
      en: 'There is no current token of that id. See "retorno token list INSTITUTION": the id is given, not the token.',
    });
  });
}

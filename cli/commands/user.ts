import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { ACCESS_ROLES } from '../../db/queries/access-tokens.js';
import { OperatorError } from '../../platform/text.js';
import { roleIn, unknownInstitution, withDoor } from './accounts.js';

/** `retorno user …` and `retorno provider …`: the first administrator, and what only an operator may set. */
export function addUserCommands(program: Command): void {
  const user = program
    .command('user')
    .description('people who sign in to the pages / personas que entran en las páginas');
  user
    .command('add')
    .description(
      'add a person or give a role; prints the one-time link / agregar a una persona; muestra el enlace',
    )
    .requiredOption('--email <address>', 'work address / correo de trabajo')
    .requiredOption('--institution <id>', 'as in the directory / como en el directorio')
    .requiredOption('--role <role>', ACCESS_ROLES.join(', '), roleIn)
    .option('--name <name>', 'name and post / nombre y puesto')
    .option('--language <es|en>', 'language of mails / idioma de los correos', 'es')
    .action(async (of: AddOptions) => add(of));
  user
    .command('list')
    .argument('<institution>')
    .description('people of an institution / personas de una institución')
    .action(async (institution: string) => list(institution));
  user
    .command('renew')
    .argument('<email>')
    .argument('<institution>')
    .description('another 90 days / otros 90 días')
    .action(async (email: string, institution: string) => change('renew', email, institution));
  user
    .command('deactivate')
    .argument('<email>')
    .argument('<institution>')
    .description('end roles and sessions at once / terminar funciones y sesiones')
    .action(async (email: string, institution: string) => change('end', email, institution));

  const provider = program
    .command('provider')
    .description("institutions' own sign-in (OpenID Connect) / acceso propio de las instituciones");
  provider
    .command('set')
    .argument('<institution>')
    .requiredOption('--issuer <url>', 'https address / dirección https')
    .requiredOption('--client-id <id>')
    .description(
      'the secret is read from RETORNO_CLIENT_SECRET or the file in RETORNO_CLIENT_SECRET_FILE / el secreto se lee de una de esas variables',
    )
    .action(async (institution: string, of: { issuer: string; clientId: string }) =>
      setProvider(institution, of),
    );
  provider
    .command('remove')
    .argument('<institution>')
    .description('its people sign in here again / sus personas entran aquí de nuevo')
    .action(async (institution: string) => removeProvider(institution));
}

interface AddOptions {
  readonly email: string;
  readonly institution: string;
  readonly role: AccessRole;
  readonly name?: string;
  readonly language: string;
}

async function add({ email, institution, role, name, language }: AddOptions): Promise<void> {
  const { invite } = await import('../../accounts/invite.js');
  await withDoor(async (door, publicUrl) => {
    if (!door.directory.find(institution)) throw unknownInstitution(institution);
    const { secret } = await invite(door.db, {
      ...{ email, institution, role, displayName: name ?? email },
      language: language === 'en' ? 'en' : 'es',
    });
    process.stdout.write(
      secret
        ? `${publicUrl}/invitacion/${secret}\nSirve una vez, durante 24 horas. Entréguelo solo a esa persona. / Works once, for 24 hours. Give it to that person only.\n`
        : 'La persona ya puede entrar; la función quedó dada. / The person can sign in already; the role was given.\n',
    );
  });
}

async function list(institution: string): Promise<void> {
  const { listPeople } = await import('../../db/queries/people.js');
  await withDoor(async (door) => {
    for (const one of await listPeople(door.db, institution)) {
      const until = new Date(one.until).toISOString().slice(0, 10);
      process.stdout.write(
        `${one.email}\t${one.roles.join(',')}\t${one.standing}\t${until}\t${one.displayName}\n`,
      );
    }
  });
}

async function change(what: 'renew' | 'end', email: string, institution: string): Promise<void> {
  const { findUserByEmail } = await import('../../db/queries/users.js');
  const { endPerson, renewPerson } = await import('../../db/queries/people.js');
  await withDoor(async (door) => {
    const found = await findUserByEmail(door.db, email);
    const act = what === 'renew' ? renewPerson : endPerson;
    if (found && (await act(door.db, found.id, institution))) return;
    throw new OperatorError({
      es: `Nadie con ese correo tiene una función en ${institution}. Vea «retorno user list ${institution}».`,
      en: `Nobody with that address has a role at ${institution}. See "retorno user list ${institution}".`,
    });
  });
}

async function setProvider(
  institution: string,
  { issuer, clientId }: { issuer: string; clientId: string },
): Promise<void> {
  const { saveProvider } = await import('../../db/queries/identity-providers.js');
  const { RETORNO_CLIENT_SECRET: given, RETORNO_CLIENT_SECRET_FILE: file } = process.env;
  const secret = given || (file ? readFileSync(file, 'utf8').trim() : undefined);
  if (!secret || !URL.canParse(issuer) || new URL(issuer).protocol !== 'https:') {
    throw new OperatorError({
      es: 'Dé una dirección https:// en --issuer y el secreto del cliente en RETORNO_CLIENT_SECRET, o en el archivo que diga RETORNO_CLIENT_SECRET_FILE.',
      en: 'Give an https:// address in --issuer and the client secret in RETORNO_CLIENT_SECRET, or in the file RETORNO_CLIENT_SECRET_FILE names.',
    });
  }
  await withDoor(async ({ db, directory, vault }) => {
    if (!directory.find(institution)) throw unknownInstitution(institution);
    const clientSecret = vault.protect(secret, `provider/${institution}`);
    await saveProvider(db, { institution, issuer, clientId, clientSecret });
  });
}

async function removeProvider(institution: string): Promise<void> {
  const { endProvider } = await import('../../db/queries/identity-providers.js');
  await withDoor(async ({ db }) => {
    if (!(await endProvider(db, institution))) throw unknownInstitution(institution);
  });
}

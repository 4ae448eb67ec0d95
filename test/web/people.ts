import { hashPassword } from '../../accounts/passwords.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { savePassword } from '../../db/queries/passwords.js';
import { addUser } from '../../db/queries/users.js';
import { type Visitor, visitorOf } from '../support/visitor.js';
import type { TestWeb } from '../support/web.js';

export const PASSWORD = 'cuatro nubes sobre el río';
export const HOME = 'invented-home-library';
export const FAR = 'invented-far-library';

let people = 0;
let hash: Promise<string> | undefined;

/** Adds an invented person with a password; roles are of the home library unless given as `institution/role`. */
export async function personIn(
  { database }: TestWeb,
  ...roles: string[]
): Promise<{ id: string; email: string }> {
  people += 1;
  const email = `persona.inventada.${process.pid}.${people}@biblioteca.example`;
  const memberships = (roles.length > 0 ? roles : ['officer']).map((given) => {
    const [role = '', institution = HOME] = given.split('/').reverse() as [AccessRole, string?];
    return { institution, role: role as AccessRole };
  });
  const displayName = `Persona Inventada ${people}`;
  const id = await addUser(database.db, { displayName, email, memberships });
  hash ??= hashPassword(PASSWORD);
  await savePassword(database.db, id, await hash);
  return { id, email };
}

/** A browser in which the person signed in with the password alone. */
export async function signedIn(web: TestWeb, email: string): Promise<Visitor> {
  const browser = visitorOf(web);
  const seen = await browser.submit('/entrar', { correo: email, clave: PASSWORD });
  if (seen.status !== 303) throw new Error(`Not signed in: ${seen.status}`);
  return browser;
}

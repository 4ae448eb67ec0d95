import { InvalidArgumentError } from 'commander';
import { ACCESS_ROLES, type AccessRole } from '../../db/queries/access-tokens.js';
import { OperatorError } from '../../platform/text.js';

/** A role of the command line. Throws for what is none, naming those there are. */
export function roleIn(given: string): AccessRole {
  const role = ACCESS_ROLES.find((one) => one === given);
  if (!role) throw new InvalidArgumentError(`${ACCESS_ROLES.join(', ')}`);
  return role;
}

/** Runs with the database of the settings; its connections end with it. */
export async function withDoor<T>(
  run: (door: import('../../door/door.js').Door, publicUrl: string) => Promise<T>,
): Promise<T> {
  const { openProcessDoor, processContext } = await import('../processes/context.js');
  const context = processContext();
  const { db, door } = await openProcessDoor(context);
  try {
    return await run(door, context.settings.http.publicUrl);
  } finally {
    await db.close();
  }
}

/** What is said where an institution is not in the directory. */
export function unknownInstitution(id: string): OperatorError {
  return new OperatorError({
    es: `No se encontró nada para la institución ${id}. Revise el identificador en el directorio.`,
    en: `Nothing was found for institution ${id}. Check the id in the directory.`,
  });
}

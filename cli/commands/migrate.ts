import { migrateDatabase } from '../../db/migrate.js';
import { createProgress } from '../../platform/progress.js';
import { databaseAddress } from '../processes/context.js';

/** Needs the address of the database only: whoever migrates has no business with the keys. */
export async function migrate(): Promise<void> {
  const databaseUrl = databaseAddress();
  const text = { es: 'Actualizando la base de datos', en: 'Bringing the database up to date' };
  await createProgress().step(text, () => migrateDatabase(databaseUrl));
  process.stdout.write('La base de datos está al día. / The database is up to date.\n');
}

import { readFileSync } from 'node:fs';
import { migrateDatabase } from '../../db/migrate.js';
import { createProgress } from '../../platform/progress.js';
import { processContext } from '../processes/context.js';

/** Needs the address of the database only: whoever migrates has no business with the keys. */
export async function migrate(): Promise<void> {
  const databaseUrl = givenDatabaseUrl() ?? processContext().databaseUrl;
  const text = { es: 'Actualizando la base de datos', en: 'Bringing the database up to date' };
  await createProgress().step(text, () => migrateDatabase(databaseUrl));
  process.stdout.write('La base de datos está al día. / The database is up to date.\n');
}

function givenDatabaseUrl(): string | undefined {
  const { DATABASE_URL, DATABASE_URL_FILE } = process.env;
  if (DATABASE_URL) return DATABASE_URL;
  return DATABASE_URL_FILE ? readFileSync(DATABASE_URL_FILE, 'utf8').trim() : undefined;
}

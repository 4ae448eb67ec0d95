import { migrateDatabase } from '../../db/migrate.js';
import { createProgress } from '../../platform/progress.js';
import { processContext } from '../processes/context.js';

export async function migrate(): Promise<void> {
  const { databaseUrl } = processContext();
  const text = { es: 'Actualizando la base de datos', en: 'Bringing the database up to date' };
  await createProgress().step(text, () => migrateDatabase(databaseUrl));
  process.stdout.write('La base de datos está al día. / The database is up to date.\n');
}

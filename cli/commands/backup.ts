import { join } from 'node:path';
import type { Command } from 'commander';
import { restoreBackup } from '../../db/backup/restore-backup.js';
import { takeBackup } from '../../db/backup/take-backup.js';
import { connectDatabase } from '../../db/client.js';
import { createProgress } from '../../platform/progress.js';
import { OperatorError } from '../../platform/text.js';
import { databaseAddress } from '../processes/context.js';

/** Commands that take the facts out and bring them back. */
export function addBackupCommands(program: Command): void {
  program
    .command('backup <folder>')
    .description(
      'copy everything as it stands at one moment, while others work / copiar todo tal como está en un momento, sin detener nada',
    )
    .option(
      '--keys <folder>',
      'where the keys of persons go (<folder>/keys unless given) / dónde quedan las claves de las personas',
    )
    .action(backup);
  program
    .command('restore <folder>')
    .description('fill an empty database from a backup / llenar una base vacía con una copia')
    .option('--keys <folder>', 'where the keys of persons are / dónde están las claves')
    .action(restore);
}

const foldersOf = (folder: string, options: { keys?: string }) => ({
  data: join(folder, 'data'),
  keys: options.keys ?? join(folder, 'keys'),
});

async function backup(folder: string, options: { keys?: string }): Promise<void> {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const db = connectDatabase(databaseAddress());
  try {
    const text = { es: 'Copiando', en: 'Copying' };
    const { takenAt, tables, rows } = await createProgress().step(text, (tell) =>
      takeBackup(db, foldersOf(folder, options), (table) =>
        tell({ text: { es: `${text.es} ${table}`, en: `${text.en} ${table}` } }),
      ),
    );
    process.stdout.write(
      `Copia del ${takenAt}: ${tables} tablas, ${rows} filas. Guarde las claves de personas y RETORNO_MASTER_KEY aparte. / Backup of ${takenAt}: ${tables} tables, ${rows} rows. Keep the keys of persons and RETORNO_MASTER_KEY apart.\n`,
    );
  } finally {
    await db.close();
  }
}

async function restore(folder: string, options: { keys?: string }): Promise<void> {
  const text = { es: 'Restaurando', en: 'Restoring' };
  const report = await createProgress()
    .step(text, (tell) =>
      restoreBackup(databaseAddress(), foldersOf(folder, options), (table) =>
        tell({ text: { es: `${text.es} ${table}`, en: `${text.en} ${table}` } }),
      ),
    )
    .catch((cause: unknown) => {
      const because = cause instanceof Error ? cause.message : String(cause);
      throw new OperatorError(
        {
          es: `No se restauró nada: ${because}. Corrija eso y repita la orden.`,
          en: `Nothing was restored: ${because}. Mend that and run the command again.`,
        },
        { cause },
      );
    });
  process.stdout.write(
    `${report.rows} filas; datos del ${report.dataFrom}, claves del ${report.keysFrom}; ${report.erased} personas suprimidas siguen ilegibles, ${report.unreadable} sin clave. / ${report.rows} rows; data of ${report.dataFrom}, keys of ${report.keysFrom}; ${report.erased} erased persons stay unreadable, ${report.unreadable} without a key.\n`,
  );
}

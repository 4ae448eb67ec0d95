import { rebuild } from '../../door/rebuild.js';
import { createProgress } from '../../platform/progress.js';
import { openProcessDoor, processContext } from '../processes/context.js';

/** Compares every projection with the history; exit code 1 when something differs and was not put right. */
export async function rebuildCommand(options: { write?: boolean; json?: boolean }): Promise<void> {
  const { db, door } = await openProcessDoor(processContext());
  try {
    const text = { es: 'Leyendo el historial', en: 'Reading the history' };
    const report = await createProgress().step(text, (tell) =>
      rebuild(door, {
        write: options.write ?? false,
        progress: (runs) =>
          tell({ text: { es: `${text.es}: ${runs}`, en: `${text.en}: ${runs}` } }),
      }),
    );
    const { runs, acts, differences } = report;
    if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else {
      for (const { runId, table } of differences) process.stdout.write(`${runId} ${table}\n`);
      const mended = options.write ? ' (corregidas / put right)' : '';
      process.stdout.write(
        `${runs} procesos, ${acts} actos: ${differences.length} diferencias${mended} / ${runs} runs, ${acts} acts: ${differences.length} differences\n`,
      );
    }
    if (differences.length > 0 && !options.write) process.exitCode = 1;
  } finally {
    await db.close();
  }
}

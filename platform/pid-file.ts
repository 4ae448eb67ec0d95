import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { findCommandLine, findStartMark, stopProcess } from './process.js';
import { OperatorError } from './text.js';

const recordSchema = z.object({
  pid: z.number().int().positive(),
  startMark: z.string(),
  ownerPid: z.number().int().positive(),
  ownerStartMark: z.string(),
});

/** Notes a child this process has started, so that a later start can find it. */
export function writePidFile(path: string, pid: number): void {
  const record = {
    pid,
    startMark: findStartMark(pid) ?? '',
    ownerPid: process.pid,
    ownerStartMark: findStartMark(process.pid) ?? '',
  };
  writeFileSync(path, `${JSON.stringify(record)}\n`, { mode: 0o600 });
}

/** Forgets a child that has been stopped. */
export function removePidFile(path: string): void {
  rmSync(path, { force: true });
}

/**
 * Makes sure that no server of an earlier start is left. One whose owner was killed is stopped, but
 * only when its start time and its command line (which must hold `marker`, the data folder) show
 * that it is the same process. Returns whether one was stopped.
 *
 * Errors: `OperatorError` when the owner still runs, since two starts on one data folder would
 * destroy each other's work.
 */
export async function stopLeftover(
  path: string,
  marker: string,
  signals?: Parameters<typeof stopProcess>[1],
): Promise<boolean> {
  const record = findRecord(path);
  const commandLine = record && findCommandLine(record.pid);
  const isSame =
    record !== undefined &&
    commandLine?.includes(marker) === true &&
    findStartMark(record.pid) === record.startMark;
  if (!record || !isSame) {
    removePidFile(path);
    return false;
  }
  const ownerLives =
    findCommandLine(record.ownerPid) !== undefined &&
    findStartMark(record.ownerPid) === record.ownerStartMark;
  if (ownerLives) {
    throw new OperatorError({
      es: `La carpeta de datos ${marker} ya está en uso por el proceso ${record.ownerPid}. Deténgalo primero, o use otra carpeta con RETORNO_DATA_DIR.`,
      en: `The data folder ${marker} is already in use by process ${record.ownerPid}. Stop that one first, or use another folder with RETORNO_DATA_DIR.`,
    });
  }
  await stopProcess(record.pid, signals);
  removePidFile(path);
  return true;
}

function findRecord(path: string) {
  try {
    return recordSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** Something a place holds. */
export interface Piece {
  readonly where: string;
  readonly content: Buffer | string;
}

/** Every file below the folders, or the file itself. */
export async function* filesOf(
  roots: readonly string[],
  wanted: (path: string) => boolean = () => true,
): AsyncGenerator<Piece> {
  for (const root of roots.filter(existsSync)) {
    const paths = statSync(root).isFile()
      ? [root]
      : readdirSync(root, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.filter(wanted)) {
      // Servers go on working: a file may be gone by now.
      const content = await readFile(path).catch(() => undefined);
      if (content) yield { where: relative(join(root, '..'), path), content };
    }
  }
}

/** Writes what commands put into files to a folder of their own, and reads it. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<Piece[]> {
  const folder = await mkdtemp(join(tmpdir(), 'retorno-outputs-'));
  try {
    await work(folder);
    const pieces: Piece[] = [];
    for await (const piece of filesOf([folder])) pieces.push(piece);
    return pieces;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

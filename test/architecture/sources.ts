import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Text of files by path, relative to the project and with `/`. */
export type Sources = ReadonlyMap<string, string>;

const NOT_OURS = new Set([
  'node_modules',
  'dist',
  '.git',
  '.data',
  '.stryker-tmp',
  'coverage',
  'reports',
]);

/** Every file of the project whose name ends as given, without dependencies, builds and data. */
export function readSources(root: string, endings: readonly string[]): Sources {
  const sources = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !NOT_OURS.has(entry.name)) walk(path);
      if (!entry.isFile() || !endings.some((ending) => path.endsWith(ending))) continue;
      sources.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  walk('');
  return sources;
}

/** Folders at the top of the project, ours only. */
export function topFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

const COMMENT_OR_TEXT =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** The source without its comments. */
export function withoutComments(source: string): string {
  return source.replace(COMMENT_OR_TEXT, (part) => (part.startsWith('/') ? ' ' : part));
}

/** The source without comments and with empty texts, so that words in sentences are not taken for code. */
export function codeOnly(source: string): string {
  return source.replace(COMMENT_OR_TEXT, (part) => {
    const [first = ''] = part;
    return first === '/' ? ' ' : first + first;
  });
}

/** Whether a file is a test, a help of tests or a measurement: it may reach anywhere. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /^(test|bench)\//.test(path);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = [
  'db',
  'door',
  'api',
  'web',
  'accounts',
  'activities',
  'worker',
  'rehearsal',
  'cli',
];

/** Every source and migration of the product with its text. */
function* sources(folder: string): Generator<{ path: string; text: string }> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(tsx?|sql)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) {
      yield { path: path.slice(ROOT.length + 1), text: readFileSync(path, 'utf8') };
    }
  }
}

/** Places that set who asks in a way that outlives the transaction. */
function outliving(text: string): string[] {
  const calls = text.match(/set_config\s*\([^)]*\)/gi) ?? [];
  const kept = calls.filter((call) => !/,\s*true\s*\)$/i.test(call));
  const sets =
    text.match(/\bset\s+(session\s+)?app\.\w+(?!\w*\s*=\s*'door'\s*(\n|RETURN|AS\b))/gi) ?? [];
  return [...kept, ...sets, ...(text.match(/\b(set\s+(session\s+)?role|reset\s+all)\b/gi) ?? [])];
}

it('sets who asks for one transaction, nowhere for longer', () => {
  const all = FOLDERS.flatMap((folder) => [...sources(join(ROOT, folder))]);
  expect(all.length).toBeGreaterThan(500);
  const found = all.flatMap(({ path, text }) => outliving(text).map((call) => `${path}: ${call}`));
  expect(found).toEqual([]);
  const setting = all.filter(({ text }) => text.includes('set_config')).map(({ path }) => path);
  expect(setting).toEqual(['db/asker.ts']);
});

it.each([
  "SELECT set_config('app.institution', $1, false)",
  "select set_config( 'app.access' , 'door' , FALSE )",
  'SELECT set_config($1, $2, $3)',
  "SET app.access = 'case-lead'",
  "set session app.institution = 'x'",
  'SET ROLE retorno',
])('would find %s', (text) => {
  expect(outliving(text)).not.toEqual([]);
});

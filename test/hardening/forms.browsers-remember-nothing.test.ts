import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Where people write about the person of a case. */
const FOLDERS = ['web/tasks', 'web/cases', 'web/shares'];

/**
 * Browsers write what stands in forms into the session file of their profile, to bring it back after a crash, also when the
 * page may be kept by no cache. Only `autocomplete="off"` keeps them from it.
 */
test('every form about a case asks the browser to keep nothing of it', () => {
  const forms = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
      .flatMap((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        const tags = [...text.matchAll(/<form\b[\s\S]*?(?<!=)>/g)].map(([tag]) => tag);
        return tags.filter((tag) => tag.includes('"post"')).map((tag) => ({ name, tag }));
      }),
  );
  expect(forms.length).toBeGreaterThan(10);
  expect(forms.filter(({ tag }) => !tag.includes('autocomplete="off"'))).toEqual([]);
});

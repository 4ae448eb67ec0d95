// GOV.UK Frontend ships an example of each component with the HTML it must make. Ours must make the same, wherever an
// example asks for nothing our components leave out on purpose (free classes, attributes, other elements).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../test/fixtures/govuk/fields.js';
import { normalised, ourHtml } from '../../test/fixtures/govuk/html.js';
import { type Example, LeftOut } from '../../test/fixtures/govuk/options.js';
import { PARTS } from '../../test/fixtures/govuk/parts.js';

const FOLDER = new URL('../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);

const COMPONENTS = Object.entries({ ...PARTS, ...FIELDS }).sort(([a], [b]) => (a < b ? -1 : 1));

describe('our components make the HTML of GOV.UK Frontend', () => {
  const covered: string[] = [];
  for (const [component, ask] of COMPONENTS) {
    const file = new URL(`${component}/fixtures.json`, FOLDER);
    const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Example[] };
    const examples = fixtures.flatMap((example) => {
      try {
        return [{ ...example, ours: ourHtml(ask, example.options) }];
      } catch (error) {
        if (error instanceof LeftOut) return [];
        throw error;
      }
    });
    const names = examples.map(({ name }) => `  ${name}`);
    covered.push(`${component}: ${examples.length} of ${fixtures.length}`, ...names);
    it.each(examples)(`${component}: $name`, ({ ours, html }) => {
      expect(normalised(ours)).toEqual(normalised(html));
    });
  }

  it('covers the examples listed, none by accident fewer', async () => {
    await expect(`${covered.join('\n')}\n`).toMatchFileSnapshot(
      '../../test/fixtures/govuk-examples.txt',
    );
  });
});

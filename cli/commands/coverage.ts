import { writeFileSync } from 'node:fs';
import { languageOf } from '../../platform/text.js';
import { mapCoverage } from '../../protocols/coverage/map.js';
import { renderCoverage } from '../../protocols/coverage/render.js';
import { SHIPPED } from '../../protocols/registry.js';

/** Prints what the shipped protocols answer of what binds them; `write` makes the two pages of the documentation anew. */
export function coverage(options: { json?: boolean; write?: boolean }): void {
  const map = mapCoverage(SHIPPED);
  if (options.write) {
    writeFileSync('docs/cobertura-legal.md', renderCoverage(map, 'es'));
    writeFileSync('docs/legal-coverage.md', renderCoverage(map, 'en'));
    return;
  }
  const text = options.json
    ? `${JSON.stringify(map)}\n`
    : renderCoverage(map, languageOf(process.env));
  process.stdout.write(text);
}

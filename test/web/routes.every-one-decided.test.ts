import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.js';
import { type Action, POLICY } from '../../api/auth/policy.js';
import { webPages } from '../../web/register-web.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

/** Boots an app with one more route, as a page or beside the API. */
const bootWith = (where: 'api' | 'page', url: string, action?: string) =>
  createApp({
    door: web.door,
    pages: async (app, context, countFailure) => {
      await webPages()(app, context, countFailure);
      const config = {
        ...(action === undefined ? {} : { action: action as Action }),
        ...(where === 'page' ? { page: true as const } : {}),
      };
      app.get(url, { config, schema: { hide: true } }, async () => 'x');
    },
  });

describe('every route', () => {
  it('stands in the policy table or stops the boot', async () => {
    for (const [where, url] of [
      ['api', '/v1/forgotten'],
      ['api', '/forgotten'],
      ['page', '/olvidada'],
      ['page', '/casos/:run/olvidada'],
      ['page', '/documentos'],
    ] as const) {
      for (const action of [undefined, 'run.forgotten', 'toString']) {
        await expect(bootWith(where, url, action), `${url} ${action}`).rejects.toThrow(
          /has no entry in the policy table/,
        );
      }
    }
    const app = await bootWith('page', '/decidida', 'run.read');
    await app.close();
  });

  it('of the pages goes through the frame, which knows sessions and the policy table', () => {
    const folder = join(import.meta.dirname, '../../web');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) =>
        /\.tsx?$/.test(path) && !/^(frame|scripts)\//.test(path) && !path.includes('.test.'),
    );
    expect(files.length).toBeGreaterThan(100);
    const own = files.flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const found =
        text.match(/\b(pages|large|app)\s*\.\s*(get|post|put|patch|delete|all|route)\b/g) ?? [];
      return found.map((call) => `${path}: ${call}`);
    });
    // Both are public: where a session begins, and the language of whoever has none.
    expect(own).toEqual(['register-web.tsx: pages.get', 'register-web.tsx: pages.get']);
  });

  it('is of use: no entry of the table is without a route', async () => {
    const folder = join(import.meta.dirname, '../..');
    const sources = ['api', 'web'].flatMap((name) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
        .filter(
          (path) =>
            /\.tsx?$/.test(path) && !path.includes('.test.') && !path.endsWith('auth/policy.ts'),
        )
        .map((path) => readFileSync(join(folder, name, path), 'utf8')),
    );
    const unused = Object.keys(POLICY).filter(
      (action) => !sources.some((text) => text.includes(`'${action}'`)),
    );
    expect(unused).toEqual([]);
  });
});

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type Findings,
  findForbiddenImports,
  findImpurity,
  findLoadedByWorkflows,
  findLongFiles,
  findStraySql,
  lineCounts,
  quantile,
} from './test/architecture/findings.js';
import { allImports, findCycles, importsOf } from './test/architecture/imports.js';
import { readSources, topFolders } from './test/architecture/sources.js';

const root = dirname(fileURLToPath(import.meta.url));
const code = readSources(root, ['.ts', '.tsx']);

describe('the project keeps its own rules', () => {
  test('the files and their imports are found at all', () => {
    const found = allImports(code);
    for (const folder of ['protocols', 'workflows', 'door', 'db', 'platform']) {
      const own = found.filter(({ from }) => from.startsWith(`${folder}/`));
      expect(own.length, folder).toBeGreaterThan(10);
    }
  });

  test('every import is allowed by the rule of its folder', () => {
    expect(findForbiddenImports(code)).toEqual([]);
  });

  test('workflows load nothing but themselves, their messages and the workflow SDK', () => {
    expect(findLoadedByWorkflows(code)).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(findCycles(code)).toEqual([]);
  });

  test('SQL is in db/ only', () => {
    expect(findStraySql(code)).toEqual([]);
  });

  test('protocols/ knows no clock, no chance and no outside', () => {
    expect(findImpurity(code)).toEqual([]);
  });

  test('files stay short enough to be read at once', () => {
    const lines = [...lineCounts(code).values()];
    const [median, most] = [quantile(lines, 0.5), quantile(lines, 0.9)];
    console.info(`${lines.length} files: median ${median} lines, 90 % have at most ${most}`);
    expect(findLongFiles(code, 400)).toEqual([]);
    expect(median).toBeLessThan(100);
    expect(most).toBeLessThan(250);
  });

  test('every folder at the top says what belongs there', () => {
    const silent = topFolders(root).filter((name) => !existsSync(`${root}/${name}/README.md`));
    expect(silent).toEqual([]);
  });

  test('nothing names a place outside the project', () => {
    const outside = new RegExp(`(?<![\\w./@-])${'shared'}/|/${'work'}/`);
    const texts = readSources(root, [
      '.ts',
      '.tsx',
      '.scss',
      '.mjs',
      '.md',
      '.yml',
      '.json',
      '.sql',
      '.py',
      'run',
    ]);
    const named = [...texts].filter(([, text]) => outside.test(text));
    expect(named.map(([path]) => path)).toEqual([]);
  });
});

describe('the rules notice what they forbid', () => {
  const imports = (path: string, source: string) => findForbiddenImports(new Map([[path, source]]));

  test.each([
    ['protocols/core/a.ts', "import { readFileSync } from 'node:fs';"],
    ['protocols/core/a.ts', "import fs from 'fs';"],
    ['protocols/core/a.ts', "import { z } from 'zod';"],
    ['protocols/core/a.ts', "import { b } from '../checker/b.js';"],
    ['protocols/shared/a.ts', "import { b } from '../adult-deportee/b.js';"],
    ['protocols/shared/a.ts', "import { apply } from '../core/apply.js';"],
    ['protocols/rules/a.ts', "import { apply } from '../core/apply.js';"],
    ['protocols/rules/a.ts', "import type { RunState } from '../core/state.js';"],
    ['protocols/language/a.ts', "import { dueAt } from '../rules/deadline.js';"],
    ['protocols/some-protocol.ts', "import { apply } from './core/apply.js';"],
    ['protocols/messages.ts', "import { apply } from './core/apply.js';"],
    ['protocols/a.ts', "import type { Database } from '../db/client.js';"],
    ['workflows/shell/a.ts', "import { apply } from '../../protocols/core/apply.js';"],
    ['workflows/a.ts', "import type { Activities } from '../activities/index.js';"],
    ['workflows/a.ts', "export { logger } from '../platform/logger.js';"],
    ['workflows/a.ts', "import { z } from 'zod';"],
    ['workflows/a.ts', "import { Client } from '@temporalio/client';"],
    ['workflows/a.ts', "const fs = await import('node:fs');"],
    ['activities/a.ts', "import { followRun } from '../workflows/shell/follow-run.js';"],
    ['activities/a.ts', "import { Client } from '@temporalio/client';"],
    ['activities/a.ts', "import { runs } from '../db/schema/runs.js';"],
    ['db/a.ts', "import { apply } from '../protocols/core/apply.js';"],
    ['db/a.ts', "import { readSettings } from '../platform/env.js';"],
    ['door/a.ts', "import { app } from '../api/app.js';"],
    ['api/a.ts', "import { createActivities } from '../activities/index.js';"],
    ['api/routes/a.ts', "import type { Client } from '@temporalio/client';"],
    ['api/routes/a.ts', "import { connectDatabase } from '../../db/client.js';"],
    ['worker/a.ts', "import * as workflows from '../workflows/index.js';"],
    ['worker/a.ts', "import { apply } from '../protocols/core/apply.js';"],
    ['cli/a.ts', "import { followRun } from '../workflows/shell/follow-run.js';"],
    ['platform/a.ts', "import { TASK_QUEUE } from '../protocols/messages.js';"],
    ['platform/a.ts', "import '../door/door.js';"],
    ['door/a.ts', "import { startTestRun } from '../test/support/door.js';"],
    ['elsewhere/a.ts', 'export const a = 1;'],
  ])('%s with %s', (path, source) => {
    expect(imports(path, `/** Doc. */\n${source}\n`)).toHaveLength(1);
  });

  test('an import over several lines, beside others, of a mixed kind, or exported on', () => {
    const source = [
      "import a, { type B } from '@scope/one/inner.js';",
      'import type {',
      '  C,',
      '  D,',
      "} from '../two.js';",
      "export * from './three.js';",
      "export { e, type F } from './four.js';",
      "import './five.js';",
      "const g = () => import('./six.js');",
      "// import h from './seven.js';",
      "const text = 'plain';",
    ].join('\n');
    expect(
      importsOf('x/y.ts', source).map(
        ({ target, typeOnly }) => `${target}${typeOnly ? ' type' : ''}`,
      ),
    ).toEqual(['@scope/one', 'two type', 'x/three', 'x/four', 'x/five', 'x/six']);
  });

  test('a workflow that reaches the core through a file it may import', () => {
    const sources = new Map([
      ['workflows/a.ts', "import { M } from '../protocols/messages.js';"],
      ['protocols/messages.ts', "import { apply } from './core/apply.js';"],
      ['protocols/core/apply.ts', "import { z } from 'zod';"],
    ]);
    expect(findLoadedByWorkflows(sources)).toHaveLength(2);
    const typed = new Map(sources).set(
      'protocols/messages.ts',
      "import type { Applied } from './core/apply.js';",
    );
    expect(findLoadedByWorkflows(typed)).toEqual([]);
  });

  test('a circle of three, and a file that imports itself', () => {
    const circle = new Map([
      ['a/one.ts', "import '../b/two.js';"],
      ['b/two.ts', "import '../c/three.js';"],
      ['c/three.ts', "import type { One } from '../a/one.js';"],
      ['d/four.ts', "import './four.js'; import '../a/one.js';"],
    ]);
    expect(findCycles(circle)).toEqual([['a/one', 'b/two', 'c/three'], ['d/four']]);
  });

  test.each<[(sources: Map<string, string>) => Findings, string, string, number]>([
    [findStraySql, 'api/a.ts', 'await sql`select 1`;', 1],
    [findStraySql, 'api/a.ts', 'await db.sql<{ n: number }[]>`select 1`;', 1],
    [findStraySql, 'door/a.ts', "await db.sql.unsafe('select 1');", 1],
    [findStraySql, 'door/a.ts', 'await door.db.orm.select();', 1],
    [findStraySql, 'door/a.ts', "import { runs } from '../db/schema/runs.js';", 1],
    [findStraySql, 'door/a.ts', "import type { Actor } from '../db/schema/history.js';", 0],
    [findStraySql, 'platform/a.ts', "import postgres from 'postgres';", 1],
    [findStraySql, 'db/a.ts', 'await sql`select 1`;', 0],
    [findStraySql, 'api/a.ts', "const sentence = 'the sql `text` is in db';", 0],
    [findImpurity, 'protocols/a.ts', 'const now = Date.now();', 1],
    [findImpurity, 'protocols/a.ts', 'const now = new Date();', 1],
    [findImpurity, 'protocols/a.ts', 'const now = new Date;', 1],
    [findImpurity, 'protocols/a.ts', 'const now = Date();', 1],
    [findImpurity, 'protocols/a.ts', 'const day = new Date(at); Date.UTC(2026, 0);', 0],
    [findImpurity, 'protocols/a.ts', 'const n = Math.random();', 1],
    [findImpurity, 'protocols/a.ts', "const home = process.env['HOME'];", 1],
    [findImpurity, 'protocols/a.ts', "// Date.now()\nconst t = 'Date.now()';", 0],
    [findImpurity, 'protocols/a.test.ts', 'const now = Date.now();', 0],
    [(sources) => findLongFiles(sources, 3), 'door/a.ts', '1\n2\n3\n4\n', 1],
    [(sources) => findLongFiles(sources, 3), 'door/a.ts', '1\n2\n3\n', 0],
  ])('%o %s %s', (find, path, source, expected) => {
    expect(find(new Map([[path, source]]))).toHaveLength(expected);
  });
});

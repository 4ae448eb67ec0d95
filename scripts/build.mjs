// `npm run build`: compiles every folder to dist/, copies what is not TypeScript, bundles the workflows. Does nothing
// when nothing changed since the last build.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildAssets } from './build-assets.mjs';
import { say } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const FOLDERS = [
  'accounts',
  'activities',
  'api',
  'bench',
  'cli',
  'db',
  'door',
  'platform',
  'protocols',
  'record',
  'rehearsal',
  'web',
  'worker',
  'workflows',
];
const MARK = join(dist, '.built-from');

const isSource = (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !isForBrowsers(file);
const isForBrowsers = (file) => /^web\/(scripts|styles)\//.test(file);
const isOurs = (file) => !/\.test\.tsx?$|\.md$|(^|\/)meta\/.*_snapshot\.json$/.test(file);

/** Every file the build reads, from the project's root, in a fixed order. */
function inputs() {
  return FOLDERS.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name))),
    )
    .filter(isOurs)
    .sort();
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of [
    ...files,
    'scripts/build.mjs',
    'scripts/build-assets.mjs',
    'package-lock.json',
  ]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function compile(files) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: files.filter(isSource),
    outdir: dist,
    outbase: root,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
  for (const file of files.filter((name) => !isSource(name) && !isForBrowsers(name))) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    copyFileSync(join(root, file), join(dist, file));
  }
}

/** Removes what an earlier build left and this one did not make. */
function removeLeftovers(files, assets) {
  const made = new Set(
    files.flatMap((file) => {
      if (isForBrowsers(file)) return [];
      if (!isSource(file)) return [file];
      const script = file.replace(/\.tsx?$/, '.js');
      return [script, `${script}.map`];
    }),
  );
  made.add('workflows/bundle.js');
  for (const name of assets) made.add(`web/assets/${name}`);
  for (const folder of FOLDERS.filter((name) => existsSync(join(dist, name)))) {
    for (const entry of readdirSync(join(dist, folder), { recursive: true, withFileTypes: true })) {
      const file = relative(dist, join(entry.parentPath, entry.name));
      if (entry.isFile() && !made.has(file)) rmSync(join(dist, file));
    }
  }
}

async function bundle() {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(dist, 'workflows/index.js'),
    failureConverterPath: join(dist, 'platform/temporal/failure-converter.js'),
    logger: new DefaultLogger('WARN'),
  });
  const unfinished = join(dist, `workflows/.bundle-${process.pid}.js`);
  writeFileSync(unfinished, code);
  renameSync(unfinished, join(dist, 'workflows/bundle.js'));
}

/** Builds what changed. Returns whether there was anything to do. */
export async function buildProject({ force = false } = {}) {
  const files = inputs();
  const current = fingerprint(files);
  if (!force && existsSync(MARK) && readFileSync(MARK, 'utf8') === current) return false;
  rmSync(MARK, { force: true });
  await compile(files);
  const assets = await buildAssets(root, dist);
  say(
    'Empaquetando los flujos de trabajo (unos segundos)…',
    'Bundling the workflows (a few seconds)…',
  );
  await bundle();
  removeLeftovers(files, assets);
  writeFileSync(MARK, current);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildProject({ force: process.argv.includes('--force') });
}

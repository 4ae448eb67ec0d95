// What browsers get: one style sheet and one icon from web/styles, scripts from web/scripts, each named by its content so that it
// may be kept for ever, with brotli and gzip beside it. `manifest.json` says which name is current.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Scripts pages may load; every page works without them. */
const SCRIPTS = ['app', 'passkey', 'upload'];

/** Builds the assets into `<dist>/web/assets` and returns the names of the files made. */
export async function buildAssets(root, dist) {
  const folder = join(dist, 'web', 'assets');
  // Made anew: what an older build left is neither served nor written into.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = [];
  const manifest = {};
  const add = (name, extension, content) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const file = `${name}.${hash}.${extension}`;
    manifest[`${name}.${extension}`] = file;
    for (const [suffix, bytes] of [
      ['', Buffer.from(content)],
      ['.gz', gzipSync(content, { level: 9 })],
      ['.br', brotliCompressSync(content)],
    ]) {
      writeFileSync(join(folder, file + suffix), bytes);
      made.push(file + suffix);
    }
  };
  const { compileAsync } = await import('sass');
  const { css } = await compileAsync(join(root, 'web/styles/app.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
    silenceDeprecations: ['import'],
  });
  add('app', 'css', css);
  add('icon', 'svg', readFileSync(join(root, 'web/styles/icon.svg'), 'utf8'));
  const { build } = await import('esbuild');
  for (const name of SCRIPTS) {
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: [`web/scripts/${name}.ts`],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      write: false,
      logLevel: 'warning',
    });
    add(name, 'js', outputFiles[0].text);
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2));
  return [...made, 'manifest.json'];
}

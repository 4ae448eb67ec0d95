import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pages } from '../context.js';

/** Beside the compiled pages, or in the build when the sources run themselves. */
const PLACES = ['../assets', '../../dist/web/assets'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
);

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gz: Buffer;
  readonly br: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Address of the current version of a style sheet, script or icon, e.g. `app.css`. Throws before `npm run build`. */
export function assetAt(name: string): string {
  const file = manifest()[name];
  if (!file) throw new Error(`No asset ${name}: run "npm run build" first`);
  return `/recursos/${file}`;
}

/** Serves what the build made, compressed, to be kept for ever: a new content has a new name. */
export function registerAssets(pages: Pages): void {
  const folder = placeOf();
  const assets = new Map<string, Asset>();
  for (const file of Object.values(manifest())) {
    const read = (suffix: string) => readFileSync(join(folder, file + suffix));
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    assets.set(file, { type, plain: read(''), gz: read('.gz'), br: read('.br') });
  }
  pages.get<{ Params: { file: string } }>(
    '/recursos/:file',
    { config: { action: 'public', page: true }, schema: { hide: true } },
    (request, reply) => {
      const asset = assets.get(request.params.file);
      if (!asset) return reply.code(404).type('text/plain').send('');
      const accepted = String(request.headers['accept-encoding'] ?? '');
      const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : '';
      if (encoding !== '') reply.header('content-encoding', encoding);
      return reply
        .type(asset.type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'Accept-Encoding')
        .send(encoding === 'br' ? asset.br : encoding === 'gzip' ? asset.gz : asset.plain);
    },
  );
}

let known: Record<string, string> | undefined;

function manifest(): Record<string, string> {
  known ??= JSON.parse(readFileSync(join(placeOf(), 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  return known;
}

function placeOf(): string {
  const found = PLACES.find((place) => existsSync(join(place, 'manifest.json')));
  if (!found) throw new Error('The pages are not built: run "npm run build" first');
  return found;
}

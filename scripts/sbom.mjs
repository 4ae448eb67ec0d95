// `npm run sbom`: the bill of materials, CycloneDX, from the lock file alone; what is for development says so. Written to
// reports/sbom.cdx.json, or printed with --print.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const args = [
  'sbom',
  '--sbom-format',
  'cyclonedx',
  '--sbom-type',
  'application',
  '--package-lock-only',
];
const made = execFileSync(npm, args, {
  cwd: new URL('..', import.meta.url),
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
if (process.argv.includes('--print')) process.stdout.write(made);
else {
  mkdirSync('reports', { recursive: true });
  writeFileSync('reports/sbom.cdx.json', made);
  process.stderr.write(
    `reports/sbom.cdx.json: ${JSON.parse(made).components.length} componentes / components\n`,
  );
}

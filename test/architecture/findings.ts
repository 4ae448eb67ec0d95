import { allImports, type Import, importsOf, loadedBy, withoutEnding } from './imports.js';
import { RULES, type Rule } from './rules.js';
import { codeOnly, isTest, type Sources } from './sources.js';

/** What is wrong, as `path: reason`; an empty list is a proof that nothing is. */
export type Findings = readonly string[];

/** Imports that the rules do not allow, and folders for which there is no rule. */
export function findForbiddenImports(sources: Sources): Findings {
  const found: string[] = [];
  for (const [path, source] of sources) {
    if (isTest(path) || !path.includes('/')) continue;
    const rule = findRule(path);
    if (!rule) found.push(`${path}: its folder has no import rule`);
    else {
      for (const one of importsOf(path, source)) {
        if (!isAllowed(rule, one)) found.push(`${path}: may not import ${wordsOf(one)}`);
      }
    }
  }
  return found;
}

/** What workflows load in the end: nothing of Node, no rules of protocols, no other folder. */
export function findLoadedByWorkflows(sources: Sources): Findings {
  const rule = findRule('workflows/index.ts')!;
  return loadedBy(sources, (path) => path.startsWith('workflows/') && !isTest(path))
    .filter((one) => !isAllowed(rule, one))
    .map((one) => `${one.from}: loaded by workflows, may not import ${wordsOf(one)}`);
}

function findRule(path: string): Rule | undefined {
  const name = withoutEnding(path);
  const fits = RULES.filter(({ of }) => (of.endsWith('/') ? name.startsWith(of) : name === of));
  return fits.sort((a, b) => b.of.length - a.of.length)[0];
}

function isAllowed(rule: Rule, { kind, target, typeOnly }: Import): boolean {
  if (kind === 'node') return rule.node;
  if (kind === 'package') {
    if (rule.packages === 'any') return !(rule.neverPackages ?? []).includes(target);
    return rule.packages.some((entry) => admits(entry, target, typeOnly));
  }
  if ((rule.never ?? []).some((entry) => isUnder(target, entry))) return false;
  return rule.project.some((entry) => {
    const path = entry.replace(/^type:/, '');
    return (typeOnly || path === entry) && isUnder(target, path);
  });
}

function admits(entry: string, name: string, typeOnly: boolean): boolean {
  if (entry.startsWith('type:')) return typeOnly && entry.slice(5) === name;
  return entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name;
}

function isUnder(target: string, entry: string): boolean {
  return entry === '' || entry.endsWith('/') ? target.startsWith(entry) : target === entry;
}

function wordsOf({ kind, target, typeOnly }: Import): string {
  return `${target}${kind === 'project' || typeOnly ? '' : ' when it runs'}${typeOnly ? ' (type)' : ''}`;
}

/** SQL, or use of a table, outside `db/`. */
export function findStraySql(sources: Sources): Findings {
  const found: string[] = [];
  for (const [path, source] of sources) {
    if (isTest(path) || path.startsWith('db/') || !path.includes('/')) continue;
    const code = codeOnly(source);
    if (/\b(?:sql|tx)\b\s*(?:<[^`;]*>)?\s*`/.test(code)) found.push(`${path}: an SQL statement`);
    if (/\.unsafe\s*[(<]/.test(code)) found.push(`${path}: an SQL statement given as text`);
    if (/\.orm\b/.test(code)) found.push(`${path}: a question put through drizzle`);
  }
  for (const { from, target, typeOnly } of allImports(sources)) {
    if (typeOnly || isTest(from) || from.startsWith('db/') || !from.includes('/')) continue;
    if (target.startsWith('db/schema/')) found.push(`${from}: imports the table ${target}`);
    if (/^(drizzle-orm|postgres)$/.test(target)) found.push(`${from}: imports ${target}`);
  }
  return found;
}

const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\s*\.\s*now\b/, 'reads the clock'],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?![\s(]))/, 'reads the clock'],
  [/(?<!new\s+)(?<![.\w])Date\s*\(/, 'reads the clock'],
  [/\bperformance\b/, 'reads the clock'],
  [/\bMath\s*\.\s*random\b|\bcrypto\b/, 'uses chance'],
  [/\bprocess\s*\.|\bglobalThis\b|\bconsole\s*\./, 'reaches its surroundings'],
  [/\bfetch\s*\(|\bset(?:Timeout|Interval|Immediate)\s*\(/, 'reaches its surroundings'],
  [/\bawait\b|\basync\b/, 'waits for something'],
];

/** Clock, chance or the outside world in `protocols/`. */
export function findImpurity(sources: Sources): Findings {
  const found: string[] = [];
  for (const [path, source] of sources) {
    if (isTest(path) || !path.startsWith('protocols/')) continue;
    const code = codeOnly(source);
    for (const [pattern, what] of IMPURE) {
      const place = pattern.exec(code);
      if (place) found.push(`${path}: ${what} (${place[0].trim()})`);
    }
  }
  return found;
}

/** Files longer than `most` lines; tests and generated files may be. */
export function findLongFiles(sources: Sources, most: number): Findings {
  return [...lineCounts(sources)]
    .filter(([, lines]) => lines > most)
    .map(([path, lines]) => `${path}: ${lines} lines`);
}

/** Lines of each file that is neither a test nor generated. */
export function lineCounts(sources: Sources): Map<string, number> {
  const own = [...sources].filter(
    ([path]) => !isTest(path) && !path.startsWith('db/migrations/') && path.includes('/'),
  );
  return new Map(own.map(([path, text]) => [path, text.replace(/\n$/, '').split('\n').length]));
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

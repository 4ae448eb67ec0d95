import type { Language } from '../../../platform/text.js';
import type { CheckFinding } from '../../../protocols/checker/check.js';

const WORDS = {
  es: {
    clean: 'sin hallazgos',
    errors: (count: number) => `${count} ${count === 1 ? 'error' : 'errores'}`,
    warnings: (count: number) => `${count} ${count === 1 ? 'advertencia' : 'advertencias'}`,
    error: 'ERROR',
    warning: 'ADVERTENCIA',
    must: 'Debe ser',
    fix: 'Qué hacer',
    path: 'Cómo se llega',
  },
  en: {
    clean: 'no findings',
    errors: (count: number) => `${count} ${count === 1 ? 'error' : 'errors'}`,
    warnings: (count: number) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
    error: 'ERROR',
    warning: 'WARNING',
    must: 'Must hold',
    fix: 'What to do',
    path: 'How it comes about',
  },
} as const;

/** The findings of one definition as a person reads them in a terminal: what is wrong first, then why and the way there. */
export function sayFindings(
  name: string,
  findings: readonly CheckFinding[],
  language: Language,
): string {
  const words = WORDS[language];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = [
    ...(errors > 0 ? [words.errors(errors)] : []),
    ...(findings.length > errors ? [words.warnings(findings.length - errors)] : []),
  ];
  const head = `${name}: ${counts.join(', ') || words.clean}`;
  return [head, ...findings.map((finding) => sayFinding(finding, language))].join('\n\n');
}

function sayFinding(finding: CheckFinding, language: Language): string {
  const words = WORDS[language];
  const { invariant, severity, where, must, found, fix, path } = finding;
  const steps = path.map(({ text }, index) => `      ${index + 1}. ${text[language]}`);
  return [
    `  ${words[severity]} ${invariant}  ${where}`,
    `    ${found[language]}`,
    `    ${words.must}: ${must[language]}`,
    `    ${words.fix}: ${fix[language]}`,
    ...(steps.length > 0 ? [`    ${words.path}:`, ...steps] : []),
  ].join('\n');
}

import type { RunAudit } from '../../../door/audit.js';
import type { Language } from '../../../platform/text.js';

const WORDS = {
  es: {
    clean: 'sin hallazgos',
    findings: (count: number) => `${count} ${count === 1 ? 'hallazgo' : 'hallazgos'}`,
    entry: (seq: number) => (seq === 0 ? 'proceso' : `anotación ${seq}`),
    runs: (count: number) => `${count} ${count === 1 ? 'proceso' : 'procesos'}`,
    acts: (count: number) => `${count} ${count === 1 ? 'acto' : 'actos'}`,
  },
  en: {
    clean: 'no findings',
    findings: (count: number) => `${count} ${count === 1 ? 'finding' : 'findings'}`,
    entry: (seq: number) => (seq === 0 ? 'run' : `entry ${seq}`),
    runs: (count: number) => `${count} ${count === 1 ? 'run' : 'runs'}`,
    acts: (count: number) => `${count} ${count === 1 ? 'act' : 'acts'}`,
  },
} as const;

/** What was found in one run, as a person reads it in a terminal. */
export function sayAudit(
  { run, protocol, version, findings }: RunAudit,
  language: Language,
): string {
  const words = WORDS[language];
  const what = protocol === null ? '' : ` (${protocol} ${version})`;
  const said = findings.length === 0 ? words.clean : words.findings(findings.length);
  const lines = findings.map(
    ({ invariant, seq, text }) => `  ${invariant}  ${words.entry(seq)}: ${text[language]}`,
  );
  return `${[`${run}${what}: ${said}`, ...lines].join('\n')}\n`;
}

/** The last line: how much was looked at and how much was found. */
export function sayTotal(
  total: { readonly runs: number; readonly acts: number; readonly findings: number },
  language: Language,
): string {
  const { runs, acts, clean, findings } = WORDS[language];
  const said = total.findings === 0 ? clean : findings(total.findings);
  return `${runs(total.runs)}, ${acts(total.acts)}: ${said}\n`;
}

import { languageOf } from '../../../platform/text.js';

/** What the API answers about a protocol, as far as the terminal shows it. */
export interface Summary {
  readonly protocol: string;
  readonly shipped: boolean;
  readonly current?: { readonly version: number; readonly digest: string };
  readonly draft?: {
    readonly version: number;
    readonly digest: string;
    readonly state: 'draft' | 'submitted' | 'approved';
    readonly findings?: readonly Finding[];
  };
}

export interface Standing extends Summary {
  readonly acts: readonly {
    readonly kind: string;
    readonly version: number;
    readonly institution: string;
    readonly account: string;
    readonly reasons?: string;
    readonly at: string;
  }[];
}

interface Finding {
  readonly invariant: string;
  readonly severity: 'error' | 'warning';
  readonly where: string;
  readonly must: string;
  readonly found: string;
  readonly fix: string;
  readonly path: readonly string[];
}

export interface Differences {
  readonly from: number;
  readonly to: number;
  readonly items: readonly { readonly text: string; readonly weakens: boolean }[];
}

/** One line: id, version in force, draft. */
export function saySummary({ protocol, shipped, current, draft }: Summary): string {
  const force = current
    ? words(`versión ${current.version} en vigor`, `version ${current.version} in force`)
    : words('sin versión en vigor', 'no version in force');
  const origin = shipped ? words(', del producto', ', of the product') : '';
  const drafted = draft
    ? words(
        `; borrador de la ${draft.version}: ${STATES.es[draft.state]}`,
        `; draft of ${draft.version}: ${STATES.en[draft.state]}`,
      )
    : '';
  return `${protocol}: ${force}${origin}${drafted}`;
}

const STATES = {
  es: { draft: 'en trabajo', submitted: 'presentado', approved: 'aprobado' },
  en: { draft: 'being written', submitted: 'submitted', approved: 'approved' },
};

const ACTS: Readonly<Record<'es' | 'en', Readonly<Record<string, string>>>> = {
  es: {
    shipped: 'vino con el producto',
    drafted: 'se escribió el borrador',
    checked: 'se revisó el borrador',
    submitted: 'se presentó',
    approved: 'se aprobó',
    'sent-back': 'se devolvió a sus autores',
    discarded: 'se descartó',
    published: 'entró en vigor',
    retired: 'se retiró: no inicia más procesos',
  },
  en: {
    shipped: 'came with the product',
    drafted: 'the draft was written',
    checked: 'the draft was checked',
    submitted: 'was submitted',
    approved: 'was approved',
    'sent-back': 'was sent back to its authors',
    discarded: 'was discarded',
    published: 'came into force',
    retired: 'was retired: starts no more runs',
  },
};

/** Where a protocol stands, every finding of its draft with the way to it, and who did what when. */
export function sayStanding(standing: Standing): string {
  const { draft, acts } = standing;
  const findings = (draft?.findings ?? []).map(sayFinding);
  const done = acts.map(
    ({ at, kind, version, institution, account, reasons }) =>
      `  ${at}  ${words(ACTS.es[kind] ?? kind, ACTS.en[kind] ?? kind)}, ${words('versión', 'version')} ${version}  ${institution}/${account.slice(0, 8)}${reasons ? `  «${reasons}»` : ''}`,
  );
  return [
    saySummary(standing),
    ...(draft
      ? [words(`Huella del borrador: ${draft.digest}`, `Digest of the draft: ${draft.digest}`)]
      : []),
    ...(draft && findings.length === 0 ? [words('Sin hallazgos.', 'No findings.')] : findings),
    ...(done.length > 0 ? [words('Lo ocurrido:', 'What happened:'), ...done] : []),
  ].join('\n');
}

/** A finding: what must hold, what is wrong, how one gets there, what to do. */
function sayFinding({ invariant, severity, where, must, found, fix, path }: Finding): string {
  const mark = severity === 'error' ? '✘' : '!';
  const steps = path.map((step, index) => `      ${index + 1}. ${step}`);
  const sentences = [...new Set([must, found, fix])].map((sentence) => `    ${sentence}`);
  return [
    `  ${mark} ${invariant} ${where}`,
    ...sentences,
    ...(steps.length > 0
      ? [words('    Así se llega:', '    This is the way there:'), ...steps]
      : []),
  ].join('\n');
}

/** What a later version does differently, line by line; a mark where it protects less. */
export function sayDifferences({ from, to, items }: Differences): string {
  const head = words(`De la versión ${from} a la ${to}:`, `From version ${from} to ${to}:`);
  const lines = items.map(({ text, weakens }) => `  ${weakens ? '▼' : '·'} ${text}`);
  const none = words('  Dicen lo mismo.', '  They say the same.');
  return [head, ...(lines.length > 0 ? lines : [none])].join('\n');
}

function words(es: string, en: string): string {
  return languageOf(process.env) === 'es' ? es : en;
}

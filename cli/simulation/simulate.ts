import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createProgress } from '../../platform/progress.js';
import { languageOf, OperatorError } from '../../platform/text.js';
import { dayNumber } from '../../protocols/rules/dates.js';
import { makeReport } from '../../protocols/simulator/report/make-report.js';
import { drawReport } from '../../protocols/simulator/report/picture.js';
import { tellReport } from '../../protocols/simulator/report/tell-report.js';
import type { Plan } from '../../protocols/simulator/simulate.js';
import { getDefinitionFrom } from '../definition-source.js';
import { playPlan } from './play-plan.js';
import { readProfile } from './read-profile.js';
import { reportJsonSchema } from './report-schema.js';

/** What the command line gives, as text. */
export interface SimulateOptions {
  readonly runs: string;
  readonly seed: string;
  readonly from: string;
  readonly profile?: string;
  readonly threads?: string;
  readonly json?: boolean;
  readonly schema?: boolean;
  readonly picture?: string;
}

const MOST_RUNS = 1_000_000;
/** The calendars must reach as far as the longest run. */
const FIRST_DAY = '2024-01-01';
const LAST_DAY = '2031-12-31';

/** Simulates a definition and shows what was found. The report is the same whenever and wherever it is made. */
export async function simulateCommand(
  nameOrFile: string | undefined,
  options: SimulateOptions,
): Promise<void> {
  if (options.schema) {
    process.stdout.write(`${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
    return;
  }
  if (nameOrFile === undefined) {
    throw new OperatorError({
      es: 'Falta el protocolo: dé su nombre o un archivo JSON o YAML.',
      en: 'The protocol is missing: give its name or a JSON or YAML file.',
    });
  }
  const { definition } = getDefinitionFrom(nameOrFile);
  const plan: Plan = {
    definition,
    profile: readProfile(definition, options.profile),
    runs: wholeNumber('--runs', options.runs, 1, MOST_RUNS),
    seed: wholeNumber('--seed', options.seed, 0, Number.MAX_SAFE_INTEGER),
    fromOn: day(options.from),
  };
  const most = availableParallelism();
  const threads = options.threads ? wholeNumber('--threads', options.threads, 1, 256) : most;
  const progress = createProgress();
  const begun = performance.now();
  const text = { es: 'Simulando', en: 'Simulating' };
  const tally = await progress.step(text, (tell) =>
    playPlan(plan, { threads, progress: (fraction) => tell({ fraction }) }),
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const report = makeReport(plan, tally);
  const language = languageOf(process.env);
  if (options.picture) writeFileSync(options.picture, drawReport(report, language));
  process.stdout.write(
    options.json ? `${JSON.stringify(report, null, 2)}\n` : tellReport(report, language),
  );
  // The time goes elsewhere than the report, which must not depend on it.
  progress.note({
    es: `${plan.runs} procesos, ${tally.acts} actos en ${seconds} s`,
    en: `${plan.runs} runs, ${tally.acts} acts in ${seconds} s`,
  });
}

function wholeNumber(name: string, given: string, least: number, most: number): number {
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= least && value <= most) return value;
  throw new OperatorError({
    es: `${name} debe ser un número entero de ${least} a ${most}; se dio «${given}».`,
    en: `${name} must be a whole number from ${least} to ${most}; "${given}" was given.`,
  });
}

function day(given: string): string {
  try {
    dayNumber(given);
    if (given >= FIRST_DAY && given <= LAST_DAY) return given;
  } catch {
    // Told below, with the form that is wanted.
  }
  throw new OperatorError({
    es: `--from debe ser una fecha como 2027-01-04, de ${FIRST_DAY} a ${LAST_DAY}; se dio «${given}».`,
    en: `--from must be a date such as 2027-01-04, from ${FIRST_DAY} to ${LAST_DAY}; "${given}" was given.`,
  });
}

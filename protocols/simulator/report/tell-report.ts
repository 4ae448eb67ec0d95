import { PHASES } from '../play/task.js';
import type { Quantiles, SimulationReport } from './report.js';
import { tableOf } from './table.js';
import { tellFinding } from './tell-finding.js';
import { type Language, PHASE_WORDS, REASON_WORDS, WORDS } from './words.js';

const MOST_STEPS = 20;
const MOST_DEADLINES = 20;

/** The report for people at a terminal: what to look at first, then the figures. */
export function tellReport(report: SimulationReport, language: Language): string {
  const { protocol, plan } = report;
  const say = (name: keyof typeof WORDS) => WORDS[name][language];
  const head = [
    `${say('simulation')} ${protocol.title[language]} (${protocol.id} v${protocol.version})`,
    `${count(plan.runs)} ${say('runs')}, ${say('seed')} ${plan.seed}, ${plan.arrivalsPerDay} ${say('perDay')}, ${say('from')} ${plan.fromOn}`,
    say('assumed'),
  ];
  const findings =
    report.findings.length === 0
      ? [say('nothing')]
      : report.findings.map((found) => `- ${tellFinding(report, found, language)}`);
  const sections: [string, string[]][] = [
    [say('findings'), findings],
    [say('endings'), endings(report, language)],
    [say('stages'), stages(report, language)],
    [say('institutions'), institutions(report, language)],
    [say('steps'), steps(report, language)],
    [say('deadlines'), deadlines(report, language)],
    [say('never'), never(report, language)],
    [say('paths'), paths(report, language)],
  ];
  const told = sections.map(([title, lines]) => `${title}\n${lines.join('\n')}`);
  return `${[head.join('\n'), ...told].join('\n\n')}\n`;
}

function endings({ endings: all, days }: SimulationReport, language: Language): string[] {
  const of = (quantiles: Quantiles | undefined) =>
    (['p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p99'] as const).map((name) =>
      quantiles ? quantiles[name].toFixed(1) : '',
    );
  return tableOf([
    ['', '', '%', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p99'],
    [WORDS.all[language], '', '', ...of(days)],
    ...all.map(({ title, runs, share, days: lasting }) => [
      title[language],
      count(runs),
      percent(share),
      ...of(lasting),
    ]),
  ]);
}

function stages({ stages: all }: SimulationReport, language: Language): string[] {
  return tableOf([
    ['', WORDS.runs[language], WORDS.days[language]],
    ...all.map(({ title, runs, meanDays }) => [title[language], count(runs), meanDays.toFixed(1)]),
  ]);
}

function institutions({ institutions: all }: SimulationReport, language: Language): string[] {
  const busy = all.filter(({ tasks }) => tasks > 0).sort((a, b) => b.load - a.load);
  return tableOf([
    [
      '',
      `${WORDS.load[language]} %`,
      WORDS.officers[language],
      WORDS.needed[language],
      WORDS.growth[language],
      `${WORDS.wait[language]} 1/3`,
      '3/3',
      ...PHASES.map((phase) => `${PHASE_WORDS[phase][language]} h`),
    ],
    ...busy.map((one) => [
      `${one.role} ${one.title[language]}`,
      percent(one.load),
      String(one.officers),
      String(one.officersNeeded),
      one.backlogGrowthPerDay.toFixed(2),
      one.hoursOfWaiting[0].toFixed(1),
      one.hoursOfWaiting[2].toFixed(1),
      ...PHASES.map((phase) => one.hours[phase].toFixed(1)),
    ]),
  ]);
}

function steps({ steps: all, plan }: SimulationReport, language: Language): string[] {
  const long = all
    .filter(({ openings }) => openings > 0)
    .sort((a, b) => b.hoursOpen * b.openings - a.hoursOpen * a.openings)
    .slice(0, MOST_STEPS);
  return tableOf([
    [
      '',
      `${WORDS.openings[language]}/${count(plan.runs)}`,
      WORDS.untilOpen[language],
      WORDS.open[language],
      WORDS.still[language],
      ...PHASES.map((phase) => PHASE_WORDS[phase][language]),
    ],
    ...long.map((step) => [
      step.id,
      count(step.openings),
      step.hoursUntilOpen.toFixed(1),
      step.hoursOpen.toFixed(1),
      step.hoursStoodStill.toFixed(1),
      ...PHASES.map((phase) => step.hours[phase].toFixed(1)),
    ]),
  ]);
}

function deadlines(
  { steps: all, acknowledgements }: SimulationReport,
  language: Language,
): string[] {
  const late = all
    .flatMap(({ id, deadline }) => (deadline && deadline.lapsed > 0 ? [{ id, ...deadline }] : []))
    .sort((a, b) => b.shareLapsed - a.shareLapsed || b.lapsed - a.lapsed)
    .slice(0, MOST_DEADLINES);
  const table = late.map((one) => {
    const [reason] = Object.entries(one.reasons).sort(([, a], [, b]) => b - a)[0]!;
    return [
      one.id,
      percent(one.shareLapsed),
      `${count(one.lapsed)} ${WORDS.of[language]} ${count(one.kept + one.lapsed)}`,
      `${count(one.escalated[0])}+${count(one.escalated[1])}`,
      REASON_WORDS[reason as keyof typeof REASON_WORDS][language],
    ];
  });
  const head = ['', '%', WORDS.lapsed[language], WORDS.escalated[language], ''];
  const { asked, late: receipts } = acknowledgements;
  return [
    ...(table.length > 0 ? tableOf([head, ...table], 4) : [WORDS.noDeadlines[language]]),
    `${WORDS.receipts[language]}: ${count(receipts)} ${WORDS.of[language]} ${count(asked)}`,
  ];
}

function never({ never: unseen }: SimulationReport, language: Language): string[] {
  const line = (title: string, names: readonly string[]) =>
    `${title} (${names.length}): ${names.join(', ') || WORDS.none[language]}`;
  return [
    line(WORDS.neverSteps[language], unseen.steps),
    line(WORDS.neverOutcomes[language], unseen.outcomes),
    line(WORDS.neverEvents[language], unseen.events),
  ];
}

function paths({ paths: all, plan }: SimulationReport, language: Language): string[] {
  return all.map(
    ({ path, runs, meanDays }) =>
      `${percent(runs / plan.runs).padStart(5)} %  ${path} (${meanDays.toFixed(0)} ${WORDS.days[language]})`,
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** Whole numbers with a thin gap every three digits, read the same in both languages. */
function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
}

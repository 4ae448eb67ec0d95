import type { Step } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import { LAPSE_REASONS, type LapseReason } from '../play/lapse-reason.js';
import { isTerm } from '../profile/defaults.js';
import { countBatches, type Plan } from '../simulate.js';
import type { StepTally, Tally } from '../tally.js';
import { findAll } from './find-all.js';
import { hoursByPhase, reportInstitutions } from './institutions.js';
import { quantilesOf, rounded } from './quantiles.js';
import {
  type DeadlineReport,
  type EndingReport,
  type Quantiles,
  REPORT_SCHEMA,
  type SimulationReport,
  type StepReport,
} from './report.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_PATHS = 12;

/** What the tally of a whole plan says. The same plan and tally give the same report, byte for byte. */
export function makeReport(plan: Plan, tally: Tally): SimulationReport {
  const { definition, profile, runs, seed, fromOn } = plan;
  const steps = definition.steps.map((step, index) => reportStep(step, tally.steps[index]!));
  const institutions = reportInstitutions(plan, tally);
  const lengths = Object.values(tally.durations).flat();
  return {
    schema: REPORT_SCHEMA,
    protocol: { id: definition.id, version: definition.version, title: definition.title },
    plan: {
      runs,
      seed,
      fromOn,
      arrivalsPerDay: profile.arrivalsPerDay,
      batches: countBatches(plan),
    },
    acts: tally.acts,
    findings: findAll(definition, steps, institutions, tally),
    days: inDays(lengths),
    endings: reportEndings(plan, tally),
    stages: definition.stages.map(({ id, title }, index) => {
      const { time, runs: came } = tally.stages[index]!;
      return { id, title, runs: came, meanDays: rounded(time / Math.max(1, came) / DAY, 2) };
    }),
    steps,
    institutions,
    acknowledgements: tally.acknowledgements,
    never: {
      steps: steps.filter(({ openings }) => openings === 0).map(({ id }) => id),
      outcomes: definition.steps.flatMap(({ id, outcomes }, index) =>
        outcomes
          .filter((_, at) => tally.steps[index]!.outcomes[at] === 0)
          .map((outcome) => `${id}:${outcome.id}`),
      ),
      events: definition.events.filter((_, at) => tally.events[at] === 0).map(({ id }) => id),
    },
    events: definition.events.map(({ id, title }, index) => ({
      id,
      title,
      reports: tally.events[index]!,
    })),
    paths: Object.entries(tally.paths)
      .sort(([a, x], [b, y]) => y.runs - x.runs || (a < b ? -1 : 1))
      .slice(0, MOST_PATHS)
      .map(([path, of]) => ({
        path,
        runs: of.runs,
        meanDays: rounded(of.time / of.runs / DAY, 2),
      })),
    assumptions: profile,
  };
}

function reportEndings({ definition }: Plan, tally: Tally): EndingReport[] {
  const titles = new Map(definition.endings.map(({ id, title }) => [id, title]));
  const found = Object.entries(tally.durations).map(([name, lengths]): EndingReport => {
    const [id = '', continues] = name.split(':');
    return {
      id,
      ...(continues === undefined ? {} : { continues }),
      title: titles.get(id) ?? transferred(continues ?? ''),
      runs: lengths.length,
      share: rounded(lengths.length / tally.runs, 4),
      days: inDays(lengths),
    };
  });
  if (tally.unfinished > 0) {
    found.push({
      id: 'unfinished',
      title: { es: 'Sin terminar a los tres años', en: 'Not ended after three years' },
      runs: tally.unfinished,
      share: rounded(tally.unfinished / tally.runs, 4),
    });
  }
  const nameOf = ({ id, continues = '' }: EndingReport) => `${id}:${continues}`;
  return found.sort((a, b) => b.runs - a.runs || (nameOf(a) < nameOf(b) ? -1 : 1));
}

function transferred(protocol: string): Text {
  return { es: `Sigue en «${protocol}»`, en: `Goes on under "${protocol}"` };
}

function inDays(lengths: readonly number[]): Quantiles {
  const found = quantilesOf(lengths.length > 0 ? lengths : [0]);
  const entries = Object.entries(found).map(([name, ms]) => [name, rounded(ms / DAY, 2)]);
  return Object.fromEntries(entries) as Quantiles;
}

function reportStep(step: Step, counted: StepTally): StepReport {
  const { openings, withdrawn, bySilence, untilOpen, open, stoodStill, phases, tasks } = counted;
  const perOpening = (ms: number) => rounded(ms / Math.max(1, openings) / HOUR, 2);
  return {
    id: step.id,
    title: step.title,
    openings,
    withdrawn,
    answeredBySilence: bySilence,
    hoursUntilOpen: perOpening(untilOpen),
    waitedFor: Object.entries(counted.waitedFor)
      .map(([fact, times]) => ({ fact, openings: times }))
      .sort((a, b) => b.openings - a.openings || (a.fact < b.fact ? -1 : 1)),
    hoursOpen: perOpening(open),
    hoursStoodStill: perOpening(stoodStill),
    hours: hoursByPhase(phases, tasks),
    ...(step.deadline ? { deadline: reportDeadline(step, counted) } : {}),
  };
}

function reportDeadline(step: Step, counted: StepTally): DeadlineReport {
  const { kept, lapsed, lapsedBy, left, clocks, work, tasks, escalated } = counted;
  const reasons: Partial<Record<LapseReason, number>> = {};
  for (const [index, reason] of LAPSE_REASONS.entries()) {
    if (lapsedBy[index]! > 0) reasons[reason] = lapsedBy[index]!;
  }
  return {
    silence: step.deadline!.silence,
    isTerm: isTerm(step),
    kept,
    lapsed,
    shareLapsed: rounded(lapsed / Math.max(1, kept + lapsed), 4),
    reasons,
    hoursLeft: rounded(left / Math.max(1, clocks) / HOUR, 2),
    hoursOfWork: rounded(work / Math.max(1, tasks) / HOUR, 2),
    escalated: [escalated[0]!, escalated[1]!],
  };
}

import type { Definition } from '../../language/definition.js';
import { LAPSE_REASONS, type LapseReason } from '../play/lapse-reason.js';
import type { Tally } from '../tally.js';
import type { InstitutionReport, SimulationFinding, StepReport } from './report.js';

/** Fewer decided deadlines than this are chance. */
const ENOUGH = 20;
/** Kept by fewer than these shares. What nobody but the luckiest can do is not possible. */
const IMPOSSIBLE = 0.05;
const HARDLY = 0.5;
const MOST_STEPS = 5;

/** Everything to look at, the gravest first. */
export function findAll(
  definition: Definition,
  steps: readonly StepReport[],
  institutions: readonly InstitutionReport[],
  tally: Tally,
): SimulationFinding[] {
  const deadlines = steps.flatMap(deadlineFinding);
  const busy = institutions.flatMap(({ role, verdict }): SimulationFinding[] => {
    if (verdict === 'fine') return [];
    return [{ code: `institution-${verdict}`, role }];
  });
  return [
    ...deadlines.filter(({ code }) => code === 'deadline-impossible'),
    ...busy.filter(({ code }) => code === 'institution-overloaded'),
    ...unfinished(definition, tally),
    ...deadlines.filter(({ code }) => code === 'deadline-hardly-met'),
    ...busy.filter(({ code }) => code === 'institution-tight'),
  ];
}

function deadlineFinding({ id, deadline }: StepReport): SimulationFinding[] {
  if (!deadline) return [];
  const { kept, lapsed, reasons } = deadline;
  const decided = kept + lapsed;
  if (decided < ENOUGH || kept >= HARDLY * decided) return [];
  const weight = (of: LapseReason) => reasons[of] ?? 0;
  const reason = LAPSE_REASONS.reduce((most, one) => (weight(one) > weight(most) ? one : most));
  const code = kept < IMPOSSIBLE * decided ? 'deadline-impossible' : 'deadline-hardly-met';
  return [{ code, step: id, lapsed, decided, reason }];
}

function unfinished(
  definition: Definition,
  { unfinished: runs, leftOpen }: Tally,
): SimulationFinding[] {
  if (runs === 0) return [];
  const steps = definition.steps
    .map(({ id }, index) => ({ id, open: leftOpen[index]! }))
    .filter(({ open }) => open > 0)
    .sort((a, b) => b.open - a.open)
    .slice(0, MOST_STEPS)
    .map(({ id }) => id);
  return [{ code: 'runs-unfinished', runs, steps }];
}

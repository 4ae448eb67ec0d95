import type { LineRecord, VersionRecord } from '../../db/queries/operations.js';
import { protectSmallCells, type Table } from '../../protocols/rules/small-cells.js';
import type { OpenOperation } from '../runs/open-operation.js';
import type { ReconciliationView } from '../schemas/operations.js';

type Counts = ReconciliationView['lines'];

const SUMS: Table['sums'] = [
  { total: 'expected', parts: ['stayed', 'boarded'] },
  { total: 'boarded', parts: ['arrived', 'refused', 'broughtBack', 'onTheWay'] },
];

/**
 * Who was expected, boarded, arrived and was not received, by the acts of each person's own run, beside what was counted
 * at the point. The report is for everybody who may see all lines: an institution that sees some could subtract.
 */
export function reconciliationView(
  { run, definition, lineLevel }: OpenOperation,
  lines: readonly LineRecord[],
  versions: readonly VersionRecord[],
): ReconciliationView {
  const counts = countsOf(lines, versions);
  const { attributes } = run.state;
  const counted = definition.operation?.counted;
  const arrived = counted && attributes[counted.arrived];
  const refused = counted && attributes[counted.refused];
  const known = typeof arrived === 'number' && typeof refused === 'number';
  const whole = lineLevel !== 'own';
  return {
    lines: counts,
    ...(known && whole
      ? {
          counted: { arrived, refused },
          matches: arrived === counts.arrived && refused === counts.refused,
        }
      : {}),
    ...(whole ? { report: protectSmallCells({ counts, sums: SUMS }) as Counts } : {}),
  };
}

/**
 * Expected are those of the first list that was sent, with those who came onto it later; before there is one, those who
 * hold a line now.
 */
function countsOf(
  lines: readonly LineRecord[],
  versions: readonly VersionRecord[],
): Record<keyof Counts, number> {
  const listed = new Set(versions.flatMap((version) => version.lines.map(({ run }) => run)));
  const on = listed.size > 0 ? lines.filter(({ run }) => listed.has(run)) : lines;
  const having = (...statuses: string[]) =>
    on.filter(({ status }) => statuses.includes(status)).length;
  const [arrived, refused] = [having('arrived'), having('refused')];
  const [broughtBack, onTheWay] = [having('brought-back'), having('boarded')];
  const boarded = arrived + refused + broughtBack + onTheWay;
  return {
    expected: on.length,
    stayed: on.length - boarded,
    boarded,
    arrived,
    refused,
    broughtBack,
    onTheWay,
  };
}

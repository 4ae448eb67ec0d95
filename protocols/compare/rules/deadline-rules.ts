import type { Condition } from '../../language/condition.js';
import type { Deadline, Silence } from '../../language/deadline.js';
import type { Change } from '../changes.js';
import {
  type DifferenceRule,
  differ,
  lacking,
  listOf,
  sayStep,
  stepOf,
  type Versions,
} from '../difference.js';
import { implies } from '../implies.js';
import { isAtMost, sayCondition, sayFrom, sayLength, sayList } from '../words.js';
import { factOf } from './new-ways.js';

/** By when a step must be answered and what silence means. */
export const DEADLINE_RULES: readonly (readonly [pattern: string, rule: DifferenceRule])[] = [
  ['steps/*/deadline', presence],
  ['steps/*/deadline/length', length],
  ['steps/*/deadline/unit', length],
  ['steps/*/deadline/from', from],
  ['steps/*/deadline/silence', silence],
  ['steps/*/deadline/lapse', lapse],
  ['steps/*/deadline/lapseIf', lapseIf],
  ['steps/*/deadline/pausedWhile', paused],
  ['steps/*/deadline/escalates', escalates],
  ['steps/*/deadline/escalates/length', escalates],
  ['steps/*/deadline/escalates/unit', escalates],
  ['steps/*/deadline/tellsMonitor', tellsMonitor],
];

/** Silence acts for somebody in L4 and L5, presses in L1, blocks departure in L2, protects in L3. */
const STRENGTH: Record<Silence, number> = { L4: 0, L5: 0, L6: 1, L0: 1, L1: 2, L2: 3, L3: 4 };

function presence(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  if (change.before === undefined) {
    const length_ = sayLength(change.after as Deadline);
    const text = {
      es: '{step} tiene ahora un plazo: {length}.',
      en: '{step} now has a deadline: {length}.',
    };
    return [differ(change, 'deadline', false, text, { step, length: length_ })];
  }
  return [
    differ(
      change,
      'deadline',
      true,
      { es: '{step} ya no tiene plazo.', en: '{step} no longer has a deadline.' },
      { step },
    ),
  ];
}

/**
 * Said once for length and unit together, at the place of the deadline. Times are free, but for one: where silence clears
 * the way, as in a remedy window, less time protects less.
 */
function length(change: Change, versions: Versions) {
  const [before, after] = deadlines(change, versions);
  if (!before || !after) return [];
  return [
    differ(
      { path: change.path.slice(0, -1) },
      'deadline',
      silenceClearsTheWay(change, versions) && !isAtMost(before, after),
      {
        es: '{step}: el plazo es de {after}, antes {before}.',
        en: '{step}: the deadline is {after}, before {before}.',
      },
      {
        step: sayStep(stepOf(change, versions)),
        before: sayLength(before),
        after: sayLength(after),
      },
    ),
  ];
}

function silenceClearsTheWay(change: Change, versions: Versions): boolean {
  const step = stepOf(change, versions);
  const lapse = step?.outcomes.find(({ id }) => id === step.deadline?.lapse);
  return (lapse?.sets ?? []).some((setting) => versions.required.has(factOf(setting)));
}

function from(change: Change, versions: Versions) {
  const say = (value: unknown) => sayFrom(value as Deadline['from']);
  return [
    differ(
      change,
      'deadline',
      false,
      {
        es: '{step}: el plazo corre {after}, antes {before}.',
        en: '{step}: the deadline runs {after}, before {before}.',
      },
      {
        step: sayStep(stepOf(change, versions)),
        before: say(change.before),
        after: say(change.after),
      },
    ),
  ];
}

function silence(change: Change, versions: Versions) {
  const before = change.before as Silence;
  const after = change.after as Silence;
  const step = stepOf(change, versions);
  // A decision that must be free of pressure (L0) is not protected by pressing for it.
  const presses = before === 'L0' && step?.safeguard === true;
  return [
    differ(
      change,
      'safeguard',
      presses || STRENGTH[after] < STRENGTH[before],
      {
        es: '{step}: el silencio significa {after}, antes {before}.',
        en: '{step}: silence means {after}, before {before}.',
      },
      { step: sayStep(step), before, after },
    ),
  ];
}

function lapse(change: Change, versions: Versions) {
  const none = { es: 'ningún resultado', en: 'no outcome' };
  const say = (value: unknown) => (typeof value === 'string' ? value : none);
  return [
    differ(
      change,
      'safeguard',
      true,
      {
        es: '{step}: el silencio produce {after}, antes {before}.',
        en: '{step}: silence produces {after}, before {before}.',
      },
      {
        step: sayStep(stepOf(change, versions)),
        before: say(change.before),
        after: say(change.after),
      },
    ),
  ];
}

function lapseIf(change: Change, versions: Versions) {
  const before = change.before as Condition | undefined;
  const after = change.after as Condition | undefined;
  return [
    differ(
      change,
      'safeguard',
      after === undefined || !implies(after, before ?? 'start'),
      {
        es: '{step}: el silencio actúa solo si {after}, antes {before}.',
        en: '{step}: silence acts only if {after}, before {before}.',
      },
      {
        step: sayStep(stepOf(change, versions)),
        before: sayCondition(before),
        after: sayCondition(after),
      },
    ),
  ];
}

function paused(change: Change, versions: Versions) {
  const [before] = deadlines(change, versions);
  const acts = before !== undefined && STRENGTH[before.silence] === 0;
  return [
    differ(
      change,
      'deadline',
      acts && lacking(change.before, change.after).length > 0,
      {
        es: '{step}: el plazo se detiene con {after}, antes con {before}.',
        en: '{step}: the clock stands still with {after}, before with {before}.',
      },
      {
        step: sayStep(stepOf(change, versions)),
        before: sayList(listOf(change.before)),
        after: sayList(listOf(change.after)),
      },
    ),
  ];
}

/** Times are free. Said once for length and unit together. */
function escalates(change: Change, versions: Versions) {
  const [before, after] = deadlines(change, versions);
  const asLong = { es: 'lo que dura el plazo', en: 'as long as the deadline' };
  const say = (of: Deadline | undefined) => (of?.escalates ? sayLength(of.escalates) : asLong);
  return [
    differ(
      { path: change.path.slice(0, 4) },
      'deadline',
      false,
      {
        es: '{step}: tras vencer, el último nivel lo sabe en {after}, antes en {before}.',
        en: '{step}: after the deadline the last level is told within {after}, before {before}.',
      },
      { step: sayStep(stepOf(change, versions)), before: say(before), after: say(after) },
    ),
  ];
}

function tellsMonitor(change: Change, versions: Versions) {
  const falls = change.after === undefined;
  const text = falls
    ? {
        es: '{step}: ya no lo sabe el órgano de monitoreo en cuanto vence.',
        en: '{step}: the monitoring body is no longer told as soon as the time is up.',
      }
    : {
        es: '{step}: el órgano de monitoreo lo sabe en cuanto vence.',
        en: '{step}: the monitoring body is told as soon as the time is up.',
      };
  return [differ(change, 'deadline', falls, text, { step: sayStep(stepOf(change, versions)) })];
}

function deadlines({ path }: Change, { before, after }: Versions) {
  const of = (version: Versions['before']) =>
    version.steps.find(({ id }) => id === path[1])?.deadline;
  return [of(before), of(after)] as const;
}

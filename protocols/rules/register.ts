import type { DecreedDays, Register, RegisterChange } from '../language/register.js';
import type { Calendar } from './calendar.js';

export const EMPTY_REGISTER: Register = {
  upTo: 0,
  days: {},
  agreements: {},
  closures: {},
  relations: [],
};

/** The register after more entries, the last of which has the number `upTo`. The given register is not changed. */
export function withChanges(
  register: Register | undefined,
  changes: readonly RegisterChange[],
  upTo: number,
): Register {
  let next = register ?? EMPTY_REGISTER;
  for (const change of changes) next = withChange(next, change);
  return { ...next, upTo: Math.max(next.upTo, upTo) };
}

function withChange(register: Register, change: RegisterChange): Register {
  switch (change.kind) {
    case 'day': {
      const before = register.days[change.country] ?? { off: [], working: [] };
      const days = { ...register.days, [change.country]: withDay(before, change.on, change.works) };
      return { ...register, days };
    }
    case 'agreement': {
      const { kind: _, agreement, ...news } = change;
      const before = register.agreements[agreement];
      return {
        ...register,
        agreements: { ...register.agreements, [agreement]: { ...before, ...news } },
      };
    }
    case 'closure': {
      const { kind: _, point, ...period } = change;
      const before = register.closures[point] ?? [];
      return { ...register, closures: { ...register.closures, [point]: [...before, period] } };
    }
    case 'relations': {
      const { kind: _, ...relay } = change;
      const others = register.relations.filter(
        ({ sending, receiving }) => sending !== relay.sending || receiving !== relay.receiving,
      );
      return { ...register, relations: [...others, relay] };
    }
  }
}

/** A later entry about the same day takes the earlier one back. */
function withDay({ off, working }: DecreedDays, on: string, works: boolean): DecreedDays {
  const without = (days: readonly string[]) => days.filter((day) => day !== on);
  const add = (days: readonly string[]) => [...without(days), on].sort();
  return works
    ? { off: without(off), working: add(working) }
    : { off: add(off), working: without(working) };
}

const made = new WeakMap<Calendar, WeakMap<DecreedDays, Calendar>>();

/** A calendar with days by decree; the same object for the same arguments, because look-ups hang on it. */
export function withDecreedDays(calendar: Calendar, days: DecreedDays | undefined): Calendar {
  if (!days || (days.off.length === 0 && days.working.length === 0)) return calendar;
  let known = made.get(calendar);
  if (!known) {
    known = new WeakMap();
    made.set(calendar, known);
  }
  const before = known.get(days);
  if (before) return before;
  const holidays = [...new Set([...calendar.holidays, ...days.off])]
    .filter((day) => !days.working.includes(day))
    .sort();
  const workingDays = [...new Set([...(calendar.workingDays ?? []), ...days.working])]
    .filter((day) => !days.off.includes(day))
    .sort();
  const changed: Calendar = { ...calendar, holidays, workingDays };
  known.set(days, changed);
  return changed;
}

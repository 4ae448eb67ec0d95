import type { Reading } from '../../db/queries/reading-watch.js';

/** An account that reads too much, and what would have been usual. */
export interface Unusual {
  readonly account: string;
  readonly institution: string;
  readonly access: string;
  /** Cases of the last five days that were new to the account. */
  readonly cases: readonly { readonly run: string; readonly related: boolean }[];
  readonly usual: number;
  readonly unrelated: number;
}

/** Days looked at together. */
export const SPAN = 5;
/** A case is new to whoever did not open it for so many days. */
const MEMORY = 28;
/** Earlier spans by which an account's own habit is known. */
const EARLIER = 5;
/** How many days back readings are needed. */
export const DAYS_NEEDED = SPAN * (EARLIER + 1) + MEMORY;

/** Fewer new cases in five days are never too many, nor fewer without any task. */
const ALWAYS = 30;
const ALWAYS_UNRELATED = 10;
/** So many times the usual is too many. */
const TIMES = 2.5;
/** What somebody always did excuses no more than this. */
const HABIT_AT_MOST = 60;
/** So many others in the same role say what is usual there. */
const ENOUGH_OTHERS = 3;

/**
 * Accounts whose new cases of the last five days are more than thirty, than two and a half times what others in their role at the
 * institution opened, and than two and a half times their own earlier weeks (which excuse up to sixty); or who opened ten or more in
 * which their institution had nothing to do, and two and a half times as many as the others. Readings in any order.
 */
export function judgeReadings(readings: Iterable<Reading>): Unusual[] {
  const accounts = groupBy(readings, placeOf);
  const stands = [...accounts.values()].map(standingOf);
  const peers = groupBy(stands, roleOf);
  return stands.filter((one) => {
    const others = peers.get(roleOf(one))!.filter((other) => other !== one && other.isActive);
    const isKnown = others.length >= ENOUGH_OTHERS;
    const common = isKnown ? median(others.map(({ cases }) => cases.length)) : 0;
    const aside = isKnown ? median(others.map(({ unrelated }) => unrelated)) : 0;
    const most = Math.max(ALWAYS, TIMES * common, Math.min(TIMES * one.usual, HABIT_AT_MOST));
    const mostAside = Math.max(ALWAYS_UNRELATED - 1, TIMES * aside);
    return one.cases.length > most || one.unrelated > mostAside;
  });
}

const placeOf = ({ account, institution, access }: Reading) =>
  `${account}/${institution}/${access}`;

const roleOf = ({ institution, access }: Unusual) => `${institution}/${access}`;

function groupBy<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const there = groups.get(keyOf(one));
    if (there) there.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function standingOf(readings: readonly Reading[]): Unusual & { readonly isActive: boolean } {
  const { account, institution, access } = readings[0]!;
  const cases = newCases(readings, 0);
  const before = Array.from({ length: EARLIER }, (_, n) => newCases(readings, SPAN * (n + 1)));
  return {
    ...{ account, institution, access, cases },
    usual: median(before.map(({ length }) => length)),
    unrelated: cases.filter(({ related }) => !related).length,
    isActive: readings.some(({ day }) => day < SPAN),
  };
}

/** Cases opened in the five days from `from` on that were not opened in the four weeks before. */
function newCases(readings: readonly Reading[], from: number): Unusual['cases'] {
  const opened = new Map<string, boolean>();
  for (const { run, day, related } of readings) {
    if (day < from || day >= from + SPAN) continue;
    opened.set(run, related || (opened.get(run) ?? false));
  }
  for (const { run, day } of readings) {
    if (day >= from + SPAN && day < from + SPAN + MEMORY) opened.delete(run);
  }
  return [...opened].map(([run, related]) => ({ run, related }));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

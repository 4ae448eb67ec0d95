import { describe, expect, it } from 'vitest';
import type { Reading } from '../../db/queries/reading-watch.js';
import { seeded } from '../../test/fixtures/seeded.js';
import { DAYS_NEEDED, judgeReadings } from './judge.js';

const DAYS = 90;
const FIRST = DAYS_NEEDED;
const LAST = FIRST + DAYS;

type Random = () => number;
interface Read {
  readonly account: string;
  readonly access: string;
  readonly run: string;
  readonly on: number;
  readonly related: boolean;
}

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1));
let cases = 0;
const newCase = () => {
  cases += 1;
  return `run-${cases}`;
};

/**
 * An office of twelve officers and three case leads for half a year: new cases each day, older ones looked at again, weekends, two
 * weeks away, a week in which everybody has three times the work, and one in which each stands in for a colleague.
 */
function ordinaryOffice(random: Random): Read[] {
  const reads: Read[] = [];
  const people = Array.from({ length: 15 }, (_, n) => ({
    account: `account-${n}`,
    access: n < 12 ? 'officer' : 'case-lead',
    daily: n < 12 ? 4 : 8,
    away: 40 + upTo(random, 60),
    standsIn: 30 + upTo(random, 80),
    load: [] as string[],
  }));
  const rush = 60 + upTo(random, 40);
  for (let on = 0; on < LAST; on += 1) {
    if (on % 7 >= 5) continue;
    for (const person of people) {
      const { account, access, daily, away, standsIn, load } = person;
      if (on >= away && on < away + 14) continue;
      const times = on >= rush && on < rush + 7 ? 3 : 1;
      for (let n = upTo(random, daily * times); n > 0; n -= 1) load.push(newCase());
      // A colleague's cases, all looked through on the first day.
      if (on === standsIn + 2) load.push(...Array.from({ length: 15 }, newCase));
      const today = new Set(load.slice(-daily * times));
      for (let n = 0; n < 6; n += 1) today.add(load[upTo(random, load.length - 1)] ?? newCase());
      if (on === standsIn + 2) for (const run of load.slice(-15)) today.add(run);
      for (const run of today) reads.push({ account, access, run, on, related: random() > 0.03 });
      person.load = load.slice(-40);
    }
  }
  return reads;
}

/** The accounts an alarm is about on a day, as the daily look has it. */
function alarmsOn(reads: readonly Read[], today: number): string[] {
  const readings: Reading[] = [];
  for (const { account, access, run, on, related } of reads) {
    const day = today - on;
    if (day < 0 || day >= DAYS_NEEDED) continue;
    readings.push({ account, access, run, related, institution: 'office', day });
  }
  return judgeReadings(readings).map(({ account }) => account);
}

describe('the daily look at who reads', () => {
  it('raises at most one alarm a month about anybody in ninety ordinary days', () => {
    const reads = ordinaryOffice(seeded(80));
    const raised = new Map<string, number[]>();
    for (let today = FIRST; today < LAST; today += 1) {
      for (const account of alarmsOn(reads, today)) {
        const days = raised.get(account) ?? [];
        if (today - (days.at(-1) ?? -7) >= 7) raised.set(account, [...days, today]);
      }
    }
    const total = [...raised.values()].flat().length;
    console.info(`${total} alarms about 15 ordinary people in ${DAYS} days`);
    for (const [account, days] of raised) {
      for (const day of days) {
        const month = days.filter((one) => one >= day && one < day + 30);
        expect(month.length, account).toBeLessThanOrEqual(1);
      }
    }
  });

  it.each([
    ['twenty cases a day that are none of theirs to read', 20, true],
    ['three cases a day in which the institution has nothing to do', 3, false],
  ] as const)(
    'finds within five days, whenever it begins, somebody who also opens %s',
    (_, many, related) => {
      const ordinary = ordinaryOffice(seeded(81));
      for (let begins = FIRST; begins < LAST - 5; begins += 17) {
        for (const account of ['account-3', 'account-13']) {
          const access = account === 'account-3' ? 'officer' : 'case-lead';
          const wide = Array.from({ length: 5 * many }, (_, n) => ({
            ...{ account, access, related, run: newCase() },
            on: begins + Math.floor(n / many),
          }));
          const found = [0, 1, 2, 3, 4].some((day) =>
            alarmsOn([...ordinary, ...wide], begins + day).includes(account),
          );
          expect(found, `${account} from day ${begins}`).toBe(true);
        }
      }
    },
  );

  it('goes by the own weeks where nobody else has the role', () => {
    const habit = (daily: number, from: number, to: number): Reading[] =>
      Array.from({ length: (to - from) * daily }, (_, n) => ({
        ...{ account: 'alone', institution: 'small', access: 'officer', related: true },
        run: newCase(),
        day: from + Math.floor(n / daily),
      }));
    expect(judgeReadings(habit(8, 0, 58))).toEqual([]);
    expect(judgeReadings([...habit(20, 0, 5), ...habit(8, 5, 58)])).toMatchObject([
      { account: 'alone', usual: 40 },
    ]);
  });
});

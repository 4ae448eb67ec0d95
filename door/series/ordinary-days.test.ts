import { describe, expect, it } from 'vitest';
import { type Decided, verdictOf } from '../../test/fixtures/pace-model.js';
import { seeded } from '../../test/fixtures/seeded.js';
import { HUMAN_PACE } from './limits.js';
import { printOf } from './print.js';

const KEY = Buffer.alloc(32, 3);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OPENS = 8 * 60 * MINUTE;
const DAYS = 90;

type Random = () => number;
const between = (random: Random, least: number, most: number) => least + random() * (most - least);
const words = (random: Random, many: number) =>
  Array.from({ length: Math.round(many) }, () => `palabra${Math.floor(random() * 900)}`).join(' ');

/** What an office writes in every answer, word for word. */
const COMMON = words(seeded(1), 15);

let units = 0;
const newUnit = () => {
  units += 1;
  return `unit-${units}`;
};

/** One working day of somebody, as decisions in their order; `at` is counted from midnight. */
type Profile = (random: Random) => Decided[];

/** Half an hour to an hour with each person, then all forms of that person, one after the other. */
const assessor: Profile = (random) => {
  const day: Decided[] = [];
  for (let at = OPENS; at < OPENS + 8 * 60 * MINUTE; ) {
    at += between(random, 25, 60) * MINUTE;
    const unit = newUnit();
    // One form asks for reasons, the others for codes.
    const print = printOf(KEY, [COMMON, words(random, between(random, 30, 60))]);
    for (let form = 0; form < between(random, 1, 4); form += 1) {
      at += between(random, 1, 5) * MINUTE;
      day.push({ at, unit, ...(form === 0 ? { print } : {}) });
    }
  }
  return day;
};

/** One person every four minutes, all day, in codes of a few words. */
const screener: Profile = (random) =>
  Array.from({ length: 105 }, (_, n) => ({
    at: OPENS + n * 4 * MINUTE + between(random, 0, 30_000),
    unit: newUnit(),
  }));

/** Rulings gathered over the day and entered in the afternoon, each from its paper. */
const clerk: Profile = (random) => {
  let at = OPENS + 6 * 60 * MINUTE;
  return Array.from({ length: Math.floor(between(random, 4, 16)) }, () => {
    at += between(random, 3.1, 8) * MINUTE;
    return { at, unit: newUnit(), print: printOf(KEY, [COMMON, words(random, 30)]) };
  });
};

/** Families of four in one sitting, with one text for all of them. */
const familyOfficer: Profile = (random) => {
  let at = OPENS;
  return Array.from({ length: 5 }, () => {
    const unit = newUnit();
    at += between(random, 60, 90) * MINUTE;
    const print = printOf(KEY, [COMMON, words(random, 40)]);
    return Array.from({ length: 4 }, () => {
      at += between(random, 1.5, 4) * MINUTE;
      return { at, unit, print };
    });
  }).flat();
};

const PROFILES = { assessor, screener, clerk, familyOfficer } as const;

describe('ninety ordinary days', () => {
  it.each(Object.entries(PROFILES))('of the %s hold nobody', (_, profile) => {
    const random = seeded(90);
    let before: Decided[] = [];
    let held = 0;
    let given = 0;
    for (let day = 0; day < DAYS; day += 1) {
      for (const one of profile(random)) {
        const next = { ...one, at: day * DAY + one.at };
        before = before.filter(({ at }) => at > next.at - DAY);
        if (verdictOf(before, next, HUMAN_PACE) !== 'fits') held += 1;
        before.push(next);
        given += 1;
      }
    }
    expect(given).toBeGreaterThan(4 * DAYS);
    expect(held).toBe(0);
  });

  it('would hold the same people were they to hurry, or to copy: the days can tell', () => {
    const random = seeded(91);
    const hurried = screener(random).map((one) => ({ ...one, at: OPENS + (one.at - OPENS) / 3 }));
    const text = words(random, 80);
    const copied = clerk(random).map((one) => ({ ...one, print: printOf(KEY, [COMMON, text]) }));
    for (const day of [hurried, copied]) {
      const at = day.findIndex((one, n) => verdictOf(day.slice(0, n), one, HUMAN_PACE) !== 'fits');
      expect(at).toBeGreaterThan(0);
      expect(at).toBeLessThan(10);
    }
  });
});

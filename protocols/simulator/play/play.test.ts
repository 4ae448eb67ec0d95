import { describe, expect, test } from 'vitest';
import { instantOf } from '../../rules/zone.js';
import { createRandom } from '../random.js';
import { createAgenda, createHeap, PEOPLE, TIME_FIRST } from './agenda.js';
import { workingTimeOf } from './working-time.js';

const HOUR = 3_600_000;
const MEXICO = { country: 'MX', timeZone: 'America/Mexico_City' };
const at = (date: string, time: string) => instantOf(date, time, MEXICO.timeZone);

describe('the agenda', () => {
  test('lets things happen in order: by instant, time before people, then as entered', () => {
    const agenda = createAgenda();
    const told: string[] = [];
    const tell = (what: string) => () => told.push(what);
    agenda.add(20, PEOPLE, tell('late'));
    agenda.add(10, PEOPLE, tell('first person'));
    agenda.add(10, PEOPLE, tell('second person'));
    agenda.add(10, TIME_FIRST, (now) => {
      told.push('time');
      agenda.add(now, PEOPLE, tell('entered meanwhile'));
    });
    agenda.add(9.2, PEOPLE, tell('a fraction is the next whole'));
    agenda.play();
    expect(told).toEqual([
      'time',
      'first person',
      'second person',
      'a fraction is the next whole',
      'entered meanwhile',
      'late',
    ]);
  });

  test('a heap gives what it holds in order', () => {
    const random = createRandom(1);
    const heap = createHeap<number>((a, b) => a < b);
    const given = Array.from({ length: 500 }, () => Math.floor(random.next() * 100));
    for (const [index, value] of given.entries()) {
      heap.push(value);
      if (index % 5 === 4) heap.push(heap.pop()!);
    }
    const taken = given.map(() => heap.pop());
    expect(taken).toEqual([...given].sort((a, b) => a - b));
    expect(heap.pop()).toBeUndefined();
  });
});

describe('working time', () => {
  const time = workingTimeOf({ from: 9, until: 17 }, MEXICO, '2027-01-04');

  test('work goes on the next working day, over weekends and holidays', () => {
    // Monday 1 February 2027 is a holiday in Mexico.
    const friday = at('2027-01-29', '16:00');
    expect(time.after(friday, HOUR)).toBe(at('2027-01-29', '17:00'));
    expect(time.after(friday, 3 * HOUR)).toBe(at('2027-02-02', '11:00'));
    expect(time.after(friday, 9 * HOUR)).toBe(at('2027-02-02', '17:00'));
    expect(time.after(friday, 10 * HOUR)).toBe(at('2027-02-03', '10:00'));
    expect(time.opensFrom(at('2027-01-29', '17:00'))).toBe(at('2027-02-02', '09:00'));
    expect(time.opensFrom(friday)).toBe(friday);
  });

  test('what is worked between two instants is what an officer there got done', () => {
    const random = createRandom(2);
    for (let draw = 0; draw < 500; draw += 1) {
      const from = at('2027-01-04', '00:00') + Math.floor(random.next() * 900 * 24 * HOUR);
      const work = Math.floor(random.next() * 100 * HOUR);
      const until = time.after(from, work);
      expect(time.workedUntil(until) - time.workedUntil(from)).toBe(work);
    }
  });

  test('nobody works before the beginning, and nobody knows after the end of the calendar', () => {
    expect(time.workedUntil(at('2027-01-04', '08:59'))).toBe(0);
    expect(() => time.opensFrom(at('2037-03-01', '12:00'))).toThrow(RangeError);
  });
});

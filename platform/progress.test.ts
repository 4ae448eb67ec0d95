import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgress } from './progress.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => vi.useRealTimers());

const text = { es: 'Compilando', en: 'Building' };

async function shownAfter(ms: number, isTTY: boolean): Promise<string> {
  let output = '';
  const stream = { isTTY, write: (piece: string) => (output += piece) };
  const progress = createProgress({ stream, language: 'es' });
  await progress.step(text, async (report) => {
    report({ fraction: 0.5 });
    vi.advanceTimersByTime(ms);
  });
  return output;
}

test('work of less than two seconds shows nothing', async () => {
  expect(await shownAfter(1_900, false)).toBe('');
  expect(await shownAfter(1_900, true)).toBe('');
});

test('longer work away from a terminal gives a plain line every five seconds', async () => {
  expect(await shownAfter(13_000, false)).toBe(
    'Compilando 50 % (2 s)\nCompilando 50 % (7 s)\nCompilando 50 % (12 s)\n',
  );
});

test('longer work on a terminal ends with one line that stays', async () => {
  const output = await shownAfter(4_000, true);
  expect(output.split('\n')).toHaveLength(2);
  expect(output).toContain('\r');
  expect(output.endsWith('Compilando 50 % (4 s)\n')).toBe(true);
});

test('a failure passes through and the line is closed', async () => {
  let output = '';
  const stream = { isTTY: true, write: (piece: string) => (output += piece) };
  const work = async () => {
    vi.advanceTimersByTime(3_000);
    throw new Error('no');
  };
  await expect(createProgress({ stream, language: 'en' }).step(text, work)).rejects.toThrow('no');
  expect(output.endsWith('\n')).toBe(true);
});

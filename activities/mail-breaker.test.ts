import { expect, test } from 'vitest';
import { createMailBreaker } from './mail-breaker.js';

test('after a failure one attempt at a time finds out whether the server is back', () => {
  let at = 0;
  const breaker = createMailBreaker(() => at);
  expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, true]);
  breaker.failed();
  expect(breaker.mayTry()).toBe(false);
  at = 2000;
  expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, false]);
  breaker.answered();
  expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, true]);
});

test('the pauses grow to a minute and no further', () => {
  let at = 0;
  const breaker = createMailBreaker(() => at);
  for (let failures = 0; failures < 12; failures += 1) breaker.failed();
  at = 59_999;
  expect(breaker.mayTry()).toBe(false);
  at = 60_000;
  expect(breaker.mayTry()).toBe(true);
});

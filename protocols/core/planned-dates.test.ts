import { expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { bindAll, DAY, MONDAY } from '../../test/fixtures/drive.js';
import { startAct } from '../../test/fixtures/random-acts.js';
import { apply } from './apply.js';

const date = bookLoan.dates[0]!.id;

it.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  0.5,
  MONDAY + 6 * 366 * DAY,
  MONDAY - 400 * DAY,
  8.64e15,
])('a planned date of %s is refused, never an exception', (at) => {
  const act = {
    ...startAct(bookLoan, [0, 0, 0, 0]),
    at: MONDAY,
    bindings: bindAll(bookLoan),
    dates: { [date]: at },
  };
  expect(apply(bookLoan, undefined, act)).toMatchObject({
    ok: false,
    refusal: { code: 'date-invalid' },
  });
});

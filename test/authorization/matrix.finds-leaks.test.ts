import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { POLICY } from '../../api/auth/policy.js';
import { emptyTally } from './ask.js';
import { listAnswersOf } from './careless.js';
import { answer, canary, type Loan, startLoan } from './loans.js';
import { type Guarded, startGuarded, sweepLoan, worldOf } from './matrix.js';
import { COURIER } from './readers.js';

/** Fields that a careless change would show to everybody. */
const careless = vi.hoisted(() => ({ fields: new Set<string>() }));

vi.mock('../../api/auth/fields.js', async (original) => {
  const real = await original<typeof import('../../api/auth/fields.js')>();
  const mayShow: typeof real.mayShow = (viewer, field, own) =>
    careless.fields.has(field) || real.mayShow(viewer, field, own);
  return { ...real, mayShow };
});

let guarded: Guarded;
let loan: Loan;
beforeAll(async () => {
  guarded = await startGuarded(listAnswersOf);
  const { web } = guarded;
  loan = await startLoan(web);
  await answer(web, loan, 'home-library', 'request', 'accepted', {
    reason: canary(loan.run, 'note-reason'),
  });
  loan.seeded.add('note-reason');
  await answer(web, loan, 'home-library', 'condition-check', 'good');
});
afterAll(() => guarded.web.close());
beforeEach(() => careless.fields.clear());

/** What is found wrong at some of the addresses. */
async function found(): Promise<string[]> {
  const tally = emptyTally();
  const few = { ...guarded, reading: guarded.reading.filter((route) => LOOKED_AT.includes(route)) };
  await sweepLoan(few, await worldOf(guarded, [loan]), loan, tally);
  return tally.wrong;
}
const LOOKED_AT = [
  '/v1/runs/:run',
  '/v1/runs/:run/history',
  '/casos/:run',
  '/casos/:run/quien-sabe',
  '/casos/:run/linea',
];

describe('the matrix', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await found()).toEqual([]);
  });

  it('finds a policy that lets more in', async () => {
    const policy = POLICY as unknown as Record<string, Record<string, readonly string[]>>;
    const before = policy['case.disclosures']!;
    policy['case.disclosures'] = { 'case-lead': ['party', 'lead', 'starter'] };
    const wrong = await found().finally(() => {
      policy['case.disclosures'] = before;
    });
    expect(wrong.join('\n')).toContain(
      `answers: ${COURIER}/case-lead /casos/${loan.run}/quien-sabe (200, refused)`,
    );
  });

  it.each(['step.outcome', 'run.facts', 'run.dates', 'step.why', 'step.signer', 'act.outcome'])(
    'finds a view that shows %s to everybody',
    async (field) => {
      careless.fields.add(field);
      const wrong = await found();
      expect(wrong.length, field).toBeGreaterThan(0);
      expect(
        wrong.every((one) => /^(fields|outcomes|acts): /.test(one)),
        wrong[0],
      ).toBe(true);
    },
  );

  it('finds the value itself on a page, not the field alone', async () => {
    careless.fields.add('act.outcome');
    const wrong = await found();
    expect(
      wrong.some((one) => one.startsWith('outcomes: Desenlace-') && one.includes(COURIER)),
    ).toBe(true);
  });

  it('finds a page that asks for no relation to the run', async () => {
    LOOKED_AT.push('/casos/:run/fuga');
    const wrong = await found();
    LOOKED_AT.pop();
    const value = canary(loan.run, 'note-reason');
    expect(wrong).toContain(
      `values: ${value} ${COURIER}/case-lead /casos/${loan.run}/fuga (200, refused)`,
    );
    expect(wrong.some((one) => one.includes('invented-foreign-library/case-lead'))).toBe(true);
  });
});

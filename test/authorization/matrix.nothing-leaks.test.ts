import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyTally, type Tally } from './ask.js';
import { RULES } from './judge.js';
import { otherLoans, SCENE, startLoan } from './loans.js';
import {
  type Guarded,
  startGuarded,
  sweepExistence,
  sweepLists,
  sweepLoan,
  worldOf,
} from './matrix.js';

let guarded: Guarded;
beforeAll(async () => {
  guarded = await startGuarded();
});
afterAll(() => guarded.web.close());

function tell(tally: Tally): string {
  const lines = Object.entries(tally.checks).toSorted(([, a], [, b]) => b - a);
  const total = lines.reduce((sum, [, n]) => sum + n, 0);
  return [
    `authorization: ${total} checks, ${tally.wrong.length} wrong`,
    ...lines.map(([kind, n]) => `  ${n} ${kind}`),
  ].join('\n');
}

describe('what every reader gets at every address in every state', () => {
  it('holds nothing they may not see', { timeout: 600_000 }, async () => {
    const tally = emptyTally();
    const { web } = guarded;
    const loan = await startLoan(web);
    const others = await otherLoans(web);
    const loans = [loan, ...others];
    for (const [n, act] of SCENE.entries()) {
      await act(web, loan);
      const world = await worldOf(guarded, loans);
      await sweepLoan(guarded, world, loan, tally, { few: n < SCENE.length - 1 });
      if (n === 0) await sweepExistence(guarded, world, loan, tally);
      if (n === 5) await sweepLists(guarded, world, tally);
    }
    const world = await worldOf(guarded, loans);
    for (const other of others) await sweepLoan(guarded, world, other, tally, { few: true });
    await sweepExistence(guarded, world, others[0]!, tally);
    console.info(tell(tally));
    expect(tally.wrong).toEqual([]);
    const shown = Object.entries(tally.checks).filter(([kind]) => !kind.endsWith('in refusals'));
    expect(shown.reduce((sum, [, n]) => sum + n, 0)).toBeGreaterThan(200_000);
    expect([...tally.unruled], 'a route without a rule: say in judge.ts who may read it').toEqual(
      [],
    );
    const gone = Object.keys(RULES).filter((route) => !guarded.reading.includes(route));
    expect(gone, 'a rule without its route').toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';

/** A share for the expert that waits for an acknowledgement; a flood forbids it. */
function awaited() {
  const run = drive(bookLoan, { assigns: { isRare: false }, dates: { departure: MONDAY } });
  run.answer('request', 'accepted');
  run.answer('condition-check', 'good');
  run.answer('permit', 'given');
  run.answer('far-ready', 'ready');
  run.answer('itinerary', 'fixed');
  run.answer('send-off', 'sent');
  run.answer('tell-expert', 'told');
  return run;
}

/** What anybody hears of the share in the ten days after. */
function toldOfShare(run: ReturnType<typeof drive>): unknown[] {
  const told: unknown[] = [];
  for (let hour = 1; hour <= 240; hour += 1) {
    run.goTo(MONDAY + hour * HOUR);
    told.push(
      ...run.effects.filter((effect) => effect.type === 'notice' && effect.step === 'tell-expert'),
    );
  }
  return told;
}

test('nobody is pressed to acknowledge what was forbidden meanwhile, even if it is permitted again', () => {
  expect(toldOfShare(awaited()).length).toBeGreaterThan(0);
  const forbidden = awaited();
  forbidden.report('flood');
  forbidden.report('flood-over');
  expect(toldOfShare(forbidden)).toEqual([]);
});

test('who was sent it before can still acknowledge', () => {
  const run = awaited();
  run.report('flood');
  const act = {
    type: 'share-acknowledged',
    at: run.at,
    share: 'tell-expert#1:route-sheet',
  } as const;
  run.do({ ...act, role: 'expert' });
  expect(run.state.acknowledgements).toEqual({});
});

import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../test/fixtures/drive.js';
import {
  asked,
  cleared,
  consented,
  home,
  inTransit,
  noticed,
  prepared,
  type Run,
  reconfirmed,
  settled,
  startRun,
  talked,
} from '../test/fixtures/voluntary-run.js';
import { CONSENT } from './voluntary-return/pieces.js';

const withoutRecalls = (open: readonly string[]) => open.filter((id) => !id.startsWith('recall-'));

describe('withdrawal', () => {
  const points: Record<string, () => Run> = {
    asked,
    talked: () => talked(asked()),
    consented: () => consented(asked()),
    cleared: () => cleared(asked()),
    prepared: () => prepared(asked()),
    noticed: () => noticed(asked()),
    reconfirmed: () => reconfirmed(noticed(asked())),
  };

  for (const [name, reach] of Object.entries(points)) {
    test(`when ${name}: everything stops, and it closes without consequence`, () => {
      const run = reach().event('consent-revoked');
      expect(run.open()).toContain('withdrawal');
      for (const fact of CONSENT) expect(run.holds(fact), fact).toBe(false);
      run.wait(40 * DAY);
      for (const step of ['departure', 'consent', 'advance-notice']) {
        expect(run.open(), step).not.toContain(step);
      }
      run.answers('withdrawal:withdrawn situation-kept:told');
      expect(run.ending()).toBe('closed-withdrawn');
    });
  }

  test('only who was told of the journey is told that it is off', () => {
    const early = talked(asked()).event('consent-revoked').answer('withdrawal', 'withdrawn');
    for (const role of ['MIG-S', 'CON', 'REC', 'OPB']) expect(early.sharedWith(role)).toEqual([]);
    const late = noticed(asked()).event('consent-revoked').answer('withdrawal', 'wants-to-stay');
    for (const role of ['MIG-S', 'REC', 'OPB']) {
      expect(late.sharedWith(role).at(-1), role).toBe(`${role} withdrawal`);
    }
    // The consulate never hears of a journey, only who somebody is: it is asked to give that back.
    expect(late.sharedWith('CON').at(-1)).toBe('CON document-check');
    expect(late.open()).toEqual(expect.arrayContaining(['recall-con', 'stay-pathway']));
  });

  test('after a claim to asylum the country of origin does not even hear that the journey is off', () => {
    const run = noticed(asked()).event('asylum-claim').event('consent-revoked');
    const before = ['CON', 'REC', 'OPB'].map((role) => run.sharedWith(role).length);
    run.answer('withdrawal', 'wants-to-stay');
    expect(run.sharedWith('MIG-S').at(-1)).toBe('MIG-S withdrawal');
    expect(['CON', 'REC', 'OPB'].map((role) => run.sharedWith(role).length)).toEqual(before);
  });

  test('on the way the person goes back first', () => {
    const run = inTransit(asked()).event('consent-revoked').answer('withdrawal', 'withdrawn');
    expect(run.refused('transit-assistance', 'arrived')).toBe('requirement-missing');
    expect(run.open()).not.toContain('situation-kept');
    run.answers('bring-back:brought-back situation-kept:told');
    expect(run.ending()).toBe('closed-withdrawn');
  });

  test('after landing and before the arrival is recorded it still counts', () => {
    const run = inTransit(asked()).answer('transit-assistance', 'arrived').event('consent-revoked');
    expect(run.refused('arrival-reception', 'received')).toBe('requirement-missing');
    expect(run.refused('arrival-reception', 'helped')).toBe('accepted');
    expect(run.open()).toContain('bring-back');
  });

  test('who does not want to board does not travel', () => {
    const run = reconfirmed(noticed(asked())).wait(0.8 * DAY);
    run.answer('departure', 'refuses-to-board');
    expect(run.open()).toContain('withdrawal');
    expect(run.holds('inSendingState')).toBe(true);
  });

  test('a mistaken report is put right, with a new counselling and time to think', () => {
    const run = cleared(asked()).event('consent-revoked').answer('withdrawal', 'not-withdrawn');
    run.answers('protection-vulnerability-screening:none information-counselling:informed');
    expect(
      run
        .wait(73 * HOUR)
        .answer('consent', 'given')
        .open(),
    ).toContain('health-assessment');
  });

  test('who came from another procedure goes back to its rights information, and only they', () => {
    const run = consented(startRun({ entry: 'information-counselling' })).event('consent-revoked');
    run.answers('withdrawal:withdrawn previous-procedure:resumed');
    expect(run.state().ending?.continues).toEqual({
      protocol: 'adult-deportee',
      entry: 'inform-rights',
    });
  });

  test('after the arrival it ends the support, not the return', () => {
    const run = settled(home(asked())).event('consent-revoked');
    expect(withoutRecalls(run.open())).toEqual(['open-door', 'closure']);
    expect(run.answer('closure', 'withdrew').ending()).toBe('closed-done-withdrew');
  });
});

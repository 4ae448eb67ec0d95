import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../test/fixtures/drive.js';
import { answers, identified, start } from '../../test/fixtures/protected-runs.js';
import {
  asked,
  CONTACT,
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
} from '../../test/fixtures/voluntary-run.js';
import { voluntaryReturn } from '../voluntary-return.js';
import { consentsOf, isStanding } from './consents.js';

const standing = (run: Run, id: string) => run.state().consents?.[id];
const status = (run: Run, id: string) => standing(run, id)?.status;
const PURPOSES = voluntaryReturn.consents!.map(({ id }) => id);

/** Every purpose that counts at this moment. */
function counting(run: Run): string[] {
  return consentsOf(voluntaryReturn, run.state())
    .filter((one) => one.standing && isStanding(one.standing))
    .map(({ consent }) => consent.id);
}

describe('what became of a consent', () => {
  test('is unknown until it is asked, and offered from then on', () => {
    const run = talked(asked());
    expect(run.state().consents).toBeUndefined();
    run.wait(73 * HOUR);
    expect(standing(run, 'return')).toMatchObject({
      status: 'offered',
      text: 'voluntary-return@1',
    });
    expect(standing(run, 'return')).not.toHaveProperty('refusedAt');
    expect(status(run, 'consulate')).toBeUndefined();
  });

  test('given: since when, until when, which text, in which step', () => {
    const run = consented(asked());
    const { lastAt: at } = run.state();
    const given = standing(run, 'return');
    expect(given).toEqual({
      status: 'given',
      at,
      seq: run.state().seq,
      until: run.state().facts.consentGiven!.until,
      text: 'voluntary-return@1',
      step: 'consent',
    });
    expect(given!.until! - at).toBeGreaterThan(89 * DAY);
  });

  test('refused: it stays offered, on record, and is no reason to ask differently', () => {
    const run = talked(asked())
      .wait(73 * HOUR)
      .answer('consent', 'refused');
    expect(standing(run, 'return')).toMatchObject({
      status: 'offered',
      refusedAt: run.state().lastAt,
    });
  });

  test('reconfirmed holds no longer than its day, and then it is given as before', () => {
    const run = reconfirmed(noticed(asked()));
    const confirmed = standing(run, 'return')!;
    expect(confirmed.status).toBe('reconfirmed');
    expect(confirmed.until! - confirmed.at).toBe(24 * HOUR);
    run.wait(25 * HOUR);
    expect(status(run, 'return')).not.toBe('reconfirmed');
  });

  test('expires by itself, without anybody doing anything', () => {
    const run = consented(asked()).wait(91 * DAY);
    expect(status(run, 'return')).toBe('expired');
    expect(run.holds('consentGiven')).toBe(false);
  });

  test('falls with what it was given under, which is no withdrawal', () => {
    const run = cleared(asked()).event('new-risk-information');
    expect(status(run, 'return')).toBe('expired');
  });

  test('a person who does not board has taken it back', () => {
    const run = reconfirmed(noticed(asked())).wait(0.8 * DAY);
    expect(status(run.answer('departure', 'refuses-to-board'), 'return')).toBe('revoked');
  });

  test('what a panel decides for a child is nobody’s consent', () => {
    const run = identified(start());
    expect(run.state.consents?.assistance?.status).toBe('given');
    run.do({ type: 'event-reported', event: 'minority-claim', role: 'ATU-S', at: run.at });
    expect(run.state.consents?.return).toBeUndefined();
  });

  test('an assistance that was taken back is offered again and can be given again', () => {
    const run = identified(start());
    const report = {
      type: 'event-reported',
      event: 'withdrawn-assistance',
      role: 'LEGAL',
    } as const;
    run.do({ ...report, at: run.at });
    expect(run.state.consents?.assistance?.status).toBe('revoked');
    expect(run.open()).toContain('assistance-open-door');
    answers(run, 'assistance-open-door:accepts');
    expect(run.state.consents?.assistance?.status).toBe('given');
  });
});

describe('withdrawal', () => {
  const points: Record<string, () => Run> = {
    asked,
    consented: () => consented(asked()),
    prepared: () => prepared(asked()),
    noticed: () => noticed(asked()),
    reconfirmed: () => reconfirmed(noticed(asked())),
    inTransit: () => inTransit(asked()),
    home: () => home(asked()),
    settled: () => settled(home(asked())),
  };

  for (const [name, reach] of Object.entries(points)) {
    test(`of everything is accepted when ${name}; nothing counts afterwards`, () => {
      const run = reach();
      const before = counting(run);
      run.event('consent-revoked');
      expect(counting(run)).toEqual([]);
      for (const id of before) expect(status(run, id), id).toBe('revoked');
    });

    test(`of one purpose is accepted when ${name} and leaves every other as it was`, () => {
      for (const id of PURPOSES.filter((one) => one !== 'return')) {
        const run = reach();
        const before = counting(run);
        run.event(`withdrawn-${id}`);
        expect(counting(run), id).toEqual(before.filter((one) => one !== id));
        expect(run.ending()).toBeUndefined();
      }
    });
  }

  test('who no longer wants their country to know goes home all the same, and nothing more is told', () => {
    const run = noticed(asked());
    const told = run.sharedWith('REC').length;
    expect(told).toBeGreaterThan(0);
    reconfirmed(run.event('withdrawn-origin'))
      .wait(0.8 * DAY)
      .answer('departure', 'left');
    expect(run.sharedWith('REC')).toHaveLength(told);
  });

  test('who no longer wants the consulate is asked again how to get papers', () => {
    const run = cleared(asked()).answer('document-check', 'consulate-agreed');
    run.event('withdrawn-consulate');
    expect(run.refused('nationality-and-documents', 'issued')).toBe('requirement-missing');
    expect(run.open()).toContain('document-check');
    expect(run.answer('document-check', 'consulate-declined').open()).toContain(
      'document-alternatives',
    );
  });

  test('who no longer wants to be contacted is not, and may still ask for support', () => {
    const run = home(asked());
    expect(run.open()).toContain('post-arrival-contact');
    run.event('withdrawn-contact');
    expect(run.open()).toEqual(['open-door', 'recall-opb']);
  });
});

describe('refusing one purpose', () => {
  test('the notice home: the journey goes on', () => {
    const run = reconfirmed(prepared(asked()).answer('advance-notice', 'declined'));
    expect(counting(run)).toEqual(['return', 'consulate']);
    expect(run.wait(0.8 * DAY).open()).toContain('departure');
  });

  test('contact later, or the municipality: either may be refused alone', () => {
    const run = startRun({ entry: 'self-return-registration' });
    run.answer('self-return-registration', 'registered');
    expect(standing(run, 'contact')).toMatchObject({ status: 'offered' });
    expect(standing(run, 'contact')!.refusedAt).toBeDefined();
    const other = inTransit(asked()).answer('transit-assistance', 'arrived');
    other.answer('arrival-reception', 'received', CONTACT);
    expect(counting(other)).toContain('contact');
    expect(standing(other, 'municipality')!.refusedAt).toBeDefined();
  });
});

import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../test/fixtures/drive.js';
import {
  answers,
  arranged,
  final,
  holds,
  isOpen,
  type Run,
  refused,
  start,
} from '../test/fixtures/minor-runs.js';
import { SHIPPED } from './registry.js';

const planned = (): Run =>
  answers(final(start()), 'individual-return-plan:agreed travel-document:issued');

describe('whoever receives is told at least a day before', () => {
  it.each([
    ['adult-deportee', 'manifest-proposal'],
    ['unaccompanied-minor', 'advance-notice'],
  ])('with the list of %s', (protocol, id) => {
    const definition = SHIPPED.find((one) => one.id === protocol)!;
    const telling = definition.steps.filter(({ ahead }) => ahead);
    expect(telling.map((step) => step.id)).toEqual([id]);
    expect(telling[0]!.ahead).toMatchObject({ hours: 24, before: 'departure', on: ['sent'] });
    expect(telling[0]!.effects).toContain('discloses-identity');
  });

  it('a child travels on no date that is nearer', () => {
    const run = planned();
    const { opening } = run.step('itinerary-and-window')!.open!;
    const applied = run.try({
      type: 'step-completed',
      at: run.at,
      step: 'itinerary-and-window',
      opening,
      outcome: 'inside-window',
      role: 'CPA-S',
      dates: { departure: run.at + 23 * HOUR },
    });
    expect(applied).toMatchObject({ ok: false, refusal: { code: 'date-too-soon' } });
  });

  it('a list that comes too late for its date is not sent; another date is planned, and then it is', () => {
    const run = answers(arranged(planned()), 'prepare-return:complete');
    run.wait(9 * DAY + HOUR);
    expect(refused(run, 'advance-notice', 'sent')).toBe('date-too-soon');
    run.report('rescheduled');
    expect(isOpen(run, 'itinerary-and-window')).toBe(true);
    arranged(run);
    answers(run, 'advance-notice:sent');
    expect(run.step('advance-notice')?.outcome).toBe('sent');
  });

  it('a child leaves no sooner than a day after the list, also where everything else is there', () => {
    const run = planned();
    run.answer('itinerary-and-window', 'inside-window', {
      dates: { departure: run.at + 25 * HOUR },
    });
    answers(
      run,
      `reception-confirmation:confirmed escort-assignment:assigned prepare-return:complete wait:1
      advance-notice:sent advance-notice-reply:acknowledged fit-to-travel:fit wait:1 pre-departure-check:cleared`,
    );
    run.wait(18 * HOUR);
    expect(isOpen(run, 'departure')).toBe(true);
    expect(refused(run, 'departure', 'left')).toBe('told-too-late');
    expect(refused(run, 'departure', 'aborted')).toBe('accepted');
    run.wait(5 * HOUR);
    expect(refused(run, 'departure', 'left')).toBe('accepted');
    expect(holds(run, 'inSendingState')).toBe(true);
  });
});

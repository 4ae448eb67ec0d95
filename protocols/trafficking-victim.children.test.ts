import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../test/fixtures/drive.js';
import {
  answers,
  childDetermined,
  childDeterminedUntilTracing,
  childReady,
  endsAs,
  holds,
  identified,
  ready,
  refused,
  rested,
  sharedWith,
  start,
} from '../test/fixtures/protected-runs.js';

describe('a child', () => {
  test('returns only after the determination, its window, with an escort, to child protection', () => {
    const run = childReady(start());
    expect(run.step('options-and-decision')?.openings ?? 0).toBe(0);
    run.wait(2.2 * DAY);
    run.answer('escort-and-fitness', 'ready-without-escort');
    run.wait(1.9 * DAY);
    expect(run.open()).not.toContain('pre-departure-check');
    run.answer('child-pre-departure-check', 'cleared');
    run.wait(16 * HOUR);
    answers(run, 'child-departure:left arrival:arrived');
    expect(run.open()).toEqual(['child-handover-reception-act']);
    answers(run, 'child-handover-reception-act:signed r-protected-reception:received');
    expect(run.open()).toEqual(expect.arrayContaining(['r-child-care', 'r-shelter']));
  });

  test('child protection has the file before the panel decides, and of no adult', () => {
    const run = answers(identified(start(), 'child'), 'appoint-guardian:appointed');
    expect(run.open()).not.toContain('child-file');
    rested(run).answer('child-file', 'sent');
    const file = run.released.find(({ share }) => share.startsWith('child-file'));
    expect(file?.to).toBe('CPA-S');
    expect(file?.categories).toEqual(expect.arrayContaining(['D1', 'D4', 'D6', 'D8']));
    expect(rested(identified(start())).open()).not.toContain('child-file');
  });

  test('no lapse of the panel, the guardian or the carer moves anything', () => {
    const run = answers(identified(start(), 'doubt'), 'age-finding:child');
    rested(run).wait(60 * DAY);
    expect(holds(run, 'guardianActive')).toBe(false);
    expect(run.open()).toContain('appoint-guardian');
    expect(run.step('family-tracing-request')?.openings ?? 0).toBe(0);
  });

  test('without care in origin the panel has no return to choose', () => {
    const run = childDeterminedUntilTracing();
    answers(run, 'family-tracing:not-found alternative-care-in-origin:none bid-report:complete');
    expect(run.open()).toContain('bid-decision-without-return');
    expect(run.open()).not.toContain('bid-decision');
    answers(run, 'bid-decision-without-return:stay alternatives-to-return:residence');
    expect(endsAs(run)).toBe('closed-stay');
  });

  test('relatives are assessed one after another, four searches in all, then alternative care', () => {
    const run = childDeterminedUntilTracing();
    for (let relative = 1; relative <= 3; relative += 1)
      answers(run, 'family-tracing:found family-assessment:unsuitable');
    answers(run, 'family-tracing:found family-assessment:suitable carer-agreement:refuses');
    expect(run.open()).toContain('alternative-care-in-origin');
  });

  test('a deferred determination, three times, goes to the lead institution', () => {
    const run = childDeterminedUntilTracing();
    answers(
      run,
      'family-tracing:found family-assessment:suitable carer-agreement:agrees bid-report:complete',
    );
    for (let round = 1; round <= 3; round += 1) {
      answers(
        run,
        'bid-decision:defer bid-complement:view child-view:recorded bid-report:complete',
      );
    }
    run.answer('bid-decision', 'defer');
    expect(run.open()).toContain('lead-decision');
  });

  test('refused disclosure: the determination is made without contact with origin', () => {
    const run = answers(identified(start(), 'child'), 'appoint-guardian:appointed');
    answers(
      rested(run),
      'risk-assessment:low legal-proceedings-check:free non-refoulement-assessment:clear',
    );
    run.answer('disclosure-authorisation', 'refused');
    answers(
      run,
      'child-disclosure-choice:without-contact child-view:recorded origin-risk-assessment:acceptable bid-report:complete',
    );
    expect(run.open()).toContain('bid-decision-without-return');
    expect(sharedWith(run, 'CPA-R')).toBe(0);
  });

  test('a refusal is asked about again once everything is assessed anew', () => {
    const run = answers(identified(start(), 'child'), 'appoint-guardian:appointed');
    answers(rested(run), 'risk-assessment:low non-refoulement-assessment:clear');
    run.answer('disclosure-authorisation', 'refused');
    run.answer('child-disclosure-choice', 'without-contact');
    run.report('asylum-claim');
    answers(run, 'asylum-hold:withdrawn risk-assessment:low non-refoulement-assessment:clear');
    expect(run.open()).toContain('disclosure-authorisation');
  });

  test('whatever undoes a determination, the child is heard again before the next one', () => {
    for (const event of [
      'carer-withdrawn',
      'family-change',
      'new-risk-information',
      'trafficking-indicator',
    ]) {
      const run = childReady(start());
      run.report(event, event === 'carer-withdrawn' ? { role: 'CPA-R' } : {});
      expect(holds(run, 'bidReturn'), event).toBe(false);
      expect(holds(run, 'childViewRecorded'), event).toBe(false);
    }
  });

  test('a carer who withdraws, a guardian who leaves, and a child who objects stop the journey', () => {
    const carer = childReady(start());
    carer.report('carer-withdrawn', { role: 'CPA-R' });
    expect(holds(carer, 'bidReturn')).toBe(false);
    expect(carer.open()).toContain('family-tracing-request');
    const guardian = childReady(start());
    guardian.report('guardian-lost', { role: 'LEGAL' });
    expect(guardian.open()).toContain('appoint-guardian');
    guardian.wait(4.2 * DAY);
    expect(guardian.open()).not.toContain('child-pre-departure-check');
    const child = childReady(start());
    child.wait(2.2 * DAY);
    child.answer('escort-and-fitness', 'ready');
    child.wait(1.9 * DAY);
    child.answer('child-pre-departure-check', 'opposed');
    expect(child.open()).toContain('child-view');
    expect(holds(child, 'returnDecided')).toBe(false);
  });

  test('a remedy against the determination suspends it; a new one is notified with a new window', () => {
    const run = childDetermined(start());
    run.answer('bid-remedy-window', 'filed');
    expect(run.open()).toContain('appeal-pending');
    expect(refused(run, 'nationality-request', 'sent')).toBe('requirement-missing');
    run.answer('appeal-pending', 'overturned');
    expect(holds(run, 'bidReturn')).toBe(false);
    expect(run.open()).not.toContain('bid-remedy-window');
    expect(run.open()).toContain('child-view');
  });

  test('an escort lost on the way stops the journey at a safe place', () => {
    const run = childReady(start());
    run.wait(2.2 * DAY);
    run.answer('escort-and-fitness', 'ready');
    run.wait(1.9 * DAY);
    run.answer('child-pre-departure-check', 'cleared');
    run.wait(16 * HOUR);
    answers(run, 'child-departure:left');
    run.report('escort-lost', { role: 'CPA-S' });
    expect(run.open()).toContain('bring-back');
  });

  test('a finding of adulthood waits for its window, for asylum, for a court, and for two institutions', () => {
    const found = () => answers(identified(start(), 'doubt'), 'age-finding:adult');
    expect(refused(found(), 'age-remedy-window', 'none-filed')).not.toBe('accepted');
    const asylum = found();
    asylum.report('asylum-claim');
    asylum.wait(60 * DAY);
    expect(holds(asylum, 'ageFindingFinal')).toBe(false);
    const challenged = answers(found(), 'age-remedy-window:filed');
    challenged.wait(60 * DAY);
    expect(challenged.open()).not.toContain('age-conclusion');
    challenged.answer('age-remedy-pending', 'overturned');
    challenged.wait(60 * DAY);
    expect(challenged.state.attributes.isMinor).toBe(true);
    expect(challenged.open()).not.toContain('age-conclusion');
    const upheld = answers(found(), 'age-remedy-window:filed age-remedy-pending:upheld');
    upheld.answer('age-conclusion', 'child', { role: 'CPA-S' });
    expect(upheld.state.attributes.isMinor).toBe(true);
    const claimed = answers(found(), 'wait:720');
    expect(claimed.open()).toContain('age-conclusion');
    claimed.report('minority-claim');
    expect(claimed.open()).not.toContain('age-conclusion');
    expect(claimed.open()).toContain('age-finding');
  });

  test('once somebody says that the person may be a child, the first look no longer makes an adult', () => {
    const run = answers(start(), 'indicator-detected:recorded safety-first:safe');
    run.report('minority-claim');
    expect(refused(run, 'presume-minority', 'adult')).not.toBe('accepted');
    answers(run, 'preliminary-identification:reasonable-grounds');
    expect(run.open()).toEqual(expect.arrayContaining(['age-finding', 'inform-rights']));
  });

  test('an adult who may be a child is a child until found otherwise, and decides anew afterwards', () => {
    const run = ready(start());
    run.report('minority-claim');
    expect(run.open()).toEqual(expect.arrayContaining(['age-finding', 'appoint-guardian']));
    expect(holds(run, 'returnDecided')).toBe(false);
    run.wait(30 * DAY);
    expect(run.state.attributes.isMinor).toBe(true);
    run.answer('age-finding', 'adult');
    run.wait(14 * DAY);
    expect(run.state.attributes.isMinor).toBe(true);
    expect(run.open()).toContain('appoint-guardian');
    expect(run.open()).not.toContain('age-conclusion');
    run.wait(10 * DAY);
    run.answer('age-conclusion', 'adult');
    expect(run.state.attributes.isMinor).toBe(false);
    expect(run.open()).not.toContain('appoint-guardian');
    answers(
      run,
      'risk-assessment:low options-counselling:counselled wait:73 options-and-decision:return',
    );
    expect(holds(run, 'returnDecided')).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../test/fixtures/drive.js';
import {
  answers,
  assessed,
  authorised,
  decided,
  endsAs,
  handedOver,
  holds,
  identified,
  refused,
  rested,
  sharedWith,
  start,
} from '../test/fixtures/protected-runs.js';

const AT_RECEPTION = { assigns: { entry: 'r-protected-reception' } } as const;

test('migration hears that the person was recognised, and of a finding against them only once it is final', () => {
  const begun = () =>
    answers(
      start(),
      `indicator-detected:recorded safety-first:safe preliminary-identification:reasonable-grounds presume-minority:adult
      inform-rights:informed`,
    );
  for (const [finding, more] of [
    ['recognised', 1],
    ['not-recognised', 0],
  ] as const) {
    const run = begun();
    const before = sharedWith(run, 'MIG-S');
    answers(run, `formal-identification:${finding}`);
    expect(sharedWith(run, 'MIG-S'), finding).toBe(before + more);
  }
});

describe('an adult', () => {
  test('goes from the first sign to closure after a year', () => {
    const run = handedOver(start());
    expect(run.open()).toEqual(['r-protected-reception']);
    answers(run, 'r-protected-reception:received r-shelter:settled referral:accepted');
    answers(run, 'wait:49 r-security-check-ins:safe reintegration-plan:agreed');
    for (const days of [6, 8, 15]) {
      run.wait(days * DAY);
      if (run.open().includes('r-security-check-ins')) run.answer('r-security-check-ins', 'safe');
    }
    for (let month = 1; month <= 14; month += 1) {
      run.wait(31 * DAY);
      for (const step of ['r-security-check-ins', 'follow-up-visit', 'sustainability-score']) {
        if (!run.open().includes(step)) continue;
        run.answer(
          step,
          { 'r-security-check-ins': 'safe', 'follow-up-visit': 'fine' }[step] ?? 'at-threshold',
        );
      }
    }
    expect(run.step('follow-up-visit')?.openings).toBe(5);
    expect(run.open()).toEqual(['closure']);
    run.answer('closure', 'goal-met');
    expect(endsAs(run)).toBe('closed-done-goal');
  });

  test('tells nobody in the country of origin anything before the authorisation', () => {
    const run = decided(rested(identified(start())));
    for (const role of ['CON', 'ATU-R', 'CPA-R', 'MIG-R', 'REC'])
      expect(sharedWith(run, role), role).toBe(0);
    authorised(run);
    expect(sharedWith(run, 'CON')).toBe(0);
    run.answer('nationality-request', 'sent');
    const [told] = run.released.filter(({ to }) => to === 'CON');
    expect(told?.categories).toEqual(['D1']);
  });

  test('is left alone in the period: migration learns its dates when it begins and when it goes on', () => {
    const run = identified(start());
    const dates = () => run.released.filter(({ share }) => share.startsWith('reflection-notice'));
    expect(dates().map(({ to, categories }) => `${to} ${categories}`)).toEqual(['MIG-S D8']);
    run.wait(91 * DAY);
    run.answer('reflection-end', 'extended');
    run.answer('reflection-notice', 'sent');
    expect(dates().length).toBe(2);
  });

  test('is named only to those who give the services that were accepted', () => {
    const services = (acceptsHousing: boolean, acceptsHealth: boolean, acceptsSupport: boolean) => {
      const run = answers(
        start(),
        `indicator-detected:recorded safety-first:safe preliminary-identification:reasonable-grounds
        presume-minority:adult inform-rights:informed`,
      );
      run.answer('assistance-consent', 'accepts', {
        assigns: { acceptsHousing, acceptsHealth, acceptsSupport },
      });
      run.answer('shelter-and-care', acceptsHousing ? 'stable' : 'own-place');
      return ['HEA-S', 'CSO-S'].filter((role) => sharedWith(run, role) > 0);
    };
    expect(services(true, true, true)).toEqual(['HEA-S', 'CSO-S']);
    expect(services(true, false, false)).toEqual(['CSO-S']);
    expect(services(false, true, false)).toEqual(['HEA-S']);
    expect(services(false, false, true)).toEqual(['HEA-S']);
    expect(services(false, false, false)).toEqual([]);
  });

  test('in a home of their own choice is not named to the body that houses people', () => {
    for (const housing of ['shelter', 'own-home']) {
      const run = answers(handedOver(start()), 'r-protected-reception:received');
      run.answer('r-shelter', 'settled', { assigns: { housing } });
      expect(sharedWith(run, 'CSO-R'), housing).toBe(housing === 'shelter' ? 1 : 0);
    }
  });

  test('is asked nothing about return before day 90', () => {
    const run = identified(start());
    run.wait(89 * DAY);
    expect(run.open()).not.toContain('risk-assessment');
    expect(run.open()).not.toContain('reflection-end');
    run.wait(2 * DAY);
    expect(run.open()).toContain('reflection-end');
    expect(run.step('recovery-reflection')?.outcome).toBe('term-reached');
    run.wait(31 * DAY);
    expect(holds(run, 'reflectionDone')).toBe(false);
    run.answer('reflection-end', 'ended');
    expect(run.open()).toContain('risk-assessment');
  });

  test('may end the period by own wish, and only if counsel signs too', () => {
    const run = identified(start());
    run.answer('recovery-reflection', 'ended-early', { role: 'ATU-S' });
    expect(holds(run, 'reflectionDone')).toBe(false);
    run.answer('recovery-reflection', 'ended-early', { role: 'LEGAL' });
    expect(holds(run, 'reflectionDone')).toBe(true);
    run.wait(100 * DAY);
    expect(run.step('reflection-end')?.open).toBeUndefined();
  });

  test('has 72 hours between counselling and decision', () => {
    const run = answers(
      assessed(rested(identified(start()))),
      'options-counselling:counselled wait:71',
    );
    expect(run.open()).not.toContain('options-and-decision');
    run.wait(2 * HOUR);
    expect(run.open()).toContain('options-and-decision');
  });

  test('undecided: asked again a month later, and after twelve times somebody decides how to go on', () => {
    const run = answers(
      assessed(rested(identified(start()))),
      'options-counselling:counselled wait:73',
    );
    for (let round = 1; round <= 12; round += 1) {
      run.answer('options-and-decision', 'undecided');
      run.wait(31 * DAY);
      if (run.open().includes('risk-assessment')) run.answer('risk-assessment', 'low');
      run.answer('decision-review', 'asked-again');
    }
    run.answer('options-and-decision', 'undecided');
    run.wait(31 * DAY);
    expect(run.open()).toContain('lead-decision');
    answers(run, 'lead-decision:alternatives alternatives-to-return:residence');
    expect(endsAs(run)).toBe('closed-stay');
  });

  test('declining assistance leaves the period, the identification and the way open', () => {
    const run = answers(
      start(),
      `indicator-detected:recorded safety-first:safe presume-minority:adult
      preliminary-identification:reasonable-grounds inform-rights:informed assistance-consent:declines`,
    );
    expect(run.open()).toEqual(
      expect.arrayContaining([
        'recovery-reflection',
        'formal-identification',
        'assistance-open-door',
      ]),
    );
    answers(run, 'assistance-open-door:accepts');
    expect(run.open()).toContain('shelter-and-care');
  });

  test('not telling the prosecutor closes nothing: counsel says that no proceedings hold the person', () => {
    const run = answers(
      start(),
      `indicator-detected:recorded safety-first:safe presume-minority:adult
      preliminary-identification:reasonable-grounds inform-rights:informed assistance-consent:declines
      formal-identification:recognised legal-status:refused justice-notice:not-sent`,
    );
    answers(rested(run), 'risk-assessment:manageable proceedings-choice:none-pending');
    expect(sharedWith(run, 'PROS')).toBe(0);
    expect(run.step('legal-proceedings-check')?.openings ?? 0).toBe(0);
    expect(run.open()).toContain('options-counselling');
  });

  test('waiting for a hearing lasts until the person says otherwise; a new hearing asks again', () => {
    const run = answers(
      rested(identified(start())),
      'risk-assessment:low legal-proceedings-check:hearings proceedings-choice:waits',
    );
    expect(run.open()).not.toContain('options-counselling');
    answers(run, 'proceedings-choice:does-not-wait');
    expect(run.open()).toContain('options-counselling');
    run.report('new-hearing', { role: 'LEGAL' });
    expect(run.open()).toContain('legal-proceedings-check');
    expect(refused(run, 'options-counselling', 'counselled')).toBe('requirement-missing');
  });

  test('refusing disclosure: asked again, alternatives, or the voluntary channel without notice to origin', () => {
    const refusal = () => {
      const run = answers(decided(rested(identified(start()))), 'non-refoulement-assessment:clear');
      run.answer('disclosure-authorisation', 'refused');
      return run;
    };
    const again = answers(refusal(), 'disclosure-choice:ask-again');
    expect(again.open()).toContain('disclosure-authorisation');
    expect(answers(refusal(), 'disclosure-choice:alternatives').open()).toContain(
      'alternatives-to-return',
    );
    const voluntary = answers(refusal(), 'disclosure-choice:voluntary-channel');
    expect(voluntary.state.ending?.continues).toEqual({
      protocol: 'voluntary-return',
      entry: 'information-counselling',
    });
    expect(Object.keys(voluntary.state.facts)).not.toContain('riskCleared');
    expect(sharedWith(voluntary, 'CON')).toBe(0);
  });
});

describe('silence protects', () => {
  test('nobody answers anything: nothing moves and the person counts as a child under protection', () => {
    const run = answers(start(), 'indicator-detected:recorded');
    run.wait(3 * DAY);
    expect(run.open()).toContain('safety-first');
    run.answer('safety-first', 'safe');
    run.wait(3 * DAY);
    expect(holds(run, 'protectionActive')).toBe(true);
    expect(run.state.attributes.isMinor).toBe(true);
    expect(holds(run, 'majorityEstablished')).toBe(false);
    run.wait(400 * DAY);
    expect(run.state.ending).toBeUndefined();
    expect(holds(run, 'returnDecided')).toBe(false);
    expect(run.released.filter(({ to }) => !['MIG-S', 'CPA-S'].includes(to))).toEqual([]);
  });

  test('silence of the consulate confirms nothing', () => {
    const run = answers(
      authorised(decided(rested(identified(start())))),
      'nationality-request:sent',
    );
    run.wait(20 * DAY);
    expect(run.open()).toContain('nationality-verification');
    expect(holds(run, 'identityConfirmed')).toBe(false);
  });
});

describe('no grounds', () => {
  const none = () =>
    answers(
      start(),
      'indicator-detected:recorded safety-first:safe presume-minority:adult preliminary-identification:no-grounds',
    );

  test('a window for review, then back, with nothing kept', () => {
    const run = none();
    expect(run.open()).toContain('preliminary-review');
    run.wait(10 * DAY);
    run.answer('protection-end', 'to-removal-procedure');
    expect(run.state.ending?.continues).toEqual({
      protocol: 'adult-deportee',
      entry: 'inform-rights',
    });
  });

  test('a review identifies again, at most three times, then somebody decides', () => {
    const run = none();
    for (let round = 1; round <= 3; round += 1)
      answers(run, 'preliminary-review:review-asked preliminary-identification:no-grounds');
    run.answer('preliminary-review', 'review-asked');
    expect(run.open()).toContain('lead-decision');
  });

  test('an appeal stops the way out', () => {
    const run = none();
    run.wait(10 * DAY);
    run.report('appeal-filed');
    expect(refused(run, 'protection-end', 'no-previous')).toBe('requirement-missing');
    run.answer('appeal-pending', 'overturned');
    expect(run.open()).toContain('preliminary-identification');
    expect(run.open()).not.toContain('protection-end');
  });

  test('a new sign takes the way out back', () => {
    const run = none();
    run.wait(10 * DAY);
    run.report('trafficking-indicator');
    expect(run.open()).toContain('preliminary-identification');
    expect(run.open()).not.toContain('protection-end');
  });

  test('a formal refusal keeps protection through its window, and a child goes to child protection only', () => {
    const run = answers(
      start(),
      `indicator-detected:recorded safety-first:safe presume-minority:child
      preliminary-identification:reasonable-grounds formal-identification:not-recognised`,
    );
    expect(holds(run, 'protectionActive')).toBe(true);
    run.wait(25 * DAY);
    expect(run.open()).toContain('child-protection-end');
    expect(run.open()).not.toContain('protection-end');
    run.answer('child-protection-end', 'to-child-protection');
    expect(run.state.ending?.continues?.protocol).toBe('unaccompanied-minor');
  });
});

describe('found at reception', () => {
  const arrived = () => answers(start(AT_RECEPTION), 'r-protected-reception:received');

  test('begins with protected reception and nothing of the sending country', () => {
    const run = start(AT_RECEPTION);
    expect(run.open()).toEqual(['r-protected-reception']);
    run.answer('r-protected-reception', 'received');
    expect(run.open()).toEqual(expect.arrayContaining(['r-shelter', 'r-age-check']));
    expect(sharedWith(run, 'MIG-R')).toBe(1);
    expect(run.released.every(({ categories }) => !categories.includes('D6'))).toBe(true);
  });

  test('a finding on age in the country of origin is open to review: a claim by anybody protects at once', () => {
    const run = answers(arrived(), 'r-age-check:adult');
    run.report('minority-claim', { role: 'RECTOR' });
    expect(run.state.attributes.isMinor).toBe(true);
    expect(run.open()).toEqual(expect.arrayContaining(['r-age-check', 'r-child-care']));
    run.wait(25 * HOUR);
    expect(run.step('r-age-check')?.outcome).toBe('child-presumed');
    expect(run.state.attributes.isMinor).toBe(true);
  });

  test('a threat moves the person and starts the check-ins anew', () => {
    const run = answers(
      arrived(),
      'r-age-check:adult r-shelter:settled wait:49 r-security-check-ins:threat r-risk-assessment:threat r-shelter:settled',
    );
    expect(run.open()).not.toContain('r-security-check-ins');
    run.wait(49 * HOUR);
    expect(run.step('r-security-check-ins')?.openings).toBe(2);
  });

  test('no contact raises an alert; an adult who stays missing can be closed, a child is searched', () => {
    const adult = answers(
      arrived(),
      'r-age-check:adult r-shelter:settled wait:49 r-security-check-ins:no-contact r-lost-contact:not-found',
    );
    expect(adult.open()).toContain('closure');
    const child = answers(
      arrived(),
      'r-age-check:child r-shelter:settled wait:49 r-security-check-ins:no-contact r-lost-contact:not-found',
    );
    expect(child.open()).not.toContain('closure');
    expect(child.open()).toContain('r-child-search');
  });

  test('silence on age counts as a child', () => {
    const run = arrived();
    run.wait(25 * HOUR);
    expect(run.state.attributes.isMinor).toBe(true);
    expect(run.open()).toContain('r-child-care');
  });

  test('a declined plan stays open for a year, and a later yes goes on', () => {
    const offered = () =>
      answers(
        arrived(),
        `r-age-check:adult r-shelter:settled referral:none-wanted wait:49
      r-security-check-ins:safe reintegration-plan:declined`,
      );
    const closed = offered();
    closed.wait(380 * DAY);
    expect(endsAs(closed)).toBe('closed-declined');
    const later = offered();
    later.wait(40 * DAY);
    later.answer('open-door', 'opted-in');
    expect(later.open()).toContain('follow-up-visit');
  });

  test('withdrawing from the support closes without consequence', () => {
    const run = answers(
      arrived(),
      `r-age-check:adult r-shelter:settled referral:accepted wait:49
      r-security-check-ins:safe reintegration-plan:agreed`,
    );
    run.report('consent-revoked');
    answers(run, 'closure:withdrew');
    expect(endsAs(run)).toBe('closed-done-withdrew');
  });

  test('a low score extends the contacts by six months, once', () => {
    const run = answers(
      arrived(),
      `r-age-check:adult r-shelter:settled referral:accepted wait:49
      r-security-check-ins:safe reintegration-plan:agreed`,
    );
    for (let month = 1; month <= 21; month += 1) {
      run.wait(31 * DAY);
      for (const [step, outcome] of [
        ['r-security-check-ins', 'safe'],
        ['follow-up-visit', 'fine'],
        ['sustainability-score', 'below'],
        ['extended-follow-up', 'fine'],
      ] as const) {
        while (run.open().includes(step)) run.answer(step, outcome);
      }
    }
    expect(run.step('extended-follow-up')?.openings).toBe(2);
    answers(run, 'final-sustainability-score:below closure:term-ended');
    expect(endsAs(run)).toBe('closed-done-term');
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../test/fixtures/drive.js';
import {
  answers,
  arranged,
  assessed,
  checked,
  endsAs,
  final,
  handedOver,
  holds,
  inTransit,
  isOpen,
  protectedChild,
  ready,
  refused,
  resettled,
  screened,
  sharedWith,
  start,
} from '../test/fixtures/minor-runs.js';

const YEAR = 366 * DAY;

describe('the whole way', () => {
  test('a child returns to the family and the run closes after a year of visits', () => {
    const run = resettled(start());
    expect(holds(run, 'received')).toBe(true);
    for (const month of [1, 3, 6, 9, 12]) {
      run.wait(month === 1 ? 32 * DAY : month === 3 ? 62 * DAY : 93 * DAY);
      run.answer('follow-up-visit', 'fine');
      if (month >= 6 && month !== 9) run.answer('sustainability-score', 'at-threshold');
    }
    run.answer('closure', 'goal-met');
    expect(endsAs(run)).toBe('closed-done-goal');
    expect(sharedWith(run, 'MON')).toBeGreaterThan(2);
  });

  test('found at reception: screening opens first and nothing of the sending side does', () => {
    const run = start({ assigns: { entry: 'reception-screening' } });
    expect(run.open()).toEqual([
      'reception-immediate-assistance',
      'reception-notify-child-protection',
      'reception-screening',
    ]);
    answers(
      run,
      'reception-immediate-assistance:done reception-screening:threat protection-in-origin:protected',
    );
    expect(isOpen(run, 'family-reunification')).toBe(false);
    answers(run, 'reception-notify-child-protection:received family-reunification:carer-unsafe');
    answers(run, 'family-reassessment:unsuitable care-placement:placed');
    expect(run.open()).toEqual(['referral']);
  });

  test('a doubt about age begins with the presumption and its silence protects', () => {
    const run = start({ assigns: { entry: 'presume-minority' } });
    expect(run.open()).toEqual(['presume-minority', 'notify-child-protection']);
    run.wait(20 * DAY);
    expect(run.step('presume-minority')?.outcome).toBe('child-presumed');
    expect(holds(run, 'childTreatment')).toBe(true);
  });

  test('adulthood leads on only after its own remedy window', () => {
    const run = answers(start(), 'register-child:registered presume-minority:adult');
    expect(isOpen(run, 'age-transfer')).toBe(false);
    answers(run, 'age-remedy-window:filed age-remedy-pending:overturned');
    expect(holds(run, 'childTreatment')).toBe(true);
    run.report('minority-claim');
    answers(run, 'presume-minority:adult');
    run.wait(24 * DAY);
    answers(run, 'age-transfer:transferred');
    expect(run.state.ending?.continues).toEqual({
      protocol: 'adult-deportee',
      entry: 'inform-rights',
    });
  });
});

describe('the first 48 hours of a child', () => {
  const dueIn = (run: ReturnType<typeof start>, step: string) =>
    (run.step(step)!.open!.clock!.dueAt - run.acts[0]!.at) / HOUR;

  test('are counted from the first contact, for guardian, assessment and both screenings', () => {
    const run = answers(
      start(),
      'wait:1 register-child:registered wait:20 notify-child-protection:received',
    );
    expect(dueIn(run, 'appoint-guardian')).toBe(48);
    answers(run, 'wait:10 place-in-care:placed');
    expect(dueIn(run, 'initial-assessment')).toBe(48);
    answers(run, 'wait:12 initial-assessment:done');
    expect(dueIn(run, 'trafficking-screening')).toBe(48);
    expect(dueIn(run, 'international-protection-screening')).toBe(48);
  });

  test('are over at once for what opens later: the child stays in protection and it can be answered', () => {
    const run = answers(
      start(),
      'register-child:registered notify-child-protection:received wait:50 place-in-care:placed',
    );
    expect(dueIn(run, 'initial-assessment')).toBe(50);
    run.wait(HOUR);
    expect(holds(run, 'individualAssessed')).toBe(false);
    expect(run.state.established['initial-assessment:stays-in-protection']).toBeDefined();
    answers(run, 'initial-assessment:done');
    run.wait(HOUR);
    expect(run.state.established['trafficking-screening:protected-meanwhile']).toBeDefined();
    answers(run, 'trafficking-screening:none international-protection-screening:none');
    expect(holds(run, 'traffickingScreened') && holds(run, 'protectionScreened')).toBe(true);
  });

  test('are not counted against a later assessment, screening or guardian', () => {
    const run = screened(protectedChild(start()));
    run.wait(20 * DAY);
    const later = 20 * 24 + 48;
    run.report('new-risk-information');
    run.report('guardian-lost');
    expect(dueIn(run, 'appoint-guardian')).toBe(later);
    expect(dueIn(run, 'initial-assessment')).toBe(later);
    answers(run, 'initial-assessment:done');
    expect(dueIn(run, 'trafficking-screening')).toBe(later);
    expect(dueIn(run, 'international-protection-screening')).toBe(later);
  });
});

describe('what the monitor hears as soon as the time is up', () => {
  /** In minutes after the step opened, who above hears that it was not answered. */
  const told = (run: ReturnType<typeof start>, step: string, hours: number) => {
    const { openedAt, opening } = run.step(step)!.open!;
    const found: string[] = [];
    const enter = run.do;
    run.do = (act) => {
      enter(act);
      for (const effect of run.effects) {
        if (effect.type !== 'notice' || effect.step !== step || effect.opening !== opening)
          continue;
        if (effect.kind !== 'escalated') continue;
        found.push(`${(run.at - openedAt) / (HOUR / 60)} ${effect.level}`);
      }
    };
    run.goTo(openedAt + hours * HOUR);
    return found;
  };

  test('child protection was not told, or the child was placed nowhere', () => {
    const run = answers(start(), 'register-child:registered');
    expect(told(run, 'notify-child-protection', 48)).toEqual([`${48 * 60} monitor`]);
    answers(run, 'notify-child-protection:received');
    expect(told(run, 'place-in-care', 72)).toEqual([`${72 * 60} monitor`]);
  });

  test('nobody took custody in the country of origin, or signed that the child was handed over', () => {
    const run = answers(inTransit(start()), 'wait:3 transit-log:arrived');
    expect(told(run, 'handover-reception-act', 1)).toEqual(['60 monitor']);
    answers(run, 'handover-reception-act:signed');
    answers(run, 'reception-immediate-assistance:done');
    expect(told(run, 'reception-notify-child-protection', 2)).toEqual(['120 monitor']);
  });

  test('half an hour after a check-in on the way did not come everybody above has been told', () => {
    expect(told(inTransit(start()), 'transit-log', 5)).toEqual([
      `${4 * 60 + 15} lead-technical`,
      `${4 * 60 + 30} lead-political`,
      `${4 * 60 + 30} monitor`,
    ]);
  });
});

test('who must examine a claim that is the durable solution is sent it, and of any other nothing', () => {
  for (const [solution, more] of [
    ['asylum', 1],
    ['regularised', 0],
    ['long-term-care', 0],
  ] as const) {
    const run = screened(protectedChild(start()));
    run.report('stay-requested');
    const before = sharedWith(run, 'ASY');
    run.answer('alternatives-to-return', solution);
    expect(sharedWith(run, 'ASY'), solution).toBe(before + more);
  }
  const known = screened(protectedChild(start()));
  known.report('asylum-claim');
  answers(known, 'asylum-hold:recognised');
  const before = sharedWith(known, 'ASY');
  answers(known, 'alternatives-to-return:asylum');
  expect(sharedWith(known, 'ASY')).toBe(before);
});

describe('while asylum is looked into', () => {
  test('the window to challenge the finding on age stands still, and a challenge is still taken', () => {
    const run = answers(start(), 'register-child:registered presume-minority:adult');
    run.wait(10 * DAY);
    run.report('asylum-claim');
    run.wait(60 * DAY);
    expect(holds(run, 'ageFindingFinal')).toBe(false);
    run.answer('asylum-hold', 'withdrawn');
    run.wait(DAY);
    expect(holds(run, 'ageFindingFinal')).toBe(false);
    run.wait(20 * DAY);
    expect(holds(run, 'ageFindingFinal')).toBe(true);
    const challenged = answers(start(), 'register-child:registered presume-minority:adult');
    challenged.report('asylum-claim');
    answers(challenged, 'age-remedy-window:filed');
    expect(isOpen(challenged, 'age-remedy-pending')).toBe(true);
  });
});

describe('screening and family', () => {
  test('grounds lead to protected handling at once', () => {
    const run = answers(protectedChild(start()), 'trafficking-screening:grounds');
    expect(run.state.ending?.continues).toEqual({
      protocol: 'trafficking-victim',
      entry: 'indicator-detected',
    });
    expect(sharedWith(run, 'CON')).toBe(0);
  });

  test('an asylum need freezes the return and the consulate hears nothing', () => {
    const run = answers(
      protectedChild(start()),
      'trafficking-screening:none international-protection-screening:indicated',
    );
    expect(isOpen(run, 'asylum-hold')).toBe(true);
    expect(sharedWith(run, 'ASY')).toBe(1);
    expect(sharedWith(run, 'CON')).toBe(0);
    answers(run, 'asylum-hold:recognised alternatives-to-return:asylum stay-review:settled');
    expect(endsAs(run)).toBe('closed-stay');
  });

  test('a claim after the determination undoes it; refused, everything is assessed anew', () => {
    const run = final(start());
    run.report('asylum-claim');
    expect(isOpen(run, 'prepare-return')).toBe(false);
    answers(run, 'asylum-hold:refused');
    expect(isOpen(run, 'initial-assessment')).toBe(true);
    expect(holds(run, 'bidReturn')).toBe(false);
  });

  test('without notice to the consulate only the Red Cross searches, and a return is no option', () => {
    const run = answers(
      screened(protectedChild(start())),
      `consular-notification:suppressed family-tracing-red-cross:found origin-risk-assessment:acceptable
      bid-report:complete`,
    );
    expect(isOpen(run, 'bid-decision')).toBe(false);
    answers(run, 'bid-decision-without-return:third-country-family');
    expect(isOpen(run, 'alternatives-to-return')).toBe(true);
    expect(sharedWith(run, 'CON') + sharedWith(run, 'CPA-R')).toBe(0);
    expect(run.released.find(({ to }) => to === 'RC')?.categories).toEqual(['D1', 'D4']);
  });

  test('whoever orders urgent measures, and whoever rules on them, is told of which child', () => {
    const run = answers(
      start(),
      'register-child:registered notify-child-protection:received place-in-care:imminent-risk',
    );
    expect(sharedWith(run, 'PROS')).toBe(1);
    expect(sharedWith(run, 'COURT')).toBe(0);
    run.answer('urgent-measures', 'ordered');
    expect(sharedWith(run, 'COURT')).toBe(1);
  });

  test('after four relatives alternative care is sought; none closes the return', () => {
    const run = answers(
      screened(protectedChild(start())),
      `consular-notification:sent consular-interview:child-refused identity-confirmation:confirmed
      family-tracing-request:sent`,
    );
    for (let round = 1; round <= 4; round += 1) {
      answers(run, 'family-tracing:found family-assessment:unsuitable');
    }
    answers(
      run,
      'alternative-care-in-origin:none origin-risk-assessment:acceptable bid-report:complete',
    );
    expect(isOpen(run, 'bid-decision')).toBe(false);
    expect(isOpen(run, 'bid-decision-without-return')).toBe(true);
  });

  test('nationality: three rounds, then another State or a stay', () => {
    const run = answers(
      screened(protectedChild(start())),
      'consular-notification:sent consular-interview:done',
    );
    for (let round = 1; round <= 3; round += 1) {
      answers(run, 'identity-confirmation:rfi identity-information:supplied');
    }
    answers(run, 'identity-confirmation:rfi nationality-alternatives:possible-statelessness');
    answers(run, 'statelessness-branch:referred alternatives-to-return:regularised');
    expect(isOpen(run, 'stay-review')).toBe(true);
  });

  test('deferred three times, the lead institution decides, and never for a return', () => {
    const run = assessed(start());
    for (let round = 1; round <= 3; round += 1) {
      answers(
        run,
        'bid-decision:defer bid-complement:view child-view:recorded bid-report:complete',
      );
    }
    answers(run, 'bid-decision:defer');
    expect(isOpen(run, 'lead-decision')).toBe(true);
    expect(run.open()).toEqual(['lead-decision']);
    answers(
      run,
      `lead-decision:anew child-view:recorded consular-notification:sent bid-report:complete
      bid-decision:defer lead-decision:alternatives`,
    );
    expect(isOpen(run, 'alternatives-to-return')).toBe(true);
    answers(run, 'alternatives-to-return:child-asks-return');
    expect(isOpen(run, 'initial-assessment')).toBe(true);
  });
});

describe('decision and preparation', () => {
  test('a remedy stops everything; overturned, it is determined anew', () => {
    const run = assessed(start());
    answers(run, 'bid-decision:return-family notify-decision:notified appeal-window:filed');
    run.wait(24 * DAY);
    expect(isOpen(run, 'prepare-return')).toBe(false);
    answers(run, 'appeal-pending:overturned child-view:recorded bid-report:complete');
    expect(isOpen(run, 'bid-decision')).toBe(true);
    expect(holds(run, 'remedyWindowClosed')).toBe(false);
  });

  test('siblings travel together or a determination says otherwise', () => {
    const run = answers(
      start(),
      'register-child:registered presume-minority:child notify-child-protection:received',
    );
    run.answer('place-in-care', 'placed', { assigns: { siblings: true } });
    answers(run, 'appoint-guardian:appointed inform-child:done initial-assessment:done');
    answers(
      screened(run),
      'consular-notification:sent consular-interview:done identity-confirmation:confirmed',
    );
    answers(
      run,
      `family-tracing-request:sent family-tracing:found family-assessment:suitable carer-agreement:agrees
      origin-risk-assessment:acceptable bid-report:complete bid-decision:return-family notify-decision:notified`,
    );
    run.wait(24 * DAY);
    expect(isOpen(run, 'itinerary-and-window')).toBe(false);
    answers(run, 'siblings-together:together');
    expect(isOpen(run, 'itinerary-and-window')).toBe(true);
  });

  test('a discrepancy is corrected and sent again, three times at most', () => {
    const run = answers(final(start()), 'individual-return-plan:agreed travel-document:issued');
    answers(arranged(run), 'prepare-return:complete');
    for (let round = 1; round <= 3; round += 1) {
      answers(
        run,
        'advance-notice:sent advance-notice-reply:discrepancy notice-correction:corrected',
      );
    }
    answers(run, 'advance-notice:sent advance-notice-reply:discrepancy');
    expect(isOpen(run, 'lead-decision')).toBe(true);
  });

  test('not ready, rescheduled or unfit: the old date is void', () => {
    for (const stop of ['not-ready', 'rescheduled', 'unfit']) {
      const run = answers(final(start()), 'individual-return-plan:agreed travel-document:issued');
      arranged(run);
      if (stop === 'rescheduled') run.report('rescheduled');
      else if (stop === 'not-ready') {
        run.report('rescheduled');
        run.answer('itinerary-and-window', 'inside-window', {
          dates: { departure: run.at + 10 * DAY },
        });
        run.answer('reception-confirmation', 'not-ready');
      } else {
        run.wait(8 * DAY);
        const told = () => sharedWith(run, 'CPA-R') + sharedWith(run, 'IOM');
        const before = told();
        answers(run, 'fit-to-travel:unfit');
        // Who would have cared for the child on the way learns nothing of an illness.
        expect(told()).toBe(before);
        answers(run, 'medical-hold:still-unfit medical-hold:recovered');
      }
      expect(holds(run, 'windowValid'), stop).toBe(false);
      expect(isOpen(run, 'itinerary-and-window'), stop).toBe(true);
    }
  });

  test('a child who is opposed at the last check does not travel', () => {
    const run = ready(start());
    run.wait(7.5 * DAY);
    run.answer('fit-to-travel', 'fit');
    run.wait(1.8 * DAY);
    run.answer('pre-departure-check', 'opposed');
    expect(holds(run, 'bidReturn')).toBe(false);
    expect(isOpen(run, 'child-view')).toBe(true);
    expect(isOpen(run, 'departure')).toBe(false);
  });
});

describe('a change in the family', () => {
  test('voids the determination, whoever reports it; the child is heard on it, on the road brought back', () => {
    const run = final(start());
    run.report('family-change', { role: 'MON' });
    expect(holds(run, 'bidReturn')).toBe(false);
    expect(isOpen(run, 'prepare-return')).toBe(false);
    answers(
      run,
      `child-view:recorded family-tracing-request:sent family-tracing:found family-assessment:suitable
      carer-agreement:agrees bid-report:complete`,
    );
    expect(isOpen(run, 'bid-decision')).toBe(true);
    const away = inTransit(start());
    away.report('family-change');
    expect(isOpen(away, 'bring-back')).toBe(true);
  });
});

describe('on the way', () => {
  test('whatever is missing, nobody departs', () => {
    for (const event of [
      'guardian-lost',
      'escort-lost',
      'carer-withdrawn',
      'new-risk-information',
      'appeal-filed',
      'absconded',
    ]) {
      const run = checked(ready(start()));
      run.wait(12 * HOUR);
      expect(isOpen(run, 'departure'), event).toBe(true);
      run.report(event);
      expect(refused(run, 'departure', 'left'), event).not.toBe('accepted');
      run.wait(2 * DAY);
      expect(isOpen(run, 'departure'), event).toBe(false);
    }
  });

  test('a remedy, a claim, a new risk or a lost escort on the way brings the child back', () => {
    for (const event of [
      'appeal-filed',
      'asylum-claim',
      'new-risk-information',
      'consent-revoked',
      'escort-lost',
      'medical-hold',
      'trafficking-indicator',
      'carer-withdrawn',
    ]) {
      const run = answers(inTransit(start()), 'transit-log:checked-in transit-log:arrived');
      run.report(event);
      expect(refused(run, 'handover-reception-act', 'signed'), event).toBe('requirement-missing');
      answers(run, 'bring-back:stopped bring-back:brought-back');
      expect(holds(run, 'inSendingState'), event).toBe(true);
      expect(holds(run, 'windowValid'), event).toBe(false);
      expect(run.open().length, event).toBeGreaterThan(0);
    }
  });

  test('an incident reaches child protection of both countries and the monitor at once, nobody else', () => {
    const run = inTransit(start());
    run.released.length = 0;
    run.answer('transit-log', 'incident');
    expect(run.released.map(({ to, categories }) => `${to} ${categories}`).sort()).toEqual([
      'CPA-R D10',
      'CPA-S D10',
      'MON D13',
    ]);
    expect(run.open()).toEqual(expect.arrayContaining(['transit-incident', 'transit-log']));
    // Unanswered for an hour, the lead institution and the monitor are called.
    const told: string[] = [];
    for (let minutes = 0; minutes < 65; minutes += 5) {
      run.wait(5 * 60_000);
      for (const effect of run.effects) {
        if (effect.type === 'notice' && effect.step === 'transit-incident') told.push(effect.level);
      }
    }
    expect(told).toEqual(expect.arrayContaining(['supervisor', 'lead-technical', 'monitor']));
    run.answer('transit-incident', 'goes-on');
    answers(run, 'transit-log:incident');
    expect(isOpen(run, 'transit-incident')).toBe(true);
    answers(run, 'transit-incident:comes-back transit-log:arrived');
    expect(refused(run, 'handover-reception-act', 'signed')).not.toBe('accepted');
    answers(run, 'bring-back:brought-back');
    expect(holds(run, 'inSendingState')).toBe(true);
  });

  test('refused by the receiver: back, and a new determination before any other departure', () => {
    const run = answers(inTransit(start()), 'transit-log:arrived handover-reception-act:refused');
    answers(run, 'bring-back:brought-back');
    expect(isOpen(run, 'initial-assessment')).toBe(true);
    expect(holds(run, 'bidReturn')).toBe(false);
    expect(endsAs(run)).toBeUndefined();
  });
});

describe('at home and at the end', () => {
  test('trafficking signs at reception lead to protected reception', () => {
    const run = answers(
      handedOver(start()),
      'reception-immediate-assistance:done reception-notify-child-protection:received reception-screening:protected-handling',
    );
    expect(run.state.ending?.continues).toEqual({
      protocol: 'trafficking-victim',
      entry: 'r-protected-reception',
    });
  });

  test('a risk found at a visit is screened again; the run does not close meanwhile', () => {
    const run = resettled(start());
    run.wait(32 * DAY);
    answers(run, 'follow-up-visit:risk');
    expect(isOpen(run, 'reception-screening')).toBe(true);
    run.wait(YEAR);
    expect(isOpen(run, 'closure')).toBe(false);
  });

  test('below the threshold the visits go on for six months', () => {
    const run = resettled(start());
    for (const days of [32, 62, 93, 93, 93]) {
      run.wait(days * DAY);
      run.answer('follow-up-visit', 'fine');
      if (isOpen(run, 'sustainability-score')) run.answer('sustainability-score', 'below');
    }
    expect(isOpen(run, 'closure')).toBe(false);
    for (const days of [93, 93]) {
      run.wait(days * DAY);
      run.answer('extended-follow-up', 'fine');
    }
    answers(run, 'final-sustainability-score:below closure:term-ended');
    expect(endsAs(run)).toBe('closed-done-term');
  });

  test('turned 18 after the return: an early closure; before it: the age is looked at again', () => {
    const home = resettled(start());
    home.report('turned-eighteen');
    answers(home, 'early-closure:turned-eighteen');
    expect(endsAs(home)).toBe('closed-done-adult');
    const here = protectedChild(start());
    here.report('turned-eighteen');
    expect(isOpen(here, 'presume-minority')).toBe(true);
  });

  test('an absent child is searched for in both countries, and a death stops everything', () => {
    const run = protectedChild(start());
    run.report('absconded');
    expect(isOpen(run, 'child-search')).toBe(true);
    answers(run, 'child-search:found');
    expect(isOpen(run, 'absence-review')).toBe(false);
    const home = resettled(start());
    home.report('absconded');
    answers(home, 'search-in-origin:other-decision early-closure:court-decided');
    expect(endsAs(home)).toBe('closed-done-court');
    run.report('deceased');
    expect(run.open()).toEqual(['death-notice']);
    answers(run, 'death-notice:notified');
    expect(endsAs(run)).toBe('deceased');
  });
});

import { describe, expect, test } from 'vitest';
import { adultDeportee } from './adult-deportee.js';
import type { Act } from './core/acts.js';
import { apply } from './core/apply.js';
import { pendingClocks } from './core/due.js';
import type { Effect } from './core/effects.js';
import type { RunState } from './core/state.js';
import type { Definition } from './language/definition.js';
import { signers, signings } from './language/step.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const definition: Definition = adultDeportee;

/** Drives one run through the pure core; time passes only when told, and every clock on the way goes off. */
function startRun(assigns: Record<string, string | boolean> = {}) {
  let at = Date.UTC(2026, 1, 2, 15);
  const effects: Effect[] = [];
  const binding = { institution: 'inventada', country: 'MX', timeZone: 'America/Mexico_City' };
  const bindings = Object.fromEntries(definition.roles.map(({ id }) => [id, binding]));
  let state: RunState | undefined;

  const act = (given: Act): void => {
    const applied = apply(definition, state, given);
    if (!applied.ok)
      throw new Error(`${JSON.stringify(given)}: ${JSON.stringify(applied.refusal)}`);
    state = applied.state;
    effects.push(...applied.effects);
  };
  act({ type: 'run-started', at, bindings, assigns });

  const run = {
    effects,
    state: () => state!,
    now: () => at,
    open: () =>
      Object.entries(state!.steps)
        .filter(([, step]) => step.open)
        .map(([id]) => id),
    holds: (fact: string) => state!.facts[fact] !== undefined,
    outcomeOf: (step: string) => state!.steps[step]?.outcome,
    sharedWith: (role: string) =>
      effects.filter((effect) => effect.type === 'share-released' && effect.to === role).length,
    event(event: string, role = 'LEGAL') {
      act({ type: 'event-reported', event, role, at });
      return run;
    },
    /** Answers a step for all its signers. */
    answer(step: string, outcome: string, dates: Record<string, number> = {}, assigns = {}) {
      const entry = definition.steps.find(({ id }) => id === step)!;
      for (const [n, role] of signings(entry, outcome).entries()) {
        const open = state!.steps[step]?.open;
        if (!open) {
          if (n === 0) throw new Error(`${step} is not open; open: ${run.open()}`);
          break;
        }
        const { opening } = open;
        act({ type: 'step-completed', step, opening, outcome, role, dates, assigns, at });
      }
      return run;
    },
    answers(list: string) {
      for (const part of list.trim().split(/\s+/)) {
        const [step = '', outcome = ''] = part.split(':');
        run.answer(step, outcome);
      }
      return run;
    },
    refused(step: string, outcome: string): string {
      const entry = definition.steps.find(({ id }) => id === step)!;
      const opening = state!.steps[step]?.open?.opening ?? 0;
      const applied = apply(definition, state, {
        type: 'step-completed',
        step,
        opening,
        outcome,
        role: signers(entry)[0]!,
        at,
      });
      return applied.ok ? 'accepted' : applied.refusal.code;
    },
    wait(length: number) {
      const until = at + length;
      for (;;) {
        const next = pendingClocks(state!)[0];
        if (!next || next.dueAt > until) break;
        at = Math.max(at, next.dueAt);
        act({ type: 'clock-reached', clock: next.clock, dueAt: next.dueAt, at });
      }
      at = until;
      return run;
    },
  };
  return run;
}

type Run = ReturnType<typeof startRun>;

const intake = (run: Run) =>
  run.answers(`apprehension-record:ordered inform-rights:informed consular-notification:sent
    legal-assistance:appointed individual-screening:none`);

const assessed = (run: Run) =>
  run.answers(
    'individual-assessment:complete voluntary-return-offer:offered non-refoulement-assessment:clear',
  );

const notified = (run: Run, step = 'removal-decision') =>
  run.answers(`${step}:removal notify-decision:notified`);

const windowOver = (run: Run) => run.wait(30 * DAY);

const documented = (run: Run) =>
  run.answers(`family-unity-check:together readmission-application:sent nationality-verification:confirmed
    travel-document:issued individual-clearance:cleared`);

const listed = (run: Run) =>
  run
    .answer('manifest-proposal', 'sent', { departure: run.now() + 4 * DAY })
    .answers(`manifest-acceptance:accepted vulnerable-advance-notice:no-needs criminal-information-notice:not-needed
      monitor-notice:notified belongings-and-papers:signed`);

const departed = (run: Run) =>
  run
    .wait(1.5 * DAY)
    .answer('fit-to-travel', 'fit')
    .wait(1.75 * DAY)
    .answer('pre-departure-check', 'cleared')
    .wait(0.6 * DAY)
    .answer('departure', 'left');

const ready = (run: Run) => documented(windowOver(notified(assessed(intake(run)))));
const inTransit = (run: Run) => departed(listed(ready(run)));
const arrivedHome = (run: Run) => run.answers('arrival:arrived handover-reception-act:accepted');
const received = (run: Run) =>
  arrivedHome(
    inTransit(run),
  ).answers(`reception-registration:registered reception-immediate-assistance:given
    reception-screening:none identity-documentation:issued onward-transport:gone`);

describe('to the end', () => {
  test('the straight path reaches closure after a year of visits', () => {
    const run = received(
      startRun(),
    ).answers(`reintegration-offer:accepts needs-and-skills-assessment:assessed
      reintegration-plan:agreed referral:accepted support-disbursement:delivered`);
    expect(run.open()).toEqual([]);
    for (let visit = 1; visit <= 4; visit += 1) {
      run.wait(93 * DAY);
      expect(run.state().steps['follow-up-visit']?.openings).toBe(visit);
      run.answer('follow-up-visit', 'fine');
    }
    expect(run.open()).toEqual(['sustainability-score']);
    run.answers('sustainability-score:at-threshold closure:goal-met');
    expect(run.state().ending?.id).toBe('closed-done-goal');
    expect(run.sharedWith('POL-R')).toBe(0);
  });

  test('a low score extends the follow-up by six months, once', () => {
    const run = received(
      startRun(),
    ).answers(`reintegration-offer:accepts needs-and-skills-assessment:assessed
      reintegration-plan:agreed referral:accepted support-disbursement:delivered`);
    for (let visit = 1; visit <= 4; visit += 1)
      run.wait(93 * DAY).answer('follow-up-visit', 'fine');
    run.answer('sustainability-score', 'below');
    for (let visit = 1; visit <= 2; visit += 1)
      run.wait(93 * DAY).answer('extended-follow-up', 'fine');
    run.answers('final-sustainability-score:below closure:term-ended');
    expect(run.state().ending?.id).toBe('closed-done-term');
  });

  test('declining leaves the door open for a year, and closes without further steps', () => {
    const run = received(startRun()).answer('reintegration-offer', 'declines');
    expect(run.open()).toEqual(['open-door']);
    run.wait(380 * DAY);
    expect(run.state().ending?.id).toBe('closed-declined');
  });

  test('a later opt-in goes on with the profile', () => {
    const run = received(startRun())
      .answer('reintegration-offer', 'declines')
      .wait(60 * DAY);
    run.answer('open-door', 'opted-in');
    expect(run.open()).toEqual(['needs-and-skills-assessment']);
  });

  test('withdrawing consent leads to closure', () => {
    const run = received(startRun()).answers(
      `reintegration-offer:accepts needs-and-skills-assessment:assessed`,
    );
    run.event('consent-revoked');
    expect(run.refused('reintegration-plan', 'agreed')).toBe('requirement-missing');
    run.answer('closure', 'withdrew');
    expect(run.state().ending?.id).toBe('closed-done-withdrew');
  });
});

describe('whoever must act knows for whom', () => {
  /** What a role was sent by answers of a step, in the order of the acts. */
  const sent = (run: Run, role: string) =>
    run.effects.flatMap((effect) =>
      effect.type === 'share-released' && effect.to === role
        ? [`${effect.step}: ${effect.categories.join(' ')}`]
        : [],
    );

  test('counsel can find the person before anything is decided, and has the file once appointed', () => {
    const run = startRun().answers('apprehension-record:ordered inform-rights:informed');
    expect(run.open()).toContain('legal-assistance');
    expect(sent(run, 'LEGAL')).toEqual(['inform-rights: D1 D2 D8']);
    expect(sent(run.answer('legal-assistance', 'appointed'), 'LEGAL').slice(1)).toEqual([
      'legal-assistance: D4 D6 D8',
    ]);
    const alone = startRun().answers('apprehension-record:ordered inform-rights:informed');
    expect(sent(alone.answer('legal-assistance', 'declined'), 'LEGAL')).toHaveLength(1);
  });

  test('the ministry learns who needs a document only where there is no consulate', () => {
    const here = windowOver(notified(assessed(intake(startRun())))).answers(
      `family-unity-check:together readmission-application:sent nationality-verification:confirmed`,
    );
    expect(sent(here, 'MFA')).toEqual([]);
    here.answer('travel-document', 'no-representation');
    expect(sent(here, 'MFA')).toEqual(['travel-document: D1']);
    expect(here.open()).toContain('document-relay');
    expect(here.event('asylum-claim').open()).toContain('recall-mfa');
  });

  test('a health service is told what is needed, and only where the plan has it', () => {
    for (const needHealth of [true, false]) {
      const run = received(startRun())
        .answers('reintegration-offer:accepts needs-and-skills-assessment:assessed')
        .answer('reintegration-plan', 'agreed', {}, { needHealth })
        .answer('referral', 'accepted');
      const referred = sent(run, 'HEA-R').filter((share) => share.startsWith('referral'));
      expect(referred).toEqual(needHealth ? ['referral: D1 D5a'] : []);
    }
  });

  const atHome = () =>
    arrivedHome(inTransit(startRun())).answers(
      `reception-registration:registered reception-immediate-assistance:given
      reception-screening:none identity-documentation:issued`,
    );

  test('the operative body learns whom to offer support only from who wants to be contacted', () => {
    const quiet = atHome().answer('onward-transport', 'gone', {}, { contactAgreed: false });
    expect(sent(quiet, 'OPB')).toEqual([]);
    expect(quiet.open()).toContain('reintegration-offer');
    const run = atHome().answer('onward-transport', 'gone', {}, { contactAgreed: true });
    expect(sent(run, 'OPB')).toEqual(['onward-transport: D1 D2']);
    run.event('withdrawn-contact', 'OPB');
    expect(run.open()).toContain('recall-opb');
    expect(run.open()).toContain('reintegration-offer');
    expect(run.open()).not.toContain('recall-mun');
  });
});

describe('release', () => {
  test('no order in 24 hours', () => {
    expect(
      startRun()
        .wait(25 * HOUR)
        .state().ending?.id,
    ).toBe('released');
  });

  test('no decision in 15 working days', () => {
    const run = assessed(intake(startRun())).wait(40 * DAY);
    expect(run.outcomeOf('removal-decision')).toBe('release');
    expect(run.state().ending?.id).toBe('closed-stay');
  });

  test('a screening nobody does does not keep a person for ever', () => {
    const run = startRun().answers('apprehension-record:ordered inform-rights:informed');
    expect(run.wait(120 * DAY).state().ending?.id).toBe('closed-stay');
  });
});

describe('the offer of voluntary return', () => {
  test('nothing is prepared before it was made; not answering it holds nobody back', () => {
    const run = intake(startRun()).answers(
      'individual-assessment:complete non-refoulement-assessment:clear',
    );
    windowOver(notified(run));
    expect(run.open()).not.toContain('family-unity-check');
    run.answer('voluntary-return-offer', 'offered');
    expect(run.open()).toEqual(
      expect.arrayContaining(['family-unity-check', 'voluntary-return-offer']),
    );
  });

  test('who was asked once and declined is not held back by a later offer', () => {
    const run = intake(startRun()).answers(
      'individual-assessment:complete voluntary-return-offer:declines non-refoulement-assessment:clear',
    );
    windowOver(notified(run)).event('new-risk-information');
    run.answers('individual-assessment:complete non-refoulement-assessment:clear');
    expect(run.open()).toEqual(
      expect.arrayContaining(['family-unity-check', 'voluntary-return-offer']),
    );
  });
});

describe('remedies', () => {
  test('a dismissed appeal opens the preparation once the window is over', () => {
    const run = notified(assessed(intake(startRun()))).answer('appeal-window', 'filed');
    run.wait(40 * DAY);
    expect(run.holds('remedyWindowClosed')).toBe(true);
    expect(run.outcomeOf('appeal-pending')).toBe('suspension-deemed');
    expect(run.open()).not.toContain('family-unity-check');
    run.answer('appeal-pending', 'dismissed');
    expect(run.open()).toContain('family-unity-check');
  });

  test('an overturned decision leads to protection or regularisation', () => {
    const run = notified(assessed(intake(startRun()))).answer('appeal-window', 'filed');
    run.answer('appeal-pending', 'overturned');
    expect(run.open()).toContain('protection-or-regularisation');
    expect(run.open()).not.toContain('appeal-window');
    run.answer('protection-or-regularisation', 'granted');
    expect(run.state().ending?.id).toBe('closed-stay');
  });

  test('a remitted decision is taken anew, and the old one is worth nothing', () => {
    const run = notified(assessed(intake(startRun()))).event('appeal-filed');
    run.answer('appeal-pending', 'remitted');
    expect(run.holds('decisionNotified')).toBe(false);
    assessed(run);
    expect(run.open()).toContain('renewed-removal-decision');
    expect(run.open()).not.toContain('removal-decision');
    documented(windowOver(notified(run, 'renewed-removal-decision')));
    expect(run.open()).toContain('manifest-proposal');
  });

  test('a remedy on the way stops the handover and brings the person back', () => {
    const run = inTransit(startRun()).answer('arrival', 'arrived').event('appeal-filed');
    expect(run.open()).toContain('bring-back');
    expect(run.open()).not.toContain('appeal-pending');
    expect(run.refused('handover-reception-act', 'accepted')).toBe('requirement-missing');
    run.answer('bring-back', 'brought-back');
    expect(run.open()).not.toContain('handover-reception-act');
    run.answer('appeal-pending', 'dismissed');
    run.answer('family-unity-check', 'together').answer('individual-clearance', 'cleared');
    arrivedHome(departed(listed2(run)));
    expect(run.holds('received')).toBe(true);
  });

  test('a remedy against a ready departure takes it back', () => {
    const run = listed(ready(startRun())).event('appeal-filed');
    expect(
      run.open().filter((id) => id !== 'stay-limit' && id !== 'voluntary-return-offer'),
    ).toEqual(['appeal-pending']);
    run.wait(10 * DAY);
    expect(run.open()).not.toContain('departure');
  });
});

/** A second list: what was returned stays returned. */
function listed2(run: Run): Run {
  return run
    .answer('manifest-proposal', 'sent', { departure: run.now() + 4 * DAY })
    .answers(
      'manifest-acceptance:accepted vulnerable-advance-notice:no-needs monitor-notice:notified',
    );
}

describe('loops and returns', () => {
  test('three rounds of information, then the lead institution decides', () => {
    const run = windowOver(notified(assessed(intake(startRun()))));
    run.answers('family-unity-check:together readmission-application:sent');
    for (let round = 1; round <= 3; round += 1) {
      run.answers('nationality-verification:rfi readmission-information:supplied');
    }
    run.answer('nationality-verification', 'rfi');
    expect(run.open()).not.toContain('readmission-information');
    expect(run.open()).toContain('nationality-alternatives');
    run.answer('nationality-alternatives', 'protection');
    expect(run.open()).toContain('protection-or-regularisation');
  });

  test('refused at the border: back to the assessment, nothing of the old decision left', () => {
    const run = inTransit(startRun()).answers('arrival:arrived handover-reception-act:refused');
    expect(run.open()).toContain('individual-assessment');
    for (const fact of ['decisionNotified', 'identityConfirmed', 'travelDocValid', 'inTransit']) {
      expect(run.holds(fact), fact).toBe(false);
    }
    assessed(run);
    documented(windowOver(notified(run, 'renewed-removal-decision')));
    arrivedHome(departed(listed(run)));
    expect(run.open()).toContain('reception-registration');
  });

  test('a return to the sending State does not start the longest stay anew', () => {
    const stayUntil = (run: Run) => run.state().steps['stay-limit']?.open?.clock?.dueAt;
    for (const entry of ['apprehension-record', 'inform-rights']) {
      const run = startRun({ entry });
      if (entry === 'apprehension-record') run.answer('apprehension-record', 'ordered');
      const first = stayUntil(run)!;
      run.answers(`inform-rights:informed consular-notification:sent
        legal-assistance:appointed individual-screening:none`);
      documented(windowOver(notified(assessed(run))));
      departed(listed(run)).answers('arrival:arrived handover-reception-act:refused');
      expect(stayUntil(run)).toBe(first);
      run.wait(first - run.now());
      expect(run.state().ending?.id).toBe('closed-stay');
    }
  });

  test('doubt at entry: silence lets the person in, and the act still needs both signatures', () => {
    const run = inTransit(startRun()).answers(
      'arrival:arrived handover-reception-act:nationality-doubt',
    );
    run.wait(5 * HOUR);
    expect(run.outcomeOf('nationality-doubt')).toBe('provisional-entry');
    expect(run.open()).toEqual(
      expect.arrayContaining(['handover-reception-act', 'reception-registration']),
    );
    run.answer('reception-registration', 'registered').answer('handover-reception-act', 'accepted');
    expect(run.state().steps['reception-registration']?.openings).toBe(1);
  });

  test('doubt at entry: who can clear it is asked while it goes on, and hears nothing once it is over', () => {
    for (const way of ['confirmed', 'more-time', 'not-national', 'provisional-entry']) {
      const run = inTransit(startRun()).answers('arrival:arrived');
      const told = () => [run.sharedWith('CON'), run.sharedWith('CIV-R')];
      const before = told();
      const after = way === 'more-time' ? before.map((times) => times + 1) : before;
      run.answers(`handover-reception-act:nationality-doubt nationality-doubt:${way}`);
      expect(told(), way).toEqual(after);
      if (way === 'more-time') run.answer('nationality-doubt-extension', 'not-national');
      expect(told(), way).toEqual(after);
    }
  });

  test('an error found within three months brings the person back to a new decision', () => {
    const run = received(startRun()).event('readmission-error', 'MIG-R');
    run.answer('take-back', 'taken-back');
    expect(run.open()).toEqual(expect.arrayContaining(['individual-assessment', 'stay-limit']));
    expect(run.open()).not.toContain('reintegration-offer');
  });

  test('a list is corrected, and after three corrections the file is cleared again', () => {
    const run = ready(startRun());
    run.answer('manifest-proposal', 'sent', { departure: run.now() + 6 * DAY });
    for (let round = 1; round <= 3; round += 1) {
      run.answer('manifest-acceptance', 'correction').answer('manifest-correction', 'corrected');
    }
    run.answer('manifest-acceptance', 'correction');
    expect(run.open()).toContain('individual-clearance');
  });

  test('a rejected entry goes back to the nationality of that person', () => {
    const run = ready(startRun());
    run.answer('manifest-proposal', 'sent', { departure: run.now() + 4 * DAY });
    run.answer('manifest-acceptance', 'entry-rejected');
    expect(run.open()).toContain('readmission-application');
    run.answers(
      'readmission-application:sent nationality-verification:confirmed travel-document:issued',
    );
    expect(run.open()).toContain('individual-clearance');
  });

  test('silence on a list counts only by agreement, and somebody still reviews it', () => {
    const silent = ready(startRun());
    silent
      .answer('manifest-proposal', 'sent', { departure: silent.now() + 4 * DAY })
      .wait(25 * HOUR);
    expect(silent.open()).toContain('manifest-acceptance');
    const agreed = ready(startRun({ agreementSilence: 'acceptance' }));
    agreed
      .answer('manifest-proposal', 'sent', { departure: agreed.now() + 4 * DAY })
      .wait(25 * HOUR);
    expect(agreed.open()).toContain('deemed-acceptance-check');
    expect(agreed.holds('receptionConfirmed')).toBe(false);
  });
});

describe('holds', () => {
  test('a sick person waits, and a new list follows recovery', () => {
    const run = listed(ready(startRun()))
      .wait(1.5 * DAY)
      .answer('fit-to-travel', 'unfit');
    expect(run.open()).toContain('medical-hold');
    expect(run.open()).not.toContain('manifest-proposal');
    run.answer('medical-hold', 'still-unfit').answer('medical-hold', 'recovered');
    expect(run.open()).toContain('manifest-proposal');
    arrivedHome(departed(listed2(run)));
    expect(run.holds('received')).toBe(true);
  });

  test('force majeure stops the transfer and a new date follows', () => {
    const run = listed(ready(startRun())).event('force-majeure', 'MIG-S');
    expect(run.open()).not.toContain('manifest-proposal');
    run.answer('force-majeure-hold', 'ended');
    expect(run.open()).toContain('manifest-proposal');
  });

  test('an event while a proposal is open does not lose the proposal', () => {
    for (const [event, hold, outcome] of [
      ['medical-hold', 'medical-hold', 'recovered'],
      ['force-majeure', 'force-majeure-hold', 'ended'],
    ] as const) {
      const run = ready(startRun()).event(event, 'MIG-S').answer(hold, outcome);
      run.answer('manifest-proposal', 'sent', { departure: run.now() + 4 * DAY });
      expect(run.open()).toContain('manifest-acceptance');
    }
    const moved = ready(startRun()).event('rescheduled', 'MIG-S');
    expect(moved.open()).toContain('manifest-proposal');
  });

  test('an asylum claim freezes removal and silences the consulate; recognition ends the run', () => {
    const run = ready(startRun());
    const before = run.sharedWith('CON');
    run.event('asylum-claim');
    expect(run.open()).toEqual(expect.arrayContaining(['asylum-hold', 'asylum-referral']));
    expect(run.open()).not.toContain('manifest-proposal');
    run.answer('asylum-hold', 'recognised');
    expect(run.state().ending?.id).toBe('closed-stay');
    expect(run.sharedWith('CON')).toBe(before);
  });

  test('a claim before the consular notice leaves only the suppressed answer', () => {
    const run = startRun()
      .answers('apprehension-record:ordered inform-rights:informed')
      .event('asylum-claim');
    expect(run.refused('consular-notification', 'sent')).toBe('requirement-missing');
    run.answer('consular-notification', 'suppressed');
    expect(run.sharedWith('CON')).toBe(0);
  });

  test('a refused claim goes back to the assessment and a new decision', () => {
    const run = assessed(intake(startRun()))
      .event('asylum-claim')
      .wait(60 * DAY);
    expect(run.state().ending).toBeUndefined();
    run.answer('asylum-hold', 'refused');
    assessed(run);
    expect(run.open()).toContain('renewed-removal-decision');
    expect(run.open()).not.toContain('removal-decision');
  });

  test('new risk information sends a ready person back to the assessment without a new decision', () => {
    const run = listed(ready(startRun())).event('new-risk-information');
    expect(run.holds('individuallyCleared')).toBe(false);
    assessed(run)
      .answer('family-unity-check', 'together')
      .answer('individual-clearance', 'cleared');
    expect(run.open()).toContain('manifest-proposal');
  });

  test('a change in the family is checked before anything goes on', () => {
    const run = listed(ready(startRun())).event('family-change');
    expect(run.open()).toContain('family-unity-check');
    run.answers('family-unity-check:together individual-clearance:cleared');
    expect(run.open()).toContain('manifest-proposal');
  });

  test('signs that call for protection move the person on, by silence too, and never to a departure', () => {
    const child = ready(startRun())
      .event('minority-claim')
      .wait(25 * HOUR);
    expect(child.state().ending?.continues).toEqual({
      protocol: 'unaccompanied-minor',
      entry: 'presume-minority',
    });
    const onTheWay = inTransit(startRun()).event('trafficking-indicator');
    expect(onTheWay.open()).toContain('bring-back');
    onTheWay.answer('bring-back', 'brought-back').answer('protected-referral', 'received');
    expect(onTheWay.state().ending?.continues?.protocol).toBe('trafficking-victim');
  });

  test('an absent person stops every clock until they are back or the run is closed', () => {
    const run = ready(startRun())
      .event('absconded', 'MIG-S')
      .wait(20 * DAY);
    run.answer('absence-review', 'resumed');
    expect(run.open()).toContain('manifest-proposal');
    const gone = intake(startRun()).event('absconded', 'MIG-S').answer('absence-review', 'closed');
    expect(gone.state().ending?.id).toBe('absconded');
  });

  test('a death takes every task back; a person tells the family', () => {
    const run = listed(ready(startRun())).event('deceased', 'MIG-S');
    expect(run.open()).toEqual(['death-notice']);
    expect(run.answer('death-notice', 'notified').state().ending?.id).toBe('deceased');
  });

  test('a death takes back a referral too: nobody who died moves on to another protocol', () => {
    for (const sign of ['trafficking-indicator', 'minority-claim', 'asylum-claim']) {
      const run = listed(ready(startRun())).event(sign).event('deceased', 'MIG-S');
      expect(run.open().filter((id) => !id.startsWith('recall-'))).toEqual(['death-notice']);
      run.wait(3 * DAY);
      expect(run.state().ending).toBeUndefined();
      expect(run.answer('death-notice', 'notified').state().ending?.id).toBe('deceased');
    }
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../test/fixtures/drive.js';
import {
  asked,
  CONTACT,
  cleared,
  consented,
  home,
  inTransit,
  noticed,
  prepared,
  reconfirmed,
  settled,
  startRun,
  talked,
} from '../test/fixtures/voluntary-run.js';

describe('to the end', () => {
  test('the straight path goes home and closes after a year of visits', () => {
    const run = settled(home(asked()));
    for (let visit = 1; visit <= 4; visit += 1)
      run.wait(93 * DAY).answer('follow-up-visit', 'fine');
    expect(run.open()).toEqual(['sustainability-score']);
    run.answers('sustainability-score:at-threshold closure:goal-met');
    expect(run.ending()).toBe('closed-done-goal');
  });

  test('who came home alone is registered without any step of the sending State', () => {
    const run = startRun({ entry: 'self-return-registration' });
    expect(run.open()).toEqual(['self-return-registration']);
    run.answer('self-return-registration', 'registered', CONTACT);
    expect(run.open()).toEqual(['post-arrival-contact']);
    settled(run).event('support-ended').answer('closure', 'means-ended');
    expect(run.ending()).toBe('closed-done-means');
    expect(run.sharedWith('MIG-S').concat(run.sharedWith('CON'))).toEqual([]);
  });

  test('who does not want contact is left alone; the door stays open for a year', () => {
    const run = startRun({ entry: 'self-return-registration' });
    run.answer('self-return-registration', 'registered');
    expect(run.open()).toEqual(['open-door']);
    run.wait(380 * DAY);
    expect(run.open()).toEqual(['closure']);
    expect(run.answer('closure', 'declined').ending()).toBe('closed-declined');
  });

  test('three attempts without contact lead to the open door, and opting in goes on', () => {
    const run = home(asked()).answers(`post-arrival-contact:not-reached
      post-arrival-contact:not-reached post-arrival-contact:not-reached`);
    expect(run.open()).toEqual(['open-door']);
    expect(run.answer('open-door', 'opted-in').open()).toEqual(['needs-and-skills-assessment']);
  });

  test('a low score extends the follow-up by six months, once', () => {
    const run = settled(home(asked()));
    for (let visit = 1; visit <= 4; visit += 1)
      run.wait(93 * DAY).answer('follow-up-visit', 'fine');
    run.answer('sustainability-score', 'below');
    for (let visit = 1; visit <= 2; visit += 1) {
      run.wait(93 * DAY).answer('extended-follow-up', 'fine');
    }
    run.answers('final-sustainability-score:below closure:term-ended');
    expect(run.ending()).toBe('closed-done-term');
  });
});

describe('a free decision', () => {
  test('nobody can consent before 72 hours have passed since the counselling', () => {
    const run = talked(asked()).wait(71 * HOUR);
    expect(run.open()).toEqual([]);
    expect(run.wait(2 * HOUR).open()).toEqual(['consent']);
  });

  test('not deciding has no consequence at all', () => {
    const run = talked(asked()).wait(400 * DAY);
    expect(run.open()).toEqual(['consent']);
    expect(run.sharedWith('MIG-S')).toEqual([]);
  });

  test('a new counselling starts the time to think anew', () => {
    const run = talked(asked())
      .wait(80 * HOUR)
      .event('new-risk-information');
    expect(run.open()).not.toContain('consent');
    run.answers('protection-vulnerability-screening:none information-counselling:informed');
    expect(run.wait(71 * HOUR).open()).toEqual([]);
    expect(run.wait(2 * HOUR).open()).toEqual(['consent']);
  });

  test('consent runs out after 90 days and stops the preparation until it is given again', () => {
    const run = cleared(asked())
      .answer('document-check', 'own-papers')
      .wait(92 * DAY);
    expect(run.holds('consentGiven')).toBe(false);
    expect(run.refused('health-assessment', 'fit')).toBe('requirement-missing');
    run.answer('consent', 'given');
    expect(run.refused('health-assessment', 'fit')).toBe('accepted');
  });

  test('in detention somebody else checks that consent is free', () => {
    const run = talked(startRun({ entry: 'information-counselling' })).wait(73 * HOUR);
    run.answer('consent', 'given-in-detention');
    expect(run.open()).toEqual(['consent-freedom-check']);
    run.answer('consent-freedom-check', 'pressure');
    expect(run.holds('consentGiven')).toBe(false);
    expect(run.open()).toEqual(['information-counselling']);
    run.answer('information-counselling', 'informed').wait(73 * HOUR);
    run.answers('consent:given-in-detention consent-freedom-check:free');
    expect(run.open()).toEqual(['host-clearance']);
  });

  test('whoever advises, checks or examines hears of the person when it is their turn, not before', () => {
    const run = asked().answers(`who-travels:no-children information-counselling:informed
      protection-vulnerability-screening:asylum-seeker`);
    expect(run.sharedWith('UNHCR')).toEqual(['UNHCR protection-vulnerability-screening']);
    run.answer('asylum-effects-counselling', 'capacity-doubt');
    expect(run.sharedWith('LEGAL')).toEqual([]);
    run.answer('capacity-assessment', 'not-capable');
    expect(run.sharedWith('LEGAL')).toEqual(['LEGAL capacity-assessment']);
    const detained = talked(startRun({ entry: 'information-counselling' })).wait(73 * HOUR);
    detained.answer('consent', 'given-in-detention');
    expect(detained.sharedWith('LEGAL')).toEqual(['LEGAL consent']);
    detained.event('consent-revoked');
    expect(detained.open()).toContain('recall-legal');
  });

  test('health hears of who may leave, gives it back with the consent, and hears again', () => {
    const run = consented(asked());
    expect(run.sharedWith('HEA-S')).toEqual([]);
    run.answer('host-clearance', 'clear');
    expect(run.sharedWith('HEA-S')).toEqual(['HEA-S host-clearance']);
    run.event('consent-revoked');
    expect(run.open()).toContain('recall-hea-s');
    run.answer('withdrawal', 'not-withdrawn');
    run
      .answers('information-counselling:informed protection-vulnerability-screening:none')
      .wait(73 * HOUR);
    run.answer('consent', 'given');
    expect(run.sharedWith('HEA-S').at(-1)).toBe('HEA-S consent');
    expect(run.open()).toContain('health-assessment');
  });

  test('a reconfirmation older than 24 hours counts for nothing', () => {
    const run = reconfirmed(noticed(asked()));
    expect(run.wait(25 * HOUR).holds('consentValid')).toBe(false);
    expect(run.refused('departure', 'left')).not.toBe('accepted');
    expect(run.open()).toContain('consent-reconfirmation');
  });

  test('a doubt on the capacity is settled by a professional and a reviewed representative', () => {
    const run = asked().answers(`who-travels:no-children information-counselling:informed
      protection-vulnerability-screening:capacity-doubt capacity-assessment:not-capable`);
    expect(run.wait(4 * DAY).open()).toEqual(['representative-review']);
    expect(run.answer('representative-review', 'confirmed').open()).toEqual(['consent']);
  });

  test('an asylum seeker learns the effects first and may keep the claim', () => {
    const run = asked().answers(`who-travels:no-children information-counselling:informed
      protection-vulnerability-screening:asylum-seeker asylum-effects-counselling:keeps-claim`);
    expect(run.open()).toEqual(['stay-pathway']);
    expect(run.answer('stay-pathway', 'stays').ending()).toBe('closed-stay');
  });
});

describe('loops and returns', () => {
  test('three rounds of information, then the lead institution looks for another way', () => {
    const run = cleared(asked()).answer('document-check', 'consulate-agreed');
    for (let round = 1; round <= 3; round += 1) {
      run.answers('nationality-and-documents:rfi document-information:supplied');
    }
    run.answer('nationality-and-documents', 'rfi');
    expect(run.open()).toContain('document-alternatives');
    run.answers('document-alternatives:possible-statelessness statelessness-branch:stateless');
    expect(run.ending()).toBe('closed-stay');
  });

  test('without consular contact nothing reaches the consulate', () => {
    const run = cleared(asked()).answer('document-check', 'consulate-declined');
    expect(run.open()).not.toContain('nationality-and-documents');
    run.answers('document-alternatives:ask-again document-check:own-papers');
    run.answers(`health-assessment:fit pre-return-assessment:not-shared
      draft-reintegration-plan:drafted prepare:ready`);
    run.book(10).answer('advance-notice', 'declined');
    reconfirmed(run)
      .wait(0.8 * DAY)
      .answer('departure', 'left');
    for (const role of ['CON', 'REC', 'OPB']) expect(run.sharedWith(role), role).toEqual([]);
  });

  test('the opinions on an impediment may be silent; the authority still decides', () => {
    const run = consented(asked())
      .answer('host-clearance', 'opinion-needed')
      .wait(11 * DAY);
    expect(run.outcomeOf('impediment-opinion')).toBe('no-objection-deemed');
    expect(run.holds('hostCleared')).toBe(false);
    run.answers('host-clearance:wait impediment-wait:ended host-clearance:refused');
    expect(run.open()).toEqual(['stay-pathway']);
  });

  test('an escorted person is handed over with three signatures; a refusal starts all over', () => {
    const run = cleared(asked()).answers(`document-check:own-papers
      health-assessment:fit-with-escort escort-assignment:assigned pre-return-assessment:shared
      draft-reintegration-plan:drafted prepare:ready`);
    run.book(10).answer('advance-notice', 'sent');
    reconfirmed(run)
      .wait(0.8 * DAY)
      .answers('departure:left transit-assistance:arrived');
    expect(run.open()).toEqual(['handover-act']);
    run.answer('handover-act', 'refused').answer('bring-back', 'brought-back');
    expect(run.holds('consentGiven')).toBe(false);
    expect(run.holds('identityConfirmed')).toBe(false);
    expect(run.open()).toEqual([
      'information-counselling',
      'who-travels',
      'protection-vulnerability-screening',
    ]);
  });

  test('an interrupted journey gets help and goes on', () => {
    const run = inTransit(asked()).answers(`transit-assistance:interrupted transit-help:resumed
      transit-assistance:arrived arrival-reception:handover-needed handover-act:accepted`);
    expect(run.answer('arrival-reception', 'received').holds('returned')).toBe(true);
  });

  test('children travel only after child protection has heard each of them', () => {
    const run = talked(asked(), 'with-children').wait(80 * HOUR);
    expect(run.open()).toEqual(['child-in-family-bia']);
    run.answer('child-in-family-bia', 'conflict-or-doubt').wait(60 * DAY);
    expect(run.open()).toEqual(['best-interests-determination']);
    run.answer('best-interests-determination', 'return-with-family');
    expect(run.open()).toEqual(['consent']);
  });

  test('a run with children does not close before half a year', () => {
    const run = startRun({ entry: 'self-return-registration' });
    run.answer('self-return-registration', 'registered-with-children', CONTACT);
    run
      .event('support-ended')
      .wait(94 * DAY)
      .answer('child-follow-up', 'fine');
    expect(run.open()).not.toContain('closure');
    run.wait(94 * DAY).answer('child-follow-up', 'fine');
    expect(run.open()).toContain('closure');
  });
});

describe('holds and re-routes', () => {
  test('a remedy stops a ready departure; once dismissed a new date and a new yes are needed', () => {
    const run = reconfirmed(noticed(asked())).event('appeal-filed');
    expect(run.open()).toEqual(['remedy-pending']);
    run.answer('remedy-pending', 'dismissed').book(8).answer('advance-notice', 'sent');
    expect(
      reconfirmed(run, 7.2)
        .wait(0.7 * DAY)
        .open(),
    ).toContain('departure');
  });

  test('a remedy on the way brings the person back to a new decision', () => {
    const run = inTransit(asked()).event('appeal-filed');
    expect(run.open()).toEqual(expect.arrayContaining(['bring-back', 'remedy-pending']));
    run.answer('bring-back', 'brought-back');
    expect(run.holds('consentGiven')).toBe(false);
    expect(run.open()).toContain('information-counselling');
  });

  test('an asylum claim freezes return and silences the consulate', () => {
    const run = prepared(asked())
      .event('asylum-claim')
      .wait(100 * DAY);
    expect(run.open()).toEqual(expect.arrayContaining(['asylum-hold', 'asylum-referral']));
    expect(run.holds('consularContactAgreed')).toBe(false);
    run.answer('asylum-hold', 'refused');
    expect(run.open()).toContain('information-counselling');
    run.event('asylum-claim').answer('asylum-hold', 'recognised');
    expect(run.open()).toContain('stay-pathway');
  });

  test('illness, force majeure and a change in the family lead back to a new booking', () => {
    for (const [event, ...answers] of [
      [
        'medical-hold',
        'medical-hold:still-unfit',
        'medical-hold:recovered',
        'health-assessment:fit',
      ],
      ['force-majeure', 'force-majeure-hold:ended'],
      ['family-change', 'who-travels:no-children'],
      ['rescheduled'],
    ] as const) {
      const run = noticed(asked()).event(event);
      expect(run.holds('windowValid'), event).toBe(false);
      run.answers(answers.join(' ') || 'itinerary:booked');
      if (answers.length > 0) run.book(8);
      expect(run.open(), event).toContain('advance-notice');
    }
  });

  test('signs that call for protection move the person on, by silence too', () => {
    const early = cleared(asked())
      .event('trafficking-indicator')
      .wait(25 * HOUR);
    expect(early.state().ending?.continues?.entry).toBe('indicator-detected');
    const child = asked()
      .event('minority-claim')
      .wait(25 * HOUR);
    expect(child.state().ending?.continues?.entry).toBe('presume-minority');
    const way = inTransit(asked())
      .event('trafficking-indicator')
      .answer('bring-back', 'brought-back');
    expect(way.open()).toContain('protected-referral');
    const late = home(asked())
      .event('trafficking-indicator')
      .wait(25 * HOUR);
    expect(late.state().ending?.continues?.entry).toBe('r-protected-reception');
    expect(
      asked().answer('protection-vulnerability-screening', 'protected-handling').ending(),
    ).toBe('transferred');
  });

  test('an absent person is waited for; a death takes every task back', () => {
    const run = prepared(asked())
      .event('absconded')
      .wait(20 * DAY);
    expect(run.answer('absence-review', 'resumed').open()).toContain('advance-notice');
    expect(run.event('deceased').open()).toEqual(['death-notice']);
    expect(run.answer('death-notice', 'notified').ending()).toBe('deceased');
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../test/fixtures/drive.js';
import {
  answers,
  authorised,
  checked,
  decided,
  endsAs,
  handedOver,
  holds,
  identified,
  inTransit,
  papered,
  planned,
  type Run,
  ready,
  refused,
  rested,
  sharedWith,
  start,
} from '../test/fixtures/protected-runs.js';
import { traffickingVictim } from './trafficking-victim.js';

describe('loops and lapses of what was valid', () => {
  test('risk runs out after 30 days: everything towards origin waits and the authorisation is asked again', () => {
    const run = answers(
      authorised(decided(rested(identified(start())))),
      'nationality-request:sent',
    );
    run.wait(31 * DAY);
    expect(run.open()).toContain('risk-assessment');
    expect(holds(run, 'disclosureAuthorised')).toBe(false);
    expect(refused(run, 'nationality-verification', 'confirmed')).toBe('requirement-missing');
    answers(
      run,
      'risk-assessment:low disclosure-authorisation:given nationality-verification:confirmed',
    );
    expect(run.open()).toContain('travel-document');
  });

  test('unknown risk: three rounds of data, then the lead institution', () => {
    const run = rested(identified(start()));
    for (let round = 1; round <= 3; round += 1)
      answers(run, 'risk-assessment:unknown risk-information:supplied');
    run.answer('risk-assessment', 'unknown');
    expect(run.open()).toContain('lead-decision');
  });

  test('high risk, or a risk of refoulement, leads to alternatives; a later wish to return starts with the assessment', () => {
    const run = answers(rested(identified(start())), 'risk-assessment:high');
    expect(run.open()).toContain('alternatives-to-return');
    run.answer('alternatives-to-return', 'wishes-return');
    expect(run.open()).toContain('risk-assessment');
    decided(run);
    run.answer('non-refoulement-assessment', 'risk');
    expect(run.open()).toContain('alternatives-to-return');
    run.answer('alternatives-to-return', 'third-country');
    expect(endsAs(run)).toBe('closed-stay');
  });

  test('three rounds of information for the consulate, then other ways', () => {
    const run = answers(
      authorised(decided(rested(identified(start())))),
      'nationality-request:sent',
    );
    for (let round = 1; round <= 3; round += 1)
      answers(run, 'nationality-verification:rfi nationality-information:supplied');
    run.answer('nationality-verification', 'rfi');
    answers(run, 'nationality-alternatives:possible-statelessness statelessness-branch:stateless');
    expect(endsAs(run)).toBe('closed-stay');
  });

  test('reconfirmed consent is good for a day', () => {
    const run = checked(ready(start()));
    run.wait(25 * HOUR);
    expect(holds(run, 'consentValid')).toBe(false);
    expect(refused(run, 'departure', 'left')).toBe('requirement-missing');
    expect(run.open()).toContain('pre-departure-check');
  });

  test('a receiver who is not ready leads to another date', () => {
    const run = papered(authorised(decided(rested(identified(start())))));
    run.answer('safe-return-plan', 'agreed', { dates: { departure: run.at + 5 * DAY } });
    run.answer('reception-confirmation', 'not-ready');
    expect(run.open()).toContain('safe-return-plan');
    checked(planned(run));
    expect(holds(run, 'finalCheckPassed')).toBe(true);
  });
});

describe('at any hour', () => {
  test('withdrawn consent stops everything at each point before the handover', () => {
    const stops: ((run: Run) => Run)[] = [
      (run) => decided(rested(identified(run))),
      (run) => authorised(decided(rested(identified(run)))),
      (run) => papered(authorised(decided(rested(identified(run))))),
      ready,
      (run) => checked(ready(run)),
    ];
    for (const until of stops) {
      const run = until(start());
      run.report('consent-revoked', { role: 'LEGAL' });
      expect(
        run
          .open()
          .filter((id) =>
            ['preparation', 'transfer'].includes(
              traffickingVictim.steps.find((step) => step.id === id)!.stage,
            ),
          ),
      ).toEqual([]);
      expect(holds(run, 'returnDecided')).toBe(false);
      expect(holds(run, 'disclosureAuthorised')).toBe(false);
      expect(run.open()).toContain('options-counselling');
      run.report('stay-requested');
      answers(run, 'alternatives-to-return:residence');
      expect(endsAs(run)).toBe('closed-stay');
    }
  });

  test('withdrawn on the way: brought back, and a new decision is needed', () => {
    const run = answers(inTransit(start()), 'arrival:arrived');
    run.report('consent-revoked', { role: 'IOM' });
    expect(refused(run, 'handover-reception-act', 'signed')).toBe('requirement-missing');
    run.answer('bring-back', 'brought-back');
    expect(run.open()).not.toContain('handover-reception-act');
    expect(run.open()).toContain('risk-assessment');
    decided(run);
    expect(holds(run, 'noObjection')).toBe(true);
    checked(planned(papered(authorised(run)))).wait(16 * HOUR);
    answers(run, 'departure:left');
    expect(run.open().filter((id) => !id.startsWith('recall-'))).toEqual(['arrival']);
    answers(run, 'arrival:arrived handover-reception-act:signed');
    expect(holds(run, 'received')).toBe(true);
  });

  test('appeal, claim, illness or new risk on the way stop the handover and bring the person back', () => {
    for (const event of [
      'appeal-filed',
      'asylum-claim',
      'medical-hold',
      'new-risk-information',
      'minority-claim',
      'trafficking-indicator',
    ]) {
      const run = answers(inTransit(start()), 'arrival:arrived');
      run.report(event);
      expect(run.open(), event).toContain('bring-back');
      expect(refused(run, 'handover-reception-act', 'signed'), event).toBe('requirement-missing');
      run.answer('bring-back', 'brought-back');
      expect(holds(run, 'finalCheckPassed'), event).toBe(false);
    }
  });

  test('unsafe at arrival: one signature is enough to turn back, and nothing old can be used', () => {
    const run = answers(inTransit(start()), 'arrival:arrived');
    run.answer('handover-reception-act', 'unsafe', { role: 'IOM' });
    expect(run.open()).toContain('bring-back');
    run.answer('bring-back', 'brought-back');
    expect(holds(run, 'travelDocValid')).toBe(false);
    expect(run.open()).toContain('risk-assessment');
  });

  test('an asylum claim freezes the return and closes the mouth towards the consulate', () => {
    const run = authorised(decided(rested(identified(start()))));
    run.report('asylum-claim');
    expect(refused(run, 'nationality-request', 'sent')).toBe('requirement-missing');
    expect(sharedWith(run, 'CON')).toBe(0);
    run.wait(90 * DAY);
    expect(run.state.ending).toBeUndefined();
    answers(run, 'asylum-referral:referred asylum-hold:refused');
    expect(run.open()).toContain('risk-assessment');
    expect(holds(run, 'returnDecided')).toBe(false);
  });

  test('an appeal suspends; silence of the court counts as suspended; a ruling lets it go on', () => {
    const run = ready(start());
    run.report('appeal-filed');
    run.wait(6 * DAY);
    expect(run.step('appeal-pending')?.outcome).toBe('suspension-deemed');
    expect(run.open()).toContain('appeal-pending');
    run.answer('appeal-pending', 'dismissed');
    expect(run.open()).toContain('safe-return-plan');
    expect(run.open()).not.toContain('reception-confirmation');
  });

  test('illness, force majeure, a new date and a lost escort each lead back to a plan', () => {
    const sick = planned(papered(authorised(decided(rested(identified(start()))))));
    sick.wait(2.2 * DAY);
    sick.answer('escort-and-fitness', 'unfit', { role: 'HEA-S' });
    expect(sick.open()).not.toContain('safe-return-plan');
    answers(sick, 'medical-hold:still-unfit medical-hold:recovered');
    expect(sick.open()).toContain('safe-return-plan');
    const storm = ready(start());
    storm.report('force-majeure', { role: 'IOM' });
    expect(storm.open()).not.toContain('safe-return-plan');
    storm.answer('force-majeure-hold', 'ended');
    expect(storm.open()).toContain('safe-return-plan');
    const moved = ready(start());
    moved.report('rescheduled', { role: 'IOM' });
    expect(moved.open()).toContain('safe-return-plan');
    const alone = checked(ready(start()));
    alone.report('escort-lost', { role: 'IOM' });
    expect(alone.open()).toContain('escort-and-fitness');
    expect(holds(alone, 'finalCheckPassed')).toBe(false);
  });

  test('an absent person stops everything until they are back or the run closes, and a child is searched', () => {
    const run = ready(start());
    run.report('absconded', { role: 'ATU-S' });
    expect(run.open()).not.toContain('child-search');
    expect(refused(run, 'reception-confirmation', 'confirmed')).not.toBe('accepted');
    run.answer('absence-review', 'resumed');
    expect(holds(run, 'personPresent')).toBe(true);
    const child = identified(start(), 'child');
    child.report('absconded', { role: 'CPA-S' });
    expect(child.open()).toContain('child-search');
    child.answer('child-search', 'found');
    expect(child.open()).not.toContain('absence-review');
  });

  test('a death takes every task back; a person tells the family', () => {
    for (const run of [ready(start()), handedOver(start())]) {
      run.report('deceased');
      expect(run.open()).toEqual(['death-notice']);
      run.answer('death-notice', 'notified');
      expect(endsAs(run)).toBe('deceased');
    }
  });
});

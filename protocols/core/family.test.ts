import { describe, expect, it } from 'vitest';
import { bindAll, drive, MONDAY } from '../../test/fixtures/drive.js';
import { adultJourney, childJourney } from '../../test/fixtures/families.js';
import { type FamilyPlay, playFamily } from '../../test/fixtures/family-play.js';
import { firstPath, hiddenPath } from '../../test/fixtures/two-protocols.js';
import type { Definition } from '../language/definition.js';
import type { Standing } from '../language/family.js';
import { validateDefinition } from '../language/validate.js';
import { apply } from './apply.js';
import { familySignature, joinsReached, type Member, nextFamilyAct } from './family.js';

const FOUR = { mother: adultJourney, father: adultJourney, girl: childJourney, boy: childJourney };
const four = () => playFamily(FOUR, [adultJourney, childJourney, hiddenPath]);
const everybody = Object.keys(FOUR);

function decideAll(play: FamilyPlay): void {
  for (const one of everybody) play.answer(one, 'decide', 'go');
}

function unite(play: FamilyPlay, members = everybody): void {
  for (const one of members) play.answer(one, 'unity', 'together');
}

describe('a family', () => {
  it('is made of valid protocols', () => {
    for (const one of [adultJourney, childJourney]) {
      expect(validateDefinition(one, [childJourney, hiddenPath]), one.id).toEqual([]);
    }
  });

  it('is asked about unity only when a decision was made for every one of its members', () => {
    const play = four();
    for (const one of ['mother', 'father', 'girl']) play.answer(one, 'decide', 'go');
    for (const one of everybody) expect(play.open(one), one).not.toContain('unity');
    play.answer('boy', 'decide', 'go');
    for (const one of everybody) expect(play.open(one), one).toEqual(['unity']);
  });

  it('does not hold up anybody who has none', () => {
    const play = playFamily({ alone: adultJourney });
    play.answer('alone', 'decide', 'go');
    play.answer('alone', 'unity', 'together');
    expect(play.open('alone')).toEqual(['depart']);
  });

  it('is never decided together: each member needs the own answer', () => {
    const play = four();
    decideAll(play);
    play.answer('mother', 'unity', 'together');
    expect(play.open('mother')).toEqual(['depart']);
    for (const one of ['father', 'girl', 'boy']) expect(play.open(one)).toEqual(['unity']);
  });

  it('is handed over only when all who go along are on the way', () => {
    const play = four();
    decideAll(play);
    unite(play);
    play.answer('mother', 'depart', 'left');
    expect(play.open('mother')).toEqual([]);
    for (const one of ['father', 'girl', 'boy']) play.answer(one, 'depart', 'left');
    for (const one of everybody) expect(play.open(one)).toEqual(['hand-over']);
    for (const one of everybody) play.answer(one, 'hand-over', 'received');
    expect(everybody.map(play.standing)).toEqual(['gone', 'gone', 'gone', 'gone']);
  });
});

describe('a member who no longer goes along', () => {
  it.each([
    ['a remedy', 'held', (play: FamilyPlay) => play.report('girl', 'stop')],
    ['protected handling', 'apart', (play: FamilyPlay) => moved(play, 'shelter')],
    ['a decision to stay', 'stays', (play: FamilyPlay) => stays(play)],
  ])('stops all departures at once and opens the question again: %s', (_, standing, diverge) => {
    const play = four();
    decideAll(play);
    unite(play);
    const others = ['mother', 'father', 'boy'];
    for (const one of others) expect(play.open(one)).toEqual(['depart']);
    diverge(play);
    expect(play.standing('girl')).toBe(standing);
    for (const one of others) {
      const { state } = play.members.get(one)!;
      expect(state.facts.united, one).toBeUndefined();
      expect(play.open(one), one).toEqual(['unity']);
      expect(state.family!.others.girl, 'the reason').toBe(standing);
    }
  });

  it('and goes along again: the question is asked anew, and then they leave together', () => {
    const play = four();
    decideAll(play);
    unite(play);
    play.report('girl', 'stop');
    play.answer('mother', 'unity', 'separated');
    expect(play.open('mother')).toEqual(['depart']);
    play.answer('girl', 'settle', 'settled');
    expect(play.open('mother')).toEqual(['unity']);
    unite(play);
    for (const one of everybody) play.answer(one, 'depart', 'left');
    for (const one of everybody) expect(play.open(one)).toEqual(['hand-over']);
  });

  it('is not waited for on the way by those whom a person let go', () => {
    const play = four();
    decideAll(play);
    play.report('girl', 'stop');
    const others = ['mother', 'father', 'boy'];
    for (const one of others) play.answer(one, 'unity', 'separated');
    for (const one of others) play.answer(one, 'depart', 'left');
    for (const one of others) expect(play.open(one)).toEqual(['hand-over']);
  });

  it('and is found to be a child goes on in the family, and everybody is asked again', () => {
    const play = four();
    play.answer('mother', 'decide', 'go');
    play.answer('father', 'decide', 'as-child');
    const { definition, state } = play.members.get('father')!;
    expect(definition.id).toBe('child-journey');
    expect(state.family).toMatchObject({ unit: 'unit', member: 'father' });
    expect(play.standing('father')).toBe('along');
    const about = play.told.filter(({ member }) => member === 'mother').map(({ act }) => act);
    expect(about.slice(-2)).toMatchObject([
      { event: 'diverged', family: { others: { father: 'apart' } } },
      { event: 'rejoined', family: { others: { father: 'along' } } },
    ]);
  });

  it('tells nothing but a coarse word: protected handling looks like any other protocol', () => {
    const play = four();
    moved(play, 'shelter');
    const text =
      JSON.stringify(play.told) + JSON.stringify(play.members.get('mother')!.state.family);
    expect(text).not.toMatch(/hidden|shelter|victim/);
  });
});

/** The girl goes on under a protocol that links no family. */
function moved(play: FamilyPlay, outcome: string): void {
  const girl = play.members.get('girl')!;
  // The decision is taken again, as after a new risk.
  const step = {
    openings: 1,
    considered: 0,
    wasTrue: true,
    open: { opening: 2, openedAt: MONDAY },
  };
  girl.state = { ...girl.state, steps: { ...girl.state.steps, decide: step } };
  play.answer('girl', 'decide', outcome);
}

function stays(play: FamilyPlay): void {
  play.report('girl', 'stop');
  play.answer('girl', 'settle', 'final');
}

describe('links', () => {
  const bindings = bindAll(firstPath);
  const family = { unit: 'u', member: 'm', others: {} };

  it('are refused by a protocol that knows none, so that a run under protected handling is in no family', () => {
    expect(
      apply(firstPath, undefined, { type: 'run-started', at: MONDAY, bindings, family }),
    ).toMatchObject({ ok: false, refusal: { code: 'family-unknown' } });
  });

  it('may come later, once', () => {
    const play = playFamily({ alone: adultJourney });
    const again = play.try('alone', { type: 'family-joined', at: MONDAY, ...family });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'family-known' } });
  });

  it('give a run that had begun its place among the others, as they stand', () => {
    const run = drive(adultJourney);
    expect(run.state).not.toHaveProperty('family');
    const others = { girl: 'held', boy: 'along' } as const;
    run.do({ type: 'family-joined', at: MONDAY, unit: 'u', member: 'm', others });
    expect(run.state.family).toEqual({ unit: 'u', member: 'm', others, broken: [] });
    const started = apply(adultJourney, undefined, {
      type: 'run-started',
      at: MONDAY,
      bindings: bindAll(adultJourney),
      family: { ...family, others },
    });
    expect(started).toMatchObject({
      state: { family: { unit: 'u', member: 'm', others, broken: [] } },
    });
  });

  it('are what news is about: a run in no family keeps none', () => {
    const run = drive(adultJourney);
    const act = { type: 'event-reported', at: MONDAY, role: 'system' } as const;
    run.do({ ...act, event: 'diverged', family: { others: { girl: 'held' } } });
    run.do({ ...act, event: 'not-all-decided', family: { join: 'decision', met: false } });
    expect(run.state).not.toHaveProperty('family');
  });

  it('remember each join that is broken once, until it is met', () => {
    const run = drive(adultJourney);
    run.do({ type: 'family-joined', at: MONDAY, ...family });
    const told = (join: string, met: boolean) => {
      const event = met ? 'all-decided' : 'not-all-decided';
      const act = { type: 'event-reported', at: MONDAY, role: 'system', event } as const;
      run.do({ ...act, family: { join, met } });
      return run.state.family?.broken;
    };
    expect(told('decision', false)).toEqual(['decision']);
    expect(told('handover', false)).toEqual(['decision', 'handover']);
    expect(told('decision', false)).toEqual(['handover', 'decision']);
    expect(told('handover', true)).toEqual(['decision']);
    expect(told('decision', true)).toEqual([]);
  });

  it('are made by the system alone: no party can report what the system tells', () => {
    const play = four();
    for (const event of ['diverged', 'all-decided'] as const) {
      expect(
        play.try('boy', { type: 'event-reported', at: MONDAY, event, role: 'office' }),
      ).toMatchObject({ ok: false, refusal: { code: 'event-not-allowed' } });
    }
  });
});

describe('what the family depends on', () => {
  const signature = (run: ReturnType<typeof drive>) => familySignature(run.definition, run.state);

  it('is how a run stands and the joins it has come to, and nothing else', () => {
    const run = drive(adultJourney);
    expect(joinsReached(adultJourney, run.state)).toEqual([]);
    expect(signature(run)).toBe('along');
    run.answer('decide', 'go');
    expect(joinsReached(adultJourney, run.state)).toEqual(['decision']);
    expect(signature(run)).toBe('along decision');
    run.answer('unity', 'together');
    expect(signature(run)).toBe('along decision');
    run.report('stop');
    expect(signature(run)).toBe('held decision');
  });

  it('is nothing in a protocol that links no family', () => {
    const run = drive(firstPath);
    expect(joinsReached(firstPath, run.state)).toEqual([]);
    expect(signature(run)).toBe('apart');
  });

  it('stands still once it was decided that the person stays, before the run has ended', () => {
    const staying = { ...adultJourney, family: { ...adultJourney.family!, stays: 'decided' } };
    const run = drive(staying as Definition);
    expect(signature(run)).toBe('along');
    run.answer('decide', 'go');
    expect(signature(run)).toBe('stays decision');
  });
});

describe('who is told', () => {
  const knowing = (...joins: string[]): Definition => {
    const { family, ...definition } = adultJourney;
    const known = family!.joins.filter(({ id }) => joins.includes(id));
    return { ...definition, family: { ...family!, joins: known } };
  };
  const placed = (others: Record<string, Standing> = {}, definition = knowing()) => {
    const run = drive(definition);
    run.do({ type: 'family-joined', at: MONDAY, unit: 'u', member: 'm', others });
    return run;
  };
  const member = (id: string, run: ReturnType<typeof drive>): Member => ({
    id,
    definition: run.definition,
    state: run.state,
  });
  const held = () => {
    const run = placed({ one: 'along' });
    run.report('stop');
    return run;
  };
  const next = (...members: Member[]) => nextFamilyAct(members, MONDAY);

  it('is each member with a place, of each other one, in an event of the system', () => {
    expect(next(member('one', placed({ two: 'along' })), member('two', held()))).toEqual({
      member: 'one',
      act: {
        type: 'event-reported',
        at: MONDAY,
        role: 'system',
        event: 'diverged',
        family: { others: { two: 'held' } },
      },
    });
  });

  it('is nobody of themselves, of what they know, or of somebody who has gone', () => {
    expect(next(member('one', placed()))).toBeUndefined();
    const alone = placed();
    alone.report('stop');
    expect(next(member('one', alone))).toBeUndefined();
    expect(next(member('one', placed({ two: 'held' })), member('two', held()))).toBeUndefined();
    const gone = placed({ one: 'along' });
    gone.answer('decide', 'go');
    gone.answer('unity', 'together');
    gone.answer('depart', 'left');
    gone.answer('hand-over', 'received');
    expect(next(member('one', placed({ two: 'along' })), member('two', gone))).toBeUndefined();
  });

  it('is nobody without a place, whose protocol links none, or whose run has ended', () => {
    const ended = placed({ two: 'along' });
    ended.answer('decide', 'stay');
    const stopped = drive(knowing());
    stopped.report('stop');
    for (const one of [drive(knowing()), drive(firstPath), ended]) {
      expect(next(member('one', one), member('two', stopped))).toBeUndefined();
    }
  });

  it('is not whoever would refuse it', () => {
    const away = placed({ two: 'along' });
    away.answer('decide', 'go');
    away.answer('unity', 'together');
    away.answer('depart', 'left');
    expect(next(member('one', away), member('two', held()))).toBeUndefined();
  });

  it('is told of a join only for companions whose protocol has it', () => {
    const one = placed({ two: 'along' }, knowing('decision'));
    one.answer('decide', 'go');
    const other = (...joins: string[]) =>
      member('two', placed({ one: 'along' }, knowing(...joins)));
    expect(next(member('one', one), other())).toBeUndefined();
    expect(next(member('one', one), other('handover', 'decision'))).toEqual({
      member: 'one',
      act: {
        type: 'event-reported',
        at: MONDAY,
        role: 'system',
        event: 'not-all-decided',
        family: { join: 'decision', met: false },
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { bindAll, MONDAY } from '../../test/fixtures/drive.js';
import { adultJourney, childJourney } from '../../test/fixtures/families.js';
import { type FamilyPlay, playFamily } from '../../test/fixtures/family-play.js';
import { firstPath, hiddenPath } from '../../test/fixtures/two-protocols.js';
import { validateDefinition } from '../language/validate.js';
import { apply } from './apply.js';

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

  it('are made by the system alone: no party can report what the system tells', () => {
    const play = four();
    for (const event of ['diverged', 'all-decided'] as const) {
      expect(
        play.try('boy', { type: 'event-reported', at: MONDAY, event, role: 'office' }),
      ).toMatchObject({ ok: false, refusal: { code: 'event-not-allowed' } });
    }
  });
});

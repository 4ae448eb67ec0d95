import { describe, expect, it } from 'vitest';
import { drive } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';
import type { Condition } from '../language/condition.js';
import { explain, prospects, unmetAtoms } from './explain.js';

describe('an answer that takes two people', () => {
  const definition = tiny([
    {
      id: 'sign',
      by: ['office', 'other'],
      secondPerson: ['yes'],
      outcomes: ['yes', { id: 'no', alone: true }],
    },
    { id: 'after-yes', when: 'sign:yes' },
    { id: 'after-no', when: 'sign:no' },
  ]);

  it('is shown to wait for the second of them, and no longer once that one confirmed', () => {
    const run = drive(definition);
    const shown = () => explain(definition, run.state)[0];
    expect(shown()).not.toHaveProperty('unseconded');
    run.answer('sign', 'yes', { role: 'office' });
    expect(shown()).toMatchObject({ signed: ['office'], unsigned: ['other'] });
    expect(shown()?.unseconded).toEqual(['office']);
    run.answer('sign', 'yes', { role: 'office' });
    expect(shown()).toMatchObject({ status: 'open', signed: ['office'] });
    expect(shown()).not.toHaveProperty('unseconded');
  });

  it('is nobody’s any more while the signers disagree, and says so', () => {
    const run = drive(tiny([{ id: 'sign', by: ['office', 'other'], outcomes: ['yes', 'later'] }]));
    const shown = () => explain(run.definition, run.state)[0];
    run.answer('sign', 'yes', { role: 'office' });
    expect(shown()).not.toHaveProperty('disagree');
    run.answer('sign', 'later', { role: 'other' });
    expect(shown()).toMatchObject({ signed: [], unsigned: ['office', 'other'], disagree: true });
  });

  it('is foreseen as given by both, and one that takes one person as given once', () => {
    const run = drive(definition);
    expect(prospects(definition, run.state, run.at)).toEqual([
      { step: 'sign', outcome: 'yes', opens: ['after-yes'], withdraws: [] },
      { step: 'sign', outcome: 'no', opens: ['after-no'], withdraws: [] },
    ]);
  });
});

describe('what a step waits for', () => {
  const waits = (when: Condition) => {
    const definition = tiny([
      { id: 'first', outcomes: ['yes', 'no'] },
      { id: 'other', outcomes: ['yes', 'no'] },
      { id: 'later', when },
    ]);
    return explain(definition, drive(definition).state)[2]!.waitsFor;
  };

  it('is one list where parts of the same kind stand within each other', () => {
    const both: Condition = { all: ['first:yes', 'other:yes'] };
    const either: Condition = { any: ['first:yes', 'other:yes'] };
    expect(waits({ all: [both, 'first:no'] })).toEqual({
      of: 'all',
      parts: ['first:yes', 'other:yes', 'first:no'],
    });
    expect(waits({ any: [either, 'first:no'] })).toEqual({
      of: 'any',
      parts: ['first:yes', 'other:yes', 'first:no'],
    });
    expect(waits({ all: [either, 'first:no'] })).toEqual({
      of: 'all',
      parts: [{ of: 'any', parts: ['first:yes', 'other:yes'] }, 'first:no'],
    });
  });

  it('names each thing once however often it is in the way', () => {
    const unmet = waits({
      all: [{ any: ['first:yes', 'other:yes'] }, { any: ['first:yes', 'first:no'] }],
    });
    expect(unmetAtoms(unmet)).toEqual(['first:yes', 'other:yes', 'first:no']);
    expect(unmetAtoms('first:yes')).toEqual(['first:yes']);
    expect(unmetAtoms(undefined)).toEqual([]);
  });
});

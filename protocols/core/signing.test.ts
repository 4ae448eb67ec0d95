import { describe, expect, it } from 'vitest';
import { drive, HOUR } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';

const twoSigners = () =>
  drive(
    tiny([
      {
        id: 'sign',
        by: ['office', 'other'],
        outcomes: ['yes', 'later', { id: 'no', alone: true }, { id: 'seen', keepsOpen: true }],
      },
      { id: 'after-yes', when: 'sign:yes' },
      { id: 'after-seen', when: 'sign:seen' },
    ]),
  );

describe('several signers', () => {
  it('close a step only when all chose the same outcome', () => {
    const run = twoSigners();
    run.answer('sign', 'yes', { role: 'office' });
    expect(run.effects).toContainEqual({
      type: 'step-signed',
      step: 'sign',
      opening: 1,
      role: 'office',
      outcome: 'yes',
    });
    expect(run.open()).toEqual(['sign']);
    run.answer('sign', 'yes', { role: 'other' });
    expect(run.open()).toEqual(['after-yes']);
  });

  it('leave it open while they disagree, and may come round', () => {
    const run = twoSigners();
    run.answer('sign', 'yes', { role: 'office' });
    run.answer('sign', 'later', { role: 'other' });
    expect(run.open()).toEqual(['sign']);
    run.answer('sign', 'yes', { role: 'other' });
    expect(run.open()).toEqual(['after-yes']);
  });

  it('cannot sign twice with the same outcome, nor for each other', () => {
    const run = twoSigners();
    run.answer('sign', 'yes', { role: 'office' });
    const act = { type: 'step-completed', at: run.at, step: 'sign', opening: 1 } as const;
    expect(run.try({ ...act, outcome: 'yes', role: 'office' })).toMatchObject({
      refusal: { code: 'already-signed' },
    });
    expect(run.try({ ...act, outcome: 'yes', role: 'stranger' })).toMatchObject({
      refusal: { code: 'not-responsible' },
    });
  });

  it('may refuse alone where the outcome says so', () => {
    const run = twoSigners();
    run.answer('sign', 'yes', { role: 'office' });
    run.answer('sign', 'no', { role: 'other' });
    expect(run.step('sign')).toMatchObject({ outcome: 'no' });
    expect(run.open()).toEqual([]);
  });

  it('start from nothing when the step opens again', () => {
    const run = drive(
      tiny([
        {
          id: 'sign',
          by: ['office', 'other'],
          when: { any: ['start', 'sign:no'] },
          outcomes: ['yes', { id: 'no', alone: true }],
        },
      ]),
    );
    run.answer('sign', 'yes', { role: 'office' });
    run.answer('sign', 'no', { role: 'other' });
    expect(run.step('sign')?.open).toMatchObject({ opening: 2 });
    expect(run.step('sign')?.open?.signatures).toBeUndefined();
  });

  it('are reminded only while they have not signed', () => {
    const run = drive(
      tiny([{ id: 'sign', by: ['office', 'other'], outcomes: ['yes'], deadline: {} }]),
    );
    run.answer('sign', 'yes', { role: 'office' });
    run.wait(5 * HOUR);
    const told = run.effects.filter((effect) => effect.type === 'notice');
    expect(told.map((notice) => notice.role)).toEqual(['other']);
  });
});

describe('one signer', () => {
  it('closes a step without a signature of its own: the answer is the signature', () => {
    const run = drive(tiny([{ id: 'work' }]));
    run.answer('work', 'done');
    expect(run.effects).toEqual([
      { type: 'step-closed', step: 'work', opening: 1, outcome: 'done' },
    ]);
  });
});

describe('an interim outcome', () => {
  it('is recorded and takes effect while the step stays open with its clock', () => {
    const run = twoSigners();
    run.answer('sign', 'seen');
    expect(run.open()).toEqual(['sign', 'after-seen']);
    run.answer('after-seen', 'done');
    run.answer('sign', 'seen');
    expect(run.step('after-seen')?.open?.opening).toBe(2);
    run.answer('sign', 'yes');
    expect(run.open()).toContain('after-yes');
  });
});

describe('an answer that needs a second person', () => {
  const seconded = (more: object = {}) =>
    drive(
      tiny([
        {
          id: 'tell',
          secondPerson: ['told'],
          outcomes: ['told', 'not-told'],
          deadline: {},
          ...more,
        },
        { id: 'after', when: 'tell:told' },
      ]),
    );
  const completion = (run: ReturnType<typeof seconded>, outcome: string, role = 'office') =>
    ({ type: 'step-completed', at: run.at, step: 'tell', opening: 1, outcome, role }) as const;

  it('does nothing until it is given a second time', () => {
    const run = seconded();
    run.do(completion(run, 'told'));
    expect(run.open()).toEqual(['tell']);
    expect(run.effects[0]).toMatchObject({ type: 'step-signed', awaitsSecond: true });
    run.do(completion(run, 'told'));
    expect(run.open()).toEqual(['after']);
    expect(run.try(completion(run, 'told'))).toMatchObject({ ok: false });
  });

  it('is told to the institution and its supervisor, who can be that person', () => {
    const run = seconded();
    run.do(completion(run, 'told'));
    const told = run.effects.filter((effect) => effect.type === 'notice');
    expect(told.map(({ kind, level, role }) => [kind, level, role])).toEqual([
      ['second-needed', 'institution', 'office'],
      ['second-needed', 'supervisor', 'office'],
    ]);
    run.wait(5 * HOUR);
    expect(run.effects.some((effect) => effect.type === 'notice' && effect.role === 'office')).toBe(
      true,
    );
  });

  it('is replaced by another answer, which needs none', () => {
    const run = seconded();
    run.do(completion(run, 'told'));
    run.do(completion(run, 'not-told'));
    expect(run.step('tell')).toMatchObject({ outcome: 'not-told' });
    expect(run.open()).toEqual([]);
  });

  it('of several institutions is given once more by the first of them, after all signed', () => {
    const run = seconded({ by: ['office', 'other'] });
    run.do(completion(run, 'told', 'office'));
    run.do(completion(run, 'told', 'other'));
    expect(run.open()).toEqual(['tell']);
    expect(run.try(completion(run, 'told', 'other'))).toMatchObject({
      refusal: { code: 'already-signed' },
    });
    run.do(completion(run, 'told', 'office'));
    expect(run.open()).toEqual(['after']);
  });

  it('that stands alone is given twice by the institution that gives it, whichever that is', () => {
    const run = seconded({
      by: ['office', 'other'],
      outcomes: ['not-told', { id: 'told', alone: true }],
    });
    run.do(completion(run, 'told', 'other'));
    expect(run.effects[0]).toMatchObject({ type: 'step-signed', awaitsSecond: true });
    expect(run.open()).toEqual(['tell']);
    run.do(completion(run, 'told', 'other'));
    expect(run.open()).toEqual(['after']);
  });
});

describe('signers who disagree', () => {
  const disagreeing = () => {
    const run = drive(
      tiny([
        { id: 'sign', by: ['office', 'other'], outcomes: ['yes', 'later'], deadline: {} },
        { id: 'after', when: 'sign:yes' },
      ]),
    );
    run.answer('sign', 'yes', { role: 'office' });
    run.answer('sign', 'later', { role: 'other' });
    return run;
  };
  const told = ({ effects }: ReturnType<typeof disagreeing>) =>
    effects.flatMap((effect) =>
      effect.type === 'notice' ? [`${effect.kind} ${effect.role}`] : [],
    );

  it('are both reminded, for either can come round and nobody else can', () => {
    const run = disagreeing();
    run.wait(5 * HOUR);
    expect(told(run)).toEqual(['nearly-due office', 'nearly-due other']);
    run.wait(5 * HOUR);
    expect(told(run)).toEqual([
      'overdue office',
      'overdue other',
      'overdue office',
      'overdue other',
    ]);
  });

  it('are both reminded by whoever leads the run', () => {
    const run = disagreeing();
    run.do({ type: 'step-nudged', step: 'sign', opening: 1, at: run.at });
    expect(told(run)).toEqual(['nearly-due office', 'nearly-due other']);
  });

  it('leave the step to the institution that takes over from one of them, which is told', () => {
    const run = disagreeing();
    const binding = { institution: 'invented-next', country: 'PA', timeZone: 'America/Panama' };
    run.do({ type: 'role-reassigned', role: 'other', binding, at: run.at });
    expect(told(run)).toEqual(['reassigned other', 'withdrawn other']);
  });
});

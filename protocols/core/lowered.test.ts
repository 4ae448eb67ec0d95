import { describe, expect, it } from 'vitest';
import { bindAll, DAY, drive, HOUR } from '../../test/fixtures/drive.js';
import { type TinyStep, tiny } from '../../test/fixtures/tiny.js';
import type { Definition } from '../language/definition.js';
import type { Act } from './acts.js';
import { apply } from './apply.js';
import { carried } from './lowered.js';

const words = { es: 'Inventado', en: 'Invented' };
const role = (id: string, kind: string, side: 'sending' | 'receiving' | 'either') => ({
  id,
  kind,
  side,
  title: words,
});

const watched: Definition = tiny(
  [
    {
      id: 'age',
      by: 'care',
      secondPerson: ['adult'],
      deadline: { length: 2, unit: 'hours', silence: 'L3', lapse: 'child' },
      outcomes: [
        { id: 'adult', lowers: true, assigns: { isMinor: false } },
        { id: 'child', assigns: { isMinor: true } },
      ],
    },
    { id: 'plan', when: 'start', outcomes: [{ id: 'planned', keepsOpen: true }, 'done'] },
  ],
  {
    roles: [
      role('office', 'OFF', 'sending'),
      role('care', 'CPA', 'sending'),
      role('care-at-home', 'CPA', 'receiving'),
      role('counsel', 'LEGAL', 'either'),
      role('border', 'MIG', 'sending'),
      role('watch', 'MON', 'either'),
    ],
    monitor: 'watch',
    attributes: [{ id: 'isMinor', type: 'boolean', initially: true, title: words }],
    minorWhen: { attribute: 'isMinor', is: true },
    dates: [{ id: 'departure', title: words }],
  },
);

const told = (run: ReturnType<typeof drive>) =>
  run.effects.flatMap((effect) =>
    effect.type === 'notice' && effect.kind.startsWith('lowered')
      ? [[effect.kind, effect.role, effect.level]]
      : [],
  );
const everybody = (kind: string) => [
  [kind, 'office', 'lead-technical'],
  [kind, 'watch', 'monitor'],
  [kind, 'care', 'institution'],
  [kind, 'counsel', 'institution'],
];

describe('an answer that lowers protection', () => {
  const adult = (run: ReturnType<typeof drive>) =>
    run.do({
      type: 'step-completed',
      at: run.at,
      step: 'age',
      opening: 1,
      outcome: 'adult',
      role: 'care',
    });

  it('is told once two people gave it, to who leads, monitors, defends and cares for the child', () => {
    const run = drive(watched);
    adult(run);
    expect([told(run), run.state.lowered, run.state.attributes.isMinor]).toEqual([
      [],
      undefined,
      true,
    ]);
    adult(run);
    expect(told(run)).toEqual(everybody('lowered'));
    expect(run.state.lowered).toMatchObject({ step: 'age', outcome: 'adult', ofChild: true });
    run.answer('plan', 'planned');
    expect(told(run)).toEqual([]);
  });

  it('of one person lapses into what protects', () => {
    const run = drive(watched);
    adult(run);
    run.wait(3 * HOUR);
    expect(run.step('age')).toMatchObject({ outcome: 'child' });
    expect([run.state.attributes.isMinor, run.state.lowered]).toEqual([true, undefined]);
  });

  it.each([
    ['72 hours', 3 * DAY, true],
    ['more than 72 hours', 3 * DAY + 1, false],
    ['the very instant', 0, true],
    ['the hour after a departure that is over', -HOUR, false],
  ])('with a departure planned in %s', (_, ahead, isSoon) => {
    const run = drive(watched);
    run.answer('plan', 'planned', { dates: { departure: run.at + ahead } });
    run.answer('age', 'adult');
    expect(told(run)).toEqual(everybody(isSoon ? 'lowered-soon' : 'lowered'));
    expect(run.state.lowered?.soon).toBe(isSoon ? true : undefined);
  });

  it('is told again when a departure is planned afterwards for the next 72 hours, and only once', () => {
    const run = drive(watched);
    run.answer('age', 'adult');
    run.answer('plan', 'planned', { dates: { departure: run.at + 9 * DAY } });
    expect(told(run)).toEqual([]);
    run.answer('plan', 'planned', { dates: { departure: run.at + 2 * DAY } });
    expect(told(run)).toEqual(everybody('lowered-soon'));
    run.answer('plan', 'planned', { dates: { departure: run.at + DAY } });
    expect(told(run)).toEqual([]);
  });

  it('of an adult is no matter of child protection', () => {
    const run = drive({ ...watched, minorWhen: { attribute: 'isMinor', is: false } });
    run.answer('age', 'adult');
    expect(told(run).map(([, to]) => to)).toEqual(['office', 'watch', 'counsel']);
  });

  it('goes with the person into the run that carries on, where a departure soon after it is told', () => {
    const run = drive(watched);
    run.answer('age', 'adult');
    const reroute = {
      fromRun: 'r-invented',
      fromSeq: run.state.seq,
      fromProtocol: 'tiny',
      fromVersion: 1,
      fromStep: 'age',
      trigger: 'adult',
      toProtocol: 'tiny',
      entryStep: 'plan',
      decidedBy: 'invented-care',
      cleared: [],
      lowered: carried(run.state.lowered!),
    };
    const bindings = bindAll(watched);
    const start: Act = { type: 'run-started', at: run.at, bindings, reroute };
    const begun = apply(watched, undefined, start);
    if (!begun.ok) throw new Error(begun.refusal.code);
    const planned = apply(watched, begun.state, {
      type: 'step-completed',
      at: run.at + HOUR,
      step: 'plan',
      opening: 1,
      outcome: 'planned',
      role: 'office',
      dates: { departure: run.at + DAY },
    });
    if (!planned.ok) throw new Error(planned.refusal.code);
    const notices = planned.effects.filter(({ type }) => type === 'notice');
    expect(notices).toContainEqual({
      type: 'notice',
      kind: 'lowered-soon',
      role: 'watch',
      level: 'monitor',
    });
  });

  it('is told with the step it was given in', () => {
    const run = drive(watched);
    run.answer('age', 'adult');
    expect(run.effects.filter(({ type }) => type === 'notice')[0]).toEqual({
      type: 'notice',
      kind: 'lowered',
      role: 'office',
      level: 'lead-technical',
      step: 'age',
      opening: 1,
    });
  });

  it('is told once to whoever watches in two ways, and to no role nobody fills', () => {
    const [, ...others] = watched.roles;
    const roles = [role('office', 'LEGAL', 'sending'), ...others].map((one) =>
      one.id === 'watch' ? { ...one, kind: 'LEGAL', optional: true as const } : one,
    );
    const run = drive({ ...watched, roles });
    run.answer('age', 'adult');
    expect(told(run)).toEqual(everybody('lowered'));
    const unwatched = drive({ ...watched, roles }, { without: ['watch'] });
    unwatched.answer('age', 'adult');
    expect(told(unwatched)).toEqual(everybody('lowered').filter(([, to]) => to !== 'watch'));
  });

  it('is told where nobody monitors', () => {
    const { monitor: _, ...unmonitored } = watched;
    const run = drive(unmonitored);
    run.answer('age', 'adult');
    expect(told(run)).toEqual(everybody('lowered').filter(([, to]) => to !== 'watch'));
  });

  it('and leaves its step open is told all the same', () => {
    const [, ...others] = watched.steps;
    const age: TinyStep = {
      id: 'age',
      by: 'care',
      secondPerson: ['adult'],
      outcomes: [{ id: 'adult', lowers: true, keepsOpen: true, assigns: { isMinor: false } }],
    };
    const run = drive({ ...watched, steps: [tiny([age]).steps[0]!, ...others] });
    run.answer('age', 'adult');
    expect(told(run)).toEqual(everybody('lowered'));
    expect(run.state.lowered).toMatchObject({ outcome: 'adult', ofChild: true });
  });

  describe('after one that found a child to be an adult', () => {
    const capacity: TinyStep = {
      id: 'capacity',
      by: 'counsel',
      secondPerson: ['capable'],
      outcomes: [{ id: 'capable', lowers: true }],
    };
    const twice = { ...watched, steps: [...watched.steps, tiny([capacity]).steps[0]!] };

    it.each([
      ['hides no departure from whoever cares for the child within 72 hours', 3 * DAY, true],
      ['is no matter of child protection later', 3 * DAY + 1, false],
    ])('%s', (_, later, isTold) => {
      const run = drive(twice);
      run.answer('age', 'adult');
      run.goTo(run.at + later);
      run.answer('capacity', 'capable');
      run.answer('plan', 'planned', { dates: { departure: run.at } });
      const watching = everybody('lowered-soon').filter(([, to]) => isTold || to !== 'care');
      expect(told(run)).toEqual(watching);
    });
  });
});

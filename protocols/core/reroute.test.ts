import { describe, expect, it } from 'vitest';
import { bindAll, drive, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import { firstPath, secondPath } from '../../test/fixtures/two-protocols.js';
import type { Definition } from '../language/definition.js';
import { applyVariant } from '../language/variant/apply.js';
import type { Act, Reroute } from './acts.js';
import { type Applied, apply } from './apply.js';
import { fold } from './fold.js';
import { inheritBindings } from './inherit-bindings.js';
import { startOfContinued, withContinuation } from './reroute.js';

const NOBODY = { isActive: () => true, stateOf: () => undefined, findAll: () => [] };

type Start = Extract<Act, { type: 'run-started' }>;

/** Plays `last` in a run of the first protocol and gives the acts with which the second begins. */
function carryOn(run: ReturnType<typeof drive>, last: () => void, target: Definition = secondPath) {
  const before = run.state;
  last();
  const ended = {
    runId: 'old-run',
    definition: run.definition,
    before,
    after: run.state,
    act: run.acts.at(-1)!,
    effects: run.effects,
    decidedBy: 'invented-office',
  };
  const bindings = inheritBindings(
    { definition: run.definition, state: run.state },
    target,
    NOBODY,
  );
  const acts = startOfContinued(ended, target, bindings);
  const [start] = acts as [Start];
  return { acts, start, state: fold(target, acts)! };
}

describe('the record', () => {
  it('names the step, the outcome, the act and who decided', () => {
    const run = drive(firstPath);
    run.answer('look', 'ready');
    const { start } = carryOn(run, () => run.answer('look', 'other-path'));
    expect(start.reroute).toEqual({
      fromRun: 'old-run',
      fromSeq: 3,
      fromProtocol: 'first-path',
      fromVersion: 1,
      fromStep: 'look',
      trigger: 'other-path',
      toProtocol: 'second-path',
      entryStep: 'middle',
      decidedBy: 'invented-office',
      cleared: ['noStop', 'ready'],
    });
  });

  it('names an event, and says when nobody decided', () => {
    const reported = drive(firstPath);
    const { start } = carryOn(reported, () => reported.report('moved'));
    expect(start.reroute).toMatchObject({ fromStep: 'event:moved', trigger: 'moved' });
    const silent = drive(firstPath);
    silent.report('referred');
    const moved = carryOn(silent, () => silent.wait(0));
    expect(moved.start.reroute).toMatchObject({
      fromStep: 'referral',
      trigger: 'moves',
      bySilence: true,
    });
  });
});

describe('the run that carries on', () => {
  it('begins at its entry and knows no fact of the old one but those it starts with', () => {
    const run = drive(firstPath);
    run.answer('look', 'ready');
    const { state } = carryOn(run, () => run.report('moved'));
    expect(run.state.facts.ready).toBeDefined();
    expect(state.facts.ready).toBeUndefined();
    expect(state.attributes.entry).toBe('middle');
    expect(state.steps.middle?.open).toBeDefined();
    expect(state.steps.begin?.open).toBeUndefined();
    expect(state.origin).toEqual({ run: 'old-run', seq: 3, protocol: 'first-path' });
  });

  it('is still stopped by what had stopped the old one, and its own step ends that', () => {
    const run = drive(firstPath);
    run.report('stop');
    const { acts, state } = carryOn(run, () => run.answer('look', 'other-path'));
    expect(acts.slice(1)).toEqual([
      expect.objectContaining({ event: 'stop', role: 'system', carried: true }),
    ]);
    expect(state.facts.noStop).toBeUndefined();
    expect(state.steps.unstop?.open).toBeDefined();
  });

  it('is still stopped when it was an answer that stopped the old one, not a report', () => {
    const [look] = firstPath.steps;
    const answered: Definition = {
      ...firstPath,
      steps: firstPath.steps.map((step) =>
        step === look
          ? {
              ...step,
              outcomes: [
                ...step.outcomes,
                { id: 'found', title: step.title, keepsOpen: true, clears: ['noStop'] },
              ],
            }
          : step,
      ),
    };
    const run = drive(answered);
    run.answer('look', 'found');
    expect(run.state.facts.noStop).toBeUndefined();
    const { acts, state } = carryOn(run, () => run.answer('look', 'other-path'));
    expect(acts.slice(1)).toEqual([
      expect.objectContaining({ event: 'stop', role: 'system', carried: true }),
    ]);
    expect(state.facts.noStop).toBeUndefined();
    expect(state.steps.unstop?.open).toBeDefined();
  });

  it('is stopped by the report that says the least, where several could', () => {
    const target: Definition = {
      ...secondPath,
      facts: [...secondPath.facts, fact('also', true)],
      events: [event('all-off', { clears: ['noStop', 'also'] }), ...secondPath.events],
    };
    const [look] = firstPath.steps;
    const answered: Definition = {
      ...firstPath,
      steps: firstPath.steps.map((step) =>
        step === look ? { ...step, clearsAtOpening: ['noStop'] } : step,
      ),
    };
    const run = drive(answered);
    const { acts, state } = carryOn(run, () => run.answer('look', 'other-path'), target);
    expect(acts.slice(1)).toEqual([expect.objectContaining({ event: 'stop' })]);
    expect(state.facts.also).toBeDefined();
  });

  it('is not stopped by what was settled before', () => {
    const settled: Definition = {
      ...firstPath,
      events: [...firstPath.events, { ...firstPath.events[1]!, id: 'settled', sets: ['noStop'] }],
    };
    const run = drive(settled);
    run.report('stop');
    run.report('settled');
    const { acts } = carryOn(run, () => run.answer('look', 'other-path'));
    expect(acts).toHaveLength(1);
  });

  it('begins where it begins when it has no such entry, rather than not at all', () => {
    const run = drive(firstPath);
    const without = { ...secondPath, attributes: [], facts: [fact('noStop', true)] };
    const steps = without.steps.map((step) => ({ ...step, when: 'start' as const }));
    const { start, state } = carryOn(run, () => run.report('moved'), { ...without, steps });
    expect(start.assigns).toBeUndefined();
    expect(state.steps.begin?.open).toBeDefined();
  });

  it('is begun at the entry its own attribute of that name knows, whatever other codes it has', () => {
    const code = (id: string, option: string) => ({
      id,
      title: { es: 'Inventado', en: 'Invented' },
      type: 'code' as const,
      options: [{ id: option, title: { es: 'Inventado', en: 'Invented' } }],
    });
    const [entry] = secondPath.attributes;
    const known = { ...secondPath, attributes: [code('colour', 'red'), entry!] };
    const first = drive(firstPath);
    expect(carryOn(first, () => first.report('moved'), known).start.assigns).toEqual({
      entry: 'middle',
    });
    for (const attributes of [
      [code('entry', 'begin'), code('colour', 'middle')],
      [{ ...code('entry', 'x'), options: undefined } as never],
    ]) {
      const run = drive(firstPath);
      const target = { ...secondPath, attributes };
      expect(carryOn(run, () => run.report('moved'), target).start.assigns).toBeUndefined();
    }
  });

  it('knows the register the old one knew, and is under the pack of its own protocol', () => {
    const register = { upTo: 4, days: {}, agreements: {}, closures: {}, relations: [] };
    const run = drive(firstPath, { register });
    const { start, state } = carryOn(
      run,
      () => run.report('moved'),
      applyVariant(secondPath, tinyPack()),
    );
    expect(start.register).toEqual(register);
    expect(start.pack).toEqual({ id: 'tiny-corridor', version: 1 });
    expect(state.pack).toBe('tiny-corridor@1');
    const plain = drive(firstPath);
    const without = carryOn(plain, () => plain.report('moved')).start;
    for (const key of ['pack', 'register', 'family']) expect(without).not.toHaveProperty(key);
  });

  it('stays closed to the State of origin, and keeps what lowered the protection of the person', () => {
    const [look, ...others] = firstPath.steps;
    const lowering = { id: 'lower', title: look!.title, lowers: true, clears: [] } as const;
    const doubt = { ...others[0]!, id: 'doubt', by: 'office', when: 'start', deadline: undefined };
    const definition = {
      ...firstPath,
      steps: [look!, ...others, { ...doubt, outcomes: [lowering], secondPerson: ['lower'] }],
    } as Definition;
    const run = drive(definition);
    run.answer('doubt', 'lower');
    const { lowered } = run.state;
    expect(lowered).toBeDefined();
    run.do({ type: 'origin-stopped', role: 'office', reason: 'asked', at: run.at });
    const { state } = carryOn(run, () => run.report('moved'));
    expect(state.originStop).toEqual(run.state.originStop);
    expect(state.lowered).toMatchObject({ at: lowered!.at, outcome: 'lower' });
  });

  it('begins also for somebody of a family where the protocol links none', () => {
    const family = { unit: 'u', member: 'm', others: {} };
    const linking = { ...firstPath, family: {} } as Definition;
    const run = drive(linking);
    run.do({ type: 'family-joined', at: run.at, ...family });
    const { start, state } = carryOn(run, () => run.report('moved'));
    expect(start).not.toHaveProperty('family');
    expect(state.steps.middle?.open).toBeDefined();
    const linked = drive(linking);
    linked.do({ type: 'family-joined', at: linked.at, ...family });
    const target = { ...secondPath, family: {} } as Definition;
    expect(carryOn(linked, () => linked.report('moved'), target).start.family).toEqual(family);
  });

  it('is stopped by a report that gives nothing besides, where an answer had stopped the old one', () => {
    const target: Definition = {
      ...secondPath,
      facts: [...secondPath.facts, fact('readied'), fact('also', true)],
      events: [
        event('stop-and-ready', { clears: ['noStop'], sets: ['readied'] }),
        event('stop-and-begin', { clears: ['noStop'], assigns: { entry: 'begin' } }),
        event('stop-more', { clears: ['noStop', 'also'] }),
      ],
    };
    const answered: Definition = {
      ...firstPath,
      steps: firstPath.steps.map((step) =>
        step.id === 'look' ? { ...step, clearsAtOpening: ['noStop'] } : step,
      ),
    };
    const run = drive(answered);
    const { acts, state } = carryOn(run, () => run.answer('look', 'other-path'), target);
    expect(acts.slice(1)).toEqual([expect.objectContaining({ event: 'stop-more' })]);
    expect(state.facts.readied).toBeUndefined();
  });

  it('is not stopped by what only one of the two protocols starts with', () => {
    const stopOf = (from: Definition, to: Definition) => {
      const run = drive(from);
      run.report('stop');
      return carryOn(run, () => run.answer('look', 'other-path'), to).acts.length - 1;
    };
    const later = (definition: Definition): Definition => ({
      ...definition,
      facts: definition.facts.map(({ initially: _, ...one }) => one),
    });
    expect(stopOf(firstPath, secondPath)).toBe(1);
    expect(stopOf(firstPath, later(secondPath))).toBe(0);
    const other = { ...firstPath, facts: [...later(firstPath).facts, fact('elsewhere', true)] };
    expect(stopOf(other, secondPath)).toBe(0);
  });

  it('is told only what was reported, stops what it stops, and is not ended by it', () => {
    const secondWith = (...events: Definition['events']): Definition => ({
      ...secondPath,
      events: [...events, ...secondPath.events],
    });
    const told = (target: Definition) => {
      const run = drive(firstPath);
      run.report('stop');
      run.report('referred');
      const { acts } = carryOn(run, () => run.answer('look', 'other-path'), target);
      return acts.slice(1).map((act) => (act as { event: string }).event);
    };
    expect(told(secondWith(event('never', { clears: ['noStop'] })))).toEqual(['stop']);
    expect(told(secondWith(event('referred')))).toEqual(['stop']);
    expect(told(secondWith(event('referred', { clears: ['ready'] })))).toEqual(['stop']);
    expect(told(secondWith(event('referred', { clears: ['noStop'], ends: 'over' })))).toEqual([
      'stop',
    ]);
    expect(told(secondWith(event('referred', { clears: ['noStop'], while: 'ready' })))).toEqual([
      'stop',
    ]);
    expect(told(secondWith(event('referred', { clears: ['noStop'] })))).toEqual(['referred']);
  });

  it('does not begin without a lead', () => {
    const run = drive(firstPath);
    const { acts } = { acts: lone(run) };
    expect(acts).toEqual([]);
  });
});

function lone(run: ReturnType<typeof drive>): Act[] {
  const before = run.state;
  run.report('moved');
  const act = run.acts.at(-1)!;
  const { definition, effects } = run;
  const of = { runId: 'r', definition, before, after: run.state, act, effects, decidedBy: 'x' };
  return startOfContinued(of, secondPath, {});
}

describe('going back', () => {
  const both = { protocol: 'second-path', entry: 'middle' };
  const definition: Definition = {
    ...firstPath,
    events: firstPath.events.map((event) =>
      event.id === 'moved'
        ? { ...event, continues: { ...both, back: { protocol: 'hidden-path', entry: 'shelter' } } }
        : event,
    ),
  };
  const from = (fromProtocol: string): Reroute => ({
    fromRun: 'old-run',
    fromSeq: 1,
    fromProtocol,
    fromVersion: 1,
    fromStep: 'x',
    trigger: 'y',
    toProtocol: 'first-path',
    entryStep: 'z',
    decidedBy: 'invented',
    cleared: [],
  });
  const end = (reroute?: Reroute) => {
    const start: Act = {
      type: 'run-started',
      at: MONDAY,
      bindings: bindAll(definition),
      ...(reroute ? { reroute } : {}),
    };
    const moved: Act = { type: 'event-reported', at: MONDAY, event: 'moved', role: 'office' };
    return fold(definition, [start, moved])?.ending?.continues;
  };

  it('leads to where a person came from, and everybody else onward', () => {
    expect(end(from('hidden-path'))).toEqual({ protocol: 'hidden-path', entry: 'shelter' });
    expect(end(from('another-path'))).toEqual(both);
    expect(end()).toEqual(both);
  });
});

describe('roles', () => {
  const state = (without: string[] = []) => drive(firstPath, { without }).state;
  const inherit = (at = state(), directory: Partial<typeof NOBODY> & object = {}) =>
    inheritBindings({ definition: firstPath, state: at }, secondPath, { ...NOBODY, ...directory });

  it('are taken over by name, then by kind and side', () => {
    const bindings = inherit();
    expect(bindings.other?.institution).toBe('invented-other');
    expect(bindings.doctor?.institution).toBe('invented-clinic');
    expect(bindings.head?.institution).toBe('invented-office');
    expect(bindings.school).toBeUndefined();
  });

  it('go to the only institution of the kind in that State, never to one of several', () => {
    const school = {
      institution: 'invented-school',
      country: 'HN',
      timeZone: 'America/Tegucigalpa',
    };
    const asked: string[] = [];
    const one = inherit(state(), {
      findAll: ((kind: string, country: string) => {
        asked.push(`${kind} ${country}`);
        return kind === 'EDU' ? [school] : [];
      }) as never,
    });
    expect(one.school).toEqual(school);
    expect(asked).toContain('EDU HN');
    const two = inherit(state(), {
      findAll: (() => [school, { ...school, institution: 'another' }]) as never,
    });
    expect(two.school).toBeUndefined();
  });

  it('do not stay with an institution that is no longer active, but the lead always has somebody', () => {
    const bindings = inherit(state(), { isActive: () => false });
    expect(Object.keys(bindings)).toEqual(['head']);
  });

  it('may be vacant only where a run is carried on, and then the lead is told once', () => {
    const run = drive(firstPath);
    const { start } = carryOn(run, () => run.report('moved'));
    const again = apply(secondPath, undefined, start) as Extract<Applied, { ok: true }>;
    const told = again.effects.filter(
      (effect) => effect.type === 'notice' && effect.kind === 'vacant',
    );
    expect(told).toEqual([
      { type: 'notice', kind: 'vacant', role: 'head', level: 'lead-technical' },
    ]);
    const { reroute: _, ...plain } = start;
    expect(apply(secondPath, undefined, plain)).toMatchObject({
      ok: false,
      refusal: { code: 'role-unbound' },
    });
  });
});

describe('the run that ended', () => {
  const move = (continuation: object) => {
    const run = drive(firstPath);
    const act: Act = {
      type: 'event-reported',
      at: run.at,
      event: 'moved',
      role: 'office',
      continuation,
    };
    run.do(act);
    return run;
  };

  it('is told by the very act that ended it', () => {
    const act: Act = { type: 'event-reported', at: MONDAY, event: 'moved', role: 'office' };
    expect(withContinuation(act, { run: 'new-run' })).toEqual({
      ...act,
      continuation: { run: 'new-run' },
    });
  });

  it('knows which run carries on', () => {
    const run = move({ run: 'new-run' });
    expect(run.state.ending?.continues).toEqual({
      protocol: 'second-path',
      entry: 'middle',
      run: 'new-run',
    });
    expect(
      run.effects.some((effect) => effect.type === 'notice' && effect.kind === 'unclaimed'),
    ).toBe(false);
  });

  it('tells its lead when none does', () => {
    const run = move({});
    expect(run.state.ending?.continues).toEqual({ protocol: 'second-path', entry: 'middle' });
    expect(run.effects).toContainEqual({
      type: 'notice',
      kind: 'unclaimed',
      role: 'office',
      level: 'lead-technical',
    });
  });
});

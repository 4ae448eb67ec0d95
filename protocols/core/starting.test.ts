import { describe, expect, it } from 'vitest';
import { bindAll, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { Definition } from '../language/definition.js';
import { applyVariant } from '../language/variant/apply.js';
import type { Act } from './acts.js';
import { apply } from './apply.js';
import { compile } from './compiled.js';

const words = { es: 'Inventado', en: 'Invented' };
type Start = Extract<Act, { type: 'run-started' }>;

const start = (definition: Definition, more: Partial<Start> = {}) =>
  apply(definition, undefined, {
    type: 'run-started',
    at: MONDAY,
    bindings: bindAll(definition),
    ...more,
  });

describe('a run that begins', () => {
  const definition = tiny(
    [
      { id: 'work', when: 'event:begin' },
      { id: 'sure', when: 'known' },
    ],
    {
      facts: [fact('known', true), fact('unknown')],
      attributes: [
        { id: 'route', type: 'code', title: words, options: [{ id: 'road', title: words }] },
        { id: 'size', type: 'number', title: words, initially: 3 },
        { id: 'isOld', type: 'boolean', title: words },
      ],
      dates: [{ id: 'trip', title: words }],
      events: [event('begin')],
    },
  );

  it('knows what it was started with, what its protocol says, and nothing else', () => {
    const applied = start(definition, {
      assigns: { route: 'road' },
      dates: { trip: MONDAY + HOUR },
      refers: { point: 'invented-point' },
    });
    if (!applied.ok) throw new Error(applied.refusal.code);
    expect(applied.state).toStrictEqual({
      v: 1,
      seq: 1,
      tick: 2,
      startedAt: MONDAY,
      lastAt: MONDAY,
      bindings: bindAll(definition),
      attributes: { route: 'road', size: 3 },
      dates: { trip: MONDAY + HOUR },
      refers: { point: 'invented-point' },
      facts: { known: {} },
      established: { start: { tick: 1, at: MONDAY }, known: { tick: 2, at: MONDAY } },
      steps: {
        sure: {
          openings: 1,
          considered: 2,
          wasTrue: true,
          open: { opening: 1, openedAt: MONDAY },
        },
      },
      acknowledgements: {},
    });
    expect(applied.effects).toStrictEqual([
      { type: 'step-opened', step: 'sure', opening: 1, roles: ['office'] },
      {
        type: 'notice',
        kind: 'opened',
        role: 'office',
        level: 'institution',
        step: 'sure',
        opening: 1,
      },
    ]);
  });

  it('knows no codes from outside before an act brings one, and then the latest of each', () => {
    const run = drive(definition);
    run.report('begin');
    expect(run.state).not.toHaveProperty('refers');
    run.report('begin', { refers: { point: 'one', operation: 'bus' } });
    run.report('begin', { refers: { point: 'two' } });
    expect(run.state.refers).toEqual({ point: 'two', operation: 'bus' });
  });

  it('that goes on is not handed over, whatever is said of who carries on', () => {
    const run = drive(definition);
    const act = { type: 'event-reported', at: run.at, event: 'begin', role: 'office' } as const;
    run.do({ ...act, continuation: {} });
    expect(run.effects.some((one) => one.type === 'notice' && one.kind === 'unclaimed')).toBe(
      false,
    );
    expect(run.state.ending).toBeUndefined();
  });

  it('is refused under another pack than its protocol was varied by', () => {
    const varied = applyVariant(definition, tinyPack());
    const pack = { id: 'tiny-corridor', version: 1 };
    const started = start(varied, { pack });
    expect(started).toMatchObject({ ok: true, state: { pack: 'tiny-corridor@1' } });
    for (const [of, given, named] of [
      [varied, {}, '-'],
      [varied, { pack: { ...pack, version: 2 } }, 'tiny-corridor'],
      [varied, { pack: { ...pack, id: 'elsewhere' } }, 'elsewhere'],
      [definition, { pack }, 'tiny-corridor'],
    ] as const) {
      expect(start(of, given)).toEqual({
        ok: false,
        refusal: { code: 'pack-unfit', params: { pack: named } },
      });
    }
  });

  it('is refused in a family where its protocol knows none, by name', () => {
    const family = { unit: 'unit', member: 'one', others: {} };
    const refused = { code: 'family-unknown', params: { protocol: 'tiny' } };
    expect(start(definition, { family })).toEqual({ ok: false, refusal: refused });
    const later = { type: 'family-joined', at: MONDAY, ...family } as const;
    expect(drive(definition).try(later)).toEqual({ ok: false, refusal: refused });
  });

  it('is refused where a code of something outside is no code, whatever act brings it', () => {
    for (const point of [
      '',
      'Persona Inventada',
      '-x',
      'x/y',
      'x'.repeat(81),
      'x\ny',
      ' x',
      'x ',
    ]) {
      const refusal = { code: 'reference-invalid', params: { reference: 'point' } };
      expect(start(definition, { refers: { point } }), point).toEqual({ ok: false, refusal });
    }
    for (const point of ['x', 'X9', `x${'y._-'.repeat(19)}`]) {
      expect(start(definition, { refers: { point } }).ok, point).toBe(true);
    }
  });

  it('may plan a date up to a year back and five years ahead', () => {
    const year = 366 * 24 * HOUR;
    for (const [trip, ok] of [
      [MONDAY - year + 1, true],
      [MONDAY - year, false],
      [MONDAY + 5 * year - 1, true],
      [MONDAY + 5 * year, false],
    ] as const) {
      expect(start(definition, { dates: { trip } }).ok, `${trip - MONDAY}`).toBe(ok);
    }
  });
});

describe('what States agreed', () => {
  const asks = tiny([{ id: 'work' }], {
    regime: 'removal',
    attributes: [
      {
        id: 'agreementSilence',
        title: words,
        type: 'code',
        options: ['none', 'acceptance'].map((id) => ({ id, title: words })),
      },
    ],
  });

  it('is no matter of whoever starts a run, and is said by name', () => {
    const varied = applyVariant(asks, tinyPack());
    const pack = { id: 'tiny-corridor', version: 1 };
    expect(start(varied, { pack, assigns: { agreementSilence: 'none' } })).toEqual({
      ok: false,
      refusal: { code: 'attribute-agreed', params: { attribute: 'agreementSilence' } },
    });
    expect(start(varied, { pack, assigns: { agreementSilence: 'acceptance' } }).ok).toBe(true);
  });
});

describe('a definition', () => {
  it('is made ready once, however often it is used', () => {
    const definition = tiny([{ id: 'work' }]);
    expect(compile(definition)).toBe(compile(definition));
    expect(compile({ ...definition })).not.toBe(compile(definition));
  });

  it('that opens steps without end is an error with its name, never a run without end', () => {
    const loop = tiny([
      { id: 'one', when: { any: ['start', 'exhausted:two'] }, limit: 0 },
      { id: 'two', when: 'exhausted:one', limit: 0 },
    ]);
    expect(() => start(loop)).toThrow('Definition tiny opens steps without end');
  });

  it('whose lead nobody fills says which role is empty', () => {
    const alone = tiny([{ id: 'work', deadline: {} }], {
      roles: [{ id: 'office', kind: 'OFF', side: 'sending', title: words, optional: true }],
    });
    expect(() => start(alone, { bindings: {} })).toThrow('No institution fills role office');
  });
});

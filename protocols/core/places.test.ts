import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { event, fact, tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { Definition } from '../language/definition.js';
import type { Pack } from '../language/pack.js';
import { applyVariant } from '../language/variant/apply.js';
import { instantOf } from '../rules/zone.js';

const ZONE = 'America/Tegucigalpa';
const label = { es: 'Inventado', en: 'Invented' };

/** Plan a date and a point, then leave. */
const journey = (more: Partial<Definition> = {}) =>
  tiny(
    [
      {
        id: 'plan',
        when: { not: 'windowValid' },
        form: [
          { id: 'departure', type: 'instant', category: 'D10', label, plans: 'departure' },
          { id: 'point', type: 'text', category: 'D10', label, places: 'departure' },
        ],
        outcomes: [{ id: 'planned', sets: ['windowValid'] }],
      },
      {
        id: 'leave',
        when: 'windowValid',
        requires: ['windowValid'],
        effects: ['departs'],
        outcomes: [
          { id: 'left', ends: 'over' },
          { id: 'not-left', despiteMissing: true },
        ],
      },
    ],
    {
      regime: 'removal',
      facts: [fact('windowValid')],
      dates: [{ id: 'departure', title: label }],
      ...more,
    },
  );

const start = (pack: Partial<Pack> = {}, more: Partial<Definition> = {}, at = MONDAY) =>
  drive(applyVariant(journey(more), tinyPack(pack)), { at });

const plan = (date: string, time: string, point = 'tiny-bridge') => ({
  dates: { departure: instantOf(date, time, ZONE) },
  assigns: { departurePoint: point },
});

const planAct = (run: ReturnType<typeof start>, brought: ReturnType<typeof plan>) =>
  run.try({
    type: 'step-completed',
    at: run.at,
    step: 'plan',
    outcome: 'planned',
    role: 'office',
    opening: run.step('plan')?.open?.opening ?? 0,
    ...brought,
  });

const leaveAct = (run: ReturnType<typeof start>, outcome = 'left') =>
  run.try({
    type: 'step-completed',
    at: run.at,
    step: 'leave',
    outcome,
    role: 'office',
    opening: 1,
  });

describe('a planned date', () => {
  it.each([
    ['2026-03-03', '07:59', 'point-closed'],
    ['2026-03-03', '18:00', 'point-closed'],
    ['2026-03-08', '12:30', 'point-closed'], // Sunday
    ['2027-03-02', '10:00', 'agreement-not-in-force'],
  ])('is refused on %s at %s: %s', (date, time, code) => {
    expect(planAct(start(), plan(date, time))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is accepted in the hours of the point', () => {
    const run = start();
    run.answer('plan', 'planned', plan('2026-03-03', '08:00'));
    expect(run.state.attributes.departurePoint).toBe('tiny-bridge');
    expect(run.open()).toEqual(['leave']);
  });

  it('needs a known point', () => {
    const { assigns: _, ...dateOnly } = plan('2026-03-03', '10:00');
    const run = start();
    expect(planAct(run, { ...dateOnly, assigns: {} as never })).toMatchObject({
      refusal: { code: 'point-unknown' },
    });
    expect(planAct(run, plan('2026-03-03', '10:00', 'no-bridge'))).toMatchObject({
      refusal: { code: 'attribute-invalid' },
    });
  });

  it('is refused while the point is closed for a time', () => {
    expect(planAct(start(), plan('2026-03-03', '10:00', 'other-bridge'))).toMatchObject({
      refusal: { code: 'point-closed' },
    });
    expect(planAct(start(), plan('2026-04-07', '10:00', 'other-bridge')).ok).toBe(true);
  });

  it('needs an agreement between the very States of the run', () => {
    const [agreement] = tinyPack().agreements;
    const run = start({ agreements: [{ ...agreement!, parties: ['MX', 'GT'] }] });
    expect(planAct(run, plan('2026-03-03', '10:00'))).toMatchObject({
      refusal: { code: 'agreement-not-in-force' },
    });
  });

  it('may go without any authority only where people travel by choice', () => {
    const byChoice = start({}, { regime: 'voluntary' });
    expect(planAct(byChoice, plan('2026-03-03', '23:00', 'bus-line')).ok).toBe(true);
    expect(planAct(start(), plan('2026-03-03', '10:00', 'bus-line'))).toMatchObject({
      refusal: { code: 'attribute-invalid' },
    });
  });
});

describe('a plan that comes with a start or an event', () => {
  it('is judged like one that comes with an answer', () => {
    const definition = applyVariant(journey({ events: [event('news', {})] }), tinyPack());
    expect(() => drive(definition, plan('2026-03-03', '18:00'))).toThrow('point-closed');
    const run = drive(definition, plan('2026-03-03', '10:00'));
    const news = (brought: object) =>
      run.try({ type: 'event-reported', at: run.at, event: 'news', role: 'office', ...brought });
    expect(news(plan('2026-03-03', '18:00'))).toEqual({
      ok: false,
      refusal: {
        code: 'point-closed',
        params: { point: 'tiny-bridge', on: '2026-03-03', time: '18:00', zone: ZONE },
      },
    });
    const { dates } = plan('2026-03-03', '07:00');
    expect(news({ dates })).toMatchObject({ refusal: { code: 'point-closed' } });
    expect(news({ assigns: { departurePoint: 'other-bridge' } })).toMatchObject({
      refusal: { code: 'point-closed', params: { point: 'other-bridge' } },
    });
    expect(news({}).ok).toBe(true);
  });

  it('names the point and the day on which no agreement holds', () => {
    expect(planAct(start(), plan('2027-03-02', '10:00'))).toEqual({
      ok: false,
      refusal: {
        code: 'agreement-not-in-force',
        params: { point: 'tiny-bridge', on: '2027-03-02' },
      },
    });
    const { dates } = plan('2026-03-03', '10:00');
    expect(planAct(start(), { dates } as never)).toEqual({
      ok: false,
      refusal: { code: 'point-unknown', params: { point: '-' } },
    });
  });

  it('is judged at every place it speaks of, and not again by an act that says nothing of it', () => {
    const label = { es: 'Inventado', en: 'Invented' };
    const [first, ...rest] = journey().steps;
    const form = ['departure', 'arrival'].flatMap((id) => [
      { id, type: 'instant', category: 'D10', label, plans: id } as const,
      { id: `${id}-point`, type: 'text', category: 'D10', label, places: id } as const,
    ]);
    const two = applyVariant(
      journey({
        dates: ['departure', 'arrival'].map((id) => ({ id, title: label })),
        events: [event('news')],
      }),
      tinyPack(),
    );
    const definition = applyVariant(
      { ...two, steps: [{ ...first!, form }, ...rest] } as Definition,
      tinyPack(),
    );
    const places = Object.values(definition.pack.places).map(({ attribute }) => attribute);
    expect(places).toHaveLength(2);
    const assigns = Object.fromEntries(places.map((place) => [place, 'tiny-bridge']));
    const at = (time: string) => instantOf('2026-03-03', time, ZONE);
    const planned = (arrival: string) => ({
      dates: { departure: at('10:00'), arrival: at(arrival) },
      assigns,
    });
    expect(() => drive(definition, planned('18:30'))).toThrow('point-closed');
    const run = drive(definition, planned('11:00'));
    run.answer('plan', 'planned');
    const closure = { kind: 'closure', point: 'tiny-bridge', from: '2026-03-03' } as const;
    run.do({
      type: 'register-changed',
      at: run.at,
      upTo: 1,
      changes: [{ ...closure, until: '2026-03-03' }],
    });
    run.report('news');
    expect(run.state.dates).toEqual(planned('11:00').dates);
  });

  it('leaves only where every point of the journey is open, and under the agreement each rests on', () => {
    const [agreement] = tinyPack().agreements;
    const ended = { ...agreement!, id: 'ended', until: '2020-12-31' };
    const run = start({ agreements: [ended, agreement!] });
    run.answer('plan', 'planned', plan('2026-03-03', '10:00'));
    expect(leaveAct(run).ok).toBe(true);
    const other = start({ agreements: [agreement!, ended] });
    expect(planAct(other, plan('2026-03-03', '10:00')).ok).toBe(true);
    const [bridge] = tinyPack().points;
    const point = { ...bridge!, agreement: 'ended' };
    const third = start({ agreements: [agreement!, ended], points: [point] });
    expect(planAct(third, plan('2026-03-03', '10:00'))).toMatchObject({
      refusal: { code: 'agreement-not-in-force' },
    });
  });

  it('may name the point first: nothing is judged before there is a date', () => {
    const run = start();
    expect(planAct(run, { assigns: { departurePoint: 'other-bridge' } } as never).ok).toBe(true);
  });
});

describe('a departure', () => {
  it('happens only while the point is open at the instant of the act, whatever was planned', () => {
    const run = start();
    run.answer('plan', 'planned', plan('2026-03-03', '17:30'));
    run.goTo(instantOf('2026-03-03', '18:01', ZONE));
    expect(leaveAct(run)).toMatchObject({ refusal: { code: 'point-closed' } });
    expect(leaveAct(run, 'not-left').ok).toBe(true);
    run.goTo(instantOf('2026-03-04', '08:00', ZONE));
    run.answer('leave', 'left');
    expect(run.state.ending?.id).toBe('over');
  });

  it('is refused once the agreement has run out', () => {
    const run = start({}, {}, instantOf('2026-12-29', '09:00', ZONE));
    run.answer('plan', 'planned', plan('2026-12-31', '10:00'));
    run.goTo(instantOf('2027-01-04', '10:00', ZONE));
    expect(leaveAct(run)).toMatchObject({ refusal: { code: 'agreement-not-in-force' } });
  });

  it('never happens at an hour at which the point is closed, over a year of instants', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 290 * 24 * 60 }), (minutes) => {
        const run = start();
        run.answer('plan', 'planned', plan('2026-03-03', '10:00'));
        run.goTo(MONDAY + minutes * 60_000);
        const shown = new Intl.DateTimeFormat('en-GB', {
          timeZone: ZONE,
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }).format(run.at);
        const [, hour = ''] = /(\d\d):\d\d/.exec(shown) ?? [];
        const outside = Number(hour) < 8 || Number(hour) >= (shown.startsWith('Sun') ? 12 : 18);
        if (outside) expect(leaveAct(run)).toMatchObject({ refusal: { code: 'point-closed' } });
      }),
      { numRuns: 400 },
    );
  });
});

describe('news in the register', () => {
  const denounced = {
    type: 'register-changed',
    upTo: 7,
    changes: [{ kind: 'agreement', agreement: 'tiny-agreement', until: '2026-03-04' }],
  } as const;

  it('take back a planned date that is no longer allowed, and the step plans again', () => {
    const run = start();
    run.answer('plan', 'planned', plan('2026-03-10', '10:00'));
    run.do({ ...denounced, at: run.at + HOUR });
    expect(run.state.facts.windowValid).toBeUndefined();
    expect(run.open()).toEqual(['plan', 'leave']);
    expect(run.step('leave')?.open?.missing).toEqual(['windowValid']);
    expect(planAct(run, plan('2026-03-04', '10:00')).ok).toBe(true);
  });

  it('leave a date that is still allowed, and are entered once', () => {
    const run = start();
    run.answer('plan', 'planned', plan('2026-03-03', '10:00'));
    run.do({ ...denounced, at: run.at + HOUR });
    expect(run.state.facts.windowValid).toEqual({});
    expect(run.try({ ...denounced, at: run.at + DAY })).toMatchObject({
      refusal: { code: 'register-known' },
    });
  });

  it('let an agreement that had run out be relied on again', () => {
    const run = start({}, {}, instantOf('2027-01-11', '09:00', ZONE));
    expect(planAct(run, plan('2027-01-12', '10:00')).ok).toBe(false);
    run.do({
      ...denounced,
      changes: [{ kind: 'agreement', agreement: 'tiny-agreement', until: '2028-12-31' }],
      at: run.at,
    });
    expect(planAct(run, plan('2027-01-12', '10:00')).ok).toBe(true);
  });

  it('close a point for some days', () => {
    const run = start();
    run.answer('plan', 'planned', plan('2026-03-10', '10:00'));
    run.do({
      ...denounced,
      changes: [{ kind: 'closure', point: 'tiny-bridge', from: '2026-03-09', until: '2026-03-11' }],
      at: run.at,
    });
    expect(planAct(run, plan('2026-03-11', '10:00')).ok).toBe(false);
    expect(planAct(run, plan('2026-03-12', '10:00')).ok).toBe(true);
  });
});

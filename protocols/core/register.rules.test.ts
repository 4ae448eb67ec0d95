import { describe, expect, it } from 'vitest';
import { DAY, drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { fact, tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { RegisterChange } from '../language/register.js';
import { applyVariant } from '../language/variant/apply.js';
import { instantOf } from '../rules/zone.js';

const ZONE = 'America/Tegucigalpa';
const words = { es: 'Inventado', en: 'Invented' };
const five = { length: 5, unit: 'working-days' } as const;

/** Enters what the register says from now on. */
function enter(run: ReturnType<typeof drive>, ...changes: RegisterChange[]): void {
  const upTo = (run.state.register?.upTo ?? 0) + 1;
  run.do({ type: 'register-changed', at: run.at, upTo, changes });
}

const dayOff = (on: string, country = 'HN'): RegisterChange => ({
  kind: 'day',
  country,
  on,
  works: false,
});

describe('a day off by decree', () => {
  it('gives no more time to what was found overdue at that very instant', () => {
    const run = drive(tiny([{ id: 'decide', deadline: five }]));
    const due = run.step('decide')!.open!.clock!.dueAt;
    run.goTo(due);
    const passed = run.step('decide')!.open!.clock;
    enter(run, dayOff('2026-03-10'), dayOff('2026-03-09'));
    expect(run.step('decide')!.open!.clock).toEqual(passed);
  });

  it('moves nothing that an institution of another country must keep since', () => {
    const run = drive(tiny([{ id: 'decide', deadline: five }]));
    const due = run.step('decide')!.open!.clock!.dueAt;
    const binding = { institution: 'invented-other', country: 'MX', timeZone: 'America/Tijuana' };
    run.do({ type: 'role-reassigned', at: run.at, role: 'office', binding });
    enter(run, dayOff('2026-03-05'));
    expect(run.step('decide')!.open!.clock!.dueAt).toBe(due);
  });

  it.each([
    ['hours', 'HN'],
    ['working-days', 'PA'],
  ] as const)(
    'reminds nobody again of what counts back from a planned date in %s, if that does not move',
    (unit, country) => {
      const length = unit === 'hours' ? 24 : 2;
      const run = drive(
        tiny([{ id: 'pack', deadline: { length, unit, from: { before: 'trip' } } }], {
          dates: [{ id: 'trip', title: words }],
        }),
        { dates: { trip: MONDAY + 20 * DAY } },
      );
      run.goTo(MONDAY + 12 * DAY);
      const clock = run.step('pack')!.open!.clock!;
      expect(clock.marks.map(({ mark }) => mark)).not.toContain('reminder-50');
      enter(run, dayOff('2026-03-17', country));
      expect(run.effects).toEqual([]);
      expect(run.step('pack')!.open!.clock).toEqual(clock);
    },
  );
});

describe('a plan that a closure forbids', () => {
  const travel = applyVariant(
    tiny(
      [
        {
          id: 'plan',
          form: [
            { id: 'departure', type: 'instant', category: 'D10', label: words, plans: 'departure' },
            { id: 'point', type: 'text', category: 'D10', label: words, places: 'departure' },
          ],
          outcomes: [{ id: 'planned', sets: ['planned'] }],
        },
        { id: 'leave', requires: ['planned'], effects: ['departs'], when: 'planned' },
      ],
      {
        regime: 'removal',
        facts: [fact('planned')],
        dates: [{ id: 'departure', title: words }],
      },
    ),
    tinyPack(),
  );
  const departure = instantOf('2026-03-04', '10:00', ZONE);
  const closed = { kind: 'closure', point: 'tiny-bridge', from: '2026-03-04', until: '2026-03-04' };

  it.each([
    ['is taken back an instant before', -1, false],
    ['is not taken back at its instant, when people are on their way', 0, true],
    ['is not taken back afterwards, for what happened', HOUR, true],
  ])('%s', (_, later, holds) => {
    const run = drive(travel);
    const brought = { dates: { departure }, assigns: { departurePoint: 'tiny-bridge' } };
    run.answer('plan', 'planned', brought);
    run.goTo(departure + later);
    enter(run, closed as RegisterChange);
    expect(run.state.facts.planned !== undefined).toBe(holds);
  });

  it('takes nothing back of what was settled without a date', () => {
    const run = drive(travel);
    run.answer('plan', 'planned');
    enter(run, closed as RegisterChange);
    expect(run.state.facts.planned).toBeDefined();
  });
});

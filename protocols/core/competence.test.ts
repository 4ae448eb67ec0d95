import { describe, expect, it } from 'vitest';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { Competence } from '../language/pack.js';
import { applyVariant } from '../language/variant/apply.js';
import { type ActInRole, mayActAs, refuseStandIn } from './competence.js';
import { holderIn } from './draft.js';
import { fold } from './fold.js';

const words = { es: 'Inventado', en: 'Invented' };
const source = { mark: 'proposal', ref: 'invented' } as const;
const ZONE = 'America/Tegucigalpa';
/** 09:00 and 20:00 in Tegucigalpa on a Monday, and 09:00 on the Sunday before. */
const MORNING = MONDAY;
const EVENING = MONDAY + 11 * HOUR;
const SUNDAY = MONDAY - 24 * HOUR;

const inHours: Competence = {
  id: 'court',
  role: 'office',
  kind: 'COURT',
  title: words,
  hours: [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '17:00', source }],
  timeZone: ZONE,
  holidaysOf: ['HN'],
  source,
};
const byMatter: Competence = {
  id: 'delivery',
  role: 'office',
  kind: 'DEL',
  title: words,
  steps: ['hand-over'],
  timeZone: ZONE,
  holidaysOf: [],
  source,
};
const court = { institution: 'invented-court', country: 'PA', timeZone: 'America/Panama' };
const delivery = { institution: 'invented-delivery', country: 'HN', timeZone: ZONE };
const BESIDE = { court, delivery } as const;

/** A run under these rules, begun at an instant, with whoever they name bound beside the role. */
const begin = (rules: readonly Competence[], at: number) =>
  drive(definition(rules), {
    at,
    beside: Object.fromEntries(
      rules.map(({ id }) => [`office.${id}`, BESIDE[id as keyof typeof BESIDE]]),
    ),
  });

const definition = (competence: readonly Competence[]) =>
  applyVariant(
    tiny([
      { id: 'protect', deadline: { length: 2, unit: 'working-days' } },
      { id: 'hand-over' },
      { id: 'later', when: 'protect:done' },
    ]),
    tinyPack({ competence }),
  );

const who = (run: ReturnType<typeof drive>, step: string) =>
  holderIn(run.state, 'office', step, 'office').institution;

describe('competence', () => {
  it.each([
    ['in working hours the court', MORNING, 'invented-court'],
    ['in the evening the office', EVENING, 'invented-office'],
    ['on a Sunday the office', SUNDAY, 'invented-office'],
    ['at the last second of the hours the court', MONDAY + 8 * HOUR - 1000, 'invented-court'],
    ['at the end of the hours the office', MONDAY + 8 * HOUR, 'invented-office'],
    ['on a public holiday the office', Date.UTC(2026, 3, 3, 15), 'invented-office'],
  ])('depends on the hour at which the step opens: %s', (_what, at, expected) => {
    const run = begin([inHours], at);
    expect(who(run, 'protect')).toBe(expected);
  });

  it('depends on the matter of the step', () => {
    const run = begin([byMatter], EVENING);
    expect(who(run, 'protect')).toBe('invented-office');
    expect(who(run, 'hand-over')).toBe('invented-delivery');
  });

  it('falls to the institution of the role where the other is not bound', () => {
    const run = drive(definition([inHours, byMatter]), { at: MORNING });
    expect(who(run, 'protect')).toBe('invented-office');
    expect(who(run, 'hand-over')).toBe('invented-office');
  });

  it('does not fall to the lead while the role has an institution of its own, nor to another role', () => {
    const both = applyVariant(
      tiny([{ id: 'hand-over', by: ['office', 'other'] }]),
      tinyPack({ competence: [{ ...byMatter, role: 'other' }] }),
    );
    const alone = drive(both);
    expect(holderIn(alone.state, 'office', 'hand-over', 'other').institution).toBe(
      'invented-other',
    );
    const run = drive(both, { beside: { 'other.delivery': delivery } });
    expect(holderIn(run.state, 'office', 'hand-over', 'other').institution).toBe(
      'invented-delivery',
    );
    expect(who(run, 'hand-over')).toBe('invented-office');
    expect(run.effects[0]).toEqual({
      type: 'step-opened',
      step: 'hand-over',
      opening: 1,
      roles: ['office', 'other'],
      holders: { other: 'other.delivery' },
    });
  });

  it('is judged for each opening and stays with it', () => {
    const run = begin([inHours], MORNING);
    run.goTo(EVENING);
    expect(who(run, 'protect')).toBe('invented-court');
    run.answer('protect', 'done');
    expect(who(run, 'later')).toBe('invented-office');
  });

  it('tells whoever is competent, and counts the days of their country', () => {
    const started = begin([inHours], MORNING);
    const told = started.effects.filter(
      (effect) => effect.type === 'notice' && effect.step === 'protect',
    );
    expect(told).toMatchObject([{ kind: 'opened', institution: 'invented-court' }]);
    // Due at the end of the day in Panama, an hour before the day ends in Honduras.
    expect(started.step('protect')?.open?.clock?.dueAt).toBe(Date.UTC(2026, 2, 5, 4, 59, 59));
  });

  it('is judged again when the role is given to another institution', () => {
    const run = begin([inHours], EVENING);
    const other = { institution: 'invented-other-office', country: 'HN', timeZone: ZONE };
    run.goTo(EVENING + 13 * HOUR);
    run.do({ type: 'role-reassigned', at: run.at, role: 'office', binding: other });
    expect(who(run, 'protect')).toBe('invented-court');
    expect(run.effects.filter(({ type }) => type === 'holder-moved')).toMatchObject([
      { step: 'protect', institution: 'invented-court' },
      { step: 'hand-over', institution: 'invented-court' },
    ]);
    const told = run.effects.flatMap((effect) =>
      effect.type === 'notice' && effect.step === 'protect' ? [effect] : [],
    );
    expect(told).toMatchObject([
      { kind: 'reassigned', institution: 'invented-court' },
      { kind: 'withdrawn', institution: 'invented-office' },
    ]);
  });

  it('tells nobody when the role moves and the step stays with whoever is competent', () => {
    const run = begin([inHours], MORNING);
    const other = { institution: 'invented-other-office', country: 'HN', timeZone: ZONE };
    run.answer('hand-over', 'done');
    run.do({ type: 'role-reassigned', at: run.at, role: 'office', binding: other });
    expect(run.effects).toEqual([
      {
        type: 'role-moved',
        role: 'office',
        institution: other.institution,
        from: 'invented-office',
      },
    ]);
  });

  it('ends with its hours when the role moves: the step goes to the institution of the role', () => {
    const run = begin([inHours], MORNING);
    const other = { institution: 'invented-other-office', country: 'HN', timeZone: ZONE };
    run.answer('hand-over', 'done');
    run.goTo(EVENING);
    run.do({ type: 'role-reassigned', at: run.at, role: 'office', binding: other });
    expect(run.effects).toContainEqual({
      type: 'holder-moved',
      step: 'protect',
      opening: 1,
      role: 'office',
      institution: other.institution,
    });
    expect(run.step('protect')!.open).not.toHaveProperty('holders');
  });

  it('moves with whoever is competent beside the role', () => {
    const run = begin([inHours], MORNING);
    const other = { institution: 'invented-second-court', country: 'PA', timeZone: ZONE };
    run.do({ type: 'role-reassigned', at: run.at, role: 'office.court', binding: other });
    expect(who(run, 'protect')).toBe('invented-second-court');
    expect(run.try({ ...run.acts.at(-1)!, role: 'office.nobody' } as never)).toMatchObject({
      refusal: { code: 'role-unknown' },
    });
  });

  it('comes out the same when the history is folded again', () => {
    const run = begin([inHours, byMatter], MORNING);
    run.goTo(EVENING);
    run.answer('protect', 'done');
    expect(fold(definition([inHours, byMatter]), run.acts)).toEqual(run.state);
  });
});

describe('who may act in a role', () => {
  const may = (at: number, type: 'step-completed' | 'event-reported', institution: string) => {
    const step = type === 'step-completed' ? { step: 'protect' } : {};
    return mayActAs(
      begin([inHours], at).state,
      'office',
      { type, role: 'office', ...step },
      institution,
    );
  };

  it('answers: only whoever is competent for the step as it is open', () => {
    expect(may(MORNING, 'step-completed', 'invented-court')).toBe(true);
    expect(may(MORNING, 'step-completed', 'invented-office')).toBe(false);
    expect(may(EVENING, 'step-completed', 'invented-court')).toBe(false);
    expect(may(EVENING, 'step-completed', 'invented-office')).toBe(true);
  });

  it('reports: the role, and whoever is bound beside that role at any hour', () => {
    expect(may(EVENING, 'event-reported', 'invented-court')).toBe(true);
    expect(may(EVENING, 'event-reported', 'invented-office')).toBe(true);
    expect(may(EVENING, 'event-reported', 'invented-other')).toBe(false);
  });

  it('confirms: only the recipient', () => {
    const { state } = begin([inHours], EVENING);
    const act = { type: 'share-acknowledged', role: 'office' } as const;
    expect(mayActAs(state, 'office', act, 'invented-office')).toBe(true);
    expect(mayActAs(state, 'office', act, 'invented-court')).toBe(false);
  });

  it('fills in for a role nobody fills: the lead', () => {
    const { roles, ...rest } = tiny([{ id: 'one' }]);
    const optional = roles.map((role) => ({ ...role, optional: true as const }));
    const { state } = drive({ ...rest, roles: optional }, { without: ['other'] });
    const act = { type: 'event-reported', role: 'other' } as const;
    expect(mayActAs(state, 'office', act, 'invented-office')).toBe(true);
    expect(mayActAs(state, 'office', act, 'invented-other')).toBe(false);
  });
});

describe('who may act for a matter given to another institution', () => {
  const run = () => begin([byMatter], EVENING);
  const may = (type: ActInRole['type'], institution: string, step?: string, role = 'office') =>
    mayActAs(run().state, 'office', { type, role, ...(step ? { step } : {}) }, institution);

  it('is the competent institution for its step, and the institution of the role for the others', () => {
    expect(may('step-completed', 'invented-delivery', 'hand-over')).toBe(true);
    expect(may('step-completed', 'invented-office', 'hand-over')).toBe(false);
    expect(may('step-completed', 'invented-office', 'protect')).toBe(true);
    expect(may('step-completed', 'invented-delivery', 'protect')).toBe(false);
  });

  it('is for a report also whoever is competent beside that role, and beside no other', () => {
    expect(may('event-reported', 'invented-office')).toBe(true);
    expect(may('event-reported', 'invented-delivery')).toBe(true);
    expect(may('event-reported', 'invented-other')).toBe(false);
    expect(may('event-reported', 'invented-delivery', undefined, 'other')).toBe(false);
    expect(may('share-acknowledged', 'invented-delivery')).toBe(false);
  });
});

describe('the lead in place of a role nobody fills', () => {
  const answering = { type: 'step-completed', role: 'other', step: 'one' } as const;
  const code = (
    step: Parameters<typeof tiny>[0][number],
    { without = ['other'], optional = false, act = answering as ActIn } = {},
  ) => {
    const { roles, ...rest } = tiny([{ ...step, by: 'other' }, { id: 'two' }]);
    const definition = {
      ...rest,
      roles: roles.map((role) => ({ ...role, ...(optional ? { optional: true as const } : {}) })),
    };
    const whole = drive(definition);
    const bindings = Object.fromEntries(
      Object.entries(whole.state.bindings).filter(([role]) => !without.includes(role)),
    );
    return refuseStandIn(definition, { ...whole.state, bindings }, act)?.code;
  };
  type ActIn = Parameters<typeof refuseStandIn>[2];

  it.each([
    ['a safeguard', { safeguard: true }],
    ['a handover', { effects: ['hands-over'] }],
    ['a departure', { effects: ['departs'] }],
    ['a disclosure', { effects: ['discloses-identity'] }],
  ] as const)('does not answer %s', (_, part) => {
    expect(code({ id: 'one', ...part } as never)).toBe('role-vacant');
  });

  it('answers what decides nothing, and reports what happens', () => {
    expect(code({ id: 'one' })).toBeUndefined();
    const reports = { type: 'event-reported', role: 'other' } as const;
    expect(code({ id: 'one', safeguard: true }, { act: reports })).toBeUndefined();
  });

  it('does not give an answer that lowers protection, and gives the one that keeps it', () => {
    const step = { id: 'one', outcomes: [{ id: 'adult', lowers: true as const }, 'child'] };
    expect(code(step, { act: { ...answering, outcome: 'adult' } })).toBe('role-vacant');
    expect(code(step, { act: { ...answering, outcome: 'child' } })).toBeUndefined();
  });

  it('is told which role is vacant and which step waits for it', () => {
    const definition = tiny([{ id: 'two' }, { id: 'one', by: 'other', safeguard: true }]);
    const { office } = drive(definition).state.bindings;
    const state = { ...drive(definition).state, bindings: { office: office! } };
    expect(refuseStandIn(definition, state, answering)).toMatchObject({
      code: 'role-vacant',
      params: { role: 'other', step: 'one' },
    });
    // A step the protocol does not have is refused for that, where the act is applied.
    expect(refuseStandIn(definition, state, { ...answering, step: 'three' })).toBeUndefined();
  });

  it('does not answer because some other role may stay empty', () => {
    const { roles, ...rest } = tiny([{ id: 'one', by: 'other', safeguard: true }]);
    const spare = { ...roles[1]!, id: 'spare', optional: true as const };
    const definition = { ...rest, roles: [...roles, spare] };
    const { office } = drive(definition).state.bindings;
    const state = { ...drive(definition).state, bindings: { office: office! } };
    expect(refuseStandIn(definition, state, answering)?.code).toBe('role-vacant');
  });

  it('is no longer asked once somebody fills it, nor where it may stay empty', () => {
    expect(code({ id: 'one', safeguard: true }, { without: [] })).toBeUndefined();
    expect(code({ id: 'one', safeguard: true }, { optional: true })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { drive, HOUR, MONDAY } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { Competence } from '../language/pack.js';
import { applyVariant } from '../language/variant/apply.js';
import { mayActAs } from './competence.js';
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
    const roles = tiny([]).roles.map((role) =>
      role.id === 'other' ? { ...role, optional: true as const } : role,
    );
    const { state } = drive(tiny([{ id: 'one' }], { roles }), { without: ['other'] });
    const act = { type: 'event-reported', role: 'other' } as const;
    expect(mayActAs(state, 'office', act, 'invented-office')).toBe(true);
    expect(mayActAs(state, 'office', act, 'invented-other')).toBe(false);
  });
});

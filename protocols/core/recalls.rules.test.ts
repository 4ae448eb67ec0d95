import { describe, expect, test } from 'vitest';
import { bindAll, type Drive, drive, HOUR } from '../../test/fixtures/drive.js';
import { event, fact, type TinyStep, tiny } from '../../test/fixtures/tiny.js';
import { tinyPack } from '../../test/fixtures/tiny-pack.js';
import type { Condition } from '../language/condition.js';
import type { Definition } from '../language/definition.js';
import type { Competence } from '../language/pack.js';
import { applyVariant } from '../language/variant/apply.js';
import { explain, prospects } from './explain.js';

const words = { es: 'Inventado', en: 'Invented' };
const source = { mark: 'proposal', ref: 'invented' } as const;
const role = (id: string): Definition['roles'][number] => ({
  id,
  kind: id.toUpperCase(),
  side: 'receiving',
  title: words,
});

const sending = (id: string, to: string, on?: string[]): TinyStep => ({
  id,
  when: { any: ['start', 'event:again'] },
  outcomes: ['sent', 'not-sent', { id: 'sent-and-closed', ends: 'over' }],
  shares: [
    {
      id: 'identity',
      to,
      categories: ['D1'],
      purpose: words,
      ground: source,
      ...(on ? { on } : {}),
    },
  ],
});
const recall = (id: string, by: string, when: Condition): TinyStep => ({
  id,
  by,
  when,
  deadline: { length: 10, unit: 'hours' },
  recalls: {},
  outcomes: [
    { id: 'destroyed', recalled: 'destroyed' },
    { id: 'under-way', keepsOpen: true },
  ],
});

/** Data for two roles, each with a recall of its own. */
const two = (more: Partial<Definition> = {}) =>
  tiny(
    [
      sending('send', 'other', ['sent', 'sent-and-closed']),
      sending('send-too', 'third', ['sent', 'sent-and-closed']),
      recall('recall-other', 'other', { any: ['event:revoked', 'event:danger'] }),
      recall('recall-third', 'third', 'event:revoked'),
    ],
    {
      roles: [...tiny([]).roles, role('third')],
      events: [event('revoked', { revokes: ['sharing'] }), event('danger'), event('again')],
      ...more,
    },
  );

const received = (run: Drive, share: string) => run.state.received?.[share];
const told = ({ effects }: Drive) =>
  effects.flatMap((effect) =>
    effect.type === 'notice' ? [`${effect.kind} ${effect.role} ${effect.step}`] : [],
  );

describe('what a recall is about', () => {
  test('is what its own role received, and its answer says nothing of what lies elsewhere', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.answer('send-too', 'sent');
    run.report('danger');
    expect(run.open()).toEqual(['recall-other']);
    expect(received(run, 'send-too#1:identity')?.recall).toBeUndefined();
    run.report('revoked');
    expect(run.open()).toEqual(['recall-other', 'recall-third']);
    run.answer('recall-other', 'destroyed');
    expect(received(run, 'send#1:identity')?.recall?.answer).toBe('destroyed');
    expect(received(run, 'send-too#1:identity')?.recall).toMatchObject({ step: 'recall-third' });
    expect(received(run, 'send-too#1:identity')?.recall?.answer).toBeUndefined();
  });

  test('is nothing for a role that received nothing, whatever others received', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.report('revoked');
    expect(run.open()).not.toContain('recall-third');
    expect(explain(run.definition, run.state).at(-1)).toStrictEqual({
      step: 'recall-third',
      opening: 0,
      status: 'not-yet',
    });
  });

  test('an answer is not given for what was shared since and nobody called back', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.report('revoked');
    run.report('again');
    run.answer('send', 'sent');
    run.answer('recall-other', 'destroyed');
    expect(received(run, 'send#2:identity')?.recall).toBeUndefined();
    run.report('revoked');
    run.wait(HOUR);
    run.answer('recall-other', 'destroyed');
    const answeredAt = (share: string) => received(run, share)?.recall?.answeredAt;
    expect(answeredAt('send#2:identity')).toBe(run.at);
    expect(answeredAt('send#1:identity')).toBe(run.at - HOUR);
  });

  test('says since when each was called back, also where more is called back later', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.report('revoked');
    const first = run.at;
    run.wait(HOUR);
    run.report('again');
    run.answer('send', 'sent');
    run.report('revoked');
    expect(received(run, 'send#1:identity')?.recall).toMatchObject({ opening: 2, at: first });
    expect(received(run, 'send#2:identity')?.recall).toMatchObject({ opening: 2, at: run.at });
  });

  test.each<[string, Condition]>([
    ['a fact that holds no longer', { not: 'agreed' }],
    ['a fact that holds', 'atRisk'],
    ['an attribute', { attribute: 'isChild', is: true }],
  ])('is due at once where what calls it back holds already as it is sent: %s', (_, when) => {
    const definition = tiny([sending('send', 'other'), recall('recall-other', 'other', when)], {
      facts: [fact('agreed', true), fact('atRisk')],
      attributes: [{ id: 'isChild', title: words, type: 'boolean' }],
      events: [
        event('all', { clears: ['agreed'], sets: ['atRisk'], assigns: { isChild: true } }),
        event('again'),
      ],
    });
    const run = drive(definition);
    run.answer('send', 'sent');
    expect(run.open()).toEqual([]);
    run.report('all');
    expect(run.open()).toEqual(['recall-other']);
    run.answer('recall-other', 'destroyed');
    run.report('again');
    expect(run.open()).toEqual(['send']);
    run.answer('send', 'sent');
    expect(run.open()).toEqual(['recall-other']);
    expect(received(run, 'send#2:identity')?.recall).toMatchObject({ opening: 2 });
  });

  test('stays what it was while its role was cut off, and is asked for anew when that ends', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.report('danger');
    run.do({ type: 'origin-stopped', role: 'office', reason: 'asked', at: run.at });
    expect(run.open()).not.toContain('recall-other');
    expect(explain(run.definition, run.state)[2]).toMatchObject({
      status: 'waiting',
      stopped: true,
    });
    run.do({ type: 'origin-lift-decided', role: 'system', lifts: true, at: run.at });
    expect(run.open()).toContain('recall-other');
    run.answer('recall-other', 'destroyed');
    expect(received(run, 'send#1:identity')?.recall).toMatchObject({
      opening: 2,
      answer: 'destroyed',
    });
  });
});

describe('whoever leads the run', () => {
  test('is told when it ends of each recall that is open, and of no other', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.report('revoked');
    run.answer('send-too', 'sent-and-closed');
    expect(told(run)).toEqual(['escalated office recall-other']);
    run.report('revoked');
    expect(told(run)).toEqual(['recalled third recall-third', 'escalated office recall-third']);
  });

  test('is told once of a recall when the run has ended, whatever is said there afterwards', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.answer('send-too', 'sent');
    run.report('again');
    run.report('revoked');
    run.answer('send', 'sent-and-closed');
    run.answer('recall-other', 'under-way');
    expect(told(run)).toEqual([]);
    run.answer('recall-third', 'destroyed');
    expect(told(run)).toEqual([]);
  });

  test('learns of data at a former institution also where the newer institution has some as well', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    const other = { institution: 'invented-next', country: 'PA', timeZone: 'America/Panama' };
    run.do({ type: 'role-reassigned', role: 'other', binding: other, at: run.at });
    run.report('again');
    run.answer('send', 'sent');
    run.report('revoked');
    expect(told(run)).toContain('escalated office recall-other');
  });

  test('is not told again of data that a former institution has answered for', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.report('revoked');
    run.answer('recall-other', 'destroyed');
    const other = { institution: 'invented-next', country: 'PA', timeZone: 'America/Panama' };
    run.do({ type: 'role-reassigned', role: 'other', binding: other, at: run.at });
    run.report('again');
    run.answer('send', 'sent');
    run.report('revoked');
    expect(told(run)).toEqual(['recalled other recall-other']);
  });

  test('learns of data at an institution that is not asked, because another is competent', () => {
    const rule: Competence = {
      id: 'night',
      role: 'other',
      kind: 'NIGHT',
      title: words,
      timeZone: 'America/Panama',
      holidaysOf: [],
      source,
    };
    const definition = applyVariant(two(), tinyPack({ competence: [rule] }));
    const night = { institution: 'invented-night', country: 'PA', timeZone: 'America/Panama' };
    const run = drive(definition, { beside: { 'other.night': night } });
    run.answer('send', 'sent');
    run.report('danger');
    expect(received(run, 'send#1:identity')?.institution).toBe(
      bindAll(definition).other?.institution,
    );
    expect(run.step('recall-other')?.open?.holders).toEqual({ other: 'other.night' });
    expect(told(run)).toContain('escalated office recall-other');
  });
});

describe('a run that ended', () => {
  test('hears no answer to a step it does not have', () => {
    const run = drive(two());
    run.answer('send', 'sent-and-closed');
    const act = { type: 'step-completed', step: 'none', opening: 1, outcome: 'x' } as const;
    expect(run.try({ ...act, role: 'office', at: run.at })).toMatchObject({
      refusal: { code: 'run-ended' },
    });
  });

  test('is foreseen as ended also where it leaves a recall to be answered', () => {
    const run = drive(two());
    run.answer('send', 'sent');
    run.report('danger');
    const foreseen = prospects(run.definition, run.state, run.at);
    expect(foreseen.find(({ outcome }) => outcome === 'sent-and-closed')).toMatchObject({
      ends: 'over',
    });
  });
});

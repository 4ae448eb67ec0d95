import { describe, expect, it } from 'vitest';
import { fieldsOf, mayShow, mayTell, type Viewer } from './fields.js';

const viewer = (role: Viewer['access']['role'], level: Viewer['level']): Viewer => ({
  access: { role },
  level,
});

describe('fields', () => {
  it('shows the receiving side of others nothing that is in the table, and of its own no reason', () => {
    for (const role of ['officer', 'supervisor', 'case-lead'] as const) {
      expect(fieldsOf(viewer(role, 'reserved'))).toEqual([]);
      expect(fieldsOf(viewer(role, 'reserved'), true)).toEqual([
        'step.itself',
        'step.coming',
        'step.signer',
        'step.outcome',
        'foreseen.steps',
        'act.institution',
        'act.outcome',
      ]);
    }
  });

  it('shows a party of others neither outcome nor reason nor what comes', () => {
    const seen = fieldsOf(viewer('officer', 'party'));
    for (const hidden of [
      'step.outcome',
      'step.why',
      'step.opensAt',
      'step.prospects',
      'step.coming',
      'act.outcome',
      'run.facts',
      'run.attributes',
      'run.dates',
    ]) {
      expect(seen).not.toContain(hidden);
    }
    expect(seen).toContain('step.itself');
  });

  it('shows a monitor everything but planned dates', () => {
    const lead = fieldsOf(viewer('case-lead', 'full'));
    expect(lead.filter((field) => !mayShow(viewer('monitor', 'full'), field))).toEqual([
      'run.dates',
    ]);
  });

  it('tells the receiving side of its own acts and deadlines and of the start alone', () => {
    const origin = viewer('officer', 'reserved');
    const kinds = [
      'run-started',
      'step-completed',
      'event-reported',
      'clock-reached',
      'share-acknowledged',
      'role-reassigned',
      'family-joined',
      'register-changed',
      'step-nudged',
    ] as const;
    expect(kinds.filter((kind) => mayTell(origin, kind, false))).toEqual(['run-started']);
    expect(kinds.every((kind) => mayTell(origin, kind, true))).toBe(true);
  });
});

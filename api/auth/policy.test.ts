import { describe, expect, it } from 'vitest';
import { type Action, may, POLICY, type Relation } from './policy.js';

const actions = Object.keys(POLICY) as Action[];
const none = new Set<Relation>();

describe('policy', () => {
  it('lets a monitor read and ask for evidence, and act on nothing but the own account', () => {
    const allowed = actions.filter((action) => may('monitor', action, none));
    expect(allowed).toEqual([
      'run.list',
      'run.read',
      'run.history',
      'evidence.ask',
      'evidence.read',
      'consent.list',
      'monitoring.read',
      'operation.list',
      'operation.read',
      'protocol.read',
      'definition.read',
      'institution.list',
      'pack.read',
      'register.read',
      'me.read',
      'me.change',
      'series.read',
    ]);
  });

  it('needs a relation for everything that touches a run', () => {
    const open = actions.filter((action) => may('case-lead', action, none));
    expect(open).toEqual([
      'case.board',
      'inbox.list',
      'document.search',
      'share.list',
      'protocol.read',
      'institution.list',
      'pack.read',
      'register.read',
      'me.read',
      'me.change',
    ]);
  });

  it('keeps administrators out of real runs', () => {
    const all = new Set<Relation>(['party', 'lead', 'starter', 'responsible', 'recipient']);
    expect(actions.filter((action) => may('admin', action, all))).toEqual([
      'run.rehearse',
      'protocol.read',
      'definition.read',
      'definition.draft',
      'definition.review',
      'definition.publish',
      'definition.retire',
      'institution.list',
      'pack.read',
      'register.read',
      'register.write',
      'institution.rename',
      'institution.state',
      'me.read',
      'me.change',
      'people.manage',
      'mail.manage',
      'series.read',
      'series.review',
      'webhook.read',
      'webhook.change',
      'webhook.approve',
    ]);
  });

  it('lets only a case lead start and reassign', () => {
    const all = new Set<Relation>(['bound', 'party', 'lead', 'starter']);
    for (const role of ['officer', 'supervisor', 'monitor', 'admin'] as const) {
      expect(may(role, 'run.start', all)).toBe(false);
      expect(may(role, 'role.reassign', all)).toBe(false);
      expect(may(role, 'step.nudge', all)).toBe(false);
    }
    expect(may('case-lead', 'role.reassign', new Set(['party']))).toBe(false);
  });
});

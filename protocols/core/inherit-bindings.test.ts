import { describe, expect, test } from 'vitest';
import { drive } from '../../test/fixtures/drive.js';
import { tiny } from '../../test/fixtures/tiny.js';
import type { Definition, Role } from '../language/definition.js';
import { type BindingDirectory, inheritBindings } from './inherit-bindings.js';
import type { Binding } from './state.js';

const title = { es: 'Inventado', en: 'Invented' };
const role = (id: string, kind: string, side: Role['side'], more: Partial<Role> = {}): Role => ({
  id,
  kind,
  side,
  title,
  ...more,
});
const protocol = (...roles: Role[]): Definition =>
  tiny([{ id: 'work', by: roles[0]!.id }], { roles, lead: roles[0]!.id });
const bound = (institution: string, country = 'HN'): Binding => ({
  institution,
  country,
  timeZone: 'America/Tegucigalpa',
});

/** What the run before was bound to, what the next protocol asks for, and who is found. */
function inherited(
  before: Record<string, [Role, Binding | undefined]>,
  after: Role[],
  directory: Partial<BindingDirectory> = {},
): Record<string, string> {
  const roles = Object.values(before).map(([one]) => one);
  const definition = protocol(...roles);
  const { state } = drive(definition);
  const bindings = Object.fromEntries(
    Object.entries(before).flatMap(([id, [, binding]]) => (binding ? [[id, binding]] : [])),
  );
  const found = inheritBindings({ definition, state: { ...state, bindings } }, protocol(...after), {
    isActive: () => true,
    stateOf: () => undefined,
    findAll: () => [],
    ...directory,
  });
  return Object.fromEntries(
    Object.entries(found).map(([id, { institution }]) => [id, institution]),
  );
}

const lead: [Role, Binding] = [role('lead', 'MIG', 'sending'), bound('invented-lead')];
const leading = role('lead', 'MIG', 'sending');
const asking = (asked: string[], answer: Binding[] = []): Partial<BindingDirectory> => ({
  findAll: (kind, country) => {
    asked.push(`${kind} ${country}`);
    return answer;
  },
});

describe('a role of the run that carries on', () => {
  test('stays with the institution of the same role, though others are of its kind', () => {
    const clinics = {
      lead,
      'clinic-a': [role('clinic-a', 'HEA', 'sending'), bound('invented-a')],
      'clinic-b': [role('clinic-b', 'HEA', 'sending'), bound('invented-b')],
    } as Record<string, [Role, Binding]>;
    const next = [leading, role('clinic-b', 'HEA', 'sending')];
    expect(inherited(clinics, next)).toEqual({ lead: 'invented-lead', 'clinic-b': 'invented-b' });
    const asked: string[] = [];
    const other = [leading, role('clinic-c', 'HEA', 'sending')];
    expect(inherited(clinics, other, asking(asked))).toEqual({ lead: 'invented-lead' });
    expect(asked).toEqual(['HEA HN']);
  });

  test('goes to the one institution that fills several of its kind', () => {
    const clinics = {
      lead,
      'clinic-a': [role('clinic-a', 'HEA', 'sending'), bound('invented-clinic')],
      'clinic-b': [role('clinic-b', 'HEA', 'sending'), bound('invented-clinic')],
    } as Record<string, [Role, Binding]>;
    const next = [leading, role('doctor', 'HEA', 'sending')];
    expect(inherited(clinics, next).doctor).toBe('invented-clinic');
  });

  test.each([
    ['kind', role('clinic', 'EDU', 'sending')],
    ['side', role('clinic', 'HEA', 'receiving')],
  ])('is not inherited by name alone: the %s must be the same', (_, wanted) => {
    const before = {
      lead,
      clinic: [role('clinic', 'HEA', 'sending'), bound('invented-clinic')],
    } as Record<string, [Role, Binding]>;
    expect(inherited(before, [leading, wanted])).toEqual({ lead: 'invented-lead' });
  });

  test('does not go to an institution that closed, but to the one of its kind that is left', () => {
    const before = {
      lead,
      clinic: [role('clinic', 'HEA', 'sending'), bound('invented-closed')],
      doctor: [role('doctor', 'HEA', 'sending'), bound('invented-open')],
    } as Record<string, [Role, Binding]>;
    const isActive = (institution: string) => institution !== 'invented-closed';
    const next = [leading, role('clinic', 'HEA', 'sending')];
    expect(inherited(before, next, { isActive }).clinic).toBe('invented-open');
  });

  test('that nobody filled before is looked for in the directory of the State of its side', () => {
    const before = {
      lead,
      border: [role('border', 'MIG', 'receiving'), bound('invented-border', 'PA')],
      shelter: [role('shelter', 'CPA', 'receiving', { optional: true }), undefined],
    } as Record<string, [Role, Binding | undefined]>;
    const asked: string[] = [];
    const school = bound('invented-school', 'PA');
    const next = [
      leading,
      role('school', 'EDU', 'receiving'),
      role('judge', 'COURT', 'sending'),
      role('monitor', 'MON', 'either'),
    ];
    const found = inherited(before, next, asking(asked, [school]));
    expect(asked).toEqual(['EDU PA', 'COURT HN', 'MON HN']);
    expect(found.school).toBe('invented-school');
  });

  test('is looked for in the State of its side, not where that State has its consulate', () => {
    const consulate: [Role, Binding] = [
      role('consulate', 'CON', 'receiving'),
      bound('invented-consulate', 'HN'),
    ];
    const border: [Role, Binding] = [
      role('border', 'MIG', 'receiving'),
      bound('invented-border', 'PA'),
    ];
    const asked: string[] = [];
    const next = [leading, role('school', 'EDU', 'receiving')];
    const school = bound('invented-school', 'PA');
    expect(inherited({ lead, border, consulate }, next, asking(asked, [school])).school).toBe(
      'invented-school',
    );
    expect(asked).toEqual(['EDU PA']);
    expect(inherited({ lead, consulate }, next, asking(asked, [school]))).not.toHaveProperty(
      'school',
    );
  });

  describe.each(['CON', 'MFA'])('of kind %s', (kind) => {
    const border: [Role, Binding] = [
      role('border', 'MIG', 'receiving'),
      bound('invented-border', 'PA'),
    ];
    const next = [leading, role('abroad', kind, 'receiving')];

    test('is looked for by the State of its side', () => {
      const asked: string[] = [];
      const found = inherited({ lead, border }, next, asking(asked, [bound('of-panama', 'HN')]));
      expect(asked).toEqual([`${kind} PA`]);
      expect(found.abroad).toBe('of-panama');
    });

    test('is not one that sits in a country where the person is not', () => {
      const all = [bound('of-panama', 'HN'), bound('of-panama-in-texas', 'US')];
      expect(inherited({ lead, border }, next, asking([], all)).abroad).toBe('of-panama');
      expect(inherited({ lead, border }, next, asking([], all.slice(1)))).not.toHaveProperty(
        'abroad',
      );
      const two = [bound('of-panama', 'HN'), bound('of-panama-too', 'HN')];
      expect(inherited({ lead, border }, next, asking([], two))).not.toHaveProperty('abroad');
    });

    test.each([
      ['stays with one of its State', 'PA', 'invented-abroad'],
      ['stays with one of which nobody has said whose it is', undefined, 'invented-abroad'],
      ['does not stay with one of a third State', 'CR', undefined],
      ['does not stay with one of the other side', 'HN', undefined],
    ])('%s', (_, state, expected) => {
      const abroad: [Role, Binding] = [
        role('abroad', kind, 'receiving'),
        bound('invented-abroad', 'HN'),
      ];
      const stateOf = (id: string) => (id === 'invented-abroad' ? state : undefined);
      expect(inherited({ lead, border, abroad }, next, { stateOf }).abroad).toBe(expected);
    });
  });

  test.each([
    ['of a kind that sits where its State is', role('clinic', 'HEA', 'receiving')],
    ['of neither side', role('clinic', 'CON', 'either')],
  ])('%s stays, whatever State the directory says', (_, one) => {
    const border: [Role, Binding] = [
      role('border', 'MIG', 'receiving'),
      bound('invented-border', 'PA'),
    ];
    const clinic: [Role, Binding] = [one, bound('invented-clinic', 'PA')];
    const stateOf = () => 'CR';
    expect(inherited({ lead, border, clinic }, [leading, one], { stateOf }).clinic).toBe(
      'invented-clinic',
    );
  });

  test('stays where nobody says which State its side is', () => {
    const abroad: [Role, Binding] = [role('abroad', 'CON', 'receiving'), bound('invented-abroad')];
    const next = [leading, abroad[0]];
    expect(inherited({ lead, abroad }, next, { stateOf: () => 'CR' }).abroad).toBe(
      'invented-abroad',
    );
  });

  test('of neither side is looked for nowhere while nobody leads', () => {
    const asked: string[] = [];
    const next = [role('monitor', 'MON', 'either')];
    expect(inherited({ lead: [leading, undefined] }, next, asking(asked, [bound('x')]))).toEqual(
      {},
    );
    expect(asked).toEqual([]);
  });

  test('stays vacant where the institutions of its side are of two States, or of none', () => {
    const asked: string[] = [];
    const two = {
      lead,
      border: [role('border', 'MIG', 'receiving'), bound('invented-border', 'PA')],
      clinic: [role('clinic', 'HEA', 'receiving'), bound('invented-clinic', 'CR')],
    } as Record<string, [Role, Binding]>;
    const next = [leading, role('school', 'EDU', 'receiving')];
    expect(inherited(two, next, asking(asked, [bound('x')]))).toEqual({ lead: 'invented-lead' });
    expect(inherited({ lead }, next, asking(asked, [bound('x')]))).toEqual({
      lead: 'invented-lead',
    });
    expect(asked).toEqual([]);
  });

  test('that leads stays with whoever led, even closed; any other then stays vacant', () => {
    const before = {
      lead,
      clinic: [role('clinic', 'HEA', 'sending'), bound('invented-clinic')],
    } as Record<string, [Role, Binding]>;
    const next = [role('head', 'OMB', 'sending'), role('doctor', 'HEA', 'sending')];
    expect(inherited(before, next, { isActive: () => false })).toEqual({ head: 'invented-lead' });
  });
});

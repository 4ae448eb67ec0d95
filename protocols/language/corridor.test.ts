import { describe, expect, test } from 'vitest';
import { findAcross, findUnsure } from './corridor.js';
import type { Role } from './definition.js';

const title = { es: 'Inventado', en: 'Invented' };
const role = (id: string, kind: string, side: Role['side']): Role => ({ id, kind, side, title });
const roles = [
  role('lead', 'RECTOR', 'either'),
  role('mig-s', 'MIG', 'sending'),
  role('shelter', 'CSO', 'sending'),
  role('mig-r', 'MIG', 'receiving'),
  role('reception', 'REC', 'receiving'),
  role('consulate', 'CON', 'receiving'),
  role('ministry', 'MFA', 'receiving'),
  role('movement', 'IOM', 'receiving'),
  role('refugees', 'UNHCR', 'sending'),
  role('tracing', 'RC', 'receiving'),
];

/** Who stands across for a role, where each is bound in the country said. */
const across = (name: string, countries: Record<string, string>) =>
  findAcross(
    { roles },
    Object.fromEntries(Object.entries(countries).map(([key, country]) => [key, { country }])),
    name,
  );
const corridor = { lead: 'MX', 'mig-s': 'MX', shelter: 'MX', 'mig-r': 'HN', reception: 'HN' };

describe('the two sides of a run', () => {
  test('are two States: nobody stands across', () => {
    for (const name of Object.keys(corridor)) expect(across(name, corridor)).toEqual([]);
  });

  test.each([
    ['a body of the sending State', 'reception', 'MX', ['mig-s', 'shelter']],
    ['a body of the receiving State', 'shelter', 'HN', ['mig-r', 'reception']],
  ])('%s for the other side is told with who stands across', (_, name, country, others) => {
    expect(across(name, { ...corridor, [name]: country })).toEqual(others);
  });

  test('are asked of who is competent beside a role as of the role', () => {
    expect(across('mig-r.night', { ...corridor, 'mig-r.night': 'MX' })).toEqual([
      'mig-s',
      'shelter',
    ]);
    expect(across('mig-s', { ...corridor, 'mig-r.night': 'MX' })).toEqual(['mig-r.night']);
  });

  test.each(['consulate', 'ministry', 'movement', 'refugees', 'tracing', 'lead'])(
    'are not asked of %s, wherever it sits',
    (name) => {
      for (const country of ['MX', 'HN', 'PA']) {
        const bound = { ...corridor, [name]: country };
        for (const one of Object.keys(bound)) expect(across(one, bound)).toEqual([]);
      }
    },
  );

  test('say nothing of a name that is bound to nobody or that no protocol has', () => {
    expect(across('reception', { 'mig-s': 'MX' })).toEqual([]);
    expect(across('nobody', { ...corridor, nobody: 'MX' })).toEqual([]);
  });
});

describe.each(['consulate', 'ministry'])('a %s whose State is known', (name) => {
  /** Where each is bound, and a State for the one that may sit abroad. */
  const bound = (ofState: string | null, countries: Record<string, string> = corridor) => ({
    ...Object.fromEntries(Object.entries(countries).map(([key, country]) => [key, { country }])),
    [name]: { country: 'MX', ofState },
  });
  const against = (of: ReturnType<typeof bound>, key = name) => findAcross({ roles }, of, key);

  test('fills the role of its State, wherever it sits', () => {
    for (const key of [...Object.keys(corridor), name]) {
      expect(against(bound('HN'), key)).toEqual([]);
    }
    expect(findUnsure({ roles }, bound('HN'))).toEqual([]);
  });

  test.each([
    ['a third State', 'PA', ['mig-r', 'reception']],
    ['the other side', 'MX', ['mig-s', 'shelter']],
  ])('is told with who speaks against it when it is of %s', (_, state, others) => {
    expect(against(bound(state))).toEqual(others);
    expect(findUnsure({ roles }, bound(state))).toEqual([name]);
  });

  test('speaks against a body of its State on the other side', () => {
    expect(against(bound('HN', { ...corridor, shelter: 'HN' }), 'shelter')).toContain(name);
  });

  test('may be of either State where its side has two', () => {
    expect(against(bound('PA', { ...corridor, reception: 'PA' }))).toEqual([]);
  });

  test('must agree with the other one where its side has nobody at home', () => {
    const away = { lead: 'MX', 'mig-s': 'MX', shelter: 'MX' };
    const other = name === 'consulate' ? 'ministry' : 'consulate';
    const both = (ofState: string) => ({
      ...bound('HN', away),
      [other]: { country: 'MX', ofState },
    });
    expect(against(both('HN'))).toEqual([]);
    expect(against(both('PA'))).toEqual([other]);
    expect(against(bound('MX', away))).toEqual(['mig-s', 'shelter']);
  });

  test('is unsure while nobody has said whose it is, and nobody speaks against it', () => {
    expect(against(bound(null))).toEqual([]);
    expect(findUnsure({ roles }, bound(null))).toEqual([name]);
  });
});

import { describe, expect, test } from 'vitest';
import { findAcross } from './corridor.js';
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

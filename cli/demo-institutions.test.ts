import { describe, expect, test } from 'vitest';
import { SHIPPED } from '../protocols/registry.js';
import { DEMO_INSTITUTIONS, demoStart } from './demo-institutions.js';

describe.each(SHIPPED.map((definition) => [definition.id, definition] as const))(
  '%s',
  (id, { roles }) => {
    const { bindings } = demoStart(id);

    test('the demo binds its roles and no others', () => {
      expect(Object.keys(bindings)).toEqual(roles.map((role) => role.id));
    });

    test.each(roles.map(({ id: role, kind }) => [role, kind] as const))(
      'the demo has an institution of the right kind for %s',
      (role, kind) => {
        expect(DEMO_INSTITUTIONS.find((row) => row.id === bindings[role])?.kind).toBe(kind);
      },
    );
  },
);

test('a protocol the product does not ship gets no institutions it may not know', () => {
  expect(demoStart('copy-request')).toEqual({ bindings: {}, attributes: {} });
});

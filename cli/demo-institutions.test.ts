import { describe, expect, test } from 'vitest';
import { findAcross, findUnsure } from '../protocols/language/corridor.js';
import { SHIPPED } from '../protocols/registry.js';
import { DEMO_INSTITUTIONS, demoStart } from './demo-institutions.js';

describe.each(SHIPPED.map((definition) => [definition.id, definition] as const))(
  '%s',
  (id, definition) => {
    const { roles } = definition;
    const { bindings } = demoStart(id);

    test('the demo binds each side in its own State', () => {
      const placed = Object.fromEntries(
        Object.entries(bindings).map(([role, institution]) => [
          role,
          DEMO_INSTITUTIONS.find((row) => row.id === institution)!,
        ]),
      );
      for (const role of Object.keys(placed))
        expect(findAcross(definition, placed, role)).toEqual([]);
      expect(findUnsure(definition, placed)).toEqual([]);
    });

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

import { expect, test } from 'vitest';
import { ALL_DEFINITIONS } from '../../test/fixtures/definitions.js';
import { reportOf } from '../../test/fixtures/simulated.js';
import { reportJsonSchema, reportSchema } from './report-schema.js';

test.each(ALL_DEFINITIONS.map((definition) => [definition.id, definition] as const))(
  'the report of %s says what its published shape says, and no more',
  (_, definition) => {
    const report = reportOf(
      definition,
      { institutions: { all: { officers: 1, hours: { from: 9, until: 12 } } } },
      { runs: 60 },
    );
    const read: unknown = JSON.parse(JSON.stringify(report));
    expect(reportSchema.parse(read)).toEqual(read);
    expect(reportSchema.safeParse({ ...(read as object), more: 1 }).success).toBe(false);
  },
  60_000,
);

test('the shape can be given to other programs', () => {
  expect(reportJsonSchema()).toMatchObject({
    type: 'object',
    properties: { schema: { const: 'retorno-simulation-report/1' } },
    additionalProperties: false,
  });
});

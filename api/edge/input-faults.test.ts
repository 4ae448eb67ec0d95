import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaProblem } from './input-faults.js';

/** What the API says of a body, as Fastify hands it over. */
function faultsOf(schema: z.ZodType, body: unknown) {
  const { error } = schema.safeParse(body);
  const validation = error!.issues.map((issue) => ({
    keyword: issue.code,
    instancePath: `/${issue.path.join('/')}`,
    schemaPath: '#',
    params: issue,
    message: issue.message,
    [Symbol.for('ZodFastifySchemaValidationError')]: true,
  }));
  const problem = schemaProblem({ validation, validationContext: 'body' }, {});
  return problem?.options.faults?.map(({ message }) => message);
}

describe('a body that is not as asked for', () => {
  it('learns how short is too short, and how long too long', () => {
    const schema = z.object({ reasons: z.string().min(10).max(20), pages: z.number().max(100) });
    expect(faultsOf(schema, { reasons: 'Leído', pages: 1 })).toEqual([
      {
        es: 'Este valor es demasiado pequeño o corto: el mínimo es 10',
        en: 'This value is too small or short: the least is 10',
      },
    ]);
    expect(faultsOf(schema, { reasons: 'Leído y ensayado', pages: 101 })).toEqual([
      {
        es: 'Este valor es demasiado grande o largo: el máximo es 100',
        en: 'This value is too large or long: the most is 100',
      },
    ]);
  });
});

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const NO_PARAMETERS = z.strictObject({});

/** A route that names no query parameters takes none: a misspelt filter must not look as if it had worked. */
export function registerStrictQuery(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!/^\/(v1|health|ready)(\/|$)/.test(route.url)) return;
    if (route.schema?.querystring || route.schema?.hide) return;
    route.schema = { ...route.schema, querystring: NO_PARAMETERS };
  });
}

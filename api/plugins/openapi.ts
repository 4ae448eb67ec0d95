import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';

interface OpenApiDocument {
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/** The transformer writes every named schema twice, for input and output; those nobody refers to are left out. */
function withoutUnused<T extends object>(document: T): T {
  const { components } = document as OpenApiDocument;
  const schemas = components?.schemas ?? {};
  const text = JSON.stringify(document);
  const used = Object.entries(schemas).filter(([name]) =>
    text.includes(`"#/components/schemas/${name}"`),
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(used) } };
}

/** The description's page is made of its own files; the module's policy lets styles and fonts of anybody in. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Validation and answers by zod, and the OpenAPI 3.1 document made from the same schemas. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Retorno',
        version: '1.0.0',
        description:
          'Runs return and reintegration protocols. Texts come in Spanish or English, as Accept-Language asks; instants are UTC. Problems follow RFC 9457.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
      tags: [
        { name: 'runs' },
        { name: 'operations' },
        { name: 'inbox' },
        { name: 'steps' },
        { name: 'shares' },
        { name: 'data' },
        { name: 'evidence' },
        { name: 'origin' },
        { name: 'documents' },
        { name: 'directory' },
        { name: 'webhooks' },
        { name: 'definitions' },
        { name: 'service' },
      ],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: DOCS_POLICY });
}
